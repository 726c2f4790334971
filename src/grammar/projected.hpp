// Running a pattern over a text's projection and mapping its groups back; for the grammar room only.
#pragma once

#include <re2/re2.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/compiled.hpp"
#include "text/unicode.hpp"

namespace pst::grammar {

/// The projection of a text, with what sifts patterns before they are run over it.
class Projection : public text::Plain {
 public:
  Projection() = default;
  explicit Projection(std::string_view text) { take(text); }

  /// Makes it the projection of `text`, unless it is that already: one text is asked many questions in turn.
  void take(std::string_view text) {
    if (taken_ && text == text_) return;
    text_ = text;
    text::plain(text, *this);
    taken_ = true;
    digested_ = false;
  }

  /// Whether the pattern may match the text, or a part of it, at or behind `from`.
  bool may_match(const LazyPattern& pattern, std::size_t from = 0) const {
    const Need& need = pattern.need();
    if (!need.signs_met_by(std::string_view(ascii).substr(std::min(from, ascii.size())))) return false;
    if (!need.asks_words()) return true;
    if (!digested_) digest_.take(ascii);
    digested_ = true;
    return need.words_met_by(digest_, ascii);
  }

 private:
  std::string text_;
  bool taken_ = false;
  mutable bool digested_ = false;
  mutable Digest digest_;
};

/// Groups of one match, as offsets into the projection; npos where a group took no part.
class Groups {
 public:
  static constexpr std::size_t npos = std::string_view::npos;

  /// Searches `ascii` from `from`; true where the pattern matches.
  bool search(const LazyPattern& pattern, std::string_view ascii, std::size_t from = 0) {
    const RE2& re = pattern.get();
    if (!re.ok()) return false;
    const int count = re.NumberOfCapturingGroups() + 1;
    pieces_.assign(static_cast<std::size_t>(count), re2::StringPiece());
    pattern_ = &pattern;
    base_ = ascii.data();
    return re.Match(re2::StringPiece(ascii.data(), ascii.size()), from, ascii.size(), RE2::UNANCHORED,
                    pieces_.data(), count);
  }

  bool search(const LazyPattern& pattern, const Projection& text, std::size_t from = 0) {
    return text.may_match(pattern, from) && search(pattern, std::string_view(text.ascii), from);
  }

  /// Whether the pattern matches: RE2 stops as soon as that is sure.
  static bool matches(const LazyPattern& pattern, std::string_view ascii) {
    const RE2& re = pattern.get();
    return re.ok() && re.Match(re2::StringPiece(ascii.data(), ascii.size()), 0, ascii.size(), RE2::UNANCHORED,
                               nullptr, 0);
  }

  static bool matches(const LazyPattern& pattern, const Projection& text) {
    return text.may_match(pattern) && matches(pattern, std::string_view(text.ascii));
  }

  /// Where a pattern that is anchored at the start ends; npos where it does not match. No groups, so RE2 only
  /// runs its automaton.
  std::size_t prefix(const LazyPattern& pattern, std::string_view ascii) {
    std::size_t begin = 0, end = 0;
    return find(pattern, ascii, 0, begin, end) && begin == 0 ? end : npos;
  }

  std::size_t prefix(const LazyPattern& pattern, const Projection& text) {
    return text.may_match(pattern) ? prefix(pattern, std::string_view(text.ascii)) : npos;
  }

  /// The first match at or behind `from`, without groups.
  bool find(const LazyPattern& pattern, std::string_view ascii, std::size_t from, std::size_t& begin,
            std::size_t& end) {
    const RE2& re = pattern.get();
    re2::StringPiece whole;
    if (!re.ok() || !re.Match(re2::StringPiece(ascii.data(), ascii.size()), from, ascii.size(),
                              RE2::UNANCHORED, &whole, 1)) {
      return false;
    }
    begin = static_cast<std::size_t>(whole.data() - ascii.data());
    end = begin + whole.size();
    return true;
  }

  std::size_t begin(const char* name) const { return offset(index(name), false); }
  std::size_t end(const char* name) const { return offset(index(name), true); }
  std::size_t begin() const { return offset(0, false); }
  std::size_t end() const { return offset(0, true); }
  bool has(const char* name) const { return begin(name) != npos; }

  std::string_view ascii(const char* name) const {
    const int i = index(name);
    if (i < 0 || pieces_[static_cast<std::size_t>(i)].data() == nullptr) return {};
    const re2::StringPiece& piece = pieces_[static_cast<std::size_t>(i)];
    return {piece.data(), piece.size()};
  }

 private:
  int index(const char* name) const { return pattern_->group(name); }
  std::size_t offset(int i, bool end) const {
    if (i < 0 || pieces_[static_cast<std::size_t>(i)].data() == nullptr) return npos;
    const re2::StringPiece& piece = pieces_[static_cast<std::size_t>(i)];
    return static_cast<std::size_t>(piece.data() - base_) + (end ? piece.size() : 0);
  }

  const LazyPattern* pattern_ = nullptr;
  const char* base_ = nullptr;
  std::vector<re2::StringPiece> pieces_;
};

/// The projection of a text until the next one is asked for, one a thread: its buffers are reused from text
/// to text.
inline const Projection& projected(std::string_view text) {
  thread_local Projection projection;
  projection.take(text);
  return projection;
}

/// The same for questions that ask others meanwhile.
inline const Projection& projected_aside(std::string_view text) {
  thread_local Projection projection;
  projection.take(text);
  return projection;
}

}  // namespace pst::grammar

// Running a pattern over a text's projection and mapping its groups back; for the grammar room only.
#pragma once

#include <re2/re2.h>

#include <string>
#include <string_view>
#include <vector>

#include "grammar/compiled.hpp"
#include "text/unicode.hpp"

namespace pst::grammar {

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

  /// Whether the pattern matches: RE2 stops as soon as that is sure.
  static bool matches(const LazyPattern& pattern, std::string_view ascii) {
    const RE2& re = pattern.get();
    return re.ok() && re.Match(re2::StringPiece(ascii.data(), ascii.size()), 0, ascii.size(), RE2::UNANCHORED,
                               nullptr, 0);
  }

  /// Where a pattern that is anchored at the start ends; npos where it does not match. No groups, so RE2 only
  /// runs its automaton.
  std::size_t prefix(const LazyPattern& pattern, std::string_view ascii) {
    std::size_t begin = 0, end = 0;
    return find(pattern, ascii, 0, begin, end) && begin == 0 ? end : npos;
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
inline const text::Plain& projected(std::string_view text) {
  thread_local text::Plain plain;
  text::plain(text, plain);
  return plain;
}

inline bool is_alnum(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace pst::grammar

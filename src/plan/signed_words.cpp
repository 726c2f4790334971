#include "plan/signed_words.hpp"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/bytes.hpp"
#include "text/unicode.hpp"

namespace pst::plan {
namespace {

/// Whether the text may begin with a word and a number, told by its bytes.
bool may_begin_with_label(std::string_view text) {
  constexpr std::size_t kReach = 32;
  const std::size_t digit = text::find_digit(text.substr(0, kReach));
  return digit != std::string_view::npos && digit > 2 && text::starts_upper(text);
}

}  // namespace

void find_signed_words(Scan& scan, grammar::Reader& reader) {
  constexpr std::size_t kSeveral = 3;
  std::map<std::string, std::vector<std::pair<std::size_t, grammar::MarkerMatch>>> found;  // by their word
  for (std::size_t p = 0; p < scan.pieces.size(); ++p) {
    const Piece& piece = scan.pieces[p];
    const std::size_t from = piece.reading.bullet_end;
    if (!piece.reading.bullet || !piece.reading.markers.empty() || piece.fragment->columns > 1) continue;
    if (!may_begin_with_label(std::string_view(piece.fragment->text).substr(from))) continue;
    grammar::Reading inner;
    reader.read(std::string_view(piece.fragment->text).substr(from), inner);
    if (inner.stop) continue;
    for (grammar::MarkerMatch& match : inner.markers) {
      if (!reader.rule(match).generic || !match.number || !match.punctuated) continue;
      match.begin += from;
      match.end += from;
      match.rest += from;
      match.decorated = true;
      found[match.word].emplace_back(p, std::move(match));
      break;
    }
  }
  for (auto& [word, matches] : found) {
    if (matches.size() < kSeveral) continue;
    for (auto& [p, match] : matches) scan.pieces[p].reading.markers.push_back(std::move(match));
  }
}

}  // namespace pst::plan

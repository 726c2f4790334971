#include "plan/families.hpp"

namespace pst::plan {

using grammar::MarkerMatch;
using grammar::MarkerRule;

namespace {

/// What lists may hold.
constexpr grammar::KindSet kItems = grammar::kind_bit(Kind::action) | grammar::kind_bit(Kind::sub_action);

/// `1)` and `1.` may be two rungs of one plan.
char closing_sign(const MarkerMatch& match, std::string_view text) {
  const char last = match.end > 0 && match.end <= text.size() ? text[match.end - 1] : ' ';
  return last == ')' ? ')' : '.';
}

}  // namespace

char style_letter(grammar::NumberStyle style) {
  switch (style) {
    case grammar::NumberStyle::roman:
      return 'R';
    case grammar::NumberStyle::upper_letter:
      return 'A';
    case grammar::NumberStyle::lower_letter:
      return 'a';
    default:
      return '1';
  }
}

int Families::of_marker(const MarkerMatch& match, const std::optional<grammar::Number>& number,
                        std::string_view text) {
  const MarkerRule& marker = reader_.rule(match);
  std::string key = marker.origin.file + ":" + marker.name;
  if (marker.generic) key += (match.decorated ? ":-" : ":") + match.word;
  const bool flexible = (marker.kinds & (marker.kinds - 1)) != 0;
  if (!match.code.empty()) {
    key = std::string(kAddress) + match.code;
  } else if (number && (marker.bare || flexible)) {
    // Bare numbers of one style and depth form a family, whatever rule found them.
    if (marker.bare) key = "bare";
    key += ":";
    for (int i = 0; i < number->depth; ++i) {
      key += marker.bare && i == 0 ? style_letter(number->part(i).style) : '.';
    }
    if (marker.bare && number->depth == 1 && match.end > 0) {
      key += std::string("/") + closing_sign(match, text);
    }
  }
  return named(key, [&](Family& f) {
    f.kinds = marker.kinds;
    // Items of lists are no objectives, unless the plan says so.
    if (marker.generic && match.decorated) f.kinds &= kItems;
    f.preferred = marker.preferred;
    f.marker = match.marker;
    f.bare = marker.bare;
    f.weak = marker.weak;
    f.generic = marker.generic;
    f.card = marker.card;
    f.depth = number ? number->depth : 0;
  });
}

int Families::add(Candidate c) {
  ++out_.families[static_cast<std::size_t>(c.family)].count;
  out_.list.push_back(std::move(c));
  return static_cast<int>(out_.list.size()) - 1;
}

}  // namespace pst::plan

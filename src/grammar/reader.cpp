#include "grammar/reader.hpp"

#include <algorithm>
#include <utility>

#include "grammar/marker_reader.hpp"
#include "grammar/pattern.hpp"
#include "grammar/projected.hpp"

namespace pst::grammar {
namespace {

constexpr std::size_t kLongestDecor = 8;

std::uint32_t code_point_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
  };
  const unsigned first = byte(0);
  if (first < 0x80) return first;
  if (first < 0xE0) return (first & 0x1F) << 6 | (byte(1) & 0x3F);
  if (first < 0xF0) return (first & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
  return (first & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F);
}

/// A marker of words stands before a bare number, a longer label before a shorter one.
bool better(const Library& library, const MarkerMatch& a, const MarkerMatch& b) {
  const MarkerRule& ra = library.markers()[static_cast<std::size_t>(a.marker)];
  const MarkerRule& rb = library.markers()[static_cast<std::size_t>(b.marker)];
  const int rank_a = ra.generic ? 2 : ra.bare ? 1 : 0, rank_b = rb.generic ? 2 : rb.bare ? 1 : 0;
  if (rank_a != rank_b) return rank_a < rank_b;
  if (a.code.empty() != b.code.empty() && a.end == b.end) return b.code.empty();
  if (a.end - a.begin != b.end - b.begin) return a.end - a.begin > b.end - b.begin;
  return a.marker < b.marker;
}

/// The projection with a dot for each slash of the number that it begins with.
Projection with_dots(Projection plain) {
  const auto number = slashed_number(plain.ascii);
  const auto begin = plain.ascii.begin() + static_cast<std::ptrdiff_t>(number.first);
  std::replace(begin, begin + static_cast<std::ptrdiff_t>(number.second - number.first), '/', '.');
  return plain;
}

/// Behind a list sign or debris stand words; without one they stand at the very beginning. Returns where, and
/// replaces the hits of the beginning by those from there on.
std::size_t skip_decor(const Library::Impl& impl, std::string_view ascii, std::vector<Entry>& hits) {
  const auto is_decor = [](const Entry& hit) { return hit.type == RuleType::decor; };
  if (!impl.decor_looks_ahead && std::none_of(hits.begin(), hits.end(), is_decor)) return 0;
  const std::size_t end = Groups().prefix(*impl.decor, ascii.substr(0, kLongestDecor));
  if (end == Groups::npos || end == 0) return 0;
  std::erase_if(hits, [&](const Entry& hit) { return impl.is_worded(hit); });
  impl.worded.match(ascii.substr(end), hits);
  return end;
}

}  // namespace

std::pair<std::size_t, std::size_t> slashed_number(std::string_view text) {
  constexpr std::size_t kNear = 32, kDigits = 2;
  const auto is_digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
  const std::size_t slash = text.substr(0, kNear).find('/');
  if (slash == std::string_view::npos || slash == 0 || !is_digit(slash - 1)) return {0, 0};
  const std::size_t begin = slash > 1 && is_digit(slash - 2) ? slash - 2 : slash - 1;
  if (begin > 0 && (is_digit(begin - 1) || text[begin - 1] == '/' || text[begin - 1] == '.')) return {0, 0};
  std::size_t end = slash;
  while (end < text.size() && text[end] == '/' && is_digit(end + 1)) {
    std::size_t next = end + 1;
    while (is_digit(next)) ++next;
    if (next - end > kDigits + 1) return {0, 0};  // a year
    end = next;
  }
  if (end == slash || (end < text.size() && text[end] == '/')) return {0, 0};
  return {begin, end};
}

void Reader::read(std::string_view text, Reading& out, Setting setting) {
  out = Reading{};
  const Projection own = slashes_ ? with_dots(projected(text)) : Projection();
  const Projection& plain = slashes_ ? own : projected(text);
  const std::string_view ascii = plain.ascii;
  const Library::Impl& impl = library_.impl();
  thread_local std::vector<Entry> hits;
  hits.clear();
  impl.line.match(ascii, hits);
  Groups groups;
  const std::size_t skip = skip_decor(impl, ascii, hits);
  const auto of_line = static_cast<std::ptrdiff_t>(hits.size());
  impl.anywhere.match(ascii, hits);
  // Rules of one type that were told by both sets count in the order of the files.
  if (std::any_of(hits.begin() + of_line, hits.end(), [](const Entry& hit) { return takes_all(hit.type); }))
    std::sort(hits.begin(), hits.end());

  const MarkerReader markers(library_, text, plain);
  constexpr std::size_t kShortLine = 200;  // what is longer is no label, head or heading as a whole
  const std::string_view head = ascii.substr(0, kHead);
  const bool short_line = ascii.size() <= kShortLine;
  for (const Entry& hit : hits) {
    const auto index = static_cast<std::size_t>(hit.index);
    switch (hit.type) {
      case RuleType::marker: {
        const Compiled<MarkerRule>& marker = impl.markers[index];
        if (marker.rule.row_label && setting != Setting::cell) break;
        if (marker.rule.heading && setting != Setting::heading) break;
        const auto parts = markers.at_start(marker, marker.rule.bare || marker.rule.generic ? 0 : skip);
        if (!parts) break;
        if (auto match = markers.candidate(hit.index, *parts)) {
          match->decorated = match->begin > 0;
          out.markers.push_back(std::move(*match));
        }
        break;
      }
      case RuleType::marker_inside: {
        std::size_t from = 0;
        while (const auto parts = markers.inside(impl.markers[index], from)) {
          if (parts->begin == 0) continue;
          if (auto match = markers.candidate(hit.index, *parts)) out.inside.push_back(std::move(*match));
        }
        break;
      }
      case RuleType::bullet:
        if (!out.bullet && groups.search(*impl.bullets[index].pattern, head)) {
          out.bullet = true;
          out.glyph = code_point_at(text, 0);
          std::size_t end = groups.has("sign") ? groups.end("sign") : groups.end();
          while (end < ascii.size() && is_space(ascii[end])) ++end;
          out.bullet_end = plain.offset[end];
        }
        break;
      case RuleType::field:
        if (out.field < 0 &&
            groups.search(*impl.fields[index].pattern, head.substr(std::min(skip, head.size())))) {
          out.field = hit.index;
          out.field_begin = plain.offset[groups.begin("label") + skip];
          out.field_end = plain.offset[groups.end("label") + skip];
          std::size_t value = groups.end() + skip;
          while (value < ascii.size() && is_space(ascii[value])) ++value;
          out.field_value = plain.offset[value];
        }
        break;
      case RuleType::boundary:
        if (short_line && out.boundary == nullptr) out.boundary = &impl.boundaries[index].rule;
        break;
      case RuleType::field_label:
        out.field_label = short_line;
        break;
      case RuleType::furniture:
        if (short_line) out.furniture = &impl.furniture[index].rule;
        break;
      case RuleType::column:
        if (short_line && out.column == nullptr) out.column = &impl.columns[index].rule.role;
        break;
      case RuleType::stop:
        out.stop = true;
        break;
      case RuleType::field_inside:
        out.has_fields = true;
        break;
      case RuleType::phrase:
        out.has_phrases = true;
        break;
      case RuleType::reference:
        out.has_references = true;
        break;
      default:
        break;
    }
  }
  // A letter that begins a number may also be a word's (`A1.2`).
  const bool letter = skip > 0 && skip < ascii.size() && ascii[skip] >= 'A' && ascii[skip] <= 'Z';
  if (letter || (skip > 0 && out.markers.empty())) markers.add_numbered_item(skip, out.markers);
  std::sort(out.markers.begin(), out.markers.end(),
            [&](const MarkerMatch& a, const MarkerMatch& b) { return better(library_, a, b); });
  std::sort(out.inside.begin(), out.inside.end(),
            [](const MarkerMatch& a, const MarkerMatch& b) { return a.begin < b.begin; });
  // The same place found by two rules, or a match inside the label that the text begins with, counts once.
  const std::size_t taken = out.markers.empty() ? 0 : out.markers.front().end;
  std::vector<MarkerMatch> inside;
  for (MarkerMatch& match : out.inside) {
    if (match.begin < taken || (!inside.empty() && match.begin < inside.back().end)) continue;
    inside.push_back(std::move(match));
  }
  out.inside = std::move(inside);
}

std::vector<FieldMatch> Reader::fields(std::string_view text) {
  std::vector<FieldMatch> out;
  const Projection& plain = projected(text);
  if (text::find_any(plain.ascii, kFieldSigns) == std::string_view::npos) return out;
  const Library::Impl& impl = library_.impl();
  std::vector<Entry> hits;
  Groups groups;
  const std::size_t decor =
      groups.prefix(*impl.decor, std::string_view(plain.ascii).substr(0, kLongestDecor));
  impl.worded.match(std::string_view(plain.ascii).substr(decor == Groups::npos ? 0 : decor), hits);
  impl.anywhere.match(plain.ascii, hits);
  std::vector<bool> found(impl.fields.size(), false);
  bool opens = false;
  for (const Entry& hit : hits) {
    if (hit.type != RuleType::field && hit.type != RuleType::field_inside) continue;
    found[static_cast<std::size_t>(hit.index)] = true;
    opens = opens || hit.type == RuleType::field;
  }
  // `Qui ? Anne – Quand ? 2025`: what a field opens may go on with questions.
  if (opens && plain.ascii.find('?') != std::string::npos) found.assign(found.size(), true);
  for (std::size_t index = 0; index < found.size(); ++index) {
    if (!found[index]) continue;
    const Compiled<FieldRule>& field = impl.fields[index];
    std::size_t from = 0;
    while (groups.search(*field.inside, plain, from)) {
      from = std::max(groups.end(), from + 1);
      FieldMatch match;
      match.rule = &field.rule;
      match.begin = plain.offset[groups.begin("label")];
      match.label_end = plain.offset[groups.end("label")];
      std::size_t value = groups.end();
      while (value < plain.ascii.size() && is_space(plain.ascii[value])) ++value;
      match.value = plain.offset[value];
      out.push_back(match);
    }
  }
  std::sort(out.begin(), out.end(), [](const FieldMatch& a, const FieldMatch& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.label_end > b.label_end;
  });
  // Overlaps: the earlier, longer label wins (`Objectif opérationnel` over `opérationnel`).
  std::vector<FieldMatch> kept;
  for (const FieldMatch& match : out) {
    if (kept.empty() || match.begin >= kept.back().value) kept.push_back(match);
  }
  for (std::size_t i = 0; i < kept.size(); ++i)
    kept[i].end = i + 1 < kept.size() ? kept[i + 1].begin : text.size();
  return kept;
}

std::vector<PhraseMatch> Reader::phrases(std::string_view text) {
  std::vector<PhraseMatch> out;
  const Projection& plain = projected(text);
  std::vector<Entry> hits;
  library_.impl().anywhere.match(plain.ascii, hits);
  Groups groups;
  for (const Entry& hit : hits) {
    if (hit.type != RuleType::phrase) continue;
    const Compiled<ValueRule>& value = library_.impl().values[static_cast<std::size_t>(hit.index)];
    std::size_t from = 0;
    while (groups.search(*value.pattern, plain, from)) {
      out.push_back({&value.rule, plain.offset[groups.begin("phrase")], plain.offset[groups.end("phrase")]});
      from = std::max(groups.end("phrase"), from + 1);
    }
  }
  std::sort(out.begin(), out.end(), [](const PhraseMatch& a, const PhraseMatch& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  std::vector<PhraseMatch> kept;
  for (const PhraseMatch& match : out) {
    if (kept.empty() || match.begin >= kept.back().end) kept.push_back(match);
  }
  return kept;
}

std::vector<ReferenceMatch> Reader::references(std::string_view text) {
  std::vector<ReferenceMatch> out;
  const Projection& plain = projected(text);
  std::vector<Entry> hits;
  library_.impl().anywhere.match(plain.ascii, hits);
  Groups groups;
  for (const Entry& hit : hits) {
    if (hit.type != RuleType::reference) continue;
    const Compiled<ReferenceRule>& rule = library_.impl().references[static_cast<std::size_t>(hit.index)];
    std::size_t from = 0;
    while (groups.search(*rule.pattern, plain, from)) {
      out.push_back({plain.offset[groups.begin("all")], plain.offset[groups.end("all")], rule.rule.inside});
      from = std::max(groups.end("all"), from + 1);
    }
  }
  std::sort(out.begin(), out.end(), [](const ReferenceMatch& a, const ReferenceMatch& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  std::vector<ReferenceMatch> kept;
  for (const ReferenceMatch& match : out) {
    if (kept.empty() || match.begin >= kept.back().end) {
      kept.push_back(match);
    } else if (match.inside && !kept.back().inside && kept.back().end < text.size() &&
               match.end < kept.back().end) {
      kept.back() = match;  // woven into the sentence: the closer match is the pointer
    }
  }
  return kept;
}

std::vector<MarkerMatch> Reader::mentions(std::string_view text) {
  std::vector<MarkerMatch> out;
  const Projection& plain = projected_aside(text);
  const MarkerReader markers(library_, text, plain);
  for (std::size_t i = 0; i < library_.impl().markers.size(); ++i) {
    const Compiled<MarkerRule>& marker = library_.impl().markers[i];
    if (!marker.rule.numbered || !marker.inside || !plain.may_match(*marker.inside)) continue;
    std::size_t from = 0;
    const auto parts = markers.inside(marker, from);
    if (!parts) continue;
    if (auto match = markers.candidate(static_cast<int>(i), *parts); match && match->number)
      out.push_back(*match);
  }
  std::sort(out.begin(), out.end(),
            [&](const MarkerMatch& a, const MarkerMatch& b) { return better(library_, a, b); });
  return out;
}

std::uint32_t Reader::list_sign(std::string_view text) {
  const std::uint32_t sign = code_point_at(text, 0);
  const bool dash = sign == '-' || (sign >= 0x2010 && sign <= 0x2015) || sign == 0x2212;
  return dash ? '-' : sign;
}

const FieldRule& Reader::field_rule(int index) const {
  return library_.impl().fields[static_cast<std::size_t>(index)].rule;
}

}  // namespace pst::grammar

#include "plan/named_rows.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "plan/figures.hpp"
#include "plan/table_cells.hpp"
#include "text/unicode.hpp"

namespace pst::plan {
namespace {

bool begins_with_label(const Piece& piece, grammar::Reader& reader) {
  return std::any_of(piece.reading.markers.begin(), piece.reading.markers.end(),
                     [&](const grammar::MarkerMatch& m) { return m.number && !reader.rule(m).generic; });
}

/// Nothing, or the label once more: `OBJECTIF STRATÉGIQUE 1 (O.S.1)`.
bool says_nothing(std::string_view wording) {
  return wording.empty() || (wording.front() == '(' && first_words(wording).empty());
}

/// Whether the piece is the wording of a label alone in the piece before it.
bool is_wording(const Scan& scan, grammar::Reader& reader, const Piece& piece) {
  return !is_attribute(scan.role(piece)) &&
         !(piece.fragment->columns > 1 && begins_with_label(piece, reader));
}

}  // namespace

std::string first_words(std::string_view wording) {
  constexpr std::size_t kFirstWords = 24, kFewestLetters = 8;
  std::string folded = text::fold(wording, kFirstWords);
  if (folded.size() < kFewestLetters) folded.clear();
  return folded;
}

std::vector<NamedLabel> labels_in(const Scan& scan, grammar::Reader& reader, std::size_t begin,
                                  std::size_t end) {
  std::vector<NamedLabel> out;
  for (std::size_t p = begin; p < end; ++p) {
    const auto& markers = scan.pieces[p].reading.markers;
    const auto match = std::find_if(markers.begin(), markers.end(), [&](const grammar::MarkerMatch& m) {
      return m.number && !reader.rule(m).generic;
    });
    if (match == markers.end()) continue;
    NamedLabel label{p, p, &*match, {}, {}};
    std::string_view wording = scan.pieces[p].fragment->text;
    wording.remove_prefix(std::min(match->rest, wording.size()));
    if (says_nothing(wording) && p + 1 < scan.pieces.size() && is_wording(scan, reader, scan.pieces[p + 1])) {
      label.wording = ++p;
      wording = scan.pieces[p].fragment->text;
    }
    label.words = first_words(wording);
    if (!label.words.empty()) label.key = match->number->canonical() + '#' + label.words;
    out.push_back(std::move(label));
  }
  return out;
}

std::vector<NamedRow> named_rows(const Scan& scan, grammar::Reader& reader) {
  std::vector<NamedRow> out;
  for (std::size_t i = 0; i < scan.pieces.size(); i = out.back().end) {
    const std::size_t end = scan.row_end(i);
    out.push_back({i, end, labels_in(scan, reader, i, end)});
  }
  return out;
}

bool says_little(const std::string& cell) {
  constexpr std::size_t kSign = 2;  // letters
  return text::length(cell) <= kSign || is_figures(cell);
}

}  // namespace pst::plan

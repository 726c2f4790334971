#include "plan/named_rows.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "plan/figures.hpp"
#include "text/unicode.hpp"

namespace pst::plan {
namespace {

std::vector<NamedLabel> labels_in(const Scan& scan, grammar::Reader& reader, std::size_t begin,
                                  std::size_t end) {
  constexpr std::size_t kFirstWords = 24, kFewestLetters = 8;
  std::vector<NamedLabel> out;
  for (std::size_t p = begin; p < end; ++p) {
    const auto& markers = scan.pieces[p].reading.markers;
    const auto match = std::find_if(markers.begin(), markers.end(), [&](const grammar::MarkerMatch& m) {
      return m.number && !reader.rule(m).generic;
    });
    if (match == markers.end()) continue;
    NamedLabel label{p, p, &*match, {}};
    std::string_view wording = scan.pieces[p].fragment->text;
    wording.remove_prefix(std::min(match->rest, wording.size()));
    if (wording.empty() && p + 1 < scan.pieces.size()) {
      label.wording = ++p;
      wording = scan.pieces[p].fragment->text;
    }
    const std::string folded = text::fold(wording).substr(0, kFirstWords);
    if (folded.size() >= kFewestLetters) label.key = match->number->canonical() + '#' + folded;
    out.push_back(std::move(label));
  }
  return out;
}

}  // namespace

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

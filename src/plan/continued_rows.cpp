#include "plan/continued_rows.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

#include "plan/joining.hpp"
#include "text/unicode.hpp"

namespace pst::plan {
namespace {

int row_of(const Scan& scan, std::size_t piece) {
  return scan.pieces[piece].fragment->line_index;
}

bool is_end_of_cell(const Scan& scan, std::size_t p) {
  constexpr int kFewestColumns = 3;
  const layout::Fragment& cell = *scan.pieces[p].fragment;
  const grammar::Reading& reading = scan.pieces[p].reading;
  const bool alone = row_of(scan, p - 1) != row_of(scan, p) &&
                     (p + 1 == scan.pieces.size() || row_of(scan, p + 1) != row_of(scan, p));
  return alone && cell.columns >= kFewestColumns && cell.flow == layout::Flow::unknown &&
         cell.blank_before == 0 && !reading.bullet && reading.markers.empty() &&
         text::starts_lower(cell.text);
}

}  // namespace

void append(Scan& scan, grammar::Reader& reader, const text::Repairer& french, Piece& piece,
            const layout::Fragment& line) {
  if (scan.merged.empty() || piece.fragment != &scan.merged.back())
    piece.fragment = &scan.merged.emplace_back(*piece.fragment);
  layout::Fragment& whole = scan.merged.back();
  join(reader, french, whole.text, line.text, scan.hard_hyphens);
  whole.confidence = std::min(whole.confidence, line.confidence);
  if (line.doubtful_to > 0) whole.doubtful_to = whole.text.size();
  whole.span.unite(line.span);
  whole.last_line_index = std::max(whole.last_line_index, line.last_line_index);
  whole.width = line.width;
  piece.reading = {};
}

void join_continued_rows(Scan& scan, grammar::Reader& reader, const text::Repairer& french) {
  std::vector<std::size_t> whole(scan.pieces.size());  // the piece that each one is part of
  std::iota(whole.begin(), whole.end(), std::size_t{0});
  for (std::size_t p = 1; p < scan.pieces.size(); ++p) {
    if (!is_end_of_cell(scan, p)) continue;
    const layout::Fragment& cell = *scan.pieces[p].fragment;
    for (std::size_t above = p; above-- > 0 && row_of(scan, above) == row_of(scan, p - 1);) {
      const layout::Fragment& begun = *scan.pieces[above].fragment;
      if (begun.columns < cell.columns || begun.column != cell.column) continue;
      whole[p] = whole[above];
      Piece& piece = scan.pieces[whole[p]];
      append(scan, reader, french, piece, cell);
      reader.read(piece.fragment->text, piece.reading, grammar::Setting::cell);
      break;
    }
  }
  std::size_t next = 0;
  std::erase_if(scan.pieces, [&](const Piece&) {
    const std::size_t p = next++;
    return whole[p] != p;
  });
}

}  // namespace pst::plan

#include "plan/headings.hpp"

#include <string_view>

#include "plan/table_cells.hpp"
#include "text/unicode.hpp"

namespace pst::plan {
namespace {

/// Whether a heading in small letters, or in brackets, goes on with the line right above it, a heading of its
/// own level; in a scan whatever that is, for the size of a line is no more than estimated there.
bool is_second_line(const Scan& scan, std::size_t at) {
  const layout::Fragment& here = *scan.pieces[at].fragment;
  if (at == 0 || here.heading == 0 || here.blank_before > 0) return false;
  if (!text::starts_lower(here.text) && here.text.front() != '(') return false;
  const layout::Fragment& above = *scan.pieces[at - 1].fragment;
  const bool alike = above.heading == here.heading || here.confidence < 1;
  return alike && above.span.page == here.span.page && above.columns <= 1 &&
         std::string_view(".;:!?").find(above.text.back()) == std::string_view::npos;
}

}  // namespace

HeadingForm heading_form(const Scan& scan, int index) {
  constexpr std::size_t kLongest = 90, kShortest = 5;
  constexpr double kMostly = 0.8;
  const auto at = static_cast<std::size_t>(index);
  const Piece& piece = scan.pieces[at];
  const layout::Fragment& f = *piece.fragment;
  HeadingForm form;
  if (f.columns > 1 && f.column > 0) return form;
  if (piece.reading.field >= 0 || piece.reading.bullet || text::length(f.text) > kLongest) return form;
  if (f.flow == layout::Flow::continues || is_second_line(scan, at)) return form;
  const bool alone = (f.blank_before > 0 && stands_alone(scan, index)) || parts_rows(scan, index);
  const bool heads_list =
      f.blank_before > 0 && at + 1 < scan.pieces.size() && scan.pieces[at + 1].reading.bullet;
  form.capitals = text::upper_share(f.text) > kMostly;
  if (f.heading > 0) {
    form.key = "heading:" + std::to_string(f.heading);
  } else if (alone && form.capitals && text::length(f.text) > kShortest) {
    form.key = "heading:capitals";
  } else if ((alone || heads_list) && f.bold) {
    form.key = "heading:bold";
    form.bold = true;
  }
  return form;
}

}  // namespace pst::plan

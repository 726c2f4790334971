#include "plan/short_rows.hpp"

#include <algorithm>

namespace pst::plan {
namespace {

constexpr int kFirstValue = 2;  ///< the column behind number and title

bool is_typed(const std::string& role) {
  return role == "period" || role == "status" || role == "priority";
}

bool fits(const Scan& scan, grammar::Reader& reader, const std::string& role, const std::string& text) {
  if (role == "period") {
    const auto period = reader.period(text);
    return (period && period->whole) || reader.whole_value("recurrence", text);
  }
  const bool sign = std::any_of(scan.legend.begin(), scan.legend.end(), [&](const auto& entry) {
    return entry.sign == text && entry.attribute == role;
  });
  return sign || reader.whole_value(role, text);
}

}  // namespace

void align_short_rows(Scan& scan, grammar::Reader& reader) {
  for (std::size_t first = 0; first < scan.pieces.size();) {
    const layout::Fragment& row = *scan.pieces[first].fragment;
    std::size_t end = first + 1;
    while (end < scan.pieces.size() && scan.pieces[end].fragment->line_index == row.line_index) ++end;
    const int table = scan.pieces[first].table;
    const int columns =
        table < 0 ? 0 : static_cast<int>(scan.heads[static_cast<std::size_t>(table)].roles.size());
    const int missing = row.columns < 2 ? 0 : columns - row.columns;
    int best = missing, most = -1;
    for (int shift = missing; shift >= 0 && missing > 0; --shift) {
      int count = 0;
      for (std::size_t p = first; p < end; ++p) {
        const layout::Fragment& cell = *scan.pieces[p].fragment;
        if (cell.column < kFirstValue || cell.column + shift >= columns) continue;
        const std::string& role =
            scan.heads[static_cast<std::size_t>(table)].roles[static_cast<std::size_t>(cell.column + shift)];
        if (is_typed(role)) count += fits(scan, reader, role, cell.text) ? 1 : -1;
      }
      if (count > std::max(most, shift == missing ? -100 : 0)) {
        most = count;
        best = shift;
      }
    }
    for (std::size_t p = first; p < end && missing > 0; ++p) scan.pieces[p].shift = best;
    first = end;
  }
}

}  // namespace pst::plan

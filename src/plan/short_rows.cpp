#include "plan/short_rows.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace pst::plan {
namespace {

constexpr int kFirstValue = 2;    ///< the column behind number and title
constexpr int kMostColumns = 40;  ///< of a head whose rows are tried: no plan has more

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

/// How well the row's values stand with all cells behind the title moved by `shift` columns.
int rating(const Scan& scan, grammar::Reader& reader, std::size_t first, std::size_t end, int shift) {
  const std::vector<std::string>& roles =
      scan.heads[static_cast<std::size_t>(scan.pieces[first].table)].roles;
  int count = 0;
  for (std::size_t p = first; p < end; ++p) {
    const layout::Fragment& cell = *scan.pieces[p].fragment;
    const auto column = static_cast<std::size_t>(cell.column + shift);
    if (cell.column < kFirstValue || column >= roles.size() || !is_typed(roles[column])) continue;
    count += fits(scan, reader, roles[column], cell.text) ? 1 : -1;
  }
  return count;
}

/// Columns that the row of these pieces lacks; 0 where it has no head, or one too wide to be tried.
int missing_columns(const Scan& scan, std::size_t first) {
  const Piece& piece = scan.pieces[first];
  if (piece.table < 0 || piece.fragment->columns < 2) return 0;
  const auto columns = static_cast<int>(scan.heads[static_cast<std::size_t>(piece.table)].roles.size());
  return columns > kMostColumns ? 0 : std::max(0, columns - piece.fragment->columns);
}

}  // namespace

void align_short_rows(Scan& scan, grammar::Reader& reader) {
  for (std::size_t first = 0, end = 0; first < scan.pieces.size(); first = end) {
    end = scan.row_end(first);
    const int missing = missing_columns(scan, first);
    if (missing == 0) continue;
    int best = missing, most = std::max(0, rating(scan, reader, first, end, missing));
    for (int shift = missing - 1; shift >= 0; --shift) {
      const int count = rating(scan, reader, first, end, shift);
      if (count <= most) continue;
      most = count;
      best = shift;
    }
    for (std::size_t p = first; p < end; ++p) scan.pieces[p].shift = best;
  }
}

}  // namespace pst::plan

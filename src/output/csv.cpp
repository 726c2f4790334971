#include "output/csv.hpp"

#include <algorithm>
#include <array>

namespace pst::output {

namespace {

/// Whether a spreadsheet would take the cell for a formula; full-width signs count too.
bool is_formula(std::string_view cell) {
  if (cell.empty()) return false;
  if (std::string_view("=+-@\t\r\n").find(cell[0]) != std::string_view::npos) return true;
  constexpr std::array<std::string_view, 4> wide{"＝", "＋", "－", "＠"};
  return std::any_of(wide.begin(), wide.end(), [&](std::string_view sign) { return cell.starts_with(sign); });
}

}  // namespace

void append_csv_text(std::string& out, std::string_view cell) {
  const bool formula = is_formula(cell);
  if (cell.find_first_of(",\"\r\n") == cell.npos) {
    if (formula) out += '\'';
    out += cell;
    return;
  }
  out += formula ? "\"'" : "\"";
  for (const char c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

}  // namespace pst::output

#include "plan/fallen_columns.hpp"

#include <string>

namespace pst::plan {
namespace {

bool is_value(grammar::Reader& reader, const std::string& role, const std::string& text) {
  if (role != "period") return reader.whole_value(role, text);
  const auto period = reader.period(text);
  return period && period->whole;
}

}  // namespace

void find_fallen_columns(Scan& scan, grammar::Reader& reader) {
  constexpr int kFewest = 2;
  for (std::size_t p = 0; p + kFewest < scan.pieces.size(); ++p) {
    Piece& head = scan.pieces[p];
    if (head.reading.column == nullptr || head.preset != Preset::none || head.fragment->columns > 1) continue;
    int values = 0;
    for (std::size_t below = p + 1; below < scan.pieces.size(); ++below) {
      const layout::Fragment& line = *scan.pieces[below].fragment;
      if (line.columns > 1 || line.blank_before > 0 || !is_value(reader, *head.reading.column, line.text))
        break;
      ++values;
    }
    if (values >= kFewest) head.preset = Preset::head_row;
  }
}

}  // namespace pst::plan

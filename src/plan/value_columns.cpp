#include "plan/value_columns.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace pst::plan {
namespace {

constexpr std::array<const char*, 3> kAttributes = {"status", "priority", "recurrence"};

struct Column {
  std::size_t cells = 0;
  std::array<std::size_t, kAttributes.size()> values{};
};

}  // namespace

void name_value_columns(Scan& scan, grammar::Reader& reader) {
  constexpr std::size_t kFewest = 3;
  std::vector<std::vector<Column>> columns;
  for (const TableHead& head : scan.heads) columns.emplace_back(head.roles.size());
  for (const Piece& piece : scan.pieces) {
    if (piece.table < 0 || piece.preset != Preset::none) continue;
    const auto table = static_cast<std::size_t>(piece.table);
    const auto c = static_cast<std::size_t>(piece.fragment->column);
    if (static_cast<std::size_t>(piece.fragment->columns) != columns[table].size() ||
        c >= columns[table].size())
      continue;
    const std::string& role = scan.heads[table].roles[c];
    if (!role.empty() && role != "note") continue;
    Column& column = columns[table][c];
    ++column.cells;
    for (std::size_t a = 0; a < kAttributes.size(); ++a)
      column.values[a] += reader.whole_value(kAttributes[a], piece.fragment->text);
  }
  for (std::size_t h = 0; h < columns.size(); ++h) {
    std::vector<std::string>& roles = scan.heads[h].roles;
    for (std::size_t c = 0; c < columns[h].size(); ++c) {
      const Column& column = columns[h][c];
      for (std::size_t a = 0; a < kAttributes.size(); ++a) {
        if (column.cells < kFewest || 10 * column.values[a] < 9 * column.cells) continue;
        if (std::find(roles.begin(), roles.end(), kAttributes[a]) == roles.end()) roles[c] = kAttributes[a];
      }
    }
  }
}

}  // namespace pst::plan

#include "layout/paired_columns.hpp"

#include <algorithm>
#include <cmath>

namespace pst::layout {
namespace {

constexpr int kColumns = 4;
constexpr double kLevel = 0.2;  ///< of the size: lines no further apart are of one height

using Lines = std::vector<const Piece*>;  // of one column, from top to bottom

bool level(const Piece& a, const Piece& b) {
  return std::abs(middle(a.line.box) - middle(b.line.box)) < kLevel * a.line.size;
}

bool any_level(const Lines& lines, const Piece& with) {
  return std::any_of(lines.begin(), lines.end(), [&](const Piece* line) { return level(*line, with); });
}

/// Whether each of the labels has a value beside it.
bool are_pairs(const Lines& labels, const Lines& values) {
  constexpr std::size_t kFewest = 2;
  return labels.size() >= kFewest && std::all_of(labels.begin(), labels.end(), [&](const Piece* label) {
           return any_level(values, *label);
         });
}

/// Whether a label stands beside another one, no full line off its height.
bool out_of_step(const Lines& left, const Lines& right) {
  return std::any_of(left.begin(), left.end(), [&](const Piece* a) {
    return !any_level(right, *a) && std::any_of(right.begin(), right.end(), [&](const Piece* b) {
      return !any_level(left, *b) && std::abs(middle(a->line.box) - middle(b->line.box)) < a->line.size;
    });
  });
}

Cell cell_of(const Piece& piece, const std::vector<double>& edges) {
  const auto first = static_cast<std::size_t>(piece.column),
             end = first + static_cast<std::size_t>(piece.span);
  Cell cell;
  cell.column = piece.column;
  cell.span = piece.span;
  cell.left = edges[first];
  cell.right = std::max(edges[end], piece.line.box.x1);
  cell.lines.push_back(piece.line);
  return cell;
}

void add_rows(const Lines& labels, const Lines& values, const std::vector<double>& edges,
              std::vector<Row>& rows) {
  auto value = values.begin();
  for (std::size_t l = 0; l < labels.size(); ++l) {
    Row& row = rows.emplace_back();
    row.box = labels[l]->line.box;
    row.cells.push_back(cell_of(*labels[l], edges));
    for (; value != values.end(); ++value) {
      if (l + 1 < labels.size() && middle((*value)->line.box) > labels[l + 1]->line.box.y0) break;
      row.box.unite((*value)->line.box);
      if (row.cells.size() == 1) {
        row.cells.push_back(cell_of(**value, edges));
      } else {
        row.cells.back().lines.push_back((*value)->line);
      }
    }
  }
}

}  // namespace

std::optional<std::vector<Row>> paired_rows(const std::vector<Piece>& pieces,
                                            const std::vector<double>& edges) {
  if (edges.size() != kColumns + 1) return std::nullopt;
  std::vector<Lines> columns(kColumns);
  std::vector<Row> rows;
  for (const Piece& piece : pieces) {  // from top to bottom
    const bool begun = !columns[0].empty() || !columns[2].empty();
    if (piece.across && begun) return std::nullopt;
    if (!piece.across) {
      if (piece.span != 1) return std::nullopt;
      columns[static_cast<std::size_t>(piece.column)].push_back(&piece);
    } else if (rows.empty()) {
      rows.emplace_back().box = piece.line.box;
      rows.back().cells.push_back(cell_of(piece, edges));
    } else {
      rows.back().box.unite(piece.line.box);
      rows.back().cells.back().lines.push_back(piece.line);
    }
  }
  if (!are_pairs(columns[0], columns[1]) || !are_pairs(columns[2], columns[3])) return std::nullopt;
  const bool together = level(*columns[0].front(), *columns[2].front());
  if (!together || !out_of_step(columns[0], columns[2])) return std::nullopt;
  add_rows(columns[0], columns[1], edges, rows);
  add_rows(columns[2], columns[3], edges, rows);
  return rows;
}

}  // namespace pst::layout

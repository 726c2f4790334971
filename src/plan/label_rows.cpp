#include "plan/label_rows.hpp"

#include <algorithm>
#include <utility>

namespace pst::plan {
namespace {

class LabelRows {
 public:
  LabelRows(grammar::Reader& reader, Scan& scan) : reader_(reader), out_(scan) {}

  void run() {
    std::vector<Piece> kept;
    kept.reserve(out_.pieces.size());
    bool beside_one = false;
    for (std::size_t i = 0; i < out_.pieces.size();) {
      const std::size_t end = out_.row_end(i);
      const bool row = out_.pieces[i].fragment->columns > 1;
      const std::vector<RowCell> cells = row ? cells_of(i, end) : std::vector<RowCell>();
      bool sure = beside_one;
      if (row && !sure && end < out_.pieces.size() && out_.pieces[end].fragment->columns > 1) {
        const std::vector<RowCell> below = cells_of(end, out_.row_end(end));
        sure = below.size() > 1 && !below[1].label && is_label_row(below, true);
      }
      beside_one = row && is_label_row(cells, sure);
      if (beside_one) {
        for (std::size_t c = 0; c + 1 < cells.size(); ++c) {
          const bool label = cells.size() == 2 || column_of(cells[c]) % 2 == 0;
          const bool value = cells.size() == 2 || column_of(cells[c + 1]) % 2 == 1;
          if (label && value) add_field(cells[c], cells[c + 1], kept);
        }
      } else {
        for (std::size_t p = i; p < end; ++p) kept.push_back(std::move(out_.pieces[p]));
      }
      i = end;
    }
    out_.pieces = std::move(kept);
  }

 private:
  /// The cells of a row, each with its paragraphs: pieces from `first` up to `end`.
  struct RowCell {
    std::size_t first = 0, end = 0;
    bool label = false;
  };

  std::vector<RowCell> cells_of(std::size_t begin, std::size_t end) {
    std::vector<RowCell> cells;
    for (std::size_t p = begin; p < end; ++p) {
      const bool same = p > begin && out_.pieces[p].fragment->column == out_.pieces[p - 1].fragment->column;
      if (!same) cells.push_back({p, p, false});
      cells.back().end = p + 1;
    }
    for (RowCell& cell : cells) {
      cell.label = out_.pieces[cell.first].reading.field_label;
      if (cell.end - cell.first == 2 && !cell.label) {  // `Objectif` / `stratégique`
        grammar::Reading whole;
        reader_.read(
            out_.pieces[cell.first].fragment->text + " " + out_.pieces[cell.first + 1].fragment->text, whole,
            grammar::Setting::cell);
        cell.label = whole.field_label;
      }
    }
    return cells;
  }

  int column_of(const RowCell& cell) const { return out_.pieces[cell.first].fragment->column; }

  /// Whether a row is labels and their values, in turn. A value may read like a label (`Pilote │ Ressources
  /// humaines`) where the row beside it leaves no doubt.
  bool is_label_row(const std::vector<RowCell>& cells, bool beside_one) const {
    if (cells.size() < 2 || !cells.front().label || column_of(cells.front()) % 2 != 0) return false;
    const int columns = out_.pieces[cells.front().first].fragment->columns;
    if (columns > 4) return false;
    if (cells.size() == 2) return beside_one || (columns == 2 && !cells[1].label);
    if (columns != 4) return false;
    return std::all_of(cells.begin(), cells.end(), [&](const RowCell& cell) {
      return column_of(cell) % 2 == 0 ? cell.label : beside_one || !cell.label;
    });
  }

  /// The field as lines: its label with its value, then the items of a list.
  void add_field(const RowCell& label, const RowCell& value, std::vector<Piece>& out) {
    layout::Fragment& merged = out_.merged.emplace_back(*out_.pieces[label.first].fragment);
    merged.columns = 0;
    merged.column = -1;
    for (std::size_t p = label.first + 1; p < label.end; ++p)
      merged.text += " " + out_.pieces[p].fragment->text;
    if (merged.text.back() != ':') merged.text += " :";
    const bool list = out_.pieces[value.first].reading.bullet;
    std::size_t p = value.first;
    for (; !list && p < value.end && !out_.pieces[p].reading.bullet; ++p) {
      const bool item = p > value.first && out_.pieces[p].fragment->flow == layout::Flow::starts;
      const char last = merged.text.back();
      merged.text += item && last != '.' && last != ';' && last != ',' ? " ; " : " ";
      merged.text += out_.pieces[p].fragment->text;
      merged.span.unite(out_.pieces[p].fragment->span);
    }
    Piece& piece = out.emplace_back();
    piece.fragment = &merged;
    reader_.read(merged.text, piece.reading);
    for (; p < value.end; ++p) {
      layout::Fragment& item = out_.merged.emplace_back(*out_.pieces[p].fragment);
      item.columns = 0;
      item.column = -1;
      item.blank_before = 0;
      Piece& next = out.emplace_back();
      next.fragment = &item;
      reader_.read(item.text, next.reading);
    }
  }

  grammar::Reader& reader_;
  Scan& out_;
};

}  // namespace

void merge_label_rows(grammar::Reader& reader, Scan& scan) {
  LabelRows(reader, scan).run();
}

}  // namespace pst::plan

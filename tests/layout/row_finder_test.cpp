// Rows of tables without rules: lines of cells to rows.
#include "layout/row_finder.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "text/unicode.hpp"

namespace pst::layout {
namespace {

/// Lines of the cells of a table, a character five points wide and ten high.
class Lines {
 public:
  explicit Lines(std::vector<double> edges) : edges_(std::move(edges)) {}

  /// Lines of a column below one another, cut at `|`.
  Lines& add(int column, double y, std::string_view all, double pitch = 12) {
    while (!all.empty()) {
      const std::size_t end = std::min(all.find('|'), all.size());
      add_line(column, y, all.substr(0, end));
      y += pitch;
      all.remove_prefix(std::min(end + 1, all.size()));
    }
    return *this;
  }

  /// The rows found, one a line: lines of a cell parted by `/`, cells by `|`.
  std::string rows(const RowRules& rules = {}) const {
    std::string out = "\n";
    for (const Row& row : find_rows(pieces_, edges_, rules).rows) {
      std::string text;
      for (const Cell& cell : row.cells) {
        if (!text.empty()) text += " | ";
        for (std::size_t l = 0; l < cell.lines.size(); ++l) text += (l > 0 ? " / " : "") + cell.lines[l].text;
      }
      out += text + '\n';
    }
    return out;
  }

  /// How many rows are in doubt.
  std::size_t doubts() const {
    const Table table = find_rows(pieces_, edges_, {});
    return static_cast<std::size_t>(
        std::count_if(table.rows.begin(), table.rows.end(), [](const Row& row) { return row.unsure; }));
  }

 private:
  void add_line(int column, double y, std::string_view words) {
    double x = edges_[static_cast<std::size_t>(column)] + 5;
    std::vector<Word> line;
    while (!words.empty()) {
      const std::size_t end = std::min(words.find(' '), words.size());
      Word word;
      word.text = words.substr(0, end);
      word.size = 10;
      word.box = {x, y, x + 5 * static_cast<double>(text::length(word.text)), y + 10};
      x = word.box.x1 + 3;
      line.push_back(std::move(word));
      words.remove_prefix(std::min(end + 1, words.size()));
    }
    Piece piece;
    piece.line = find_lines(std::move(line)).front();
    piece.column = column;
    pieces_.push_back(std::move(piece));
  }

  std::vector<double> edges_;
  std::vector<Piece> pieces_;
};

TEST(Rows, stand_as_close_as_lines) {
  Lines t({0, 60, 160, 340});
  t.add(0, 100, "Année").add(1, 100, "Pilote").add(2, 100, "Mesure");
  t.add(0, 112, "2021").add(1, 112, "Anne Petit").add(2, 112, "Ouvrir une halte dans le hameau|du bas");
  t.add(0, 136, "2022").add(2, 136, "Former deux agents");
  t.add(1, 148, "Marc Grand").add(2, 148, "Visiter les fermes de la vallée|une fois l'an");
  EXPECT_EQ(t.rows(), R"(
Année | Pilote | Mesure
2021 | Anne Petit | Ouvrir une halte dans le hameau / du bas
2022 | Former deux agents
Marc Grand | Visiter les fermes de la vallée / une fois l'an
)");
}

TEST(Rows, are_as_far_apart_as_elsewhere) {
  // Names below one another are no rows where rows have white above them.
  Lines t({0, 180, 300});
  t.add(0, 100, "Ouvrir une halte dans le hameau|du bas").add(1, 100, "Anne|Marc");
  t.add(0, 132, "Former deux agents").add(1, 132, "Marc");
  t.add(0, 152, "Visiter les fermes de la vallée|une fois l'an").add(1, 152, "Luc|Anne");
  EXPECT_EQ(t.rows(), R"(
Ouvrir une halte dans le hameau / du bas | Anne / Marc
Former deux agents | Marc
Visiter les fermes de la vallée / une fois l'an | Luc / Anne
)");
}

TEST(Rows, hold_paragraphs_beside_a_centred_label) {
  Lines t({0, 100, 300, 380});
  double y = 100;
  for (const std::string_view label : {"OO 1 Loger", "OO 2 Soigner", "OO 3 Nourrir"}) {
    t.add(1, y, "Ouvrir une halte dans le hameau|du bas").add(2, y, "Aînés");
    t.add(0, y + 23, label).add(1, y + 29, "Former deux agents").add(1, y + 46, "Visiter les fermes");
    y += 68;
  }
  EXPECT_EQ(t.rows(), R"(
OO 1 Loger | Ouvrir une halte dans le hameau / du bas / Former deux agents / Visiter les fermes | Aînés
OO 2 Soigner | Ouvrir une halte dans le hameau / du bas / Former deux agents / Visiter les fermes | Aînés
OO 3 Nourrir | Ouvrir une halte dans le hameau / du bas / Former deux agents / Visiter les fermes | Aînés
)");
}

TEST(Rows, one_may_be_centred_among_others_that_are_not) {
  Lines t({0, 180, 300, 360});
  t.add(0, 100, "Former deux agents").add(1, 100, "Anne").add(2, 100, "2021");
  t.add(0, 112, "Ouvrir une halte dans le hameau|du bas et dans tous les autres|lieux");
  t.add(1, 124, "Marc").add(2, 124, "2022");
  t.add(0, 148, "Visiter les fermes").add(1, 148, "Luc").add(2, 148, "2023");
  EXPECT_EQ(t.rows(), R"(
Former deux agents | Anne | 2021
Ouvrir une halte dans le hameau / du bas et dans tous les autres / lieux | Marc | 2022
Visiter les fermes | Luc | 2023
)");
}

TEST(Rows, items_of_a_list_are_of_the_cell_above_them) {
  Lines t({0, 200, 300});
  t.add(0, 100, "Ouvrir une halte dans le hameau du bas|• louer une salle|• trouver des bénévoles");
  t.add(1, 100, "Anne").add(0, 144, "Former deux agents").add(1, 144, "Marc");
  EXPECT_EQ(t.rows(), R"(
Ouvrir une halte dans le hameau du bas / • louer une salle / • trouver des bénévoles | Anne
Former deux agents | Marc
)");
}

TEST(Rows, a_head_and_the_figures_below_it_are_two) {
  Lines t({0, 100, 200, 300});
  t.add(0, 100, "Objectif|1").add(1, 100, "Dépenses|7.500 €").add(2, 100, "Subsides|2.500 €");
  EXPECT_EQ(t.rows(), R"(
Objectif | Dépenses | Subsides
1 | 7.500 € | 2.500 €
)");
}

TEST(Rows, that_may_as_well_be_others_are_in_doubt) {
  // Another sentence of the cell, or another row.
  Lines sure({0, 200, 300}), unsure({0, 200, 300});
  sure.add(0, 100, "Ouvrir une halte dans le hameau du bas|et dans celui du haut").add(1, 100, "Anne");
  unsure.add(0, 100, "Ouvrir une halte dans le hameau du bas.|Former").add(1, 100, "Anne");
  EXPECT_EQ(sure.doubts(), 0U);
  EXPECT_GT(unsure.doubts(), 0U);
}

TEST(Rows, of_a_broken_band_never_reach_over_its_edge) {
  Lines t({0, 200, 300});
  t.add(0, 100, "Ouvrir une halte dans le hameau du bas|et dans celui du haut").add(1, 100, "Anne");
  RowRules rules;
  rules.breaks = {111};
  EXPECT_EQ(t.rows(rules), "\nOuvrir une halte dans le hameau du bas | Anne\net dans celui du haut\n");
}

}  // namespace
}  // namespace pst::layout

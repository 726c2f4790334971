#include "layout/columns.hpp"

#include <gtest/gtest.h>

#include "layout/cells.hpp"
#include "support/layout_dump.hpp"

namespace pst::layout {
namespace {

using test::fragments;

TEST(SpacedColumns, words_that_begin_below_one_another_are_a_table) {
  EXPECT_EQ(fragments(R"(
Action              Pilote      Année
Ouvrir le guichet   Anne        2021
Former les agents   Marc        2022
)"),
            R"(
1[0/3]: Action
1[1/3]: Pilote
1[2/3]: Année
2[0/3]: Ouvrir le guichet
2[1/3]: Anne
2[2/3]: 2021
3[0/3]: Former les agents
3[1/3]: Marc
3[2/3]: 2022
)");
}

TEST(SpacedColumns, cells_that_wrap_are_put_together) {
  EXPECT_EQ(fragments(R"(
N°   Action                Pilote
1    Ouvrir un guichet     Service
     le samedi matin       social
2    Former les agents     Anne
)"),
            R"(
1[0/3]: N°
1[1/3]: Action
1[2/3]: Pilote
2[0/3]: 1
2[1/3]: Ouvrir un guichet
3[1/3]: …le samedi matin
2[2/3]: Service
3[2/3]: …social
4[0/3]: 2
4[1/3]: Former les agents
4[2/3]: Anne
)");
}

TEST(SpacedColumns, a_blank_line_ends_a_row) {
  EXPECT_EQ(fragments(R"(
N°   Action                Pilote

1    Ouvrir un guichet     Service
     le samedi matin       social

     Former les agents     Anne
     et les bénévoles
)"),
            R"(
1[0/3]: N°
1[1/3]: Action
1[2/3]: Pilote
3[0/3]: 1
3[1/3]: Ouvrir un guichet
4[1/3]: …le samedi matin
3[2/3]: Service
4[2/3]: …social
6[1/3]: Former les agents
7[1/3]: …et les bénévoles
6[2/3]: Anne
)");
}

TEST(SpacedColumns, a_label_may_stand_beside_the_middle_of_its_row) {
  EXPECT_EQ(fragments(R"(
N°   Action                Pilote

     Ouvrir un guichet
1    le samedi matin       Anne
     et le dimanche

2    Former les agents     Marc
)"),
            R"(
1[0/3]: N°
1[1/3]: Action
1[2/3]: Pilote
4[0/3]: 1
3[1/3]: Ouvrir un guichet
4[1/3]: …le samedi matin
5[1/3]: …et le dimanche
4[2/3]: Anne
7[0/3]: 2
7[1/3]: Former les agents
7[2/3]: Marc
)");
}

TEST(SpacedColumns, a_cell_beside_several_rows_belongs_to_the_first) {
  EXPECT_EQ(fragments(R"(
Loger dignement   Agrandir le parc   Acheter un terrain
ceux qui n'ont                       Louer une maison
plus de toit

où vivre          Entretenir         Isoler les toits
                  le parc

Aider             Écouter            Tenir une permanence
)"),
            R"(
1[0/3]: Loger dignement
2[0/3]: …ceux qui n'ont
3[0/3]: …plus de toit
1[1/3]: Agrandir le parc
1[2/3]: Acheter un terrain
2[2/3]: …Louer une maison
5[0/3]: où vivre
5[1/3]: Entretenir
6[1/3]: …le parc
5[2/3]: Isoler les toits
8[0/3]: Aider
8[1/3]: Écouter
8[2/3]: Tenir une permanence
)");
}

TEST(SpacedColumns, rows_without_gaps_are_told_by_their_filled_columns) {
  EXPECT_EQ(fragments(R"(
Année       2021   2022

Dossiers    74     81
Médiations  22     27
Repas       310    295
)"),
            R"(
1[0/3]: Année
1[1/3]: 2021
1[2/3]: 2022
3[0/3]: Dossiers
3[1/3]: 74
3[2/3]: 81
4[0/3]: Médiations
4[1/3]: 22
4[2/3]: 27
5[0/3]: Repas
5[1/3]: 310
5[2/3]: 295
)");
}

TEST(SpacedColumns, a_head_ends_where_its_first_row_begins) {
  // Gaps stand around the heading between two tables alone: not between heads and rows.
  EXPECT_EQ(fragments(R"(
N°   Action                Service     Budget
                           porteur     prévu
1.1  Rénover le hall       Travaux     200 €
     et le guichet
1.2  Former les agents     Accueil     300 €

Le logement

N°   Action                Service     Budget
2.1  Acheter un terrain    Logement    400 €
)"),
            R"(
1[0/4]: N°
1[1/4]: Action
1[2/4]: Service
2[2/4]: …porteur
1[3/4]: Budget
2[3/4]: …prévu
3[0/4]: 1.1
3[1/4]: Rénover le hall
4[1/4]: …et le guichet
3[2/4]: Travaux
3[3/4]: 200 €
5[0/4]: 1.2
5[1/4]: Former les agents
5[2/4]: Accueil
5[3/4]: 300 €
7: Le logement
9[0/4]: N°
9[1/4]: Action
9[2/4]: Service
9[3/4]: Budget
10[0/4]: 2.1
10[1/4]: Acheter un terrain
10[2/4]: Logement
10[3/4]: 400 €
)");
}

TEST(SpacedColumns, a_head_without_numbers_ends_above_the_first_full_row_with_a_figure) {
  EXPECT_EQ(fragments(R"(
Action               Service     Année
Rénover le hall      Travaux     2027

Former les agents    Accueil     2028

Acheter un terrain   Logement    2029
)"),
            R"(
1[0/3]: Action
1[1/3]: Service
1[2/3]: Année
2[0/3]: Rénover le hall
2[1/3]: Travaux
2[2/3]: 2027
4[0/3]: Former les agents
4[1/3]: Accueil
4[2/3]: 2028
6[0/3]: Acheter un terrain
6[1/3]: Logement
6[2/3]: 2029
)");
}

TEST(SpacedColumns, a_row_goes_on_below_the_head_of_the_next_page) {
  EXPECT_EQ(fragments("N°   Action                Pilote\n\n"
                      "1    Former les agents     Anne\n\n"
                      "2    Ouvrir un guichet     Marc\n"
                      "\fN°   Action                Pilote\n\n"
                      "     le samedi matin\n\n"
                      "3    Loger                 Directrice\n"
                      "4    Écouter               Luc\n"),
            R"(
1[0/3]: N°
1[1/3]: Action
1[2/3]: Pilote
3[0/3]: 1
3[1/3]: Former les agents
3[2/3]: Anne
5[0/3]: 2
5[1/3]: Ouvrir un guichet
8[1/3]: …le samedi matin
5[2/3]: Marc
10[0/3]: 3
10[1/3]: Loger
10[2/3]: Directrice
11[0/3]: 4
11[1/3]: Écouter
11[2/3]: Luc
)");
}

TEST(SpacedColumns, what_stands_behind_the_table_is_text) {
  const std::string all = fragments(R"(
Objectif        Budget       Part

Loger           24.000 €     20 %
Aider           1.500 €      80 %
Former          300 €        35 %

Le Conseil a pris acte du présent tableau.

Pour le Conseil,
La Directrice générale                Le Président
)");
  EXPECT_EQ(all.substr(all.find("7:")), R"(7: Le Conseil a pris acte du présent tableau.
9: Pour le Conseil,
10: La Directrice générale Le Président
)");
}

TEST(SpacedColumns, prose_is_not_cut_where_a_word_meets_a_column) {
  // A single space before a column begins a cell only beside other cells that begin where columns do.
  const std::string all = fragments(R"(
Action              Pilote      Année
Ouvrir le guichet   Anne        2021
Former tous agents. Marc        2022

Le conseil a donc - pris acte de ce tableau.
)");
  EXPECT_NE(all.find("3[0/3]: Former tous agents.\n3[1/3]: Marc\n"), all.npos) << all;
  EXPECT_NE(all.find("\n5: Le conseil a donc - pris acte de ce tableau.\n"), all.npos) << all;
}

TEST(SpacedColumns, fields_side_by_side_between_paragraphs_are_no_table) {
  EXPECT_EQ(fragments(R"(
1. Ouvrir un guichet
   Responsable : Anne       Échéance : 2020
   Budget : 300 €
2. Former les agents
   Responsable : Marc       Échéance : 2021
   Budget : 1.200 €
   a) les accueillir
   b) les écouter
3. Loger
   Responsable : Luc        Échéance : 2022
)"),
            R"(
1: 1. Ouvrir un guichet
2: Responsable : Anne Échéance : 2020
3: Budget : 300 €
4: 2. Former les agents
5: Responsable : Marc Échéance : 2021
6: Budget : 1.200 €
7: a) les accueillir
8: b) les écouter
9: 3. Loger
10: Responsable : Luc Échéance : 2022
)");
}

TEST(SpacedColumns, two_lines_are_no_table) {
  EXPECT_EQ(fragments("Ouvrir le guichet   Anne\nFormer les agents   Marc\n"), R"(
1: Ouvrir le guichet Anne
2: Former les agents Marc
)");
}

TEST(SpacedColumns, double_spaces_in_prose_are_no_columns) {
  EXPECT_EQ(fragments("Le conseil  a décidé.\nIl le  fera.\nTout le  monde vient.\n"), R"(
1: Le conseil a décidé.
2: Il le fera.
3: Tout le monde vient.
)");
}

TEST(SplitSpaced, tells_where_each_cell_begins_in_letters) {
  const auto cells = split_spaced("été   à la   mer", 2);
  ASSERT_EQ(cells.size(), 3u);
  EXPECT_EQ(cells[1].text, "à la");
  EXPECT_EQ(cells[1].start, 6);
  EXPECT_EQ(cells[2].start, 13);
}

TEST(SplitCells, an_escaped_pipe_belongs_to_its_cell) {
  EXPECT_EQ(split_cells("| oui \\| non | Anne |").size(), 2u);
}

TEST(SplitCells, a_stray_bar_at_the_lines_start_is_no_row) {
  EXPECT_TRUE(split_cells("| Action 1 : ouvrir").empty());
}

TEST(SpacedColumns, rows_begin_at_the_numbers_of_their_first_cells) {
  EXPECT_EQ(fragments(R"(
Action                          Pilote            Année   État

1.1.1 Ouvrir le guichet aux     Anne              2020    terminé
heures du soir
1.1.2 Former les agents au      Service social    2021    en cours
nouveau logiciel                et informatique

1.1.3 Imprimer le guide         Marc              2022    en cours
)"),
            R"(
1[0/4]: Action
1[1/4]: Pilote
1[2/4]: Année
1[3/4]: État
3[0/4]: 1.1.1 Ouvrir le guichet aux
4[0/4]: …heures du soir
3[1/4]: Anne
3[2/4]: 2020
3[3/4]: terminé
5[0/4]: 1.1.2 Former les agents au
6[0/4]: …nouveau logiciel
5[1/4]: Service social
6[1/4]: …et informatique
5[2/4]: 2021
5[3/4]: en cours
8[0/4]: 1.1.3 Imprimer le guide
8[1/4]: Marc
8[2/4]: 2022
8[3/4]: en cours
)");
}

TEST(SpacedColumns, a_head_and_one_row_of_many_columns) {
  EXPECT_EQ(fragments(R"(
N°   Action                  Pilote    Année
3    Ouvrir le guichet le    Anne      2021
     samedi
)"),
            R"(
1[0/4]: N°
1[1/4]: Action
1[2/4]: Pilote
1[3/4]: Année
2[0/4]: 3
2[1/4]: Ouvrir le guichet le
3[1/4]: …samedi
2[2/4]: Anne
2[3/4]: 2021
)");
}

}  // namespace
}  // namespace pst::layout

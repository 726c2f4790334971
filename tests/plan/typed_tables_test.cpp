// Tables whose rules are typed, as converters write them: Pandoc's, reStructuredText's, and frames.
#include <gtest/gtest.h>

#include <string>

#include "support/reading.hpp"

namespace pst::plan {
namespace {

using test::outline;
using test::places;
using test::read;

constexpr const char* kHead = "OS 1 : Mieux loger\n\nOO 1.1 : Bâtir\n\n";

constexpr const char* kTwoActions = R"(
OS1 Mieux loger
  OS1-OO1 Bâtir
    OS1-OO1-A1 Bâtir douze maisons près de la gare {period=2022-2022 responsible=Service logement}
    OS1-OO1-A2 Louer des chambres {period=2023-2024 responsible=Anne}
)";

TEST(TypedTable, of_pandoc_whose_rows_have_several_lines) {
  EXPECT_EQ(read(std::string(kHead) + R"(  ------------------------------------------------------
  **N°**     **Intitulé**           **Pilote**   **Année**
  ---------- ---------------------- ------------ -------
  Action 1   Bâtir douze maisons    Service      2022
             près de la gare        logement     

  Action 2   Louer des chambres     Anne         2023
  ------------------------------------------------------

OO 1.2 : Rénover

  ------------------------------------------------------
  **N°**     **Intitulé**           **Pilote**   **Année**
  ---------- ---------------------- ------------ -------
  Action 1   Isoler les toits       Marc         2024
             et les greniers                     

  ------------------------------------------------------

2. Suivi
)"),
            R"(
OS1 | OS 1 | 1 | Mieux loger | 1-1
  OS1-OO1 | OO 1.1 | 1.1 | Bâtir | 3-3
    OS1-OO1-A1 | Action 1 | 1 | Bâtir douze maisons près de la gare | {period=2022-2022 responsible=Service logement} | 8-9
    OS1-OO1-A2 | Action 2 | 2 | Louer des chambres | {period=2023-2023 responsible=Anne} | 11-11
  OS1-OO2 | OO 1.2 | 1.2 | Rénover | 14-14
    OS1-OO2-A1 | Action 1 | 1 | Isoler les toits et les greniers | {period=2024-2024 responsible=Marc} | 19-20
)");
}

TEST(TypedTable, of_pandoc_whose_rows_are_lines) {
  EXPECT_EQ(outline(std::string(kHead) +
                    R"(  N°         Intitulé                              Pilote             Année
  ---------- ------------------------------------- ------------------ -----------
  Action 1   Bâtir douze maisons près de la gare   Service logement   2022
  Action 2   Louer des chambres                    Anne               2023-2024

)"),
            kTwoActions);
}

TEST(TypedTable, of_one_row) {
  EXPECT_EQ(outline(std::string(kHead) + R"(  N°         Intitulé              Pilote   Année
  ---------- --------------------- -------- -------
  Action 1   Bâtir douze maisons   Marc     2022
)"),
            R"(
OS1 Mieux loger
  OS1-OO1 Bâtir
    OS1-OO1-A1 Bâtir douze maisons {period=2022-2022 responsible=Marc}
)");
}

TEST(TypedTable, in_a_grid_with_a_list_in_a_cell) {
  EXPECT_EQ(outline(std::string(kHead) + R"(+----------+---------------------+----------+-----------+
| **N°**   | **Intitulé**        | **Agent  | **Année** |
|          |                     | pilote** |           |
+==========+=====================+==========+===========+
| Action 1 | Bâtir douze maisons | -   Anne | 2022      |
|          | près de la gare     |          |           |
|          |                     | -   Marc |           |
+----------+---------------------+----------+-----------+
| Action 2 | Louer des chambres  | Anne     | 2023-2024 |
+----------+---------------------+----------+-----------+
)"),
            R"(
OS1 Mieux loger
  OS1-OO1 Bâtir
    OS1-OO1-A1 Bâtir douze maisons près de la gare {period=2022-2022 responsible=Anne+Marc}
    OS1-OO1-A2 Louer des chambres {period=2023-2024 responsible=Anne}
)");
}

TEST(TypedTable, in_a_grid_whose_cells_span_rows) {
  EXPECT_EQ(outline(R"(
+-------------------------+--------------------------+----------+
| Objectif stratégique    | Action                   | Année    |
+=========================+==========================+==========+
| OS 1 : Mieux loger les  | Action 1 : Bâtir         | 2022     |
| familles nombreuses     +--------------------------+----------+
|                         | Action 2 : Louer         | 2023     |
+-------------------------+--------------------------+----------+
| OS 2 : Nourrir          | Action 1 : Semer         | 2024     |
+-------------------------+--------------------------+----------+
)"),
            R"(
OS1 Mieux loger les familles nombreuses
  OS1-A1 Bâtir {period=2022-2022}
  OS1-A2 Louer {period=2023-2023}
OS2 Nourrir
  OS2-A1 Semer {period=2024-2024}
)");
}

TEST(TypedTable, in_a_frame_of_line_drawing_signs) {
  EXPECT_EQ(outline(std::string(kHead) + R"(┌──────────┬──────────────────────┬───────────┬───────────┐
│ N°       │ Intitulé             │ Pilote    │ Année     │
├──────────┼──────────────────────┼───────────┼───────────┤
│ Action 1 │ Bâtir douze maisons  │ Service   │ 2022      │
│          │ près de la gare      │ logement  │           │
├──────────┼──────────────────────┼───────────┼───────────┤
│ Action 2 │ Louer des chambres   │ Anne      │ 2023-2024 │
└──────────┴──────────────────────┴───────────┴───────────┘
)"),
            kTwoActions);
}

TEST(TypedTable, in_a_frame_with_one_rule_below_its_head) {
  EXPECT_EQ(outline(std::string(kHead) +
                    R"(+----------+-------------------------------------+------------------+-----------+
| N°       | Intitulé                            | Pilote           | Année     |
+----------+-------------------------------------+------------------+-----------+
| Action 1 | Bâtir douze maisons près de la gare | Service logement | 2022      |
| Action 2 | Louer des chambres                  | Anne             | 2023-2024 |
+----------+-------------------------------------+------------------+-----------+
)"),
            kTwoActions);
}

TEST(TypedTable, of_restructured_text) {
  EXPECT_EQ(outline(std::string(kHead) + R"(========== ====================== =========== =========
N°         Intitulé               Pilote      Année
========== ====================== =========== =========
Action 1   Bâtir douze maisons    Service     2022
           près de la gare        logement
Action 2   Louer des chambres     Anne        2023-2024
========== ====================== =========== =========
)"),
            kTwoActions);
}

TEST(TypedTable, s_last_rule_is_above_no_footnotes) {
  EXPECT_EQ(places(R"(
1. Mieux loger
1.1. Bâtir

  --------------------------------
  N°         Intitulé      Année
  ---------- ------------- -------
  Action 1   Bâtir des     2022
             maisons       

  Action 2   Louer         2023
  --------------------------------
1.2. Rénover
  – Isoler les toits
)"),
            R"(
1 node OS1
2 node OS1-OO1
4 furniture
5 furniture
6 furniture
7 node OS1-OO1-A1
8 node OS1-OO1-A1
10 node OS1-OO1-A2
11 furniture
12 node OS1-OO2
13 node OS1-OO2-A1
)");
}

TEST(TypedTable, is_none_where_words_stand_across_its_columns) {
  EXPECT_EQ(outline(R"(
OS 1 : Mieux loger

---------- ----------
Action 1 : Bâtir des maisons près de la gare
---------- ----------
)"),
            R"(
OS1 Mieux loger
  OS1-A1 Bâtir des maisons près de la gare
)");
}

TEST(SpacedTable, whose_labels_stand_two_spaces_off_their_wording) {
  const Node action = test::last_node(R"(
Intitulé                                Agent(s)       Année
------------------------------------------------------------
O.S. 1. Loger chacun

Action 1  Bâtir des maisons             Anne           2020
Action 2  Louer près de la gare         Anne, Marc     2021

O.S. 2. Accueillir

Action 1  Ouvrir un guichet             Marc           2022
Action 2  Former les agents             Service social 2023
)");
  EXPECT_EQ(action.title, "Former les agents");
  EXPECT_EQ(test::brief(action), "{period=2023-2023 responsible=Service social}");
}

constexpr const char* kRowOverPages = R"(
OS1 Mieux loger
  OS1-OO1 Bâtir près des gares et des écoles de toutes les communes du grand canton
    OS1-OO1-A1 Bâtir douze maisons {period=2022-2022 responsible=Service logement}
    OS1-OO1-A2 Louer des chambres aux étudiants de passage {period=2023-2023 responsible=Anne}
    OS1-OO1-A3 Isoler les toits {period=2024-2024 responsible=Marc}
    OS1-OO1-A4 Repeindre les façades {period=2025-2025 responsible=Marc}
)";

std::string row_over_pages(const std::string& between) {
  return "OS 1 : Mieux loger\n\n"
         "OO 1.1 : Bâtir près des gares et des écoles de toutes les communes du grand\ncanton\n\n"
         "N°         Action                     Pilote             Année\n"
         "Action 1   Bâtir douze maisons        Service logement   2022\n"
         "Action 2   Louer des chambres aux     Anne               2023\n" +
         between +
         "N°         Action                     Pilote             Année\n"
         "           étudiants de passage\n"
         "Action 3   Isoler les toits           Marc               2024\n"
         "Action 4   Repeindre les façades      Marc               2025\n";
}

TEST(SpacedTable, goes_on_below_its_head_on_the_next_page) {
  EXPECT_EQ(outline(row_over_pages("\f")), kRowOverPages);
}

TEST(SpacedTable, goes_on_below_its_head_where_only_a_foot_tells_the_page) {
  std::string text = row_over_pages("\nCPAS de Valmont, PST 2019-2024                          page 1\n\n");
  for (const char* line : {"a", "b", "c", "d", "e", "f", "g", "h", "i"})
    text += std::string("\nPhrase ") + line + " du texte.\n";
  text += "\nCPAS de Valmont, PST 2019-2024                          page 2\n";
  const std::string found = outline(text);
  EXPECT_NE(found.find("étudiants de passage {period=2023-2023 responsible=Anne}"), std::string::npos)
      << found;
  EXPECT_NE(found.find("Isoler les toits {period=2024-2024 responsible=Marc}"), std::string::npos) << found;
}

}  // namespace
}  // namespace pst::plan

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
2-3[0/3]: 1
2-3[1/3]: Ouvrir un guichet le samedi matin
2-3[2/3]: Service social
4[0/3]: 2
4[1/3]: Former les agents
4[2/3]: Anne
)");
}

TEST(SpacedColumns, a_blank_line_ends_a_row) {
  EXPECT_NE(fragments(R"(
N°   Action                Pilote
1    Ouvrir un guichet     Service
     le samedi matin       social

     Former les agents     Anne
)")
                .find("Ouvrir un guichet le samedi matin\n"),
            std::string::npos);
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

}  // namespace
}  // namespace pst::layout

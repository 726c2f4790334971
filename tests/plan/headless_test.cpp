// Tables without a head row: the cells tell what the columns are, or the reading says that they do not.
#include <gtest/gtest.h>

#include <algorithm>

#include "support/placed_page.hpp"
#include "support/reading.hpp"

namespace pst::plan {
namespace {

using test::PlacedDocument;

auto read(PlacedDocument& d) {
  return extract(d.document(), test::library(), {});
}

std::string outline_of(PlacedDocument& d) {
  return test::outline(read(d).plan);
}

bool doubted(PlacedDocument& d) {
  const auto plan = read(d).plan;
  return std::any_of(plan.diagnostics.begin(), plan.diagnostics.end(),
                     [](const auto& diagnostic) { return diagnostic.rule == "headless-table"; });
}

/// Two tables of two rows each, `right` being the last cells.
void fill(PlacedDocument& d, std::initializer_list<const char*> middle,
          std::initializer_list<const char*> right) {
  constexpr const char* kActions[] = {"Ouvrir un guichet au centre du village",
                                      "Former les agents de chaque service", "Rénover la façade du bâtiment",
                                      "Rédiger un guide pour les familles"};
  d.text(60, 60, "Objectif stratégique 1 : Mieux accueillir", {14, true});
  d.text(60, 84, "Objectif opérationnel 1.1 : Ouvrir les portes", {12, true});
  d.grid({60, 300, 400, 500}, {110, 130, 150});
  d.text(60, 184, "Objectif opérationnel 1.2 : Bien informer", {12, true});
  d.grid({60, 300, 400, 500}, {210, 230, 250});
  for (std::size_t i = 0; i < 4; ++i) {
    const double y = (i < 2 ? 115 : 175) + 20 * static_cast<double>(i);
    d.text(65, y, kActions[i]).text(305, y, middle.begin()[i]).text(405, y, right.begin()[i]);
  }
}

TEST(HeadlessTables, years_and_names_tell_their_columns) {
  PlacedDocument d;
  fill(d, {"Service social", "Anne Petit", "", "Service social"}, {"2021", "", "2022-2023", "2024"});
  EXPECT_EQ(outline_of(d), R"(
OS1 Mieux accueillir
  OS1-OO1 Ouvrir les portes
    OS1-OO1-A1 Ouvrir un guichet au centre du village {period=2021-2021 responsible=Service social}
    OS1-OO1-A2 Former les agents de chaque service {responsible=Anne Petit}
  OS1-OO2 Bien informer
    OS1-OO2-A1 Rénover la façade du bâtiment {period=2022-2023}
    OS1-OO2-A2 Rédiger un guide pour les familles {period=2024-2024 responsible=Service social}
)");
  EXPECT_FALSE(doubted(d));
}

TEST(HeadlessTables, the_same_people_together_and_apart_are_names) {
  PlacedDocument d;
  fill(d, {"Cellule énergie", "Anne Petit / Marc Hanot", "Marc Hanot", "Anne Petit"},
       {"2021", "", "2022-2023", "2024"});
  EXPECT_NE(outline_of(d).find("{responsible=Anne Petit+Marc Hanot}"), std::string::npos) << outline_of(d);
}

TEST(HeadlessTables, a_column_that_says_nothing_plain_is_a_doubt) {
  PlacedDocument d;
  fill(d, {"deux fois", "à revoir", "en été", "sur place"}, {"2021", "2022", "2022", "2024"});
  EXPECT_EQ(outline_of(d).find("-A1"), std::string::npos);
  EXPECT_TRUE(doubted(d));
}

TEST(HeadlessTables, of_figures_are_no_actions) {
  PlacedDocument d;
  d.text(60, 60, "Objectif stratégique 1 : Mieux accueillir", {14, true});
  d.text(60, 84, "Objectif opérationnel 1.1 : Ouvrir les portes", {12, true});
  d.grid({60, 300, 400, 500}, {110, 130, 150, 170, 190});
  for (int i = 0; i < 4; ++i)
    d.text(65, 115 + 20 * i, "Repas").text(305, 115 + 20 * i, "120").text(405, 115 + 20 * i, "45");
  EXPECT_EQ(outline_of(d).find("-A1"), std::string::npos);
  EXPECT_FALSE(doubted(d));
}

}  // namespace
}  // namespace pst::plan

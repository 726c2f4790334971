// Tables of placed pages whose actions carry no marker.
#include <gtest/gtest.h>

#include "support/placed_page.hpp"
#include "support/reading.hpp"

namespace pst::plan {
namespace {

using test::PlacedDocument;
using test::Set;

std::string outline_of(PlacedDocument& d) {
  return test::outline(extract(d.document(), test::library(), {}).plan);
}

TEST(BareActions, a_row_with_nothing_but_its_action) {
  PlacedDocument d;
  d.text(60, 60, "Objectif stratégique 1 : Mieux accueillir", {14, true});
  d.text(60, 84, "Objectif opérationnel 1.1 : Ouvrir les portes", {12, true});
  d.grid({60, 300, 400, 500}, {110, 130, 150, 170, 190});
  d.text(65, 115, "Action").text(305, 115, "Pilote").text(405, 115, "Échéance");
  d.text(65, 135, "Ouvrir un guichet").text(305, 135, "Anne").text(405, 135, "2021");
  d.text(65, 155, "Former les agents");
  d.text(65, 175, "Rénover la façade").text(405, 175, "2022");
  EXPECT_EQ(outline_of(d), R"(
OS1 Mieux accueillir
  OS1-OO1 Ouvrir les portes
    OS1-OO1-A1 Ouvrir un guichet {period=2021-2021 responsible=Anne}
    OS1-OO1-A2 Former les agents
    OS1-OO1-A3 Rénover la façade {period=2022-2022}
)");
}

TEST(BareActions, below_labelled_objectives_of_the_same_table) {
  PlacedDocument d;
  d.grid({60, 120, 400, 500}, {100, 120, 140, 160, 180, 200});
  d.text(65, 105, "N°").text(125, 105, "Objectifs et actions").text(405, 105, "Agent");
  d.text(65, 125, "O.S. 1").text(125, 125, "Mieux accueillir");
  d.text(65, 145, "O.O. 1.1").text(125, 145, "Ouvrir les portes");
  d.text(125, 165, "Ouvrir un guichet").text(405, 165, "Anne");
  d.text(125, 185, "Former les agents");
  EXPECT_EQ(outline_of(d), R"(
OS1 Mieux accueillir
  OS1-OO1 Ouvrir les portes
    OS1-OO1-A1 Ouvrir un guichet {responsible=Anne}
    OS1-OO1-A2 Former les agents
)");
}

TEST(BareActions, several_in_the_cell_of_each_objective) {
  PlacedDocument d;
  d.text(60, 60, "Objectif stratégique 1 : Mieux accueillir", {14, true});
  d.grid({60, 250, 500}, {100, 120, 170, 220});
  d.text(65, 105, "Objectif opérationnel").text(255, 105, "Actions");
  d.text(65, 125, "OO 1.1 Ouvrir les portes").lines(255, 125, "Ouvrir un guichet|Former les agents", 20);
  d.text(65, 175, "OO 1.2 Mieux informer").lines(255, 175, "• Rédiger un guide|• Éditer une brochure", 14);
  EXPECT_EQ(outline_of(d), R"(
OS1 Mieux accueillir
  OS1-OO1 Ouvrir les portes
    OS1-OO1-A1 Ouvrir un guichet
    OS1-OO1-A2 Former les agents
  OS1-OO2 Mieux informer
    OS1-OO2-A1 Rédiger un guide
    OS1-OO2-A2 Éditer une brochure
)");
}

}  // namespace
}  // namespace pst::plan

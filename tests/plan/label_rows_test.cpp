// Cards of placed pages: rows of labels and their values, with lists in them and cells over several columns.
#include <gtest/gtest.h>

#include "support/placed_page.hpp"
#include "support/reading.hpp"

namespace pst::plan {
namespace {

using test::PlacedDocument;

std::string outline_of(PlacedDocument& d) {
  return test::outline(extract(d.document(), test::library(), {}).plan);
}

TEST(LabelRows, a_list_in_a_cell_is_its_label_s) {
  PlacedDocument d;
  d.text(60, 60, "OS1 : Mieux accueillir", {14, true}).text(60, 84, "OO1.1 : Ouvrir les portes", {12, true});
  d.text(60, 106, "Fiche action n° 1 – Ouvrir un lieu de rencontre", {10, true});
  d.grid({60, 180, 500}, {120, 140, 160, 192});
  d.text(65, 125, "Responsable").text(185, 125, "Ressources humaines");
  d.text(65, 145, "Échéance").text(185, 145, "2021");
  d.text(65, 165, "Indicateurs").lines(185, 165, "• Nombre de visites|• Taux de présence");
  EXPECT_EQ(outline_of(d), R"(
OS1 Mieux accueillir
  OS1-OO1 Ouvrir les portes
    OS1-OO1-A1 Ouvrir un lieu de rencontre {period=2021-2021 responsible=Ressources humaines indicators=Nombre de visites+Taux de présence}
)");
}

TEST(LabelRows, two_pairs_beside_one_another_without_rules) {
  PlacedDocument d;
  d.text(60, 60, "OS1 : Mieux accueillir", {14, true}).text(60, 84, "OO1.1 : Ouvrir les portes", {12, true});
  d.text(60, 106, "Fiche action n° 1 – Ouvrir un lieu de rencontre", {10, true});
  d.text(60, 130, "Description", {10, true});
  d.text(160, 130, "Un espace ouvert à chacun, deux fois par semaine, sans inscription");
  d.text(60, 150, "Responsable", {10, true}).text(160, 150, "Service famille");
  d.text(320, 150, "Partenaires", {10, true}).text(400, 150, "Maison des jeunes");
  d.text(60, 170, "Échéance", {10, true}).text(160, 170, "2021");
  d.text(320, 170, "Budget", {10, true}).text(400, 170, "2.500 €");
  d.text(60, 190, "Priorité", {10, true}).text(160, 190, "Élevée");
  d.text(320, 190, "État", {10, true}).text(400, 190, "En cours");
  EXPECT_EQ(outline_of(d), R"(
OS1 Mieux accueillir
  OS1-OO1 Ouvrir les portes
    OS1-OO1-A1 Ouvrir un lieu de rencontre {priority=high status=in_progress period=2021-2021 responsible=Service famille budget=2500 EUR Description=Un espace ouvert à chacun, deux fois par semaine, sans inscription Partenaires=Maison des jeunes}
)");
}

TEST(Facts, a_period_that_wraps_on_the_title_page) {
  PlacedDocument d;
  d.text(60, 60, "Programme stratégique transversal 2019-", {24}).text(200, 90, "2024", {24});
  d.text(60, 130, "CPAS de Vertmont", {14});
  d.page().text(60, 60, "OS1 : Mieux accueillir", {14, true});
  const Plan plan = extract(d.document(), test::library(), {}).plan;
  ASSERT_TRUE(plan.document.period);
  EXPECT_EQ(plan.document.period->start, 2019);
  EXPECT_EQ(plan.document.period->end, 2024);
}

TEST(Facts, wrapped_prose_is_no_title_page) {
  PlacedDocument d;
  d.text(60, 60, "Programme stratégique transversal", {12});
  d.text(60, 110, "Commune de Vertmont", {14});
  d.justified(60, 300, 200, "Le Collège a retenu trois défis pour toute la durée");
  d.justified(60, 300, 212, "de la mandature, et chacun d'eux est décliné en des");
  d.justified(60, 300, 224, "objectifs puis en des projets que les services vont");
  d.text(60, 236, "mener avec ceux du CPAS.");
  d.page().text(60, 60, "OS1 : Mieux accueillir", {14, true});
  const Plan plan = extract(d.document(), test::library(), {}).plan;
  ASSERT_TRUE(plan.document.organisation);
  EXPECT_EQ(plan.document.organisation->kind, "commune");
}

}  // namespace
}  // namespace pst::plan

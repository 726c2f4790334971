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

TEST(LabelRows, labels_of_a_definition_list_are_level_with_their_values) {
  PlacedDocument d;
  d.text(60, 60, "Objectif stratégique 1 : Mieux accueillir", {14, true});
  d.text(68, 80, "Objectif opérationnel 1.1 : Ouvrir les portes", {12, true});
  double y = 98;
  const auto card = [&](const char* who, const char* when, const char* priority) {
    d.text(80, y, "Responsable", {9, true}).text(160, y, who, {9});
    d.text(80, y + 11, "Échéance", {9, true}).text(160, y + 11, when, {9});
    d.text(80, y + 22, "Priorité", {9, true}).text(160, y + 22, priority, {9});
    y += 38;
  };
  d.text(78, y, "Action 1.1.1 : Tenir une permanence le samedi", {10, true});
  y += 15;
  card("Accueil", "2026", "haute");
  // Its sign stands before the heading's first line, as a mark that opens and closes it.
  d.text(78, y, "Action 1.1.2 : Mettre à la disposition des habitants qui arrivent dans le quartier un",
         {10, true});
  d.text(67, y + 12, "guide des services", {10, true});
  y += 28;
  card("Service social, Commune", "2025-2027", "basse");
  EXPECT_EQ(outline_of(d), R"(
OS1 Mieux accueillir
  OS1-OO1 Ouvrir les portes
    OS1-OO1-A1 Tenir une permanence le samedi {priority=high period=2026-2026 responsible=Accueil}
    OS1-OO1-A2 Mettre à la disposition des habitants qui arrivent dans le quartier un guide des services {priority=low period=2025-2027 responsible=Service social+Commune}
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

// Rungs that only the type of their headings tells.
#include <gtest/gtest.h>

#include "support/placed_page.hpp"
#include "support/reading.hpp"

namespace pst::plan {
namespace {

using test::PlacedDocument;
using test::Set;

/// Two objectives in capitals, with lines in bold above the lists below them.
void set_plan(PlacedDocument& d, double y, double size_of_capitals = 10) {
  const auto list = [&](const char* head, const char* first, const char* second) {
    d.text(60, y, head, {10, true}).text(75, y + 14, first).text(75, y + 28, second);
    y += 56;
  };
  d.text(50, y, "ACCUEILLIR CHACUN", {size_of_capitals, true});
  y += 30;
  list("Ouvrir les portes", "• Former les agents", "• Élargir l'horaire");
  list("Aller vers les gens", "• Visiter les familles", "• Écrire aux isolés");
  d.text(50, y, "LOGER LES FAMILLES", {size_of_capitals, true});
  y += 30;
  list("Acheter des maisons", "• Visiter les biens", "• Négocier les prix");
}

constexpr const char* kTree = R"(
OS1 ACCUEILLIR CHACUN
  OS1-OO1 Ouvrir les portes
    OS1-OO1-A1 Former les agents
    OS1-OO1-A2 Élargir l'horaire
  OS1-OO2 Aller vers les gens
    OS1-OO2-A1 Visiter les familles
    OS1-OO2-A2 Écrire aux isolés
OS2 LOGER LES FAMILLES
  OS2-OO1 Acheter des maisons
    OS2-OO1-A1 Visiter les biens
    OS2-OO1-A2 Négocier les prix
)";

bool is_guess(const Plan& plan) {
  return std::any_of(plan.diagnostics.begin(), plan.diagnostics.end(),
                     [](const source::Diagnostic& d) { return d.rule == "guessed-ladder"; });
}

TEST(HeadingRungs, capitals_stand_above_bold_where_nothing_says_so) {
  PlacedDocument d;
  set_plan(d, 100);
  const Plan plan = extract(d.document(), test::library(), {}).plan;
  EXPECT_EQ(test::outline(plan), kTree);
  EXPECT_TRUE(is_guess(plan));
}

TEST(HeadingRungs, the_plan_says_which_type_is_which) {
  for (const double size : {10.0, 14.0}) {
    SCOPED_TRACE(size);
    PlacedDocument d;
    d.lines(50, 60,
            "Les objectifs stratégiques sont imprimés en capitales, les objectifs|opérationnels en gras.");
    set_plan(d, 110, size);
    const Plan plan = extract(d.document(), test::library(), {}).plan;
    EXPECT_EQ(test::outline(plan), kTree);
    EXPECT_FALSE(is_guess(plan));
  }
}

TEST(Headings, in_small_letters_right_below_one_of_their_level_go_on_with_it) {
  EXPECT_EQ(test::outline(R"(
### Objectif stratégique 1 : Un centre qui ouvre le théâtre et les bains
### à chacun

Action 1 : Organiser une sortie
Action 2 : Ouvrir un atelier

### Objectif stratégique 2 : Un centre qui loge

Action 1 : Bâtir
)"),
            R"(
OS1 Un centre qui ouvre le théâtre et les bains à chacun
  OS1-A1 Organiser une sortie
  OS1-A2 Ouvrir un atelier
OS2 Un centre qui loge
  OS2-A1 Bâtir
)");
}

TEST(Headings, of_a_scan_in_brackets_right_below_a_line_go_on_with_it) {
  PlacedDocument d;
  d.text(60, 60, "Objectif opérationnel 1.1 : Informer", {10, true});
  d.text(70, 90, "• Imprimer des dépliants pour les familles");
  d.text(78, 102, "(logement, chauffage,", {13.5});  // a size that is estimated
  d.text(78, 115, "vacances) et les poster");
  d.text(70, 127, "• Ouvrir un guichet").text(70, 139, "• Tenir un stand au marché");
  d.text(60, 170, "Objectif opérationnel 1.2 : Loger", {10, true});
  d.text(70, 200, "• Louer des studios").text(70, 212, "• Garder les clés");
  for (source::Run& run : d.document().pages[0].runs) run.confidence = 0.9F;
  std::string codes;
  const Plan plan = extract(d.document(), test::library(), {}).plan;
  for (const Node& root : plan.nodes) {
    for (const Node& node : root.children) codes += node.code + " ";
  }
  EXPECT_EQ(codes, "OO1-A1 OO1-A2 OO1-A3 OO2-A1 OO2-A2 ");
}

}  // namespace
}  // namespace pst::plan

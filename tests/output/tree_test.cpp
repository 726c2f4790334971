#include "output/tree.hpp"

#include <gtest/gtest.h>

#include "output/sample_plan.hpp"
#include "text/unicode.hpp"

namespace pst::output {
namespace {

TEST(Tree, ShowsTheOutlineInPlainWords) {
  EXPECT_EQ(
      to_tree(test::sample_plan()),
      "Braine-l'Alleud (commune) — PST « 2019-2024 »\n"
      "plan.txt · 2019-2024 · adopté le 2019-10-14 · lu comme « os-oo » (97 %)\n"
      "VI  Administration\n"
      "└─ OS1  Un service efficace\n"
      "   └─ OS1-OO1  Être là\n"
      "      ├─ OS1-OO1-A1  Créer l'œuvre commune  [priorité élevée · en cours · 2020-… · chaque année · "
      "Danièle, Myriam, adjointe · 15000 € en 2021 (RW) · 12.5 € · 1 indicateur · → OS1-OO1 · → Voir fiche · "
      "annexe]\n"
      "      └─ OS1-OO1-A2  =SOMME(A1)\n"
      "5 nœuds · 1 section hors de l'arbre · 1 contradiction du plan · 1 doute de lecture\n");
}

TEST(Tree, KeepsToTheTerminalsWidth) {
  const std::string tree = to_tree(test::sample_plan(), {.colour = false, .width = 40});
  for (std::size_t at = 0; at < tree.size();) {
    const std::size_t end = tree.find('\n', at);
    EXPECT_LE(text::length(std::string_view(tree).substr(at, end - at)), 40);
    at = end + 1;
  }
}

TEST(Tree, ColoursOnlyWhenAsked) {
  EXPECT_EQ(to_tree(test::sample_plan()).find('\x1b'), std::string::npos);
  EXPECT_NE(to_tree(test::sample_plan(), {.colour = true, .width = 0}).find("\x1b[32mOS1\x1b[0m"),
            std::string::npos);
}

TEST(Tree, APlanCannotDriveTheTerminal) {
  plan::Plan plan = test::sample_plan();
  plan.nodes[0].title = "a\x1b[2Jb\u009Bc\nd";
  EXPECT_NE(to_tree(plan).find("VI  a [2Jb c d\n"), std::string::npos);
}

}  // namespace
}  // namespace pst::output

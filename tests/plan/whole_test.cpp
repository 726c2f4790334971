// Whether the reading as a whole is in doubt, and which nodes stay sure.
#include <gtest/gtest.h>

#include "support/reading.hpp"

namespace pst::plan {
namespace {

using test::diagnostics;

TEST(Whole, objectives_without_any_action) {
  EXPECT_EQ(diagnostics(R"(
O.S. 1 Accueillir chacun
O.O. 1.1 Ouvrir les portes
Le hall est sombre et mal chauffé.
O.O. 1.2 Informer les habitants
O.O. 1.3 Former les agents
)"),
            "\nreading no-actions 3-3\n");
}

TEST(Whole, operational_objectives_below_no_strategic_one) {
  const std::string all = diagnostics(R"(
Axe 1 : Accueillir chacun
O.O. 1.1 Ouvrir les portes
Action 1 : Peindre le hall
O.O. 1.2 Informer les habitants
Action 1 : Distribuer un guide
O.O. 1.3 Former les agents
Action 1 : Écrire un guide
)");
  EXPECT_NE(all.find("reading objectives-apart"), std::string::npos) << all;
}

TEST(Whole, objectives_apart_leave_out_those_below_a_strategic_one) {
  EXPECT_EQ(diagnostics(R"(
Axe 1 : Accueillir chacun
O.O. 1.1 Ouvrir les portes
Action 1 : Peindre le hall
O.O. 1.2 Informer les habitants
Action 1 : Distribuer un guide
Axe 2 : Loger
O.S. 2 Loger les familles
O.O. 2.1 Bâtir
Action 1 : Acheter un terrain
)"),
            "\nreading objectives-apart 1-6\nplan numbering-gap OS2 7-7\n");
}

TEST(Whole, numbers_without_words_that_contradict_those_above_them) {
  const std::string all = diagnostics(R"(
1. Personnel
1.1. Accueillir les agents
- Ouvrir un bureau
2. Bâtiments
1.2. Chauffer les salles
- Changer la chaudière
3. Aînés
2.1. Visiter les familles
- Former des bénévoles
)");
  EXPECT_NE(all.find("reading shaky-ladder"), std::string::npos) << all;
}

TEST(Whole, numbers_that_begin_with_those_of_the_words_above_them_are_no_guess) {
  EXPECT_EQ(diagnostics(R"(
Axe I – Accueillir
I.1. Ouvrir les portes
I.1.a Peindre le hall
– choisir une couleur
I.2. Informer
I.2.a Imprimer un guide
– relire les textes
Axe II – Loger
II.1. Bâtir
II.1.a Acheter un terrain
– visiter
)"),
            "\n");
}

TEST(Whole, one_unsure_node_that_holds_all) {
  const std::string all = diagnostics(R"(
1. Notre programme
O.O. 1 Accueillir chacun
Action 1 : Peindre le hall
Action 2 : Refaire le parking
O.O. 2 Loger les familles
Action 1 : Acheter une maison
Action 2 : Rénover la gare
O.O. 3 Nourrir chacun
Action 1 : Ouvrir une épicerie
)");
  EXPECT_NE(all.find("reading lone-top\n"), std::string::npos) << all;
}

TEST(Whole, tables_whose_first_rows_stand_before_their_objective) {
  const std::string all = diagnostics(
      "Objectif stratégique 1 : Accueillir chacun\n"
      "Objectif opérationnel\tActions\tPilote\n"
      "\tPeindre le hall\tAnne\n"
      "OO 1.1 Ouvrir les portes\tRefaire le parking\tMarc\n"
      "\tInstaller deux bancs\tAnne\n"
      "OO 1.2 Informer\tDistribuer un guide\tMarc\n");
  EXPECT_NE(all.find("reading merged-cells"), std::string::npos) << all;
}

TEST(Whole, objectives_most_of_which_are_empty) {
  const std::string all = diagnostics(R"(
O.S. 1 Accueillir chacun
O.O. 1.1 Ouvrir les portes
O.O. 1.2 Informer les habitants
O.O. 1.3 Former les agents
Action 1 : Peindre le hall
Action 2 : Distribuer un guide
)");
  EXPECT_NE(all.find("reading empty-objectives"), std::string::npos) << all;
}

TEST(Whole, a_word_whose_rung_nothing_tells) {
  const std::string all = diagnostics(R"(
Objectif stratégique 1 : Accueillir chacun
Objectif opérationnel 1.1 : Ouvrir les portes
Grappe 1. Peindre le hall
- choisir les couleurs
- engager un peintre
Grappe 2. Refaire le parking
- dessiner les places
Grappe 3. Installer deux bancs
- choisir le bois
)");
  EXPECT_NE(all.find("reading guessed-word"), std::string::npos) << all;
}

TEST(Whole, leaves_out_what_words_and_numbers_bear_out) {
  EXPECT_EQ(diagnostics(R"(
O.S. 1 Accueillir chacun
O.O. 1.1 Ouvrir les portes
Le hall est sombre et mal chauffé.
O.O. 1.2 Informer les habitants
O.O. 1.3 Former les agents
Une journée par an est prévue.
)"),
            "\nreading no-actions 3-3\nreading no-actions 6-6\n");
}

TEST(Whole, title_of_two_lines_leaves_those_below_it_sure) {
  EXPECT_EQ(diagnostics(R"(
OBJECTIF STRATÉGIQUE 1. ACCUEILLIR CHACUN, À TOUTE
HEURE

1.1. Ouvrir les portes
Peindre le hall ;
Refaire le parking ;
Installer deux bancs.

OBJECTIF STRATÉGIQUE 2. LOGER LES FAMILLES, MÊME LES
GRANDES

2.1. Acheter des maisons
Visiter les biens ;
Négocier les prix.
)"),
            "\nreading no-actions 1-3\nreading no-actions 5-11\nreading unread-items 5-7\nreading no-actions "
            "13-14\n");
}

TEST(Whole, headings_of_two_levels_above_lists_are_no_guess) {
  const std::string said = diagnostics(R"(
Loger chacun
============

Bâtir
-----

- Acheter un terrain
- Choisir un architecte

Rénover
-------

- Isoler les toits

Soigner chacun
==============

Prévenir
--------

- Dépister
)");
  EXPECT_EQ(said.find("guessed-ladder"), std::string::npos) << said;
}

}  // namespace
}  // namespace pst::plan

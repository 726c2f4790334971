// Doubts about what the tree may lack: nodes read as text, parents that no line names, rungs that are
// missing.
#include <gtest/gtest.h>

#include "support/reading.hpp"

namespace pst::plan {
namespace {

using test::diagnostics;

TEST(Unread, lines_of_prose_that_follow_one_another_like_items) {
  EXPECT_EQ(diagnostics(R"(
O.S. 1 Accueillir chacun
O.O. 1.1 Ouvrir les portes
Action 1 : Peindre le hall

Refaire le parking du centre
Installer deux bancs devant la porte
O.O. 1.2 Informer les habitants
Action 1 : Distribuer un guide
)"),
            "\nreading unread-items 5-6\n");
}

TEST(Unread, one_line_among_the_items_of_a_list_and_what_follows_it) {
  EXPECT_EQ(diagnostics(R"(
O.S. 1 Accueillir chacun
• Peindre le hall.
Refaire le parking du centre
• Installer deux bancs
• Distribuer un guide
O.S. 2 Loger les familles
• Acheter une maison
)"),
            "\nreading unread-item 3-3\nreading after-unread 4-5\n");
}

TEST(Unread, a_line_joined_to_a_title_above_a_list) {
  const std::string all = diagnostics(R"(
■ Accueillir chacun
  • Ouvrir les portes
    Peindre le hall
    – Refaire le parking
    – Installer deux bancs
  • Informer les habitants
    – Distribuer un guide
      ◦ choisir un imprimeur
)");
  EXPECT_NE(all.find("reading unread-item OS1-OO1 3-3\nreading after-unread 4-5\n"), std::string::npos)
      << all;
}

TEST(Unread, a_line_joined_behind_a_finished_item) {
  EXPECT_EQ(diagnostics(R"(
O.S. 1 Accueillir chacun
 • peindre le hall avec les jeunes ;
 refaire le parking du centre ;
 • installer deux bancs.
)"),
            "\nreading unread-item OS1-A1 3-3\nreading after-unread 4-4\n");
}

TEST(Unread, an_objective_among_others_moves_them_all) {
  const std::string all = diagnostics(R"(
■ Accueillir chacun
  • Ouvrir les portes.
    – Refaire le parking.
      ◦ tracer les places.

Loger les familles
  • Acheter des maisons
    – Rénover la gare
■ Nourrir chacun
  • Ouvrir une épicerie
    – Louer un local
)");
  EXPECT_NE(all.find("reading unread-item 6-6\nreading after-unread 7-11\n"), std::string::npos) << all;
}

TEST(Unread, a_number_proves_the_place_of_what_follows) {
  EXPECT_EQ(diagnostics(R"(
O.S. 1 Accueillir chacun.
Refaire le parking du centre
O.O. 1.1 Ouvrir les portes
• Installer deux bancs
• Distribuer un guide
)"),
            "\nreading unread-item 2-2\n");
}

TEST(Unread, sentences_and_what_stands_behind_the_plan_are_none) {
  EXPECT_EQ(diagnostics(R"(
O.S. 1 Accueillir chacun
Les agents reçoivent mal. Le hall est sombre.
Action 1 : Peindre le hall
Action 2 : Refaire le parking

Direction générale et secrétariat

Impression sur papier recyclé
)"),
            "\n");
}

TEST(Unread, rows_of_a_table_read_as_text) {
  EXPECT_EQ(diagnostics("O.S. 1 Accueillir chacun\n"
                        "Action 1 : Peindre le hall\n"
                        "Le détail suit.\n"
                        "Refaire le parking\tTravaux\tau printemps\n"
                        "Installer deux bancs\tTravaux\ten été\n"
                        "O.S. 2 Loger\nAction 1 : Acheter une maison\n"),
            "\nreading unread-items 4-5\n");
}

TEST(Unread, labels_within_titles_and_sections_that_recur) {
  EXPECT_EQ(diagnostics(R"(
O.S. 1 Accueillir chacun
   z-1/ Peindre le hall
   z-2/ Refaire le parking
   z-3/ Installer deux bancs
O.S. 2 Loger
Action 1 : Acheter une maison
)"),
            "\nreading unread-series 2-2\nreading unread-series 3-3\nreading unread-series 4-4\n");
}

TEST(Unread, more_lines_than_nodes_put_the_whole_in_doubt) {
  const std::string all = diagnostics(R"(
O.S. 1 Accueillir chacun

Peindre le hall
Refaire le parking
Installer deux bancs
Distribuer un guide aux habitants
Former les agents d'accueil
Ouvrir un guichet le samedi
O.S. 2 Loger les familles

Acheter une maison
Rénover la gare
)");
  EXPECT_NE(all.find("reading unread-plan"), std::string::npos) << all;
}

TEST(Misplaced, numbers_that_name_parents_nobody_read) {
  EXPECT_EQ(diagnostics(R"(
O.S. 1 Accueillir chacun
O.O. 1.1 Ouvrir les portes
Action 1.1.1 : Peindre le hall
Action 1.1.2 : Refaire le parking
Action 1.1.3 : Installer deux bancs
Action 1.2.1 : Distribuer un guide
Action 1.2.2 : Former les agents
)")
                .find("\nreading missing-parent 6-7\n"),
            0U);
}

TEST(Misplaced, one_number_astray_is_the_plans_own_fault) {
  const std::string all = diagnostics(R"(
O.S. 1 Accueillir chacun
O.O. 1.1 Ouvrir les portes
Action 1.1.1 : Peindre le hall
Action 1.2.2 : Refaire le parking
Action 1.1.3 : Installer deux bancs
)");
  EXPECT_EQ(all.find("missing-parent"), std::string::npos) << all;
}

TEST(Misplaced, most_numbers_without_their_parent_put_the_whole_in_doubt) {
  const std::string all = diagnostics(R"(
VOLET INTERNE
Action 1.1.1 : Peindre le hall
Action 1.1.2 : Refaire le parking
Action 1.2.1 : Distribuer un guide
Action 1.2.2 : Former les agents
)");
  EXPECT_NE(all.find("reading missing-rung"), std::string::npos) << all;
}

TEST(Misplaced, an_action_beside_the_objectives_that_should_hold_it) {
  EXPECT_EQ(diagnostics(R"(
O.S. 1 Accueillir chacun
Action 1 : Peindre le hall
O.O. 1.1 Ouvrir les portes
Action 1 : Refaire le parking
)"),
            "\nreading action-beside-objectives OS1-A1 2-2\n");
}

TEST(Misplaced, a_list_that_an_item_of_the_same_sign_announces) {
  EXPECT_EQ(diagnostics(R"(
O.S. 1 Accueillir chacun
- Peindre le hall
- Revoir les heures d'ouverture :
- ouvrir le samedi
- fermer plus tard
- Installer deux bancs
)"),
            "\nreading list-in-list 4-6\n");
}

TEST(Misplaced, numbers_below_one_that_is_not_theirs) {
  const std::string all = diagnostics(R"(
O.S. 1 Accueillir chacun
O.O. 1.1 Ouvrir les portes
Action 1 : Peindre le hall
O.S. 2 Loger les familles
O.O. 3.1 Former les agents
Action 1 : Écrire un guide
O.O. 3.2 Réunir les équipes
Action 1 : Réserver une salle
)");
  EXPECT_NE(all.find("reading missing-parent 5-8\n"), std::string::npos) << all;
}

TEST(Misplaced, a_node_below_another_rung_than_its_kind) {
  const std::string all = diagnostics(R"(
VOLET INTERNE
O.O. 1.1 Ouvrir les portes
Action 1 : Peindre le hall
VOLET EXTERNE
O.S. 1 Loger les familles
O.O. 1.1 Acheter des maisons
Action 1 : Visiter la gare
O.O. 1.2 Rénover
Action 1 : Isoler les toits
O.O. 1.3 Louer
Action 1 : Fixer les loyers
O.S. 2 Nourrir chacun
O.O. 2.1 Cuisiner
Action 1 : Engager un cuisinier
O.O. 2.2 Livrer
Action 1 : Acheter un véhicule
)");
  EXPECT_NE(all.find("reading uneven-parent OO1 2-3\n"), std::string::npos) << all;
}

TEST(Title, that_begins_with_a_label_like_others) {
  const std::string all = diagnostics(R"(
O.S. 1 Accueillir chacun
• Grappe 1.1 Peindre le hall
• Grappe 1.2 Refaire le parking
• Grappe 1.3 Installer deux bancs
)");
  EXPECT_NE(all.find("reading label-in-title OS1-A1 2-2\nreading label-in-title OS1-A2 3-3\n"),
            std::string::npos)
      << all;
}

TEST(Unread, lines_closed_like_a_list_that_joined_the_title_above_them) {
  const std::string all = diagnostics(R"(
O.S. 1 Accueillir chacun
Action 1 : Ouvrir un second guichet
 choisir la salle du rez ;
 peindre les murs en bleu ;
 engager un agent.
Action 2 : Informer
)");
  for (const char* line : {"3-3", "4-4", "5-5"}) {
    EXPECT_NE(all.find("reading unread-item OS1-A1 " + std::string(line)), std::string::npos) << all;
  }
}

TEST(Misplaced, items_of_one_sign_at_several_indents) {
  const std::string all = diagnostics(R"(
Le tiret (-) désigne une action, le carré (■) un objectif opérationnel.

O.S. 1 Accueillir chacun
- Peindre le hall
    - choisir les couleurs
    - engager un peintre
- Refaire le parking
)");
  EXPECT_NE(all.find("reading list-in-list 4-7\n"), std::string::npos) << all;
}

TEST(Title, that_stops_within_a_sentence) {
  EXPECT_EQ(
      diagnostics("O.S. 1 Accueillir chacun\nAction 1 : Former les agents de la\n\nAction 2 : Informer\n"),
      "\nreading title-unfinished OS1-A1 2-2\n");
}

TEST(Sound, letters_of_an_abbreviation_are_no_label) {
  EXPECT_EQ(test::codes(R"(
C.P.A.S. de Valmont

1. Accueillir chacun
1.1. Ouvrir les portes
1.1.1. Peindre le hall
2. Loger les familles
2.1. Acheter des maisons
2.1.1. Rénover la gare
)"),
            "OS1 OS1-OO1 OS1-OO1-A1 OS2 OS2-OO1 OS2-OO1-A1");
}

TEST(Title, of_a_cell_that_begins_within_a_sentence) {
  const std::string all = diagnostics(
      "O.S. 1 Accueillir chacun\nN°\tAction\tPilote\n1\tPeindre le hall\tAnne\n"
      "2\tRefaire le parking\tMarc\n3\tdu centre administratif\tMarc\n"
      "4\tInstaller deux bancs\tAnne\n5\tDistribuer un guide\tAnne\n");
  EXPECT_NE(all.find("reading broken-cell OS1-A3 5-5\n"), std::string::npos) << all;
}

TEST(Restart, of_numbers_below_one_parent_is_doubted) {
  EXPECT_NE(diagnostics(R"(
O.S. 1 Accueillir chacun
O.O. 1 Ouvrir les portes
O.O. 2 Informer les habitants
Loger chacun
O.O. 1 Bâtir
Action 1 Acheter un terrain
O.O. 2 Rénover
O.S. 3 Soigner
O.O. 1 Prévenir
)")
                .find("reading numbers-restart 5-7"),
            std::string::npos);
}

TEST(Restart, that_comes_again_doubts_the_first_of_them_too) {
  const std::string all = diagnostics(R"(
O.S. 1 Accueillir chacun
O.O. 1 Ouvrir les portes
O.O. 2 Informer les habitants
O.O. 1 Bâtir
O.O. 2 Rénover
O.O. 1 Prévenir
O.O. 2 Soigner
)");
  EXPECT_NE(all.find("reading numbers-restart 2-7"), std::string::npos) << all;
}

TEST(Unread, line_below_a_short_one_that_joined_its_title) {
  const std::string said = diagnostics(R"(
O.S. 1 Accueillir chacun
O.O. 1.1 Ouvrir les portes
- Élargir les heures
- Former les agents
publier un guide
- Poser une rampe
- Changer la porte
O.O. 1.2 Informer
- Refaire le site
)");
  EXPECT_NE(said.find("reading unread-item OS1-OO1-A2 5-5"), std::string::npos) << said;
  EXPECT_NE(said.find("reading after-unread 6-7"), std::string::npos) << said;
}

}  // namespace
}  // namespace pst::plan

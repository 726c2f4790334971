// Which of the candidates are markers: one reading of the whole document.
#include <gtest/gtest.h>

#include "support/reading.hpp"

namespace pst::plan {
namespace {

using test::codes;
using test::outline;
using test::read;

TEST(Wrapped, line_that_begins_like_a_marker_opens_no_node) {
  EXPECT_EQ(read(R"(
O.S. 1 Accueillir chacun
Action 1 : Mettre en œuvre les mesures annoncées dans
Action 21 du plan de relance de la Région
Action 2 : Former les agents
)"),
            R"(
OS1 | O.S. 1 | 1 | Accueillir chacun | 1-1
  OS1-A1 | Action 1 | 1 | Mettre en œuvre les mesures annoncées dans Action 21 du plan de relance de la Région | 2-3
  OS1-A2 | Action 2 | 2 | Former les agents | 4-4
)");
}

TEST(Wrapped, line_behind_an_article_is_a_mention) {
  EXPECT_EQ(outline(R"(
O.S. 1 Accueillir chacun
Action 1 : Poursuivre les efforts de l'
action 3 du plan précédent
Action 2 : Former les agents
)"),
            R"(
OS1 Accueillir chacun
  OS1-A1 Poursuivre les efforts de l'action 3 du plan précédent
  OS1-A2 Former les agents
)");
}

TEST(Mention, within_a_sentence_is_wording) {
  EXPECT_EQ(outline(R"(
O.S. 1 Accueillir chacun
Action 1 : Former les agents
Action 2 : Évaluer les effets de l'action 1 avec les habitants
Action 3 : Étendre le projet 4 de la Province à l'action 5
)"),
            R"(
OS1 Accueillir chacun
  OS1-A1 Former les agents
  OS1-A2 Évaluer les effets de l'action 1 avec les habitants
  OS1-A3 Étendre le projet 4 de la Province à l'action 5
)");
}

TEST(Mention, of_an_article_of_law_is_wording) {
  EXPECT_EQ(codes("O.S. 1 Accueillir\nArticle 61 de la loi organique\nAction 1 : Former\nAnnexe 2\nAction 2 "
                  ": Informer\n"),
            "OS1 OS1-A1 OS1-A2");
}

TEST(Inside, a_marker_behind_a_finished_one_opens_a_node_on_the_same_line) {
  EXPECT_EQ(read(R"(
O.S. 1 Accueillir chacun
Action 1 : Former les agents ; Action 2 : Informer les habitants
Action 3 : Louer une camionnette
)"),
            R"(
OS1 | O.S. 1 | 1 | Accueillir chacun | 1-1
  OS1-A1 | Action 1 | 1 | Former les agents | 2-2
  OS1-A2 | Action 2 | 2 | Informer les habitants | 2-2
  OS1-A3 | Action 3 | 3 | Louer une camionnette | 3-3
)");
}

TEST(Preamble, its_lists_are_no_actions) {
  EXPECT_EQ(codes(R"(
CPAS de Valmont

Le plan repose sur trois valeurs :
- le respect
- la solidarité

O.S. 1 Accueillir chacun
- Former les agents
- Informer les habitants
)"),
            "OS1 OS1-A1 OS1-A2");
}

TEST(Preamble, its_numbered_headings_are_no_objectives) {
  EXPECT_EQ(codes(R"(
Préambule

1. Contexte
Notre commune compte 5.000 habitants.
2. Méthode
Les habitants ont été consultés.

Objectif stratégique 1 : Accueillir chacun
Action 1 : Former les agents
Objectif stratégique 2 : Loger les familles
Action 2 : Rénover la gare
)"),
            "OS1 OS1-A1 OS2 OS2-A2");
}

TEST(Contents, with_leaders_create_no_nodes) {
  EXPECT_EQ(read(R"(
Table des matières
O.S. 1 Accueillir chacun ............ 3
O.S. 2 Loger les familles ............ 5

O.S. 1 Accueillir chacun
O.S. 2 Loger les familles
)"),
            R"(
OS1 | O.S. 1 | 1 | Accueillir chacun | 5-5
OS2 | O.S. 2 | 2 | Loger les familles | 6-6
)");
}

TEST(Contents, without_leaders_create_none_either) {
  EXPECT_EQ(read(R"(
Sommaire
O.S. 1 Accueillir chacun 3
O.S. 2 Loger les familles 5
O.S. 3 Verdir les rues 6

O.S. 1 Accueillir chacun
Action 1 : Former les agents
O.S. 2 Loger les familles
O.S. 3 Verdir les rues
)"),
            R"(
OS1 | O.S. 1 | 1 | Accueillir chacun | 6-6
  OS1-A1 | Action 1 | 1 | Former les agents | 7-7
OS2 | O.S. 2 | 2 | Loger les familles | 8-8
OS3 | O.S. 3 | 3 | Verdir les rues | 9-9
)");
}

TEST(Announced, objectives_stand_where_their_heading_does) {
  EXPECT_EQ(read(R"(
Aperçu
O.S. 1 Accueillir chacun
O.S. 2 Loger les familles

O.S. 1 Accueillir chacun
Action 1 : Former les agents
O.S. 2 Loger les familles
Action 2 : Rénover la gare
)"),
            R"(
OS1 | O.S. 1 | 1 | Accueillir chacun | 5-5
  OS1-A1 | Action 1 | 1 | Former les agents | 6-6
OS2 | O.S. 2 | 2 | Loger les familles | 7-7
  OS2-A2 | Action 2 | 2 | Rénover la gare | 8-8
)");
}

TEST(Prose, below_a_heading_is_its_description_not_its_title) {
  EXPECT_EQ(read(R"(
O.S. 1 Accueillir chacun
Depuis 2015, la commune mène une politique d'accueil. Elle veut la
poursuivre avec ses partenaires.
Action 1 : Former les agents
Cette action prolonge un projet pilote.
)"),
            R"(
OS1 | O.S. 1 | 1 | Accueillir chacun | 1-1 | « Depuis 2015, la commune mène une politique d'accueil. Elle veut la poursuivre avec ses partenaires »
  OS1-A1 | Action 1 | 1 | Former les agents | 4-4 | « Cette action prolonge un projet pilote »
)");
}

TEST(Closed, plan_takes_no_numbers_from_what_follows_it) {
  EXPECT_EQ(codes(R"(
O.S. 1 Accueillir chacun
Action 1 : Former les agents

Conclusion

Le conseil remercie les habitants.
1. Merci à tous
2. Merci aux agents
)"),
            "OS1 OS1-A1");
}

TEST(Annex, objective_printed_for_information_says_so) {
  EXPECT_EQ(outline(R"(
O.S. 1 Accueillir chacun
Action 1 : Former les agents

Annexe : objectif de la zone de secours, repris à titre d'information

O.S. 2 Protéger des incendies
Action 1 : Acheter une autopompe
)"),
            R"(
OS1 Accueillir chacun
  OS1-A1 Former les agents
OS2 Protéger des incendies {annex}
  OS2-A1 Acheter une autopompe
)");
}

TEST(Unknown, words_open_nodes_where_their_numbers_follow_one_another) {
  EXPECT_EQ(codes(R"(
Cause 1 : Accueillir chacun
Levier 1.1 : Ouvrir les portes
Levier 1.2 : Aller vers les gens
Cause 2 : Loger les familles
Levier 2.1 : Acheter des maisons
)"),
            "OS1 OS1-OO1 OS1-OO2 OS2 OS2-OO1");
}

TEST(Unknown, word_with_one_number_only_is_wording) {
  EXPECT_EQ(codes("O.S. 1 Accueillir\nAction 1 : Former\nPalier 3 : le détail\nAction 2 : Informer\n"),
            "OS1 OS1-A1 OS1-A2");
}

TEST(Letters, c_and_d_and_i_are_letters_in_a_series_of_letters) {
  const char* plan = R"(
I. Accueillir chacun
A. Ouvrir les portes
B. Aller vers les gens
C. Écouter les aînés
D. Parler aux jeunes
II. Loger les familles
A. Acheter des maisons
)";
  EXPECT_EQ(codes(plan), "OS1 OS1-OO1 OS1-OO2 OS1-OO3 OS1-OO4 OS2 OS2-OO1");
  EXPECT_EQ(test::plan_of(plan).nodes[0].children[2].number, "C");
}

TEST(Nothing, but_prose_gives_an_empty_tree_and_says_so) {
  const Plan plan =
      test::plan_of("Le conseil a décidé de rénover la gare.\nLa commune compte trois villages.\n");
  EXPECT_TRUE(plan.nodes.empty());
  ASSERT_EQ(plan.diagnostics.size(), 1u);
  EXPECT_EQ(plan.diagnostics[0].rule, "no-scheme");
  EXPECT_EQ(plan.diagnostics[0].severity, source::Severity::error);
  EXPECT_FALSE(plan.diagnostics[0].code || plan.diagnostics[0].lines);
}

TEST(Bracket, left_open_above_makes_a_mention_of_the_number_that_closes_it) {
  EXPECT_EQ(
      codes("0.0.1.1 Former les agents (cf procédure\n0.0.1.2) autour de cas concrets\n0.0.1.2 Informer\n- "
            "Loger\n"),
      "OO1 OO2 OO2-A1");
}

TEST(Prose, that_a_full_heading_line_leads_to_is_no_part_of_its_title) {
  EXPECT_EQ(read(R"(
O.S. 1 Offrir un toit aux personnes en rupture
Le Centre ne possède qu'un seul logement, et les
demandes ont doublé depuis l'ouverture de la gare
et de ses ateliers aux habitants des villages.
O.O. 1.1 Acheter des maisons
)"),
            R"(
OS1 | O.S. 1 | 1 | Offrir un toit aux personnes en rupture | 1-1 | « Le Centre ne possède qu'un seul logement, et les demandes ont doublé depuis l'ouverture de la gare et de ses ateliers aux habitants des villages »
  OS1-OO1 | O.O. 1.1 | 1.1 | Acheter des maisons | 5-5
)");
}

TEST(Themes, above_objectives_that_are_numbered_through_the_plan_are_axes) {
  EXPECT_EQ(
      codes("LOGEMENT\n\nO.S. 1 Loger\n- Bâtir\nO.S. 2 Abriter\n- Rénover\n\nEMPLOI\n\nO.S. 3 Former\n- "
            "Engager\n\nFAMILLE\n\nO.S. 4 Garder\n- Jouer\n"),
      "AX1 OS1 OS1-A1 OS2 OS2-A1 AX2 OS3 OS3-A1 AX3 OS4 OS4-A1");
}

TEST(Mention, of_a_lone_high_number_in_the_middle_of_a_paragraph) {
  EXPECT_EQ(codes(R"(
Objectif stratégique 1 : Accueillir chacun

Projet 1 – Tenir un jardin avec l'asbl
Action 21 du Val et les voisins.
  > Acheter des outils
  > Semer

Projet 2 – Ouvrir un guichet
  > Former les agents
)"),
            "OS1 OS1-P1 OS1-P1-A1 OS1-P1-A2 OS1-P2 OS1-P2-A1");
}

TEST(Foreword, steps_that_it_lists_are_no_actions) {
  EXPECT_EQ(codes(R"(
Comment ce plan a-t-il été fait ?

- Étape 1 : diagnostic des services
- Étape 2 : ateliers avec les habitants
- Étape 3 : choix du Conseil

AXE 1 – LOGEMENT

Objectif stratégique 1. Loger les familles
- Acheter des maisons

Objectif stratégique 2. Isoler les maisons
- Changer les châssis
)"),
            "AX1 OS1 OS1-A1 OS2 OS2-A1");
}

TEST(Annex, objective_of_another_body_printed_for_information) {
  EXPECT_EQ(outline(R"(
O.S. 1 Accueillir chacun
Action 1 : Former les agents

Pour information des lecteurs : objectif de la zone de secours

O.S. 2 Protéger des incendies
)"),
            R"(
OS1 Accueillir chacun
  OS1-A1 Former les agents
OS2 Protéger des incendies {annex}
)");
}

TEST(Letterspaced, volet) {
  EXPECT_EQ(
      codes("V O L E T   I N T E R N E\n\nO.S. 1 Former\n\nV O L E T   E X T E R N E\n\nO.S. 2 Accueillir\n"),
      "VI OS1 VE OS2");
}

}  // namespace
}  // namespace pst::plan

// Markers misspelt, misread or run into their wording, and lines that only look like markers.
#include <gtest/gtest.h>

#include "support/reading.hpp"

namespace pst::plan {
namespace {

using test::codes;
using test::outline;

TEST(Misread, a_marker_word_misspelt_once) {
  EXPECT_EQ(codes(R"(
Objectif stratégique n°1 : Accueillir chacun
Objectif opérationnel n°1.1 : Ouvrir les portes
Action n° 1.1.1 – Former les agents
Objectif opérationnel n°1.2 : Informer
Action n° 1.2.1 – Écrire un guide
Objectif opérationel n°1.3 : Aller vers les gens
Action n° 1.3.1 – Visiter les familles
)"),
            "OS1 OS1-OO1 OS1-OO1-A1 OS1-OO2 OS1-OO2-A1 OS1-OO3 OS1-OO3-A1");
}

TEST(Misread, letters_in_a_series_of_digits) {
  EXPECT_EQ(outline(R"(
O.S. 1. Accueillir chacun
O.O. 1.1 Ouvrir les portes
O.O. 1.Z Informer les habitants
O.O. 1.3 Former les agents
O.O. 1.4 Réunir les partenaires
)"),
            R"(
OS1 Accueillir chacun
  OS1-OO1 Ouvrir les portes
  OS1-OO2 Informer les habitants
  OS1-OO3 Former les agents
  OS1-OO4 Réunir les partenaires
)");
}

TEST(Misread, a_number_run_into_its_wording) {
  EXPECT_EQ(outline(R"(
O.S. 1 Accueillir chacun
Projet 1. Ouvrir les portes
Projet 2Former les agents
Projet 3. Informer les habitants
)"),
            R"(
OS1 Accueillir chacun
  OS1-P1 Ouvrir les portes
  OS1-P2 Former les agents
  OS1-P3 Informer les habitants
)");
}

TEST(Misread, a_wrapped_line_that_begins_with_a_marker_word) {
  EXPECT_EQ(outline(R"(
Axe 1 : Accueillir chacun
Mesure 1 : Étendre le taxi social et le proposer sur le nouvel
Axe de transport du canton
Mesure 2 : Former les agents avec l'association
Mesure commune de la province
Axe 2 : Loger les familles
Mesure 1 : Acheter des maisons
)"),
            R"(
AX1 Accueillir chacun
  AX1-A1 Étendre le taxi social et le proposer sur le nouvel Axe de transport du canton
  AX1-A2 Former les agents avec l'association Mesure commune de la province
AX2 Loger les familles
  AX2-A1 Acheter des maisons
)");
}

TEST(Misread, signs_that_a_scan_makes_of_bullets) {
  EXPECT_EQ(codes(R"(
O.S. 1 Accueillir chacun

« Former les agents ;
+* Informer les habitants ;
s Réunir les partenaires ;
< Visiter les familles.
)"),
            "OS1 OS1-A1 OS1-A2 OS1-A3 OS1-A4");
}

TEST(Misread, tabs_behind_list_signs) {
  EXPECT_EQ(
      codes("O.S. 1 Accueillir chacun\n•\tFormer les agents :\no\tchoisir un lieu ;\no\tfixer une date.\n"),
      "OS1 OS1-A1 OS1-A1-SA1 OS1-A1-SA2");
}

TEST(Misread, addresses_in_every_label) {
  EXPECT_EQ(outline(R"(
Axe 1 : Un service ouvert
S1 – Accueillir chacun
S1.O1 – Ouvrir les portes
S1.O1.A1 – Former les agents (cf. S2.O1.A1) avec leurs collègues
S1.O1.A2 – Écrire les procédures
S1.O1.A2.a – l'aide urgente
S1.O1.A2.b – la récupération
S1.O2 – Informer les habitants
S1.O2.A1 – Écrire un guide
Axe 2 : Un service solidaire
S2 – Loger les familles
S2.O1 – Acheter des maisons
S2.O1.A1 – Visiter les biens
)"),
            R"(
AX1 Un service ouvert
  OS1 Accueillir chacun
    OS1-OO1 Ouvrir les portes
      OS1-OO1-A1 Former les agents (cf. S2.O1.A1) avec leurs collègues {references=[cf. S2.O1.A1]→OS2-OO1-A1}
      OS1-OO1-A2 Écrire les procédures
        OS1-OO1-A2-SA1 l'aide urgente
        OS1-OO1-A2-SA2 la récupération
    OS1-OO2 Informer les habitants
      OS1-OO2-A1 Écrire un guide
AX2 Un service solidaire
  OS2 Loger les familles
    OS2-OO1 Acheter des maisons
      OS2-OO1-A1 Visiter les biens
)");
}

TEST(Misread, headings_above_nested_lists) {
  const char* text = R"(
Un mot d'introduction.

LOGER LES FAMILLES

■ Acheter des maisons
  - Visiter les biens
    o choisir un notaire
■ Louer des appartements

ACCUEILLIR CHACUN

■ Ouvrir les portes
  - Former les agents
)";
  EXPECT_EQ(codes(text), "OS1 OS1-OO1 OS1-OO1-A1 OS1-OO1-A1-SA1 OS1-OO2 OS2 OS2-OO1 OS2-OO1-A1");
  EXPECT_NE(test::diagnostics(text).find("reading guessed-ladder\n"), std::string::npos);
}

TEST(Misread, rungs_that_contradict_their_numbers) {
  const auto shaky = [](const char* text) {
    return test::diagnostics(text).find("reading shaky-ladder\n") != std::string::npos;
  };
  EXPECT_TRUE(
      shaky("1.1. Ouvrir les portes\n1.1.1. Former les agents\n1.1.2. Informer chacun\n"
            "1.2. Aller vers les gens\n1.2.1. Visiter les familles\n"
            "2.1. Acheter des maisons\n2.1.1. Visiter les biens\n"));
  EXPECT_FALSE(
      shaky("1. Accueillir chacun\n1.1. Ouvrir les portes\n1.1.1. Former les agents\n"
            "1.1.2. Informer chacun\n2. Loger les familles\n2.1. Acheter des maisons\n"
            "2.1.1. Visiter les biens\n"));
}

TEST(Misread, letters_follow_one_another) {
  const std::string said = test::diagnostics(R"(
O.S. 1 Accueillir chacun

O.O. 1.1 Ouvrir les portes

a) Former les agents
b) Informer les habitants
c) Réunir les partenaires
)");
  EXPECT_EQ(said.find("numbering-gap"), std::string::npos) << said;
}

TEST(Misread, a_heading_read_as_prose_is_doubted) {
  const std::string said = test::diagnostics(R"(
## O.S. 1 Accueillir chacun

**O.O. 1.1 Ouvrir les portes**

Action 1 : Former les agents

**B1. Aller vers les gens**

Action 2 : Visiter les familles
)");
  EXPECT_NE(said.find("reading unread-heading"), std::string::npos) << said;
}

TEST(Misread, running_feet_and_heads_of_pages_without_page_breaks) {
  std::string text = "O.S. 1 Accueillir chacun\n";
  for (int page = 1; page <= 4; ++page) {
    for (int action = 3 * page - 2; action <= 3 * page; ++action)
      text += "\nAction " + std::to_string(action) + " : Ouvrir un guichet avec les villes et\n";
    text.pop_back();
    text += "\n\nPlan de la commune – 2024-2030      " + std::to_string(page) +
            " | Page\n\n\nPlan de la commune   Service\n\n";
    text += "les villages\n";
  }
  const std::string tree = outline(text);
  EXPECT_EQ(tree.find("Page"), std::string::npos) << tree;
  EXPECT_NE(tree.find("les villes et les villages"), std::string::npos) << tree;
}

TEST(Misread, a_pointer_that_wraps_within_its_bracket_below_a_tab) {
  EXPECT_EQ(outline("OS1\tAccueillir chacun\nOO1.1\tOuvrir les portes\n"
                    "A1.1.1\tTraduire les formulaires avec les élèves (cf.\n"
                    "A2.1.3), lorsque la personne le demande\nA1.1.2\tPeindre le hall\n"),
            R"(
OS1 Accueillir chacun
  OS1-OO1 Ouvrir les portes
    OS1-OO1-A1 Traduire les formulaires avec les élèves (cf. A2.1.3), lorsque la personne le demande {references=[cf. A2.1.3]→?}
    OS1-OO1-A2 Peindre le hall
)");
}

TEST(Letterspaced, markers_are_read_closed_up) {
  EXPECT_EQ(codes("O B J E C T I F   S T R A T É G I Q U E   1\n\nAccueillir chacun\n\n"
                  "Objectif opérationnel 1.1 – Ouvrir les portes\n- Former les agents\n\n"
                  "O B J E C T I F   S T R A T É G I Q U E   2\n\nLoger les familles\n"),
            "OS1 OS1-OO1 OS1-OO1-A1 OS2");
}

TEST(Underlined, headings_above_lists_are_objectives_of_two_rungs) {
  EXPECT_EQ(outline(R"(
PLAN DE VALMONT

M. Pierre Dubois
M. Jean Lambert
M. Luc Petit

Accueillir chacun dans nos services, quelle que soit
sa demande
====================================================

Chacun compte.

Ouvrir les portes
-----------------

* Former les agents
* Informer les habitants

Aller vers les gens
-------------------

* Visiter les familles

Loger les familles
==================

Acheter des maisons
-------------------

* Visiter les biens
  + choisir un quartier
)"),
            R"(
OS1 Accueillir chacun dans nos services, quelle que soit sa demande
  OS1-OO1 Ouvrir les portes
    OS1-OO1-A1 Former les agents
    OS1-OO1-A2 Informer les habitants
  OS1-OO2 Aller vers les gens
    OS1-OO2-A1 Visiter les familles
OS2 Loger les familles
  OS2-OO1 Acheter des maisons
    OS2-OO1-A1 Visiter les biens
      OS2-OO1-A1-SA1 choisir un quartier
)");
}

}  // namespace
}  // namespace pst::plan

// One plan a numbering scheme: labels, numbers, codes and the tree that follows from them.
#include <gtest/gtest.h>

#include "source/error.hpp"
#include "support/reading.hpp"

namespace pst::plan {
namespace {

using test::codes;
using test::read;

TEST(Scheme, os_oo_action) {
  EXPECT_EQ(read(R"(
O.S.1. Accueillir chacun
O.O.1.1. Ouvrir les portes
Action 1 : Former les agents
Action 2 : Informer les habitants
O.O.1.2. Aller vers les gens
Action 1 : Visiter les familles
O.S.2. Loger les familles
O.O.2.1. Acheter des maisons
)"),
            R"(
OS1 | O.S.1. | 1 | Accueillir chacun | 1-1
  OS1-OO1 | O.O.1.1. | 1.1 | Ouvrir les portes | 2-2
    OS1-OO1-A1 | Action 1 | 1 | Former les agents | 3-3
    OS1-OO1-A2 | Action 2 | 2 | Informer les habitants | 4-4
  OS1-OO2 | O.O.1.2. | 1.2 | Aller vers les gens | 5-5
    OS1-OO2-A1 | Action 1 | 1 | Visiter les familles | 6-6
OS2 | O.S.2. | 2 | Loger les familles | 7-7
  OS2-OO1 | O.O.2.1. | 2.1 | Acheter des maisons | 8-8
)");
}

TEST(Scheme, zeros_typed_for_letters) {
  EXPECT_EQ(read(R"(
Objectif stratégique 1 : Accueillir chacun
0.0.1.1 Ouvrir les portes
Action 1.1.1 : Former les agents
-0.0.1.2 Aller vers les gens
0.0.1.3_ Visiter les familles
Action 1.3.1 : Louer une camionnette
)"),
            R"(
OS1 | Objectif stratégique 1 | 1 | Accueillir chacun | 1-1
  OS1-OO1 | 0.0.1.1 | 1.1 | Ouvrir les portes | 2-2
    OS1-OO1-A1 | Action 1.1.1 | 1.1.1 | Former les agents | 3-3
  OS1-OO2 | 0.0.1.2 | 1.2 | Aller vers les gens | 4-4
  OS1-OO3 | 0.0.1.3_ | 1.3 | Visiter les familles | 5-5
    OS1-OO3-A1 | Action 1.3.1 | 1.3.1 | Louer une camionnette | 6-6
)");
}

TEST(Scheme, projects_numbered_through_the_plan) {
  EXPECT_EQ(read(R"(
Objectif stratégique 1 : Accueillir chacun
Objectif opérationnel 1.1 : Ouvrir les portes
Projet 1. Un guichet unique
- Former les agents
- Informer les habitants
Projet 2. Un bus social
Objectif opérationnel 1.2 : Aller vers les gens
Projet 3. Une tournée
)"),
            R"(
OS1 | Objectif stratégique 1 | 1 | Accueillir chacun | 1-1
  OS1-OO1 | Objectif opérationnel 1.1 | 1.1 | Ouvrir les portes | 2-2
    OS1-OO1-P1 | Projet 1. | 1 | Un guichet unique | 3-3
      OS1-OO1-P1-A1 | - | - | Former les agents | 4-4
      OS1-OO1-P1-A2 | - | - | Informer les habitants | 5-5
    OS1-OO1-P2 | Projet 2. | 2 | Un bus social | 6-6
  OS1-OO2 | Objectif opérationnel 1.2 | 1.2 | Aller vers les gens | 7-7
    OS1-OO2-P3 | Projet 3. | 3 | Une tournée | 8-8
)");
}

TEST(Scheme, dotted_actions_and_lettered_sub_actions) {
  EXPECT_EQ(read(R"(
O.S. 1 Loger les familles
O.O. 1.1 Acheter des maisons
Action 1.1.1 : Rénover la gare
Sous-action 1.1.1.A : Choisir un architecte
Sous-action 1.1.1.B : Lancer les travaux
)"),
            R"(
OS1 | O.S. 1 | 1 | Loger les familles | 1-1
  OS1-OO1 | O.O. 1.1 | 1.1 | Acheter des maisons | 2-2
    OS1-OO1-A1 | Action 1.1.1 | 1.1.1 | Rénover la gare | 3-3
      OS1-OO1-A1-SA1 | Sous-action 1.1.1.A | 1.1.1.A | Choisir un architecte | 4-4
      OS1-OO1-A1-SA2 | Sous-action 1.1.1.B | 1.1.1.B | Lancer les travaux | 5-5
)");
}

TEST(Scheme, roman_numerals_digits_and_letters) {
  EXPECT_EQ(read(R"(
I. Accueillir chacun
1. Ouvrir les portes
a) Former les agents
b) Informer les habitants
2. Aller vers les gens
a) Visiter les familles
II. Loger les familles
1. Acheter des maisons
a) Rénover la gare
)"),
            R"(
OS1 | I. | 1 | Accueillir chacun | 1-1
  OS1-OO1 | 1. | 1 | Ouvrir les portes | 2-2
    OS1-OO1-A1 | a) | a | Former les agents | 3-3
    OS1-OO1-A2 | b) | b | Informer les habitants | 4-4
  OS1-OO2 | 2. | 2 | Aller vers les gens | 5-5
    OS1-OO2-A1 | a) | a | Visiter les familles | 6-6
OS2 | II. | 2 | Loger les familles | 7-7
  OS2-OO1 | 1. | 1 | Acheter des maisons | 8-8
    OS2-OO1-A1 | a) | a | Rénover la gare | 9-9
)");
}

TEST(Scheme, compound_roman_numbers) {
  EXPECT_EQ(read(R"(
I. Accueillir chacun
I.1. Ouvrir les portes
I.1.a. Former les agents
I.1.b. Informer les habitants
II. Loger les familles
II.1. Acheter des maisons
II.1.a. Rénover la gare
)"),
            R"(
OS1 | I. | 1 | Accueillir chacun | 1-1
  OS1-OO1 | I.1. | 1.1 | Ouvrir les portes | 2-2
    OS1-OO1-A1 | I.1.a. | 1.1.a | Former les agents | 3-3
    OS1-OO1-A2 | I.1.b. | 1.1.b | Informer les habitants | 4-4
OS2 | II. | 2 | Loger les familles | 5-5
  OS2-OO1 | II.1. | 2.1 | Acheter des maisons | 6-6
    OS2-OO1-A1 | II.1.a. | 2.1.a | Rénover la gare | 7-7
)");
}

TEST(Scheme, compact_codes) {
  EXPECT_EQ(read(R"(
OS1 Accueillir chacun
OO1.1 Ouvrir les portes
A1.1.1 Former les agents
A1.1.2 Informer les habitants
SA1.1.2.1 Écrire une lettre
OS2 Loger les familles
OO2.1 Acheter des maisons
A2.1.1 Rénover la gare
)"),
            R"(
OS1 | OS1 | 1 | Accueillir chacun | 1-1
  OS1-OO1 | OO1.1 | 1.1 | Ouvrir les portes | 2-2
    OS1-OO1-A1 | A1.1.1 | 1.1.1 | Former les agents | 3-3
    OS1-OO1-A2 | A1.1.2 | 1.1.2 | Informer les habitants | 4-4
      OS1-OO1-A2-SA1 | SA1.1.2.1 | 1.1.2.1 | Écrire une lettre | 5-5
OS2 | OS2 | 2 | Loger les familles | 6-6
  OS2-OO1 | OO2.1 | 2.1 | Acheter des maisons | 7-7
    OS2-OO1-A1 | A2.1.1 | 2.1.1 | Rénover la gare | 8-8
)");
}

TEST(Scheme, hyphens_within_numbers) {
  EXPECT_EQ(codes(R"(
OS-1 Accueillir chacun
OO-1-1 Ouvrir les portes
A-1-1-1 Former les agents
A-1-1-2 Informer les habitants
OO-1-2 Aller vers les gens
A-1-2-1 Visiter les familles
)"),
            "OS1 OS1-OO1 OS1-OO1-A1 OS1-OO1-A2 OS1-OO2 OS1-OO2-A1");
}

TEST(Scheme, the_letter_of_the_volet_in_every_code) {
  EXPECT_EQ(codes(R"(
VOLET INTERNE
OSI1 Accueillir chacun
OOI1.1 Ouvrir les portes
AI1.1.1 Former les agents
VOLET EXTERNE
OSE1 Loger les familles
OOE1.1 Acheter des maisons
AE1.1.1 Visiter les familles
)"),
            "VI VI-OS1 VI-OS1-OO1 VI-OS1-OO1-A1 VE VE-OS1 VE-OS1-OO1 VE-OS1-OO1-A1");
}

TEST(Scheme, letters_that_touch_the_numbers_behind_words) {
  EXPECT_EQ(codes(R"(
Domaine A : Accueillir chacun
Objectif A1 : Ouvrir les portes
Action A1.1 : Former les agents
Action A1.2 : Informer les habitants
Domaine B : Loger les familles
Objectif B1 : Acheter des maisons
Action B1.1 : Visiter les familles
)"),
            "AX1 OSA.1 OSA.1-A1 OSA.1-A2 AX2 OSB.1 OSB.1-A1");
}

TEST(Scheme, abbreviated_words) {
  EXPECT_EQ(read(R"(
Objectif stratégique n°1 : Loger les familles
Obj. op. 1.1 : Acheter des maisons
Act. 1 Rénover la gare
Act. 2 Peindre le pont
)"),
            R"(
OS1 | Objectif stratégique n°1 | 1 | Loger les familles | 1-1
  OS1-OO1 | Obj. op. 1.1 | 1.1 | Acheter des maisons | 2-2
    OS1-OO1-A1 | Act. 1 | 1 | Rénover la gare | 3-3
    OS1-OO1-A2 | Act. 2 | 2 | Peindre le pont | 4-4
)");
}

TEST(Scheme, challenges_axes_objectives_and_measures) {
  EXPECT_EQ(read(R"(
Défi 1 : Habiter ensemble
Axe 1.1 : Le logement
Objectif 1 : Loger les familles
Mesure 1 : Acheter une maison
Mesure 2 : Rénover la gare
Objectif 2 : Chauffer les maisons
Mesure 1 : Isoler les toits
)"),
            R"(
AX1 | Défi 1 | 1 | Habiter ensemble | 1-1
AX2 | Axe 1.1 | 1.1 | Le logement | 2-2
  OS1 | Objectif 1 | 1 | Loger les familles | 3-3
    OS1-A1 | Mesure 1 | 1 | Acheter une maison | 4-4
    OS1-A2 | Mesure 2 | 2 | Rénover la gare | 5-5
  OS2 | Objectif 2 | 2 | Chauffer les maisons | 6-6
    OS2-A1 | Mesure 1 | 1 | Isoler les toits | 7-7
)");
}

TEST(Scheme, numbers_without_words) {
  EXPECT_EQ(codes(R"(
1. Accueillir chacun
1.1 Ouvrir les portes
1.1.1 Former les agents
1.1.2 Informer les habitants
1.2 Aller vers les gens
1.2.1 Visiter les familles
2. Loger les familles
2.1 Acheter des maisons
2.1.1 Rénover la gare
)"),
            "OS1 OS1-OO1 OS1-OO1-A1 OS1-OO1-A2 OS1-OO2 OS1-OO2-A1 OS2 OS2-OO1 OS2-OO1-A1");
}

TEST(Scheme, words_that_no_grammar_knows) {
  EXPECT_EQ(read(R"(
Ambition 1 : Accueillir chacun
Levier 1.1 : Ouvrir les portes
Chantier 1 : Former les agents
Chantier 2 : Informer les habitants
Levier 1.2 : Aller vers les gens
Chantier 3 : Visiter les familles
Ambition 2 : Loger les familles
Levier 2.1 : Acheter des maisons
Chantier 4 : Rénover la gare
)"),
            R"(
OS1 | Ambition 1 | 1 | Accueillir chacun | 1-1
  OS1-OO1 | Levier 1.1 | 1.1 | Ouvrir les portes | 2-2
    OS1-OO1-A1 | Chantier 1 | 1 | Former les agents | 3-3
    OS1-OO1-A2 | Chantier 2 | 2 | Informer les habitants | 4-4
  OS1-OO2 | Levier 1.2 | 1.2 | Aller vers les gens | 5-5
    OS1-OO2-A3 | Chantier 3 | 3 | Visiter les familles | 6-6
OS2 | Ambition 2 | 2 | Loger les familles | 7-7
  OS2-OO1 | Levier 2.1 | 2.1 | Acheter des maisons | 8-8
    OS2-OO1-A4 | Chantier 4 | 4 | Rénover la gare | 9-9
)");
}

TEST(Scheme, nothing_but_nested_lists) {
  EXPECT_EQ(read(R"(
■ Accueillir chacun
  • Ouvrir les portes
    – Former les agents
    – Informer les habitants
  • Aller vers les gens
    – Visiter les familles
■ Loger les familles
  • Acheter des maisons
    – Rénover la gare
)"),
            R"(
OS1 | - | - | Accueillir chacun | 1-1
  OS1-OO1 | - | - | Ouvrir les portes | 2-2
    OS1-OO1-A1 | - | - | Former les agents | 3-3
    OS1-OO1-A2 | - | - | Informer les habitants | 4-4
  OS1-OO2 | - | - | Aller vers les gens | 5-5
    OS1-OO2-A1 | - | - | Visiter les familles | 6-6
OS2 | - | - | Loger les familles | 7-7
  OS2-OO1 | - | - | Acheter des maisons | 8-8
    OS2-OO1-A1 | - | - | Rénover la gare | 9-9
)");
}

TEST(Scheme, two_schemes_in_one_document) {
  EXPECT_EQ(codes(R"(
VOLET INTERNE
I. Accueillir chacun
I.1. Ouvrir les portes
I.1.a. Former les agents
II. Informer chacun
II.1. Écrire mieux
II.1.a. Publier une lettre
VOLET EXTERNE
Objectif stratégique 3 : Loger les familles
Objectif opérationnel 3.1 : Acheter des maisons
• Rénover la gare
)"),
            "VI OS1 OS1-OO1 OS1-OO1-A1 OS2 OS2-OO1 OS2-OO1-A1 VE OS3 OS3-OO1 OS3-OO1-A1");
}

// --- which scheme is chosen
// -----------------------------------------------------------------------------------

std::string chosen(std::string_view text, const test::How& how = {}) {
  return test::plan_of(text, how).document.scheme.name;
}

TEST(Choice, is_the_grammar_whose_markers_opened_the_nodes) {
  EXPECT_EQ(chosen("O.S. 1 Accueillir\nO.O. 1.1 Ouvrir\nAction 1 : Former\nAction 2 : Informer\n"),
            "os-oo-action");
  EXPECT_EQ(chosen("OS1 Accueillir\nOO1.1 Ouvrir\nA1.1.1 Former\nA1.1.2 Informer\n"), "codes");
  EXPECT_EQ(chosen("1. Accueillir\n1.1 Ouvrir\n1.1.1 Former\n2. Loger\n2.1 Acheter\n2.1.1 Rénover\n"),
            "decimal");
  EXPECT_EQ(chosen("Action\tPilote\tÉchéance\nFormer\tAnne\t2021\nInformer\tMarc\t2022\n"), "tableaux");
  EXPECT_EQ(chosen("■ Accueillir\n  • Ouvrir\n    – Former\n■ Loger\n  • Acheter\n    – Rénover\n"),
            "listes");
}

TEST(Choice, has_a_confidence_and_a_runner_up) {
  const Scheme scheme =
      test::plan_of("O.S. 1 Accueillir\nO.O. 1.1 Ouvrir\nAction 1 : Former\n").document.scheme;
  EXPECT_GT(scheme.confidence, 0.9);
  EXPECT_LE(scheme.confidence, 1.0);
  EXPECT_NE(scheme.runner_up, "");
  EXPECT_LT(scheme.runner_up_confidence, scheme.confidence);
}

TEST(Choice, is_less_sure_of_an_unknown_scheme) {
  const double known = test::plan_of("O.S. 1 Accueillir\nO.O. 1.1 Ouvrir\nO.O. 1.2 Aller\nO.S. 2 Loger\n")
                           .document.scheme.confidence;
  const double unknown =
      test::plan_of("Ambition 1 : Accueillir\nLevier 1.1 : Ouvrir\nLevier 1.2 : Aller\nAmbition 2 : Loger\n")
          .document.scheme.confidence;
  EXPECT_LT(unknown, known);
}

TEST(Forced, grammar_is_the_one_that_is_used_and_named) {
  const char* plan = "O.S. 1 Accueillir\nOS2 Loger\nO.S. 2 Verdir\n";
  EXPECT_EQ(codes(plan, {.grammar = "os-oo-action"}), "OS1 OS2");
  EXPECT_EQ(chosen(plan, {.grammar = "os-oo-action"}), "os-oo-action");
}

TEST(Forced, grammar_still_knows_what_it_includes) {
  EXPECT_EQ(
      codes("VOLET INTERNE\nOS1 Accueillir\nAction 1 : Former\nAction 2 : Informer\n", {.grammar = "codes"}),
      "VI OS1 OS1-A1 OS1-A2");
}

TEST(Forced, grammar_that_does_not_exist_is_an_error) {
  EXPECT_THROW(test::plan_of("O.S. 1 Accueillir\n", {.grammar = "os-oo"}), Error);
}

TEST(Scheme, roman_axes_above_objectives_without_numbers) {
  EXPECT_EQ(test::codes(R"(
CPAS de Valmont

I. Pour les habitants

Objectif stratégique : Accueillir chacun

1. Objectif opérationnel : Ouvrir les portes
a) peindre le hall ;
b) refaire le parking.

II. Pour les agents

Objectif stratégique : Travailler mieux

1. Objectif opérationnel : Former les équipes
a) écrire un guide ;
b) réserver une salle.
)"),
            "AX1 OS1 OS1-OO1 OS1-OO1-A1 OS1-OO1-A2 AX2 OS2 OS2-OO1 OS2-OO1-A1 OS2-OO1-A2");
}

TEST(Scheme, words_of_a_rung_alone_above_its_wording) {
  EXPECT_EQ(test::outline(R"(
Comment lire :
■ objectif stratégique
► objectif opérationnel

OBJECTIF STRATÉGIQUE
Que chacun soit logé

Objectif opérationnel : bâtir
Action 1 : acheter un terrain

OBJECTIF STRATÉGIQUE
Que chacun soit soigné

Objectif opérationnel : prévenir
Action 2 : dépister
)"),
            R"(
OS1 Que chacun soit logé
  OS1-OO1 bâtir
    OS1-OO1-A1 acheter un terrain
OS2 Que chacun soit soigné
  OS2-OO1 prévenir
    OS2-OO1-A2 dépister
)");
}

TEST(Scheme, addresses_stand_below_those_that_they_begin_with) {
  EXPECT_EQ(test::codes(R"(
Axe 1 : Un centre clair

S1.O1 – Ranger les services

S1.O1.A1 – Revoir les profils
S1.O1.A2 – Écrire les règles :
une règle des congés
S1.O1.A2.b – une règle des clés
S1.O1.A2.c – une règle des salles

Axe 2 : Un centre solidaire

S2.O1 – Aider

S2.O1.A1 – Ouvrir une épicerie
)"),
            "AX1 OS1.1 OS1.1-OO1 OS1.1-OO2 OS1.1-OO2-A2 OS1.1-OO2-A3 AX2 OS2.1 OS2.1-OO1");
}

TEST(Scheme, labels_of_a_word_that_no_grammar_knows_behind_list_signs) {
  EXPECT_EQ(test::read(R"(
Objectif stratégique 1 : Accueillir chacun
- Palier 1 : ouvrir un second guichet
- Palier 2 : former deux agents
Objectif stratégique 2 : Loger les familles
- Palier 1 : acheter une maison
- Palier 2 : la chauffer
)"),
            R"(
OS1 | Objectif stratégique 1 | 1 | Accueillir chacun | 1-1
  OS1-A1 | Palier 1 | 1 | ouvrir un second guichet | 2-2
  OS1-A2 | Palier 2 | 2 | former deux agents | 3-3
OS2 | Objectif stratégique 2 | 2 | Loger les familles | 4-4
  OS2-A1 | Palier 1 | 1 | acheter une maison | 5-5
  OS2-A2 | Palier 2 | 2 | la chauffer | 6-6
)");
}

TEST(Scheme, a_dot_at_half_height_between_label_and_wording) {
  EXPECT_EQ(test::outline("Objectif stratégique 1 · Loger\nAction 1 · Acheter un terrain\nAction 2 · "
                          "Bâtir\nObjectif stratégique 2 · Soigner\n"
                          "Action 3 · Dépister\n"),
            R"(
OS1 Loger
  OS1-A1 Acheter un terrain
  OS1-A2 Bâtir
OS2 Soigner
  OS2-A3 Dépister
)");
}

TEST(Scheme, headings_no_larger_than_the_objectives_are_no_axes) {
  EXPECT_EQ(
      test::codes(
          "## Les mots de ce plan\n\nQuelques lignes.\n\n## OS 1 | Loger\n\n### OO 1.1 | Bâtir\n\n"
          "- acheter un terrain\n\n## En bref\n\n## OS 2 | Soigner\n\n### OO 2.1 | Prévenir\n\n- dépister\n"),
      "OS1 OS1-OO1 OS1-OO1-A1 OS2 OS2-OO1 OS2-OO1-A1");
}

}  // namespace
}  // namespace pst::plan

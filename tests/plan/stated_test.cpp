// Plans that explain their own rungs in prose.
#include <gtest/gtest.h>

#include "support/reading.hpp"

namespace pst::plan {
namespace {

using test::codes;
using test::outline;

TEST(Stated, a_word_that_the_plan_gives_another_rung) {
  EXPECT_EQ(codes(R"(
Nos trois objectifs stratégiques, que nous avons voulu appeler « axes », sont classés par défi. Chaque axe
compte des mesures (les actions) et des étapes précédées d'une puce (les sous-actions).

DÉFI 1 – ACCUEILLIR

Axe 1 : Ouvrir les portes

Mesure 1 : Former les agents
• choisir un formateur
• fixer les dates
Mesure 2 : Informer les habitants

Axe 2 : Loger les familles

Mesure 1 : Acheter des maisons
)"),
            "AX1 OS1 OS1-A1 OS1-A1-SA1 OS1-A1-SA2 OS1-A2 OS2 OS2-A1");
}

TEST(Stated, forms_of_numbers) {
  EXPECT_EQ(codes(R"(
Pour lire ce plan : les objectifs stratégiques portent une lettre majuscule, les objectifs opérationnels un
chiffre romain et les actions un chiffre arabe.

A. Accueillir chacun

I. Ouvrir les portes

1. Former les agents
2. Informer les habitants

II. Aller vers les gens

1. Visiter les familles

B. Loger les familles

I. Acheter des maisons

1. Visiter les biens
2. Emprunter
)"),
            "OSA OSA-OO1 OSA-OO1-A1 OSA-OO1-A2 OSA-OO2 OSA-OO2-A1 OSB OSB-OO1 OSB-OO1-A1 OSB-OO1-A2");
}

TEST(Stated, list_signs_below_headings_in_capitals) {
  EXPECT_EQ(outline(R"(
PLAN DE LA COMMUNE

Chaque titre en capitales est un objectif stratégique ; le carré (■) introduit un objectif opérationnel, le tiret
(–) une action. Les flèches sont des commentaires.

ACCUEILLIR CHACUN

■ Ouvrir les portes
– Former les agents
→ Une formation a déjà eu lieu.
■ Aller vers les gens
– Visiter les familles

LOGER LES FAMILLES

■ Acheter des maisons
– Visiter les biens
)"),
            R"(
OS1 ACCUEILLIR CHACUN
  OS1-OO1 Ouvrir les portes
    OS1-OO1-A1 Former les agents
  OS1-OO2 Aller vers les gens
    OS1-OO2-A1 Visiter les familles
OS2 LOGER LES FAMILLES
  OS2-OO1 Acheter des maisons
    OS2-OO1-A1 Visiter les biens
)");
}

TEST(Stated, how_rungs_are_divided_says_nothing_of_their_names) {
  EXPECT_EQ(codes(R"(
Chaque objectif stratégique est décliné en chantiers, et les mesures sont classées par objectif opérationnel.

Objectif stratégique 1 : Accueillir chacun
Chantier 1 : Ouvrir les portes
Mesure 1 : Former les agents
Mesure 2 : Informer les habitants
Chantier 2 : Aller vers les gens
Mesure 1 : Visiter les familles
)"),
            "OS1 OS1-OO1 OS1-OO1-A1 OS1-OO1-A2 OS1-OO2 OS1-OO2-A1");
}

TEST(Stated, numbers_by_how_many_figures_they_have_and_lettered_parts_around_them) {
  EXPECT_EQ(codes(R"(
P.S.T. 2019 – 2024

A. La méthode

1) enquête auprès des familles ;
2) choix du Bureau.

B. La lecture

Un chiffre désigne un objectif stratégique, deux chiffres un objectif opérationnel, trois chiffres une action.

C. Le programme

1. Accueillir chacun

1.1. Ouvrir les portes

1.1.1. Former les agents
1.1.2. Informer les habitants

2. Loger les familles

2.1. Acheter des maisons

2.1.1. Visiter les biens
)"),
            "OS1 OS1-OO1 OS1-OO1-A1 OS1-OO1-A2 OS2 OS2-OO1 OS2-OO1-A1");
}

TEST(Stated, a_word_explained_by_another) {
  EXPECT_EQ(codes(R"(
Chaque objectif est mis en œuvre par des chantiers, c'est-à-dire des projets, et chaque chantier par des actions.

Objectif stratégique 1. Accueillir chacun

Chantier 1 – Ouvrir les portes
  > Former les agents
Chantier 2 – Informer
  > Imprimer un guide
)"),
            "OS1 OS1-P1 OS1-P1-A1 OS1-P2 OS1-P2-A1");
}

TEST(Stated, list_signs_in_a_legend_of_one_a_line) {
  EXPECT_EQ(codes(R"(
Comment lire ce plan ?
■ objectif stratégique
► objectif opérationnel
• action
– sous-action

■ Accueillir chacun
  ► Ouvrir les portes
    • Former les agents
      – choisir un formateur
    • Informer
■ Loger les familles
  ► Acheter
    • Visiter les biens
)"),
            "OS1 OS1-OO1 OS1-OO1-A1 OS1-OO1-A1-SA1 OS1-OO1-A2 OS2 OS2-OO1 OS2-OO1-A1");
}

TEST(Stated, the_ladder_that_a_sentence_tells_names_numbers_without_words) {
  EXPECT_EQ(codes(R"(
Notre plan se compose de deux axes, déclinés en objectifs stratégiques, eux-mêmes traduits en actions.

1. Accueillir chacun
1.1. Ouvrir les portes
Action 1 : Former les agents
Action 2 : Peindre le hall
1.2. Informer
Action 1 : Imprimer un guide
2. Loger les familles
2.1. Acheter
Action 1 : Visiter les biens
)"),
            "AX1 OS1.1 OS1.1-A1 OS1.1-A2 OS1.2 OS1.2-A1 AX2 OS2.1 OS2.1-A1");
}

TEST(Stated, a_ladder_of_more_rungs_than_the_numbers_have_figures_names_none) {
  EXPECT_EQ(codes(R"(
Notre plan se compose d'axes, déclinés en objectifs stratégiques puis en objectifs opérationnels et en actions.

1. Accueillir chacun
1.1. Ouvrir les portes
Action 1 : Former les agents
Action 2 : Peindre le hall
2. Loger les familles
2.1. Acheter
Action 1 : Visiter les biens
)"),
            "OS1 OS1-OO1 OS1-OO1-A1 OS1-OO1-A2 OS2 OS2-OO1 OS2-OO1-A1");
}

TEST(Stated, list_signs_are_actions_and_lists_below_them_their_sub_actions) {
  EXPECT_EQ(codes(R"(
Les objectifs opérationnels portent deux chiffres ; les puces sont les actions.

1. Accueillir chacun
1.1. Ouvrir les portes
  • Peindre le hall
    – choisir les couleurs
    – engager un peintre
  • Refaire le parking
1.2. Informer
  • Imprimer un guide
)"),
            "OS1 OS1-OO1 OS1-OO1-A1 OS1-OO1-A1-SA1 OS1-OO1-A1-SA2 OS1-OO1-A2 OS1-OO2 OS1-OO2-A1");
}

TEST(Stated, actions_by_one_sign_have_sub_actions_by_another_below) {
  EXPECT_EQ(test::outline(R"(
Les objectifs stratégiques (1., 2.) se déclinent en actions (tirets) et, au besoin, en sous-actions (ronds).

1. Accueillir chacun
  - Ouvrir les portes
      o Former les agents
      o Informer les habitants
  - Aller vers les gens
2. Loger les familles
  - Acheter des maisons
)"),
            R"(
OS1 Accueillir chacun
  OS1-A1 Ouvrir les portes
    OS1-A1-SA1 Former les agents
    OS1-A1-SA2 Informer les habitants
  OS1-A2 Aller vers les gens
OS2 Loger les familles
  OS2-A1 Acheter des maisons
)");
}

TEST(Stated, in_one_sentence_with_our_own_words) {
  EXPECT_EQ(test::outline(R"(
Nos « ambitions » sont les objectifs stratégiques du plan, nos « leviers » ses objectifs opérationnels, nos « chantiers »
ses projets et nos « engagements » ses actions.

Ambition 1 | Loger chacun
Levier 1.1 | Bâtir
Chantier 1 | Une maison près de la gare
Engagement 1 | Acheter le terrain
Engagement 2 | Choisir un architecte
Chantier 2 | Un jardin
Engagement 3 | Planter
Ambition 2 | Accueillir
Levier 2.1 | Ouvrir
Chantier 3 | Le guichet
Engagement 4 | Engager
)"),
            R"(
OS1 Loger chacun
  OS1-OO1 Bâtir
    OS1-OO1-P1 Une maison près de la gare
      OS1-OO1-P1-A1 Acheter le terrain
      OS1-OO1-P1-A2 Choisir un architecte
    OS1-OO1-P2 Un jardin
      OS1-OO1-P2-A3 Planter
OS2 Accueillir
  OS2-OO1 Ouvrir
    OS2-OO1-P3 Le guichet
      OS2-OO1-P3-A4 Engager
)");
}

TEST(Stated, of_the_letters_of_codes) {
  EXPECT_EQ(test::outline(R"(
Codes : S = objectif stratégique, P = objectif opérationnel, ACT = action.

S1 : Loger chacun
S1 > P1 : Bâtir
S1 > P1 > ACT1 : Acheter un terrain
S1 > P1 > ACT2 : Choisir
S2 : Accueillir
S2 > P1 : Ouvrir
S2 > P1 > ACT1 : Engager
)"),
            R"(
OS1 Loger chacun
  OS1-OO1 Bâtir
    OS1-OO1-A1 Acheter un terrain
    OS1-OO1-A2 Choisir
OS2 Accueillir
  OS2-OO1 Ouvrir
    OS2-OO1-A1 Engager
)");
}

TEST(Stated, of_a_letter_with_a_figure_behind_it_and_not_of_figures_alone) {
  EXPECT_EQ(test::outline(R"(
Dans le volet interne, une lettre majuscule désigne l'objectif stratégique, la lettre suivie d'un chiffre l'objectif
opérationnel et la minuscule finale l'action.

VOLET EXTERNE
OS1. Loger chacun
OO1.1. Bâtir
1° Acheter un terrain
2° Choisir
OO1.2. Louer
1° Signer
VOLET INTERNE
A. Accueillir
A.1. Ouvrir
A.1.a) Engager
A.1.b) Peindre
A.2. Fermer
A.2.a) Ranger
B. Former
B.1. Lire
B.1.a) Relire
)"),
            R"(
VE
  OS1 Loger chacun
    OS1-OO1 Bâtir
      OS1-OO1-A1 Acheter un terrain
      OS1-OO1-A2 Choisir
    OS1-OO2 Louer
      OS1-OO2-A1 Signer
VI
  OSA Accueillir
    OSA-OO1 Ouvrir
      OSA-OO1-A1 Engager
      OSA-OO1-A2 Peindre
    OSA-OO2 Fermer
      OSA-OO2-A1 Ranger
  OSB Former
    OSB-OO1 Lire
      OSB-OO1-A1 Relire
)");
}

}  // namespace
}  // namespace pst::plan

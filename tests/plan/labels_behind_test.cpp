// Labels that stand behind their titles.
#include <gtest/gtest.h>

#include "support/reading.hpp"

namespace pst::plan {
namespace {

using test::outline;

TEST(LabelsBehind, in_brackets_with_titles_that_wrap) {
  EXPECT_EQ(test::read(R"(
Mieux loger (O.S. 1)

Rénover les maisons du parc public dans les villages et les

hameaux (O.O. 1.1)

- Isoler les toits (Action 1.1.1)
- Remplacer les châssis de la rue Haute (Action 1.1.2)

Mieux accueillir (O.S. 2)

Ouvrir les portes (O.O. 2.1)

- Élargir les heures, cf. Action 1.1.1 (Action 2.1.1)
)"),
            R"(
OS1 | O.S. 1 | 1 | Mieux loger | 1-1
  OS1-OO1 | O.O. 1.1 | 1.1 | Rénover les maisons du parc public dans les villages et les hameaux | 3-5
    OS1-OO1-A1 | Action 1.1.1 | 1.1.1 | Isoler les toits | 7-7
    OS1-OO1-A2 | Action 1.1.2 | 1.1.2 | Remplacer les châssis de la rue Haute | 8-8
OS2 | O.S. 2 | 2 | Mieux accueillir | 10-10
  OS2-OO1 | O.O. 2.1 | 2.1 | Ouvrir les portes | 12-12
    OS2-OO1-A1 | Action 2.1.1 | 2.1.1 | Élargir les heures | {references=[cf. Action 1.1.1]→OS1-OO1-A1} | 14-14
)");
}

TEST(LabelsBehind, alone_in_the_line_below_the_title) {
  EXPECT_EQ(outline(R"(
Mieux loger chacun [OS 1]

Rénover les maisons                                     [OO 1.1]
   – Isoler les toits de la cité du Moulin
     (A 1.1.1)
   – Remplacer les châssis (A 1.1.2)
   – Repeindre les façades
                                                        A 1.1.3

Mieux accueillir ceux qui viennent de loin
[OS 2]

Ouvrir les portes                                       [OO 2.1]
   – Élargir les heures (A 2.1.1)
)"),
            R"(
OS1 Mieux loger chacun
  OS1-OO1 Rénover les maisons
    OS1-OO1-A1 Isoler les toits de la cité du Moulin
    OS1-OO1-A2 Remplacer les châssis
    OS1-OO1-A3 Repeindre les façades
OS2 Mieux accueillir ceux qui viennent de loin
  OS2-OO1 Ouvrir les portes
    OS2-OO1-A1 Élargir les heures
)");
}

TEST(LabelsBehind, in_the_right_margin_beside_the_first_line) {
  EXPECT_EQ(outline(R"(
Mieux loger chacun, dans toutes les parties de                O.S. 1
la commune

Louer à prix doux                                             O.O. 1.1

Isoler les toits                                              Projet 1
- Choisir les maisons
- Lancer le marché

Mieux accueillir                                              O.S. 2
)"),
            R"(
OS1 Mieux loger chacun, dans toutes les parties de la commune
  OS1-OO1 Louer à prix doux
    OS1-OO1-P1 Isoler les toits
      OS1-OO1-P1-A1 Choisir les maisons
      OS1-OO1-P1-A2 Lancer le marché
OS2 Mieux accueillir
)");
}

TEST(LabelsBehind, in_a_cell_or_behind_a_dash) {
  const std::string_view expected = R"(
OS1 Mieux loger
  OS1-OO1 Louer à prix doux
    OS1-OO1-A1 Isoler les toits
OS2 Mieux accueillir
)";
  EXPECT_EQ(outline("Mieux loger\tOS 1\nLouer à prix doux\tOO 1.1\nIsoler les toits\tAction 1.1.1\n"
                    "Mieux accueillir\tOS 2\n"),
            expected);
  EXPECT_EQ(outline("Mieux loger – OS 1\n\nLouer à prix doux – OO 1.1\n\nIsoler les toits – Action 1.1.1\n\n"
                    "Mieux accueillir – OS 2\n"),
            expected);
}

TEST(LabelsBehind, numbers_that_start_again_below_each_parent) {
  EXPECT_EQ(outline(R"(
Mieux loger (objectif stratégique n° 1)

Louer à prix doux (objectif opérationnel n° 1)

- Isoler les toits

Bâtir (objectif opérationnel n° 2)

- Acheter un terrain

Mieux accueillir (objectif stratégique n° 2)

Ouvrir les portes (objectif opérationnel n° 1)

- Élargir les heures
)"),
            R"(
OS1 Mieux loger
  OS1-OO1 Louer à prix doux
    OS1-OO1-A1 Isoler les toits
  OS1-OO2 Bâtir
    OS1-OO2-A1 Acheter un terrain
OS2 Mieux accueillir
  OS2-OO1 Ouvrir les portes
    OS2-OO1-A1 Élargir les heures
)");
}

TEST(LabelsBehind, those_of_another_plan_are_pointers) {
  EXPECT_EQ(outline(R"(
1. Mieux loger
1.1. Louer à prix doux
- Isoler les toits (OS 4)
- Lancer le marché (OS 5)
2. Mieux accueillir
2.1. Ouvrir les portes
- Élargir les heures (OS 6)
- Former les équipes (OS 7)
)"),
            R"(
OS1 Mieux loger
  OS1-OO1 Louer à prix doux
    OS1-OO1-A1 Isoler les toits (OS 4)
    OS1-OO1-A2 Lancer le marché (OS 5)
OS2 Mieux accueillir
  OS2-OO1 Ouvrir les portes
    OS2-OO1-A1 Élargir les heures (OS 6)
    OS2-OO1-A2 Former les équipes (OS 7)
)");
}

TEST(LabelsBehind, in_one_volet_while_the_other_has_them_in_front) {
  EXPECT_EQ(outline(R"(
VOLET INTERNE

Mieux piloter (OS 1)

Suivre les comptes (OO 1.1)

- Tenir un tableau (Action 1) ;
- Publier un rapport (Action 2).

Former (OO 1.2)

- Accueillir un stagiaire (Action 1).

VOLET EXTERNE

OS 2 : Mieux loger

OO 2.1 : Bâtir
Action 1 : Acheter un terrain
Action 2 : Choisir un architecte
OO 2.2 : Rénover
Action 1 : Isoler les toits
OS 3 : Mieux soigner
OO 3.1 : Prévenir
Action 1 : Dépister
)"),
            R"(
VI
  OS1 Mieux piloter
    OS1-OO1 Suivre les comptes
      OS1-OO1-A1 Tenir un tableau
      OS1-OO1-A2 Publier un rapport
    OS1-OO2 Former
      OS1-OO2-A1 Accueillir un stagiaire
VE
  OS2 Mieux loger
    OS2-OO1 Bâtir
      OS2-OO1-A1 Acheter un terrain
      OS2-OO1-A2 Choisir un architecte
    OS2-OO2 Rénover
      OS2-OO2-A1 Isoler les toits
  OS3 Mieux soigner
    OS3-OO1 Prévenir
      OS3-OO1-A1 Dépister
)");
}

TEST(LabelsBehind, figures_alone_above_longer_numbers) {
  EXPECT_EQ(test::outline("Mieux loger chacun                                 1\n"
                          "Rénover les maisons                                1.1\n"
                          "Isoler les toits                                   1.1.1\n"
                          "Peindre les façades                                1.1.2\n"
                          "Mieux accueillir                                   2\n"
                          "Ouvrir les portes                                  2.1\n"
                          "Élargir les heures                                 2.1.1\n"),
            R"(
OS1 Mieux loger chacun
  OS1-OO1 Rénover les maisons
    OS1-OO1-A1 Isoler les toits
    OS1-OO1-A2 Peindre les façades
OS2 Mieux accueillir
  OS2-OO1 Ouvrir les portes
    OS2-OO1-A1 Élargir les heures
)");
}

}  // namespace
}  // namespace pst::plan

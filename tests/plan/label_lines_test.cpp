// Cards saved as text, one cell a line: each label alone in its line, its value in the next.
#include <gtest/gtest.h>

#include "support/reading.hpp"

namespace pst::plan {
namespace {

using test::codes;
using test::outline;
using test::read;

TEST(LabelLines, are_the_fields_of_the_card_above) {
  EXPECT_EQ(read(R"(
1. Vue d'ensemble
OS1 – Mieux loger
OO1.1 – Bâtir
2. Fiches actions
Fiche action n° 1
Intitulé
Bâtir douze maisons
Objectif opérationnel
OO1.1
Responsables
Service logement / Architecte
Échéance
2023
Budget
310.000 € (SPW)
État
en cours

Fiche action n° 2
Intitulé
Louer des maisons
Objectif opérationnel
OO1.1
Responsable
Service social
Échéance
2021-2024
Budget
–
État
réalisé
)"),
            R"(
OS1 | OS1 | 1 | Mieux loger | 2-2
  OS1-OO1 | OO1.1 | 1.1 | Bâtir | 3-3
    OS1-OO1-A1 | Fiche action n° 1 | 1 | Bâtir douze maisons | {status=in_progress period=2023-2023 responsible=Service logement+Architecte budget=310000 EUR SPW} | 5-17
    OS1-OO1-A2 | Fiche action n° 2 | 2 | Louer des maisons | {status=completed period=2021-2024 responsible=Service social} | 19-31
)");
}

TEST(LabelLines, of_empty_cells_and_of_cells_of_several_lines) {
  EXPECT_EQ(outline(R"(
OS1 : Mieux loger
OO1.1 : Bâtir

Fiche action n° 1
Intitulé
Bâtir douze maisons près de la
gare
Objectif opérationnel
OO1.1
Responsable
Coordination
Indicateurs
Nombre de maisons
Taux d'occupation
Remarque

Échéance
2022

Fiche action n° 2
Intitulé
Louer des maisons
Objectif opérationnel
OO1.1
Responsable

Indicateurs
• Nombre de baux
• Durée des baux
Remarque
Avec l'agence
et la commune
Échéance

OO1.2 : Rénover
)"),
            R"(
OS1 Mieux loger
  OS1-OO1 Bâtir
    OS1-OO1-A1 Bâtir douze maisons près de la gare {period=2022-2022 responsible=Coordination indicators=Nombre de maisons+Taux d'occupation}
    OS1-OO1-A2 Louer des maisons {indicators=Nombre de baux+Durée des baux Remarque=Avec l'agence et la commune}
  OS1-OO2 Rénover
)");
}

TEST(LabelLines, between_blank_lines) {
  EXPECT_EQ(outline(R"(
FICHE 1

Objectif stratégique

1. Mieux loger

Action

Bâtir douze maisons

Responsable

Service logement

Échéance

2022

FICHE 2

Objectif stratégique

1. Mieux loger

Action

Isoler les toits

Responsable

Service travaux

Échéance

2024
)"),
            R"(
OS1 Mieux loger
  OS1-A1 Bâtir douze maisons {period=2022-2022 responsible=Service logement}
  OS1-A2 Isoler les toits {period=2024-2024 responsible=Service travaux}
)");
}

TEST(LabelLines, may_be_the_words_of_the_number_below) {
  EXPECT_EQ(outline(R"(
Objectif stratégique
1. Mieux loger
Objectif opérationnel
1.1. Bâtir
Action
1.1.1 Bâtir douze maisons
Pilote
Service logement

Objectif stratégique
1. Mieux loger
Objectif opérationnel
1.2. Rénover
Action
1.2.1 Isoler les toits
Pilote
Service travaux
)"),
            R"(
OS1 Mieux loger
  OS1-OO1 Bâtir
    OS1-OO1-A1 Bâtir douze maisons {responsible=Service logement}
  OS1-OO2 Rénover
    OS1-OO2-A1 Isoler les toits {responsible=Service travaux}
)");
}

TEST(LabelLines, that_stand_once_are_wording) {
  EXPECT_EQ(codes(R"(
OS1 : Mieux loger
OO1.1 : Bâtir
Action 1 : Bâtir douze maisons
Suivi
Le comité suit les travaux.
Évaluation
Le Conseil évalue.
Budget
Le budget est voté.
Action 2 : Louer des maisons
)"),
            "OS1 OS1-OO1 OS1-OO1-A1 OS1-OO1-A2");
}

}  // namespace
}  // namespace pst::plan

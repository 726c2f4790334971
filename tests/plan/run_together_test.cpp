// Tables whose columns ran together: heads in one line, and each row's last cells behind its title.
#include <gtest/gtest.h>

#include "support/reading.hpp"

namespace pst::plan {
namespace {

using test::diagnostics;
using test::outline;
using test::places;

TEST(RunTogether, rows_give_their_names_and_years) {
  EXPECT_EQ(outline(R"(
N° Objectif / action Agent Année : :
OS L : Mieux loger
O0 1.1 Bâtir
11.1 Acheter un terrain près de chaque gare Architecte 2020
1.1.2 Dresser les plans de douze maisons à Vertmont Service logement 2021
1.1.3 Choisir un entrepreneur de la région | Service logement 2021-2022
OO 1.2 Rénover :
12,1 Isoler les toits des maisons les plus anciennes Concierge-chef 2020-2024
1.23 Changer les portes - Ouvriers 2023 :
N° Objectif / action Agent Année ,
OS 2 Nourrir chacun
O0 2.1 Cultiver
2.1.1 Trouver un champ Ouvriers 2022
)"),
            R"(
OS1 Mieux loger
  OS1-OO1 Bâtir
    OS1-OO1-A1 Acheter un terrain près de chaque gare {period=2020-2020 responsible=Architecte}
    OS1-OO1-A2 Dresser les plans de douze maisons à Vertmont {period=2021-2021 responsible=Service logement}
    OS1-OO1-A3 Choisir un entrepreneur de la région {period=2021-2022 responsible=Service logement}
  OS1-OO2 Rénover
    OS1-OO2-A1 Isoler les toits des maisons les plus anciennes {period=2020-2024 responsible=Concierge-chef}
    OS1-OO2-A3 Changer les portes {period=2023-2023 responsible=Ouvriers}
OS2 Nourrir chacun
  OS2-OO1 Cultiver
    OS2-OO1-A1 Trouver un champ {period=2022-2022 responsible=Ouvriers}
)");
}

constexpr const char* kUnknownNames = R"(
N° Action Agent Année
OS 1 : Mieux loger
OO 1.1 Bâtir
1.1.1 Acheter un terrain Architecte 2020
1.1.2 Dresser les plans de la gare de Vertmont 2021
1.1.3 Choisir un entrepreneur à Valmont avec Anne Dubois 2022
)";

TEST(RunTogether, a_name_that_may_be_the_title_s_stays_there) {
  EXPECT_EQ(outline(kUnknownNames), R"(
OS1 Mieux loger
  OS1-OO1 Bâtir
    OS1-OO1-A1 Acheter un terrain {period=2020-2020 responsible=Architecte}
    OS1-OO1-A2 Dresser les plans de la gare de Vertmont {period=2021-2021}
    OS1-OO1-A3 Choisir un entrepreneur à Valmont avec Anne Dubois {period=2022-2022}
)");
  EXPECT_EQ(diagnostics(kUnknownNames), R"(
reading cell-without-row OS1-OO1-A2
reading cell-without-row OS1-OO1-A3
)");
}

TEST(RunTogether, heads_are_no_wording) {
  EXPECT_EQ(places(kUnknownNames), R"(
1 furniture
2 node OS1
3 node OS1-OO1
4 node OS1-OO1-A1
5 node OS1-OO1-A2
6 node OS1-OO1-A3
)");
}

TEST(RunTogether, years_without_a_head_are_wording) {
  EXPECT_EQ(outline(R"(
OS 1 : Mieux loger
OO 1.1 Bâtir
1.1.1 Acheter le terrain de l'Exposition 2020
1.1.2 Suivre le plan Logement 2021
1.1.3 Préparer le plan Logement 2022
)"),
            R"(
OS1 Mieux loger
  OS1-OO1 Bâtir
    OS1-OO1-A1 Acheter le terrain de l'Exposition 2020
    OS1-OO1-A2 Suivre le plan Logement 2021
    OS1-OO1-A3 Préparer le plan Logement 2022
)");
}

}  // namespace
}  // namespace pst::plan

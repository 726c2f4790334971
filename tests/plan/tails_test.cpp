// Values that stand behind the wording of titles.
#include <gtest/gtest.h>

#include "support/reading.hpp"

namespace pst::plan {
namespace {

using test::outline;

TEST(Tails, values_behind_dashes) {
  EXPECT_EQ(outline(R"(
Priorités : P1 = élevée, P2 = moyenne, P3 = faible

OS1 Accueillir chacun
OO1.1 Ouvrir les portes
A1.1.1 Former les agents - P1 - 2020
A1.1.2 Informer les habitants - P2 - 2020-2021
A1.1.3 Réunir les partenaires - P3 - 1x/mois
A1.1.4 Rendre le guichet accessible à tous et le doter d'un éclairage neuf - P1
- 2022
)"),
            R"(
OS1 Accueillir chacun
  OS1-OO1 Ouvrir les portes
    OS1-OO1-A1 Former les agents {priority=high period=2020-2020}
    OS1-OO1-A2 Informer les habitants {priority=medium period=2020-2021}
    OS1-OO1-A3 Réunir les partenaires {priority=low recurrence=monthly}
    OS1-OO1-A4 Rendre le guichet accessible à tous et le doter d'un éclairage neuf {priority=high period=2022-2022}
)");
}

TEST(Tails, service_and_year_in_square_brackets) {
  EXPECT_EQ(outline(R"(
OS1 Accueillir chacun
A1 Former les agents [Service social – 2025]
A2 Informer les habitants [Secrétariat – 2025-2026]
A3 Réunir les partenaires [Service social
– 2027]
A4 Repeindre le hall [réalisé]
)"),
            R"(
OS1 Accueillir chacun
  OS1-A1 Former les agents {period=2025-2025 responsible=Service social}
  OS1-A2 Informer les habitants {period=2025-2026 responsible=Secrétariat}
  OS1-A3 Réunir les partenaires {period=2027-2027 responsible=Service social}
  OS1-A4 Repeindre le hall {status=completed}
)");
}

TEST(Tails, a_value_behind_a_label_takes_the_label_along) {
  EXPECT_EQ(outline(R"(
OS1 Accueillir chacun
A1 Former les agents. État : à démarrer
A2 Informer les habitants. État : en cours
A3 Peindre le hall. État : réalisé
)"),
            R"(
OS1 Accueillir chacun
  OS1-A1 Former les agents {status=not_started}
  OS1-A2 Informer les habitants {status=in_progress}
  OS1-A3 Peindre le hall {status=completed}
)");
}

TEST(Tails, colours_and_stars_of_the_legend) {
  EXPECT_EQ(outline(R"(
Couleurs : rouge = priorité élevée, vert = priorité faible

OS1 Accueillir chacun
A1 Former les agents (rouge) – responsable : Juriste
A2 Informer les habitants (vert)
A3 Peindre le hall (bleu)
)"),
            R"(
OS1 Accueillir chacun
  OS1-A1 Former les agents {priority=high responsible=Juriste}
  OS1-A2 Informer les habitants {priority=low}
  OS1-A3 Peindre le hall (bleu)
)");
  EXPECT_EQ(outline(R"(
Priorité : *** élevée   ** moyenne   * faible

OS1 Accueillir chacun
A1 Former les agents ***
A2 Informer les habitants *
)"),
            R"(
OS1 Accueillir chacun
  OS1-A1 Former les agents {priority=high}
  OS1-A2 Informer les habitants {priority=low}
)");
}

TEST(Tails, names_between_signs_before_the_year_of_every_title) {
  EXPECT_EQ(outline(R"(
OS1 Accueillir chacun
A1 Former les agents – Anne – 2021
A2 Informer les habitants – Service social – 2022
A3 Réunir les partenaires – Marc – 2023
)"),
            R"(
OS1 Accueillir chacun
  OS1-A1 Former les agents {period=2021-2021 responsible=Anne}
  OS1-A2 Informer les habitants {period=2022-2022 responsible=Service social}
  OS1-A3 Réunir les partenaires {period=2023-2023 responsible=Marc}
)");
}

TEST(Tails, words_between_signs_before_some_years_are_wording) {
  EXPECT_EQ(outline(R"(
OS1 Accueillir chacun
A1 Former les agents – 2021
A2 Ouvrir un guichet – Quartier neuf – 2022
A3 Réunir les partenaires – 2023
)"),
            R"(
OS1 Accueillir chacun
  OS1-A1 Former les agents {period=2021-2021}
  OS1-A2 Ouvrir un guichet – Quartier neuf {period=2022-2022}
  OS1-A3 Réunir les partenaires {period=2023-2023}
)");
}

TEST(Tails, states_behind_arrows_and_colons) {
  for (const std::string sign : {"→", "->", ":", "//"}) {
    EXPECT_EQ(outline("OS1 Accueillir chacun\nA1 Former les agents " + sign +
                      " réalisé en 2021\nA2 Informer les habitants " + sign +
                      " en cours\nA3 Créer un guichet : un lieu pour tous " + sign + " reporté\n"),
              R"(
OS1 Accueillir chacun
  OS1-A1 Former les agents {status=completed period=2021-2021}
  OS1-A2 Informer les habitants {status=in_progress}
  OS1-A3 Créer un guichet : un lieu pour tous {status=waiting}
)") << sign;
  }
}

TEST(Tails, one_state_behind_a_colon_is_wording) {
  EXPECT_EQ(outline(R"(
OS1 Accueillir chacun
A1 Suivre les projets : en cours
A2 Informer les habitants
)"),
            R"(
OS1 Accueillir chacun
  OS1-A1 Suivre les projets : en cours
  OS1-A2 Informer les habitants
)");
}

TEST(Tails, one_title_that_ends_with_a_year_is_wording) {
  EXPECT_EQ(outline(R"(
OS1 Accueillir chacun
A1 Appliquer le plan climat – 2030
A2 Former les agents
)"),
            R"(
OS1 Accueillir chacun
  OS1-A1 Appliquer le plan climat – 2030
  OS1-A2 Former les agents
)");
}

TEST(Tails, a_state_before_a_pointer) {
  EXPECT_EQ(outline(R"(
OS1 Accueillir chacun
A1 Former les agents (reporté). Voir fiche projet
A2 Informer les habitants
)"),
            R"(
OS1 Accueillir chacun
  OS1-A1 Former les agents {status=waiting references=[Voir fiche projet]→?}
  OS1-A2 Informer les habitants
)");
}

}  // namespace
}  // namespace pst::plan

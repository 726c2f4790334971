// Attributes: each row of the model's table, as fields, phrases and brackets state them.
#include <gtest/gtest.h>

#include <algorithm>

#include "support/reading.hpp"

namespace pst::plan {
namespace {

/// What an action states with these lines below it.
std::string stated(const std::string& lines) {
  const Node node =
      test::last_node("O.S. 1 Accueillir chacun\nAction 1 : Former les agents\n" + lines + "\n");
  EXPECT_EQ(node.title, "Former les agents");
  return test::brief(node);
}

TEST(Priority, of_a_phrase_or_a_field) {
  EXPECT_EQ(stated("Priorité élevée"), "{priority=high}");
  EXPECT_EQ(stated("Priorité : moyenne"), "{priority=medium}");
  EXPECT_EQ(stated("Degré de priorité : faible"), "{priority=low}");
}

TEST(Priority, of_a_sign_that_the_legend_explains) {
  const char* legend = "Légende : P1 = priorité élevée ; P2 = priorité moyenne ; P3 = priorité faible\n\n";
  const auto with_legend = [&](const std::string& action) {
    return test::brief(test::last_node(legend + std::string("O.S. 1 Accueillir chacun\n") + action + "\n"));
  };
  EXPECT_EQ(with_legend("Action 1 : Former les agents (P1)"), "{priority=high}");
  EXPECT_EQ(with_legend("Action 1 : Former les agents\nPriorité : P2"), "{priority=medium}");
  EXPECT_EQ(with_legend("Action 1 : Former les agents – P3"), "{priority=low}");
}

TEST(Priority, of_a_sign_without_a_legend_is_none) {
  EXPECT_EQ(stated("Priorité : P1"), "{Priorité=P1}");
}

TEST(Priority, in_other_words) {
  EXPECT_EQ(stated("Degré de priorité : moyen"), "{priority=medium}");
  EXPECT_EQ(stated("Importance : élevée"), "{priority=high}");
}

TEST(Status, every_value) {
  EXPECT_EQ(stated("Avancement en cours"), "{status=in_progress}");
  EXPECT_EQ(stated("État : réalisé"), "{status=completed}");
  EXPECT_EQ(stated("Statut : abandonné"), "{status=cancelled}");
  EXPECT_EQ(stated("Statut : reporté"), "{status=waiting}");
  EXPECT_EQ(stated("État d'avancement : à démarrer"), "{status=not_started}");
  EXPECT_EQ(stated("Statut : bloqué"), "{status=blocked}");
}

TEST(Status, of_boxes_is_the_ticked_one) {
  EXPECT_EQ(stated("Statut : ☐ à démarrer ☒ en cours ☐ réalisé"), "{status=in_progress}");
  EXPECT_EQ(stated("Statut : □ à démarrer □ en cours ■ réalisé"), "{status=completed}");
  EXPECT_EQ(stated("Statut : [ ] à démarrer [x] en cours"), "{status=in_progress}");
  EXPECT_EQ(stated("État ( ) à démarrer (X) en cours ( ) réalisé"), "{status=in_progress}");
  EXPECT_EQ(stated("Priorité : haute ○ moyenne ◉ faible ○"), "{priority=medium}");
  EXPECT_EQ(stated("Statut : ☐ à démarrer ☐ en cours"), "");
  EXPECT_EQ(stated("Pilotes : [x] Logement [ ] Jeunesse [x] Emploi"), "{responsible=Logement+Emploi}");
}

TEST(Status, of_boxes_one_a_line) {
  EXPECT_EQ(stated("☐ à démarrer\n☐ en cours\n☒ réalisé"), "{status=completed}");
  EXPECT_EQ(stated("Statut :\n○ à démarrer\n● en cours\n○ réalisé"), "{status=in_progress}");
}

TEST(Questions, are_labels_of_fields) {
  EXPECT_EQ(
      stated("Qui ? Service jeunesse\nPour quand ? 2027\nCombien ? 4.500 €\nComment verra-t-on que c'est "
             "fait ? Vingt agents formés"),
      "{period=2027-2027 responsible=Service jeunesse indicators=Vingt agents formés budget=4500 EUR}");
}

TEST(Period, years_in_every_spelling) {
  EXPECT_EQ(stated("Échéance : 2022"), "{period=2022-2022}");
  EXPECT_EQ(stated("2020-2024"), "{period=2020-2024}");
  EXPECT_EQ(stated("Calendrier : 2019 à 2022"), "{period=2019-2022}");
  EXPECT_EQ(stated("Échéance : 2020-24"), "{period=2020-2024}");
  EXPECT_EQ(stated("Échéance : d'ici fin 2021"), "{period=2021-2021}");
  EXPECT_EQ(stated("Délai : 1er semestre 2020"), "{period=2020-2020}");
  EXPECT_EQ(stated("Échéance : T4 2025"), "{period=2025-2025}");
  EXPECT_EQ(stated("Timing : 2020, 2021 et 2022"), "{period=2020-2022}");
  EXPECT_EQ(stated("Échéance 2021"), "{period=2021-2021}");
  EXPECT_EQ(stated("Date butoir : 31/12/2022"), "{period=2022-2022}");
}

TEST(Period, whose_ends_are_stated_apart) {
  EXPECT_EQ(stated("Début : 2020 – Fin : 2022"), "{period=2020-2022}");
  EXPECT_EQ(stated("Date de début : 01/2020\nDate de fin : 12/2021"), "{period=2020-2021}");
}

TEST(Period, still_open_is_none) {
  EXPECT_EQ(stated("Échéance : à déterminer"), "");
  EXPECT_EQ(stated("Échéance : –"), "");
}

TEST(Recurrence, in_a_field_of_its_own_or_of_time) {
  EXPECT_EQ(stated("Échéance : chaque année"), "{recurrence=yearly}");
  EXPECT_EQ(stated("Fréquence : 1x/mois"), "{recurrence=monthly}");
  EXPECT_EQ(stated("Périodicité : trimestrielle"), "{recurrence=quarterly}");
}

TEST(Responsible, names_and_services_one_by_one) {
  EXPECT_EQ(stated("Responsable : Danièle et Myriam"), "{responsible=Danièle+Myriam}");
  EXPECT_EQ(stated("Pilotes : Ingrid+Sophie"), "{responsible=Ingrid+Sophie}");
  EXPECT_EQ(stated("Personne de contact : Anne"), "{responsible=Anne}");
  EXPECT_EQ(stated("Resp. : Marc"), "{responsible=Marc}");
  EXPECT_EQ(stated("Service responsable : Service social / PCS"), "{responsible=Service social+PCS}");
  EXPECT_EQ(stated("Responsables : Anne, Marc & Luc"), "{responsible=Anne+Marc+Luc}");
}

TEST(Responsible, a_list_in_brackets_belongs_to_its_service) {
  EXPECT_EQ(stated("Pilote : Service travaux (Anne et Marc)"),
            "{responsible=Service travaux (Anne et Marc)}");
}

TEST(Responsible, the_same_name_counts_once) {
  EXPECT_EQ(stated("Responsable : Anne\nPilote : Anne et Marc"), "{responsible=Anne+Marc}");
}

TEST(Indicators, in_a_field_a_bracket_or_a_list) {
  EXPECT_EQ(stated("Indicateur(s) : 12 visites par an ; 3 lettres."),
            "{indicators=12 visites par an+3 lettres}");
  EXPECT_EQ(stated("Indicateurs :\n- nombre de lettres\n- nombre de visites"),
            "{indicators=nombre de lettres+nombre de visites}");
}

TEST(Budget, amount_source_and_year_as_far_as_they_are_stated) {
  EXPECT_EQ(stated("Budget : 15.000 € (RW)"), "{budget=15000 EUR RW}");
  EXPECT_EQ(stated("Budget : 12 k€ en 2022"), "{budget=12000 EUR 2022}");
  EXPECT_EQ(stated("Coût estimé : 3.500,50 euros"), "{budget=3500.5 EUR}");
  EXPECT_EQ(stated("Budget : 20 000 EUR"), "{budget=20000 EUR}");
  EXPECT_EQ(stated("Montant : € 3.500"), "{budget=3500 EUR}");
  EXPECT_EQ(stated("Budget : 1,2 million d'euros"), "{budget=1200000 EUR}");
  EXPECT_EQ(stated("Budget : 5.000 € (commune) + 10.000 € (Province)"),
            "{budget=5000 EUR commune+10000 EUR Province}");
}

TEST(Budget, nothing_stated_gives_none) {
  for (const char* value : {"–", "à déterminer", "sans coût"}) {
    const Node node =
        test::last_node(std::string("O.S. 1 Accueillir\nAction 1 : Former\nBudget : ") + value + "\n");
    EXPECT_TRUE(node.attributes.budget.empty()) << value;
  }
}

TEST(References, point_at_a_node_of_this_plan_or_at_nothing) {
  EXPECT_EQ(stated("Voir fiche action"), "{references=[Voir fiche action]→?}");
  EXPECT_EQ(stated("Objectif lié : O.S.1"), "{references=[O.S.1]→OS1}");
  EXPECT_EQ(stated("Voir aussi : O.S.1"), "{references=[O.S.1]→OS1}");
}

TEST(References, in_brackets_and_fields_open_no_nodes) {
  for (const char* pointer : {"(v. O.S. 1)", "(lien avec O.S. 1)", "(en lien avec l'O.S. 1)", "(→ O.S. 1)",
                              "(renvoi : O.S. 1)", "[cf. O.S. 1]", "\nLien : O.S. 1", "\nLié à l'O.S. 1"}) {
    const std::string tree =
        test::outline("O.S. 1 Accueillir chacun\nAction 1 : Former les agents\nAction 2 : Ouvrir " +
                      std::string(pointer) + "\nAction 3 : Informer\n");
    EXPECT_EQ(std::count(tree.begin(), tree.end(), '\n'), 5) << tree;
    EXPECT_NE(tree.find("OS1-A2 Ouvrir {references=["), std::string::npos) << tree;
    EXPECT_NE(tree.find("]→OS1}"), std::string::npos) << tree;
  }
}

TEST(References, find_their_target_by_its_address) {
  const char* plan = R"(
I. Accueillir chacun
A. Ouvrir les portes
1. Former les agents
2. Informer les habitants (voir I.A.1)
II. Loger les familles
A. Acheter des maisons
1. Rénover la gare
)";
  EXPECT_NE(test::outline(plan).find("[voir I.A.1]→OS1-OO1-A1"), std::string::npos) << test::outline(plan);
}

TEST(References, stay_within_their_volet_unless_they_name_another) {
  const std::string tree = test::outline(R"(
VOLET INTERNE
O.S. 1 Accueillir chacun
Action 1 : Former les agents
VOLET EXTERNE
O.S. 1 Loger les familles
Action 1 : Rénover la gare (voir O.S.1)
)");
  EXPECT_NE(tree.find("[voir O.S.1]→VE-OS1"), std::string::npos) << tree;
}

TEST(Several, fields_on_one_line) {
  EXPECT_EQ(stated("Responsable : Anne ; Échéance : 2026 ; Priorité : élevée"),
            "{priority=high period=2026-2026 responsible=Anne}");
}

TEST(Several, fields_as_a_list) {
  EXPECT_EQ(stated("- Responsable : Anne\n- Échéance : 2026"), "{period=2026-2026 responsible=Anne}");
}

TEST(Other, labels_without_an_attribute_are_fields) {
  EXPECT_EQ(stated("Partenaires : la Province\nPublic cible : les aînés"),
            "{Partenaires=la Province Public cible=les aînés}");
}

TEST(Wrapped, value_goes_on_below) {
  EXPECT_EQ(stated("Partenaires : la Province, la Région et\nles communes voisines"),
            "{Partenaires=la Province, la Région et les communes voisines}");
}

TEST(Owner, of_a_field_is_the_node_above_it) {
  EXPECT_EQ(test::outline("O.S. 1 Accueillir\nPriorité élevée\nAction 1 : Former\nAction 2 : Informer\n"), R"(
OS1 Accueillir {priority=high}
  OS1-A1 Former
  OS1-A2 Informer
)");
}

TEST(Provenance, fields_widen_the_nodes_lines) {
  EXPECT_EQ(test::read("O.S. 1 Accueillir\nAction 1 : Former\nResponsable : Anne\n"), R"(
OS1 | O.S. 1 | 1 | Accueillir | 1-1
  OS1-A1 | Action 1 | 1 | Former | {responsible=Anne} | 2-3
)");
}

TEST(Tail, a_state_in_brackets_is_the_nodes) {
  EXPECT_EQ(test::outline("OS1 Loger\nA1 Acheter un terrain (en cours)\nA2 Rénover la gare [réalisé]\n"), R"(
OS1 Loger
  OS1-A1 Acheter un terrain {status=in_progress}
  OS1-A2 Rénover la gare {status=completed}
)");
}

TEST(Tail, of_service_and_year_counts_where_many_titles_end_so) {
  EXPECT_EQ(test::outline(R"(
OS1 Loger
A1 Acheter un terrain [Service travaux – 2027]
A2 Rénover la gare [ADL – fin 2028]
A3 Planter une haie [Service vert – chaque année]
A4 Ouvrir l'atelier de la gare [bâtiment B]
)"),
            R"(
OS1 Loger
  OS1-A1 Acheter un terrain {period=2027-2027 responsible=Service travaux}
  OS1-A2 Rénover la gare {period=2028-2028 responsible=ADL}
  OS1-A3 Planter une haie {recurrence=yearly responsible=Service vert}
  OS1-A4 Ouvrir l'atelier de la gare [bâtiment B]
)");
}

TEST(Tail, a_year_once_in_brackets_is_wording) {
  EXPECT_EQ(
      test::outline("OS1 Loger\nA1 Fêter le centenaire (2026)\nA2 Rénover la gare\nA3 Planter une haie\n"),
      R"(
OS1 Loger
  OS1-A1 Fêter le centenaire (2026)
  OS1-A2 Rénover la gare
  OS1-A3 Planter une haie
)");
}

TEST(Tail, signs_and_years_behind_dashes) {
  EXPECT_EQ(test::outline(R"(
Priorités : P1 = élevée, P2 = moyenne
OS1 Loger
A1 Acheter un terrain - P1 - 2020
A2 Rénover la gare - P2 - chaque année
A3 Planter une haie entre la gare et le ruisseau de la rue haute - P2
- 2021
)"),
            R"(
OS1 Loger
  OS1-A1 Acheter un terrain {priority=high period=2020-2020}
  OS1-A2 Rénover la gare {priority=medium recurrence=yearly}
  OS1-A3 Planter une haie entre la gare et le ruisseau de la rue haute {priority=medium period=2021-2021}
)");
}

constexpr const char* kHighAndLow = R"(
OS1 Loger
  OS1-A1 Acheter {priority=high}
  OS1-A2 Rénover {priority=low}
)";

TEST(Legend, of_stars_and_of_colours) {
  EXPECT_EQ(test::outline(
                "Priorité : *** élevée   ** moyenne   * faible\nOS1 Loger\nA1 Acheter ***\nA2 Rénover *\n"),
            kHighAndLow);
  EXPECT_EQ(test::outline("Couleurs : rouge = priorité élevée, vert = priorité faible.\nOS1 Loger\n"
                          "A1 Acheter (rouge)\nA2 Rénover (vert)\n"),
            kHighAndLow);
}

TEST(Legend, of_one_sign_a_line) {
  EXPECT_EQ(test::outline("## Légende\n\n- P1 : priorité élevée\n- P2 : priorité faible\n\nOS1 Loger\n"
                          "A1 Acheter (P1)\nA2 Rénover (P2)\n"),
            kHighAndLow);
  EXPECT_EQ(test::outline("*** priorité élevée\n** priorité moyenne\n* priorité faible\n\nOS1 Loger\n"
                          "A1 Acheter ***\nA2 Rénover *\n"),
            kHighAndLow);
}

TEST(Legend, of_colours_that_are_states) {
  EXPECT_EQ(
      test::outline(
          "Couleurs : vert = réalisé ; rouge = bloqué.\nOS1 Loger\nA1 Acheter (vert)\nA2 Rénover (rouge)\n"),
      R"(
OS1 Loger
  OS1-A1 Acheter {status=completed}
  OS1-A2 Rénover {status=blocked}
)");
}

TEST(Period, of_a_field_that_comes_again_with_later_years) {
  std::string plan = "OS 1 Accueillir chacun\n";
  for (int i = 1; i <= 6; ++i) {
    const std::string number = std::to_string(i), year = std::to_string(2019 + i);
    plan += "Action " + number + " : Ouvrir le guichet " + std::string(static_cast<std::size_t>(i), 'x') +
            "\nQui ? Anne\nQuand ? " + year +
            "\nComment ? avec les agents\nMoyens : aucun\nPublic : tous\nLieu : partout\n\n";
  }
  const std::string tree = test::outline(plan);
  for (int year = 2020; year <= 2025; ++year) {
    const std::string text = std::to_string(year);
    EXPECT_NE(tree.find("period=" + text + "-" + text), std::string::npos) << tree;
  }
}

TEST(Fields, of_one_line_behind_questions_slashes_or_in_brackets) {
  const std::string expected = stated("Responsable : Anne\nÉchéance : 2025\nÉtat : en cours");
  EXPECT_EQ(stated("Qui ? Anne – Quand ? 2025 – État : en cours"), expected);
  EXPECT_EQ(stated("Délai : 2025 / Agent : Anne / État : en cours"), expected);
  EXPECT_EQ(stated("[état : en cours] [responsable : Anne] [échéance : 2025]"), expected);
}

}  // namespace
}  // namespace pst::plan

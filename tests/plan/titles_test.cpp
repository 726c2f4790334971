// A node's wording: what is taken off, what stays, how lines join.
#include <gtest/gtest.h>

#include "support/reading.hpp"

namespace pst::plan {
namespace {

using test::read;

/// Title and attributes of an action with that wording.
std::string title(const std::string& wording) {
  const Node node =
      test::last_node("O.S. 1 Accueillir chacun\nO.O. 1.4 Ouvrir les portes\nAction 1 : " + wording + "\n");
  const std::string attributes = test::brief(node);
  return node.title + (attributes.empty() ? "" : " " + attributes);
}

TEST(FinalPunctuation, that_closes_or_separates_goes) {
  EXPECT_EQ(title("Former les agents."), "Former les agents");
  EXPECT_EQ(title("Former les agents ;"), "Former les agents");
  EXPECT_EQ(title("Former les agents :"), "Former les agents");
  EXPECT_EQ(title("Former les agents…"), "Former les agents");
  EXPECT_EQ(title("Former les agents ..."), "Former les agents");
  EXPECT_EQ(title("Organiser « Place aux enfants »."), "Organiser « Place aux enfants »");
}

TEST(FinalPunctuation, that_means_something_stays) {
  EXPECT_EQ(title("Pourquoi pas un musée ?"), "Pourquoi pas un musée ?");
  EXPECT_EQ(title("Fêter les cent ans !"), "Fêter les cent ans !");
  EXPECT_EQ(title("Ouvrir un guichet (le samedi.)"), "Ouvrir un guichet (le samedi.)");
}

TEST(FinalPunctuation, the_dot_of_an_abbreviation_stays) {
  EXPECT_EQ(title("Aider les bénéficiaires du C.P.A.S."), "Aider les bénéficiaires du C.P.A.S.");
  EXPECT_EQ(title("Former, informer, etc."), "Former, informer, etc.");
  EXPECT_EQ(title("Former les agents (guichet, archives,...)."), "Former les agents (guichet, archives,...)");
}

TEST(Wording, is_never_reworded_nor_recased) {
  EXPECT_EQ(title("former les  agents de L'ETE, connaitre la ceramique"),
            "former les agents de L'ETE, connaitre la ceramique");
}

TEST(Wording, a_phrase_within_the_sentence_is_wording) {
  EXPECT_EQ(title("Réunir le comité une fois par an"), "Réunir le comité une fois par an");
  EXPECT_EQ(title("Faire de la santé une priorité élevée du conseil"),
            "Faire de la santé une priorité élevée du conseil");
  EXPECT_EQ(title("Préparer 2024-2030 avec les jeunes"), "Préparer 2024-2030 avec les jeunes");
}

TEST(Wording, the_label_said_twice_is_said_once) {
  EXPECT_EQ(test::last_node("Objectif stratégique 1 :(O.S.1) Accueillir chacun\n").title,
            "Accueillir chacun");
}

TEST(Attributes, at_the_end_leave_the_title) {
  EXPECT_EQ(title("Former les agents Priorité élevée"), "Former les agents {priority=high}");
  EXPECT_EQ(title("Former les agents – Priorité faible ;"), "Former les agents {priority=low}");
  EXPECT_EQ(title("Former les agents. Avancement en cours"), "Former les agents {status=in_progress}");
}

TEST(Attributes, in_brackets_leave_the_title) {
  EXPECT_EQ(title("Former les agents (indicateur : 1 réunion / 2 mois)"),
            "Former les agents {indicators=1 réunion / 2 mois}");
  EXPECT_EQ(title("Former les agents (Responsable : Anne ; Échéance : 2026)"),
            "Former les agents {period=2026-2026 responsible=Anne}");
}

TEST(Attributes, behind_dashes_leave_the_title) {
  EXPECT_EQ(title("Former les agents – Responsable : Marc – Priorité : haute"),
            "Former les agents {priority=high responsible=Marc}");
}

TEST(Pointer, at_the_end_leaves_the_title) {
  EXPECT_EQ(title("Former les agents. Voir fiche action"),
            "Former les agents {references=[Voir fiche action]→?}");
  EXPECT_EQ(title("Former les agents. Id."), "Former les agents {references=[Id.]→?}");
  EXPECT_EQ(title("Former les agents (voir fiche 3)"), "Former les agents {references=[voir fiche 3]→?}");
  EXPECT_EQ(title("Former les agents, cf. O.O.1.4"), "Former les agents {references=[cf. O.O.1.4]→OS1-OO4}");
  EXPECT_EQ(title("Former les agents (en cours), voir 1.4"),
            "Former les agents {status=in_progress references=[voir 1.4]→OS1-OO4}");
}

TEST(Pointer, woven_into_the_sentence_stays_and_counts_too) {
  EXPECT_EQ(title("Louer un bus (hors PCS cf O.o.1.4) avec chauffeur"),
            "Louer un bus (hors PCS cf O.o.1.4) avec chauffeur {references=[cf O.o.1.4]→OS1-OO4}");
}

TEST(Pointer, on_a_line_of_its_own_is_no_wording) {
  EXPECT_EQ(title("Former les agents\nVoir fiche action"),
            "Former les agents {references=[Voir fiche action]→?}");
}

TEST(Pointer, voir_the_verb_is_wording) {
  EXPECT_EQ(title("Voir avec la Région comment aider les familles"),
            "Voir avec la Région comment aider les familles");
  EXPECT_EQ(title("Voir ailleurs"), "Voir ailleurs");
  EXPECT_EQ(title("Aller voir les habitants de la rue"), "Aller voir les habitants de la rue");
  EXPECT_EQ(title("Revoir les actions du plan précédent"), "Revoir les actions du plan précédent");
}

TEST(Hyphen, that_only_splits_a_word_is_healed) {
  EXPECT_EQ(title("Accueillir et sou-\ntenir les familles"), "Accueillir et soutenir les familles");
  EXPECT_EQ(title("Accueillir et sou\u00AD\ntenir les familles"), "Accueillir et soutenir les familles");
}

TEST(Hyphen, of_a_compound_stays) {
  EXPECT_EQ(title("Soutenir l'économie socio-\néconomique du village"),
            "Soutenir l'économie socio-économique du village");
  EXPECT_EQ(title("Ouvrir un porte-\nmonnaie électronique"), "Ouvrir un porte-monnaie électronique");
  EXPECT_EQ(title("Former les agents du rendez-\nvous"), "Former les agents du rendez-vous");
  EXPECT_EQ(title("Former les agents au porte-à-\nporte"), "Former les agents au porte-à-porte");
}

TEST(Hyphen, that_splits_the_last_word_of_a_compound_is_healed) {
  EXPECT_EQ(title("Préparer l'après-loge-\nment des familles"), "Préparer l'après-logement des familles");
}

TEST(Joining, a_line_that_goes_on_in_lower_case) {
  EXPECT_EQ(title("Former les agents\net les bénévoles"), "Former les agents et les bénévoles");
  EXPECT_EQ(title("Former les agents dans\nLes Bons Villers"), "Former les agents dans Les Bons Villers");
}

TEST(Joining, a_mention_of_another_list_is_wording) {
  EXPECT_EQ(title("Poursuivre les travaux repris au budget sous le code\nProjet 7 du plan d'investissement."),
            "Poursuivre les travaux repris au budget sous le code Projet 7 du plan d'investissement");
}

TEST(Joining, an_item_goes_on_behind_the_foot_of_a_lost_page) {
  const auto page = [](const char* number) {
    return std::string(
               "- Inviter les enfants de l'école à partager\n\nPST 2020-2024 – CPAS de Valmont          ") +
           number +
           "\n\n  un goûter ;\n- Louer ;\n- Bâtir ;\n- Isoler ;\n- Peindre ;\n- Planter ;\n- Former ;\n";
  };
  const std::string tree = test::outline("O.S.1 Mieux vivre\n" + page("3") + page("4"));
  EXPECT_NE(tree.find("OS1-A1 Inviter les enfants de l'école à partager un goûter\n"), tree.npos) << tree;
  EXPECT_NE(tree.find("OS1-A8 Inviter les enfants de l'école à partager un goûter\n"), tree.npos) << tree;
}

TEST(Joining, an_open_bracket_goes_on_to_its_end) {
  EXPECT_EQ(title("Former tous les agents (guichet,\nArchives et accueil)"),
            "Former tous les agents (guichet, Archives et accueil)");
}

TEST(Joining, a_line_broken_behind_a_slash_takes_no_space) {
  EXPECT_EQ(title("Former les agents et/\nou les bénévoles"), "Former les agents et/ou les bénévoles");
  EXPECT_EQ(title("Former les agents /\nles bénévoles"), "Former les agents / les bénévoles");
}

TEST(Joining, an_elided_word_takes_no_space) {
  EXPECT_EQ(title("Former les agents de l'\naccueil"), "Former les agents de l'accueil");
}

TEST(Joining, a_sentence_that_is_over_takes_no_more) {
  const Node node = test::last_node(
      "O.S. 1 Accueillir chacun\nAction 1 : Former les agents.\nLe personnel est nombreux.\n");
  EXPECT_EQ(node.title, "Former les agents");
  EXPECT_EQ(node.description, "Le personnel est nombreux");
}

TEST(Below, a_label_alone_takes_the_next_line) {
  EXPECT_EQ(read("O.S. 1\nAccueillir chacun\nO.O. 1.1\n\nOuvrir les portes\nAction 1\nFormer les agents\n"),
            R"(
OS1 | O.S. 1 | 1 | Accueillir chacun | 1-2
  OS1-OO1 | O.O. 1.1 | 1.1 | Ouvrir les portes | 3-5
    OS1-OO1-A1 | Action 1 | 1 | Former les agents | 6-7
)");
}

TEST(Axis, is_named_without_its_linking_article) {
  const Plan plan =
      test::plan_of("Axe de l'Action sociale\nO.S. 1 Accueillir\nAxe du Logement\nO.S. 2 Loger\n");
  ASSERT_EQ(plan.nodes.size(), 2u);
  EXPECT_EQ(plan.nodes[0].label, "Axe");
  EXPECT_EQ(plan.nodes[0].title, "Action sociale");
  EXPECT_EQ(plan.nodes[1].title, "Logement");
}

TEST(Repair, a_clean_plan_passes_through_to_the_letter) {
  for (const Node& node :
       test::plan_of("O.S. 1 L'accueil connaitra l'œuvre\nAction 1 : Ré-unir l'equipe\n").nodes) {
    EXPECT_EQ(node.title_raw, std::nullopt);
    EXPECT_EQ(node.title, "L'accueil connaitra l'œuvre");
    EXPECT_EQ(node.children.at(0).title, "Ré-unir l'equipe");
  }
}

TEST(Repair, recognised_text_is_mended_and_keeps_what_stood_there) {
  const Plan plan = test::plan_of(R"(
O.S. 1 I'accueil des familles
Action 1 : réunir I'équipe pour la mise en ceuvre de I'action
Action 2 : étre à I'écoute de I'école et de I'emploi
)");
  const Node& action = plan.nodes.at(0).children.at(0);
  EXPECT_EQ(action.title, "réunir l'équipe pour la mise en œuvre de l'action");
  EXPECT_EQ(action.title_raw, "réunir I'équipe pour la mise en ceuvre de I'action");
}

}  // namespace
}  // namespace pst::plan

// What numbers do to codes, and what they give away: restarts, gaps, repeats, numbers out of place.
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "support/reading.hpp"

namespace pst::plan {
namespace {

using test::codes;
using test::diagnostics;
using test::outline;
using test::read;

TEST(Restart, below_each_parent_needs_no_more_than_the_address) {
  EXPECT_EQ(codes(R"(
O.S. 1 Accueillir chacun
O.O. 1 Ouvrir les portes
Action 1 : Former les agents
O.S. 2 Loger les familles
O.O. 1 Acheter des maisons
Action 1 : Rénover la gare
)"),
            "OS1 OS1-OO1 OS1-OO1-A1 OS2 OS2-OO1 OS2-OO1-A1");
}

TEST(Restart, in_each_volet_puts_the_volet_into_every_code) {
  EXPECT_EQ(read(R"(
VOLET INTERNE
O.S. 1 Accueillir chacun
O.O. 1.1 Ouvrir les portes
O.S. 2 Loger les familles
VOLET EXTERNE
O.S. 1 Verdir les rues
O.O. 1.1 Planter des arbres
Action 1.1.1 : Choisir les essences
)"),
            R"(
VI | VOLET INTERNE | - |  | 1-1
  VI-OS1 | O.S. 1 | 1 | Accueillir chacun | 2-2
    VI-OS1-OO1 | O.O. 1.1 | 1.1 | Ouvrir les portes | 3-3
  VI-OS2 | O.S. 2 | 2 | Loger les familles | 4-4
VE | VOLET EXTERNE | - |  | 5-5
  VE-OS1 | O.S. 1 | 1 | Verdir les rues | 6-6
    VE-OS1-OO1 | O.O. 1.1 | 1.1 | Planter des arbres | 7-7
      VE-OS1-OO1-A1 | Action 1.1.1 | 1.1.1 | Choisir les essences | 8-8
)");
}

TEST(Restart, there_is_none_where_objectives_count_on) {
  EXPECT_EQ(codes("VOLET INTERNE\nO.S. 1 Accueillir\nVOLET EXTERNE\nO.S. 2 Loger\n"), "VI OS1 VE OS2");
}

TEST(Through, numbers_that_run_on_below_new_parents_are_no_gap) {
  const char* plan = R"(
O.S. 1 Accueillir chacun
Action 1 : Former les agents
Action 2 : Informer les habitants
O.S. 2 Loger les familles
Action 3 : Rénover la gare
)";
  EXPECT_EQ(codes(plan), "OS1 OS1-A1 OS1-A2 OS2 OS2-A3");
  EXPECT_EQ(diagnostics(plan), "\n");
}

TEST(Volet, segment_by_its_name_else_by_its_place) {
  EXPECT_EQ(codes("VOLET INTERNE\nO.S. 1 Accueillir\nVOLET TRANSVERSAL\nO.S. 2 Loger\nVOLET EXTERNE\nO.S. 3 "
                  "Verdir\n"),
            "VI OS1 V2 OS2 VE OS3");
}

TEST(Axis, segment_by_its_place_in_the_document) {
  EXPECT_EQ(codes(R"(
1. Politique du logement
O.S. 1 Loger les familles
2. Politique de la jeunesse
O.S. 2 Former les jeunes
)"),
            "AX1 OS1 AX2 OS2");
}

TEST(Ordinal, of_an_objective_is_its_whole_number) {
  EXPECT_EQ(codes("O.S.1.1. Accueillir\nO.O.1.1.1. Ouvrir\n- Former\n- Informer\nO.S.1.2. Loger\nO.O.1.2.1. "
                  "Acheter\n- Rénover\n"),
            "OS1.1 OS1.1-OO1 OS1.1-OO1-A1 OS1.1-OO1-A2 OS1.2 OS1.2-OO1 OS1.2-OO1-A1");
}

TEST(Ordinal, of_a_bullet_is_its_place_among_its_kind) {
  EXPECT_EQ(codes("O.S. 1 Accueillir\n• Former\n  ◦ choisir\n  ◦ lancer\n• Informer\n"),
            "OS1 OS1-A1 OS1-A1-SA1 OS1-A1-SA2 OS1-A2");
}

TEST(Misread, digits_are_digits_again) {
  EXPECT_EQ(read(R"(
O.S. l Accueillir chacun
0.O. 1.I Ouvrir les portes
Action 1.1.l : Former les agents
O.5. 2 Loger les familles
)"),
            R"(
OS1 | O.S. l | 1 | Accueillir chacun | 1-1
  OS1-OO1 | 0.O. 1.I | 1.1 | Ouvrir les portes | 2-2
    OS1-OO1-A1 | Action 1.1.l | 1.1.1 | Former les agents | 3-3
OS2 | O.5. 2 | 2 | Loger les familles | 4-4
)");
}

TEST(Gap, renumbers_nothing) {
  const char* plan = "O.S. 1 Accueillir\nO.S. 2 Loger\nO.S. 4 Verdir\nO.S. 5 Chauffer\n";
  EXPECT_EQ(codes(plan), "OS1 OS2 OS4 OS5");
  EXPECT_EQ(diagnostics(plan), "\nplan numbering-gap OS4 3-3\n");
}

TEST(Gap, tells_which_numbers_are_missing) {
  const auto all =
      test::plan_of("O.S. 1 Accueillir\nO.S. 2 Loger\nO.S. 5 Verdir\nO.S. 6 Chauffer\n").diagnostics;
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].message, "il manque les numéros 3 à 4 (objectif stratégique)");
}

TEST(Repeat, of_a_siblings_number_gets_the_position_and_keeps_the_number) {
  const char* plan = R"(
O.S. 1 Accueillir chacun
Action 1 : Former les agents
Action 2 : Informer les habitants
Action 2 : Visiter les familles
)";
  EXPECT_EQ(read(plan), R"(
OS1 | O.S. 1 | 1 | Accueillir chacun | 1-1
  OS1-A1 | Action 1 | 1 | Former les agents | 2-2
  OS1-A2 | Action 2 | 2 | Informer les habitants | 3-3
  OS1-A3 | Action 2 | 2 | Visiter les familles | 4-4
)");
  EXPECT_EQ(diagnostics(plan), "\nplan number-repeated OS1-A3 4-4\n");
}

TEST(Repeat, of_an_objectives_number_leaves_codes_unique) {
  const char* plan = "O.S. 1 Accueillir\nO.S. 2 Loger\nO.S. 2 Verdir\nO.S. 3 Chauffer\n";
  EXPECT_EQ(test::plan_of(plan).nodes.size(), 4u);
  EXPECT_EQ(test::plan_of(plan).nodes[2].number, "2");
  EXPECT_NE(diagnostics(plan).find("plan number-repeated"), std::string::npos);
}

TEST(Repeat, bis_is_none) {
  const char* plan =
      "O.S. 1 Accueillir\nAction 1 : Former\nAction 2 : Informer\nAction 2bis : Visiter\nAction 3 : Louer\n";
  EXPECT_EQ(test::last_node(plan).number, "3");
  EXPECT_EQ(diagnostics(plan).find("number-repeated"), std::string::npos);
}

// --- a number that those around it prove misprinted

TEST(Misprint, before_the_sibling_that_has_the_number_leaves_it_to_that_one) {
  const char* plan = R"(
O.S. 1 Accueillir chacun
Action 2 : Former les agents
Action 2 : Informer les habitants
Action 3 : Visiter les familles
)";
  EXPECT_EQ(read(plan), R"(
OS1 | O.S. 1 | 1 | Accueillir chacun | 1-1
  OS1-A1 | Action 2 | 2 | Former les agents | 2-2
  OS1-A2 | Action 2 | 2 | Informer les habitants | 3-3
  OS1-A3 | Action 3 | 3 | Visiter les familles | 4-4
)");
  EXPECT_EQ(diagnostics(plan), "\nplan number-misprinted OS1-A1 2-2\n");
}

TEST(Misprint, of_an_objective_contradicts_those_below_it_no_longer) {
  const char* plan = R"(
O.S. 1 Accueillir chacun
O.O. 1.1 Ouvrir les portes
O.S. 4 Loger les familles
O.O. 2.1 Acheter des maisons
O.O. 2.2 Chauffer les maisons
)";
  EXPECT_EQ(codes(plan), "OS1 OS1-OO1 OS2 OS2-OO1 OS2-OO2");
  EXPECT_EQ(diagnostics(plan), "\nplan number-misprinted OS2 3-3\n");
}

TEST(Misprint, is_told_across_axes_and_begins_no_new_count_in_each_volet) {
  EXPECT_EQ(codes(R"(
VOLET INTERNE
O.S. 2 Former les agents
O.O. 1.1 Offrir des cours
VOLET EXTERNE
O.S. 2 Loger les familles
O.O. 2.1 Acheter des maisons
)"),
            "VI OS1 OS1-OO1 VE OS2 OS2-OO1");
}

TEST(Misprint, among_numbers_that_run_through_the_plan_leaves_the_code_in_doubt) {
  const std::string all = diagnostics(R"(
O.S. 1 Accueillir chacun
Projet 1. Former les agents
Projet 2. Informer les habitants
O.S. 2 Loger les familles
Projet 4. Acheter des maisons
- choisir un quartier
Projet 4. Chauffer les maisons
O.S. 3 Nourrir les familles
Projet 5. Ouvrir une cantine
)");
  EXPECT_EQ(all, "\nreading number-doubtful OS2-P1 5-6\nplan number-misprinted OS2-P1 5-5\n");
}

TEST(Misprint, is_none_where_a_number_is_left_out) {
  EXPECT_EQ(codes("O.S. 1 Accueillir\nO.S. 2 Loger\nO.S. 4 Verdir\nO.S. 5 Chauffer\nO.S. 5 Nourrir\n"),
            "OS1 OS2 OS4 OS5 OS6");
}

TEST(Misprint, of_a_number_s_beginning_between_two_that_fit_doubts_no_parent) {
  const char* plan =
      "O.S. 1 Accueillir\nO.O. 1.1 Ouvrir\nO.O. 7.2 Former\nO.O. 1.3 Informer\nO.O. 7.4 Visiter\n";
  EXPECT_EQ(codes(plan), "OS1 OS1-OO1 OS1-OO2 OS1-OO3 OS1-OO4");
  EXPECT_EQ(diagnostics(plan).find("missing-parent"), std::string::npos) << diagnostics(plan);
}

TEST(Taken, code_of_another_element_is_doubted_with_all_below_it) {
  const std::string all = diagnostics(R"(
O.S. 1 Accueillir chacun
Action 1 : Former les agents
Action 2 : Informer les habitants
Action 3 : Visiter les familles
Action 1 : Acheter des maisons
Action 2 : Chauffer les maisons
)");
  EXPECT_NE(all.find("reading number-doubtful OS1-A5 6-6"), std::string::npos) << all;
}

TEST(Misplaced, number_is_kept_and_the_code_follows_the_position) {
  const char* plan = R"(
O.S. 1 Accueillir chacun
O.O. 1.1 Ouvrir les portes
Action 1.1.1 : Former les agents
Action 1.2.2 : Informer les habitants
Action 1.1.3 : Visiter les familles
)";
  EXPECT_EQ(read(plan), R"(
OS1 | O.S. 1 | 1 | Accueillir chacun | 1-1
  OS1-OO1 | O.O. 1.1 | 1.1 | Ouvrir les portes | 2-2
    OS1-OO1-A1 | Action 1.1.1 | 1.1.1 | Former les agents | 3-3
    OS1-OO1-A2 | Action 1.2.2 | 1.2.2 | Informer les habitants | 4-4
    OS1-OO1-A3 | Action 1.1.3 | 1.1.3 | Visiter les familles | 5-5
)");
  EXPECT_NE(diagnostics(plan).find("plan number-misplaced OS1-OO1-A2 4-4"), std::string::npos);
}

TEST(Misplaced, is_no_number_that_adds_up_the_parents) {
  EXPECT_EQ(diagnostics("O.S. 1 Accueillir\nO.O. 1 Ouvrir\nAction 1.1.1 : Former\nAction 1.1.2 : Informer\n"),
            "\n");
}

TEST(Address, an_action_may_stand_right_below_a_strategic_objective) {
  EXPECT_EQ(codes("O.S. 1 Accueillir\nAction 1 : Former\nAction 2 : Informer\n"), "OS1 OS1-A1 OS1-A2");
}

TEST(Address, a_number_of_several_components_is_a_label_behind_a_list_sign_too) {
  EXPECT_EQ(read(R"(
Objectif stratégique 1 : Accueillir chacun

1.1. Ouvrir les portes

• 1.1.1. Former les agents ;
• 1.1.2. Informer les voisins ;
• 2.500 dépliants seront imprimés.
)"),
            R"(
OS1 | Objectif stratégique 1 | 1 | Accueillir chacun | 1-1
  OS1-OO1 | 1.1. | 1.1 | Ouvrir les portes | 3-3
    OS1-OO1-A1 | 1.1.1. | 1.1.1 | Former les agents | 5-5
    OS1-OO1-A2 | 1.1.2. | 1.1.2 | Informer les voisins | 6-6
      OS1-OO1-A2-SA1 | - | - | 2.500 dépliants seront imprimés | 7-7
)");
}

TEST(Codes, are_unique_whatever_the_numbers) {
  const std::string all = codes(R"(
O.S. 1 Accueillir chacun
Action 1 : Former
Action 1 : Informer
Action 1 : Visiter
O.S. 1 Loger les familles
Action 1 : Rénover
)");
  std::vector<std::string> seen;
  std::istringstream words(all);
  for (std::string code; words >> code;) seen.push_back(code);
  std::sort(seen.begin(), seen.end());
  EXPECT_EQ(std::adjacent_find(seen.begin(), seen.end()), seen.end()) << all;
  EXPECT_EQ(seen.size(), 6u);
}

TEST(Numbers, of_a_figure_and_a_letter) {
  EXPECT_EQ(
      test::codes(
          "OS 1 – Accueillir chacun\n\n1.a Ouvrir les portes\n1.a.1 Former les agents\n1.a.2 Informer\n\n"
          "1.b Aller vers les gens\n1.b.1 Visiter\n\nOS 2 – Loger\n\n2.a Acheter\n2.a.1 Emprunter\n"),
      "OS1 OS1-OO1 OS1-OO1-A1 OS1-OO1-A2 OS1-OO2 OS1-OO2-A1 OS2 OS2-OO1 OS2-OO1-A1");
}

TEST(Numbers, with_how_many_there_are) {
  EXPECT_EQ(test::outline("OS 1 Accueillir chacun\nAction n° 1 / 3 : Former\nAction n° 2 / 3 : Informer\n"
                          "Action n° 3 / 3 : Visiter\n"),
            "\nOS1 Accueillir chacun\n  OS1-A1 Former\n  OS1-A2 Informer\n  OS1-A3 Visiter\n");
}

TEST(Number, a_letter_that_touches_its_digit_is_the_first_component_where_it_is_the_parents) {
  const std::string_view expected = R"(
OSA Mieux loger
  OSA-OO1 Bâtir
    OSA-OO1-A1 Acheter un terrain
    OSA-OO1-A2 Choisir un architecte
OSB Mieux accueillir
  OSB-OO1 Ouvrir les portes
    OSB-OO1-A1 Élargir les heures
)";
  EXPECT_EQ(
      outline("Ambition A : Mieux loger\nA1. Bâtir\nA1.1. Acheter un terrain\nA1.2. Choisir un architecte\n"
              "Ambition B : Mieux accueillir\nB1. Ouvrir les portes\nB1.1. Élargir les heures\n"),
      expected);
  EXPECT_EQ(outline("## Ambition A : Mieux loger\n\n**A1.** Bâtir\n\n- **A1.1.** Acheter un terrain\n"
                    "- **A1.2.** Choisir un architecte\n\n## Ambition B : Mieux accueillir\n\n"
                    "**B1.** Ouvrir les portes\n\n- **B1.1.** Élargir les heures\n"),
            expected);
}

TEST(Number, before_the_words_of_its_rung) {
  EXPECT_EQ(outline("1. Objectif stratégique : Mieux loger\n1.1. Objectif opérationnel : Bâtir\n"
                    "1.1.1. Action : Acheter un terrain\n2. Objectif stratégique : Mieux accueillir\n"
                    "2.1. Objectif opérationnel : Ouvrir\n2.1.1. Action : Élargir les heures\n"),
            R"(
OS1 Mieux loger
  OS1-OO1 Bâtir
    OS1-OO1-A1 Acheter un terrain
OS2 Mieux accueillir
  OS2-OO1 Ouvrir
    OS2-OO1-A1 Élargir les heures
)");
}

TEST(Number, an_ordinal_in_figures_or_in_words) {
  EXPECT_EQ(
      outline(
          "1er objectif stratégique : Mieux loger\n1er objectif opérationnel : Bâtir\n"
          "1ère action : Acheter un terrain\n2e action : Choisir\n2ème objectif stratégique : Accueillir\n"),
      R"(
OS1 Mieux loger
  OS1-OO1 Bâtir
    OS1-OO1-A1 Acheter un terrain
    OS1-OO1-A2 Choisir
OS2 Accueillir
)");
  EXPECT_EQ(outline("Premier objectif stratégique\nMieux loger\n\nO.O. 1 Bâtir\n- Acheter un terrain\n\n"
                    "Deuxième objectif stratégique\nAccueillir\n"),
            R"(
OS1 Mieux loger
  OS1-OO1 Bâtir
    OS1-OO1-A1 Acheter un terrain
OS2 Accueillir
)");
}

TEST(Number, an_address_whose_letters_and_figures_all_stand_apart) {
  EXPECT_EQ(outline("OS.01 Mieux loger\nOS.01.OO.01 Bâtir\nOS.01.OO.01.A.01 Acheter un terrain\n"
                    "OS.01.OO.01.A.02 Choisir\nOS.02 Accueillir\nOS.02.OO.01 Ouvrir\n"),
            R"(
OS1 Mieux loger
  OS1-OO1 Bâtir
    OS1-OO1-A1 Acheter un terrain
    OS1-OO1-A2 Choisir
OS2 Accueillir
  OS2-OO1 Ouvrir
)");
}

TEST(Number, the_letter_of_an_action_below_objectives_is_no_part_of_it) {
  const Node action = test::last_node(
      "OS1 : Loger chacun\nOO1 : Bâtir\nA1 : Acheter\nA2 : Choisir\nOO2 : Louer\nA1 : Signer\nA2 : Ranger\n");
  EXPECT_EQ(action.code, "OS1-OO2-A2");
  EXPECT_EQ(action.number, "2");
}

constexpr const char* kOutlined = R"(
OS1 Mieux loger chacun
  OS1-OO1 Rénover les maisons
    OS1-OO1-A1 Isoler les toits
    OS1-OO1-A2 Peindre les façades
  OS1-OO2 Louer à prix doux
    OS1-OO2-A1 Acheter deux maisons
OS2 Mieux accueillir
  OS2-OO1 Ouvrir les portes
    OS2-OO1-A1 Élargir les heures
)";

/// The plan above with its numbers parted by `dot`, between `before` and `behind`.
std::string outlined(const std::string& dot, const std::string& before, const std::string& behind) {
  std::string out;
  for (const auto& [number, title] :
       std::initializer_list<std::pair<std::string, std::string>>{{"1", "Mieux loger chacun"},
                                                                  {"1.1", "Rénover les maisons"},
                                                                  {"1.1.1", "Isoler les toits"},
                                                                  {"1.1.2", "Peindre les façades"},
                                                                  {"1.2", "Louer à prix doux"},
                                                                  {"1.2.1", "Acheter deux maisons"},
                                                                  {"2", "Mieux accueillir"},
                                                                  {"2.1", "Ouvrir les portes"},
                                                                  {"2.1.1", "Élargir les heures"}}) {
    out += before;
    for (const char c : number) out += c == '.' ? dot : std::string(1, c);
    out += behind + ' ' + title + '\n';
  }
  return out;
}

TEST(Outline, numbers_need_no_sign_behind_them) {
  EXPECT_EQ(test::outline(outlined(".", "", "")), kOutlined);
}

TEST(Outline, slashes_part_numbers) {
  EXPECT_EQ(test::outline(outlined("/", "", "")), kOutlined);
  EXPECT_EQ(test::outline("Objectif stratégique 1 : Mieux loger chacun\nObjectif 1/1 : Rénover les maisons\n"
                          "Action 1/1/1 : Isoler les toits\nAction 1/1/2 : Peindre les façades\n"
                          "Objectif 1/2 : Louer à prix doux\nAction 1/2/1 : Acheter deux maisons\n"
                          "Objectif stratégique 2 : Mieux accueillir\nObjectif 2/1 : Ouvrir les portes\n"
                          "Action 2/1/1 : Élargir les heures\n"),
            kOutlined);
}

TEST(Outline, paragraphs_are_numbered) {
  EXPECT_EQ(test::outline(outlined(".", "§ ", ".")), kOutlined);
}

TEST(Outline, phases_stand_below_their_action) {
  EXPECT_EQ(test::outline("OS1 Mieux loger\nA1 Bâtir une maison\nPhase 1 : Chercher un terrain\n"
                          "Phase 2 : Choisir un architecte\nA2 Isoler les toits\n"),
            R"(
OS1 Mieux loger
  OS1-A1 Bâtir une maison
    OS1-A1-SA1 Chercher un terrain
    OS1-A1-SA2 Choisir un architecte
  OS1-A2 Isoler les toits
)");
}

}  // namespace
}  // namespace pst::plan

// What stands outside the tree, and that every line ends in exactly one place.
#include <gtest/gtest.h>

#include "support/reading.hpp"

namespace pst::plan {
namespace {

using test::places;

/// `title: text` of each section, one a line; line ends in the text as `/`.
std::string sections(std::string_view text) {
  std::string out = "\n";
  for (const Section& section : test::plan_of(text).sections) {
    std::string body = section.text;
    for (char& c : body) c = c == '\n' ? '/' : c;
    out += test::lines_of(section.source.first_line, section.source.last_line) + " " + section.title + ": " +
           body + "\n";
  }
  return out;
}

TEST(Section, front_matter_and_what_follows_the_plan) {
  EXPECT_EQ(sections(R"(
CPAS de Valmont

Le plan repose sur trois valeurs :
- le respect
- la solidarité

O.S. 1 Accueillir chacun
- Former les agents

Conclusion

Le conseil remercie les habitants.
)"),
            R"(
1-5 CPAS de Valmont: Le plan repose sur trois valeurs :/- le respect/- la solidarité
10-12 Conclusion: Le conseil remercie les habitants.
)");
}

TEST(Section, lines_that_wrap_are_joined) {
  EXPECT_EQ(sections("Préambule\n\nLe plan est l'œuvre de tous les\nhabitants de la commune.\n\nO.S. 1 "
                     "Accueillir\nO.S. 2 Loger\n"),
            R"(
1-4 Préambule: Le plan est l'œuvre de tous les habitants de la commune.
)");
}

TEST(Place, of_every_line) {
  EXPECT_EQ(places(R"(
CPAS de Valmont
Page 1

VOLET INTERNE
O.S. 1 Accueillir chacun et
tous les siens
La commune est petite. Elle accueille bien.
Action 1 : Former les agents
Responsable : Anne
-----
Page 2

Glossaire

CPAS : centre public
)"),
            R"(
1 section
2 furniture
4 node VI
5 node OS1
6 node OS1
7 node OS1
8 node OS1-A1
9 node OS1-A1
10 furniture
11 furniture
13 section
15 section
)");
}

TEST(Furniture, running_heads_with_page_breaks) {
  const std::string page = "PST de Valmont\n";
  EXPECT_EQ(places(page + "O.S. 1 Accueillir chacun\nO.S. 2 Loger les familles\n\f" + page +
                   "O.S. 3 Verdir les rues\nO.S. 4 Chauffer les maisons\n\f" + page +
                   "O.S. 5 Fêter ensemble\nO.S. 6 Travailler ici\n"),
            R"(
1 furniture
2 node OS1
3 node OS2
4 furniture
5 node OS3
6 node OS4
7 furniture
8 node OS5
9 node OS6
)");
}

TEST(Furniture, running_heads_that_name_the_current_part) {
  std::string text = "CPAS de Valmont\n";
  for (const std::string part : {"Domaine A – Habiter", "Domaine B – Se soigner", "Domaine C – Apprendre"}) {
    text += "\fValmont | PST 2025-2030 | " + part + "\n\n" + part + "\n\nO.S. " +
            static_cast<char>(part[8] - 'A' + '1') + " – Objectif pour " + part.substr(8, 1) +
            "\n\n\fValmont | PST 2025-2030 | " + part + "\n\n- agir pour " + part.substr(part.find("–") + 4) +
            "\n";
  }
  EXPECT_EQ(test::outline(text), R"(
AX1 Habiter
  OS1 Objectif pour A
    OS1-A1 agir pour Habiter
AX2 Se soigner
  OS2 Objectif pour B
    OS2-A1 agir pour Se soigner
AX3 Apprendre
  OS3 Objectif pour C
    OS3-A1 agir pour Apprendre
)");
}

TEST(Furniture, a_page_break_within_an_action_does_not_cut_it) {
  EXPECT_EQ(test::read("O.S. 1 Accueillir chacun\nAction 1 : Former les agents et\n12\n\fles "
                       "bénévoles\nAction 2 : Informer\n")
                    .find("Former les agents et les bénévoles") != std::string::npos,
            true);
}

TEST(Furniture, column_heads_legends_and_contents) {
  EXPECT_EQ(places(R"(
Sommaire
O.S. 1 Accueillir chacun ....... 2
P1 = priorité élevée ; P2 = priorité moyenne

O.S. 1 Accueillir chacun
| Action | Pilote |
|---|---|
| Former | Anne |
)"),
            R"(
1 furniture
2 furniture
3 furniture
5 node OS1
6 furniture
7 furniture
8 node OS1-A1
)");
}

TEST(Furniture, contents_without_pages_in_which_numbers_start_again) {
  const std::string volets =
      "VOLET INTERNE : Nous\nOS 1. Accueillir chacun\nOS 2. Ouvrir les portes\nVOLET EXTERNE : Les "
      "autres\nOS 1. "
      "Loger les familles\nOS 2. Former les jeunes\n";
  const Plan plan = test::plan_of("Table des matières\n" + volets + "\n" + volets);
  EXPECT_EQ(plan.coverage.furniture, 7);
  ASSERT_EQ(plan.nodes.size(), 2U);
  EXPECT_EQ(plan.nodes[1].children.size(), 2U);
}

TEST(Furniture, a_table_head_without_columns_that_comes_again_above_rows) {
  std::string text = "O.S. 1 Accueillir chacun\n";
  for (const char* n : {"1", "2", "3"}) {
    text += std::string("O.O. 1.") + n + " Ouvrir la porte " + n +
            "\n\nN° Intitulé de ce qui sera fait\n\nAction " + n + " : Former les agents\n";
  }
  const Plan plan = test::plan_of(text);
  EXPECT_TRUE(plan.sections.empty());
  EXPECT_EQ(plan.coverage.furniture, 3);
  EXPECT_EQ(test::plan_of("O.S. 1 Accueillir\n\nN° Intitulé de ce qui sera fait\n\nAction 1 : Former\n")
                .coverage.furniture,
            0);
}

TEST(Furniture, the_same_end_of_several_titles_is_none) {
  std::string text;
  for (const char* n : {"1", "2", "3"})
    text +=
        std::string("O.O. ") + n + " Ouvrir la porte " + n + " à tous les habitants de\nLes Bons Villers\n";
  const Plan plan = test::plan_of(text + "O.O. 4 Fermer la porte\n");
  EXPECT_EQ(plan.nodes.at(0).title, "Ouvrir la porte 1 à tous les habitants de Les Bons Villers");
}

void expect_whole(const std::string& text) {
  const Extraction read = test::extraction(text);
  const Coverage& c = read.plan.coverage;
  int lines = 0;
  for (const LineReading& line : read.trace) lines += line.klass != "blank";
  EXPECT_EQ(c.lines, lines) << text;
  EXPECT_EQ(c.nodes + c.sections + c.furniture, c.lines) << text;
  EXPECT_EQ(c.unassigned, 0) << text;
}

TEST(Coverage, adds_up_whatever_the_text) {
  expect_whole("O.S. 1 Accueillir\n\n\nAction 1 : Former\n");
  expect_whole("Le conseil a parlé.\n");
  expect_whole("•\n-\n***\n12\n");
  expect_whole("Action\tPilote\n\tAnne\n2021\n");
  expect_whole("<p></p>\nO.S. 1 Accueillir\n</p>\n");
  expect_whole("O.S. 1\n\f\nO.S. 1\n\f\nO.S. 1\n");
  expect_whole("Fiche action n° 1\nObjectif stratégique : 1\nPilote :\n");
}

TEST(Coverage, counts_a_line_of_several_nodes_once) {
  const Coverage c = test::plan_of("O.S. 1 Accueillir\nAction 1 : Former ; Action 2 : Informer\n").coverage;
  EXPECT_EQ(c.lines, 2);
  EXPECT_EQ(c.nodes, 2);
}

TEST(Trace, names_the_rule_and_the_grammar_that_read_a_line) {
  const std::vector<LineReading> trace =
      test::extraction("O.S. 1 Accueillir\nAction 1 : Former\nResponsable : Anne\n").trace;
  ASSERT_EQ(trace.size(), 3u);
  EXPECT_EQ(trace[0].rule + " " + trace[0].grammar, "O.S. os-oo-action.toml");
  EXPECT_EQ(trace[1].rule + " " + trace[1].grammar, "action actions.toml");
  EXPECT_EQ(trace[2].rule + " " + trace[2].grammar, "responsable common.toml");
  EXPECT_EQ(trace[2].text, "Responsable : Anne");
}

TEST(Section, footnote_leaves_the_list_around_it_whole) {
  const std::string text =
      "O.S. 1 Accueillir chacun\n• Former les\n\n_____\n(1) Selon une enquête.\n\fagents\n• Informer\n";
  EXPECT_EQ(test::outline(text), "\nOS1 Accueillir chacun\n  OS1-A1 Former les agents\n  OS1-A2 Informer\n");
  EXPECT_EQ(sections(text), "\n5-5 : (1) Selon une enquête.\n");
}

TEST(Description, takes_along_the_list_that_its_last_line_announces) {
  EXPECT_EQ(test::codes(R"(
Objectif stratégique 1 : Accueillir chacun
Le hall a vieilli depuis sa construction, et le nombre de ceux qui s'y présentent a
doublé :
- les files sortent dans la rue ;
- les bancs manquent.
Objectif opérationnel 1.1 : Ouvrir les portes
- Peindre le hall
)"),
            "OS1 OS1-OO1 OS1-OO1-A1");
}

TEST(Close, numbered_annexes_are_no_part_of_the_last_action) {
  EXPECT_EQ(
      test::codes("O.S. 1.\tLoger\n\n0.0.1.1\tBâtir\n\nAction 1 : Acheter un terrain\nAction 2 : Choisir\n\n"
                  "ANNEXES (au secrétariat)\n\n1. Organigramme\n2. Comptes\n3. Fiches\n"),
      "OS1 OS1-OO1 OS1-OO1-A1 OS1-OO1-A2");
}

TEST(Section, of_the_partners_ends_the_plan) {
  EXPECT_EQ(test::outline("OS1 Loger\nOO1 Bâtir\n\n• Acheter un terrain\n• Choisir\n\nNos partenaires\n\n"
                          "• La Maison de l'emploi\n• La Croix-Rouge\n"),
            R"(
OS1 Loger
  OS1-OO1 Bâtir
    OS1-OO1-A1 Acheter un terrain
    OS1-OO1-A2 Choisir
)");
}

}  // namespace
}  // namespace pst::plan

#include <gtest/gtest.h>

#include "compare/plans.hpp"
#include "grammar/lexicon_file.hpp"

namespace pst::compare {
namespace {

using test::lexicon;
using test::outline;

std::string mistake(const std::string& text) {
  const std::vector<Error> problems = check_lexicon({{"mien.toml", text}});
  return problems.empty() ? "" : problems.front().what();
}

TEST(Lexicon, MistakesAreAnsweredWithFileLineAndColumn) {
  EXPECT_EQ(mistake("[[theme]]\nslug = 'x'\nlabel = 'X'\ncertains = []\n"),
            "mien.toml:4:1 : clé inconnue `certains` ; vouliez-vous dire `certain` ?");
  EXPECT_EQ(mistake("[[theme]]\nslug = 'x'\nlabel = 'X'\nhint = ['un mot', '.. fin']\n"),
            "mien.toml:4:19 : « .. » ne peut pas commencer une expression ; corrigez « .. fin »");
  EXPECT_EQ(mistake("[[theme]]\nslug = 'x'\n"),
            "mien.toml:1:1 : il manque la clé `label` ; un thème nouveau a besoin d'un nom français");
  EXPECT_EQ(mistake("[[concept]]\nid = 'Vélo'\nterms = ['vélo']\n"),
            "mien.toml:2:6 : nom mal formé « Vélo » ; des minuscules sans accent, des chiffres et des traits "
            "d'union");
  EXPECT_EQ(mistake("[[concept]]\nid = 'v'\nweight = 9\nterms = ['vélo']\n"),
            "mien.toml:3:10 : `weight` attend un nombre de 0 à 5 ; par exemple weight = 0.8");
  EXPECT_EQ(mistake("[genre]\nwords = ['de la']\n"),
            "mien.toml:2:10 : cette expression n'a que des mots vides (articles, prépositions) ; corrigez « "
            "de la »");
  EXPECT_NE(mistake("theme = \n"), "");
}

TEST(Lexicon, AFileAddsToTheProgramsOwn) {
  std::vector<grammar::FileText> files = embedded_lexicon();
  files.push_back({"mien.toml",
                   "[[theme]]\nslug = 'logement'\ncertain = ['roulotte']\n"
                   "[[theme]]\nslug = 'apiculture'\nlabel = 'Apiculture'\ncertain = ['abeilles']\n"});
  const Lexicon mine = load_lexicon(files);
  EXPECT_EQ(mine.themes().size(), lexicon().themes().size() + 1);
  const Comparison c =
      compare({outline("p", "OS1 Une roulotte\nOS2 Des abeilles\nOS3 Une maison d'accueil\n")}, mine);
  EXPECT_EQ(test::themes_of(c, c.nodes[0]), "logement");
  EXPECT_EQ(test::themes_of(c, c.nodes[1]), "apiculture");
  EXPECT_EQ(test::themes_of(c, c.nodes[2]), "logement");
}

TEST(Lexicon, AThemeMayBeReplaced) {
  std::vector<grammar::FileText> files = embedded_lexicon();
  files.push_back({"mien.toml", "[[theme]]\nslug = 'mobilite'\nreplace = true\ncertain = ['trottinette']\n"});
  const Comparison c =
      compare({outline("p", "OS1 Une trottinette\nOS2 Du covoiturage\n")}, load_lexicon(files));
  EXPECT_EQ(test::themes_of(c, c.nodes[0]), "mobilite");
  EXPECT_EQ(test::themes_of(c, c.nodes[1]), "");
}

/// What an expression looks like in a plan: its marks taken off.
std::string written(std::string term) {
  std::string out;
  for (std::size_t i = 0; i < term.size(); ++i) {
    if (term[i] == '=' || term[i] == '*') continue;
    if (term.compare(i, 3, ".. ") == 0) {
      i += 2;
      continue;
    }
    out += term[i];
  }
  return out;
}

TEST(Lexicon, EveryExpressionOfAThemeFindsIt) {
  std::vector<Error> problems;
  std::string plan;
  std::vector<std::pair<std::string, std::string>> wanted;  // slug, expression
  for (const grammar::FileText& file : embedded_lexicon()) {
    for (const grammar::ThemeEntry& theme : grammar::parse_lexicon(file, problems).themes) {
      for (const auto* terms : {&theme.certain, &theme.likely}) {
        for (const grammar::LexiconTerm& term : *terms) {
          plan += "OS" + std::to_string(wanted.size() + 1) + " " + written(term.text) + "\n";
          wanted.emplace_back(theme.slug, term.text);
        }
      }
    }
  }
  ASSERT_TRUE(problems.empty());
  ASSERT_GT(wanted.size(), 2000U);
  const Comparison c = compare({outline("p", plan)}, lexicon());
  int lost = 0;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    bool found = false;
    for (const ThemeShare& share : c.nodes[i].themes)
      found = found || c.themes[static_cast<std::size_t>(share.theme)].slug == wanted[i].first;
    lost += found ? 0 : 1;
    EXPECT_TRUE(found) << wanted[i].first << ": " << wanted[i].second;
  }
  EXPECT_EQ(lost, 0);
}

TEST(Lexicon, EveryPartnerFindsItself) {
  std::vector<Error> problems;
  std::string plan;
  std::vector<std::string> wanted;
  for (const grammar::FileText& file : embedded_lexicon()) {
    for (const grammar::PartnerEntry& partner : grammar::parse_lexicon(file, problems).partners) {
      for (const grammar::LexiconTerm& term : partner.terms) {
        plan += "OS" + std::to_string(wanted.size() + 1) + " " + written(term.text) + "\n";
        wanted.push_back(partner.id);
      }
    }
  }
  const Comparison c = compare({outline("p", plan)}, lexicon());
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    bool found = false;
    for (const Mention& m : c.nodes[i].mentions)
      found = found || c.entities[static_cast<std::size_t>(m.entity)].id == wanted[i];
    EXPECT_TRUE(found) << wanted[i] << ": " << c.nodes[i].title;
  }
}

}  // namespace
}  // namespace pst::compare

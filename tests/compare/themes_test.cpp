#include <gtest/gtest.h>

#include "compare/plans.hpp"

namespace pst::compare {
namespace {

using test::lexicon;
using test::outline;

std::string themes_of_title(const std::string& title) {
  const Comparison c = compare({outline("p", "OS1 " + title + "\n")}, lexicon());
  return test::themes_of(c, c.nodes.at(0));
}

std::string first_theme(const std::string& title) {
  const std::string all = themes_of_title(title);
  return all.substr(0, all.find(','));
}

TEST(Themes, WordsOfTheField) {
  EXPECT_EQ(first_theme("Ouvrir une halte-garderie"), "enfance");
  EXPECT_EQ(first_theme("Octroyer les allocations de chauffage"), "energie");
  EXPECT_EQ(first_theme("Créer un frigo partagé"), "alimentation");
  EXPECT_EQ(first_theme("Prévenir le surendettement"), "endettement");
  EXPECT_EQ(first_theme("Acheter des vélos électriques pour les usagers"), "mobilite");
}

TEST(Themes, AStemIsFoundInAnyInflectionAndWithoutAccents) {
  EXPECT_EQ(first_theme("RENOVATION DES LOGEMENTS DE TRANSIT"), "logement");
  EXPECT_EQ(first_theme("Les crèches"), first_theme("la crèche"));
}

TEST(Themes, AnAbbreviationNeedsACapital) {
  EXPECT_EQ(first_theme("Renouveler l'agrément de l'ONE"), "enfance");
  EXPECT_EQ(themes_of_title("number one"), "");
}

TEST(Themes, TheLongestExpressionWins) {
  EXPECT_EQ(first_theme("Suivre une formation du personnel"), "ressources-humaines");
  EXPECT_EQ(first_theme("Suivre une formation qualifiante"), "formation");
  EXPECT_EQ(first_theme("Soigner la santé mentale"), "sante-mentale");
}

TEST(Themes, WordsThatLookAlikeAreToldApart) {
  EXPECT_EQ(themes_of_title("Nourrir la commune").find("enfance"), std::string::npos);  // nourrisson
  EXPECT_EQ(themes_of_title("Le territoire de la commune").find("communication"), std::string::npos);
}

TEST(Themes, ANodeWithoutWordsOfItsOwnIsAboutWhatItsParentIsAbout) {
  const Comparison c = compare({outline("p",
                                        "OS1 Lutter contre les violences conjugales\n"
                                        "  OS1-A1 Désigner quelqu'un\n")},
                               lexicon());
  ASSERT_EQ(test::themes_of(c, c.nodes[1]), "violences");
  const Evidence& evidence = c.nodes[1].themes[0].evidence.at(0);
  EXPECT_EQ(evidence.where, Evidence::Where::ancestor);
  EXPECT_EQ(evidence.node, 0);
  EXPECT_EQ(evidence.words, "violences conjugales");
}

TEST(Themes, EvidencePointsAtTheWordsAsWritten) {
  const Comparison c = compare({outline("p", "OS1 Étendre le Taxi-Social\n")}, lexicon());
  const Evidence& evidence = c.nodes[0].themes.at(0).evidence.at(0);
  EXPECT_EQ(evidence.words, "Taxi-Social");
  EXPECT_EQ(c.nodes[0].title.substr(evidence.begin, evidence.end - evidence.begin), evidence.words);
}

TEST(Themes, WhatIsSaidByTheWayCountsLess) {
  EXPECT_EQ(first_theme("Élaborer un plan canicule en collaboration avec la commune"), "sante");
}

TEST(Themes, TheLexiconHasEverySlug) {
  std::string slugs;
  for (const Theme& theme : lexicon().themes()) {
    slugs += theme.slug + " ";
    EXPECT_FALSE(theme.label.empty());
    EXPECT_FALSE(theme.label_en.empty());
    EXPECT_FALSE(theme.category.empty()) << theme.slug;
  }
  EXPECT_EQ(slugs,
            "acces-aux-droits communication emploi formation insertion-sociale logement energie endettement "
            "alimentation sante sante-mentale aines handicap enfance violences migration culture mobilite "
            "numerique "
            "participation gouvernance ressources-humaines synergies patrimoine finances environnement ");
}

TEST(Mentions, TheLongestNameWithItsExpansion) {
  const Comparison c =
      compare({outline("p", "OS1 Avec le Plan de cohésion sociale, le GAL et la Croix-Rouge\n")}, lexicon());
  std::string names;
  for (const Mention& m : c.nodes[0].mentions)
    names += m.words + " = " + c.entities[static_cast<std::size_t>(m.entity)].id + "; ";
  EXPECT_EQ(names, "Plan de cohésion sociale = pcs; GAL = gal; Croix-Rouge = croix-rouge; ");
  EXPECT_EQ(c.uses.size(), 3U);
}

}  // namespace
}  // namespace pst::compare

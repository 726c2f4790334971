#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "compare/plans.hpp"

namespace pst::compare {
namespace {

using test::bruyeres;
using test::lexicon;
using test::outline;
using test::valmont;

double score_of(const Comparison& c, const std::string& a, const std::string& b) {
  for (const Pair& pair : c.pairs) {
    const std::string& x = c.nodes[static_cast<std::size_t>(pair.a)].id;
    const std::string& y = c.nodes[static_cast<std::size_t>(pair.b)].id;
    if ((x == a && y == b) || (x == b && y == a)) return pair.score;
  }
  return 0;
}

/// Everything about pairs and groups, by names, whatever the order of the plans.
std::set<std::string> said(const Comparison& c) {
  std::set<std::string> out;
  const auto id = [&](int i) { return c.nodes[static_cast<std::size_t>(i)].id; };
  for (const Pair& pair : c.pairs) {
    const std::set<std::string> ends{id(pair.a), id(pair.b)};
    out.insert("pair " + *ends.begin() + " " + *ends.rbegin() + " " + std::to_string(pair.score));
  }
  for (const Cluster& cluster : c.clusters) {
    std::set<std::string> members;
    for (const ClusterMember& member : cluster.members) members.insert(id(member.node));
    std::string line = "cluster " + cluster.name;
    for (const std::string& member : members) line += " " + member;
    out.insert(line);
  }
  for (const Particular& p : c.particular) out.insert("particular " + id(p.node));
  return out;
}

TEST(Similar, TheSameMeasureInOtherWords) {
  const Comparison c = compare({valmont(), bruyeres()}, lexicon());
  EXPECT_GT(score_of(c, "valmont:OS1-OO1-A1", "bruyeres:OS1-OO1-A1"),
            0.4);  // taxi social, transport à la demande
  EXPECT_GT(score_of(c, "valmont:OS2-OO1-A1", "bruyeres:OS2-OO1-A1"), 0.4);  // bulletin, journal communal
}

TEST(Similar, SetPhrasesOfTheGenreAreNoLikeness) {
  const Comparison c = compare(
      {outline("a", "OS1 Mettre en œuvre, en collaboration avec la commune, un plan canicule\n"),
       outline("b", "OS1 Mettre en œuvre, en collaboration avec la commune, un règlement de travail\n"),
       outline("c", "OS1 Grand froid\n")},
      lexicon());
  EXPECT_LT(score_of(c, "a:OS1", "b:OS1"), 0.25);
  EXPECT_GT(score_of(c, "a:OS1", "c:OS1"), score_of(c, "a:OS1", "b:OS1"));
}

TEST(Similar, AThemeAloneIsNoLikeness) {
  const Comparison c = compare(
      {outline("a", "OS1 Ouvrir une épicerie sociale\n"), outline("b", "OS1 Livrer des repas à domicile\n")},
      lexicon());
  EXPECT_LT(score_of(c, "a:OS1", "b:OS1"), 0.25);
}

TEST(Similar, APairSaysWhatItShares) {
  const Comparison c = compare(
      {outline("a", "OS1 Étendre le taxi social\n"), outline("b", "OS1 Créer un taxi social\n")}, lexicon());
  ASSERT_EQ(c.pairs.size(), 1U);
  EXPECT_EQ(c.pairs[0].words, std::vector<std::string>{"taxi social"});
}

TEST(Similar, GroupsAreNamedByTheirOwnWords) {
  const Comparison c =
      compare({outline("a", "OS1 Étendre le taxi social\n"), outline("b", "OS1 Créer un taxi social\n"),
               outline("c", "OS1 Un taxi social pour tous\n")},
              lexicon());
  ASSERT_EQ(c.clusters.size(), 1U);
  EXPECT_EQ(c.clusters[0].name, "taxi social");
  EXPECT_EQ(c.clusters[0].plans, (std::vector<int>{0, 1, 2}));
}

TEST(Similar, WhatOnlyOnePlanHas) {
  const Comparison c = compare({valmont(), bruyeres()}, lexicon());
  EXPECT_TRUE(test::node_named(c, "valmont:OS2-OO1-A2").particular);  // the mill
  EXPECT_FALSE(test::node_named(c, "valmont:OS1-OO1-A1").particular);
}

TEST(Similar, TheOrderOfThePlansDoesNotMatter) {
  const auto third = [] {
    return outline("lauzelle", "OS1 Un taxi social\n  OS1-A1 Des colis alimentaires\n");
  };
  const Comparison one = compare({valmont(), bruyeres(), third()}, lexicon());
  const Comparison other = compare({third(), bruyeres(), valmont()}, lexicon());
  EXPECT_FALSE(said(one).empty());
  EXPECT_EQ(said(one), said(other));
  EXPECT_EQ(test::themes_of(one, test::node_named(one, "valmont:OS1-OO1")),
            test::themes_of(other, test::node_named(other, "valmont:OS1-OO1")));
}

TEST(Similar, PairsAreOfDifferentPlansOrderedAndWithinBounds) {
  const Comparison c =
      compare({valmont(), bruyeres(), outline("c", "OS1 Un taxi\n  OS1-A1 Un job coach\n")}, lexicon());
  ASSERT_FALSE(c.pairs.empty());
  double before = 1;
  std::set<std::pair<int, int>> seen;
  for (const Pair& pair : c.pairs) {
    EXPECT_LT(pair.a, pair.b);
    EXPECT_NE(c.nodes[static_cast<std::size_t>(pair.a)].plan, c.nodes[static_cast<std::size_t>(pair.b)].plan);
    EXPECT_LE(pair.score, before);
    EXPECT_GE(pair.score, 0);
    EXPECT_TRUE(seen.insert({pair.a, pair.b}).second);
    before = pair.score;
  }
  for (const NodeEntry& node : c.nodes) {
    double last = 1;
    for (const ThemeShare& share : node.themes) {
      EXPECT_LE(share.weight, last);
      EXPECT_GE(share.weight, 0);
      last = share.weight;
    }
  }
}

TEST(Similar, VoletsAreNoMeasures) {
  const Comparison c = compare(
      {outline("a", "VE Taxi social\n"), outline("b", "VE Taxi social\n  OS1 Taxi social\n")}, lexicon());
  EXPECT_TRUE(c.pairs.empty());
}

}  // namespace
}  // namespace pst::compare

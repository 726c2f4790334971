#include "text/legibility.hpp"

#include <gtest/gtest.h>

#include <sstream>
#include <string>

namespace pst::text {
namespace {

struct Words {
  explicit Words(const std::string& text) {
    std::istringstream in(text);
    for (std::string word; in >> word;) strings.push_back(word);
    views.assign(strings.begin(), strings.end());
  }
  std::vector<std::string> strings;
  std::vector<std::string_view> views;
};

TEST(Legibility, ProseIsPlainlyFrench) {
  const Words prose(
      "Faire un état des lieux de l'ensemble des ressources humaines sur le territoire de la commune et "
      "compléter le plan en fonction des besoins de la population");
  EXPECT_TRUE(plainly_french(prose.views));
}

TEST(Legibility, ShiftedLettersAreNot) {
  const Words cipher(
      "Gbjsf vo fubu eft mjfvy ef mfotfncmf eft sfttpvsdft ivnbjoft tvs mf ufssjupjsf ef mb dpnnvof fu "
      "dpnqmfufs mf qmbo fo gpodujpo eft cftpjot");
  EXPECT_FALSE(plainly_french(cipher.views));
}

TEST(Legibility, FewWordsSayNothing) {
  EXPECT_FALSE(plainly_french(Words("Plan de la commune").views));
}

TEST(Legibility, CharactersWithoutMeaningAreCounted) {
  EXPECT_DOUBLE_EQ(unmapped_share(Words("ab \xEF\xBF\xBD\xEE\x80\x80").views), 0.5);
  EXPECT_DOUBLE_EQ(unmapped_share(Words("état • œuvre €").views), 0);
  EXPECT_DOUBLE_EQ(unmapped_share({}), 0);
}

TEST(Legibility, MoreFrenchWordsAreWorthMore) {
  const Repairer french;
  if (!french.available()) GTEST_SKIP() << "no French dictionary: install hunspell-fr";
  const Legibility good =
      judge(Words("Organiser l'accueil des citoyens à la maison communale").views, french);
  const Legibility bad =
      judge(Words("Organlser I'accuell des cltoyens à la rnaison cornmunale").views, french);
  EXPECT_EQ(good.words, good.known);
  EXPECT_GT(good.worth(), bad.worth());
  EXPECT_LT(bad.known_share(), 0.5);
}

}  // namespace
}  // namespace pst::text

// What is set aside of placed pages: running heads and feet, watermarks, artifacts, contents.
#include <gtest/gtest.h>

#include "support/placed_page.hpp"

namespace pst::layout {
namespace {

using test::PlacedDocument;
using test::Set;

PlacedDocument three_pages() {
  PlacedDocument d;
  const char* words[] = {"Un premier texte", "Une deuxième page", "La troisième enfin"};
  for (int p = 0; p < 3; ++p) {
    if (p > 0) d.page();
    d.text(400, 30, "CPAS de Valmont")
        .text(60, 100, words[p])
        .text(280, 800, "Page " + std::to_string(p + 1) + "/3");
  }
  return d;
}

TEST(RunningHead, and_page_numbers_are_set_aside) {
  const PlacedDocument d = three_pages();
  EXPECT_EQ(d.fragments(), "\n1: Un premier texte\n2: Une deuxième page\n3: La troisième enfin\n");
  EXPECT_EQ(d.set_aside(), R"(
1 running-head: CPAS de Valmont
1 running-foot: Page 1/3
2 running-head: CPAS de Valmont
2 running-foot: Page 2/3
3 running-head: CPAS de Valmont
3 running-foot: Page 3/3
)");
}

TEST(RunningHead, of_two_parts_above_a_large_title_is_no_head_of_a_table) {
  PlacedDocument d;
  for (int p = 0; p < 3; ++p) {
    if (p > 0) d.page();
    d.text(60, 30, "CPAS de Valmont", {8}).text(480, 30, "Plan 2026", {8});
    if (p == 0) d.text(120, 52, "Plan de tous les services", {24});
    d.text(60, 400, "Un texte");
  }
  EXPECT_EQ(d.set_aside(), R"(
1 running-head: CPAS de Valmont Plan 2026
2 running-head: CPAS de Valmont Plan 2026
3 running-head: CPAS de Valmont Plan 2026
)");
}

TEST(RunningHead, numbers_that_do_not_count_with_the_pages_are_text) {
  PlacedDocument d;
  d.text(60, 60, "Action 7").page().text(60, 60, "Action 9").page().text(60, 60, "Action 12");
  EXPECT_EQ(d.set_aside(), "\n");
}

TEST(RunningFoot, that_the_pages_say_all_over_is_text) {
  PlacedDocument d;
  for (int p = 0; p < 2; ++p) {
    if (p > 0) d.page();
    d.text(60, 300, "Former les agents").text(80, 320, "Urgence : haute");
    d.text(60, 740, p == 0 ? "Loger les familles" : "Nourrir les familles").text(80, 760, "Urgence : haute");
    d.text(280, 800, "Page " + std::to_string(p + 1) + "/2");
  }
  EXPECT_EQ(d.set_aside(), "\n1 running-foot: Page 1/2\n2 running-foot: Page 2/2\n");
}

TEST(RunningHead, a_label_whose_number_rises_by_chance_is_text) {
  PlacedDocument d;
  d.text(60, 300, "Action n° 1.1").text(60, 330, "Action n° 1.2").text(60, 360, "Tenir une permanence");
  d.page().text(60, 50, "Action n° 2.1").text(60, 70, "Ouvrir un lieu de rencontre");
  d.text(60, 300, "Action n° 2.2").text(60, 330, "Publier un guide");
  d.page().text(60, 50, "Action n° 3.1").text(60, 70, "Former les agents");
  EXPECT_EQ(d.set_aside(), "\n");
}

TEST(RunningHead, the_head_of_a_table_is_none) {
  PlacedDocument d;
  for (int p = 0; p < 3; ++p) {
    if (p > 0) d.page();
    d.text(60, 60, "N°").text(110, 60, "Objectifs").text(300, 60, "Agent").text(400, 60, "Année");
    for (int r = 1; r < 4; ++r) {
      const std::string n = std::to_string(3 * p + r);
      d.text(60, 60 + 20 * r, n)
          .text(110, 60 + 20 * r, "Action " + n)
          .text(300, 60 + 20 * r, "Anne")
          .text(400, 60 + 20 * r, "2020");
    }
  }
  EXPECT_EQ(
      d.set_aside(),
      "\n2 repeated-head: N°   Objectifs   Agent   Année\n3 repeated-head: N°   Objectifs   Agent   Année\n");
}

TEST(Watermark, behind_the_text_is_set_aside) {
  PlacedDocument d;
  d.lines(60, 300,
          "Une ligne de texte sur toute la largeur|et encore une autre ligne de texte|puis une dernière "
          "ligne ici");
  d.text(40, 250, "PROJET", {150});
  EXPECT_EQ(d.set_aside(), "\n1 aside: PROJET\n");
  EXPECT_EQ(d.fragments().find("PROJET"), std::string::npos);
}

TEST(Artifact, is_set_aside_and_counted) {
  PlacedDocument d;
  d.text(60, 100, "Du texte").text(60, 780, "imprimé par le serveur");
  for (std::size_t i = 2; i < d.last().runs.size(); ++i) d.last().runs[i].artifact = true;
  EXPECT_EQ(d.fragments(), "\n1: Du texte\n");
  EXPECT_EQ(d.set_aside(), "\n1 aside: imprimé par le serveur\n");
}

TEST(Contents, with_leaders_or_rising_numbers_are_no_text) {
  PlacedDocument d;
  d.text(60, 100, "Préambule ........................ 2").text(60, 130, "Volet").text(400, 130, "3");
  d.text(60, 142, "Interne").text(400, 142, "5").text(60, 154, "Externe").text(400, 154, "9");
  EXPECT_EQ(d.fragments(), "\n");
  EXPECT_EQ(d.set_aside(), R"(
1 contents-leaders: Préambule ........................ 2
1 contents-numbers: Volet 3
1 contents-numbers: Interne 5
1 contents-numbers: Externe 9
)");
}

}  // namespace
}  // namespace pst::layout

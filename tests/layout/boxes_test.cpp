// Boxes of text beside other text, and cards side by side.
#include <gtest/gtest.h>

#include "layout/boxes.hpp"
#include "support/placed_page.hpp"

namespace pst::layout {
namespace {

using test::PlacedDocument;

TEST(TextBoxes, beside_a_list_part_none_of_its_items) {
  PlacedDocument d;
  d.shade({60, 180}, 98, 150);
  d.lines(65, 101, "« On y boit un café et|on y reste une heure, »|dit une habituée du|lieu de rencontre.");
  d.text(200, 100, "Rencontrer les habitants", {10, true})
      .text(200, 116, "• Ouvrir une halte dans le hameau")
      .text(200, 128, "• Prêter la salle aux associations du")
      .text(209, 140, "village voisin")
      .text(76, 156, "• Louer un minibus");
  EXPECT_EQ(d.fragments(), R"(
1: « On y boit un café et
1: …on y reste une heure, »
1: …dit une habituée du
1: …lieu de rencontre.
1: Rencontrer les habitants
1: • Ouvrir une halte dans le hameau
1: • Prêter la salle aux associations du
1: …village voisin
1: • Louer un minibus
)");
  // The items beside the box are as deep as the one below it.
  const Layout layout = arrange(d.document());
  EXPECT_EQ(layout.fragments[5].indent, layout.fragments[8].indent);
}

TEST(TextBoxes, are_read_row_by_row) {
  PlacedDocument d;
  d.shade({60, 270}, 90, 180).shade({290, 500}, 90, 180).shade({60, 270}, 200, 250);
  d.lines(70, 100, "Premier cadre de la page|Ouvrir un guichet|Former les agents");
  d.lines(300, 100, "Deuxième cadre de la page|Peindre le hall|Planter une haie|Refaire le toit|Isoler");
  d.lines(70, 210, "Troisième cadre de la page|Publier un bulletin");
  const Layout layout = arrange(d.document());
  ASSERT_EQ(layout.fragments.size(), 10U);
  EXPECT_EQ(layout.fragments[3].text, "Deuxième cadre de la page");
  EXPECT_EQ(layout.fragments[8].text, "Troisième cadre de la page");
}

TEST(TextBoxes, leave_the_signs_of_a_list_that_lie_on_them_to_it) {
  std::vector<Word> words;
  const auto add = [&](const char* text, double x, double y, double width) {
    Word word;
    word.text = text;
    word.box = {x, y, x + width, y + 10};
    word.size = 10;
    words.push_back(word);
  };
  for (int line = 0; line < 3; ++line) {
    for (int w = 0; w < 3; ++w) add("salle", 62 + 30 * w, 102 + 12 * line, 25);
  }
  add("•", 160, 114, 4);  // of `• Louer`, painted over the box
  add("Louer", 190, 114, 30);
  const std::vector<TextBox> boxes = take_boxes({{60, 100, 170, 140}}, words);
  ASSERT_EQ(boxes.size(), 1U);
  EXPECT_EQ(boxes.front().words.size(), 9U);
  EXPECT_EQ(words.size(), 2U);
}

TEST(TextBoxes, cells_that_touch_are_none) {
  source::Page page;
  page.width = 595;
  page.height = 842;
  page.fills = {{60, 100, 200, 140}, {200, 100, 340, 140}, {400, 100, 500, 140}};
  const std::vector<Box> boxes = find_boxes(page);
  ASSERT_EQ(boxes.size(), 1U);
  EXPECT_EQ(boxes.front().x0, 400);
}

/// Where a text stands in the reading order; -1 for nowhere.
int place_of(const Layout& layout, std::string_view text) {
  for (std::size_t i = 0; i < layout.fragments.size(); ++i) {
    if (layout.fragments[i].text == text) return static_cast<int>(i);
  }
  return -1;
}

constexpr const char* kLeft =
    "• Ouvrir une halte dans le hameau du bas|• Prêter la salle aux associations du lieu|"
    "• Louer un minibus pour les sorties d'été";
constexpr const char* kRight =
    "• Former les agents à l'accueil du public|• Publier un bulletin deux fois par an ici|"
    "• Peindre le hall et les deux couloirs bas|• Planter une haie le long de la route|"
    "• Refaire le toit de la remise du fond";

TEST(Cards, without_boxes_are_read_row_by_row) {
  PlacedDocument d;
  d.text(60, 100, "Rencontrer les habitants", {10, true}).lines(60, 120, kLeft);
  d.text(320, 100, "Informer les familles", {10, true}).lines(320, 120, kRight);
  d.text(60, 182, "Soigner les lieux", {10, true}).lines(60, 196, kRight);
  d.text(320, 182, "Bouger ensemble", {10, true}).lines(320, 196, kLeft);
  const Layout layout = arrange(d.document());
  EXPECT_LT(place_of(layout, "Rencontrer les habitants"), place_of(layout, "Informer les familles"));
  EXPECT_LT(place_of(layout, "Informer les familles"), place_of(layout, "Soigner les lieux"));
  EXPECT_LT(place_of(layout, "Soigner les lieux"), place_of(layout, "Bouger ensemble"));
}

TEST(Cards, the_last_of_which_stands_alone_below_the_white_of_a_shorter_one) {
  PlacedDocument d;
  d.text(60, 100, "Rencontrer les habitants", {10, true}).lines(60, 120, kLeft);
  d.text(320, 100, "Informer les familles", {10, true}).lines(320, 120, kRight);
  d.text(60, 200, "Soigner les lieux", {10, true}).lines(60, 220, kLeft);
  const Layout layout = arrange(d.document());
  EXPECT_LT(place_of(layout, "Informer les familles"), place_of(layout, "Soigner les lieux"));
}

TEST(Cards, columns_of_prose_whose_headings_are_not_level_are_none) {
  PlacedDocument d;
  d.text(60, 100, "Rencontrer les habitants", {10, true}).lines(60, 120, kLeft);
  d.text(60, 168, "Soigner les lieux", {10, true}).lines(60, 188, kLeft);
  d.text(320, 100, "Informer les familles", {10, true}).lines(320, 120, kRight);
  const Layout layout = arrange(d.document());
  EXPECT_LT(place_of(layout, "Soigner les lieux"), place_of(layout, "Informer les familles"));
}

TEST(Cards, labels_stand_each_before_the_list_beside_it) {
  PlacedDocument d;
  d.text(60, 100, "Rencontrer chacun des habitants", {10, true})
      .text(60, 112, "du village et du hameau voisin", {10, true})
      .lines(320, 100, kRight);
  d.text(60, 175, "Soigner bien tous les lieux où", {10, true})
      .text(60, 187, "les habitants se retrouvent", {10, true})
      .lines(320, 175, kLeft);
  const Layout layout = arrange(d.document());
  EXPECT_LT(place_of(layout, "• Refaire le toit de la remise du fond"),
            place_of(layout, "Soigner bien tous les lieux où"));
}

}  // namespace
}  // namespace pst::layout

// The order of tagged pages: the tree's where the places of the words bear it out, geometry's where not.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "layout/tag_atoms.hpp"
#include "support/placed_page.hpp"

namespace pst::layout {
namespace {

using test::PlacedDocument;

/// Four cards, two by two, each with a heading and two paragraphs of three lines.
PlacedDocument cards(bool by_rows) {
  PlacedDocument d;
  const std::vector<std::string> names = {"Logement", "Emploi", "Jeunesse", "Aînés"};
  std::vector<std::vector<int>> tags(4);
  for (const int card : by_rows ? std::vector{0, 1, 2, 3} : std::vector{0, 2, 1, 3}) {
    for (const char* role : {"H2", "P", "P"}) tags[static_cast<std::size_t>(card)].push_back(d.tag(role));
  }
  for (std::size_t card = 0; card < 4; ++card) {
    const double x = card % 2 == 0 ? 60 : 320, y = card < 2 ? 60 : 260;
    d.in(tags[card][0]).text(x, y, names[card], {12, true});
    for (std::size_t p = 1; p < 3; ++p) {
      d.in(tags[card][p])
          .lines(x, y + 20 + 50 * static_cast<double>(p - 1),
                 "Le centre propose à chaque habitant de|la commune un accueil et une écoute de|qualité");
    }
  }
  return d;
}

/// The first words of the fragments that begin a paragraph.
std::string starts(PlacedDocument& d) {
  std::string out;
  for (const Fragment& f : arrange(d.document()).fragments) {
    if (f.flow != Flow::continues) out += f.text.substr(0, f.text.find(' ')) + " ";
  }
  return out;
}

/// The texts of all fragments, in order.
std::vector<std::string> texts(PlacedDocument& d) {
  std::vector<std::string> out;
  for (const Fragment& f : arrange(d.document()).fragments) out.push_back(f.text);
  return out;
}

/// Gives each element's words to another one.
void shuffle_tags(PlacedDocument& d, std::mt19937& random) {
  std::vector<int> to(d.document().structure.size());
  for (std::size_t i = 0; i < to.size(); ++i) to[i] = static_cast<int>(i);
  std::shuffle(to.begin(), to.end(), random);
  for (source::Run& run : d.last().runs) run.element = to[static_cast<std::size_t>(run.element)];
}

void strip_tags(PlacedDocument& d) {
  for (source::Run& run : d.last().runs) run.element = -1;
}

TEST(TagOrder, cards_side_by_side_row_by_row) {
  PlacedDocument d = cards(true);
  EXPECT_EQ(starts(d), "Logement Le Le Emploi Le Le Jeunesse Le Le Aînés Le Le ");
}

TEST(TagOrder, columns_one_after_the_other) {
  PlacedDocument d = cards(false);
  EXPECT_EQ(starts(d), "Logement Le Le Jeunesse Le Le Emploi Le Le Aînés Le Le ");
}

TEST(TagOrder, a_note_beside_the_text_keeps_out_of_its_lines) {
  PlacedDocument d;
  const int first = d.tag("P"), note = d.tag("Aside"), second = d.tag("P");
  d.in(first).lines(60, 60, "Le centre ouvre ses portes chaque matin pour les habitants de la|commune");
  d.in(second).lines(60, 100, "Une équipe mobile se rend dans les villages|et reçoit sans rendez-vous", 12);
  d.in(second).text(60, 124, "les personnes qui le souhaitent pour un premier entretien");
  d.in(note).lines(330, 100, "Contact : à l'accueil|du centre");
  EXPECT_EQ(d.fragments(), R"(
1: Le centre ouvre ses portes chaque matin pour les habitants de la
1: …commune
1: Contact : à l'accueil
1: …du centre
1: Une équipe mobile se rend dans les villages
1: …et reçoit sans rendez-vous
1: …les personnes qui le souhaitent pour un premier entretien
)");
}

TEST(TagOrder, a_box_that_the_tree_has_first_stands_behind_the_paragraph_above_it) {
  PlacedDocument d;
  const int box = d.tag("P"), first = d.tag("P"), heading = d.tag("H2"), second = d.tag("P");
  d.in(first).lines(60, 60, "Le centre ouvre ses portes chaque matin pour les habitants de la|commune");
  d.in(heading).text(60, 92, "Une équipe dans les villages", {12, true});
  for (int i = 0; i < 4; ++i)
    d.in(second).text(60, 110 + 12 * i, "et elle reçoit sans aucun rendez-vous celles");
  d.in(box).lines(300, 112, "Contact : à l'accueil|du centre");
  EXPECT_EQ(starts(d), "Le Contact Une et ");
}

TEST(TagOrder, a_paragraph_over_two_columns_is_one) {
  PlacedDocument d;
  const int left = d.tag("P"), over = d.tag("P"), right = d.tag("P");
  const char* const kLine = "le centre accueille chaque jour les habitants";
  for (int i = 0; i < 5; ++i) d.in(left).text(60, 60 + 12 * i, kLine);
  // It ends early, as before a word that was too long.
  d.in(over).lines(60, 126, "Une équipe mobile se rend dans les villages|et reçoit sur");
  d.in(over).lines(320, 60, "rendez-vous les personnes qui le souhaitent|pour un entretien");
  for (int i = 0; i < 5; ++i) d.in(right).text(320, 90 + 12 * i, kLine);
  EXPECT_NE(d.fragments().find("1: …rendez-vous les personnes"), std::string::npos) << d.fragments();
}

TEST(TagOrder, labels_and_values_in_two_lists_are_rows) {
  const std::vector<std::vector<std::string>> lists = {
      {"Pilote", "Anne", "Année", "2027", "Budget", "300 €"},
      {"État", "en cours", "Priorité", "haute", "Public", "Aînés"}};
  PlacedDocument d;
  d.grid({55, 165, 305, 415, 540}, {97, 111, 125, 139});
  for (std::size_t list = 0; list < lists.size(); ++list) {
    for (std::size_t i = 0; i < lists[list].size(); ++i) {
      const double x = 60 + 250 * static_cast<double>(list) + (i % 2 == 0 ? 0 : 110);
      d.in(d.tag("P")).text(x, 100 + 14 * static_cast<double>(i / 2), lists[list][i]);
    }
  }
  EXPECT_EQ(texts(d), (std::vector<std::string>{"Pilote", "Anne", "État", "en cours", "Année", "2027",
                                                "Priorité", "haute", "Budget", "300 €", "Public", "Aînés"}));
}

TEST(TagOrder, a_sign_far_before_its_item_stays_with_it) {
  PlacedDocument d;
  const int box = d.tag("P"), list = d.tag("L"), first = d.tag("LI", list), second = d.tag("LI", list);
  d.in(box).lines(80, 60, "Contact : à l'accueil du|centre chaque matin");
  d.in(first).lines(320, 60, "Former les agents du centre|à l'accueil").text(60, 60, "•");
  d.in(second).text(60, 90, "• Ouvrir un guichet");
  EXPECT_EQ(d.fragments(), R"(
1: Contact : à l'accueil du
1: …centre chaque matin
1: • Former les agents du centre
1: …à l'accueil
1: • Ouvrir un guichet
)");
}

TEST(TagOrder, shuffled_blocks_of_two_columns_lose_nothing) {
  std::mt19937 random(11);
  for (int round = 0; round < 30; ++round) {
    PlacedDocument d = cards(round % 2 == 0);
    std::vector<std::string> right = texts(d);
    shuffle_tags(d, random);
    std::vector<std::string> shuffled = texts(d);
    std::sort(right.begin(), right.end());
    std::sort(shuffled.begin(), shuffled.end());
    EXPECT_EQ(shuffled, right);
  }
}

TEST(TagOrder, shuffled_blocks_of_one_column_change_nothing) {
  std::mt19937 random(13);
  for (int round = 0; round < 30; ++round) {
    PlacedDocument d;
    for (int i = 0; i < 9; ++i) {
      d.in(d.tag(i % 3 == 0 ? "H2" : "P"))
          .lines(60, 60 + 40 * i, std::to_string(i) + " le centre accueille chaque jour|les habitants");
    }
    shuffle_tags(d, random);
    const std::vector<std::string> shuffled = texts(d);
    strip_tags(d);
    EXPECT_EQ(shuffled, texts(d));
  }
}

TEST(TagOrder, that_the_page_contradicts_is_said_to_be_set_aside) {
  const auto rules = [](const PlacedDocument& d) {
    std::string out;
    for (const source::Diagnostic& told : arrange(d.document()).diagnostics) out += told.rule + ';';
    return out;
  };
  std::mt19937 random(13);
  PlacedDocument d;
  for (int i = 0; i < 9; ++i) d.in(d.tag("P")).text(60, 60 + 40 * i, "le centre accueille les habitants");
  EXPECT_EQ(rules(d), "");
  shuffle_tags(d, random);
  EXPECT_EQ(rules(d), "tags-set-aside;");
}

TEST(TagOrder, a_line_that_geometry_cut_in_three_is_one) {
  PlacedDocument d;
  const int line = d.tag("P"), below = d.tag("P");
  const Tags tags(d.document().structure);
  PageRegions page;
  const auto place = [&](double x, double y, const char* text, int element) {
    Word word;
    word.text = text;
    word.box = {x, y, x + 60, y + 10};
    word.size = 10;
    word.element = element;
    word.shown = static_cast<std::int32_t>(page.regions.size());
    page.regions.emplace_back().lines = find_lines({word});
  };
  place(40, 60, "Accueil,", line);
  place(110, 60, "écoute,", line);
  place(180, 60, "conseil", line);
  place(40, 80, "Logement", below);
  const std::vector<Atom> atoms = find_atoms(tags, page, 10);
  ASSERT_EQ(atoms.size(), 2u);
  EXPECT_EQ(atoms.front().text.text, "Accueil, écoute, conseil");
  EXPECT_EQ(atoms.back().text.text, "Logement");
}

TEST(TagOrder, text_right_within_the_document_has_no_order) {
  PlacedDocument d;
  const int document = d.tag("Document"), p = d.tag("P", document);
  d.in(p).lines(60, 60, "Le centre ouvre ses portes|chaque matin");
  d.in(document).text(60, 100, "Une équipe mobile se rend dans les villages");
  d.in(p).text(60, 130, "et reçoit sans rendez-vous");
  EXPECT_EQ(starts(d), "Le Une et ");
}

TEST(TagOrder, a_page_of_a_tag_for_every_word_ends) {
  PlacedDocument d;
  std::mt19937 random(5);
  for (int i = 0; i < 3000; ++i) d.tag(i % 3 == 0 ? "L" : "LI", i > 0 ? i - 1 : -1);
  for (int y = 0; y < 70; ++y) {
    for (int x = 0; x < 12; ++x)
      d.in(static_cast<int>(random() % 3000))
          .text(30 + 45 * x, 20 + 11 * y, "m" + std::to_string(12 * y + x));
  }
  std::ptrdiff_t words = 0;
  for (const std::string& text : texts(d)) words += std::count(text.begin(), text.end(), 'm');
  EXPECT_EQ(words, 840);
}

}  // namespace
}  // namespace pst::layout

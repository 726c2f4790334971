// Tagged pages: the tags tell tables and paragraphs where the places of the words bear them out, and nothing
// else.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

#include "support/placed_page.hpp"
#include "support/reading_pdf.hpp"

namespace pst::layout {
namespace {

using test::PdfBuilder;
using test::PlacedDocument;

struct TaggedRow {
  int row = -1;
  std::vector<int> cells;
};

TaggedRow row_of(PlacedDocument& d, int table, const char* role, int cells) {
  TaggedRow out{d.tag("TR", table), {}};
  for (int i = 0; i < cells; ++i) out.cells.push_back(d.tag(role, out.row));
  return out;
}

TEST(TaggedTable, rows_without_rules_and_merged_cells) {
  PlacedDocument d;
  const int table = d.tag("Table");
  const TaggedRow head = row_of(d, table, "TH", 3);
  const int first = d.tag("TR", table);
  const int merged = d.tag("TD", first, {2, 1}), one = d.tag("TD", first), one_who = d.tag("TD", first);
  const TaggedRow second = row_of(d, table, "TD", 2);
  d.in(head.cells[0]).text(50, 100, "Objectif").in(head.cells[1]).text(200, 100, "Action");
  d.in(head.cells[2]).text(450, 100, "Pilote");
  // The merged cell is centred: its lines stand between those of the two actions.
  d.in(merged).lines(50, 126, "Mieux loger|les familles", 12);
  d.in(one)
      .lines(200, 114, "Repérer les logements vides de|la commune", 12)
      .in(one_who)
      .text(450, 114, "Anne");
  d.in(second.cells[0]).lines(200, 138, "Ouvrir un logement de transit|au centre", 12);
  EXPECT_EQ(d.fragments(), R"(
1[0/3]: Objectif
1[1/3]: Action
1[2/3]: Pilote
1[0/3]: Mieux loger
1[0/3]: …les familles
1[1/3]: Repérer les logements vides de
1[1/3]: …la commune
1[2/3]: Anne
1[1/3]: Ouvrir un logement de transit
1[1/3]: …au centre
)");
}

TEST(TaggedTable, empty_cells_that_the_tree_leaves_out) {
  PlacedDocument d;
  const int table = d.tag("Table");
  const TaggedRow head = row_of(d, table, "TH", 3), full = row_of(d, table, "TD", 3),
                  gap = row_of(d, table, "TD", 2);
  d.in(head.cells[0]).text(50, 100, "Action").in(head.cells[1]).text(300, 100, "Pilote");
  d.in(head.cells[2]).text(450, 100, "Année");
  d.in(full.cells[0]).text(50, 114, "Ouvrir un guichet").in(full.cells[1]).text(300, 114, "Anne");
  d.in(full.cells[2]).text(450, 114, "2021");
  d.in(gap.cells[0]).text(50, 128, "Former les agents").in(gap.cells[1]).text(450, 128, "2022");
  EXPECT_NE(d.fragments().find("1[2/3]: 2022"), std::string::npos) << d.fragments();
}

TEST(TaggedTable, rows_below_the_cells_of_a_page_before_stand_in_the_columns_drawn) {
  PlacedDocument d;
  const int table = d.tag("Table");
  const TaggedRow head = row_of(d, table, "TH", 3);
  const int first = d.tag("TR", table);
  const int merged = d.tag("TD", first), one = d.tag("TD", first), one_who = d.tag("TD", first);
  const TaggedRow second = row_of(d, table, "TD", 2), third = row_of(d, table, "TD", 2);
  d.grid({45, 195, 445, 545}, {95, 115, 135});
  d.in(head.cells[0]).text(50, 100, "Objectif").in(head.cells[1]).text(200, 100, "Action");
  d.in(head.cells[2]).text(450, 100, "Pilote");
  d.in(merged).text(50, 120, "Mieux loger").in(one).text(200, 120, "Repérer").in(one_who);
  d.text(450, 120, "Anne").page().grid({45, 195, 445, 545}, {55, 75, 95});
  d.in(second.cells[0]).text(200, 60, "Ouvrir un logement").in(second.cells[1]).text(450, 60, "Luc");
  d.in(third.cells[0]).text(200, 80, "Visiter").in(third.cells[1]).text(450, 80, "Marc");
  EXPECT_NE(d.fragments().find("2[1/3]: Ouvrir un logement\n2[2/3]: Luc\n2[1/3]: Visiter\n2[2/3]: Marc"),
            std::string::npos)
      << d.fragments();
}

TEST(TaggedTable, a_row_that_the_page_breaks_goes_on) {
  PlacedDocument d;
  const int table = d.tag("Table");
  const TaggedRow head = row_of(d, table, "TH", 2), first = row_of(d, table, "TD", 2),
                  last = row_of(d, table, "TD", 4);
  d.in(head.cells[0]).text(50, 686, "Action").in(head.cells[1]).text(300, 686, "Pilote");
  d.in(first.cells[0]).text(50, 700, "Former les agents").in(first.cells[1]).text(300, 700, "Luc");
  d.in(last.cells[0]).text(50, 714, "Ouvrir un guichet pour les aînés qui");
  d.in(last.cells[1]).text(300, 714, "Anne");
  d.page().in(head.cells[0]).text(50, 60, "Action").in(head.cells[1]).text(300, 60, "Pilote");
  // The tree has the row's cells again.
  d.in(last.cells[2]).text(50, 74, "vivent seuls").in(last.cells[3]).text(300, 74, "Marc");
  EXPECT_EQ(d.fragments(), R"(
1[0/2]: Action
1[1/2]: Pilote
1[0/2]: Former les agents
1[1/2]: Luc
1[0/2]: Ouvrir un guichet pour les aînés qui
2[0/2]: …vivent seuls
1[1/2]: Anne
2[1/2]: Marc
)");
}

const char* const kSentence =
    "Le centre ouvre ses portes chaque jour|pour les habitants de toute la commune|qui le souhaitent";

TEST(TaggedText, another_block_is_another_paragraph) {
  PlacedDocument d;
  d.in(d.tag("P")).text(60, 100, "Ouvrir un guichet dans chaque village de");
  d.in(d.tag("P")).text(60, 112, "Former tous les agents du centre à l'accueil");
  EXPECT_EQ(
      d.fragments(),
      "\n1: Ouvrir un guichet dans chaque village de\n1: Former tous les agents du centre à l'accueil\n");
}

TEST(TaggedText, a_paragraph_for_every_line_says_nothing) {
  PlacedDocument plain, tagged;
  for (int i = 0; i < 4; ++i) plain.lines(60, 100 + 60 * i, kSentence);
  std::string_view rest = kSentence;
  std::vector<std::string> lines;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('|'), rest.size());
    lines.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  for (int i = 0; i < 4; ++i) {
    for (std::size_t k = 0; k < lines.size(); ++k)
      tagged.in(tagged.tag("P")).text(60, 100 + 60 * i + 12 * static_cast<double>(k), lines[k]);
  }
  EXPECT_EQ(tagged.fragments(), plain.fragments());
}

/// A table and a text, with tags that say so.
PlacedDocument tagged_page() {
  PlacedDocument d;
  for (int i = 0; i < 3; ++i) d.in(d.tag("P")).lines(60, 60 + 50 * i, kSentence);
  const int table = d.tag("Table");
  for (int r = 0; r < 4; ++r) {
    const TaggedRow row = row_of(d, table, "TD", 3);
    const double y = 300 + 24 * r;
    d.in(row.cells[0]).text(60, y, "Ouvrir un guichet").in(row.cells[1]).text(250, y, "Anne");
    d.in(row.cells[2]).text(400, y, "2021");
  }
  return d;
}

TEST(TaggedPage, reads_like_the_same_page_untagged) {
  PlacedDocument d = tagged_page();
  const std::string tagged = d.fragments();
  d.document().structure.clear();
  for (source::Run& run : d.last().runs) run.element = -1;
  EXPECT_EQ(d.fragments(), tagged);
}

TEST(TaggedPage, shuffled_tags_change_nothing) {
  PlacedDocument d = tagged_page();
  const std::string right = d.fragments();
  std::mt19937 random(7);
  for (int round = 0; round < 20; ++round) {
    std::vector<std::int32_t> elements;
    for (const source::Run& run : d.last().runs) elements.push_back(run.element);
    std::shuffle(elements.begin(), elements.end(), random);
    for (std::size_t i = 0; i < elements.size(); ++i) d.last().runs[i].element = elements[i];
    EXPECT_EQ(d.fragments(), right);
  }
}

TEST(TaggedPage, trees_that_make_no_sense_end) {
  PlacedDocument d;
  const int table = d.tag("Table", 5);  // behind itself
  d.tag("TR", table);
  for (int i = 0; i < 300; ++i) d.tag("TD", 1, {1000, 1000});
  d.in(40).text(60, 60, "Ouvrir un guichet").in(100'000).text(60, 80, "Former les agents");
  EXPECT_EQ(d.fragments(), "\n1: Ouvrir un guichet\n1: Former les agents\n");
}

TEST(TaggedPdf, a_table_of_a_whole_file) {
  PdfBuilder pdf;
  const std::string font = test::helvetica(pdf);
  const std::vector<std::string> words = {"Action", "Pilote", "Ouvrir", "Anne", "Former", "Marc"};
  std::string content;
  for (std::size_t i = 0; i < words.size(); ++i) {
    content += "/TD <</MCID " + std::to_string(i) + ">> BDC BT /F 10 Tf " + (i % 2 == 0 ? "10 " : "110 ") +
               std::to_string(80 - 20 * (i / 2)) + " Td (" + words[i] + ") Tj ET EMC ";
  }
  pdf.add_page(content, font);
  pdf.add_table(3, 2);
  PlacedDocument shown;
  shown.document() = test::read(pdf);
  EXPECT_EQ(shown.fragments(),
            "\n1[0/2]: Action\n1[1/2]: Pilote\n1[0/2]: Ouvrir\n1[1/2]: Anne\n1[0/2]: Former\n1[1/2]: Marc\n");
}

}  // namespace
}  // namespace pst::layout

// Plans on placed pages: each node has its page and the box of its words.
#include <gtest/gtest.h>

#include "support/placed_page.hpp"
#include "support/reading.hpp"

namespace pst::plan {
namespace {

using test::PlacedDocument;
using test::Set;

PlacedDocument plan_of_two_pages() {
  PlacedDocument d;
  d.text(60, 60, "CPAS de Valmont", {18, true});
  d.lines(60, 100, "O.S. 1 Être un centre accueillant et accessible à tous les|habitants de la commune", 16,
          {13, true});
  d.text(60, 150, "O.O. 1.1 Aménager l'accès aux locaux du centre", {11, true});
  d.text(80, 170, "• Organiser les entretiens dans un local du rez-de-chaussée")
      .text(80, 184, "• Acheter un ordinateur");
  d.page().text(60, 60, "O.O. 1.2 Améliorer l'accueil", {11, true});
  d.grid({60, 130, 400, 500}, {90, 110, 140});
  d.text(65, 95, "N°").text(135, 95, "Action").text(405, 95, "Pilote");
  d.text(65, 118, "Action 1")
      .lines(135, 113, "Remplacer tous les téléphones défectueux du centre et|acquérir un casque")
      .text(405, 118, "Anne");
  return d;
}

void check_boxes(const Node& node, const source::Document& document, const std::string& words) {
  SCOPED_TRACE(node.code);
  ASSERT_TRUE(node.source.page && node.source.box);
  const source::Page& page = document.pages[static_cast<std::size_t>(*node.source.page) - 1];
  const source::Box& box = *node.source.box;
  EXPECT_GE(box.x0, 0);
  EXPECT_GE(box.y0, 0);
  EXPECT_LE(box.x1, page.width);
  EXPECT_LE(box.y1, page.height);
  std::string inside;
  for (const source::Run& run : page.runs) {
    if (run.box->x0 >= box.x0 - 0.1 && run.box->x1 <= box.x1 + 0.1 && run.box->y0 >= box.y0 - 0.1 &&
        run.box->y1 <= box.y1 + 0.1) {
      inside += text::fold(run.text);
    }
  }
  std::string title = node.title;
  for (std::size_t begin = 0; begin < title.size();) {
    const std::size_t end = std::min(title.find(' ', begin), title.size());
    EXPECT_NE(inside.find(text::fold(title.substr(begin, end - begin))), std::string::npos) << title;
    begin = end + 1;
  }
  for (const Node& child : node.children) check_boxes(child, document, words);
}

TEST(PlacedPlan, every_box_lies_on_its_page_and_holds_its_words) {
  PlacedDocument d = plan_of_two_pages();
  const Extraction extraction = extract(d.document(), test::library(), {});
  ASSERT_EQ(extraction.plan.nodes.size(), 1U);
  EXPECT_EQ(extraction.plan.coverage.unassigned, 0);
  for (const Node& node : extraction.plan.nodes) check_boxes(node, d.document(), {});
}

TEST(PlacedPlan, headings_lists_and_tables_make_one_tree) {
  PlacedDocument d = plan_of_two_pages();
  const Extraction extraction = extract(d.document(), test::library(), {});
  const Node& os = extraction.plan.nodes.at(0);
  EXPECT_EQ(os.title, "Être un centre accueillant et accessible à tous les habitants de la commune");
  ASSERT_EQ(os.children.size(), 2U);
  ASSERT_EQ(os.children[0].children.size(), 2U);
  EXPECT_EQ(os.children[0].children[1].title, "Acheter un ordinateur");
  ASSERT_EQ(os.children[1].children.size(), 1U);
  const Node& action = os.children[1].children[0];
  EXPECT_EQ(action.title, "Remplacer tous les téléphones défectueux du centre et acquérir un casque");
  EXPECT_EQ(action.source.page, 2);
  ASSERT_EQ(action.attributes.responsible.size(), 1U);
  EXPECT_EQ(action.attributes.responsible[0], "Anne");
}

TEST(PlacedPlan, artifacts_at_the_head_of_its_pages_say_its_period) {
  PlacedDocument d;
  for (int p = 0; p < 2; ++p) {
    if (p > 0) d.page();
    d.text(60, 30, "CPAS de Valmont - PST 2019-2024");
    for (source::Run& run : d.last().runs) run.artifact = true;
    d.text(60, 100, "O.S. " + std::to_string(p + 1) + " Loger", {13, true});
  }
  const auto plan = extract(d.document(), test::library(), {}).plan;
  ASSERT_TRUE(plan.document.period);
  EXPECT_EQ(plan.document.period->start, 2019);
}

TEST(PlacedTitle, ends_with_a_lone_number_that_did_not_fit_on_its_line) {
  PlacedDocument d;
  d.lines(60, 60, "Action 1 : Engager dans les services du centre deux agents selon l'article|60");
  d.text(60, 100, "Action 2 : Former les agents");
  EXPECT_EQ(test::outline(extract(d.document(), test::library(), {}).plan), R"(
A1 Engager dans les services du centre deux agents selon l'article 60
A2 Former les agents
)");
}

TEST(PlacedTitle, goes_on_with_a_bracket_that_hardly_fitted_on_its_line) {
  PlacedDocument d;
  d.text(60, 60, "Action 1 : Ouvrir aux habitants de la commune tous les locaux du service du centre");
  d.lines(60, 84, "Action 2 : Aménager avec les habitants les locaux de tous les services|(guichets, ...)");
  const std::string got = test::outline(extract(d.document(), test::library(), {}).plan);
  EXPECT_NE(got.find("A2 Aménager avec les habitants les locaux de tous les services (guichets, ...)"),
            std::string::npos)
      << got;
}

TEST(PlacedTitle, set_narrower_than_its_column_goes_on_in_lower_case) {
  PlacedDocument d;
  d.text(50, 60, "Le présent document vaut pour toute la durée de la législature, et au-delà s'il le faut");
  d.lines(50, 100, "Action 1 : Ouvrir aux habitants de la commune les locaux|communaux", 12);
  d.lines(50, 140, "Action 2 : Former les agents|aux outils", 12);
  EXPECT_EQ(test::outline(extract(d.document(), test::library(), {}).plan), R"(
A1 Ouvrir aux habitants de la commune les locaux communaux
A2 Former les agents
)");
}

}  // namespace
}  // namespace pst::plan

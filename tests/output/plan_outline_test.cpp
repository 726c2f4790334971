// A plan as a text, a page, a Word document and a workbook.
#include <gtest/gtest.h>

#include "output/plan_docx.hpp"
#include "output/plan_outline.hpp"
#include "output/plan_xlsx.hpp"
#include "output/sample_plan.hpp"
#include "output/xml_tree.hpp"

namespace pst::output {
namespace {

using test::sample_plan;

TEST(PlanMarkdown, HeadingsAnchorsAndFacts) {
  EXPECT_EQ(to_markdown(sample_plan()),
            "# Braine-l'Alleud (commune) — PST « 2019-2024 »\n"
            "\n"
            "plan.txt · 2019-2024 · adopté le 2019-10-14\n"
            "\n"
            "## <a id=\"VI\"></a>VI Administration\n"
            "\n"
            "### <a id=\"OS1\"></a>OS1 Un service efficace\n"
            "\n"
            "#### <a id=\"OS1-OO1\"></a>OS1-OO1 Être là\n"
            "\n"
            "- <a id=\"OS1-OO1-A1\"></a>**OS1-OO1-A1** Créer l'œuvre commune\n"
            "  - *Priorité* : élevée\n"
            "  - *État* : en cours\n"
            "  - *Période* : 2020-…\n"
            "  - *Récurrence* : chaque année\n"
            "  - *Responsables* : Danièle, Myriam, adjointe\n"
            "  - *Indicateur* : 1 réunion / 2 mois\n"
            "  - *Budget* : 15 000 € en 2021 (RW) ; 12,5 €\n"
            "  - *Renvois* : cf O.O.1 → OS1-OO1 ; Voir fiche\n"
            "  - *Annexe* : pour information\n"
            "  - *Partenaires* : CPAS ; PCS\n"
            "\n"
            "  Deux lignes.\n"
            "\n"
            "  De prose.\n"
            "- <a id=\"OS1-OO1-A2\"></a>**OS1-OO1-A2** \\=SOMME(A1)\n");
}

TEST(PlanMarkdown, WordingIsNoMarkup) {
  plan::Plan plan = sample_plan();
  plan.nodes[0].title = "1. *un* _deux_ <script> [x](y) `z` # a|b & c";
  EXPECT_NE(
      to_markdown(plan).find("VI 1\\. \\*un\\* \\_deux\\_ \\<script\\> \\[x\\](y) \\`z\\` \\# a\\|b \\& c\n"),
      std::string::npos)
      << to_markdown(plan);
}

TEST(PlanHtml, IsWellFormedAndAnchored) {
  std::string html = to_html(sample_plan());
  html.erase(0, html.find("<body>"));
  html.resize(html.find("</html>"));
  const XmlElement body = read_xml(html).root;
  const XmlElement* volet = body.child("main")->child("section");
  ASSERT_NE(volet, nullptr);
  EXPECT_EQ(volet->attribute("id"), "VI");
  EXPECT_EQ(volet->child("section")->child("section")->child("article")->attribute("id"), "OS1-OO1-A1");
  EXPECT_EQ(body.child("nav")->child("ol")->children.size(), 1U);
}

TEST(PlanHtml, WordingIsNoMarkup) {
  plan::Plan plan = sample_plan();
  plan.nodes[0].title = "<script>alert(1)</script>";
  plan.nodes[0].fields = {{"<b>", "\"&"}};
  const std::string html = to_html(plan);
  EXPECT_EQ(html.find("<script"), std::string::npos);
  EXPECT_NE(html.find("<dt>&lt;b&gt;</dt><dd>&quot;&amp;</dd>"), std::string::npos);
}

TEST(PlanHtml, FetchesNothing) {
  const std::string html = to_html(sample_plan());
  EXPECT_EQ(html.find("src="), std::string::npos);
  EXPECT_EQ(html.find("http"), std::string::npos);
}

TEST(PlanDocx, IsTheSameEachTimeAndPacked) {
  const std::string bytes = to_docx(sample_plan());
  EXPECT_TRUE(bytes.starts_with("PK\x03\x04"));
  EXPECT_NE(bytes.find("word/document.xml"), std::string::npos);
  EXPECT_EQ(bytes, to_docx(sample_plan()));
}

TEST(PlanXlsx, IsTheSameEachTimeAndPacked) {
  const std::string bytes = to_xlsx(sample_plan());
  EXPECT_TRUE(bytes.starts_with("PK\x03\x04"));
  EXPECT_NE(bytes.find("xl/worksheets/sheet3.xml"), std::string::npos);
  EXPECT_EQ(bytes, to_xlsx(sample_plan()));
}

TEST(PlanXlsx, AVeryLongTextIsCutNotRefused) {
  plan::Plan plan = sample_plan();
  plan.nodes[0].description.assign(40000, 'x');
  for (int i = 0; i < 40000; ++i) plan.nodes[0].title += "é";
  EXPECT_TRUE(to_xlsx(plan).starts_with("PK"));
}

}  // namespace
}  // namespace pst::output

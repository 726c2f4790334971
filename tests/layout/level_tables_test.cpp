// Tables drawn with level rules only: merged cells, rows open above and below, columns empty on a page.
#include <gtest/gtest.h>

#include "support/merged_table.hpp"
#include "support/placed_page.hpp"

namespace pst::layout {
namespace {

using test::PlacedDocument;
using test::Set;

TEST(LevelTable, rules_that_begin_further_right_part_the_rows_of_a_merged_cell) {
  PlacedDocument d;
  for (const double y : {116.0, 176.0, 216.0}) d.rule(50, y, 500, y);
  for (const double y : {136.0, 156.0, 196.0}) d.rule(160, y, 500, y);
  // The merged cells' words stand in the middle of their rows.
  test::set_merged_table(d, 104, {120, 140, 160, 180, 200}, {134, 184});
  EXPECT_EQ(d.fragments(), test::merged_table_read);
}

TEST(LevelTable, rows_without_rules_go_on_below_the_last_head) {
  PlacedDocument d;
  for (const double y : {116.0, 216.0, 316.0}) {
    d.rule(50, y, 500, y);
    d.text(55, y - 12, "Action", {10, true}).text(300, y - 12, "Pilote", {10, true});
    d.text(420, y - 12, "Année", {10, true});
    d.text(55, y + 4, "Former les agents").text(300, y + 4, "Anne").text(420, y + 4, "2020");
    d.text(55, y + 23, "Informer toute la population de").text(300, y + 23, "Marc").text(420, y + 23, "2021");
    d.text(55, y + 35, "Valmont");
  }
  d.text(55, 380, "Le conseil signe ce document.");
  const std::string got = d.fragments();
  EXPECT_NE(
      got.rfind("1[0/3]: Informer toute la population de\n1[0/3]: …Valmont\n1[1/3]: Marc\n1[2/3]: 2021\n"
                "1: Le conseil"),
      std::string::npos)
      << got;
}

TEST(LevelTable, the_items_of_a_list_stand_in_the_cell_that_they_are_listed_in) {
  PlacedDocument d;
  for (const double y : {116.0, 236.0, 256.0}) d.rule(50, y, 500, y);
  d.text(55, 104, "Action").text(300, 104, "Pilote").text(420, 104, "Année");
  d.lines(55, 120, "Former tous les agents de l'accueil aux nouveaux|outils").text(300, 120, "Anne");
  d.text(420, 120, "2020").text(60, 146, "• Acheter").text(60, 160, "• Installer").text(60, 174, "• Essayer");
  d.lines(55, 196, "Informer toute la population de la commune par|courrier").text(300, 196, "Marc");
  d.text(420, 196, "2021").text(55, 240, "Visiter").text(300, 240, "Luc").text(420, 240, "2022");
  const std::string got = d.fragments();
  EXPECT_NE(got.find("1[0/3]: • Essayer\n1[1/3]: Anne"), std::string::npos) << got;
}

TEST(LevelTable, short_rules_that_words_cross_draw_no_merged_cell) {
  PlacedDocument d;
  for (const double y : {116.0, 136.0, 156.0}) d.rule(50, y, 500, y);
  d.rule(160, 176, 500, 176);
  d.text(55, 104, "Action").text(300, 104, "Pilote").text(420, 104, "Année");
  d.text(55, 120, "Former les agents du guichet").text(300, 120, "Anne").text(420, 120, "2020");
  d.text(55, 140, "Informer toute la population").text(300, 140, "Marc").text(420, 140, "2021");
  d.text(55, 164, "Le conseil signe ici, comme il se doit, ce document en deux exemplaires");
  const std::string got = d.fragments();
  EXPECT_NE(got.find("1[0/3]: Informer toute la population\n1[1/3]: Marc\n1[2/3]: 2021\n1: Le conseil"),
            std::string::npos)
      << got;
}

TEST(LevelTable, a_head_that_wraps_and_a_last_row_without_a_rule_are_rows_of_it) {
  PlacedDocument d;
  for (const double y : {126.0, 146.0, 166.0}) d.rule(50, y, 500, y);
  d.lines(55, 102, "Objectif|visé", 12, {10, true});
  d.text(300, 102, "Pilote", {10, true}).text(420, 102, "Année", {10, true});
  d.text(55, 130, "Former les agents").text(300, 130, "Anne").text(420, 130, "2020");
  d.text(55, 150, "Informer").text(300, 150, "Marc").text(420, 150, "2021");
  d.text(55, 170, "Visiter").text(300, 170, "Luc").text(420, 170, "2022");
  d.text(50, 202, "Du texte qui suit le tableau et qui va d'un bord à l'autre de la page");
  EXPECT_EQ(d.fragments(), R"(
1[0/3]: Objectif
1[0/3]: …visé
1[1/3]: Pilote
1[2/3]: Année
1[0/3]: Former les agents
1[1/3]: Anne
1[2/3]: 2020
1[0/3]: Informer
1[1/3]: Marc
1[2/3]: 2021
1[0/3]: Visiter
1[1/3]: Luc
1[2/3]: 2022
1: Du texte qui suit le tableau et qui va d'un bord à l'autre de la page
)");
}

TEST(LevelTable, goes_on_over_the_page_where_a_column_is_empty_there) {
  PlacedDocument d;
  for (const double y : {716.0, 736.0, 756.0}) d.rule(50, y, 500, y);
  d.text(55, 704, "Action").text(300, 704, "Pilote").text(420, 704, "Année");
  d.text(55, 720, "Former les agents").text(300, 720, "Anne").text(420, 720, "2020");
  d.text(55, 740, "Informer").text(300, 740, "Marc").text(420, 740, "2021");
  d.text(55, 760, "Ouvrir un guichet unique pour les personnes").text(300, 760, "Luc");
  d.page();
  for (const double y : {66.0, 86.0, 106.0}) d.rule(50, y, 500, y);
  d.text(55, 54, "isolées du village");
  d.text(55, 70, "Visiter les familles").text(300, 70, "Anne");
  d.text(55, 90, "Rénover").text(300, 90, "Marc");
  const std::string got = d.fragments();
  EXPECT_NE(got.find("personnes\n2[0/3]: …isolées du village\n1[1/3]: Luc\n2[0/3]: Visiter"),
            std::string::npos)
      << got;
  EXPECT_NE(got.find("2[0/3]: Rénover\n2[1/3]: Marc"), std::string::npos) << got;
}

TEST(LevelTable, a_cell_that_did_not_fit_on_the_page_belongs_to_the_row_there) {
  PlacedDocument d;
  d.grid({50, 150, 250, 450}, {700, 720, 740, 780});
  d.text(55, 705, "Année").text(155, 705, "Pilote").text(255, 705, "Action");
  d.text(55, 725, "2021").text(155, 725, "Marc").text(255, 725, "Informer");
  d.text(55, 745, "2022").text(155, 745, "Luc");
  d.page().grid({50, 150, 250, 450}, {60, 90, 110});
  d.lines(255, 65, "Ouvrir un guichet|unique");
  d.text(55, 95, "2023").text(255, 95, "Visiter");
  EXPECT_NE(
      d.fragments().find("1[0/3]: 2022\n1[1/3]: Luc\n2[2/3]: …Ouvrir un guichet\n2[2/3]: …unique\n2[0/3]"),
      std::string::npos)
      << d.fragments();
}

TEST(LevelTable, a_cell_may_fill_its_column_up_to_where_the_next_begins) {
  PlacedDocument d;
  for (const double y : {116.0, 236.0}) d.rule(20, y, 500, y);
  d.text(20, 104, "N°", {.bold = true})
      .text(50, 104, "Libellé", {.bold = true})
      .text(250, 104, "Service", {.bold = true});
  d.text(348, 104, "Année", {.bold = true}).text(450, 104, "Budget", {.bold = true});
  for (int r = 0; r < 5; ++r) {
    const double y = 120 + 22 * r;
    d.text(20, y, "A1")
        .text(50, y, "Former les agents")
        .text(250, y, "Accueil")
        .text(348, y, "2020")
        .text(450, y, "500 €");
  }
  // Hardly a space is left on either side.
  d.text(20, 230, "A2")
      .text(50, 230, "Ouvrir un guichet pour les habitants isolé")
      .text(250, 230, "Service sociaux, PCS")
      .text(348, 230, "2021");
  d.text(450, 230, "200 €");
  EXPECT_NE(d.fragments().find("[2/5]: Service sociaux, PCS\n1[3/5]: 2021\n"), std::string::npos)
      << d.fragments();
}

TEST(LevelTable, fields_of_a_card_in_one_band_are_rows_where_no_cell_wraps) {
  PlacedDocument d;
  for (const double y : {100.0, 130.0, 176.0, 200.0}) d.rule(50, y, 500, y);
  d.text(55, 110, "Fiche 3").text(150, 110, "Ouvrir un guichet dans chaque maison de village");
  d.lines(55, 138, "Pilote|Priorité|Suivi").lines(150, 138, "Anne|élevée|annuel");
  d.lines(300, 138, "Année|Budget|État").lines(400, 138, "2021|sans coût|Réalisé à moitié");
  d.text(55, 185, "Visa").text(150, 185, "Marc").text(300, 185, "Date").text(400, 185, "2022");
  EXPECT_NE(d.fragments().find("1[0/4]: Priorité\n1[1/4]: élevée\n1[2/4]: Budget\n1[3/4]: sans coût\n"),
            std::string::npos)
      << d.fragments();
}

TEST(LevelTable, fields_in_two_lists_out_of_step_are_rows_of_each) {
  PlacedDocument d;
  for (const double y : {96.0, 150.0, 170.0}) d.rule(50, y, 500, y);
  d.lines(55, 100, "Pilote|Année|Budget", 15).lines(150, 100, "Anne|2021|200 €", 15);
  d.lines(300, 100, "Priorité|État|Suivi", 11).lines(400, 100, "élevée|en cours|un rapport|par an", 11);
  d.text(55, 155, "Visa").text(150, 155, "Marc").text(300, 155, "Date").text(400, 155, "2022");
  EXPECT_EQ(d.fragments().substr(0, 154), R"(
1[0/4]: Pilote
1[1/4]: Anne
1[0/4]: Année
1[1/4]: 2021
1[0/4]: Budget
1[1/4]: 200 €
1[2/4]: Priorité
1[3/4]: élevée
1[2/4]: État
1[3/4]: en cours
)");
}

TEST(LevelTable, a_heading_goes_on_below_its_label) {
  PlacedDocument d;
  for (const double y : {100.0, 200.0, 220.0}) d.rule(50, y, 500, y);
  d.text(60, 110, "Fiche 3", {.bold = true});
  d.text(150, 110, "Ouvrir un guichet dans chaque maison de village et au centre des villages",
         {.bold = true});
  d.text(55, 122, "pour tous", {.bold = true});
  for (const double y : {150.0, 172.0, 205.0})
    d.text(55, y, "Pilote").text(150, y, "Anne").text(300, y, "Année").text(400, y, "2021");
  EXPECT_NE(d.fragments().find("centre des villages\n1: …pour tous\n1[0/4]: Pilote\n1[1/4]: Anne\n"),
            std::string::npos)
      << d.fragments();
}

TEST(RuledTable, signatures_below_it_are_none_of_its_rows) {
  PlacedDocument d;
  d.grid({50, 150, 300, 400}, {100, 120, 140, 160});
  d.text(55, 105, "Action").text(155, 105, "Pilote").text(305, 105, "Année");
  d.text(55, 125, "Former").text(155, 125, "Anne").text(305, 125, "2020");
  d.text(55, 145, "Informer").text(155, 145, "Marc").text(305, 145, "2021");
  d.text(55, 175, "Le directeur").text(190, 175, "La présidente");
  EXPECT_NE(d.fragments().find("\n1: Le directeur"), std::string::npos) << d.fragments();
}

TEST(AlignedTable, short_words_and_figures_beside_a_table_are_columns_of_it) {
  PlacedDocument d;
  for (int r = 0; r < 8; ++r) {
    const double y = 100 + 24 * r;
    d.text(50, y, "Action 1").lines(110, y, "Former tous les agents du guichet|aux nouveaux outils", 10);
    d.text(350, y, "2021-2024").text(420, y, "500 €").text(470, y, "En cours");
  }
  EXPECT_NE(d.fragments().find("outils\n1[2/5]: 2021-2024\n1[3/5]: 500 €\n1[4/5]: En cours\n"),
            std::string::npos)
      << d.fragments();
}

}  // namespace
}  // namespace pst::layout

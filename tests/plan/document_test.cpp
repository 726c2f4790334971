// Facts of the document: organisation, title, period, year, adoption.
#include <gtest/gtest.h>

#include "plan/municipalities.hpp"
#include "support/reading.hpp"

namespace pst::plan {
namespace {

constexpr const char* kPlan = "\nO.S. 1 Accueillir chacun\nAction 1 : Former les agents de 2021 à 2022\n";

DocumentFacts facts(const std::string& front, const std::string& file = "plan.txt") {
  return test::plan_of(front + kPlan, {.file = file}).document;
}

/// `CPAS Assesse 92006`
std::string organisation(const std::string& front, const std::string& file = "plan.txt") {
  const auto found = facts(front, file).organisation;
  return found ? found->kind + " " + found->name + (found->ins ? " " + *found->ins : "") : "none";
}

std::string period(const std::string& front) {
  const auto found = facts(front).period;
  return found ? std::to_string(found->start.value_or(0)) + "-" + std::to_string(found->end.value_or(0))
               : "none";
}

TEST(Organisation, cpas_or_commune) {
  EXPECT_EQ(organisation("CPAS de Ciney\nPST 2019-2024\n"), "CPAS Ciney 91030");
  EXPECT_EQ(organisation("Centre public d'action sociale d'Assesse\nPST\n"), "CPAS Assesse 92006");
  EXPECT_EQ(organisation("Commune de Ciney\nPST 2019-2024\n"), "commune Ciney 91030");
  EXPECT_EQ(organisation("Ville de Ciney\nPST 2019-2024\n"), "commune Ciney 91030");
  EXPECT_EQ(organisation("Administration communale d'Assesse\nPST\n"), "commune Assesse 92006");
}

TEST(Organisation, a_foreword_that_speaks_of_the_cpas_is_no_title_page) {
  EXPECT_EQ(
      organisation("Ville de Ciney\nPST 2019-2024\n\nChers habitants, ce programme est celui de tous ceux "
                   "qui ont voulu y\nprendre part : les services de la ville, les écoles, les associations, "
                   "les villages\net le CPAS, que nous remercions.\n"),
      "commune Ciney 91030");
}

TEST(Organisation, article_and_capitals) {
  EXPECT_EQ(organisation("CPAS de LA LOUVIÈRE\nPST 2019-2024\n"), "CPAS La Louvière 58001");
  EXPECT_EQ(organisation("Administration communale de La Bruyère\nPST\n"), "commune La Bruyère 92141");
}

TEST(Organisation, whose_name_goes_on_in_the_next_line) {
  EXPECT_EQ(organisation("CPAS de Braine-le-\nComte\nPST 2019-2024\n"), "CPAS Braine-le-Comte 55004");
  EXPECT_EQ(organisation("CPAS de Braine-\nle-Comte\nPST 2019-2024\n"), "CPAS Braine-le-Comte 55004");
  EXPECT_EQ(organisation("CPAS de La\nLouvière\nPST 2019-2024\n"), "CPAS La Louvière 58001");
  EXPECT_EQ(organisation("CENTRE PUBLIC\nD'ACTION SOCIALE\nDE CINEY\nPST 2019-2024\n"), "CPAS Ciney 91030");
  EXPECT_EQ(organisation("CPAS de Val-\nFleuri\nPST 2019-2024\n"), "CPAS Val-Fleuri");
  EXPECT_EQ(organisation("CPAS de Valmont\nsur Eau\nPST 2019-2024\n"), "CPAS Valmont sur Eau");
}

TEST(Title, that_wraps_is_whole) {
  EXPECT_EQ(facts("Programme stratégique transversal du CPAS de\nCiney\n2019-2024\n").title,
            "Programme stratégique transversal du CPAS de Ciney");
  const DocumentFacts dated = facts("CPAS de Ciney\nProgramme stratégique transversal 2019-\n2024\n");
  EXPECT_EQ(dated.title, "Programme stratégique transversal 2019-2024");
  EXPECT_FALSE(dated.year);
}

TEST(Organisation, misspelt_by_one_letter) {
  EXPECT_EQ(organisation("CPAS d'ASSESE\nPST 2019-2024\n"), "CPAS Assesse 92006");
}

TEST(Organisation, that_no_list_knows_has_no_code) {
  EXPECT_EQ(organisation("CPAS de Valmont-sur-Eau\nPST 2019-2024\n"), "CPAS Valmont-sur-Eau");
  EXPECT_EQ(organisation("CPAS de VALMONT-SUR-EAU\nPST 2019-2024\n"), "CPAS Valmont-sur-Eau");
}

TEST(Organisation, that_nobody_names_is_not_invented) {
  EXPECT_EQ(organisation("Programme stratégique transversal 2019-2024\n"), "none");
}

TEST(Municipality, by_name_or_one_letter_off) {
  EXPECT_EQ(find_municipality("Braine-l'Alleud")->ins, "25014");
  EXPECT_EQ(find_municipality("BRAINE LE CHATEAU")->name, "Braine-le-Château");
  EXPECT_EQ(find_municipality("Assese")->name, "Assesse");
  EXPECT_EQ(find_municipality("Valmont-sur-Eau"), std::nullopt);
  EXPECT_EQ(find_municipality(""), std::nullopt);
}

TEST(Municipality, a_short_name_allows_no_mistake) {
  EXPECT_EQ(find_municipality("Cinay"), std::nullopt);
}

TEST(Municipality, at_the_beginning_of_a_text) {
  EXPECT_EQ(leading_municipality("Ciney et ses villages")->name, "Ciney");
  EXPECT_EQ(leading_municipality("La Louvière, ville du centre")->name, "La Louvière");
  EXPECT_EQ(leading_municipality("Notre commune de Ciney"), std::nullopt);
}

TEST(Title, is_the_line_that_says_programme) {
  EXPECT_EQ(facts("CPAS de Ciney\nProgramme stratégique transversal 2019-2024\n").title,
            "Programme stratégique transversal 2019-2024");
  EXPECT_EQ(facts("Valmont\nP.S.T. de Valmont\n").title, "P.S.T. de Valmont");
}

TEST(Title, without_front_matter_is_unknown) {
  EXPECT_EQ(facts("").title, "");
}

TEST(PeriodOfThePlan, is_a_span_that_it_states) {
  EXPECT_EQ(period("CPAS de Ciney\nPST 2019-2024\n"), "2019-2024");
  EXPECT_EQ(period("CPAS de Ciney\nPlan stratégique transversal\nLégislature 2018 – 2024\n"), "2018-2024");
  EXPECT_EQ(period("CPAS de Ciney\nPST 2019 à 2024\n"), "2019-2024");
  EXPECT_EQ(period("CPAS de Ciney\nPST 2025 → 2030\n"), "2025-2030");
  EXPECT_EQ(period("CPAS de Ciney\nPST 2019-24\n"), "2019-2024");
  EXPECT_EQ(period("CPAS de Ciney\nPST\n2019\n2024\n"), "2019-2024");
  EXPECT_EQ(period("CPAS de Ciney\nPST du 2019-10-24\n"), "none");
}

TEST(RunningHead, says_what_no_title_page_does) {
  std::string text;
  for (int page = 1; page <= 3; ++page) {
    const std::string n = std::to_string(page);
    text +=
        (page > 1 ? "\f" : "") +
        std::string("CPAS de Ciney                         Programme stratégique transversal 2020-2025\n\n") +
        (page == 1 ? "Nos ambitions\n\n" : "") + "O.S. " + n + " Accueillir les gens du village " + n +
        "\nAction " + n + " : Former les agents\nAction " + std::to_string(page + 1) + "0 : Informer\n";
  }
  const DocumentFacts found = test::plan_of(text).document;
  EXPECT_EQ(found.title, "Programme stratégique transversal 2020-2025");
  ASSERT_TRUE(found.period && found.organisation);
  EXPECT_EQ(found.period->end, 2025);
  EXPECT_EQ(found.organisation->name, "Ciney");
}

TEST(PeriodOfThePlan, is_none_of_its_actions) {
  EXPECT_EQ(period("CPAS de Ciney\nProgramme stratégique transversal\n"), "none");
}

TEST(Year, alone_in_the_title_is_no_period) {
  EXPECT_EQ(facts("CPAS de Ciney\nPST 2018\n").year, 2018);
  EXPECT_EQ(period("CPAS de Ciney\nPST 2018\n"), "none");
}

TEST(Year, of_a_span_is_none) {
  EXPECT_EQ(facts("CPAS de Ciney\nPST 2019-2024\n").year, std::nullopt);
}

TEST(AdoptedOn, the_councils_session_on_the_title_page) {
  EXPECT_EQ(facts("CPAS d'Assesse\nPST 2019-2024\nSéance du Conseil de l'action sociale du 14 octobre 2019\n")
                .adopted_on,
            "2019-10-14");
  EXPECT_EQ(facts("Ciney\nPST 2019-2024\nConseil communal du 1er avril 2019\n").adopted_on, "2019-04-01");
}

TEST(AdoptedOn, a_statement) {
  EXPECT_EQ(
      facts("Ciney\nProgramme stratégique transversal\nadopté par le Conseil communal le 3 décembre 2018\n")
          .adopted_on,
      "2018-12-03");
  EXPECT_EQ(facts("Ciney\nPST 2019-2024\nApprouvé le 03/12/2018\n").adopted_on, "2018-12-03");
  EXPECT_EQ(facts("Ciney\nPST 2019-2024\nCAS du 3 octobre 2019\n").adopted_on, "2019-10-03");
  EXPECT_EQ(facts("Ciney\nPST 2019-2024\nDélibération du 30 sept. 2019\n").adopted_on, "2019-09-30");
}

TEST(AdoptedOn, the_date_of_a_law_is_none) {
  EXPECT_EQ(
      facts("CPAS de Ciney\nPST 2019-2024\nLe décret du 19 juillet 2018 impose un programme.\n").adopted_on,
      std::nullopt);
}

TEST(Source, is_described) {
  const SourceFile source = facts("CPAS de Ciney\n", "ciney.txt").source;
  EXPECT_EQ(source.file, "ciney.txt");
  EXPECT_EQ(source.media_type, "text/plain");
  EXPECT_EQ(source.encoding, "UTF-8");
  EXPECT_EQ(source.sha256.size(), 64u);
  EXPECT_EQ(source.pages, std::nullopt);
}

TEST(Source, has_pages_where_it_marks_them) {
  EXPECT_EQ(test::plan_of("O.S. 1 Accueillir\n\fO.S. 2 Loger\n").document.source.pages, 2);
  EXPECT_EQ(test::plan_of("O.S. 1 Accueillir\n\fO.S. 2 Loger\n").nodes[1].source.page, 2);
}

TEST(AdoptedOn, a_date_that_wraps) {
  EXPECT_EQ(facts("CPAS de Ciney\nSéance du Conseil de l'Action sociale du 17\ndécembre 2018\n").adopted_on,
            "2018-12-17");
}

}  // namespace
}  // namespace pst::plan

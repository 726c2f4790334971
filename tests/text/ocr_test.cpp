#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "text/repair.hpp"

namespace pst::text {
namespace {

OcrEvidence of(const std::vector<std::string_view>& lines) {
  return assess(lines);
}

TEST(Assess, a_clean_plan_is_none) {
  const OcrEvidence evidence =
      of({"Objectif 1 : être à l'écoute de tous", "« Une ville » où il fait bon vivre",
          "• Améliorer l'accès aux bâtiments", "- 50 % des ménages en 2024", "Art. 60§7"});
  EXPECT_FALSE(evidence.is_ocr);
  EXPECT_EQ(evidence.telltales, 0);
  EXPECT_EQ(evidence.unknown, 0);
  EXPECT_EQ(evidence.words, 28);
}

TEST(Assess, spoilt_articles_and_accents_are_ocr) {
  const OcrEvidence evidence = of({"Objectif 1 : étre a I'écoute de tous", "¢ Rénover le c6té sud de |'école",
                                   "«» Mettre en ceuvre une méme politique"});
  EXPECT_TRUE(evidence.is_ocr);
  EXPECT_EQ(evidence.telltales, 8);
  EXPECT_GT(evidence.rate, 10);
}

TEST(Assess, forgotten_accents_are_not) {
  const OcrEvidence evidence =
      of({"Etre tres present apres les problemes", "Un systeme de controle pres du batiment",
          "L'acces aux creches, premiere manche"});
  EXPECT_FALSE(evidence.is_ocr);
  EXPECT_GT(evidence.unknown, 6);
}

TEST(Assess, a_single_slip_is_not) {
  EXPECT_FALSE(of({"L'achat d''une camionnette pour le service"}).is_ocr);
  EXPECT_FALSE(of({"Une formation en l'an 2020, h24, co2, 2ème édition, covid19"}).is_ocr);
}

TEST(Assess, a_few_slips_in_a_long_document_are_not) {
  std::vector<std::string_view> lines(1000, "Développer les services de proximité pour les habitants");
  lines.insert(lines.end(), 3, "L'achat d''une camionnette");
  EXPECT_FALSE(assess(lines).is_ocr);
}

TEST(Assess, quotation_marks_are_no_telltale) {
  EXPECT_EQ(of({"Lancer 'action jeunes' et 'été solidaire'", "I am what I am", "Volet I", "a | b"}).telltales,
            0);
}

TEST(Assess, of_nothing) {
  EXPECT_FALSE(of({}).is_ocr);
  EXPECT_EQ(of({"", "  "}).words, 0);
}

}  // namespace
}  // namespace pst::text

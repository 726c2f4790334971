#include "source/ocr_marks.hpp"

#include <gtest/gtest.h>

#include "source/ocr_runs.hpp"

namespace pst::source {
namespace {

/// A word of a line whose baseline is at 100 and whose letters are 10 high.
Word word(const std::string& text, double x0, double x1, bool first, double y0 = 90) {
  Word out;
  out.text = text;
  out.ink = {x0, y0, x1, 100};
  out.baseline = 100;
  out.row_height = 20;
  out.first = first;
  return out;
}

std::string shown(const std::vector<Word>& words) {
  std::string out;
  for (const Word& w : words) out += (w.first ? "|" : " ") + w.text;
  return out;
}

TEST(OcrMarks, MarkStandsBeforeTheWordsOfItsLine) {
  std::vector<Word> words{word("Créer", 70, 110, true), word("un", 115, 130, false)};
  set_bullets({{{50, 91, 56, 97}, "•"}}, words);
  EXPECT_EQ(shown(words), "|• Créer un");
}

TEST(OcrMarks, MarkBehindAnotherColumnBeginsALineOfItsOwn) {
  std::vector<Word> words{word("Anne", 10, 40, true), word("Créer", 170, 210, false)};
  set_bullets({{{150, 91, 156, 97}, "◦"}}, words);
  EXPECT_EQ(shown(words), "|Anne|◦ Créer");
}

TEST(OcrMarks, MarkFarFromAnyLineIsLeftOut) {
  std::vector<Word> words{word("Créer", 270, 310, true), word("un", 315, 330, false)};
  set_bullets({{{50, 91, 56, 97}, "•"}, {{250, 10, 256, 16}, "•"}}, words);
  EXPECT_EQ(shown(words), "|Créer un");
}

TEST(OcrMarks, MarkAmongLettersIsAPartOfThem) {
  std::vector<Word> words{word("Objectif", 20, 64, true), word("social", 70, 110, false)};
  set_bullets({{{54, 91, 58, 95}, "•"}}, words);
  EXPECT_EQ(shown(words), "|Objectif social");
}

TEST(OcrMarks, SignBelowAMarkIsOneToo) {
  std::vector<Word> words{word("e", 51, 57, true), word("Créer", 70, 110, false), word("Il", 70, 80, true)};
  set_bullets({{{50, 11, 56, 17}, "◦"}}, words);
  EXPECT_EQ(shown(words), "|◦ Créer|Il");
}

TEST(OcrMarks, QuotationMarkBelowAMarkIsNone) {
  std::vector<Word> words{word("<", 51, 57, true),      word("Au", 70, 90, false),
                          word("Pont", 95, 120, false), word("»", 125, 130, false),
                          word("«", 51, 57, true),      word("Relire", 70, 110, false)};
  set_bullets({{{50, 11, 56, 17}, "•"}}, words);
  EXPECT_EQ(shown(words), "|« Au Pont »|• Relire");
}

TEST(OcrMarks, QuotationMarkThatEndsOneOpenedAboveIsNone) {
  std::vector<Word> words{word("Au", 70, 90, true),      word("«", 95, 100, false),
                          word("Pont", 105, 130, false), word("»", 51, 57, true),
                          word("le", 70, 80, false),     word("»", 51, 57, true),
                          word("Relire", 70, 110, false)};
  set_bullets({{{50, 11, 56, 17}, "•"}}, words);
  EXPECT_EQ(shown(words), "|Au « Pont|» le|• Relire");
}

TEST(OcrMarks, SecondReadingMustBeAWordOrMuchSurer) {
  const auto reading = [](const std::string& text, float confidence, bool known) {
    Word out = word(text, 10, 40, false);
    out.confidence = confidence;
    out.known = known;
    return out;
  };
  EXPECT_TRUE(is_surer(reading("Cours", 0.5F, true), reading("COUS", 0.4F, false)));
  EXPECT_TRUE(is_surer(reading("OS1", 0.9F, false), reading("OS", 0, true)));
  EXPECT_TRUE(is_surer(reading("Le", 0.9F, true), reading("le", 0.8F, true))) << "the same letters";
  EXPECT_FALSE(is_surer(reading("hui", 0.9F, true), reading("huit", 0.6F, true)));
  EXPECT_FALSE(is_surer(reading("Muitiplier", 0.6F, false), reading("Multiplier", 0.4F, false)));
}

TEST(OcrMarks, DotsAreOneOrThree) {
  EXPECT_EQ(with_ellipsis("(cave,..)"), "(cave,...)");
  EXPECT_EQ(with_ellipsis("bus,.….)"), "bus,...)");
  EXPECT_EQ(with_ellipsis("etc…"), "etc…");
  EXPECT_EQ(with_ellipsis("1.2."), "1.2.");
  EXPECT_EQ(with_ellipsis("O..S."), "O..S.");
  EXPECT_EQ(with_ellipsis("........."), ".........");
}

TEST(OcrMarks, SignsAsTallAsLettersAreNoSpecks) {
  const auto doubtful = [](const std::string& text, double top) {
    Word sign = word(text, 10, 16, false, top);
    sign.confidence = 0.2F;
    return is_speck(sign);
  };
  EXPECT_FALSE(doubtful("§", 88));
  EXPECT_TRUE(doubtful("§", 97));
  EXPECT_FALSE(doubtful("1", 88));
  EXPECT_TRUE(doubtful("~", 88));
  EXPECT_FALSE(doubtful("...)", 88));
}

TEST(OcrMarks, AScribbleBesideTheLinesIsNoLetter) {
  const auto page = [](const std::string& text, float confidence, double top, double foot) {
    std::vector<Word> words{word("Ouvrir", 0, 40, true), word("Fermer", 0, 40, true)};
    words[0].confidence = words[1].confidence = 0.9F;
    words[1].ink = {0, 120, 40, 130};
    words[1].baseline = 130;
    Word drawn = word(text, 200, 280, true, top);
    drawn.ink.y1 = foot;
    drawn.confidence = confidence;
    words.push_back(drawn);
    drop_stains(words);
    return words.size();
  };
  EXPECT_EQ(page("À", 0.4F, 70, 150), 2U);
  EXPECT_EQ(page("À", 0.9F, 70, 150), 3U) << "a large letter that is surely one";
  EXPECT_EQ(page("À", 0.4F, 90, 101), 3U) << "no higher than a line";
  EXPECT_EQ(page("Agir", 0.4F, 70, 150), 3U);
}

TEST(OcrMarks, CapitalsAreAsTallAsFigures) {
  std::vector<Word> tall{word("os", 50, 70, true, 86), word("2", 75, 80, false, 86)};
  raise_capitals(tall);
  EXPECT_EQ(tall[0].text, "OS");
  std::vector<Word> low{word("os", 50, 70, true, 92), word("2", 75, 80, false, 86)};
  raise_capitals(low);
  EXPECT_EQ(low[0].text, "os");
  std::vector<Word> other{word("as", 50, 70, true, 86), word("2", 75, 80, false, 86)};
  raise_capitals(other);
  EXPECT_EQ(other[0].text, "as");
}

TEST(OcrMarks, ABarAsHighAsTheWordBeforeItIsAFigure) {
  const auto line = [](double top, double foot) {
    std::vector<Word> words{word("Action", 0, 40, true), word("|", 44, 48, false, top),
                            word("Louer", 52, 90, false)};
    words[1].ink.y1 = foot;
    set_signs(words);
    return words[1].text;
  };
  EXPECT_EQ(line(90, 100), "1");
  EXPECT_EQ(line(80, 110), "|") << "a rule";
  EXPECT_EQ(line(90, 104), "|") << "a bar that separates reaches below the line";
  std::vector<Word> last{word("Louer", 0, 40, true), word("|", 44, 48, false)};
  set_signs(last);
  EXPECT_EQ(last[1].text, "|");
}

TEST(OcrMarks, SectionSignReachesBelowFigures) {
  const auto line = [](double foot) {
    std::vector<Word> words{word("art.", 0, 30, true), word("60", 40, 60, false), word("8", 66, 76, false),
                            word("7", 82, 92, false)};
    words[2].ink.y1 = foot;
    set_signs(words);
    return shown(words);
  };
  EXPECT_EQ(line(102), "|art. 60 § 7");
  EXPECT_EQ(line(100), "|art. 60 8 7");
}

TEST(OcrMarks, BracesAreBrackets) {
  std::vector<Word> words{word("{délai", 0, 30, true), word(":", 40, 44, false),
                          word("2024}", 50, 80, false)};
  set_signs(words);
  EXPECT_EQ(shown(words), "|(délai : 2024)");
}

TEST(OcrMarks, PartsOfANumberHaveDotsBetweenThem) {
  EXPECT_EQ(with_dots("O.0:4.1"), "O.0.4.1");
  EXPECT_EQ(with_dots("1.2,3"), "1.2.3");
}

TEST(OcrMarks, OtherNumbersStay) {
  for (const char* number :
       {"8:30", "1.250.000,00", "12.500,50", "2,5", "12.10.2019", "1:2:3", "a.b:c", "", "."}) {
    EXPECT_EQ(with_dots(number), number);
  }
}

}  // namespace
}  // namespace pst::source

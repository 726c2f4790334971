// Labels that OCR misread, restored by the sequence of the whole document.
#include "plan/rereading.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/placed_page.hpp"
#include "support/reading.hpp"

namespace pst::plan {
namespace {

using test::diagnostics;
using test::read;

bool may_say(std::string_view line, const std::string& other) {
  return std::ranges::any_of(rereadings(line), [&](const Rereading& r) { return r.text == other; });
}

TEST(Rereading, dots_lost_in_a_number) {
  EXPECT_TRUE(may_say("12 Loger", "1.2 Loger"));
  EXPECT_TRUE(may_say("Action 12.1 - Loger", "Action 1.2.1 - Loger"));
  EXPECT_TRUE(may_say("0012 Loger", "0.0.1.2 Loger"));
  EXPECT_TRUE(may_say("0012 Loger", "OO1.2 Loger"));
}

TEST(Rereading, figures_for_letters_and_letters_for_figures) {
  EXPECT_TRUE(may_say("OSI : Loger", "OS1 : Loger"));
  EXPECT_TRUE(may_say("OS l : Loger", "OS 1 : Loger"));
  EXPECT_TRUE(may_say("O51 : Loger", "OS1 : Loger"));
  EXPECT_TRUE(may_say("00 1.1 : Loger", "OO 1.1 : Loger"));
  EXPECT_TRUE(may_say("00 12 : Loger", "OO 1.2 : Loger"));
  EXPECT_TRUE(may_say("OOL.L : Loger", "OO1.1 : Loger"));
  EXPECT_TRUE(may_say("IL.1 Loger", "II.1 Loger"));
}

TEST(Rereading, prose_has_none) {
  EXPECT_TRUE(rereadings("Le centre accueille chacun").empty());
  EXPECT_TRUE(rereadings("").empty());
}

TEST(Rereading, places_behind_the_head_are_the_same) {
  for (const Rereading& r : rereadings("Action 12.1 - Loger")) {
    EXPECT_EQ(r.text.substr(r.head), " - Loger");
    EXPECT_EQ(r.original_head, 11U);
  }
}

/// Enough of what only OCR writes for a document to be taken for its product.
const std::string kRecognised = R"(
Préambule
I'accueil des aînés, I'aide aux jeunes et I'étude de c6té : étre a l'écoute
)";

TEST(Restored, by_parent_and_predecessor) {
  EXPECT_EQ(read(kRecognised + R"(OS1 : Loger chacun
OO1.1 : Construire
A1.1.1 : Acheter un terrain
A112 : Dresser les plans
OO12 : Rénover
A1.2.1 : Isoler les toits
OSZ : Nourrir chacun
002.1 : Cultiver
A2.1.1 : Trouver un champ
)"),
            R"(
OS1 | OS1 | 1 | Loger chacun | 3-3
  OS1-OO1 | OO1.1 | 1.1 | Construire | 4-4
    OS1-OO1-A1 | A1.1.1 | 1.1.1 | Acheter un terrain | 5-5
    OS1-OO1-A2 | A112 | 1.1.2 | Dresser les plans | 6-6
  OS1-OO2 | OO12 | 1.2 | Rénover | 7-7
    OS1-OO2-A1 | A1.2.1 | 1.2.1 | Isoler les toits | 8-8
OS2 | OSZ | 2 | Nourrir chacun | 9-9
  OS2-OO1 | 002.1 | 2.1 | Cultiver | 10-10
    OS2-OO1-A1 | A2.1.1 | 2.1.1 | Trouver un champ | 11-11
)");
}

TEST(Restored, is_said_where_the_sequence_does_not_ask_for_it) {
  EXPECT_EQ(diagnostics(kRecognised + R"(OS1 : Loger chacun
OO1.1 : Construire
OO13 : Rénover
OO1.4 : Louer
)"),
            R"(
reading label-restored OS1-OO3 5-5
plan numbering-gap OS1-OO3 5-5
)");
}

TEST(Restored, is_no_doubt_where_parent_and_predecessor_ask_for_it) {
  EXPECT_EQ(diagnostics(kRecognised + R"(OS1 : Loger chacun
OO1.1 : Construire
OO12 : Rénover
OO1.3 : Louer
)"),
            "\n");
}

TEST(Restored, not_where_the_text_was_typed) {
  EXPECT_EQ(test::codes(R"(
OS1 : Loger chacun
OO1.1 : Construire
OO12 : Rénover
)")
                .find("OS1-OO2"),
            std::string::npos);
}

TEST(Restored, not_where_the_number_as_read_follows) {
  std::string text = kRecognised + "O.S. 1 Loger chacun\n";
  for (int i = 1; i <= 13; ++i) text += "Action " + std::to_string(i) + " : Visiter le logement\n";
  EXPECT_EQ(diagnostics(text), "\n");
}

TEST(Rereading, labels_that_nobody_types) {
  for (const char* label : {"O.S.L. Loger", "0.0.1L Loger", "OS L : Loger", "O0 1.1 Loger", "0O1 Loger"})
    EXPECT_EQ(has_misread_label(label), std::string_view(label) != "0O1 Loger") << label;
  for (const char* label : {"O.S.1. Loger", "0.0.1.1 Loger", "OS 1 : Loger", "A.S.B.L. Loger", "1l d'eau",
                            "II.1 Loger", "Loger", "L'aide"})
    EXPECT_FALSE(has_misread_label(label)) << label;
}

TEST(Restored, where_two_labels_are_such_as_nobody_types) {
  EXPECT_EQ(read(R"(
O.S.L. Loger chacun
0.0.1L Bâtir
* Acheter un terrain ;
+ Dresser les plans ;
* Bâtir six maisons.
0.0.1.2. Rénover
+ Isoler les toits.
0.5.2. Nourrir chacun
0.0.2.1. Cultiver
+ Trouver un champ.
)"),
            R"(
OS1 | O.S.L. | 1 | Loger chacun | 1-1
  OS1-OO1 | 0.0.1L | 1.1 | Bâtir | 2-2
    OS1-OO1-A1 | - | - | Acheter un terrain | 3-3
    OS1-OO1-A2 | - | - | Dresser les plans | 4-4
    OS1-OO1-A3 | - | - | Bâtir six maisons | 5-5
  OS1-OO2 | 0.0.1.2. | 1.2 | Rénover | 6-6
    OS1-OO2-A1 | - | - | Isoler les toits | 7-7
OS2 | 0.5.2. | 2 | Nourrir chacun | 8-8
  OS2-OO1 | 0.0.2.1. | 2.1 | Cultiver | 9-9
    OS2-OO1-A1 | - | - | Trouver un champ | 10-10
)");
}

TEST(Rereading, a_year_alone_is_no_number) {
  EXPECT_TRUE(rereadings("2021").empty());
}

TEST(Doubtful, words_are_said_but_for_labels_that_the_sequence_asks_for) {
  const auto doubts = [](const std::string& doubtful) {
    test::PlacedDocument d;
    double y = 60;
    for (const char* line : {"OS 1 Loger chacun", "OO 1.1 Construire sans tarder", "OO 1.2 Isoler les toits",
                             "OO 1.3 Louer", "OO 1.8 Entretenir"})
      d.text(60, y += 20, line);
    for (source::Run& run : d.document().pages[0].runs) {
      if (run.text == doubtful) run.confidence = 0.1F;
    }
    std::string codes;
    for (const source::Diagnostic& diagnostic : extract(d.document(), test::library(), {}).plan.diagnostics) {
      if (diagnostic.rule == "ocr-confidence") codes += diagnostic.code.value_or("?") + " ";
    }
    return codes;
  };
  EXPECT_EQ(doubts("Isoler"), "OS1-OO2 ");
  EXPECT_EQ(doubts("1.2"), "") << "it follows 1.1";
  EXPECT_EQ(doubts("1.8"), "OS1-OO8 ") << "five are missing before it";
}

}  // namespace
}  // namespace pst::plan

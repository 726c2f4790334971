#include "grammar/library.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "grammar/embedded.hpp"
#include "support/reading.hpp"

namespace pst::grammar {
namespace {

std::vector<std::string> names(const std::vector<Library::Scheme>& schemes) {
  std::vector<std::string> out;
  for (const auto& scheme : schemes) out.push_back(scheme.name);
  return out;
}

bool has(const std::vector<std::string>& all, const std::string& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

TEST(Schemes, are_the_files_that_are_no_mere_parts) {
  const std::vector<std::string> schemes = names(test::library().schemes());
  std::vector<Error> ignored;
  for (const FileText& text : embedded()) {
    const File file = parse_file(text, ignored);
    EXPECT_NE(has(schemes, file.name), file.part) << text.name;
  }
  EXPECT_FALSE(has(schemes, "common"));
  EXPECT_TRUE(has(schemes, "os-oo-action"));
}

TEST(Schemes, use_their_own_markers_and_included_ones_through_any_depth) {
  const Library library = load(
      {{"a.toml",
        "name = 'a'\npart = true\n[[marker]]\nname = 'ma'\nkind = 'action'\npattern = 'a{number}'\n"},
       {"b.toml", "name = 'b'\ninclude = ['a']\npart = true\n"},
       {"c.toml",
        "name = 'c'\ninclude = ['b']\n[[marker]]\nname = 'mc'\nkind = 'action'\npattern = 'c{number}'\n"},
       {"d.toml", "name = 'd'\n"}});
  ASSERT_EQ(names(library.schemes()), (std::vector<std::string>{"c", "d"}));
  EXPECT_EQ(library.schemes()[0].uses, (std::vector<bool>{true, true}));
  EXPECT_EQ(library.schemes()[1].uses, (std::vector<bool>{false, false}));
}

TEST(Summaries, tell_every_file_with_the_markers_it_has_in_all) {
  for (const Summary& summary : summaries(test::library())) {
    EXPECT_NE(summary.title, "") << summary.name;
    EXPECT_EQ(summary.file, summary.name + ".toml");
    if (has(summary.includes, "actions")) {
      EXPECT_GE(summary.markers, 9) << summary.name;
    }
  }
}

TEST(Embedded, file_names_are_the_grammars_names) {
  for (const FileText& file : embedded()) EXPECT_NE(file.name.front(), '_');
  EXPECT_EQ(embedded_data("no-such-file"), "");
}

TEST(OwnFile, adds_a_scheme_without_recompiling) {
  const char* plan = R"(
Borne 1 : Accueillir chacun
Jalon 1.1 : Ouvrir un guichet
Jalon 1.2 : Former les agents
Borne 2 : Loger les familles
Jalon 2.1 : Acheter une maison
)";
  const Library own = test::library_with("bornes.toml", R"(
name = 'bornes'
include = ['common']
[[marker]]
kind = 'operational_objective'
pattern = 'borne{number}'
[[marker]]
kind = 'project'
pattern = 'jalon{number}'
)");
  EXPECT_EQ(test::read(plan, {.library = &own}), R"(
OO1 | Borne 1 | 1 | Accueillir chacun | 1-1
  OO1-P1 | Jalon 1.1 | 1.1 | Ouvrir un guichet | 2-2
  OO1-P2 | Jalon 1.2 | 1.2 | Former les agents | 3-3
OO2 | Borne 2 | 2 | Loger les familles | 4-4
  OO2-P1 | Jalon 2.1 | 2.1 | Acheter une maison | 5-5
)");
  EXPECT_EQ(test::plan_of(plan, {.library = &own}).document.scheme.name, "bornes");
}

TEST(OwnFile, may_add_a_field_a_phrase_and_a_piece_of_furniture) {
  const Library own = test::library_with("mots.toml", R"(
name = 'mots'
part = true
[[field]]
attribute = 'responsible'
label = 'meneur'
[[phrase]]
attribute = 'priority'
value = 'high'
pattern = 'feu rouge'
[[furniture]]
pattern = 'imprimé par nos soins'
)");
  EXPECT_EQ(test::outline(R"(
O.S. 1 Accueillir chacun
Action 1 : Ouvrir un guichet
Meneur : Anne
Feu rouge
Imprimé par nos soins
)",
                          {.library = &own}),
            R"(
OS1 Accueillir chacun
  OS1-A1 Ouvrir un guichet {priority=high responsible=Anne}
)");
}

TEST(OwnFile, words_of_its_own_stand_in_its_patterns) {
  const Library own = load({{"mine.toml", R"(
name = 'mine'
[words]
borne = 'borne|poteau'
[[marker]]
kind = 'strategic_objective'
pattern = '(?:{borne}){number}'
)"}});
  EXPECT_EQ(test::codes("Borne 1 : Accueillir\nPoteau 2 : Loger\n", {.library = &own}), "OS1 OS2");
}

TEST(Loading, the_same_files_give_the_same_markers) {
  const Library again = load(embedded());
  ASSERT_EQ(again.markers().size(), test::library().markers().size());
  for (std::size_t i = 0; i < again.markers().size(); ++i) {
    EXPECT_EQ(again.markers()[i].name, test::library().markers()[i].name);
  }
}

}  // namespace
}  // namespace pst::grammar

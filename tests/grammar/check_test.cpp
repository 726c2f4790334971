// Every mistake that a grammar file can hold is told with its place, so that its writer can mend it.
#include <gtest/gtest.h>

#include <sstream>

#include "grammar/embedded.hpp"
#include "grammar/library.hpp"

namespace pst::grammar {
namespace {

/// The first problem of a file `mine.toml`, as `line:column problem ; advice`; `sound` where there is none.
std::string first_problem(std::string_view text) {
  if (!text.empty() && text.front() == '\n') text.remove_prefix(1);
  const std::vector<Error> problems = check({"mine.toml", std::string(text)}, embedded());
  if (problems.empty()) return "sound";
  const Error& error = problems.front();
  EXPECT_EQ(error.where().file, "mine.toml");
  const auto text_of = [](std::optional<int> n) { return n ? std::to_string(*n) : std::string("?"); };
  return text_of(error.where().line) + ":" + text_of(error.where().column) + " " + error.problem() + " ; " +
         error.advice();
}

/// The same, of a marker whose pattern is this one, on line 4 from column 12 on.
std::string pattern_problem(const std::string& pattern) {
  return first_problem("name = 'mine'\n[[marker]]\nkind = 'action'\npattern = '" + pattern + "'\n");
}

testing::AssertionResult begins(const std::string& text, const std::string& start) {
  if (text.rfind(start, 0) == 0) return testing::AssertionSuccess();
  return testing::AssertionFailure() << text;
}

TEST(Embedded, every_grammar_passes_the_check) {
  const std::vector<FileText> all = embedded();
  ASSERT_FALSE(all.empty());
  for (const FileText& file : all) {
    for (const Error& error : check(file, all)) ADD_FAILURE() << error.what();
  }
}

TEST(Embedded, the_template_for_new_ones_passes_the_check) {
  const std::string_view text = embedded_data("_template.toml");
  ASSERT_FALSE(text.empty());
  for (const Error& error : check({"mienne.toml", std::string(text)}, embedded()))
    ADD_FAILURE() << error.what();
}

TEST(Embedded, the_examples_that_the_template_keeps_as_comments_pass_too) {
  std::istringstream lines{std::string(embedded_data("_template.toml"))};
  std::string text, line;
  int examples = 0;
  while (std::getline(lines, line)) {
    const bool table = line.rfind("# [[", 0) == 0;
    const bool key = line.rfind("# ", 0) == 0 && line.find(" = ") != std::string::npos &&
                     line.find(' ', 2) == line.find(" = ") && line[2] >= 'a' && line[2] <= 'z';
    examples += table;
    text += (table || key ? line.substr(2) : line) + "\n";
  }
  EXPECT_GE(examples, 8);
  for (const Error& error : check({"mienne.toml", text}, embedded())) ADD_FAILURE() << error.what();
}

TEST(Check, a_sound_file_has_no_problem) {
  EXPECT_EQ(pattern_problem("jalon{number}"), "sound");
}

TEST(Check, a_syntax_error) {
  EXPECT_TRUE(begins(first_problem("name = 'mine'\nmarker = = 3\n"), "2:10 erreur de syntaxe TOML"));
  EXPECT_TRUE(begins(first_problem("name = 'mine\n"), "1:13 erreur de syntaxe TOML"));
}

TEST(Check, a_key_given_twice) {
  EXPECT_TRUE(begins(first_problem("name = 'mine'\nname = 'yours'\n"), "2:8 erreur de syntaxe TOML"));
}

TEST(Check, a_misspelt_type_of_rule) {
  EXPECT_EQ(first_problem(R"(
name = 'mine'

[[markr]]
kind = 'action'
)"),
            "3:3 clé inconnue `markr` ; vouliez-vous dire `marker` ?");
}

TEST(Check, a_misspelt_key_of_a_rule) {
  EXPECT_EQ(first_problem(R"(
name = 'mine'
[[field]]
atribute = 'period'
label = 'quand'
attribute = 'period'
)"),
            "3:1 clé inconnue `atribute` ; vouliez-vous dire `attribute` ?");
}

TEST(Check, a_key_that_is_like_no_other_gets_the_list) {
  EXPECT_TRUE(begins(first_problem("name = 'mine'\ncouleur = 'vert'\n"),
                     "2:1 clé inconnue `couleur` ; clés possibles : "));
}

TEST(Check, a_missing_key) {
  EXPECT_EQ(first_problem("title = 'sans nom'\n"), "1:1 il manque la clé `name` ; ajoutez-la");
  EXPECT_EQ(first_problem("name = 'mine'\n[[furniture]]\nname = 'x'\n"),
            "2:1 il manque la clé `pattern` ; ajoutez-la");
  EXPECT_EQ(first_problem("name = 'mine'\n[[column]]\nrole = 'period'\n"),
            "2:1 il manque la clé `header` ; ajoutez-la");
}

TEST(Check, an_unknown_kind) {
  EXPECT_TRUE(begins(first_problem(R"(
name = 'mine'
[[marker]]
kind = 'actoin'
pattern = 'jalon{number}'
)"),
                     "3:8 genre inconnu `actoin` ; genres possibles : volet axis strategic_objective"));
}

TEST(Check, an_unknown_kind_among_several) {
  EXPECT_TRUE(begins(first_problem(R"(
name = 'mine'
[[marker]]
kinds = ['action', 'projct']
pattern = 'jalon{number}'
)"),
                     "3:20 genre inconnu `projct`"));
}

TEST(Check, a_marker_without_a_kind) {
  EXPECT_TRUE(begins(first_problem("name = 'mine'\n[[marker]]\npattern = 'jalon{number}'\n"),
                     "2:1 ce marqueur ne dit pas ce qu'il ouvre"));
}

TEST(Check, a_rule_in_single_brackets) {
  EXPECT_EQ(first_problem("name = 'mine'\n[marker]\nkind = 'action'\npattern = 'jalon{number}'\n"),
            "2:2 `marker` s'écrit [[marker]], une table par règle ; doublez les crochets");
}

TEST(Check, values_of_the_wrong_type) {
  EXPECT_TRUE(begins(first_problem("name = 3\n"), "1:8 `name` attend un texte"));
  EXPECT_TRUE(begins(first_problem("name = 'mine'\npart = 'oui'\n"), "2:8 `part` attend true ou false"));
  EXPECT_TRUE(
      begins(first_problem("name = 'mine'\ninclude = 'common'\n"), "2:11 `include` attend une liste"));
}

TEST(Check, an_include_that_is_not_there) {
  EXPECT_NE(first_problem("name = 'mine'\ninclude = ['common', 'actoins']\n")
                .find("grammaire incluse introuvable : `actoins`"),
            std::string::npos);
}

TEST(Check, a_name_that_another_file_has) {
  EXPECT_NE(first_problem("name = 'common'\n").find("le nom `common` est déjà pris"), std::string::npos);
}

TEST(Check, files_that_include_each_other_are_no_endless_loop) {
  EXPECT_EQ(first_problem("name = 'mine'\ninclude = ['mine', 'common']\n"), "sound");
}

TEST(Check, a_pattern_that_looks_ahead_points_at_the_bracket) {
  EXPECT_TRUE(begins(pattern_problem("jalon (?=x){number}"), "4:18 motif refusé"));
}

TEST(Check, the_column_counts_letters_not_bytes) {
  EXPECT_TRUE(begins(pattern_problem("étape dédiée (?=x){number}"), "4:25 motif refusé"));
}

TEST(Check, a_sign_of_repetition_behind_nothing) {
  EXPECT_TRUE(begins(pattern_problem("jalon|*{number}"), "4:18 motif refusé"));
}

TEST(Check, a_parenthesis_that_is_not_closed) {
  EXPECT_TRUE(begins(pattern_problem("jalon(s{number}"), "4:"));
  EXPECT_NE(pattern_problem("jalon(s{number}").find("cette parenthèse n'est pas fermée"), std::string::npos);
}

TEST(Check, several_problems_are_all_told) {
  const std::vector<Error> problems =
      check({"mine.toml", "titre = 'x'\n[[marker]]\nkind = 'acton'\n"}, embedded());
  EXPECT_GE(problems.size(), 4u);  // name, titre, kind, pattern
}

TEST(Check, problems_of_the_other_files_are_not_this_ones) {
  const std::vector<FileText> others{
      {"theirs.toml", "name = 'theirs'\n[[marker]]\nkind = 'acton'\npattern = '('\n"}};
  EXPECT_TRUE(check({"mine.toml", "name = 'mine'\n"}, others).empty());
}

TEST(Load, throws_the_first_problem) {
  try {
    load({{"mine.toml", "name = 'mine'\n[[marker]]\nkind = 'action'\npattern = 'a(?=b)'\n"}});
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.where().file, "mine.toml");
    EXPECT_EQ(error.where().line, 4);
    EXPECT_EQ(error.where().column, 13);
  }
}

}  // namespace
}  // namespace pst::grammar

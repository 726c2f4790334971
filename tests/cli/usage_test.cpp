// What the program answers to command lines it cannot follow: status 2, one French line, a way on.
#include <gtest/gtest.h>

#include "cli/run_pst.hpp"

namespace pst::test {
namespace {

struct Slip {
  const char* name;
  std::vector<std::string> arguments;
  const char* answer;
};

std::ostream& operator<<(std::ostream& out, const Slip& slip) {
  return out << slip.name;
}

class Usage : public testing::TestWithParam<Slip> {};

TEST_P(Usage, IsStatusTwoAndOneLine) {
  const Ran ran = run_pst(GetParam().arguments, kPlan);
  EXPECT_EQ(ran.status, 2);
  EXPECT_EQ(ran.out, "");
  EXPECT_TRUE(contains(ran.err, GetParam().answer));
  EXPECT_EQ(std::count(ran.err.begin(), ran.err.end(), '\n'), 1) << ran.err;
  EXPECT_TRUE(ran.err.starts_with("pst : ")) << ran.err;
}

const Slip kSlips[] = {
    {"Nothing", {}, "il manque une commande : extract, batch"},
    {"Command", {"extrat", "-"}, "commande inconnue « extrat » ; vouliez-vous dire « extract » ?"},
    {"CommandLikeNoOther", {"xyzzy"}, "commande inconnue « xyzzy » ; voyez pst --help"},
    {"Subcommand", {"grammar", "lst"}, "vouliez-vous dire « list » ?"},
    {"NoSubcommand", {"grammar"}, "il manque une commande : list, show, check, new"},
    {"PagePicture",
     {"page", "plan.pdf", "1", "-o", "page.jpg"},
     "écrit du SVG ou du PNG, pas du jpg ; donnez un nom en .svg ou .png"},
    {"OptionName",
     {"extract", "-", "--fromat", "csv"},
     "option inconnue « --fromat » ; vouliez-vous dire « --format » ?"},
    {"OptionNameWithValue", {"extract", "-", "--gramar=x"}, "vouliez-vous dire « --grammar » ?"},
    {"OptionValue",
     {"extract", "-", "--format", "cvs"},
     "valeur inconnue « cvs » ; vouliez-vous dire « csv » ?"},
    {"OptionWithoutValue", {"extract", "-", "--output"}, "il manque une valeur après --output"},
    {"NoNumber", {"extract", "-", "--jobs", "deux"}, "--jobs : « deux » n'est pas un nombre entier positif"},
    {"NegativeNumber", {"extract", "-", "--indent=-1"}, "« -1 » n'est pas un nombre entier positif"},
    {"NoArgument", {"extract"}, "il manque l'argument ENTREE ; voyez pst extract --help"},
    {"ArgumentTooMany", {"version", "x"}, "argument de trop « x »"},
    {"GrammarFolder",
     {"extract", "-", "--grammars", "/nowhere"},
     "/nowhere : ce dossier de grammaires ne peut pas être lu"},
    {"GrammarFile",
     {"extract", "-", "--grammar", "/nowhere/x.toml"},
     "/nowhere/x.toml : ce fichier ne peut pas être lu"},
    {"GrammarName", {"extract", "-", "--grammar", "xyzzy"}, "grammaire inconnue « xyzzy »"},
    {"Lines", {"explain", "-", "--lines", "9-3"}, "--lines : « 9-3 »"},
    {"Shell", {"completion", "zsh"}, "valeurs possibles : bash"},
};

INSTANTIATE_TEST_SUITE_P(Slips, Usage, testing::ValuesIn(kSlips),
                         [](const auto& param) { return std::string(param.param.name); });

}  // namespace
}  // namespace pst::test

// a or à, ou or où, des or dès: what the sentence tells, asked through the repairer.
#include <gtest/gtest.h>

#include <string_view>
#include <utility>

#include "text/repair.hpp"

namespace pst::text {
namespace {

class Context : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!shared().available()) GTEST_SKIP() << "no French dictionary is installed";
  }

  static const Repairer& shared() {
    static const Repairer repairer;
    return repairer;
  }

  static void becomes(std::string_view raw, std::string_view repaired) {
    EXPECT_EQ(shared().repair(raw).value_or("(unchanged)"), repaired);
  }

  static void stays(std::string_view text) {
    EXPECT_EQ(shared().repair(text).value_or("(unchanged)"), "(unchanged)");
  }
};

TEST_F(Context, a_before_an_infinitive) {
  becomes("Le matériel a acheter", "Le matériel à acheter");
  becomes("Le jardin a mieux entretenir", "Le jardin à mieux entretenir");
  becomes("Une ville qui cherche a les loger", "Une ville qui cherche à les loger");
  becomes("a former en 2023", "à former en 2023");
}

TEST_F(Context, a_where_an_infinitive_holds_the_place_of_the_verb) {
  becomes("Vendre des fleurs a la gare", "Vendre des fleurs à la gare");
  becomes("Confier a chacun une clé", "Confier à chacun une clé");
  becomes("Se rendre a Namur", "Se rendre à Namur");
  becomes("Ouvrir (ou louer) a des clubs", "Ouvrir (ou louer) à des clubs");
  becomes("Apprendre a « coder » et a l'expliquer", "Apprendre à « coder » et à l'expliquer");
}

TEST_F(Context, a_behind_a_bare_noun) {
  becomes("Vente de fleurs a la gare", "Vente de fleurs à la gare");
  becomes("Soins a domicile", "Soins à domicile");
  becomes("Sensibilisation a l'eau potable", "Sensibilisation à l'eau potable");
}

TEST_F(Context, a_where_the_clause_has_its_verb) {
  becomes("Une ville qui parle a tous", "Une ville qui parle à tous");
  becomes("Bâtir une ville qui parle a ses jeunes", "Bâtir une ville qui parle à ses jeunes");
  becomes("Fleurir la place pour que les gens viennent a pied",
          "Fleurir la place pour que les gens viennent à pied");
}

TEST_F(Context, a_behind_a_plural) {
  becomes("Les portes ouvertes a la ferme", "Les portes ouvertes à la ferme");
}

TEST_F(Context, a_between_numbers) {
  becomes("De 9h a 12h, de 2019 a 2024", "De 9h à 12h, de 2019 à 2024");
}

TEST_F(Context, a_in_set_phrases) {
  becomes("Le parc ouvert jusqu'a minuit", "Le parc ouvert jusqu'à minuit");
  becomes("Le projet avance grâce a un don", "Le projet avance grâce à un don");
  becomes("L'accès a la piscine", "L'accès à la piscine");
}

TEST_F(Context, a_that_is_the_verb) {
  for (const std::string_view text : {
           "Il a une voiture",
           "On a le temps",
           "La ville qui a tout prévu",
           "Ce qu'a voulu le conseil",
           "Le conseil n'a rien décidé",
           "Le CPAS a engagé un juriste",
           "Le collège a déjà été informé",
           "La réunion a lieu le lundi",
           "Le bureau a pour but d'aider",
           "La commune a un parc",
           "Le service qui accompagne les jeunes a un budget",
       }) {
    stays(text);
  }
}

TEST_F(Context, a_that_may_be_either_is_left_open) {
  stays("Le centre a la clé du local");
  EXPECT_EQ(shared().doubtful("Le centre a la clé du local"), std::vector<std::string>{"a"});
}

TEST_F(Context, a_in_an_enumeration_or_alone) {
  stays("a) les jeunes b) les vieux");
  stays("La variante a");
}

TEST_F(Context, ou_that_opens_a_clause) {
  becomes("Créer un atelier ou les jeunes réparent des vélos",
          "Créer un atelier où les jeunes réparent des vélos");
  becomes("Au moment ou la loi change", "Au moment où la loi change");
  becomes("D'ou vient l'eau", "D'où vient l'eau");
}

TEST_F(Context, ou_that_joins_two_things) {
  for (const std::string_view text : {
           "Louer un four ou des tables",
           "Les élus ou les agents signent",
           "Chanter ou danser",
           "Proposer un abri ou un repas qui réconforte",
       }) {
    stays(text);
  }
}

TEST_F(Context, des_that_is_the_preposition) {
  becomes("Agir des la rentrée, des lors que tout est prêt",
          "Agir dès la rentrée, dès lors que tout est prêt");
  becomes("Ouvrir dés 2023", "Ouvrir dès 2023");
  stays("Acheter des livres et des jeux");
}

TEST_F(Context, pres_or_meadows) {
  becomes("Une salle prés de la gare, a peu prés vide", "Une salle près de la gare, à peu près vide");
  stays("Faucher les prés de la commune");
}

TEST_F(Context, a_grade_behind_a_noun) {
  becomes("Un employé niveau Dl", "Un employé niveau D1");
  stays("Une chanson de Al Jarreau");
}

TEST_F(Context, the_pronoun_il) {
  becomes("ll faut agir", "Il faut agir");
}

}  // namespace
}  // namespace pst::text

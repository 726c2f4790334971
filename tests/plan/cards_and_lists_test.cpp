// Cards of labelled fields, and lists by sign and indentation.
#include <gtest/gtest.h>

#include "support/reading.hpp"

namespace pst::plan {
namespace {

using test::codes;
using test::outline;
using test::read;

constexpr const char* kAnnounced =
    "Objectif stratégique 1 : Loger les familles\nObj. op. 1.1 : Acheter des maisons\n\n";

TEST(Card, is_an_action_below_the_objective_that_it_names) {
  EXPECT_EQ(read(std::string(kAnnounced) + R"(Fiche action n° 1
Intitulé : Rénover la gare
Objectif opérationnel : 1.1 – Acheter des maisons
Pilote : Anne
Partenaires : la Province
)"),
            R"(
OS1 | Objectif stratégique 1 | 1 | Loger les familles | 1-1
  OS1-OO1 | Obj. op. 1.1 | 1.1 | Acheter des maisons | 2-2
    OS1-OO1-A1 | Fiche action n° 1 | 1 | Rénover la gare | {responsible=Anne Partenaires=la Province} | 4-8
)");
}

TEST(Card, may_name_its_objective_by_its_wording) {
  EXPECT_EQ(codes(std::string(kAnnounced) + "Fiche action n° 1 : Rénover la gare\nObjectif opérationnel : "
                                            "Acheter des maisons\nPilote : Anne\n"),
            "OS1 OS1-OO1 OS1-OO1-A1");
}

TEST(Card, may_name_its_objective_by_a_heading) {
  EXPECT_EQ(codes(std::string(kAnnounced) + "Fiche action n° 1 : Rénover la gare\nObjectif opérationnel 1.1 "
                                            ": Acheter des maisons\nPilote : Anne\n"),
            "OS1 OS1-OO1 OS1-OO1-A1");
}

TEST(Card, below_a_strategic_objective_only) {
  EXPECT_EQ(codes(std::string(kAnnounced) +
                  "Fiche action n° 1 : Peindre le pont\nObjectif stratégique : 1\nPilote : Anne\n"),
            "OS1 OS1-OO1 OS1-A1");
}

TEST(Card, makes_the_objective_that_no_one_announced) {
  EXPECT_EQ(outline(std::string(kAnnounced) + "Fiche action n° 1 : Peindre le pont\nObjectif opérationnel : "
                                              "Construire des ponts\nPilote : Anne\n"),
            R"(
OS1 Loger les familles
  OS1-OO1 Acheter des maisons
  OS1-OO2 Construire des ponts
    OS1-OO2-A1 Peindre le pont {responsible=Anne}
)");
}

TEST(Card, of_a_misread_number_stays_with_the_words) {
  const auto card = [](const char* card_number, const char* number, const char* name) {
    return std::string("Fiche action n° ") + card_number + " : " + name +
           "\nObjectif stratégique : 3 - Être un centre qui loge les familles\nObjectif opérationnel : " +
           number + " - Acheter des maisons\nPilote : Anne\n\n";
  };
  const std::string expected = R"(
OS3 Être un centre qui loge les familles
  OS3-OO1 Acheter des maisons
    OS3-OO1-A1 Rénover la gare {responsible=Anne}
    OS3-OO1-A2 Peindre le pont {responsible=Anne}
)";
  for (const auto& [first, second] : {std::pair("3.1", "8.1"), std::pair("8.1", "3.1")}) {
    const std::string text = card("1", first, "Rénover la gare") + card("2", second, "Peindre le pont");
    EXPECT_EQ(outline(text), expected) << first;
    EXPECT_NE(test::diagnostics(text).find("label-restored OS3-OO1"), std::string::npos) << first;
  }
}

TEST(Card, prose_between_announcements_is_theirs) {
  EXPECT_EQ(read(R"(
Objectif stratégique 1 : Loger les familles
Les maisons manquent dans tous les villages.
Obj. op. 1.1 : Acheter des maisons
)"),
            R"(
OS1 | Objectif stratégique 1 | 1 | Loger les familles | 1-1 | « Les maisons manquent dans tous les villages »
  OS1-OO1 | Obj. op. 1.1 | 1.1 | Acheter des maisons | 3-3
)");
}

// --- lists
// -----------------------------------------------------------------------------------------------------

TEST(List, items_below_an_objective_are_actions_and_theirs_are_sub_actions) {
  EXPECT_EQ(read(R"(
O.S. 1 Loger les familles
• Rénover la gare
  ◦ choisir un architecte
  ◦ lancer les travaux
• Peindre le pont
)"),
            R"(
OS1 | O.S. 1 | 1 | Loger les familles | 1-1
  OS1-A1 | - | - | Rénover la gare | 2-2
    OS1-A1-SA1 | - | - | choisir un architecte | 3-3
    OS1-A1-SA2 | - | - | lancer les travaux | 4-4
  OS1-A2 | - | - | Peindre le pont | 5-5
)");
}

TEST(List, a_sign_of_its_own_is_a_depth_of_its_own) {
  EXPECT_EQ(codes("O.S. 1 Loger\n• Rénover la gare\n– choisir un architecte\n– lancer les travaux\n• Peindre "
                  "le pont\n"),
            "OS1 OS1-A1 OS1-A1-SA1 OS1-A1-SA2 OS1-A2");
}

TEST(List, every_sign_of_one_depth_is_one_list) {
  EXPECT_EQ(outline("O.S. 1 Loger\n• Rénover la gare ;\n• Peindre le pont ;\n• Planter des arbres.\n"), R"(
OS1 Loger
  OS1-A1 Rénover la gare
  OS1-A2 Peindre le pont
  OS1-A3 Planter des arbres
)");
}

TEST(List, items_wrap_below_their_words) {
  EXPECT_EQ(read("O.S. 1 Loger\n• Rénover la gare et\n  ses abords\n• Peindre le pont\n"), R"(
OS1 | O.S. 1 | 1 | Loger | 1-1
  OS1-A1 | - | - | Rénover la gare et ses abords | 2-3
  OS1-A2 | - | - | Peindre le pont | 4-4
)");
}

TEST(List, below_numbered_actions_are_sub_actions) {
  EXPECT_EQ(codes("O.S. 1 Loger\nO.O. 1.1 Acheter\nAction 1 : Rénover la gare\n- choisir un architecte\n- "
                  "lancer les travaux\nAction 2 : Peindre\n"),
            "OS1 OS1-OO1 OS1-OO1-A1 OS1-OO1-A1-SA1 OS1-OO1-A1-SA2 OS1-OO1-A2");
}

TEST(List, of_fields_belongs_to_the_item_above) {
  EXPECT_EQ(
      outline(
          "O.S. 1 Loger\n- Rénover la gare\n- Responsable : Anne\n- Peindre le pont\n- Responsable : Marc\n"),
      R"(
OS1 Loger
  OS1-A1 Rénover la gare {responsible=Anne}
  OS1-A2 Peindre le pont {responsible=Marc}
)");
}

TEST(List, between_an_objective_and_its_numbered_actions_is_prose) {
  EXPECT_EQ(codes("O.S. 1 Loger\nCet objectif repose sur nos valeurs communes et anciennes :\n- le "
                  "respect\n- l'entraide\nAction 1 : Rénover\nAction 2 : Peindre\n"),
            "OS1 OS1-A1 OS1-A2");
}

TEST(List, without_numbers_two_depths_are_objectives_and_actions) {
  EXPECT_EQ(codes("■ Accueillir chacun\n  • Former les agents\n  • Informer les habitants\n■ Loger les "
                  "familles\n  • Rénover la gare\n"),
            "OS1 OS1-A1 OS1-A2 OS2 OS2-A1");
}

TEST(Card, names_an_objective_over_two_lines) {
  EXPECT_EQ(
      test::outline("Fiche action n° 1\nIntitulé : Loger\nObjectif opérationnel : 3.1 – Rendre le\nretour "
                    "durable\nPilote : Anne\n"),
      "\nOO1 Rendre le retour durable\n  OO1-A1 Loger {responsible=Anne}\n");
}

TEST(Lists, between_an_objective_and_its_first_marker_are_prose) {
  EXPECT_EQ(codes("OS 1 Accueillir chacun\n\nConstats\n\n- des bureaux exigus\n- des horaires courts\n\n"
                  "OO 1.1 Ouvrir le soir\n- Former les agents\n\nOS 2 Loger les familles\nOO 2.1 Acheter\n"),
            "OS1 OS1-OO1 OS1-OO1-A1 OS2 OS2-OO1");
}

TEST(Lists, below_a_field_that_says_there_is_nothing_are_actions) {
  EXPECT_EQ(codes("OS 1 Accueillir chacun\nBudget : –\n\n- Former les agents\n- Informer les habitants\n"),
            "OS1 OS1-A1 OS1-A2");
}

TEST(List, of_question_marks_where_a_character_set_lacked_the_sign) {
  EXPECT_EQ(outline(R"(
OS1 : Accueillir
OO1.1 : Ouvrir les portes
? Peindre le hall ;
? Refaire le parking ;
  • choisir le revêtement ;
  • engager un paveur.
? Faut-il un gardien de nuit ?
)"),
            R"(
OS1 Accueillir
  OS1-OO1 Ouvrir les portes
    OS1-OO1-A1 Peindre le hall
    OS1-OO1-A2 Refaire le parking
      OS1-OO1-A2-SA1 choisir le revêtement
      OS1-OO1-A2-SA2 engager un paveur
    OS1-OO1-A3 Faut-il un gardien de nuit ?
)");
}

TEST(List, below_headings_set_like_prose) {
  EXPECT_EQ(test::outline(R"(
CPAS de Valmont

Avant-propos

Ce plan est court.

Mieux accueillir

- Peindre le hall
  * choisir les couleurs
  * engager un peintre
- Refaire le parking

Loger les familles

- Acheter une maison
  * visiter la gare
- Louer des chambres
)"),
            R"(
OS1 Mieux accueillir
  OS1-A1 Peindre le hall
    OS1-A1-SA1 choisir les couleurs
    OS1-A1-SA2 engager un peintre
  OS1-A2 Refaire le parking
OS2 Loger les familles
  OS2-A1 Acheter une maison
    OS2-A1-SA1 visiter la gare
  OS2-A2 Louer des chambres
)");
}

TEST(List, a_dot_before_a_state_opens_no_item) {
  EXPECT_EQ(test::outline(
                "OS1 Loger\nOO1.1 Bâtir\n1.1.1 Acheter un terrain\n● Réalisé\n1.1.2 Choisir\n● En cours\n"),
            R"(
OS1 Loger
  OS1-OO1 Bâtir
    OS1-OO1-A1 Acheter un terrain {status=completed}
    OS1-OO1-A2 Choisir {status=in_progress}
)");
}

}  // namespace
}  // namespace pst::plan

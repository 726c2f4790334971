#include "text/repair.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <thread>

namespace pst::text {
namespace {

/// One repairer for all cases: opening the dictionary takes a moment.
const Repairer& repairer() {
  static const Repairer shared;
  return shared;
}

/// Repairs that need the dictionary.
class Repair : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!repairer().available()) GTEST_SKIP() << "no French dictionary is installed";
  }

  static void becomes(std::string_view raw, std::string_view repaired) {
    EXPECT_EQ(repairer().repair(raw).value_or("(unchanged)"), repaired);
  }

  static void stays(std::string_view text) {
    EXPECT_EQ(repairer().repair(text).value_or("(unchanged)"), "(unchanged)");
  }
};

TEST_F(Repair, a_capital_i_or_a_bar_for_the_article) {
  becomes("Renforcer I'attractivité du quartier", "Renforcer l'attractivité du quartier");
  becomes("Prévoir |’achat de vélos", "Prévoir l’achat de vélos");
  becomes("Sécuriser I’hôtel de ville", "Sécuriser l’hôtel de ville");
  becomes("Ouvrir le dimanche /'accueil et 1'atelier", "Ouvrir le dimanche l'accueil et l'atelier");
}

TEST_F(Repair, an_article_that_lost_its_letter) {
  becomes("Le suivi de 'enfant et de sa famille", "Le suivi de l'enfant et de sa famille");
}

TEST_F(Repair, quotation_marks_are_no_article) {
  stays("Lancer la campagne 'air pur' dans les classes");
  stays("Distribuer la brochure 'enfance et famille'");
}

TEST_F(Repair, a_doubled_apostrophe_keeps_the_first) {
  becomes("L’achat d’'une camionnette", "L’achat d’une camionnette");
  becomes("Revoir l''horaire", "Revoir l'horaire");
}

TEST_F(Repair, a_prime_behind_a_number_stays) {
  stays("Une pause de 1' après chaque appel");
}

TEST_F(Repair, oe_that_came_back_as_two_letters) {
  becomes("Les ceuvres du musée", "Les œuvres du musée");
  becomes("Un quartier au cceur de la ville", "Un quartier au cœur de la ville");
  becomes("Engager de la main-d'ceuvre", "Engager de la main-d'œuvre");
  stays("Ceux que ce projet concerne");
}

TEST_F(Repair, accents_that_were_misread) {
  becomes("Peut étre", "Peut être");
  becomes("Une enquéte auprés des commerces", "Une enquête auprès des commerces");
  becomes("Le chéque-repas et la créche", "Le chèque-repas et la crèche");
  becomes("Viser plutét la qualité", "Viser plutôt la qualité");
  becomes("Repeindre le bétiment et l'hétel", "Repeindre le bâtiment et l'hôtel");
}

TEST_F(Repair, accents_that_were_lost) {
  becomes("Un theme par mois, tres concret", "Un thème par mois, très concret");
  becomes("Organiser la fete des voisins sur la facade sud",
          "Organiser la fête des voisins sur la façade sud");
  becomes("Des fenetres neuves, une toiture complete", "Des fenêtres neuves, une toiture complète");
  becomes("Un gouter pour noél", "Un gouter pour noël");
}

TEST_F(Repair, digits_and_bars_within_a_word) {
  becomes("Le voisin d'a c6té", "Le voisin d'à côté");
  becomes("Un contr6le annuel p0ur tous", "Un contrôle annuel pour tous");
  becomes("Le p|an socia1", "Le plan social");
  becomes("Ies Iogements du centre", "les logements du centre");
  becomes("La cornmune et ses quartiers", "La commune et ses quartiers");
}

TEST_F(Repair, m_for_rn_and_nn_for_rm) {
  becomes("Modemiser l'accès à intemet", "Moderniser l'accès à internet");
  becomes("Organiser des séances d'infonnation", "Organiser des séances d'information");
}

TEST_F(Repair, c_for_an_e_whose_bar_is_lost) {
  becomes("Un recucil d'histoires ct de chants", "Un recueil d'histoires et de chants");
  becomes("Visitcr la ferme avcc les enfants", "Visiter la ferme avec les enfants");
  becomes("Un arehitecte pour la façade", "Un architecte pour la façade");
  stays("Un sac et un cric");
}

TEST_F(Repair, compounds_part_by_part) {
  becomes("Le bien-étre au travail", "Le bien-être au travail");
  becomes("Un vis-a-vis, c'est-a-dire un voisin", "Un vis-à-vis, c'est-à-dire un voisin");
}

TEST_F(Repair, an_ordinal) {
  becomes("La 3éme édition", "La 3ème édition");
}

TEST_F(Repair, the_first_word_keeps_its_bare_capital) {
  becomes("Etre prét", "Etre prêt");
  becomes("Étre prét", "Être prêt");
  becomes("Controle des comptes", "Contrôle des comptes");
  stays("Ecouter, Eduquer, Etudier");
  stays("A domicile");
  stays("ETRE UN SERVICE OUVERT");
}

TEST_F(Repair, today_s_spelling_is_no_error) {
  stays("Connaitre les ainés, reconnaitre leur gout du voyage");
}

TEST_F(Repair, names_and_abbreviations_are_left_alone) {
  stays("Un local pour Helene et le CPAS de Liege");
  stays("Les ETP de l'ISP et la MCAE");
  becomes("Le siège de I'ONE", "Le siège de l'ONE");
}

TEST_F(Repair, a_word_that_could_be_two_is_left_open) {
  stays("Un agent qui evolue");
  EXPECT_EQ(repairer().doubtful("Un agent qui evolue"), std::vector<std::string>{"evolue"});
}

TEST_F(Repair, behind_an_article_only_the_noun_fits) {
  becomes("Former une equipe", "Former une équipe");
}

TEST_F(Repair, new_words_are_not_doubtful) {
  EXPECT_TRUE(repairer().doubtful("Un coworking bruxellisé pour Zoubida").empty());
}

TEST_F(Repair, addresses_and_entangled_spellings_are_left_alone) {
  stays("Voir www.ecole.be ou ecole@theme.be");
  stays("Un employe(e), des usager·ere·s");
  stays("La marque « Chic'hair » et un email");
}

TEST_F(Repair, clean_sentences_are_left_alone) {
  for (const std::string_view text : {
           "Le bourgmestre a signé la convention et il y a lieu de l'appliquer",
           "Offrir aux familles un lieu où elles trouvent conseil et réconfort",
           "La ville a besoin de bénévoles ; elle en a trouvé douze",
           "Qui a droit à une aide ? Chaque ménage qui a un enfant",
           "Des repas chauds ou froids, des jeux et des fêtes",
           "L’équipe a pour mission d’accompagner les jeunes vers l’emploi",
           "Le service n'a plus de salle depuis qu'on a vendu l'annexe",
           "Un bilan a posteriori, un avis a priori",
           "Quel effet cette mesure a-t-elle ?",
           "Le jour ou la nuit, en semaine ou le samedi",
           "Choisir un ou deux quartiers ou les visiter tous",
           "Les prés de la vallée et les dés de bois",
       }) {
    stays(text);
  }
}

TEST_F(Repair, repairing_again_changes_nothing) {
  for (const std::string_view raw :
       {"Donner I'accés a tous", "L’aide d’'une voisine a c6té", "Des fetes a l'ecole"}) {
    const std::string once = repairer().repair(raw).value();
    EXPECT_EQ(repairer().repair(once), std::nullopt) << once;
  }
}

TEST_F(Repair, from_several_threads) {
  std::vector<std::thread> threads;
  std::vector<std::string> results(4);
  for (std::string& result : results) {
    threads.emplace_back(
        [&result] { result = repairer().repair("Le theme de I'année, trés concret").value_or(""); });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& result : results) EXPECT_EQ(result, "Le thème de l'année, très concret");
}

TEST(RepairWithoutDictionary, makes_the_repairs_that_need_none) {
  const Repairer repairer("/nonexistent");
  EXPECT_FALSE(repairer.available());
  EXPECT_EQ(repairer.repair("Etre tres prés de I'eau"), "Etre très près de l'eau");
  EXPECT_EQ(repairer.repair("Mettre en ceuvre un contréle"), "Mettre en œuvre un contrôle");
  EXPECT_EQ(repairer.repair("Le suivi de 'enfant"), "Le suivi de l'enfant");
  EXPECT_EQ(repairer.repair("De 2018 a 2022"), "De 2018 à 2022");
  EXPECT_EQ(repairer.repair("Une fenetre et une equipe a former"), "Une fenêtre et une equipe a former");
}

TEST(RepairWithoutDictionary, leaves_clean_sentences_alone) {
  const Repairer repairer("/nonexistent");
  for (const std::string_view text :
       {"Le bourgmestre a signé", "", "–", "Un lieu ou un autre", "L'élu a son avis"}) {
    EXPECT_EQ(repairer.repair(text), std::nullopt) << text;
  }
}

TEST(RepairWithoutDictionary, a_text_too_long_for_a_title_is_left_alone) {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "tres ";
  EXPECT_EQ(Repairer("/nonexistent").repair(text + text), std::nullopt);
}

}  // namespace
}  // namespace pst::text

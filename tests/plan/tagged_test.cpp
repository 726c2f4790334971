// Plans on tagged pages: what the tags say of lists and headings that look alike.
#include <gtest/gtest.h>

#include "support/placed_page.hpp"
#include "support/reading.hpp"

namespace pst::plan {
namespace {

using test::PlacedDocument;
using test::Set;

std::string outline_of(PlacedDocument& d) {
  return test::outline(extract(d.document(), test::library(), {}).plan);
}

struct Item {
  int depth = 1;
  double indent = 0;
  const char* text = "";
};

/// Items below one another; those of one depth are of one list, the deeper ones of lists within it.
void set_list(PlacedDocument& d, double y, const std::vector<Item>& items) {
  std::vector<int> lists, open;
  for (const Item& item : items) {
    const auto depth = static_cast<std::size_t>(item.depth);
    lists.resize(std::min(lists.size(), depth));
    open.resize(std::min(open.size(), depth - 1));
    while (lists.size() < depth) lists.push_back(d.tag("L", open.empty() ? -1 : open.back()));
    open.push_back(d.tag("LI", lists.back()));
    d.in(d.tag("LBody", open.back())).text(60 + item.indent, y, item.text);
    y += 14;
  }
}

TEST(TaggedPlan, lists_nest_as_tagged_where_they_stand_in_line) {
  PlacedDocument d;
  d.text(60, 60, "Objectif stratégique 1 : Accueillir chaque habitant", {14, true});
  d.text(60, 90, "Objectif opérationnel 1.1 : Ouvrir le centre le soir", {12, true});
  set_list(d, 110,
           {{1, 0, "• Engager un agent d'accueil"},
            {2, 0, "• rédiger le profil"},
            {2, 0, "• publier l'annonce"},
            {1, 0, "• Éclairer le parvis"}});
  EXPECT_EQ(outline_of(d), R"(
OS1 Accueillir chaque habitant
  OS1-OO1 Ouvrir le centre le soir
    OS1-OO1-A1 Engager un agent d'accueil
      OS1-OO1-A1-SA1 rédiger le profil
      OS1-OO1-A1-SA2 publier l'annonce
    OS1-OO1-A2 Éclairer le parvis
)");
}

TEST(TaggedPlan, a_plan_of_nothing_but_lists_in_line) {
  PlacedDocument d;
  set_list(d, 60,
           {{1, 0, "• Mieux loger les familles"},
            {2, 0, "• Rénover le parc du centre"},
            {3, 0, "• Isoler les toitures de la rue haute"},
            {3, 0, "• Remplacer les chaudières"},
            {1, 0, "• Rompre l'isolement"},
            {2, 0, "• Rapprocher les générations"},
            {3, 0, "• Ouvrir un potager commun"}});
  EXPECT_EQ(outline_of(d), R"(
OS1 Mieux loger les familles
  OS1-OO1 Rénover le parc du centre
    OS1-OO1-A1 Isoler les toitures de la rue haute
    OS1-OO1-A2 Remplacer les chaudières
OS2 Rompre l'isolement
  OS2-OO1 Rapprocher les générations
    OS2-OO1-A1 Ouvrir un potager commun
)");
}

TEST(TaggedPlan, indents_count_where_the_tags_contradict_them) {
  PlacedDocument tagged, plain;
  for (PlacedDocument* d : {&tagged, &plain}) {
    d->text(60, 60, "Objectif stratégique 1 : Accueillir chaque habitant", {14, true});
    d->text(60, 90, "Objectif opérationnel 1.1 : Ouvrir le centre le soir", {12, true});
    set_list(*d, 110,
             {{2, 0, "• Engager un agent d'accueil"},
              {1, 20, "• rédiger le profil"},
              {1, 20, "• publier l'annonce"},
              {2, 0, "• Éclairer le parvis"}});
  }
  plain.document().structure.clear();
  for (source::Run& run : plain.last().runs) run.element = -1;
  EXPECT_EQ(outline_of(tagged), outline_of(plain));
}

TEST(TaggedPlan, headings_of_one_type_are_parted_by_their_tags) {
  PlacedDocument d;
  double y = 60;
  const auto heading = [&](const char* role, const char* text) {
    d.in(d.tag(role)).text(60, y, text, {12, true});
    y += 20;
  };
  const auto items = [&](const std::vector<const char*>& texts) {
    std::vector<Item> list;
    for (const char* text : texts) list.push_back({1, 10, text});
    set_list(d, y, list);
    y += 14 * static_cast<double>(texts.size()) + 10;
  };
  heading("H1", "Une administration proche de chacun");
  heading("H2", "Accueillir chaque habitant");
  items({"• Engager un agent", "• Éclairer le parvis", "• Élargir les horaires"});
  heading("H2", "Informer les familles");
  items({"• Publier un guide", "• Tenir une permanence", "• Rédiger une affiche"});
  heading("H1", "Un logement pour tous");
  heading("H2", "Rénover le parc du centre");
  items({"• Isoler les toitures", "• Remplacer les chaudières", "• Repeindre les cages d'escalier"});
  EXPECT_EQ(outline_of(d), R"(
OS1 Une administration proche de chacun
  OS1-OO1 Accueillir chaque habitant
    OS1-OO1-A1 Engager un agent
    OS1-OO1-A2 Éclairer le parvis
    OS1-OO1-A3 Élargir les horaires
  OS1-OO2 Informer les familles
    OS1-OO2-A1 Publier un guide
    OS1-OO2-A2 Tenir une permanence
    OS1-OO2-A3 Rédiger une affiche
OS2 Un logement pour tous
  OS2-OO1 Rénover le parc du centre
    OS2-OO1-A1 Isoler les toitures
    OS2-OO1-A2 Remplacer les chaudières
    OS2-OO1-A3 Repeindre les cages d'escalier
)");
}

}  // namespace
}  // namespace pst::plan

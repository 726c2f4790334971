#include "output/exchange_rules.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "output/xml_tree.hpp"
#include "text/unicode.hpp"

namespace pst::test {
namespace {

using output::XmlElement;

/// A part that may (`?`), must, or may again and again (`*`) stand next.
using Parts = std::vector<std::string>;

const Parts kBase{"Libelle",      "DateDebut?",  "DateFin?",     "Description",    "Statut",
                  "Responsable?", "Mandataire?", "Departement?", "TauxAvancement", "RemarqueStatut",
                  "ETP",          "Plans",       "Partenaires"};

Parts with(Parts parts, std::initializer_list<std::string> more) {
  parts.insert(parts.end(), more);
  return parts;
}

const std::map<std::string, Parts> kOrder{
    {"dataroot", {"Identifiants", "PST"}},
    {"Identifiants", {"Id", "TypeAdmin", "INS", "Type", "Exercice", "Version", "Generateur"}},
    {"PST", {"DescriptionPST", "Volets"}},
    {"DescriptionPST", {"IdPST", "Libelle", "ExerciceDebut", "ExerciceFin"}},
    {"Volets", {"Volet", "Volet*"}},
    {"Volet", with(kBase, {"ObjectifStrategiques?"})},
    {"ObjectifStrategiques", {"ObjectifStrategique*"}},
    {"ObjectifStrategique", with(kBase, {"ObjectifsOperationnels?"})},
    {"ObjectifsOperationnels", {"ObjectifOperationnel*"}},
    {"ObjectifOperationnel", with(kBase, {"Actions?"})},
    {"Actions", {"Action*"}},
    {"Action", kBase},
    {"Description", {"Mode", "Valeur"}},
    {"RemarqueStatut", {"Mode", "Valeur"}},
    {"Responsable", {"Civilite", "Nom", "Prenom", "Tel", "eMail"}},
    {"Mandataire", {"Civilite", "Nom", "Prenom", "Tel", "eMail"}},
    {"Plans", {"Plan*"}},
    {"Partenaires", {"Partenaire*"}},
};

const std::map<std::string, std::size_t> kLongest{{"Libelle", 255},  {"Nom", 100},   {"Prenom", 50},
                                                  {"Tel", 15},       {"eMail", 255}, {"IdPST", 40},
                                                  {"Generateur", 50}};

const std::map<std::string, std::set<std::string>> kValues{
    {"TypeAdmin", {"AC", "CPAS"}},
    {"Type", {"PST"}},
    {"Version", {"201805V1"}},
    {"Mode", {"TEXTE", "HTML", "RTF"}},
    {"Civilite", {"MONSIEUR", "MADAME"}},
    {"Statut", {"ANNULE_ABANDONNE", "NON_COMMENCE", "EN_COURS", "EN_ATTENTE", "PROBLEME", "TERMINE"}},
};

bool digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == text.npos;
}

class Check {
 public:
  std::vector<std::string> run(const XmlElement& root) {
    if (root.name != "dataroot") say(root, "is the root");
    element(root);
    return std::move(broken_);
  }

 private:
  void say(const XmlElement& e, const std::string& what) {
    broken_.push_back("line " + std::to_string(e.first_line) + ", " + e.name + ": " + what);
  }

  void element(const XmlElement& e) {
    if (const auto order = kOrder.find(e.name); order != kOrder.end()) {
      parts(e, order->second);
      for (const XmlElement& child : e.children) element(child);
    } else {
      leaf(e);
    }
    const auto id = e.attribute("ElementId");
    const bool identified = kOrder.contains(e.name) &&
                            std::find(kOrder.at(e.name).begin(), kOrder.at(e.name).end(), "TauxAvancement") !=
                                kOrder.at(e.name).end();
    if (identified != id.has_value()) say(e, "has an ElementId or has none");
    if (id && !ids_.insert(*id).second) say(e, "has an id twice: " + *id);
    if (identified && !digits(e.attribute("Exercice").value_or(""))) say(e, "has no Exercice");
  }

  void parts(const XmlElement& e, const Parts& order) {
    if (!text::is_blank(e.text)) say(e, "has text: " + e.text);
    std::size_t at = 0;
    for (const std::string& part : order) {
      const std::string name = part.substr(0, part.find_first_of("?*"));
      const bool again = part.ends_with('*'), optional = again || part.ends_with('?');
      if (!optional && (at >= e.children.size() || e.children[at].name != name))
        return say(e, "lacks " + name);
      while (at < e.children.size() && e.children[at].name == name) {
        ++at;
        if (!again) break;
      }
    }
    if (at < e.children.size()) say(e, "has " + e.children[at].name + " where it may not");
  }

  void leaf(const XmlElement& e) {
    if (!e.children.empty()) say(e, "has elements");
    const auto longest = kLongest.find(e.name);
    if (longest != kLongest.end() && text::length(e.text) > longest->second) say(e, "is too long");
    const auto values = kValues.find(e.name);
    if (values != kValues.end() && !values->second.contains(e.text)) say(e, "is " + e.text);
    if ((e.name == "INS" || e.name.starts_with("Exercice")) && !digits(e.text)) say(e, "is " + e.text);
    if (e.name.starts_with("Date") && (e.text.size() != 10 || e.text[4] != '-' || e.text[7] != '-')) {
      say(e, "is " + e.text);
    }
    if ((e.name == "TauxAvancement" || e.name == "ETP") &&
        (e.text.empty() || e.text.find_first_not_of("0123456789.") != e.text.npos)) {
      say(e, "is " + e.text);
    }
    if (e.name == "TauxAvancement" && std::stod(e.text) > 100) say(e, "is more than all");
  }

  std::set<std::string> ids_;
  std::vector<std::string> broken_;
};

}  // namespace

std::vector<std::string> broken_rules(std::string_view xml) {
  return Check().run(output::read_xml(xml).root);
}

}  // namespace pst::test

// XML as an exchange. Reads both schemas of the format and what keeps to neither: an element that is missing
// is neutral, one that is not known is kept.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "output/ecomptes_document.hpp"
#include "source/error.hpp"
#include "text/unicode.hpp"

namespace pst::output {

namespace {

/// What an element's children on the next rung stand in.
constexpr std::array<std::string_view, 4> kContainers{"ObjectifStrategiques", "ObjectifsStrategiques",
                                                      "ObjectifsOperationnels", "Actions"};
constexpr std::array<std::pair<Rung, std::string_view>, 3> kInside{{
    {Rung::strategic, "ObjectifStrategique"},
    {Rung::operational, "ObjectifOperationnel"},
    {Rung::action, "Action"},
}};

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == text.npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

/// All text inside, for what nobody knows.
std::string all_text(const XmlElement& xml) {
  std::string out = text::collapse(xml.text);
  for (const XmlElement& child : xml.children) {
    const std::string text = all_text(child);
    if (!text.empty()) out += (out.empty() ? "" : " ; ") + child.name + " : " + text;
  }
  return out;
}

std::string child_text(const XmlElement& xml, std::string_view name) {
  const XmlElement* child = xml.child(name);
  return child == nullptr ? std::string() : trimmed(child->text);
}

template <class Number>
std::optional<Number> number(std::string text) {
  std::replace(text.begin(), text.end(), ',', '.');
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = error == std::errc{} && end == text.data() + text.size();
  if (!whole || !std::isfinite(static_cast<double>(value))) return std::nullopt;
  return value;
}

Prose prose(const XmlElement& xml) {
  Prose prose;
  if (const std::string mode = child_text(xml, "Mode"); !mode.empty()) prose.mode = mode;
  prose.value = child_text(xml, "Valeur");
  if (xml.children.empty()) prose.value = trimmed(xml.text);
  return prose;
}

/// What else a person or a description holds than the format says.
template <std::size_t Size>
void keep_strangers(const XmlElement& xml, const std::array<std::string_view, Size>& known, Element& to) {
  for (const XmlElement& child : xml.children) {
    if (std::find(known.begin(), known.end(), child.name) != known.end()) continue;
    to.unknown.push_back({xml.name + ", " + child.name, all_text(child)});
  }
}

constexpr std::array<std::string_view, 5> kPersonParts{"Civilite", "Nom", "Prenom", "Tel", "eMail"};
constexpr std::array<std::string_view, 2> kProseParts{"Mode", "Valeur"};

Person person(const XmlElement& xml, Element& of) {
  Person person;
  const std::string civility = child_text(xml, "Civilite");
  if (civility == "MADAME") person.civility = civility;
  if (civility != "MADAME" && civility != "MONSIEUR" && !civility.empty()) {
    of.unknown.push_back({xml.name + ", Civilite", civility});
  }
  person.surname = text::collapse(child_text(xml, "Nom"));
  person.first_name = text::collapse(child_text(xml, "Prenom"));
  person.phone = text::collapse(child_text(xml, "Tel"));
  person.email = text::collapse(child_text(xml, "eMail"));
  keep_strangers(xml, kPersonParts, of);
  return person;
}

/// A number of that range, as text; what is none is kept apart.
void read_decimal(const XmlElement& xml, double most, std::string& to, Element& of) {
  const std::string text = trimmed(xml.text);
  const auto value = number<double>(text);
  if (value && *value >= 0 && *value <= most) {
    to = text;
  } else if (!text.empty()) {
    of.unknown.push_back({xml.name, text});
  }
}

std::string kind_of_sum(const XmlElement& xml) {
  const std::string type = child_text(xml, "Type");
  const std::string service = child_text(xml, "Service");
  std::string text = type == "R" ? "recette" : type == "D" ? "dépense" : type;
  if (!service.empty())
    text += service == "O" ? " ordinaire" : service == "E" ? " extraordinaire" : " " + service;
  return text;
}

void add_sum(const XmlElement& xml, const std::string& year, const std::string& source, Element& to) {
  const std::string amount = child_text(xml, "Montant");
  plan::Budget budget;
  budget.amount = number<double>(amount);
  budget.year = number<int>(year);
  budget.currency = "EUR";
  budget.source = text::collapse(source);
  const bool year_fits = !budget.year || (*budget.year >= 1800 && *budget.year <= 2200);
  if (!budget.amount || !year_fits || (!budget.year && !year.empty())) {
    to.unknown.push_back({xml.name, amount + " ; " + year + " ; " + budget.source});
  } else if (*budget.amount == 0) {
    ++to.zero_sums;
  } else {
    to.budget.push_back(std::move(budget));
  }
}

void add_article(const XmlElement& xml, Element& to) {
  add_sum(xml, child_text(xml, "Exercice"),
          "Article " + child_text(xml, "CodeArticle") + ", " + kind_of_sum(xml) + " : " +
              child_text(xml, "Libelle"),
          to);
}

void add_projection(const XmlElement& xml, Element& to) {
  const std::string source = "Projection " + child_text(xml, "GroupeEco") + ", " + kind_of_sum(xml) + " : " +
                             child_text(xml, "Libelle");
  const XmlElement* years = xml.child("Exercices");
  if (years == nullptr) return;
  for (const XmlElement& year : years->children) {
    add_sum(year, trimmed(year.attribute("Valeur").value_or("")), source, to);
  }
}

struct Part {
  std::string_view name;
  void (*read)(const XmlElement& xml, Element& e);
};

/// The one table of an element's own parts.
const std::array kParts{
    Part{"Libelle", [](const XmlElement& x, Element& e) { e.title = text::collapse(x.text); }},
    Part{"DateDebut", [](const XmlElement& x, Element& e) { e.start = trimmed(x.text); }},
    Part{"DateFin", [](const XmlElement& x, Element& e) { e.end = trimmed(x.text); }},
    Part{"Description",
         [](const XmlElement& x, Element& e) {
           e.description = prose(x);
           keep_strangers(x, kProseParts, e);
         }},
    Part{"Statut", [](const XmlElement& x, Element& e) { e.status = trimmed(x.text); }},
    Part{"Responsable", [](const XmlElement& x, Element& e) { e.responsible = person(x, e); }},
    Part{"Mandataire", [](const XmlElement& x, Element& e) { e.representative = person(x, e); }},
    Part{"Departement", [](const XmlElement& x, Element& e) { e.department = text::collapse(x.text); }},
    Part{"TauxAvancement",
         [](const XmlElement& x, Element& e) {
           constexpr double kAll = 100;
           read_decimal(x, kAll, e.progress, e);
         }},
    Part{"RemarqueStatut", [](const XmlElement& x, Element& e) { e.status_remark = prose(x); }},
    Part{"ETP",
         [](const XmlElement& x, Element& e) {
           constexpr double kMany = 1e6;
           read_decimal(x, kMany, e.fte, e);
         }},
    Part{"Plans",
         [](const XmlElement& x, Element& e) {
           for (const XmlElement& plan : x.children) e.plans.push_back(text::collapse(plan.text));
         }},
    Part{"Partenaires",
         [](const XmlElement& x, Element& e) {
           for (const XmlElement& partner : x.children) e.partners.push_back(text::collapse(partner.text));
         }},
    Part{"Articles",
         [](const XmlElement& x, Element& e) {
           for (const XmlElement& article : x.children) add_article(article, e);
         }},
    Part{"Projections",
         [](const XmlElement& x, Element& e) {
           for (const XmlElement& projection : x.children) add_projection(projection, e);
         }},
};

Element read_element(const XmlElement& xml, Rung rung);

void read_children(const XmlElement& container, Element& parent) {
  for (const XmlElement& child : container.children) {
    const auto rung = std::find_if(kInside.begin(), kInside.end(),
                                   [&](const auto& row) { return row.second == child.name; });
    // A rung left out (an Action directly in a Volet) is no format, yet its place is clear.
    if (rung != kInside.end() && rung->first > parent.rung) {
      parent.children.push_back(read_element(child, rung->first));
    } else {
      parent.unknown.push_back({child.name, all_text(child)});
    }
  }
}

Element read_element(const XmlElement& xml, Rung rung) {
  Element e;
  e.rung = rung;
  e.first_line = e.last_line = xml.first_line;
  for (const auto& [name, value] : xml.attributes) {
    if (name == "ElementId") {
      e.id = text::collapse(value);
    } else if (name == "Exercice") {
      e.exercise = trimmed(value);
    } else if (name != "schemaLocation" && name != "noNamespaceSchemaLocation") {
      e.unknown.push_back({name, value});
    }
  }
  for (const XmlElement& child : xml.children) {
    if (std::find(kContainers.begin(), kContainers.end(), child.name) != kContainers.end()) {
      read_children(child, e);
      continue;
    }
    e.last_line = std::max(e.last_line, child.last_line);
    const auto part =
        std::find_if(kParts.begin(), kParts.end(), [&](const Part& row) { return row.name == child.name; });
    if (part != kParts.end()) {
      part->read(child, e);
    } else {
      e.unknown.push_back({child.name, all_text(child)});
    }
  }
  if (const std::string stray = text::collapse(xml.text); !stray.empty())
    e.unknown.push_back({"texte", stray});
  std::erase(e.plans, "");
  std::erase(e.partners, "");
  return e;
}

/// The texts of `xml`'s children by name; what nobody asked for goes to `unknown`.
struct Heads {
  std::string_view name;
  std::string Exchange::*member;
};

template <std::size_t Size>
void read_heads(const XmlElement* xml, const std::array<Heads, Size>& heads, Exchange& to) {
  if (xml == nullptr) return;
  for (const XmlElement& child : xml->children) {
    const auto head =
        std::find_if(heads.begin(), heads.end(), [&](const Heads& row) { return row.name == child.name; });
    if (head != heads.end()) {
      to.*head->member = trimmed(child.text);
    } else if (child.name != "Type") {
      to.unknown.push_back({child.name, all_text(child)});
    }
  }
  to.head_lines.second = std::max(to.head_lines.second, xml->last_line);
}

}  // namespace

Exchange read_exchange(const XmlElement& root) {
  const XmlElement* plan = root.child("PST");
  const XmlElement* volets = plan == nullptr ? nullptr : plan->child("Volets");
  if (root.name != "dataroot" || volets == nullptr) {
    throw Error(
        {{}, std::nullopt, root.first_line, std::nullopt},
        "ce XML n'est pas un échange de PST : dataroot, PST et Volets y sont attendus, la racine est « " +
            root.name.substr(0, 60) + " »",
        "donnez le fichier tel qu'eComptes ou iA.PST l'a exporté");
  }
  Exchange exchange;
  exchange.version.clear();
  exchange.head_lines = {root.first_line, root.first_line};
  constexpr std::array kIdentifiers{
      Heads{"Id", &Exchange::id},           Heads{"TypeAdmin", &Exchange::type_admin},
      Heads{"INS", &Exchange::ins},         Heads{"Exercice", &Exchange::exercise},
      Heads{"Version", &Exchange::version}, Heads{"Generateur", &Exchange::generator},
  };
  constexpr std::array kDescription{
      Heads{"IdPST", &Exchange::plan_id},
      Heads{"Libelle", &Exchange::title},
      Heads{"ExerciceDebut", &Exchange::first_exercise},
      Heads{"ExerciceFin", &Exchange::last_exercise},
  };
  read_heads(root.child("Identifiants"), kIdentifiers, exchange);
  read_heads(plan->child("DescriptionPST"), kDescription, exchange);
  for (const XmlElement* outer : {&root, plan}) {
    for (const XmlElement& child : outer->children) {
      const bool known = child.name == "Identifiants" || child.name == "PST" || child.name == "Volets" ||
                         child.name == "DescriptionPST";
      if (!known) exchange.unknown.push_back({child.name, all_text(child)});
    }
  }
  for (const XmlElement& volet : volets->children) {
    if (volet.name == "Volet") {
      exchange.volets.push_back(read_element(volet, Rung::volet));
    } else {
      exchange.unknown.push_back({volet.name, all_text(volet)});
    }
  }
  return exchange;
}

}  // namespace pst::output

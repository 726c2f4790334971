#include "output/ecomptes_slots.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>

#include "output/ecomptes_status.hpp"
#include "text/unicode.hpp"

namespace pst::output {

namespace {

// --- texts ----------------------------------------------------------------------------------------------

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == text.npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

/// A list as plans write it: by comma, semicolon or line, not within brackets.
std::vector<std::string> split_list(std::string_view text) {
  std::vector<std::string> items;
  std::string item;
  int brackets = 0;
  const auto close = [&] {
    if (std::string clean = trimmed(item); !clean.empty()) items.push_back(std::move(clean));
    item.clear();
  };
  for (const char c : text) {
    if (c == '(') ++brackets;
    if (c == ')' && brackets > 0) --brackets;
    if (brackets == 0 && (c == ',' || c == ';' || c == '\n')) {
      close();
    } else {
      item += c;
    }
  }
  close();
  return items;
}

std::string joined(const std::vector<std::string>& items) {
  std::string out;
  for (const std::string& item : items) out += (out.empty() ? "" : ", ") + item;
  return out;
}

/// A number of that range at the beginning, with `%` or nothing behind it; in XML's decimal form.
std::string decimal(std::string_view text, double most) {
  std::string clean = trimmed(text);
  std::replace(clean.begin(), clean.end(), ',', '.');
  double value = 0;
  const auto [end, error] =
      std::from_chars(clean.data(), clean.data() + clean.size(), value, std::chars_format::fixed);
  const std::string rest = trimmed({end, clean.data() + clean.size()});
  if (error != std::errc{} || !(value >= 0 && value <= most) || (rest != "" && rest != "%")) return {};
  std::array<char, 400> buffer;
  return {buffer.data(),
          std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed).ptr};
}

// --- people ---------------------------------------------------------------------------------------------

constexpr std::string_view kMadam = "Mme ";
constexpr std::size_t kMaxPhone = 15;

std::string name_of(const Person& person) {
  const std::string name = trimmed(person.first_name + " " + person.surname);
  if (name.empty()) return name;
  return (person.civility == "MADAME" ? std::string(kMadam) : "") + name;
}

Person person_of(const std::string& name) {
  Person person;
  for (const std::string_view title : {kMadam, std::string_view("Madame ")}) {
    if (!name.starts_with(title)) continue;
    person.civility = "MADAME";
    person.surname = name.substr(title.size());
  }
  for (const std::string_view title : {"M. ", "Mr ", "Monsieur "}) {
    if (name.starts_with(title)) person.surname = name.substr(title.size());
  }
  if (person.surname.empty()) person.surname = name;
  person.surname = cut_at_word(person.surname, kMaxSurname);
  return person;
}

/// Words by which a service is told from a person; folded.
constexpr std::array<std::string_view, 26> kServiceWords{
    "service", "services", "departement", "cellule",  "direction",     "cpas",   "pcs",
    "commune", "ville",    "equipe",      "bureau",   "maison",        "centre", "conseil",
    "college", "comite",   "region",      "province", "asbl",          "agence", "coordination",
    "ecole",   "creche",   "antenne",     "pole",     "administration"};

bool is_service(const std::string& name) {
  bool lower = false;
  std::string word;
  const auto known = [&] {
    const std::string folded = text::fold(word);
    word.clear();
    return std::find(kServiceWords.begin(), kServiceWords.end(), folded) != kServiceWords.end();
  };
  for (const char c : name) {
    lower = lower || (c >= 'a' && c <= 'z');
    if (std::string_view(" '/.-").find(c) == std::string_view::npos) {
      word += c;
    } else if (known()) {
      return true;
    }
  }
  return known() || (!lower && name.size() > 1 && name.find(' ') == name.npos);
}

// --- fields ---------------------------------------------------------------------------------------------

void put_person(std::optional<Person>& person, const std::string& name) {
  const Person named = person_of(name);
  if (!person) person.emplace();
  person->civility = named.civility;
  person->first_name.clear();
  person->surname = named.surname;
}

/// One row an element: the names of its field, folded, the first of them to be written as `name`.
struct Slot {
  std::string_view name;
  std::array<std::string_view, 6> folded;
  void (*put)(const std::string& value, Element& e);
  std::string (*say)(const Element& e);
};

std::string percent(const std::string& progress) {
  const std::string number = decimal(progress, 100);
  return number.empty() || number == "0" ? "" : number + " %";
}

void put_contact(std::optional<Person>& person, std::string Person::*part, const std::string& value,
                 std::size_t most) {
  if (text::length(value) > most) return;
  if (!person) person.emplace();
  (*person).*part = value;
}

bool is_date(const std::string& text) {
  if (text.size() != 10) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool dash = i == 4 || i == 7;
    if (dash ? text[i] != '-' : (text[i] < '0' || text[i] > '9')) return false;
  }
  const int year = std::stoi(text.substr(0, 4));
  const int month = std::stoi(text.substr(5, 2));
  const int day = std::stoi(text.substr(8));
  constexpr std::array kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return day <= kDays[static_cast<std::size_t>(month) - 1] + (month == 2 && leap ? 1 : 0);
}

/// Whether a date is the first or last day of a year, which a period of years says.
bool says_year(const std::string& date, std::string_view day) {
  return date.empty() || (is_date(date) && date.ends_with(day));
}

const std::array kSlots{
    Slot{"Plans",
         {"plans", "plan", "plansassocies", "planslies", "planassocie", "autresplans"},
         [](const std::string& v, Element& e) { e.plans = split_list(v); },
         [](const Element& e) { return joined(e.plans); }},
    Slot{"Partenaires",
         {"partenaires", "partenaire", "partenariats", "partenariat", "collaborations", "collaboration"},
         [](const std::string& v, Element& e) { e.partners = split_list(v); },
         [](const Element& e) { return joined(e.partners); }},
    Slot{"Mandataire",
         {"mandataire", "mandataireresponsable", "mandataires", "echevin", "echevine", "eluresponsable"},
         [](const std::string& v, Element& e) { put_person(e.representative, v); },
         [](const Element& e) { return e.representative ? name_of(*e.representative) : ""; }},
    Slot{
        "Mandataire, téléphone",
        {"mandatairetelephone"},
        [](const std::string& v, Element& e) { put_contact(e.representative, &Person::phone, v, kMaxPhone); },
        [](const Element& e) { return e.representative ? e.representative->phone : ""; }},
    Slot{"Mandataire, e-mail",
         {"mandataireemail"},
         [](const std::string& v, Element& e) {
           put_contact(e.representative, &Person::email, v, kMaxLibelle);
         },
         [](const Element& e) { return e.representative ? e.representative->email : ""; }},
    Slot{"Responsable, téléphone",
         {"responsabletelephone"},
         [](const std::string& v, Element& e) { put_contact(e.responsible, &Person::phone, v, kMaxPhone); },
         [](const Element& e) { return e.responsible ? e.responsible->phone : ""; }},
    Slot{"Responsable, e-mail",
         {"responsableemail"},
         [](const std::string& v, Element& e) { put_contact(e.responsible, &Person::email, v, kMaxLibelle); },
         [](const Element& e) { return e.responsible ? e.responsible->email : ""; }},
    Slot{"Avancement",
         {"avancement", "tauxdavancement", "progression", "progres", "tauxderealisation", "degredavancement"},
         [](const std::string& v, Element& e) {
           if (const std::string number = decimal(v, 100); !number.empty()) e.progress = number;
         },
         [](const Element& e) { return percent(e.progress); }},
    Slot{"ETP",
         {"etp", "equivalentstempsplein", "nombredetp"},
         [](const std::string& v, Element& e) {
           if (const std::string number = decimal(v, 1e6); !number.empty()) e.fte = number;
         },
         [](const Element& e) {
           const std::string number = decimal(e.fte, 1e6);
           return number == "0" ? std::string() : number;
         }},
    Slot{"Remarque sur le statut",
         {"remarquesurlestatut", "remarquestatut"},
         [](const std::string& v, Element& e) {
           e.status_remark.value += (e.status_remark.value.empty() ? "" : "\n") + v;
         },
         [](const Element& e) {
           std::string remark = trimmed(plain_prose(e.status_remark));
           return remark.starts_with(kNoStatus) ? trimmed(remark.substr(std::strlen(kNoStatus))) : remark;
         }},
    Slot{"Date de début",
         {"datededebut"},
         [](const std::string& v, Element& e) {
           if (is_date(v)) e.start = v;
         },
         [](const Element& e) { return says_year(e.start, "-01-01") ? "" : e.start; }},
    Slot{"Date de fin",
         {"datedefin"},
         [](const std::string& v, Element& e) {
           if (is_date(v)) e.end = v;
         },
         [](const Element& e) { return says_year(e.end, "-12-31") ? "" : e.end; }},
    Slot{"Exercice",
         {"exercice"},
         [](const std::string& v, Element& e) {
           const bool year = v.size() == 4 && v.find_first_not_of("0123456789") == v.npos;
           if (year) e.exercise = v;
         },
         [](const Element& e) { return e.exercise; }},
    Slot{"ElementId",
         {"elementid"},
         [](const std::string& v, Element& e) { e.id = v; },
         [](const Element& e) { return e.id; }},
};

const Slot* slot_of(const std::string& name) {
  const std::string folded = text::fold(name);
  for (const Slot& slot : kSlots) {
    if (!folded.empty() && std::find(slot.folded.begin(), slot.folded.end(), folded) != slot.folded.end()) {
      return &slot;
    }
  }
  return nullptr;
}

}  // namespace

bool put_field(const plan::Field& field, Element& element) {
  const Slot* slot = slot_of(field.name);
  if (slot == nullptr || field.value.empty()) return false;
  slot->put(field.value, element);
  return slot->say(element) == field.value;
}

std::vector<plan::Field> fields_of(const Element& element) {
  std::vector<plan::Field> fields;
  for (const Slot& slot : kSlots) {
    std::string value = slot.say(element);
    if (!value.empty()) fields.push_back({std::string(slot.name), std::move(value)});
  }
  return fields;
}

bool put_responsible(const std::vector<std::string>& names, Element& element) {
  for (const std::string& name : names) {
    if (is_service(name)) {
      if (element.department.empty()) element.department = name;
    } else if (!element.responsible) {
      element.responsible = person_of(name);
    }
  }
  return responsible_of(element) == names;
}

std::vector<std::string> responsible_of(const Element& element) {
  std::vector<std::string> names;
  if (element.responsible && !name_of(*element.responsible).empty()) {
    names.push_back(name_of(*element.responsible));
  }
  if (!element.department.empty()) names.push_back(element.department);
  return names;
}

std::string cut_at_word(const std::string& text, std::size_t length) {
  if (text::length(text) <= length) return text;
  std::size_t end = 0, word = 0, count = 0;
  while (end < text.size() && count + 1 < length) {  // one character for the ellipsis
    if (text[end] == ' ') word = end;
    do ++end;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80);
    ++count;
  }
  if (end < text.size() && text[end] == ' ') word = end;
  // A word longer than half of what may stand there is cut itself.
  return text.substr(0, word > end / 2 ? word : end) + "…";
}

}  // namespace pst::output

#include "output/ecomptes_notes.hpp"

#include <array>
#include <charconv>
#include <cmath>

#include "output/words.hpp"

namespace pst::output {

namespace {

using plan::Kind;

constexpr std::string_view kColon = " : ";
constexpr std::string_view kBullet = "• ";
constexpr std::string_view kArrow = " → ";
constexpr std::string_view kAxis = "Axe, ";
constexpr std::string_view kPriority = "priorité ";

// --- values as text -------------------------------------------------------------------------------------

std::string number_text(double number) {
  std::array<char, 64> buffer;
  return {buffer.data(), std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr};
}

template <class Number>
std::optional<Number> read_number(std::string_view text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::string priority_text(const std::string& value) {
  const std::string word = french(value);
  return word.starts_with(kPriority) ? word.substr(kPriority.size()) : word;
}

std::string priority_value(const std::string& text) {
  const std::string value = value_of(std::string(kPriority) + text);
  return value.starts_with(kPriority) ? text : value;
}

std::string period_text(const plan::Period& period) {
  return (period.start ? std::to_string(*period.start) : "…") + "-" +
         (period.end ? std::to_string(*period.end) : "…");
}

std::optional<plan::Period> read_period(std::string_view text) {
  const auto dash = text.find('-');
  if (dash == text.npos) return std::nullopt;
  return plan::Period{read_number<int>(text.substr(0, dash)), read_number<int>(text.substr(dash + 1))};
}

constexpr std::string_view kYear = "exercice ";
constexpr std::string_view kSource = "source : ";

std::string budget_text(const plan::Budget& budget) {
  std::string out;
  const auto add = [&](const std::string& part) {
    if (!part.empty()) out += (out.empty() ? "" : ", ") + part;
  };
  std::string sum = budget.amount ? number_text(*budget.amount) : "";
  if (!budget.currency.empty()) sum += (sum.empty() ? "" : " ") + budget.currency;
  add(sum);
  if (budget.year) add(std::string(kYear) + std::to_string(*budget.year));
  if (!budget.source.empty()) add(std::string(kSource) + budget.source);
  return out.empty() ? "–" : out;
}

/// Takes the part that begins with `head` off the end of `text`, and its comma.
std::string take_part(std::string_view& text, std::string_view head) {
  std::size_t at = text.starts_with(head) ? 0 : text.find(std::string(", ").append(head));
  if (at == text.npos) return {};
  const std::size_t value = text.find(head, at) + head.size();
  std::string part(text.substr(value));
  text = text.substr(0, at);
  return part;
}

plan::Budget read_budget(std::string_view text) {
  plan::Budget budget;
  budget.source = take_part(text, kSource);
  budget.year = read_number<int>(take_part(text, kYear));
  const auto space = text.find(' ');
  budget.amount = read_number<double>(text.substr(0, space));
  if (budget.amount && !std::isfinite(*budget.amount)) budget.amount.reset();
  if (budget.amount) text = space == text.npos ? "" : text.substr(space + 1);
  if (text != "–") budget.currency = text;
  return budget;
}

std::string reference_text(const plan::Reference& reference) {
  if (reference.code) return reference.raw + std::string(kArrow) + *reference.code;
  return reference.raw.find(kArrow) == std::string::npos ? reference.raw : reference.raw + " → -";
}

plan::Reference read_reference(const std::string& text) {
  const auto arrow = text.rfind(kArrow);
  if (arrow == text.npos) return {text, std::nullopt};
  const std::string code = text.substr(arrow + kArrow.size());
  return {text.substr(0, arrow), code == "-" ? std::nullopt : std::optional(code)};
}

std::optional<Kind> kind_called(std::string_view french) {
  for (const plan::KindFacts& row : plan::kLadder) {
    if (row.french == french) return row.kind;
  }
  return std::nullopt;
}

// --- the one table of keys ------------------------------------------------------------------------------

struct Key {
  std::string_view name;
  std::vector<std::string> (*texts)(const Notes&);
  void (*read)(Notes&, const std::string&);
};

std::vector<std::string> one(const std::optional<std::string>& text) {
  return text && !text->empty() ? std::vector{*text} : std::vector<std::string>{};
}

template <class Items, class F>
std::vector<std::string> each(const Items& items, const F& text) {
  std::vector<std::string> out;
  for (const auto& item : items) out.push_back(text(item));
  return out;
}

/// In the order in which they are written.
const std::array kKeys{
    Key{"Intitulé", [](const Notes& n) { return one(n.title); },
        [](Notes& n, const std::string& t) { n.title = t; }},
    Key{"Code", [](const Notes& n) { return one(n.code); },
        [](Notes& n, const std::string& t) { n.code = t; }},
    Key{"Niveau",
        [](const Notes& n) {
          return n.kind ? one(std::string(plan::facts(*n.kind).french)) : std::vector<std::string>{};
        },
        [](Notes& n, const std::string& t) { n.kind = kind_called(t); }},
    Key{"Repère", [](const Notes& n) { return one(n.label); },
        [](Notes& n, const std::string& t) { n.label = t; }},
    Key{"Numéro", [](const Notes& n) { return one(n.number); },
        [](Notes& n, const std::string& t) { n.number = t; }},
    Key{"Texte reconnu", [](const Notes& n) { return one(n.title_raw); },
        [](Notes& n, const std::string& t) { n.title_raw = t; }},
    Key{"Statut",
        [](const Notes& n) {
          const auto& status = n.attributes.status;
          return status ? one(french(*status)) : std::vector<std::string>{};
        },
        [](Notes& n, const std::string& t) { n.attributes.status = value_of(t); }},
    Key{"Priorité",
        [](const Notes& n) {
          const auto& priority = n.attributes.priority;
          return priority ? one(priority_text(*priority)) : std::vector<std::string>{};
        },
        [](Notes& n, const std::string& t) { n.attributes.priority = priority_value(t); }},
    Key{"Période",
        [](const Notes& n) {
          const auto& period = n.attributes.period;
          return period ? one(period_text(*period)) : std::vector<std::string>{};
        },
        [](Notes& n, const std::string& t) { n.attributes.period = read_period(t); }},
    Key{"Récurrence",
        [](const Notes& n) {
          const auto& recurrence = n.attributes.recurrence;
          return recurrence ? one(french(*recurrence)) : std::vector<std::string>{};
        },
        [](Notes& n, const std::string& t) { n.attributes.recurrence = value_of(t); }},
    Key{"Responsable", [](const Notes& n) { return n.attributes.responsible; },
        [](Notes& n, const std::string& t) { n.attributes.responsible.push_back(t); }},
    Key{"Indicateur", [](const Notes& n) { return n.attributes.indicators; },
        [](Notes& n, const std::string& t) { n.attributes.indicators.push_back(t); }},
    Key{"Budget", [](const Notes& n) { return each(n.attributes.budget, budget_text); },
        [](Notes& n, const std::string& t) { n.attributes.budget.push_back(read_budget(t)); }},
    Key{"Renvoi", [](const Notes& n) { return each(n.attributes.references, reference_text); },
        [](Notes& n, const std::string& t) { n.attributes.references.push_back(read_reference(t)); }},
    Key{"Annexe",
        [](const Notes& n) {
          return n.attributes.annex ? std::vector<std::string>{"oui"} : std::vector<std::string>{};
        },
        [](Notes& n, const std::string& t) { n.attributes.annex = t == "oui"; }},
};
constexpr std::string_view kProse = "Description";  ///< of an axis, whose prose has no place of its own

// --- lines ----------------------------------------------------------------------------------------------

/// `Clé : valeur`, with the value's further lines indented.
void add_line(std::string& out, const std::string& key, std::string_view value) {
  std::string line = key + std::string(kColon);
  line += value;
  for (const char c : line) {
    out += c;
    if (c == '\n') out += "  ";
  }
  out += '\n';
}

void add_notes(std::string& out, const Notes& notes, std::string_view prefix) {
  for (const Key& key : kKeys) {
    for (const std::string& text : key.texts(notes)) {
      add_line(out, std::string(prefix).append(key.name), text);
    }
  }
  for (const plan::Field& field : notes.fields) {
    add_line(out, std::string(prefix).append(kBullet).append(field.name), field.value);
  }
  if (!prefix.empty() && !notes.prose.empty()) {
    add_line(out, std::string(prefix).append(kProse), notes.prose);
  }
}

/// Reads one entry, its lines joined; false where it is none.
bool read_entry(std::string_view entry, Notes& notes, bool of_axis) {
  if (!of_axis && entry.starts_with(kAxis)) {
    if (notes.axis.empty()) notes.axis.emplace_back();
    return read_entry(entry.substr(kAxis.size()), notes.axis.front(), true);
  }
  const auto colon = entry.find(kColon);
  const bool bare = colon == entry.npos;  // a program that trims lines takes the last space too
  if (bare && !entry.ends_with(" :")) return false;
  const std::string_view key = entry.substr(0, bare ? entry.size() - 2 : colon);
  const std::string value(bare ? std::string_view() : entry.substr(colon + kColon.size()));
  if (key.starts_with(kBullet) && key.size() > kBullet.size()) {
    notes.fields.push_back({std::string(key.substr(kBullet.size())), value});
    return true;
  }
  if (of_axis && key == kProse) {
    notes.prose = value;
    return true;
  }
  for (const Key& row : kKeys) {
    if (row.name != key) continue;
    if (!value.empty()) row.read(notes, value);
    return true;
  }
  return false;
}

}  // namespace

std::string to_description(const Notes& notes) {
  std::string out;
  add_notes(out, notes, "");
  for (const Notes& axis : notes.axis) add_notes(out, axis, kAxis);
  out.pop_back();  // the last line's end
  if (!notes.prose.empty()) out += "\n\n" + notes.prose;
  return out;
}

std::optional<Notes> read_notes(std::string_view text) {
  Notes notes;
  std::string entry;
  bool any = false;
  while (true) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    if (any && line.starts_with("  ")) {
      entry.append("\n").append(line.substr(2));
    } else {
      if (any && !read_entry(entry, notes, false)) return std::nullopt;
      if (line.empty()) break;
      entry = line;
      any = true;
    }
    if (end == text.size()) {
      if (!read_entry(entry, notes, false)) return std::nullopt;
      text = {};
      break;
    }
    text.remove_prefix(end + 1);
  }
  if (notes.code.empty()) return std::nullopt;
  if (!text.empty()) notes.prose = text.substr(1);  // behind the empty line
  return notes;
}

}  // namespace pst::output

#include "plan/wording.hpp"

#include <algorithm>
#include <set>
#include <string_view>

#include "plan/joining.hpp"
#include "text/ascii.hpp"
#include "text/check_boxes.hpp"
#include "text/unicode.hpp"

namespace pst::plan {
namespace {

bool is_separator(char c) {
  return c == ' ' || c == ';' || c == ',' || c == '-' || c == '|' || c == '.' || c == '(';
}

/// The text without separators at its end; the dash signs of two or three bytes too.
std::string_view without_separators(std::string_view text) {
  while (true) {
    const std::size_t before = text.size();
    while (!text.empty() && is_separator(text.back())) text.remove_suffix(1);
    if (text.size() >= 3 && (text.substr(text.size() - 3) == "–" || text.substr(text.size() - 3) == "—")) {
      text.remove_suffix(3);
    }
    if (text.size() == before) return text;
  }
}

bool has_word(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0xC3;
  });
}

/// Whether a field of that attribute holds running text.
bool is_free(std::string_view attribute) {
  return attribute == "note" || attribute == "title";
}

bool is_note(const grammar::FieldRule& rule) {
  return is_free(rule.attribute);
}

/// Fields inside the wording: `… (Responsable : X ; Échéance : 2026)`. A label counts behind a separator or
/// in brackets; a label of no attribute only in the company of one that has.
void take_fields(grammar::Reader& reader, const Scan& scan, Draft& draft) {
  std::vector<grammar::FieldMatch> fields = reader.fields(draft.title);
  std::vector<grammar::FieldMatch> good;
  for (const grammar::FieldMatch& field : fields) {
    const std::string_view before = std::string_view(draft.title).substr(0, field.begin);
    const std::string_view kept = without_separators(before);
    const bool separated =
        kept.size() + 1 < before.size() || (field.begin > 0 && before.back() == '(') || kept.empty();
    const bool sentence = !kept.empty() && before.find('.', kept.size()) != std::string_view::npos;
    if (!good.empty() || separated || sentence ||
        before.find_first_of(";(|", kept.size()) != std::string_view::npos) {
      const bool child_kind = kind_named(field.rule->attribute).has_value();
      if (good.empty() && (is_note(*field.rule) || child_kind) &&
          before.find('(', kept.size()) == std::string_view::npos)
        continue;
      good.push_back(field);
    }
  }
  if (std::all_of(good.begin(), good.end(), [](const auto& f) { return is_note(*f.rule); })) return;
  const std::string title = draft.title;
  std::string rest;
  for (std::size_t i = 0; i < good.size(); ++i) {
    const std::size_t end = i + 1 < good.size() ? good[i + 1].begin : title.size();
    std::string_view value =
        without_separators(std::string_view(title).substr(good[i].value, end - good[i].value));
    const std::size_t open = title.rfind('(', good[i].begin);
    const bool bracketed = open != std::string::npos && title.find(')', open) > good[i].begin;
    if (bracketed && i + 1 == good.size()) {
      // The bracket ends the fields; what stands behind it is wording again.
      int depth = 1;
      for (std::size_t at = 0; at < value.size(); ++at) {
        depth += value[at] == '(' ? 1 : value[at] == ')' ? -1 : 0;
        if (depth == 0) {
          rest = std::string(text::trimmed(value.substr(at + 1)));
          value = value.substr(0, at);
          break;
        }
      }
    }
    const std::string name(title.substr(good[i].begin, good[i].label_end - good[i].begin));
    set_attribute(reader, scan, draft, good[i].rule->attribute, name, value);
  }
  if (good.empty()) return;
  draft.title = std::string(without_separators(std::string_view(title).substr(0, good.front().begin)));
  if (has_word(rest)) draft.title += (draft.title.empty() ? "" : " ") + rest;
}

void set_value(Draft& draft, const std::string& attribute, const std::string& value) {
  if (attribute == "priority") draft.attributes.priority = value;
  if (attribute == "status") draft.attributes.status = value;
  if (attribute == "recurrence") draft.attributes.recurrence = value;
}

/// Set phrases at the title's end, in brackets or not: `… Priorité élevée ;`.
bool take_final_phrases(grammar::Reader& reader, Draft& draft) {
  bool any = false;
  for (int rounds = 0; rounds < 4; ++rounds) {
    const std::vector<grammar::PhraseMatch> phrases = reader.phrases(draft.title);
    if (phrases.empty()) return any;
    const grammar::PhraseMatch& last = phrases.back();
    if (has_word(std::string_view(draft.title).substr(last.end)) || last.begin == 0) return any;
    set_value(draft, last.rule->attribute, last.rule->value);
    draft.title = std::string(without_separators(std::string_view(draft.title).substr(0, last.begin)));
    any = true;
  }
  return any;
}

/// `(P1)`, `[P2]`, `– ***` at the title's end, where the plan's legend says what they mean.
bool take_signs(const Scan& scan, Draft& draft) {
  for (const grammar::Reader::LegendEntry& entry : scan.legend) {
    std::string_view title = text::trimmed(draft.title);
    while (!title.empty() &&
           (title.back() == ')' || title.back() == ']' || title.back() == '.' || title.back() == ';')) {
      title.remove_suffix(1);
    }
    if (title.size() <= entry.sign.size() + 1 || title.substr(title.size() - entry.sign.size()) != entry.sign)
      continue;
    const std::string_view before = title.substr(0, title.size() - entry.sign.size());
    if (before.back() != '(' && before.back() != '[' && before.back() != ' ') continue;
    std::string_view kept = without_separators(before);
    if (!kept.empty() && kept.back() == '[') kept = without_separators(kept.substr(0, kept.size() - 1));
    set_value(draft, entry.attribute, entry.value);
    draft.title = std::string(kept);
    return true;
  }
  return false;
}

bool is_opening(char c) {
  return c == '(' || c == '[';
}

/// What a pointer looks like as written, without the bracket around it.
std::string raw_reference(std::string_view text) {
  text = text::trimmed(text);
  if (!text.empty() && is_opening(text.front())) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ')' || text.back() == ']' || text.back() == ' '))
    text.remove_suffix(1);
  if (std::count(text.begin(), text.end(), '.') == 1 && text.size() > 4 && text.back() == '.' &&
      text.find(' ') != std::string_view::npos) {
    text.remove_suffix(1);
  }
  return std::string(text::trimmed(text));
}

void take_references(grammar::Reader& reader, Draft& draft) {
  std::vector<grammar::ReferenceMatch> found = reader.references(draft.title);
  std::vector<Reference> references;
  for (auto match = found.rbegin(); match != found.rend(); ++match) {
    const std::string_view before = text::trimmed(std::string_view(draft.title).substr(0, match->begin));
    if (before.empty()) continue;  // `Voir …` at the beginning is the verb
    const std::string_view after =
        std::string_view(draft.title).substr(std::min(match->end, draft.title.size()));
    const bool final = !has_word(after);
    const bool bracketed = is_opening(draft.title[match->begin]) ||
                           (match->begin > 0 && is_opening(draft.title[match->begin - 1]));
    if (!final && !match->inside && !bracketed) continue;
    const std::string_view span =
        std::string_view(draft.title).substr(match->begin, match->end - match->begin);
    // In running text `voir` in lower case is the verb, unless it stands in brackets.
    if (!bracketed && !match->inside && text::trimmed(span).front() != 'c' &&
        text::starts_lower(text::trimmed(span)) && before.back() != '.' && before.back() != ';' &&
        before.back() != ',' && before.back() != ')' && before.back() != '-') {
      continue;
    }
    std::size_t begin = match->begin, end = match->end;
    if (bracketed) {
      // The whole bracket is the pointer.
      if (!is_opening(draft.title[begin])) --begin;
      const std::size_t close = draft.title.find(draft.title[begin] == '(' ? ')' : ']', begin);
      if (close != std::string::npos)
        end = std::max(end, close + 1);
      else
        end = draft.title.size();
    }
    const std::string raw = raw_reference(std::string_view(draft.title).substr(begin, end - begin));
    const std::string_view head = text::trimmed(std::string_view(draft.title).substr(0, begin));
    const bool ends_text = !has_word(std::string_view(draft.title).substr(std::min(end, draft.title.size())));
    // `(hors PCS cf O.O.1.4)` is woven in: the bracket holds more than the pointer.
    const bool set_off = final && !before.empty() &&
                         std::string_view(".;,)").find(before.back()) != before.npos &&
                         open_brackets(before) == 0;
    const bool woven = match->inside && !bracketed && !set_off;
    references.push_back({raw, std::nullopt});
    if (ends_text && !woven) draft.title = std::string(head);
  }
  std::reverse(references.begin(), references.end());
  draft.attributes.references.insert(draft.attributes.references.end(), references.begin(), references.end());
}

/// Adds years to a period: one field or column may say when it begins, another when it ends.
void widen(std::optional<Period>& period, std::optional<int> start, std::optional<int> end) {
  if (!start) start = end;
  if (!end) end = start;
  if (!start) return;
  if (!period) period = Period{start, end};
  period->start = std::min(period->start.value_or(*start), *start);
  period->end = std::max(period->end.value_or(*end), *end);
}

/// A cell below a year: a sign says that the node runs in that year, a sum is its budget for it.
bool set_year(grammar::Reader& reader, Attributes& a, int year, std::string_view text) {
  if (reader.is_word("tick", text)) {
    widen(a.period, year, year);
    return true;
  }
  const std::vector<grammar::BudgetMatch> sums = reader.budgets(text);
  for (const grammar::BudgetMatch& sum : sums) a.budget.push_back({sum.amount, "EUR", year, sum.source});
  return !sums.empty();
}

}  // namespace

void trim_title(std::string& title) {
  title = text::collapse(title);
  const auto ends_with = [&](std::string_view tail) {
    return title.size() >= tail.size() && std::string_view(title).substr(title.size() - tail.size()) == tail;
  };
  while (!title.empty()) {
    const char last = title.back();
    if (last == ' ' || last == ';' || last == ':' || last == ',' || last == '|') {
      title.pop_back();
    } else if (ends_with("…")) {
      title.resize(title.size() - 3);
    } else if (ends_with("–") || ends_with("—")) {
      title.resize(title.size() - 3);
    } else if (last == '~' || last == '#' || (last == '=' && ends_with("=="))) {
      title.pop_back();  // `~~~ Thème 1 – Les personnes ~~~`
    } else if (last == '-' && (title.size() == 1 || title[title.size() - 2] == ' ')) {
      title.pop_back();
    } else if (last == '.') {
      // `C.P.A.S.`, `etc.`, `art.`: the dot of an abbreviation stays.
      const std::size_t word = title.find_last_of(" (", title.size() - 1);
      const std::string_view tail = std::string_view(title).substr(word == std::string::npos ? 0 : word + 1);
      const bool dotted = tail.size() >= 4 && tail[tail.size() - 3] == '.' && tail[tail.size() - 2] != '.' &&
                          tail[tail.size() - 2] != ')';
      const bool known = tail == "etc." || tail == "Etc.";
      if ((dotted || known) && !ends_with("..")) break;
      title.pop_back();
    } else {
      break;
    }
  }
}

bool set_attribute(grammar::Reader& reader, const Scan& scan, Draft& draft, const std::string& attribute,
                   const std::string& name, std::string_view text) {
  text = text::trimmed(text);
  Attributes& a = draft.attributes;
  if (text.empty()) return false;
  if (text.size() > 2 && text[0] == '-' && text[1] == ' ') text.remove_prefix(2);
  if (reader.is_word("nothing", text)) return true;
  if (const auto choice = is_free(attribute) ? std::nullopt : text::read_choice(text)) {
    for (const std::string_view option : choice->ticked)
      set_attribute(reader, scan, draft, attribute, name, option);
    return true;
  }
  if (attribute.starts_with(kYearRole)) {
    const std::string year = attribute.substr(kYearRole.size());
    if (!set_year(reader, a, std::stoi(year), text)) draft.fields.push_back({year, std::string(text)});
    return true;
  }
  if (attribute == "priority" || attribute == "status") {
    for (const auto& entry : scan.legend) {
      if (entry.attribute != attribute || text::fold(entry.sign) != text::fold(text)) continue;
      if (entry.sign == text || !text::fold(text).empty()) {
        set_value(draft, attribute, entry.value);
        return true;
      }
    }
    // `P1` means something only where the plan says what.
    if (const auto value = reader.value(attribute, text)) {
      set_value(draft, attribute, *value);
      return true;
    }
  } else if (attribute == "recurrence") {
    if (const auto value = reader.value(attribute, text)) {
      a.recurrence = *value;
      return true;
    }
  } else if (attribute == "period") {
    if (const auto period = reader.period(text)) {
      widen(a.period, period->start, period->end);
      return true;
    }
    if (const auto value = reader.value("recurrence", text)) {
      a.recurrence = *value;
      return true;
    }
  } else if (attribute == "responsible") {
    constexpr std::size_t kMost = 500;  // so many are no list of people: further ones are kept as they come
    std::set<std::string_view> known;
    if (a.responsible.size() < kMost) known.insert(a.responsible.begin(), a.responsible.end());
    const std::vector<std::string> names = reader.names(text);
    std::vector<std::string> added;
    for (const std::string& who : names) {
      if (known.insert(who).second) added.push_back(who);
    }
    a.responsible.insert(a.responsible.end(), added.begin(), added.end());
    return true;
  } else if (attribute == "indicators") {
    for (std::string& item : reader.items(text)) a.indicators.push_back(std::move(item));
    return true;
  } else if (attribute == "budget") {
    const auto year = reader.period(name);  // `Budget 2026 : …`
    for (const grammar::BudgetMatch& sum : reader.budgets(text)) {
      a.budget.push_back({sum.amount, "EUR",
                          sum.year ? sum.year
                          : year   ? year->start
                                   : std::nullopt,
                          sum.source});
    }
    if (!a.budget.empty()) return true;
  } else if (attribute == "references") {
    a.references.push_back({std::string(text), std::nullopt});
    return true;
  } else if (attribute == "title" && draft.title.empty()) {
    draft.title = text;
    draft.title_closed = draft.has_extras = true;
    return true;
  }
  draft.fields.push_back({name, std::string(text)});
  return attribute == "note" || attribute == "title";
}

bool take_phrases(grammar::Reader& reader, Draft& draft, std::string_view text) {
  const std::vector<grammar::PhraseMatch> phrases = reader.phrases(text);
  if (phrases.empty()) return false;
  std::size_t from = 0;
  for (const grammar::PhraseMatch& phrase : phrases) {
    if (has_word(text.substr(from, phrase.begin - from))) return false;
    from = phrase.end;
  }
  if (has_word(text.substr(from))) {
    // Two phrases or more make a line of attributes; what else it says is kept beside them.
    if (phrases.size() < 2 || text::length(text.substr(from)) > 60) return false;
    draft.fields.push_back({"", std::string(without_separators(text::trimmed(text.substr(from))))});
  }
  for (const grammar::PhraseMatch& phrase : phrases)
    set_value(draft, phrase.rule->attribute, phrase.rule->value);
  return true;
}

bool take_reference(grammar::Reader& reader, Draft& draft, std::string_view text) {
  const std::vector<grammar::ReferenceMatch> found = reader.references(text);
  if (found.empty()) return false;
  if (has_word(text.substr(0, found.front().begin)) || text::length(text) > 80) return false;
  draft.attributes.references.push_back({raw_reference(text), std::nullopt});
  return true;
}

void read_wording(grammar::Reader& reader, const Scan& scan, Draft& draft) {
  if (!draft.title.empty() &&
      (static_cast<unsigned char>(draft.title.front()) >= 0xE2 || draft.title.front() == '-' ||
       draft.title.front() == '*' || draft.title.front() == '>')) {
    draft.title.erase(0, reader.word_prefix("list_sign", draft.title));  // `Action 1 : • …`
  }
  constexpr std::size_t kNoTitle = 20000;  // bytes; what is longer is a text without an end, not a title
  if (draft.title.size() > kNoTitle) return;
  // Most titles are one line in which the grammars found nothing but wording.
  if (draft.title_lines == 1 && !draft.has_extras && scan.legend.empty()) {
    trim_title(draft.title);
    return;
  }
  draft.title = text::collapse(draft.title);
  take_fields(reader, scan, draft);
  for (int rounds = 0; rounds < 3; ++rounds) {
    const bool phrases = take_final_phrases(reader, draft);
    const bool signs = !scan.legend.empty() && take_signs(scan, draft);
    if (!phrases && !signs) break;
  }
  take_references(reader, draft);
  trim_title(draft.title);
}

}  // namespace pst::plan

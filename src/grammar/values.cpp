// Values within fields, columns and phrases: periods, sums, lists of names, facts of the document.
#include <algorithm>
#include <cstdlib>

#include "grammar/pattern.hpp"
#include "grammar/projected.hpp"
#include "grammar/reader.hpp"
#include "text/ascii.hpp"
#include "text/bytes.hpp"

namespace pst::grammar {
namespace {

constexpr text::ByteSet kCenturies("12");  ///< what years begin with

/// The amount written `15.000`, `15 000,50`, `1,5` (thousands by dots or spaces, decimals by a comma).
double amount_of(std::string_view token) {
  std::string digits;
  for (std::size_t i = 0; i < token.size(); ++i) {
    const char c = token[i];
    if (c >= '0' && c <= '9') digits += c;
    if (c != ',' && c != '.') continue;
    std::size_t following = 0;
    while (i + 1 + following < token.size() && token[i + 1 + following] >= '0' &&
           token[i + 1 + following] <= '9') {
      ++following;
    }
    // A group of three digits is thousands; one or two behind the last sign are decimals.
    if (following != 3 && following > 0 && i + 1 + following >= token.size()) digits += '.';
  }
  return digits.empty() ? 0 : std::strtod(digits.c_str(), nullptr);
}

std::string trimmed(std::string_view text) {
  const auto useless = [](char c) { return c == ' ' || c == '\t' || c == ';' || c == ',' || c == '.'; };
  while (!text.empty() && useless(text.front())) text.remove_prefix(1);
  while (!text.empty() &&
         (text.back() == ' ' || text.back() == ';' || text.back() == ',' || text.back() == '\t')) {
    text.remove_suffix(1);
  }
  return std::string(text);
}

int number_of(std::string_view digits) {
  return digits.empty() ? 0 : std::atoi(std::string(digits).c_str());
}

/// `24` in `2019-24` means 2024.
int full_year(int year, int century_of) {
  return year < 100 ? century_of / 100 * 100 + year : year;
}

bool plausible(int year) {
  return year >= 1970 && year <= 2100;
}

/// Of a figure or a name, which may be cut short (`sept.`); 0 for what is neither. `[words] months` lists the
/// names in order, separated by bars.
int number_of_month(const Library::Impl& impl, std::string_view month) {
  const auto months = impl.words.find("months");
  if (const int number = number_of(month); number != 0 || months == impl.words.end()) return number;
  std::string start = text::fold(month);
  while (!start.empty() && start.back() == '.') start.pop_back();
  const std::string list = expand(months->second, {});
  std::size_t begin = 0;
  for (int index = 1; !start.empty() && begin <= list.size(); ++index) {
    const std::size_t end = std::min(list.find('|', begin), list.size());
    if (text::fold(list.substr(begin, end - begin)).starts_with(start)) return index;
    begin = end + 1;
  }
  return 0;
}

}  // namespace

std::optional<PeriodMatch> Reader::period(std::string_view text) {
  if (text.size() > 400 || text::find_any(text, kCenturies) == std::string_view::npos) return std::nullopt;
  // Cells of a column say the same again and again, and are asked in several places.
  constexpr std::size_t kLongestKept = 32, kMostKept = 512;
  if (text.size() > kLongestKept || periods_.size() >= kMostKept) return find_period(text);
  const auto [known, is_new] = periods_.try_emplace(std::string(text));
  if (is_new) known->second = find_period(text);
  return known->second;
}

std::optional<std::string> Reader::value(std::string_view attribute, std::string_view text) {
  const Library::Impl& impl = library_.impl();
  const auto values = impl.values_of.find(attribute);
  if (values == impl.values_of.end()) return std::nullopt;
  std::vector<Entry> hits;
  values->second.set.match(projected(text).ascii, hits);
  if (hits.empty()) return std::nullopt;
  return impl.values[values->second.order[static_cast<std::size_t>(hits.front().index)]].rule.value;
}

bool Reader::whole_value(std::string_view attribute, std::string_view text) {
  const Library::Impl& impl = library_.impl();
  const auto values = impl.values_of.find(attribute);
  if (values == impl.values_of.end()) return false;
  const Projection& plain = projected(text);
  std::vector<Entry> hits;
  values->second.set.match(plain.ascii, hits);
  Groups groups;
  for (const Entry& hit : hits) {
    const std::size_t v = values->second.order[static_cast<std::size_t>(hit.index)];
    if (!groups.search(*impl.values[v].pattern, plain)) continue;
    if (groups.begin() == 0 && groups.end() + 1 >= plain.ascii.size()) return true;
  }
  return false;
}

std::optional<PeriodMatch> Reader::find_period(std::string_view text) {
  const Projection& plain = projected(text);
  Groups groups;
  for (const Compiled<PeriodRule>& rule : library_.impl().periods) {
    if (!groups.search(*rule.pattern, plain)) continue;
    PeriodMatch match;
    if (groups.has("year")) {
      match.start = match.end = number_of(groups.ascii("year"));
    } else {
      if (groups.has("start")) match.start = number_of(groups.ascii("start"));
      if (groups.has("end"))
        match.end = full_year(number_of(groups.ascii("end")), match.start.value_or(2000));
    }
    if (match.start && !plausible(*match.start)) continue;
    if (match.end && !plausible(*match.end)) continue;
    if (match.start && match.end && *match.start > *match.end) continue;
    const std::size_t first = groups.begin("all"), last = groups.end("all");
    match.first = plain.offset[first];
    match.last = plain.offset[last];
    const auto is_word = [&](std::size_t from, std::size_t to) {
      return std::any_of(plain.ascii.begin() + static_cast<std::ptrdiff_t>(from),
                         plain.ascii.begin() + static_cast<std::ptrdiff_t>(to), text::is_alnum);
    };
    match.whole = !is_word(0, first) && !is_word(last, plain.ascii.size());
    return match;
  }
  return std::nullopt;
}

std::vector<BudgetMatch> Reader::budgets(std::string_view text) {
  std::vector<BudgetMatch> out;
  const Projection& plain = projected_aside(text);
  Groups groups;
  std::size_t from = 0;
  while (from < plain.ascii.size()) {
    std::size_t next = Groups::npos;
    BudgetMatch found;
    for (const Compiled<BudgetRule>& rule : library_.impl().budgets) {
      if (!groups.search(*rule.pattern, plain, from)) continue;
      const std::size_t end = groups.end();
      if (next != Groups::npos && end >= next) continue;
      next = end;
      found = {amount_of(groups.ascii("amount")), std::nullopt, {}};
      if (groups.has("thousand")) found.amount *= 1e3;
      if (groups.has("million")) found.amount *= 1e6;
      if (groups.has("year")) found.year = number_of(groups.ascii("year"));
      if (groups.has("source")) {
        const std::size_t a = plain.offset[groups.begin("source")], b = plain.offset[groups.end("source")];
        found.source = trimmed(text.substr(a, b - a));
        // A year in the bracket is the sum's year, the rest who pays: `(Fonds du logement, 2022)`.
        if (const auto year = period(found.source); year && year->start == year->end && !found.year) {
          found.year = year->start;
          found.source = trimmed(found.source.substr(0, year->first) + " " + found.source.substr(year->last));
        }
      }
    }
    if (next == Groups::npos || next <= from) break;
    out.push_back(found);
    from = next;
  }
  return out;
}

std::vector<std::string> Reader::names(std::string_view text) {
  std::vector<std::string> out;
  const LazyPattern* separators = library_.impl().word("name_separator");
  if (separators == nullptr) {
    if (const std::string name = trimmed(text); !name.empty()) out.push_back(name);
    return out;
  }
  const Projection& plain = projected_aside(text);
  Groups groups;
  std::size_t from = 0, piece = 0;
  int depth = 0;
  std::size_t scanned = 0;
  const auto push = [&](std::size_t end) {
    const std::size_t a = plain.offset[piece], b = plain.offset[end];
    std::string name = trimmed(text.substr(a, b - a));
    // `J. Dupont Anne`: an initial and a surname are one person, the name behind them is another.
    if (const std::size_t person = word_prefix("initials", name);
        person > 0 && person + 1 < name.size() && name[person] == ' ') {
      out.push_back(name.substr(0, person));
      name.erase(0, person + 1);
    }
    if (!name.empty()) out.push_back(std::move(name));
  };
  while (from <= plain.ascii.size() && groups.search(*separators, plain, from)) {
    const std::size_t begin = groups.begin(), end = groups.end();
    if (end <= begin) break;
    for (; scanned < begin; ++scanned)
      depth += plain.ascii[scanned] == '(' ? 1 : plain.ascii[scanned] == ')' ? -1 : 0;
    from = end;
    if (depth > 0) continue;  // a list in brackets belongs to the name before it
    push(begin);
    piece = end;
  }
  push(plain.ascii.size());
  return out;
}

std::vector<std::string> Reader::items(std::string_view text) {
  std::vector<std::string> out;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    std::size_t end = text.find(';', begin);
    if (end == std::string_view::npos) end = text.size();
    std::string item = trimmed(text.substr(begin, end - begin));
    while (!item.empty() && item.back() == '.') item.pop_back();
    if (!item.empty()) out.push_back(std::move(item));
    begin = end + 1;
  }
  return out;
}

std::vector<FactMatch> Reader::facts(std::string_view text) {
  std::vector<FactMatch> out;
  const Projection& plain = projected(text);
  Groups groups;
  for (const Compiled<FactRule>& rule : library_.impl().facts) {
    if (!groups.search(*rule.pattern, plain)) continue;
    FactMatch match;
    match.rule = &rule.rule;
    const auto take = [&](const char* name) -> std::optional<int> {
      return groups.has(name) ? std::optional(number_of(groups.ascii(name))) : std::nullopt;
    };
    match.year = take("year");
    match.day = take("day");
    match.start = take("start");
    match.end = take("end");
    if (match.start && match.end) match.end = full_year(*match.end, *match.start);
    if (groups.has("month")) match.month = number_of_month(library_.impl(), groups.ascii("month"));
    if (groups.has("name")) {
      const std::size_t a = plain.offset[groups.begin("name")], b = plain.offset[groups.end("name")];
      match.text = trimmed(text.substr(a, b - a));
    }
    out.push_back(std::move(match));
  }
  return out;
}

std::size_t Reader::word_prefix(const char* word, std::string_view text) {
  const LazyPattern* pattern = library_.impl().word(word);
  if (pattern == nullptr) return 0;
  const Projection& plain = projected(text);
  const std::size_t end = Groups().prefix(*pattern, plain);
  return end == Groups::npos ? 0 : plain.offset[end];
}

std::vector<Reader::WordSpan> Reader::find(const char* word, std::string_view text) {
  std::vector<WordSpan> out;
  const LazyPattern* pattern = library_.impl().word(word);
  if (pattern == nullptr) return out;
  const Projection& plain = projected(text);
  Groups groups;
  std::size_t from = 0;
  while (from < plain.ascii.size() && groups.search(*pattern, plain, from)) {
    WordSpan span{plain.offset[groups.begin()], plain.offset[groups.end()], 0, 0};
    if (groups.has("sign")) {
      span.sign_begin = plain.offset[groups.begin("sign")];
      span.sign_end = plain.offset[groups.end("sign")];
    }
    out.push_back(span);
    from = std::max(groups.end(), from + 1);
  }
  return out;
}

bool Reader::ends_with(const char* word, std::string_view text) {
  constexpr std::size_t kTail = 24;
  if (text.size() > kTail) {
    std::size_t from = text.size() - kTail;
    while (from < text.size() && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80) ++from;
    text = text.substr(from);
  }
  return is_word(word, text);
}

bool Reader::is_word(const char* word, std::string_view text) {
  const LazyPattern* pattern = library_.impl().word(word);
  if (pattern == nullptr) return false;
  return Groups::matches(*pattern, projected(text));
}

std::vector<Reader::LegendEntry> Reader::legend(std::string_view text) {
  std::vector<LegendEntry> out;
  const Projection& plain = projected_aside(text);
  Groups groups;
  for (const char* word : {"legend_entry", "legend_stars", "legend_word"}) {
    const LazyPattern* pattern = library_.impl().word(word);
    if (pattern == nullptr) continue;
    std::size_t from = 0;
    while (from < plain.ascii.size() && groups.search(*pattern, plain, from)) {
      from = std::max(groups.end(), from + 1);
      if (!groups.has("sign") || !groups.has("meaning")) continue;
      const std::size_t a = plain.offset[groups.begin("sign")], b = plain.offset[groups.end("sign")];
      const std::size_t c = plain.offset[groups.begin("meaning")], d = plain.offset[groups.end("meaning")];
      const std::string_view meaning = text.substr(c, d - c);
      for (const char* attribute : {"priority", "status"}) {
        if (auto value = this->value(attribute, meaning)) {
          out.push_back({std::string(text.substr(a, b - a)), attribute, *value, d});
          break;
        }
      }
    }
  }
  return out;
}

}  // namespace pst::grammar

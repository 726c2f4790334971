#include "plan/rereading.hpp"
#include "text/ascii.hpp"

#include <algorithm>

namespace pst::plan {
namespace {

constexpr float kSigns = 0.6F;  // other letters of the same shape
constexpr float kDots = 1.2F;   // dots put where none were read

/// The figure of that shape, or 0.
char as_digit(char c) {
  constexpr std::string_view kRead = "OoQDIlLi|!][SsZzB", kFigures = "00001111111155228";
  static_assert(kRead.size() == kFigures.size());
  if (text::is_digit(c)) return c;
  const std::size_t at = kRead.find(c);
  return at == std::string_view::npos ? '\0' : kFigures[at];
}

/// The capital of that shape, or 0.
char as_capital(char c) {
  if (c >= 'A' && c <= 'Z') return c;
  return c == '0' ? 'O' : c == '5' ? 'S' : '\0';
}

/// The Roman sign of that shape, or 0.
char as_roman(char c) {
  if (std::string_view("IlL1|").find(c) != std::string_view::npos) return 'I';
  return c == 'V' || c == 'X' ? c : '\0';
}

struct Form {
  std::string text;
  float doubt = 0;
};

void add(std::vector<Form>& forms, std::string text, float doubt) {
  const auto same = std::ranges::find(forms, text, &Form::text);
  if (same == forms.end()) {
    forms.push_back({std::move(text), doubt});
  } else {
    same->doubt = std::min(same->doubt, doubt);
  }
}

/// The number with dots put into its groups of figures wherever some may be missing.
void add_dotted(std::vector<Form>& forms, const std::string& prefix, std::string_view number, float doubt) {
  constexpr std::size_t kMostFigures = 6;
  const std::size_t figures = number.size() - std::ranges::count(number, '.');
  if (figures == 0 || figures > kMostFigures) return;
  const std::size_t gaps = number.size() - 1;
  for (unsigned mask = 0; mask < 1U << gaps; ++mask) {
    std::string dotted;
    bool wrong = false;
    for (std::size_t i = 0; i < number.size(); ++i) {
      dotted += number[i];
      if (i >= gaps || (mask >> i & 1U) == 0) continue;
      wrong = wrong || number[i] == '.' || number[i + 1] == '.';
      dotted += '.';
    }
    if (wrong) continue;
    add(forms, prefix + dotted, doubt + (mask != 0 ? kDots : 0));
  }
}

/// What a token may be: figures and dots, behind up to three capitals.
std::vector<Form> forms_of(std::string_view token) {
  constexpr std::size_t kLongestPrefix = 3;
  std::vector<Form> forms;
  std::string capitals;
  for (std::size_t p = 0; p <= kLongestPrefix && p < token.size(); ++p) {
    if (p > 0) {
      const char capital = as_capital(token[p - 1]);
      if (capital == '\0') break;
      capitals += capital;
    }
    const std::string_view rest = token.substr(p);
    if (rest.front() == '.' || rest.back() == '.') continue;
    std::string figures;
    for (const char c : rest) {
      const char figure = c == '.' || c == ',' ? '.' : as_digit(c);  // `12,1`
      if (figure == '\0') break;
      figures += figure;
    }
    if (figures.size() != rest.size()) continue;
    const bool changed = capitals + figures != token;
    add_dotted(forms, capitals, figures, changed ? kSigns : 0);
  }
  // A first part that is Roman: `IL.1`, `Il`.
  std::string roman;
  std::size_t at = 0;
  for (; at < token.size() && as_roman(token[at]) != '\0'; ++at) roman += as_roman(token[at]);
  const bool whole = at == token.size() || token[at] == '.';
  if (at > 0 && whole && roman != token.substr(0, at))
    add(forms, roman + std::string(token.substr(at)), kSigns);
  // Nothing but capitals: `00` before a number of its own.
  std::string letters;
  for (const char c : token) letters += as_capital(c);
  if (letters.size() == 2 && letters.find('\0') == std::string::npos && letters != token)
    add(forms, letters, kSigns);
  std::erase_if(forms, [&](const Form& form) { return form.text == token; });
  return forms;
}

/// Whether the token may hold a number: short, of signs that numbers and their letters have, one of them a
/// figure or like one.
bool may_be_number(std::string_view token) {
  constexpr std::size_t kLongest = 10;
  if (token.empty() || token.size() > kLongest) return false;
  bool figure = false, all_like = true;
  for (const char c : token) {
    if (c == '.' || c == ',') continue;
    if (as_digit(c) == '\0' && !(c >= 'A' && c <= 'Z')) return false;
    figure = figure || text::is_digit(c);
    all_like = all_like && (as_digit(c) != '\0' || as_roman(c) != '\0');
  }
  return figure || all_like || as_digit(token.back()) != '\0';
}

std::string_view without_closing(std::string_view token) {
  constexpr std::string_view kClosing = ".,:;)-_";
  while (!token.empty() && kClosing.find(token.back()) != std::string_view::npos) token.remove_suffix(1);
  return token;
}

/// A year alone: a cell that fell out of its row.
bool is_year(std::string_view line) {
  return line.size() == 4 && (line.starts_with("19") || line.starts_with("20")) && text::is_digit(line[2]) &&
         text::is_digit(line[3]);
}

}  // namespace

std::vector<Rereading> rereadings(std::string_view line) {
  constexpr std::size_t kWords = 4, kFarthest = 40, kMost = 24;
  std::vector<Rereading> out;
  if (is_year(line)) return out;
  const auto put = [&](std::string head, std::size_t original_head, float doubt) {
    Rereading next;
    next.head = head.size();
    next.original_head = original_head;
    next.doubt = doubt;
    next.text = std::move(head) + std::string(line.substr(original_head));
    out.push_back(std::move(next));
  };
  std::string before;  // what stands before the token, its capitals put right where a number follows
  std::size_t begin = 0;
  float doubt = 0;
  for (std::size_t word = 0; word < kWords && begin < line.size() && begin < kFarthest; ++word) {
    const std::size_t end = std::min(line.find(' ', begin), line.size());
    const std::string_view token = without_closing(line.substr(begin, end - begin));
    std::string kept(line.substr(begin, std::min(end + 1, line.size()) - begin));
    if (may_be_number(token)) {
      for (const Form& form : forms_of(token))
        put(before + form.text, begin + token.size(), doubt + form.doubt);
      if (doubt > 0 && std::ranges::any_of(token, text::is_digit))
        put(before + std::string(token), begin + token.size(), doubt);
      // `00 1.1`: two letters read as figures, and their number behind a space.
      std::string letters;
      for (const char c : token) letters += as_capital(c);
      if (word == 0 && letters.size() == 2 && letters.find('\0') == std::string::npos && letters != token) {
        kept = letters + kept.substr(token.size());
        doubt = kSigns;
      }
    }
    before += kept;
    begin = end + 1;
  }
  std::ranges::stable_sort(out, {}, &Rereading::doubt);
  if (out.size() > kMost) out.resize(kMost);
  return out;
}

bool has_misread_label(std::string_view line) {
  constexpr std::string_view kOnes = "LlI|";
  constexpr std::size_t kLongest = 10, kPrefix = 3;
  const auto is_one = [&](std::string_view sign) { return sign == "L" || sign == "l"; };
  const std::size_t end = std::min(line.find(' '), line.size());
  if (end < 2 || end > kLongest || !may_be_number(without_closing(line.substr(0, end)))) return false;
  const std::string_view label = without_closing(line.substr(0, end));
  if (label.size() < 2) return false;
  const std::size_t second = std::min(end + 1, line.size());
  const std::string_view next =
      without_closing(line.substr(second, std::min(line.find(' ', second), line.size()) - second));
  if (label == "O0" || label == "0O") return !next.empty() && as_digit(next.front()) != '\0';
  const bool capitals = std::ranges::all_of(label, [](char c) { return c >= 'A' && c <= 'Z'; });
  if (capitals) return label.size() <= kPrefix && is_one(next);
  const std::size_t dot = label.rfind('.');
  if (dot == std::string_view::npos) return false;
  if (is_one(label.substr(dot + 1))) return dot <= kPrefix;  // `O.S.L.`, not `a.s.b.l.`
  return text::is_digit(label[label.size() - 2]) && kOnes.find(label.back()) != std::string_view::npos;
}

}  // namespace pst::plan

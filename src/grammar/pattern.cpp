#include "grammar/pattern.hpp"

#include <re2/re2.h>

#include <array>
#include <utility>
#include <vector>

#include "grammar/compiled.hpp"
#include "text/unicode.hpp"

namespace pst::grammar {
namespace {

/// One component of a number behind a word: digits, a Roman numeral, a letter, or digits misread as letters;
/// the first one may touch the letter before it (`A1.2`).
constexpr const char* kComponent =
    "(?:[A-H]?[0-9]{1,3}(?:bis|ter)?|[IVXLC]{2,7}|[A-Za-z]|[0-9OoIlSsZB]{1,3})";
constexpr const char* kNext = "(?:[0-9]{1,3}(?:bis|ter)?|[IVXLC]{2,7}|[A-Za-z]|[0-9OoIlSsZB]{1,3})";
constexpr const char* kBefore = "(?: ?n ?o?s? ?[.:]? ?| ?nr ?[.]? ?| ?# ?| )?";

/// What {number} stands for, with as many components behind the first as `more` says.
std::string general_number(const std::string& more) {
  return std::string(kBefore) + "(?P<number>" + kComponent + "(?: ?[.][0-9]{1,3}|-[0-9]{1,3}|[.]" + kNext +
         ")" + more + ")(?:\\b|_)";
}

const std::array<std::pair<const char*, std::string>, 8>& macros() {
  static const std::string kGeneral = general_number("{0,5}");
  static const std::array<std::pair<const char*, std::string>, 8> kMacros{{
      {"number?", "(?:" + kGeneral + ")?"},
      {"number", kGeneral},
      {"arabic", "(?P<number>[0-9]{1,2}(?:bis|ter)?)"},
      {"dotted", "(?P<number>[0-9]{1,2}(?:[.][0-9]{1,2}){1,5}(?:[.][A-Za-z]|[a-z])?)(?:\\b|_)"},
      {"roman", "(?P<number>[IVX]{1,6})"},
      {"upper", "(?P<number>[A-Z])"},
      {"lower", "(?P<number>[a-z])"},
      {"compound", "(?P<number>(?:[IVX]{1,6}|[A-Z])(?:[.-][0-9]{1,2}|[.][A-Za-z]){1,4})\\b"},
  }};
  return kMacros;
}

/// A number as a set sees it: its first sign.
constexpr const char* kLooseNumber = "[0-9A-Za-z|]";

bool is_ascii(const std::string& text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

/// Accents folded as in the text that the pattern will meet; signs that the projection makes special escaped.
std::string folded(const std::string& pattern) {
  if (is_ascii(pattern)) return pattern;
  text::Plain plain;
  text::plain(pattern, plain);
  std::string out;
  for (std::size_t i = 0; i < plain.ascii.size(); ++i) {
    const bool was_ascii = plain.offset[i + 1] - plain.offset[i] == 1;
    const char c = plain.ascii[i];
    const bool alnum = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == ' ';
    if (!was_ascii && !alnum && static_cast<unsigned char>(c) > ' ') out += '\\';
    out += c;
  }
  return out;
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
    text.replace(at, what.size(), by);
  }
  return text;
}

}  // namespace

std::string expand(const std::string& pattern, const Words& words) {
  std::string out = folded(pattern);
  for (int depth = 0; depth < 4 && out.find('{') != std::string::npos; ++depth) {
    const std::string before = out;
    for (const auto& [name, body] : words) {
      const std::string macro = "{" + name + "}";
      if (out.find(macro) != std::string::npos)
        out = replaced(std::move(out), macro, "(?:" + folded(body) + ")");
    }
    if (out == before) break;
  }
  for (const auto& [name, body] : macros())
    out = replaced(std::move(out), std::string("{") + name + "}", body);
  return out;
}

std::string loosen(const std::string& pattern) {
  std::string out = pattern;
  const std::string loose = kBefore + std::string(kLooseNumber);
  for (const auto& [name, body] : macros()) {
    const std::string_view macro(name);
    if (macro == "number") out = replaced(std::move(out), body, loose);
    if (macro == "number?") out = replaced(std::move(out), body, "(?:" + loose + ")?");
  }
  for (std::size_t at = out.find("(?P<"); at != std::string::npos; at = out.find("(?P<", at)) {
    const std::size_t end = out.find('>', at);
    if (end == std::string::npos) break;
    out.replace(at, end + 1 - at, "(?:");
  }
  return out;
}

std::string loose_number() {
  return " *(?:(?:#|[Nn] *[ORor][Ss]? *[.:]?) *)?"
         "(?:[A-H]?[0-9]|(?:[A-Za-z]|[IVXLCivxlc]{2,7}|[0-9OoIlSsZzB]{2,3})(?:[^A-Za-z0-9]|$))";
}

std::string words_before_number(const std::string& pattern, const Words& words) {
  constexpr std::string_view kEnd = "{number}";
  if (pattern.size() <= kEnd.size() || pattern.substr(pattern.size() - kEnd.size()) != kEnd) return {};
  std::string before = expand(pattern.substr(0, pattern.size() - kEnd.size()), words);
  return before.find("(?P<") == std::string::npos ? before : std::string();
}

std::string any_depth_number(const std::string& pattern, const Words& words) {
  constexpr std::string_view kEnd = "{number}";
  if (!pattern.ends_with(kEnd)) return {};
  return expand(pattern.substr(0, pattern.size() - kEnd.size()), words) + general_number("*");
}

namespace {

/// A bracket that is not closed, or closes nothing; RE2 only names the whole pattern then.
std::optional<PatternError> unbalanced(const std::string& written) {
  std::vector<std::size_t> open;
  const auto at = [&](std::size_t byte, const char* what, const char* advice) {
    return PatternError{what, advice, static_cast<int>(text::length(written.substr(0, byte)))};
  };
  for (std::size_t i = 0; i < written.size(); ++i) {
    if (written[i] == '\\') {
      ++i;
    } else if (written[i] == '[') {
      std::size_t end = i + 1;
      if (end < written.size() && written[end] == '^') ++end;
      if (end < written.size() && written[end] == ']') ++end;
      while (end < written.size() && written[end] != ']') end += written[end] == '\\' ? 2 : 1;
      if (end >= written.size())
        return at(i, "ce crochet n'est pas fermé", "ajoutez ] ; pour le signe lui-même, écrivez \\[");
      i = end;
    } else if (written[i] == '(') {
      open.push_back(i);
    } else if (written[i] == ')') {
      if (open.empty())
        return at(i, "cette parenthèse ne ferme rien", "ôtez-la ; pour le signe lui-même, écrivez \\)");
      open.pop_back();
    }
  }
  if (!open.empty())
    return at(open.back(), "cette parenthèse n'est pas fermée",
              "ajoutez ) ; pour le signe lui-même, écrivez \\(");
  return std::nullopt;
}

/// `{nubmer}`: a macro that does not exist; RE2 would read the brace as a letter.
std::optional<PatternError> unknown_macro(const std::string& written, const Words& words) {
  for (std::size_t at = written.find('{'); at != std::string::npos; at = written.find('{', at + 1)) {
    if (at > 0 && written[at - 1] == '\\') continue;
    const std::size_t end = written.find('}', at);
    const std::string name = written.substr(at + 1, end == std::string::npos ? end : end - at - 1);
    const bool count = !name.empty() && name.find_first_not_of("0123456789,") == std::string::npos;
    if (end != std::string::npos && count) continue;
    bool known = end != std::string::npos && words.count(name) != 0;
    std::string best;
    int distance = 3;
    const auto consider = [&](const std::string& other) {
      known = known || (end != std::string::npos && other == name);
      const int d = text::distance(other, name, 2);
      if (d < distance) {
        distance = d;
        best = other;
      }
    };
    for (const auto& [macro, body] : macros()) consider(macro);
    for (const auto& [word, body] : words) consider(word);
    if (known) continue;
    return PatternError{"macro inconnue `{" + name + "}`",
                        best.empty()
                            ? "les macros sont dans grammars/README.md ; pour le signe lui-même, écrivez \\{"
                            : "vouliez-vous dire `{" + best + "}` ?",
                        static_cast<int>(text::length(written.substr(0, at)))};
  }
  return std::nullopt;
}

}  // namespace

std::optional<PatternError> pattern_error(const std::string& written, const std::string& expanded,
                                          const Words& words) {
  if (auto error = unbalanced(written)) return error;
  if (auto error = unknown_macro(written, words)) return error;
  const RE2 compiled(expanded, pattern_options(false));
  if (compiled.ok()) return std::nullopt;
  PatternError error;
  error.what = compiled.error();
  const std::string fragment = compiled.error_arg();
  for (std::size_t at = fragment.empty() ? std::string::npos : written.find(fragment);
       at != std::string::npos; at = written.find(fragment, at + 1)) {
    if (at > 0 && written[at - 1] == '\\') continue;
    error.offset = static_cast<int>(text::length(written.substr(0, at)));
    break;
  }
  switch (compiled.error_code()) {
    case RE2::ErrorRepeatArgument:
    case RE2::ErrorRepeatOp:
      error.advice = "un *, + ou ? ne suit rien ; pour le signe lui-même, écrivez \\*";
      break;
    case RE2::ErrorBadPerlOp:
      error.advice = "les (?=…) et (?!…) ne sont pas permis";
      break;
    default:
      error.advice = "voir la syntaxe RE2 dans grammars/README.md";
  }
  return error;
}

}  // namespace pst::grammar

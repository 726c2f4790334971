#include "output/page.hpp"

#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "grammar/embedded.hpp"
#include "output/page_data.hpp"
#include "source/digest.hpp"

namespace pst::output {

namespace {

/// The page's script, in the order in which its pieces need each other.
constexpr std::array kScripts{
    "words.js",         "dom.js",         "data.js",          "find.js",          "charts.js",
    "view_overview.js", "view_themes.js", "view_measures.js", "view_partners.js", "view_years.js",
    "view_quality.js",  "view_search.js", "view_plan.js",     "main.js",
};

std::string script() {
  std::string text = "(() => {\n\"use strict\";\n";
  for (const char* name : kScripts) text += grammar::embedded_data(name);
  return text + "})();\n";
}

/// The text's SHA-256 as a Content-Security-Policy names it.
std::string policy_hash(std::string_view text) {
  constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const std::string hex = source::sha256_hex(text);
  std::string out = "'sha256-";
  unsigned bits = 0;
  unsigned held = 0;
  for (const char c : hex) {
    bits = (bits << 4U | static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10)) & 0xFFFU;
    held += 4;
    if (held < 6) continue;
    held -= 6;
    out += digits[bits >> held & 0x3FU];
  }
  out += digits[bits << (6 - held) & 0x3FU];  // 256 bits leave four
  return out + "='";
}

/// Nothing is fetched, no script runs but these two, no form is sent anywhere.
std::string policy(std::string_view chart, std::string_view own, std::string_view style) {
  return "default-src 'none'; script-src " + policy_hash(chart) + " " + policy_hash(own) + "; style-src " +
         policy_hash(style) + "; img-src data:; base-uri 'none'; form-action 'none'";
}

/// The template with each `{{name}}` replaced; what is put in is not looked at again.
std::string filled(std::string_view page,
                   const std::vector<std::pair<std::string_view, std::string>>& values) {
  std::string out;
  while (!page.empty()) {
    const std::size_t open = page.find("{{");
    out += page.substr(0, open);
    if (open == page.npos) break;
    const std::size_t close = page.find("}}", open);
    const std::string_view name = page.substr(open + 2, close - open - 2);
    for (const auto& [key, value] : values) {
      if (key == name) out += value;
    }
    page.remove_prefix(close + 2);
  }
  return out;
}

}  // namespace

std::string to_page(const compare::Comparison& comparison, Language language) {
  const bool french = language == Language::french;
  const std::string style(grammar::embedded_data("page.css"));
  const std::string chart(grammar::embedded_data("chart.min.js"));
  const std::string own = script();
  return filled(
      grammar::embedded_data("page.html"),
      {{"lang", french ? "fr" : "en"},
       {"policy", policy(chart, own, style)},
       {"title", french ? "Comparaison de plans stratégiques" : "Comparison of strategic plans"},
       {"skip", french ? "Aller au contenu" : "Skip to content"},
       {"noscript",
        french ? "Cette page a besoin de JavaScript ; les mêmes données sont dans comparison.xlsx et csv/."
               : "This page needs JavaScript; the same data are in comparison.xlsx and csv/."},
       {"style", style},
       {"data", page_data(comparison, language)},
       {"chart_licence", std::string(grammar::embedded_data("chart.js.LICENSE"))},
       {"chart", chart},
       {"script", own}});
}

}  // namespace pst::output

#include "output/mail_summary.hpp"

#include <algorithm>
#include <numeric>

#include "compare/totals.hpp"
#include "output/report_words.hpp"
#include "text/unicode.hpp"

namespace pst::output {

namespace {

constexpr std::size_t kPlansShown = 15;
constexpr std::size_t kItemsShown = 8;
constexpr int kTitleLength = 110;  ///< characters of a wording

/// A plan's words as Markdown text: one line, no sign that would be read as markup.
std::string escaped(std::string_view words) {
  std::string out;
  for (const char c : text::collapse(words)) {
    if (std::string_view("\\`*_[]<>|#~&").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

/// The first characters of a long wording, cut between words.
std::string brief(const std::string& words) {
  if (text::length(words) <= kTitleLength) return words;
  const std::size_t space = words.rfind(' ', kTitleLength);
  return words.substr(0, space == words.npos || space == 0 ? 0 : space) + " …";
}

class Summary {
 public:
  Summary(const compare::Comparison& c, Language language)
      : c_(c), totals_(compare::totals_of(c)), language_(language) {}

  std::string text() {
    head();
    findings();
    plans();
    themes();
    clusters();
    particular();
    partners();
    quality();
    out_ +=
        say("Tout le reste est dans index.html, à ouvrir dans un navigateur : recherche, plans, sources.\n",
            "Everything else is in index.html, to be opened in a browser: search, plans, sources.\n");
    return std::move(out_);
  }

 private:
  std::string say(std::string_view french, std::string_view english) const {
    return Bilingual{french, english}.in(language_);
  }
  std::string number(long long n) const { return grouped(n, language_); }
  std::string in_plans(std::size_t n) const {
    return number(static_cast<long long>(n)) + (n == 1 ? " plan" : " plans");
  }
  /// A number with its noun, in the singular or the plural.
  std::string counted(long long n, Bilingual one, Bilingual many) const {
    const bool single = language_ == Language::french ? n < 2 : n == 1;
    return number(n) + " " + (single ? one : many).in(language_);
  }
  std::string nodes(long long n) const { return counted(n, {"nœud", "node"}, {"nœuds", "nodes"}); }
  void section(std::string_view french, std::string_view english) {
    out_ += "## " + say(french, english) + "\n\n";
  }

  void head() {
    out_ += "# " + say("Comparaison de plans stratégiques", "Comparison of strategic plans") + "\n\n";
    out_ += "**" + in_plans(c_.plans.size()) + "**, " + number(c_.totals.objectives) +
            say(" objectifs, ", " objectives, ") + number(c_.totals.measures) +
            say(" projets, actions et sous-actions ; ", " projects, actions and sub-actions; ") +
            number(c_.reach.clusters) +
            say(" mesures partagées par plusieurs plans, ", " measures shared by several plans, ") +
            number(c_.reach.particular) +
            say(" éléments propres à un seul.\n\n", " items that one alone has.\n\n");
  }

  void findings() {
    if (c_.findings.empty()) return;
    section("Sur les fichiers donnés", "About the files given");
    const std::size_t shown = std::min(c_.findings.size(), kItemsShown);
    for (std::size_t i = 0; i < shown; ++i) {
      out_ += "- **" + escaped(c_.findings[i].input) + "** : " + escaped(c_.findings[i].message) + "\n";
    }
    if (c_.findings.size() > shown) {
      out_ += "- … " + say("et ", "and ") + number(static_cast<long long>(c_.findings.size() - shown)) +
              say(" autres\n", " more\n");
    }
    out_ += '\n';
  }

  void plan_row(const std::string& name, const std::string& years, const compare::Counts& n,
                double completeness) {
    out_ += "| " + name + " | " + years;
    for (const int cell : {n.objectives, n.measures, n.with_priority, n.with_period, n.with_responsible,
                           n.with_indicator, n.with_budget}) {
      out_ += " | " + number(cell);
    }
    out_ += " | " + percent_of(completeness, language_) + " |\n";
  }

  void plans() {
    section("Les plans", "The plans");
    out_ +=
        say("| Plan | Période | Objectifs | Mesures | Priorité | Période dite | Responsable | Indicateur | "
            "Budget | Complétude |\n",
            "| Plan | Period | Objectives | Measures | Priority | Period stated | Responsible | Indicator | "
            "Budget | Completeness |\n");
    out_ += "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n";
    const std::size_t shown = std::min(c_.plans.size(), kPlansShown);
    for (std::size_t i = 0; i < shown; ++i) {
      const compare::PlanEntry& p = c_.plans[i];
      plan_row(escaped(p.organisation), years_of(p.document.period), p.counts, p.quality.completeness);
    }
    plan_row("**" + say("Tous les plans", "All plans") + "**", "", c_.totals, totals_.quality.completeness);
    if (shown < c_.plans.size()) {
      out_ += "\n" + say("Les ", "The first ") + number(static_cast<long long>(shown)) +
              say(" premiers plans ; les autres sont dans comparison.xlsx.\n",
                  " plans; the others are in comparison.xlsx.\n");
    }
    out_ += '\n';
  }

  void themes() {
    std::vector<std::size_t> order(c_.themes.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return totals_.themes[a].nodes > totals_.themes[b].nodes;
    });
    if (order.empty() || totals_.themes[order[0]].nodes == 0) return;
    section("Thèmes les plus présents", "Most frequent themes");
    for (std::size_t i = 0; i < std::min(order.size(), kItemsShown); ++i) {
      const compare::ThemeTotal& total = totals_.themes[order[i]];
      if (total.nodes == 0) break;
      out_ += "- " + theme_word(c_.themes[order[i]], language_) + " : " + nodes(total.nodes) +
              say(" dans ", " in ") + in_plans(static_cast<std::size_t>(total.plans)) + "\n";
    }
    out_ += '\n';
  }

  void clusters() {
    if (c_.clusters.empty()) return;
    section("Mesures les plus partagées", "Most widely shared measures");
    for (std::size_t i = 0; i < std::min(c_.clusters.size(), kItemsShown); ++i) {
      const compare::Cluster& cluster = c_.clusters[i];
      out_ += "- **" + escaped(cluster.name) + "** (" + in_plans(cluster.plans.size()) + ")";
      if (!cluster.members.empty()) {
        const compare::NodeEntry& node = c_.nodes[static_cast<std::size_t>(cluster.members[0].node)];
        out_ += say(" — par exemple ", " — for instance ") +
                escaped(c_.plans[static_cast<std::size_t>(node.plan)].organisation) + ", " + node.code +
                say(" : « ", ": “") + escaped(brief(node.title)) + say(" »", "”");
      }
      out_ += '\n';
    }
    out_ += '\n';
  }

  void particular() {
    if (c_.particular.empty()) return;
    section("Propre à un seul plan", "Only in one plan");
    int plan = -1;
    std::size_t shown = 0;
    for (const compare::Particular& item : c_.particular) {  // one a plan: a taste, not the list
      const compare::NodeEntry& node = c_.nodes[static_cast<std::size_t>(item.node)];
      if (node.plan == plan || shown == kItemsShown) continue;
      plan = node.plan;
      ++shown;
      out_ += "- " + escaped(c_.plans[static_cast<std::size_t>(plan)].organisation) + ", " + node.code +
              " : " + escaped(brief(node.title)) + "\n";
    }
    out_ += '\n';
  }

  void partners() {
    if (c_.uses.empty()) return;
    section("Partenaires et programmes les plus cités", "Most named partners and programmes");
    for (std::size_t i = 0; i < std::min(c_.uses.size(), kItemsShown); ++i) {
      const compare::EntityUse& use = c_.uses[i];
      const compare::Entity& entity = c_.entities[static_cast<std::size_t>(use.entity)];
      out_ += "- " + escaped(entity.name) +
              (entity.abbreviation.empty() ? "" : " (" + escaped(entity.abbreviation) + ")") + " : " +
              in_plans(use.plans.size()) + ", " + nodes(static_cast<long long>(use.nodes.size())) + "\n";
    }
    out_ += '\n';
  }

  void quality() {
    const compare::Quality& q = totals_.quality;
    section("À vérifier", "To check");
    out_ += counted(q.numbering_gaps, {"saut de numérotation", "numbering gap"},
                    {"sauts de numérotation", "numbering gaps"}) +
            ", ";
    out_ += counted(q.contradictions, {"autre contradiction", "other contradiction"},
                    {"autres contradictions", "other contradictions"}) +
            ", ";
    out_ +=
        counted(q.empty_titles, {"intitulé vide", "empty title"}, {"intitulés vides", "empty titles"}) + ", ";
    out_ += counted(q.childless, {"objectif ou projet sans mesure", "objective or project without measure"},
                    {"objectifs ou projets sans mesure", "objectives or projects without measure"}) +
            ", ";
    out_ += counted(q.doubts, {"doute de lecture", "doubtful reading"},
                    {"doutes de lecture", "doubtful readings"}) +
            ".\n\n";
  }

  const compare::Comparison& c_;
  compare::Totals totals_;
  Language language_;
  std::string out_;
};

}  // namespace

std::string to_mail_summary(const compare::Comparison& comparison, Language language) {
  return Summary(comparison, language).text();
}

}  // namespace pst::output

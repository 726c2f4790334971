#include "output/page_data.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "compare/totals.hpp"
#include "output/comparison_names.hpp"
#include "output/write_fields.hpp"

namespace pst::output {

namespace {

using compare::Comparison;
using compare::Counts;
using compare::NodeEntry;

constexpr std::size_t kWordsShown = 4;    ///< of a theme's evidence
constexpr std::size_t kNotesShown = 500;  ///< of one plan; the CSV tables have all

double rounded(double value) {
  return std::round(value * 1000) / 1000;
}

/// Writes the pieces of the data, each with the few lines it needs.
class PageWriter {
 public:
  PageWriter(std::string& text, const Comparison& comparison) : out_(text, 0), c_(comparison) {}

  void write_all(Language language) {
    out_.begin_object();
    member("lang", language == Language::english ? "en" : "fr");
    member("themeHolds", compare::kThemeHolds);
    list("kinds", plan::kLadder, [&](const plan::KindFacts& kind) { out_.value(kind.json); });
    list("themes", c_.themes, [&](const auto& theme) { write_theme(theme); });
    list("entities", c_.entities, [&](const auto& entity) { write_entity(entity); });
    list("plans", c_.plans, [&](const auto& plan) { write_plan(plan); });
    out_.key("columns");
    texts({kColumns.begin(), kColumns.end()});
    list("nodes", c_.nodes, [&](const NodeEntry& node) { write_node(node); });
    write_across();
    out_.end_object();
  }

 private:
  static constexpr std::array kColumns{
      "plan",          "kind",        "parent",     "code",     "first",      "last",  "volet",    "axis",
      "title",         "themes",      "attributes", "mentions", "label",      "page",  "cluster",  "nearest",
      "nearest_score", "description", "fields",     "doubtful", "particular", "annex", "title_raw"};

  template <class T>
  void member(const char* key, const T& value) {
    out_.key(key);
    out_.value(value);
  }

  template <class Items, class F>
  void list(const char* key, const Items& items, const F& write_item) {
    out_.key(key);
    out_.begin_array();
    for (const auto& item : items) write_item(item);
    out_.end_array();
  }

  void texts(const std::vector<std::string>& items) {
    out_.begin_array();
    for (const std::string& item : items) out_.value(item);
    out_.end_array();
  }

  void numbers(const std::vector<int>& items) {
    out_.begin_array();
    for (const int item : items) out_.value(item);
    out_.end_array();
  }

  void period(const std::optional<plan::Period>& years) {
    if (!years) return out_.null();
    out_.begin_array();
    years->start ? out_.value(*years->start) : out_.null();
    years->end ? out_.value(*years->end) : out_.null();
    out_.end_array();
  }

  void write_theme(const compare::Theme& theme) {
    out_.begin_object();
    member("slug", theme.slug);
    member("label", theme.label);
    member("label_en", theme.label_en);
    member("right", theme.right);
    member("right_en", theme.right_en);
    out_.end_object();
  }

  void write_entity(const compare::Entity& entity) {
    out_.begin_object();
    member("id", entity.id);
    member("name", entity.name);
    member("abbreviation", entity.abbreviation);
    member("kind", name_of_entity(entity.kind));
    out_.end_object();
  }

  void write_counts(const Counts& counts) {
    out_.begin_object();
    member("nodes", counts.nodes);
    out_.key("by_kind");
    numbers({counts.by_kind.begin(), counts.by_kind.end()});
    member("objectives", counts.objectives);
    member("measures", counts.measures);
    member("with_priority", counts.with_priority);
    member("with_status", counts.with_status);
    member("with_period", counts.with_period);
    member("with_responsible", counts.with_responsible);
    member("with_indicator", counts.with_indicator);
    member("with_budget", counts.with_budget);
    member("budget", counts.budget);
    out_.end_object();
  }

  void write_part(const compare::Part& part) {
    out_.begin_object();
    member("node", part.node);
    member("title", part.title);
    out_.key("counts");
    write_counts(part.counts);
    out_.end_object();
  }

  void write_note(const compare::QualityNote& note) {
    out_.begin_object();
    member("what", name_of_note(note.what));
    member("message", note.message);
    member("node", note.node);
    if (note.lines) {
      out_.key("lines");
      numbers({note.lines->first, note.lines->second});
    }
    out_.end_object();
  }

  void write_quality(const compare::Quality& q) {
    out_.begin_object();
    member("numbering_gaps", q.numbering_gaps);
    member("contradictions", q.contradictions);
    member("empty_titles", q.empty_titles);
    member("childless", q.childless);
    member("doubts", q.doubts);
    member("doubtful_nodes", q.doubtful_nodes);
    member("completeness", rounded(q.completeness));
    const auto shown = static_cast<std::ptrdiff_t>(std::min(q.notes.size(), kNotesShown));
    list("notes", std::vector(q.notes.begin(), q.notes.begin() + shown),
         [&](const auto& note) { write_note(note); });
    out_.end_object();
  }

  void write_plan(const compare::PlanEntry& plan) {
    out_.begin_object();
    member("name", plan.name);
    member("organisation", plan.organisation);
    member("kind", plan.organisation_kind);
    member("title", plan.document.title);
    out_.key("period");
    period(plan.document.period);
    member("adopted", plan.document.adopted_on.value_or(""));
    member("file", plan.document.source.file);
    member("pages", plan.document.source.pages.value_or(0));
    member("scheme", plan.document.scheme.name);
    member("confidence", rounded(plan.document.scheme.confidence));
    member("lines", plan.coverage.lines);
    member("first", plan.first_node);
    member("count", plan.node_count);
    out_.key("counts");
    write_counts(plan.counts);
    list("volets", plan.volets, [&](const auto& part) { write_part(part); });
    list("axes", plan.axes, [&](const auto& part) { write_part(part); });
    out_.key("quality");
    write_quality(plan.quality);
    out_.end_object();
  }

  void write_attributes(const plan::Attributes& a) {
    FieldWriter row{out_};
    out_.begin_object();
    row.optional("priority", a.priority);
    row.optional("status", a.status);
    if (a.period) {
      out_.key("period");
      period(a.period);
    }
    row.optional("recurrence", a.recurrence);
    row.optional("responsible", a.responsible);
    row.optional("indicators", a.indicators);
    row.optional("budget", a.budget);
    row.optional("references", a.references);
    out_.end_object();
  }

  void write_node_theme(const compare::ThemeShare& share) {
    out_.begin_array();
    out_.value(share.theme);
    out_.value(rounded(share.weight));
    std::vector<std::string> words;
    for (const compare::Evidence& evidence : share.evidence) {
      if (words.size() == kWordsShown) break;
      if (std::find(words.begin(), words.end(), evidence.words) == words.end())
        words.push_back(evidence.words);
    }
    texts(words);
    out_.end_array();
  }

  template <class Items, class F>
  void items_or_null(const Items& items, const F& write_item) {
    if (items.empty()) return out_.null();
    out_.begin_array();
    for (const auto& item : items) write_item(item);
    out_.end_array();
  }

  void index_or_null(int index) { index < 0 ? out_.null() : out_.value(index); }
  void text_or_null(const std::string& text) { text.empty() ? out_.null() : out_.value(text); }
  void flag_or_null(bool flag) { flag ? out_.value(1) : out_.null(); }

  /// The node in the order of kColumns.
  void write_node(const NodeEntry& n) {
    out_.begin_array();
    out_.value(n.plan);
    out_.value(static_cast<int>(n.kind));
    out_.value(n.parent);
    out_.value(n.code);
    out_.value(n.source.first_line);
    out_.value(n.source.last_line);
    index_or_null(n.volet);
    index_or_null(n.axis);
    out_.value(n.title);
    items_or_null(n.themes, [&](const auto& share) { write_node_theme(share); });
    n.attributes == plan::Attributes{} ? out_.null() : write_attributes(n.attributes);
    items_or_null(n.mentions, [&](const compare::Mention& mention) {
      out_.begin_array();
      out_.value(mention.entity);
      out_.value(mention.words);
      out_.end_array();
    });
    text_or_null(n.label.value_or(""));
    n.source.page ? out_.value(*n.source.page) : out_.null();
    index_or_null(n.cluster);
    index_or_null(n.nearest);
    n.nearest < 0 ? out_.null() : out_.value(rounded(n.nearest_score));
    text_or_null(n.description);
    items_or_null(n.fields, [&](const plan::Field& field) {
      out_.begin_array();
      out_.value(field.name);
      out_.value(field.value);
      out_.end_array();
    });
    flag_or_null(n.doubtful);
    flag_or_null(n.particular);
    flag_or_null(n.attributes.annex);
    text_or_null(n.title_raw.value_or(""));
    out_.end_array();
  }

  void write_cluster(const compare::Cluster& cluster) {
    out_.begin_object();
    member("name", cluster.name);
    out_.key("themes");
    numbers(cluster.themes);
    list("members", cluster.members, [&](const compare::ClusterMember& member) {
      out_.begin_array();
      out_.value(member.node);
      out_.value(rounded(member.score));
      out_.end_array();
    });
    out_.key("plans");
    numbers(cluster.plans);
    member("cohesion", rounded(cluster.cohesion));
    out_.end_object();
  }

  void write_year(const compare::YearEntry& year) {
    out_.begin_object();
    member("year", year.year);
    out_.key("active");
    numbers(year.active);
    out_.key("planned");
    numbers({year.planned.begin(), year.planned.end()});
    out_.end_object();
  }

  void write_totals() {
    const compare::Totals totals = compare::totals_of(c_);
    list("themeTotals", totals.themes, [&](const compare::ThemeTotal& total) {
      out_.begin_object();
      member("nodes", total.nodes);
      member("primary", total.primary);
      member("measures", total.measures);
      member("plans", total.plans);
      out_.end_object();
    });
    list("yearTotals", totals.years, [&](const compare::YearTotal& total) {
      out_.begin_object();
      member("active", total.active);
      member("starting", total.starting);
      member("ending", total.ending);
      out_.end_object();
    });
  }

  /// What stands across plans.
  void write_across() {
    list("matrix", c_.matrix, [&](const std::vector<compare::MatrixCell>& row) {
      out_.begin_array();
      for (const compare::MatrixCell& cell : row) {
        out_.begin_array();
        out_.value(cell.nodes);
        out_.value(cell.primary);
        out_.value(cell.measures);
        out_.value(rounded(cell.share));
        out_.end_array();
      }
      out_.end_array();
    });
    list("clusters", c_.clusters, [&](const auto& cluster) { write_cluster(cluster); });
    list("particular", c_.particular, [&](const compare::Particular& item) {
      out_.begin_array();
      out_.value(item.node);
      out_.value(rounded(item.nearest_score));
      texts(item.words);
      out_.end_array();
    });
    list("uses", c_.uses, [&](const compare::EntityUse& use) {
      out_.begin_object();
      member("entity", use.entity);
      out_.key("nodes");
      numbers(use.nodes);
      out_.key("plans");
      numbers(use.plans);
      out_.end_object();
    });
    list("years", c_.years, [&](const auto& year) { write_year(year); });
    write_totals();
    out_.key("totals");
    write_counts(c_.totals);
    out_.key("reach");
    out_.begin_object();
    member("nodes", c_.reach.nodes);
    member("clusters", c_.reach.clusters);
    member("particular", c_.reach.particular);
    member("entities", c_.reach.entities);
    out_.end_object();
    list("findings", c_.findings, [&](const compare::Finding& finding) {
      out_.begin_object();
      member("input", finding.input);
      member("message", finding.message);
      out_.end_object();
    });
  }

  JsonWriter out_;
  const Comparison& c_;
};

}  // namespace

std::string page_data(const Comparison& comparison, Language language) {
  std::string text;
  PageWriter(text, comparison).write_all(language);
  std::string safe;
  safe.reserve(text.size());
  for (const char c : text) c == '<' ? void(safe += "\\u003c") : void(safe += c);
  return safe;
}

}  // namespace pst::output

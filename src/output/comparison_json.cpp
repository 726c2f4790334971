#include "output/comparison_json.hpp"

#include "grammar/embedded.hpp"
#include "output/comparison_names.hpp"
#include "output/write_fields.hpp"

namespace pst::output {

namespace {

using namespace compare;

/// Writes a comparison part by part; nodes, themes and plans by their names.
class Writer {
 public:
  Writer(const Comparison& all, JsonWriter& out) : all_(all), out_(out) {}

  void run() {
    out_.begin_object();
    field("schema_version", kComparisonVersion);
    list("themes", all_.themes, [this](const Theme& x) { theme(x); });
    list("plans", all_.plans, [this](const PlanEntry& x) { plan(x); });
    out_.key("totals");
    counts(all_.totals);
    out_.key("reach");
    reach();
    list("findings", all_.findings, [this](const Finding& x) { finding(x); });
    list("matrix", all_.plans, [this](const PlanEntry& x) { matrix_row(x); });
    list("clusters", all_.clusters, [this](const Cluster& x) { cluster(x); });
    list("particular", all_.particular, [this](const Particular& x) { particular(x); });
    list("partners", all_.uses, [this](const EntityUse& x) { use(x); });
    list("years", all_.years, [this](const YearEntry& x) { year(x); });
    list("nodes", all_.nodes, [this](const NodeEntry& x) { node(x); });
    list("pairs", all_.pairs, [this](const Pair& x) { pair(x); });
    out_.end_object();
  }

  void themes(const NodeEntry& x) {
    list("themes", x.themes, [this](const ThemeShare& share) { theme_share(share); });
  }

  void pairs() {
    out_.begin_array();
    for (const Pair& x : all_.pairs) {
      out_.begin_object(true);
      field("a", id(x.a));
      field("b", id(x.b));
      field("score", x.score);
      out_.end_object();
    }
    out_.end_array();
  }

 private:
  const std::string& id(int node) const { return all_.nodes[static_cast<std::size_t>(node)].id; }
  const std::string& slug(int theme) const { return all_.themes[static_cast<std::size_t>(theme)].slug; }
  const std::string& name(int plan) const { return all_.plans[static_cast<std::size_t>(plan)].name; }

  template <class T>
  void field(std::string_view key, const T& x) {
    out_.key(key);
    write(out_, x);
  }
  void text(std::string_view key, const std::string& x) {
    if (!x.empty()) field(key, x);
  }
  void node_field(std::string_view key, int node) {
    if (node >= 0) field(key, id(node));
  }
  template <class Items, class Each>
  void list(std::string_view key, const Items& items, Each each) {
    out_.key(key);
    out_.begin_array();
    for (const auto& item : items) each(item);
    out_.end_array();
  }
  template <class Each>
  void names(std::string_view key, const std::vector<int>& indices, Each name_of_index) {
    out_.key(key);
    out_.begin_array(true);
    for (const int index : indices) out_.value(name_of_index(index));
    out_.end_array();
  }
  void plan_names(std::string_view key, const std::vector<int>& plans) {
    names(key, plans, [this](int i) { return name(i); });
  }

  void theme(const Theme& x) {
    out_.begin_object();
    field("slug", x.slug);
    field("label", x.label);
    field("label_en", x.label_en);
    text("right", x.right);
    text("right_en", x.right_en);
    text("category", x.category);
    text("category_en", x.category_en);
    out_.end_object();
  }

  void tally(std::string_view key, const std::map<std::string, int>& values) {
    if (values.empty()) return;
    out_.key(key);
    out_.begin_object(true);
    for (const auto& [value, count] : values) field(value, count);
    out_.end_object();
  }

  void counts(const Counts& x) {
    out_.begin_object();
    field("nodes", x.nodes);
    out_.key("by_kind");
    out_.begin_object(true);
    for (const plan::KindFacts& facts : plan::kLadder)
      field(facts.json, x.by_kind[static_cast<std::size_t>(facts.kind)]);
    out_.end_object();
    field("objectives", x.objectives);
    field("measures", x.measures);
    field("with_priority", x.with_priority);
    field("with_status", x.with_status);
    field("with_period", x.with_period);
    field("with_responsible", x.with_responsible);
    field("with_indicator", x.with_indicator);
    field("with_budget", x.with_budget);
    field("with_theme", x.with_theme);
    tally("priority", x.priority);
    tally("status", x.status);
    field("budget", x.budget);
    out_.end_object();
  }

  void part(const Part& x) {
    out_.begin_object();
    node_field("node", x.node);
    field("title", x.title);
    out_.key("counts");
    counts(x.counts);
    out_.end_object();
  }

  void quality(const Quality& x) {
    out_.begin_object();
    field("numbering_gaps", x.numbering_gaps);
    field("contradictions", x.contradictions);
    field("empty_titles", x.empty_titles);
    field("childless", x.childless);
    field("doubts", x.doubts);
    field("doubtful_nodes", x.doubtful_nodes);
    field("completeness", x.completeness);
    list("notes", x.notes, [this](const QualityNote& note) {
      out_.begin_object(true);
      field("what", name_of_note(note.what));
      field("rule", note.rule);
      field("severity", note.severity);
      field("message", note.message);
      node_field("node", note.node);
      if (note.lines) field("lines", *note.lines);
      out_.end_object();
    });
    out_.end_object();
  }

  void plan(const PlanEntry& x) {
    out_.begin_object();
    field("name", x.name);
    field("organisation", x.organisation);
    text("organisation_kind", x.organisation_kind);
    field("document", x.document);
    out_.key("counts");
    counts(x.counts);
    list("volets", x.volets, [this](const Part& p) { part(p); });
    list("axes", x.axes, [this](const Part& p) { part(p); });
    out_.key("quality");
    quality(x.quality);
    field("coverage", x.coverage);
    out_.end_object();
  }

  void reach() {
    const Reach& x = all_.reach;
    out_.begin_object();
    field("plans", x.plans);
    field("nodes", x.nodes);
    field("compared", x.compared);
    field("with_theme", x.with_theme);
    field("in_cluster", x.in_cluster);
    field("particular", x.particular);
    field("pairs", x.pairs);
    field("clusters", x.clusters);
    field("partners", x.entities);
    field("mentions", x.mentions);
    out_.end_object();
  }

  void finding(const Finding& x) {
    out_.begin_object(true);
    field("severity", x.severity);
    field("rule", x.rule);
    field("input", x.input);
    if (x.plan >= 0) field("plan", name(x.plan));
    field("message", x.message);
    out_.end_object();
  }

  void matrix_row(const PlanEntry& x) {
    const auto row = static_cast<std::size_t>(&x - all_.plans.data());
    out_.begin_object();
    field("plan", x.name);
    out_.key("themes");
    out_.begin_object();
    for (std::size_t t = 0; t < all_.themes.size(); ++t) {
      const MatrixCell& cell = all_.matrix[row][t];
      out_.key(all_.themes[t].slug);
      out_.begin_object(true);
      field("nodes", cell.nodes);
      field("primary", cell.primary);
      field("measures", cell.measures);
      field("share", cell.share);
      out_.end_object();
    }
    out_.end_object();
    out_.end_object();
  }

  void cluster(const Cluster& x) {
    out_.begin_object();
    field("name", x.name);
    field("words", x.words);
    names("themes", x.themes, [this](int i) { return slug(i); });
    plan_names("plans", x.plans);
    field("cohesion", x.cohesion);
    list("members", x.members, [this](const ClusterMember& member) {
      out_.begin_object(true);
      field("node", id(member.node));
      field("score", member.score);
      out_.end_object();
    });
    out_.end_object();
  }

  void particular(const Particular& x) {
    out_.begin_object(true);
    field("node", id(x.node));
    field("nearest_score", x.nearest_score);
    field("words", x.words);
    out_.end_object();
  }

  void use(const EntityUse& x) {
    const Entity& entity = all_.entities[static_cast<std::size_t>(x.entity)];
    out_.begin_object();
    field("id", entity.id);
    field("name", entity.name);
    text("abbreviation", entity.abbreviation);
    field("kind", name_of_entity(entity.kind));
    plan_names("plans", x.plans);
    names("nodes", x.nodes, [this](int i) { return id(i); });
    out_.end_object();
  }

  void year(const YearEntry& x) {
    out_.begin_object();
    field("year", x.year);
    out_.key("plans");
    out_.begin_object();
    for (std::size_t p = 0; p < all_.plans.size(); ++p) {
      if (x.active[p] == 0 && !x.planned[p]) continue;
      out_.key(all_.plans[p].name);
      out_.begin_object(true);
      field("active", x.active[p]);
      field("starting", x.starting[p]);
      field("ending", x.ending[p]);
      field("planned", static_cast<bool>(x.planned[p]));
      out_.end_object();
    }
    out_.end_object();
    out_.end_object();
  }

  void theme_share(const ThemeShare& x) {
    out_.begin_object(true);
    field("slug", slug(x.theme));
    field("weight", x.weight);
    list("evidence", x.evidence, [this](const Evidence& e) {
      out_.begin_object(true);
      field("words", e.words);
      field("where", name_of_place(e.where));
      if (e.where == Evidence::Where::ancestor) node_field("node", e.node);
      field("weight", e.weight);
      out_.end_object();
    });
    out_.end_object();
  }

  void node(const NodeEntry& x) {
    out_.begin_object();
    field("id", x.id);
    field("plan", name(x.plan));
    field("kind", x.kind);
    field("code", x.code);
    if (x.label) field("label", *x.label);
    if (x.number) field("number", *x.number);
    field("title", x.title);
    if (x.title_raw) field("title_raw", *x.title_raw);
    text("description", x.description);
    node_field("parent", x.parent);
    field("depth", x.depth);
    node_field("volet", x.volet);
    node_field("axis", x.axis);
    field("attributes", x.attributes);
    if (!x.fields.empty()) field("fields", x.fields);
    field("source", x.source);
    if (x.doubtful) field("doubtful", true);
    themes(x);
    list("mentions", x.mentions, [this](const Mention& m) {
      out_.begin_object(true);
      field("partner", all_.entities[static_cast<std::size_t>(m.entity)].id);
      field("words", m.words);
      field("where", name_of_place(m.where));
      out_.end_object();
    });
    if (x.cluster >= 0) field("cluster", x.cluster);
    node_field("nearest", x.nearest);
    if (x.nearest >= 0) field("nearest_score", x.nearest_score);
    if (x.particular) field("particular", true);
    out_.end_object();
  }

  void pair(const Pair& x) {
    out_.begin_object(true);
    field("a", id(x.a));
    field("b", id(x.b));
    field("score", x.score);
    field("words", x.words);
    out_.end_object();
  }

  const Comparison& all_;
  JsonWriter& out_;
};

/// Writes a plan as to_json does, with the themes of the flat list's nodes beside its own.
struct ThemedWriter : FieldWriter {
  using FieldWriter::required;

  Writer& writer;
  std::vector<const NodeEntry*>& nodes;
  std::size_t& next;

  ThemedWriter(JsonWriter& json, Writer& themes, std::vector<const NodeEntry*>& entries, std::size_t& at)
      : FieldWriter{json}, writer(themes), nodes(entries), next(at) {}

  void required(std::string_view key, const std::vector<plan::Node>& children) {
    out.key(key);
    out.begin_array();
    for (const plan::Node& child : children) {
      const NodeEntry& entry = *nodes.at(next++);
      out.begin_object();
      ThemedWriter inner(out, writer, nodes, next);
      inner.entry_ = &entry;
      fields(inner, child);
      out.end_object();
    }
    out.end_array();
  }

  void required(std::string_view key, const source::Span& span) {
    FieldWriter::required(key, span);
    if (entry_ != nullptr) writer.themes(*entry_);
  }

 private:
  const NodeEntry* entry_ = nullptr;
};

}  // namespace

std::string comparison_to_json(const Comparison& comparison, int indent) {
  std::string text;
  JsonWriter out(text, indent);
  Writer(comparison, out).run();
  text += '\n';
  return text;
}

std::string similar_to_json(const Comparison& comparison, int indent) {
  std::string text;
  JsonWriter out(text, indent);
  Writer(comparison, out).pairs();
  text += '\n';
  return text;
}

std::string themed_plan_to_json(const plan::Plan& plan, const Comparison& comparison, int index, int indent) {
  std::string text;
  JsonWriter out(text, indent);
  Writer writer(comparison, out);
  std::vector<const NodeEntry*> nodes = nodes_of(comparison, index);
  std::size_t next = 0;
  out.begin_object();
  ThemedWriter visitor(out, writer, nodes, next);
  fields(visitor, plan);
  out.end_object();
  text += '\n';
  return text;
}

std::string_view comparison_schema_text() {
  return grammar::embedded_data("comparison.schema.json");
}

}  // namespace pst::output

#include "compare/flatten.hpp"

#include <algorithm>
#include <map>
#include <unordered_set>

namespace pst::compare {

namespace {

using plan::Kind;

/// Walks one plan's tree into the flat list.
class Flattener {
 public:
  Flattener(Comparison& out, int plan, const std::string& name,
            const std::unordered_set<std::string>& doubtful)
      : out_(out), plan_(plan), name_(name), doubtful_(doubtful) {}

  /// The tree may be deep: no recursion.
  void run(std::vector<plan::Node>&& roots) {
    struct Open {
      std::vector<plan::Node> nodes;
      std::size_t next = 0;
      int parent = -1;
    };
    std::vector<Open> open;
    open.push_back({std::move(roots), 0, -1});
    while (!open.empty()) {
      Open& here = open.back();
      if (here.next == here.nodes.size()) {
        close(here.parent);
        open.pop_back();
        continue;
      }
      plan::Node& node = here.nodes[here.next++];
      const int index = add(std::move(node), here.parent);
      std::vector<plan::Node> children = std::move(node.children);
      if (!children.empty()) open.push_back({std::move(children), 0, index});
    }
  }

 private:
  int add(plan::Node&& node, int parent) {
    const int index = static_cast<int>(out_.nodes.size());
    NodeEntry& entry = out_.nodes.emplace_back();
    entry.plan = plan_;
    entry.kind = node.kind;
    entry.code = std::move(node.code);
    entry.id = name_ + ":" + entry.code;
    entry.label = std::move(node.label);
    entry.number = std::move(node.number);
    entry.title = std::move(node.title);
    entry.title_raw = std::move(node.title_raw);
    entry.description = std::move(node.description);
    entry.attributes = std::move(node.attributes);
    entry.fields = std::move(node.fields);
    entry.source = node.source;
    entry.parent = parent;
    entry.doubtful = doubtful_.contains(entry.code);
    if (parent >= 0) {
      NodeEntry& above = out_.nodes[static_cast<std::size_t>(parent)];
      above.leaf = false;
      entry.depth = above.depth + 1;
      entry.ancestors = above.ancestors;
      entry.ancestors.push_back(parent);
      entry.volet = above.volet;
      entry.axis = above.axis;
    }
    if (entry.kind == Kind::volet) entry.volet = index;
    if (entry.kind == Kind::axis) entry.axis = index;
    return index;
  }

  void close(int node) {
    if (node < 0) return;
    NodeEntry& entry = out_.nodes[static_cast<std::size_t>(node)];
    entry.subtree = static_cast<int>(out_.nodes.size()) - node;
  }

  Comparison& out_;
  int plan_;
  const std::string& name_;
  const std::unordered_set<std::string>& doubtful_;
};

bool is_measure(Kind kind) {
  return kind >= Kind::project;
}
bool is_objective(Kind kind) {
  return kind == Kind::strategic_objective || kind == Kind::operational_objective;
}

void count(const NodeEntry& node, Counts& counts) {
  const plan::Attributes& a = node.attributes;
  ++counts.nodes;
  ++counts.by_kind[static_cast<std::size_t>(node.kind)];
  counts.objectives += is_objective(node.kind) ? 1 : 0;
  counts.measures += is_measure(node.kind) ? 1 : 0;
  counts.with_priority += a.priority ? 1 : 0;
  counts.with_status += a.status ? 1 : 0;
  counts.with_period += a.period ? 1 : 0;
  counts.with_responsible += a.responsible.empty() ? 0 : 1;
  counts.with_indicator += a.indicators.empty() ? 0 : 1;
  counts.with_budget += a.budget.empty() ? 0 : 1;
  counts.with_theme += !node.themes.empty() && node.themes.front().weight >= kThemeHolds ? 1 : 0;
  if (a.priority) ++counts.priority[*a.priority];
  if (a.status) ++counts.status[*a.status];
  for (const plan::Budget& budget : a.budget) {
    if (budget.amount && (budget.currency.empty() || budget.currency == "EUR"))
      counts.budget += *budget.amount;
  }
}

std::string part_title(const NodeEntry& node) {
  return node.title.empty() ? node.label.value_or(node.code) : node.title;
}

/// The plan's nodes by the volet or axis that `key` names, in document order; those outside any come last.
std::vector<Part> parts(const Comparison& all, const PlanEntry& plan, int NodeEntry::*key) {
  std::vector<Part> out;
  Part outside;
  std::map<int, std::size_t> index;
  for (int i = plan.first_node; i < plan.first_node + plan.node_count; ++i) {
    const NodeEntry& node = all.nodes[static_cast<std::size_t>(i)];
    const int part = node.*key;
    if (part == i) {
      index.emplace(i, out.size());
      out.push_back({i, part_title(node), {}});
    } else {
      count(node, part < 0 ? outside.counts : out[index.at(part)].counts);
    }
  }
  if (!out.empty() && outside.counts.nodes > 0) out.push_back(std::move(outside));
  return out;
}

/// Notes of the plan's own diagnostics, and of nodes that lack something.
class QualityReader {
 public:
  QualityReader(const Comparison& all, PlanEntry& plan) : all_(all), plan_(plan) {
    for (int i = plan.first_node; i < plan.first_node + plan.node_count; ++i)
      by_code_.emplace(all.nodes[static_cast<std::size_t>(i)].code, i);
  }

  void run() {
    for (const source::Diagnostic& diagnostic : plan_.diagnostics) note(diagnostic);
    for (int i = plan_.first_node; i < plan_.first_node + plan_.node_count; ++i) look_at(i);
    complete();
    std::stable_sort(quality().notes.begin(), quality().notes.end(),
                     [&](const QualityNote& a, const QualityNote& b) { return line_of(a) < line_of(b); });
  }

 private:
  Quality& quality() { return plan_.quality; }

  int line_of(const QualityNote& note) const {
    if (note.lines) return note.lines->first;
    return note.node < 0 ? 0 : all_.nodes[static_cast<std::size_t>(note.node)].source.first_line;
  }

  void note(const source::Diagnostic& diagnostic) {
    QualityNote out;
    out.rule = diagnostic.rule;
    out.severity = diagnostic.severity;
    out.message = diagnostic.message;
    out.lines = diagnostic.lines;
    if (diagnostic.code) {
      const auto found = by_code_.find(*diagnostic.code);
      if (found != by_code_.end()) out.node = found->second;
    }
    if (diagnostic.about == source::About::reading) {
      out.what = QualityNote::What::doubt;
      ++quality().doubts;
    } else if (diagnostic.rule == "numbering-gap") {
      out.what = QualityNote::What::numbering_gap;
      ++quality().numbering_gaps;
    } else {
      out.what = QualityNote::What::contradiction;
      ++quality().contradictions;
    }
    quality().notes.push_back(std::move(out));
  }

  void look_at(int index) {
    const NodeEntry& node = all_.nodes[static_cast<std::size_t>(index)];
    quality().doubtful_nodes += node.doubtful ? 1 : 0;
    if (node.title.empty() && node.kind != Kind::volet) {
      ++quality().empty_titles;
      add(index, QualityNote::What::empty_title, "empty-title", "sans intitulé");
    }
    const bool goal = is_objective(node.kind) || node.kind == Kind::project;
    if (goal && node.leaf) {
      ++quality().childless;
      add(index, QualityNote::What::childless, "childless", "aucune action en dessous");
    }
  }

  void add(int index, QualityNote::What what, const char* rule, const std::string& problem) {
    const NodeEntry& node = all_.nodes[static_cast<std::size_t>(index)];
    QualityNote out;
    out.what = what;
    out.rule = rule;
    out.severity = source::Severity::info;
    out.message = node.code + " : " + problem;
    out.node = index;
    quality().notes.push_back(std::move(out));
  }

  void complete() {
    int measures = 0, stated = 0;
    for (int i = plan_.first_node; i < plan_.first_node + plan_.node_count; ++i) {
      const NodeEntry& node = all_.nodes[static_cast<std::size_t>(i)];
      if (!is_measure(node.kind)) continue;
      const plan::Attributes& a = node.attributes;
      ++measures;
      stated += (a.priority ? 1 : 0) + (a.period ? 1 : 0) + (a.responsible.empty() ? 0 : 1) +
                (a.indicators.empty() ? 0 : 1);
    }
    quality().completeness = measures == 0 ? 0 : stated / (4.0 * measures);
  }

  const Comparison& all_;
  PlanEntry& plan_;
  std::map<std::string, int> by_code_;
};

}  // namespace

void add_plan(NamedPlan&& input, Comparison& out) {
  const int index = static_cast<int>(out.plans.size());
  PlanEntry& entry = out.plans.emplace_back();
  entry.name = std::move(input.name);
  entry.document = std::move(input.plan.document);
  entry.coverage = input.plan.coverage;
  entry.diagnostics = std::move(input.plan.diagnostics);
  if (entry.document.organisation) {
    entry.organisation = entry.document.organisation->name;
    entry.organisation_kind = entry.document.organisation->kind;
  }
  if (entry.organisation.empty()) entry.organisation = entry.name;
  std::unordered_set<std::string> doubtful;
  for (const source::Diagnostic& diagnostic : entry.diagnostics) {
    if (diagnostic.about == source::About::reading && diagnostic.code) doubtful.insert(*diagnostic.code);
  }
  entry.first_node = static_cast<int>(out.nodes.size());
  Flattener(out, index, entry.name, doubtful).run(std::move(input.plan.nodes));
  entry.node_count = static_cast<int>(out.nodes.size()) - entry.first_node;
}

void count_plans(Comparison& out) {
  for (PlanEntry& plan : out.plans) {
    for (int i = plan.first_node; i < plan.first_node + plan.node_count; ++i) {
      count(out.nodes[static_cast<std::size_t>(i)], plan.counts);
      count(out.nodes[static_cast<std::size_t>(i)], out.totals);
    }
    plan.volets = parts(out, plan, &NodeEntry::volet);
    plan.axes = parts(out, plan, &NodeEntry::axis);
    QualityReader(out, plan).run();
  }
}

}  // namespace pst::compare

#include "compare/difference.hpp"

#include <algorithm>
#include <numeric>

#include "compare/alignment.hpp"
#include "compare/flatten.hpp"
#include "compare/measures.hpp"
#include "compare/reading.hpp"
#include "text/unicode.hpp"

namespace pst::compare {

namespace {

std::size_t at(int index) {
  return static_cast<std::size_t>(index);
}

std::string joined(const std::vector<std::string>& items) {
  std::string out;
  for (const std::string& item : items) out += (out.empty() ? "" : " ; ") + item;
  return out;
}

std::string period_text(const std::optional<plan::Period>& period) {
  if (!period) return {};
  const std::string start = period->start ? std::to_string(*period->start) : "";
  const std::string end = period->end ? std::to_string(*period->end) : "";
  return start == end ? start : start + "-" + end;
}

std::string budget_text(const std::vector<plan::Budget>& budget) {
  double sum = 0;
  for (const plan::Budget& item : budget) sum += item.amount.value_or(0);
  if (budget.empty()) return {};
  return std::to_string(static_cast<long long>(sum + 0.5)) + " EUR";
}

/// How far a status is; cancelled stands outside.
int progress(const std::string& status) {
  if (status == "not_started") return 1;
  if (status == "waiting" || status == "blocked") return 2;
  if (status == "in_progress") return 3;
  return status == "completed" ? 4 : 0;
}

std::vector<AttributeChange> changes(const plan::Attributes& a, const plan::Attributes& b) {
  std::vector<AttributeChange> out;
  const auto note = [&](const char* name, std::string before, std::string after) {
    if (before != after) out.push_back({name, std::move(before), std::move(after)});
  };
  note("priority", a.priority.value_or(""), b.priority.value_or(""));
  note("status", a.status.value_or(""), b.status.value_or(""));
  note("period", period_text(a.period), period_text(b.period));
  note("recurrence", a.recurrence.value_or(""), b.recurrence.value_or(""));
  note("responsible", joined(a.responsible), joined(b.responsible));
  note("indicators", joined(a.indicators), joined(b.indicators));
  note("budget", budget_text(a.budget), budget_text(b.budget));
  return out;
}

/// The alignment as steps in the order of the later plan.
class StepWriter {
 public:
  StepWriter(const Comparison& both, const Alignment& alignment)
      : both_(both), alignment_(alignment), first_after_(both.plans[1].first_node) {}

  std::vector<Step> run() {
    const int count = static_cast<int>(both_.nodes.size());
    int dropped = 0;  // nodes before it are in a step already, or still have their counterpart to come
    for (int i = first_after_; i < count; ++i) {
      const int before = alignment_.counterpart[at(i)];
      if (before >= 0 && before >= dropped) {
        drop(dropped, before);
        dropped = before + 1;
      }
      if (before < 0) {
        steps_.push_back(added(i));
      } else if (alignment_.parts[at(before)].empty()) {
        steps_.push_back(pair(before, i));
      } else if (alignment_.parts[at(before)].front() == i) {
        steps_.push_back(split(before));
      }
    }
    drop(dropped, first_after_);
    return std::move(steps_);
  }

 private:
  int later(int node) const { return node - first_after_; }

  void drop(int from, int to) {
    for (int i = from; i < to; ++i) {
      if (alignment_.counterpart[at(i)] >= 0) continue;
      Step step;
      step.change = Change::dropped;
      step.before = {i};
      steps_.push_back(std::move(step));
    }
  }

  Step added(int after) const {
    Step step;
    step.change = Change::added;
    step.after = {later(after)};
    return step;
  }

  bool moved(int before, int after) const {
    const int pa = both_.nodes[at(before)].parent, pb = both_.nodes[at(after)].parent;
    if (pa < 0 || pb < 0) return pa != pb;
    return alignment_.counterpart[at(pb)] != pa;
  }

  Step pair(int before, int after) const {
    const NodeEntry& a = both_.nodes[at(before)];
    const NodeEntry& b = both_.nodes[at(after)];
    Step step;
    step.before = {before};
    step.after = {later(after)};
    step.likeness = alignment_.likeness[at(after)];
    step.moved = moved(before, after);
    step.renumbered = a.code != b.code;
    const bool same = text::fold(a.title) == text::fold(b.title);
    step.change = !same ? Change::reworded : step.moved ? Change::moved : Change::kept;
    if (!same) step.words = mark_words(a.title, b.title);
    step.attributes = changes(a.attributes, b.attributes);
    const int from = progress(a.attributes.status.value_or("")),
              to = progress(b.attributes.status.value_or(""));
    step.advanced = from > 0 && to > from;
    return step;
  }

  Step split(int before) const {
    Step step;
    step.change = Change::split;
    step.before = {before};
    double sum = 0;
    for (const int part : alignment_.parts[at(before)]) {
      step.after.push_back(later(part));
      sum += alignment_.likeness[at(part)];
      step.moved = step.moved || moved(before, part);
    }
    step.likeness = sum / static_cast<double>(step.after.size());
    return step;
  }

  const Comparison& both_;
  const Alignment& alignment_;
  int first_after_;
  std::vector<Step> steps_;
};

DifferenceCounts count(const std::vector<Step>& steps) {
  DifferenceCounts out;
  for (const Step& step : steps) {
    int* const kinds[] = {&out.kept, &out.moved, &out.reworded, &out.split, &out.dropped, &out.added};
    ++*kinds[static_cast<std::size_t>(step.change)];
    out.advanced += step.advanced ? 1 : 0;
    out.renumbered += step.renumbered ? 1 : 0;
  }
  return out;
}

/// The later plan's nodes count from its own first one.
void rebase(std::vector<NodeEntry>& nodes, int first) {
  for (NodeEntry& node : nodes) {
    node.plan = 1;
    for (int* index : {&node.parent, &node.volet, &node.axis}) *index -= *index < 0 ? 0 : first;
    for (int& ancestor : node.ancestors) ancestor -= first;
    for (ThemeShare& share : node.themes) {
      for (Evidence& evidence : share.evidence) evidence.node -= evidence.node < 0 ? 0 : first;
    }
  }
}

}  // namespace

Difference difference(NamedPlan before, NamedPlan after, const Lexicon& lexicon) {
  if (after.name == before.name) after.name += "-2";
  Comparison both;
  both.themes = lexicon.themes();
  both.entities = lexicon.entities();
  add_plan(std::move(before), both);
  add_plan(std::move(after), both);
  read_words(both, lexicon, 1);
  count_plans(both);
  std::vector<int> order(both.nodes.size());
  std::iota(order.begin(), order.end(), 0);
  const std::vector<Measure> measures = measures_of(both.nodes, order, lexicon, 1);
  const int first_after = both.plans[1].first_node;
  const Alignment alignment = align({both.nodes, measures, first_after});

  Difference out;
  out.steps = StepWriter(both, alignment).run();
  out.counts = count(out.steps);
  out.before.assign(std::make_move_iterator(both.nodes.begin()),
                    std::make_move_iterator(both.nodes.begin() + first_after));
  out.after.assign(std::make_move_iterator(both.nodes.begin() + first_after),
                   std::make_move_iterator(both.nodes.end()));
  rebase(out.after, first_after);
  out.before_plan = std::move(both.plans[0]);
  out.after_plan = std::move(both.plans[1]);
  out.after_plan.first_node = 0;
  return out;
}

}  // namespace pst::compare

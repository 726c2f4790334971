#include "compare/comparison.hpp"
#include "compare/flatten.hpp"
#include "compare/inputs.hpp"
#include "compare/reading.hpp"
#include "compare/similar.hpp"
#include "compare/summary.hpp"
#include "compare/themes.hpp"
#include "compare/wording.hpp"
#include "compare/workers.hpp"

namespace pst::compare {

void read_words(Comparison& out, const Lexicon& lexicon, int jobs) {
  std::vector<OwnThemes> own(out.nodes.size());
  for_each_index<text::Stemmer>(out.nodes.size(), jobs, [&](text::Stemmer& stemmer, std::size_t i) {
    const std::vector<Wording> wordings = wordings_of(out.nodes[i], stemmer);
    own[i] = own_themes(wordings, static_cast<int>(i), lexicon);
    out.nodes[i].mentions = mentions_of(wordings, lexicon);
  });
  assign_themes(out.nodes, own, lexicon);
}

Comparison compare(std::vector<NamedPlan> plans, const Lexicon& lexicon, const CompareOptions& options) {
  Comparison out;
  out.themes = lexicon.themes();
  out.entities = lexicon.entities();
  out.findings = options.unread;
  for (Accepted& accepted : accept(std::move(plans), out.findings)) {
    add_plan(std::move(accepted.plan), out);
    out.plans.back().input = accepted.input;
  }
  read_words(out, lexicon, options.jobs);
  count_plans(out);
  count_themes(out);
  count_mentions(out);
  count_years(out);
  if (options.similar) find_similar(out, lexicon, options);
  count_reach(out);
  return out;
}

std::vector<const NodeEntry*> nodes_of(const Comparison& comparison, int plan) {
  const PlanEntry& entry = comparison.plans[static_cast<std::size_t>(plan)];
  std::vector<const NodeEntry*> nodes;
  for (int i = 0; i < entry.node_count; ++i)
    nodes.push_back(&comparison.nodes[static_cast<std::size_t>(entry.first_node + i)]);
  return nodes;
}

}  // namespace pst::compare

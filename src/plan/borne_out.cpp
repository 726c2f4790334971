#include "plan/borne_out.hpp"

#include <algorithm>
#include <numeric>

#include "plan/doubted.hpp"
#include "plan/series.hpp"

namespace pst::plan {
namespace {

constexpr float kFirm = 1.2F;  ///< the least margin of a marker that nothing speaks against

/// Whether a marker that nothing speaks against opened the node.
bool is_firm(const Candidates& candidates, const Decoding& decoding, const Draft& draft) {
  if (draft.candidate < 0) return false;
  const auto c = static_cast<std::size_t>(draft.candidate);
  const Family& family = candidates.family_of(draft.candidate);
  return !family.heading && !family.cell && candidates.list[c].restored.empty() &&
         decoding.decisions[c].margin >= kFirm;
}

/// Whether a word that a grammar knows says the rung of a node that a marker opened.
bool says_its_rung(const Candidates& candidates, const Decoding& decoding, const Draft& draft) {
  const Family& family = candidates.family_of(draft.candidate);
  const auto f = static_cast<std::size_t>(candidates.list[static_cast<std::size_t>(draft.candidate)].family);
  return !family.bare && !family.generic && !decoding.inferred[f];
}

/// Whether what was left out may stand in the node or right below it.
bool may_hold(const Draft& draft, LeftOut where) {
  if (where == LeftOut::in_texts) return draft.title_lines > 1 || !draft.description.empty();
  return where == LeftOut::below_ends && draft.kind == Kind::operational_objective && draft.children.empty();
}

/// Strategic objectives with operational ones below them, and all that stands there.
std::vector<bool> whole_branches(const Drafts& drafts) {
  std::vector<bool> out(drafts.nodes.size(), false);
  for (std::size_t n = 0; n < drafts.nodes.size(); ++n) {
    const Draft& draft = drafts.nodes[n];
    out[n] = draft.parent >= 0 && out[static_cast<std::size_t>(draft.parent)];
    if (draft.kind != Kind::strategic_objective) continue;
    out[n] = std::ranges::any_of(draft.children, [&](int child) {
      return drafts.nodes[static_cast<std::size_t>(child)].kind == Kind::operational_objective;
    });
  }
  return out;
}

/// The nodes that a doubt names, or points at in their lines or in the text below them.
std::vector<bool> touched_nodes(const Drafts& drafts, const std::vector<std::string>& codes,
                                const std::vector<source::Diagnostic>& diagnostics) {
  std::vector<std::size_t> order(drafts.nodes.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto first_line = [&](std::size_t n) { return drafts.nodes[n].span.first_line; };
  std::ranges::stable_sort(order, {}, first_line);
  int last_line = 0;
  for (const source::Diagnostic& d : diagnostics)
    last_line = std::max(last_line, d.lines ? d.lines->second : 0);
  const Doubted doubted(diagnostics, last_line, true);
  std::vector<bool> out(drafts.nodes.size(), false);
  for (std::size_t i = 0; i < order.size(); ++i) {
    const std::size_t n = order[i];
    const int next = i + 1 < order.size() ? first_line(order[i + 1]) - 1 : last_line;
    out[n] = doubted.names(codes[n]) || doubted.touches(first_line(n), std::max(first_line(n), next));
  }
  return out;
}

}  // namespace

std::vector<bool> nodes_borne_out(const Candidates& candidates, const Decoding& decoding,
                                  const Drafts& drafts, const std::vector<std::string>& codes,
                                  const std::vector<source::Diagnostic>& diagnostics,
                                  const WholeDoubt& doubt) {
  if (doubt.spares_whole_branches) return whole_branches(drafts);
  const bool of_text = doubt.left_out != LeftOut::nowhere;
  std::vector<bool> touched = touched_nodes(drafts, codes, diagnostics);
  for (std::size_t n = 0; n < drafts.nodes.size(); ++n)
    touched[n] = touched[n] || may_hold(drafts.nodes[n], doubt.left_out);
  std::vector<bool> out(drafts.nodes.size(), false), stands(drafts.nodes.size(), false);
  std::vector<bool> shifted(drafts.nodes.size() + 1, false);  // below each node, and at last the root: a
                                                              // child or what stands below one is in doubt
  const std::vector<Standing> standings = find_standings(drafts);
  for (std::size_t n = 0; n < drafts.nodes.size(); ++n) {
    const Draft& draft = drafts.nodes[n];
    const auto above = draft.parent < 0 ? drafts.nodes.size() : static_cast<std::size_t>(draft.parent);
    const bool placed = standings[n] != Standing::unproved && is_firm(candidates, decoding, draft);
    const bool untouched = of_text && !touched[n] && !shifted[above];
    const bool sure = placed && (of_text || says_its_rung(candidates, decoding, draft));
    stands[n] = (draft.parent < 0 || stands[above]) && (sure || untouched);
    // A title of several lines may have taken text along that is in doubt.
    out[n] = stands[n] && (untouched || draft.title_lines <= 1 || (of_text && !touched[n]));
    for (std::size_t up = above; touched[n] && !shifted[up];) {
      shifted[up] = true;
      // What a cell of actions may hide is another action of the same objective.
      if (up == drafts.nodes.size() || doubt.left_out == LeftOut::in_cells) break;
      const int parent = drafts.nodes[up].parent;
      up = parent < 0 ? drafts.nodes.size() : static_cast<std::size_t>(parent);
    }
  }
  for (std::size_t n = 0; n < out.size(); ++n) out[n] = out[n] && !may_hold(drafts.nodes[n], doubt.left_out);
  return out;
}

std::vector<source::Diagnostic> around_sure_nodes(const source::Diagnostic& doubt, const Scan& scan,
                                                  const std::vector<bool>& borne_out, const Drafts& drafts) {
  constexpr std::size_t kShare = 10;
  const auto sure = static_cast<std::size_t>(std::count(borne_out.begin(), borne_out.end(), true));
  if (sure == 0 || kShare * sure < borne_out.size() || scan.pieces.empty()) return {doubt};
  std::vector<const source::Span*> spans;
  for (std::size_t n = 0; n < borne_out.size(); ++n) {
    if (borne_out[n]) spans.push_back(&drafts.nodes[n].span);
  }
  std::ranges::sort(spans, {}, [](const source::Span* span) { return span->first_line; });
  std::vector<source::Diagnostic> out;
  int next = scan.pieces.front().fragment->span.first_line;
  const auto add_up_to = [&](int last) {
    if (next > last) return;
    out.push_back(doubt);
    out.back().lines = {next, last};
  };
  for (const source::Span* span : spans) {
    add_up_to(span->first_line - 1);
    next = std::max(next, span->last_line + 1);
  }
  add_up_to(scan.pieces.back().fragment->span.last_line);
  if (out.empty()) out.push_back(doubt);
  return out;
}

}  // namespace pst::plan

#include "plan/recalled_values.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "plan/addresses.hpp"
#include "plan/figures.hpp"
#include "plan/named_rows.hpp"
#include "plan/table_cells.hpp"
#include "plan/wording.hpp"
#include "text/unicode.hpp"

namespace pst::plan {
namespace {

/// Which attributes a node lacked before a table spoke of it.
struct Lacking {
  int table = -1;
  bool priority = false, status = false, time = false, responsible = false, indicators = false,
       budget = false;

  Lacking() = default;
  Lacking(int by_table, const Attributes& a)
      : table(by_table),
        priority(!a.priority),
        status(!a.status),
        time(!a.period && !a.recurrence),
        responsible(a.responsible.empty()),
        indicators(a.indicators.empty()),
        budget(a.budget.empty()) {}
};

template <typename T>
void append(std::vector<T>& to, std::vector<T>& from) {
  for (T& value : from) {
    if (std::find(to.begin(), to.end(), value) == to.end()) to.push_back(std::move(value));
  }
}

class Giver {
 public:
  Giver(grammar::Reader& reader, const Scan& scan, Drafts& drafts)
      : reader_(reader), scan_(scan), drafts_(drafts), numbers_(drafts.nodes, kMostAlike) {
    for (std::size_t n = 0; n < drafts.nodes.size(); ++n) {
      std::string words = first_words(drafts.nodes[n].title);
      if (words.empty()) continue;
      Nodes& alike = by_words_[std::move(words)];
      if (alike.size() <= kMostAlike) alike.push_back(static_cast<int>(n));
    }
  }

  void run() {
    for (std::size_t i = 0; i < scan_.pieces.size();) {
      const std::size_t end = scan_.row_end(i);
      if (opened_nothing(i)) row(i, end);
      i = end;
    }
  }

 private:
  using Nodes = std::vector<int>;
  static constexpr std::size_t kMostAlike = 200;  ///< so many nodes of one number or wording: it tells none

  Draft& at(int node) { return drafts_.nodes[static_cast<std::size_t>(node)]; }

  bool opened_nothing(std::size_t begin) const {
    const Piece& first = scan_.pieces[begin];
    if (first.fragment->columns < 2 || first.table < 0 || first.preset == Preset::head_row) return false;
    return drafts_.lines[static_cast<std::size_t>(first.fragment->line_index)].place == Place::section;
  }

  void row(std::size_t begin, std::size_t end) {
    Draft said, said_of_objective;
    bool any = false;
    for (std::size_t p = begin; p < end; ++p) {
      const Piece& piece = scan_.pieces[p];
      const std::string& role = scan_.role(piece);
      if (role == "note" || role == "references" || !is_attribute(role)) continue;
      any = set_attribute(reader_, scan_, scan_.of_objective(piece) ? said_of_objective : said, role, role,
                          piece.fragment->text) ||
            any;
    }
    if (!any) return;
    const int node = named(begin, end);
    if (node < 0) return;
    if (!at(node).children.empty() && only_figures(begin, end)) {
      // Figures beside what has parts are sums and shares of these.
      said.attributes.budget.clear();
      said.attributes.status.reset();
    }
    const int table = scan_.pieces[begin].table;
    bool given = give(node, table, said.attributes);
    int objective = node;
    while (objective >= 0 && at(objective).kind >= Kind::project) objective = at(objective).parent;
    if (objective >= 0) given = give(objective, table, said_of_objective.attributes) || given;
    if (!given) return;
    for (std::size_t p = begin; p < end; ++p) {
      const layout::Fragment& cell = *scan_.pieces[p].fragment;
      for (int line = cell.line_index; line <= cell.last_line_index; ++line) {
        LinePlace& place = drafts_.lines[static_cast<std::size_t>(line)];
        if (place.place == Place::section) place = {Place::node, node, "attribute", "recapitulation", {}};
      }
    }
  }

  bool only_figures(std::size_t begin, std::size_t end) const {
    for (std::size_t p = begin; p < end; ++p) {
      const Piece& piece = scan_.pieces[p];
      if (is_attribute(scan_.role(piece)) && !is_figures(piece.fragment->text)) return false;
    }
    return true;
  }

  /// The node that the row names: its labels from left to right, each within the one before it; else its
  /// wording.
  int named(std::size_t begin, std::size_t end) {
    int found = -1;
    const std::vector<NamedLabel> labels = labels_in(scan_, reader_, begin, end);
    for (const NamedLabel& label : labels) {
      found = labelled(label, found);
      if (found < 0) return -1;
    }
    if (!labels.empty()) return found;
    for (std::size_t p = begin; p < end; ++p) {
      const std::string& role = scan_.role(scan_.pieces[p]);
      if (!kind_named(role) && role != "title") continue;
      const auto alike = by_words_.find(first_words(scan_.pieces[p].fragment->text));
      if (alike == by_words_.end()) return -1;
      Nodes nodes = alike->second;
      if (found >= 0) std::erase_if(nodes, [&](int node) { return !stands_below(node, found); });
      if (nodes.size() != 1) return -1;
      found = nodes.front();
    }
    return found;
  }

  int labelled(const NamedLabel& label, int within) {
    const grammar::MarkerRule& rule = reader_.rule(*label.match);
    Nodes same, addressed;
    for (const int node : numbers_.ending_like(*label.match->number)) {
      if (!rule.bare && !grammar::has_kind(rule.kinds, at(node).kind)) continue;
      if (within >= 0 && !stands_below(node, within)) continue;
      if (!label.words.empty() && !first_words(at(node).title).starts_with(label.words)) continue;
      if (*at(node).number == *label.match->number) same.push_back(node);
      if (has_address(drafts_.nodes, node, *label.match->number)) addressed.push_back(node);
    }
    return addressed.size() == 1 ? addressed.front() : same.size() == 1 ? same.front() : -1;
  }

  bool parts_have_budgets(int node) {
    const std::vector<int>& parts = at(node).children;
    return std::any_of(parts.begin(), parts.end(),
                       [&](int part) { return !at(part).attributes.budget.empty(); });
  }

  bool stands_below(int node, int above) {
    while (node > above) node = at(node).parent;
    return node == above;
  }

  /// Whether the node lacked something of it.
  bool give(int index, int table, Attributes& said) {
    Attributes& own = at(index).attributes;
    Lacking& lacking = lacking_.try_emplace(index, table, own).first->second;
    if (lacking.table != table) lacking = Lacking(table, own);
    const Attributes before = own;
    if (lacking.priority && said.priority) own.priority = said.priority;
    if (lacking.status && said.status) own.status = said.status;
    if (lacking.time && said.period) own.period = said.period;
    if (lacking.time && said.recurrence) own.recurrence = said.recurrence;
    if (lacking.responsible) append(own.responsible, said.responsible);
    if (lacking.indicators) append(own.indicators, said.indicators);
    if (lacking.budget && !parts_have_budgets(index)) append(own.budget, said.budget);
    return !(own == before);
  }

  grammar::Reader& reader_;
  const Scan& scan_;
  Drafts& drafts_;
  NumberIndex numbers_;
  std::unordered_map<std::string, Nodes> by_words_;  ///< by the first words of their titles
  std::unordered_map<int, Lacking> lacking_;
};

}  // namespace

void take_recalled_values(grammar::Reader& reader, const Scan& scan, Drafts& drafts) {
  const bool any = std::any_of(scan.heads.begin(), scan.heads.end(), [](const TableHead& head) {
    return std::any_of(head.roles.begin(), head.roles.end(), is_attribute);
  });
  if (any && !drafts.nodes.empty()) Giver(reader, scan, drafts).run();
}

}  // namespace pst::plan

// Table rows, and cells that fell out of their rows when the table was flattened.
//
// A cell is given to a node only where the count and the order leave no doubt: one value for the one node of
// its row, as many values as nodes, or, for stray cells below a group, as many as the group has actions
// without one. Anything else is a diagnostic and no attribute.
#include <algorithm>

#include "plan/headless.hpp"
#include "plan/table_cells.hpp"
#include "plan/tree_builder.hpp"
#include "plan/wording.hpp"
#include "text/unicode.hpp"

namespace pst::plan {

void TreeBuilder::row(PieceIndex begin, PieceIndex end) {
  if (piece(begin).preset != Preset::none && piece(begin).preset != Preset::furniture) {
    for (PieceIndex p = begin; p < end; ++p) line_piece(p);
    return;
  }
  finish_field();
  bool marked = false;
  for (PieceIndex p = begin; p < end; ++p) marked = marked || !accepted_[static_cast<std::size_t>(p)].empty();
  if (!marked && (in_description_ || current_ < 0 || closed_)) {
    // A table of figures within prose.
    for (PieceIndex p = begin; p < end; ++p) plain_text(p, piece(p).fragment->text);
    return;
  }
  std::vector<std::pair<std::string, PieceIndex>> values;
  const auto before = static_cast<int>(out_.nodes.size());
  for (PieceIndex p = begin; p < end; ++p) {
    if (!accepted_[static_cast<std::size_t>(p)].empty()) {
      line_piece(p);
    } else if (wording_of(p).empty()) {
      place(p, Place::node, current_, "title", "label-behind");
    } else if (!row_cell(p, values)) {
      plain_text(p, piece(p).fragment->text);
    }
  }
  std::vector<int> opened;
  for (int n = before; n < static_cast<int>(out_.nodes.size()); ++n) opened.push_back(n);
  // Tabs that only indent a number and its wording make no table: their wording may wrap.
  const bool table = piece(begin).fragment->columns > 2 && (piece(begin).table >= 0 || end - begin > 2);
  for (const int n : opened) node(n).title_closed = node(n).title_closed || table;
  if (!values.empty()) assign_cells(values, opened, end);
}

/// True where the cell was taken: as the title of the row's node, or as a value of `values`.
bool TreeBuilder::row_cell(PieceIndex p, std::vector<std::pair<std::string, PieceIndex>>& values) {
  const Piece& here = piece(p);
  const std::string& text = here.fragment->text;
  const std::string& column = scan_.role(here);
  if (column == "number") {
    place(p, Place::furniture, -1, "furniture", "row-number");
    return true;
  }
  const bool first_words = current_ >= 0 && node(current_).title.empty() && !node(current_).bullet &&
                           piece(node(current_).piece).fragment->line_index == here.fragment->line_index;
  const std::string role = states_behind_sign(p) ? "status" : value_role(text, column);
  if (!role.empty() && current_ >= 0 && !(first_words && column.empty() && role != "period")) {
    values.emplace_back(role, p);
    return true;
  }
  if (first_words) {
    add_title_line(current_, p, text);
    place(p, Place::node, current_, "title", "cell");
    return true;
  }
  return false;
}

/// `● Réalisé`: the dot shows a state by its colour, and opens no item.
bool TreeBuilder::states_behind_sign(PieceIndex p) const {
  constexpr std::size_t kLongest = 40;  // bytes
  const Piece& here = piece(p);
  const std::string& text = here.fragment->text;
  return here.reading.bullet && text.size() <= kLongest && here.reading.bullet_end < text.size() &&
         reader_.whole_value("status", std::string_view(text).substr(here.reading.bullet_end));
}

/// The attribute that a cell speaks of: its column's, corrected by what its value plainly is (rows that lost
/// a cell); empty for wording.
std::string TreeBuilder::value_role(std::string_view text, const std::string& column) {
  if (column.starts_with(kYearRole)) return column;
  const auto period = reader_.period(text);
  if (period && period->whole) return column == "budget" ? column : "period";
  if (column == "period" && !reader_.value("recurrence", text) && scan_.names_in_cells &&
      looks_like_names(text)) {
    return "responsible";
  }
  if (is_attribute(column)) return column;
  if (column.empty() && text::length(text) < 40) {
    const auto phrases = reader_.phrases(text);
    if (!phrases.empty() && phrases.front().begin == 0) return phrases.front().rule->attribute;
    if (!reader_.budgets(text).empty() && text.find("€") != std::string_view::npos) return "budget";
  }
  return {};
}

/// The node to whose cell, in a column of its own on the left, a row's nodes side by side belong, where no
/// row below shares it; -1 where there is none.
int TreeBuilder::head_of_row(const std::vector<int>& owners, const std::vector<int>& opened,
                             PieceIndex end) const {
  const int parent = owners.empty() ? -1 : node(owners.front()).parent;
  if (std::find(opened.begin(), opened.end(), parent) == opened.end()) return -1;
  const layout::Fragment& cell = *piece(node(parent).piece).fragment;
  for (const int n : owners) {
    if (node(n).parent != parent || piece(node(n).piece).fragment->column <= cell.column) return -1;
  }
  if (end >= static_cast<PieceIndex>(scan_.pieces.size())) return parent;
  const layout::Fragment& below = *piece(end).fragment;
  return below.columns == cell.columns && below.column > cell.column ? -1 : parent;
}

/// The deepest objective of a row that opened these nodes, or above it; -1 where there is none.
int TreeBuilder::objective_of_row(const std::vector<int>& opened) const {
  for (auto n = opened.rbegin(); n != opened.rend(); ++n) {
    if (node(*n).kind < Kind::project) return *n;
  }
  int above = opened.empty() ? current_ : node(opened.front()).parent;
  while (above >= 0 && node(above).kind >= Kind::project) above = node(above).parent;
  return above;
}

void TreeBuilder::give_cell(int owner, const std::string& attribute, PieceIndex p) {
  std::string text = piece(p).fragment->text;
  if (attribute == "status" && states_behind_sign(p)) text.erase(0, piece(p).reading.bullet_end);
  if (attribute == "responsible") known_names_.insert(text::fold(text));
  set_attribute(reader_, scan_, node(owner), attribute, attribute, text);
  touch(owner, p);
  place(p, Place::node, owner, "attribute", "cell:" + attribute);
}

void TreeBuilder::assign_cells(const std::vector<std::pair<std::string, PieceIndex>>& values,
                               const std::vector<int>& opened, PieceIndex end) {
  std::vector<std::string> attributes;
  const int objective = objective_of_row(opened);
  const auto is_objectives = [&](PieceIndex p) { return objective >= 0 && scan_.of_objective(piece(p)); };
  for (const auto& [attribute, p] : values) {
    if (is_objectives(p)) {
      give_cell(objective, attribute, p);
    } else if (std::find(attributes.begin(), attributes.end(), attribute) == attributes.end())
      attributes.push_back(attribute);
  }
  // Nodes of one kind side by side in one cell share the row; else the deepest one owns it, but an action
  // owns what stands beside the list within its cell.
  std::vector<int> owners, listed;
  const auto column = [&](int n) { return piece(node(n).piece).fragment->column; };
  for (const int n : opened) {
    const bool in_list = !owners.empty() && node(owners.back()).kind == Kind::action &&
                         node(n).kind > Kind::action && column(owners.back()) == column(n);
    if (in_list) {
      listed.push_back(n);
      continue;
    }
    if (!owners.empty() && node(owners.back()).kind != node(n).kind) owners.clear();
    owners.push_back(n);
  }
  if (owners.empty() && current_ >= 0) owners.push_back(current_);
  for (const std::string& attribute : attributes) {
    std::vector<PieceIndex> mine;
    for (const auto& [name, p] : values) {
      if (name == attribute && !is_objectives(p)) mine.push_back(p);
    }
    if (owners.empty()) continue;
    std::vector<int> shared = mine.size() > 1 && mine.size() == listed.size() ? listed : owners;
    if (shared.size() > 1 && mine.size() == 1) {
      if (const int head = head_of_row(shared, opened, end); head >= 0) shared = {head};
    }
    if (shared.size() == 1 || mine.size() == shared.size()) {
      for (std::size_t i = 0; i < mine.size(); ++i)
        give_cell(shared.size() == 1 ? shared.front() : shared[i], attribute, mine[i]);
      continue;
    }
    for (const PieceIndex p : mine) place(p, Place::node, shared.front(), "attribute", "cell-without-row");
    // One remark a row, where it begins: what its nodes say is not in doubt.
    doubt("cell-without-row",
          std::to_string(mine.size()) + " valeur(s) pour " + std::to_string(shared.size()) +
              " actions dans la même rangée : aucune n'est attribuée, complétez à la main",
          shared.front(), mine.front(), mine.front());
    source::Diagnostic& said = out_.about_nodes.back().second;
    said.lines->second = said.lines->first;
  }
}

bool TreeBuilder::looks_like_names(std::string_view text) {
  const bool known = !text.empty() && text::length(text) <= 60 && text.back() != '.' &&
                     known_names_.contains(text::fold(text));
  return known || reads_as_names(reader_, text);
}

/// A line that is nothing but a year, a span or a name, in a document that has such columns: it waits until
/// what follows tells whose it is.
bool TreeBuilder::stray_cell(PieceIndex p, std::string_view text) {
  constexpr std::size_t kLongestCell = 70;
  if (current_ < 0 || closed_ || in_description_ || field_.node >= 0 || text.size() > 2 * kLongestCell)
    return false;
  const auto period = reader_.period(text);
  const bool only_time =
      (period && period->whole && text::length(text) < 30) ||
      (scan_.periods_in_cells && text::length(text) < 30 && reader_.value("recurrence", text));
  std::string attribute = only_time ? "period" : "";
  if (attribute.empty() && text::length(text) < 40) {
    const bool sign =
        std::any_of(scan_.legend.begin(), scan_.legend.end(), [&](const auto& e) { return e.sign == text; });
    if (sign) attribute = "priority";
    for (const char* name : {"priority", "status", "budget"}) {
      if (!attribute.empty() || !column_roles_.contains(name)) continue;
      const bool value = std::string_view(name) == "budget"
                             ? !reader_.budgets(text).empty() && text::length(text) < 20
                             : reader_.whole_value(name, text);
      if (value) attribute = name;
    }
  }
  const bool names = attribute.empty() && scan_.names_in_cells && looks_like_names(text);
  if (names) attribute = "responsible";
  if (attribute.empty()) return false;
  if (names && node(current_).title.empty() && !node(current_).bullet && node(current_).kind < Kind::action)
    return false;
  if (names && piece(p).fragment->blank_before == 0 && strays_.empty() && !node(current_).title.empty() &&
      last_piece_ >= 0 && scan_.layout->wrap_width > 0) {
    return false;
  }
  strays_.push_back({std::string(text), p, attribute});
  place(p, Place::node, current_, "attribute", "stray-cell");
  return true;
}

void TreeBuilder::flush_strays() {
  if (strays_.empty()) return;
  const std::vector<Stray> all = std::move(strays_);
  strays_.clear();
  for (const char* attribute : {"responsible", "period", "priority", "status", "budget"}) {
    std::vector<Stray> mine;
    for (const Stray& stray : all) {
      if (stray.attribute == attribute) mine.push_back(stray);
    }
    if (!mine.empty()) assign_strays(mine, attribute);
  }
}

void TreeBuilder::assign_strays(const std::vector<Stray>& strays, const std::string& attribute) {
  const auto lacks = [&](const Draft& draft) {
    const Attributes& a = draft.attributes;
    if (attribute == "period") return !a.period && !a.recurrence;
    if (attribute == "priority") return !a.priority;
    if (attribute == "status") return !a.status;
    return attribute == "budget" ? a.budget.empty() : a.responsible.empty();
  };
  const bool one_by_one = attribute != "responsible";
  const auto give = [&](int owner, const Stray& stray) {
    if (attribute == "responsible") known_names_.insert(text::fold(stray.text));
    set_attribute(reader_, scan_, node(owner), attribute, attribute, stray.text);
    place(stray.piece, Place::node, owner, "attribute", "stray-cell");
  };
  const int here = current_;
  if (here < 0) return;
  const int parent = node(here).parent;
  const bool is_action = node(here).kind >= Kind::action && parent >= 0;
  if (!is_action) {
    // Below an objective itself: all names, or its one period.
    if (lacks(node(here)) && (attribute == "responsible" || strays.size() == 1)) {
      for (const Stray& stray : strays) {
        give(here, stray);
        node(here).span.unite(piece(stray.piece).fragment->span);
      }
      return;
    }
  } else {
    std::vector<int> without;
    int siblings = 0;
    constexpr std::size_t kNear = 500;  // further up is another page
    const std::vector<int>& children = node(parent).children;
    for (std::size_t c = children.size() - std::min(children.size(), kNear); c < children.size(); ++c) {
      const int child = children[c];
      if (node(child).kind != node(here).kind) continue;
      ++siblings;
      if (lacks(node(child))) without.push_back(child);
    }
    const bool others_have = siblings > 1 && static_cast<int>(without.size()) < siblings;
    if (strays.size() >= 2 && strays.size() == without.size() && one_by_one) {
      for (std::size_t i = 0; i < strays.size(); ++i) give(without[i], strays[i]);
      return;
    }
    if (one_by_one && strays.size() == 1 && (siblings == 1 || others_have) && lacks(node(here)) &&
        !node(here).title.empty()) {
      give(here, strays.front());
      return;
    }
    if (attribute == "responsible" && (others_have || siblings == 1) && lacks(node(here)) &&
        !node(here).title.empty()) {
      for (const Stray& stray : strays) give(here, stray);
      return;
    }
    // One cell below a whole group is its objective's.
    if (lacks(node(parent)) && (attribute == "responsible" || strays.size() == 1)) {
      for (const Stray& stray : strays) give(parent, stray);
      return;
    }
  }
  doubt("cell-without-row",
        "cellules détachées de leur rangée (" + std::to_string(strays.size()) +
            ") : aucune n'est attribuée, complétez à la main",
        is_action ? parent : here, strays.front().piece, strays.back().piece);
}

}  // namespace pst::plan

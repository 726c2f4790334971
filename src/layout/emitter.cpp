#include "layout/emitter.hpp"

#include <algorithm>
#include <cmath>
#include <span>

#include "layout/furniture.hpp"
#include "text/unicode.hpp"

namespace pst::layout {
namespace {

/// The right edge for a line that is centred: what room it leaves on the left it has on the right too.
double right_for(const TextLine& line, const ColumnEdges& edges) {
  const double left = line.box.x0 - edges.left, right = edges.right - line.box.x1;
  const bool centred = left > 2 * line.size && std::abs(left - right) < 0.6 * line.size;
  return centred ? edges.right - left : edges.right;
}

/// White as wide as between columns within the words, behind more than a label; a justified line has its gaps
/// even, but for the one behind a list sign.
bool has_wide_gap(const TextLine& line) {
  constexpr double kWide = 2, kUneven = 3;  // sizes; times the narrowest gap
  constexpr std::size_t kLabel = 24;        // characters
  double least = 1e9, widest = 0;
  std::size_t before = 0;
  for (std::size_t i = 1; i < line.words.size(); ++i) {
    before += text::length(line.words[i - 1].text) + 1;
    if (line.words[i].glued || text::fold(line.words[i - 1].text).empty()) continue;
    const double gap = line.words[i].box.x0 - line.words[i - 1].box.x1;
    least = std::min(least, std::max(gap, 0.1 * line.size));
    if (before >= kLabel) widest = std::max(widest, gap);
  }
  return widest > kWide * line.size && widest > kUneven * least;
}

}  // namespace

int Emitter::add_line(const std::string& text, const Box& box, LineClass klass, const char* rule) {
  LineInfo info;
  info.number = static_cast<int>(out_.lines.size()) + 1;
  info.page = page_;
  info.klass = klass;
  info.rule = rule;
  info.box = box;
  out_.lines.push_back(info);
  out_.raw.push_back(out_.storage.emplace_back(text));
  return static_cast<int>(out_.lines.size()) - 1;
}

/// A line as found; one of typed text is there already.
int Emitter::add_line(const TextLine& line, LineClass klass, const char* rule) {
  const int source_line = line.words.front().source_line;
  if (source_line == 0) return add_line(line.text, line.box, klass, rule);
  LineInfo& info = out_.lines[static_cast<std::size_t>(source_line) - 1];
  info.klass = klass;
  info.rule = rule;
  return source_line - 1;
}

void Emitter::add_furniture(const std::vector<TextLine>& lines, const char* rule) {
  for (const TextLine& line : lines) add_line(line, LineClass::furniture, rule);
}

/// What lies beside the text: artifacts, turned words, watermarks; by lines where they are level.
void Emitter::add_aside(const PlacedPage& page) {
  add_furniture(find_lines(page.aside), "aside");
}

Fragment Emitter::fragment_of(const TextLine& line, int line_index) const {
  Fragment fragment;
  fragment.text = line.text;
  fragment.line_index = fragment.last_line_index = line_index;
  fragment.span.first_line = fragment.span.last_line = line_index + 1;
  if (page_ > 0) fragment.span.page = page_;
  if (line.words.front().source_line == 0) fragment.span.box = line.box;
  fragment.bold = line.bold;
  fragment.wide_gap = has_wide_gap(line);
  fragment.confidence = line.confidence;
  fragment.doubtful_to = line.doubtful_to;
  fragment.heading = static_cast<std::int8_t>(metrics_.heading_level(line.size));
  add_tags(fragment, line);
  return fragment;
}

void Emitter::push(Fragment fragment) {
  out_.fragments.push_back(std::move(fragment));
}

void Emitter::page(const PlacedPage& page, const Margins& margins, const std::vector<TextLine>& notes,
                   const PageRegions& regions) {
  page_ = page.number;
  ocr_ = page.read_by_ocr;
  page_begins_ = true;
  add_furniture(margins.head, "running-head");
  add_aside(page);
  for (const Region& region : regions.regions) {
    if (region.table) {
      table_region(*region.table);
    } else {
      text_region(page, region);
    }
    page_begins_ = false;
  }
  add_notes(notes);
  add_furniture(margins.foot, "running-foot");
}

void Emitter::typed_table(const Table& table, int page, int blank, bool page_begins) {
  page_ = page;
  page_begins_ = page_begins;
  blank_ = blank;
  table_region(table);
}

Layout Emitter::finish() {
  flush_row();
  return std::move(out_);
}

void Emitter::text_region(const PlacedPage& page, const Region& region) {
  const std::size_t taken = page_begins_ && !region.contents ? take_end_of_cell(region.lines) : 0;
  if (taken == region.lines.size()) return;
  flush_row();
  const ColumnKey key = key_of(page, region);
  const auto known = metrics_.edges.find(key);
  ColumnEdges edges = known == metrics_.edges.end() ? ColumnEdges{} : known->second;
  edges.left = region.left.value_or(edges.left);
  edges.right = region.right.value_or(edges.right);
  Box box = region.lines[taken].box;
  bool first = true;
  for (const TextLine& line : std::span(region.lines).subspan(taken)) {
    box.unite(line.box);
    if (region.contents) {
      add_line(line, LineClass::contents, "contents-numbers");
      above_.valid = false;
      continue;
    }
    ColumnEdges here = edges;
    if (const Narrowed* part = part_of(region.narrowed, line)) {
      here.left += part->shift;
      here.right = part->right.value_or(here.right);
    }
    text_line(line, key, here, first);
    first = false;
  }
  out_.areas.push_back({Area::Kind::column, page_, box});
}

void Emitter::text_line(const TextLine& line, const ColumnKey& key, ColumnEdges edges, bool first) {
  if (is_contents_entry(line.text)) {
    add_line(line, LineClass::contents, "contents-leaders");
    blank_ = std::max(blank_, 1);
    above_.valid = false;
    return;
  }
  if (ocr_ ? is_debris(line.text) : text::fold(line.text).empty()) {
    add_line(line, LineClass::furniture, "debris");
    return;
  }
  Fragment fragment = fragment_of(line, add_line(line));
  int blank = blank_;
  if (above_.valid) {
    const bool other_key = above_.key < key || key < above_.key;
    // A column may begin below lines that a shorter neighbour does not reach: it is the same column still.
    const bool same_column = !other_key || (std::abs(above_.line.box.x0 - line.box.x0) < line.size &&
                                            above_.line.box.x1 < edges.right + line.size);
    const bool below =
        above_.page == page_ && middle(above_.line.box) < middle(line.box) && (!first || same_column);
    const double right =
        first && other_key && same_column ? edges.right : right_for(above_.line, above_.edges);
    if (below && !heading_wraps(above_.line, line, right))
      blank = std::max(blank, blank_lines(above_.line, line, metrics_.pitches));
    fragment.flow = told(flow_between(above_.line, line, right, blank, below), above_.line, line, blank);
    if (first && goes_on_elsewhere(line, edges)) {
      fragment.flow = Flow::continues;
      blank = 0;
    } else if (first && fragment.flow == Flow::starts && edges.right != above_.edges.right) {
      blank = std::max(blank, 1);
    }
    if (!below && fragment.flow != Flow::continues) blank = std::max(blank, above_.page == page_ ? 0 : 1);
    if (!below && fragment.flow == Flow::starts) blank = std::max(blank, 1);
  } else {
    fragment.flow = Flow::starts;
    blank = std::max(blank, 1);
  }
  fragment.blank_before = blank;
  fragment.indent =
      std::max(0, static_cast<int>(std::lround((line.box.x0 - edges.left) / metrics_.character)));
  fragment.width = fragment.indent + static_cast<int>(text::length(line.text));
  fragment.row_start = true;
  push(std::move(fragment));
  blank_ = 0;
  above_ = {line, key, edges, page_, true};
}

/// Whether the table's row is that of the table before, as are those above it. Below the first row that
/// counts only where a page begins: there the rows that head the table come again.
bool Emitter::is_repeated_head(const Table& table, std::size_t row) const {
  return row < head_.size() && (row == 0 || page_begins_) && head_edges_.size() == table.edges.size() &&
         words_of(table.rows[row]) == head_[row];
}

/// Remembers the first rows of a table; of several below one another, each a caption above the same head,
/// those of the last.
void Emitter::note_head(const Table& table) {
  constexpr std::size_t kMostRows = 3;
  const auto is_caption = [&](const Row& row) {
    return row.cells.size() == 1 && row.cells.front().span >= table.columns();
  };
  const std::vector<Row>& rows = table.rows;
  std::size_t first = 0;
  for (std::size_t r = 2; r + 1 < rows.size() && is_caption(rows.front()); ++r) {
    if (is_caption(rows[r]) && words_of(rows[r + 1]) == words_of(rows[1])) first = r;
  }
  if (first == 0 && page_begins_ && same_edges(head_edges_, table.edges)) return;
  head_.clear();
  for (std::size_t r = first; r < rows.size() && r < first + kMostRows; ++r)
    head_.push_back(words_of(rows[r]));
  head_edges_ = table.edges;
}

void Emitter::table_region(const Table& found) {
  Table table = in_known_columns(found, head_edges_);
  part_repeated_head(table);
  out_.areas.push_back({Area::Kind::table, page_, table.box});
  bool begins = true;
  head_again_ = false;
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    const Row& one = table.rows[r];
    for (const Cell& cell : one.cells) {
      Box box = cell.lines.front().box;
      for (const TextLine& line : cell.lines) box.unite(line.box);
      out_.areas.push_back({Area::Kind::cell, page_, box});
    }
    if ((begins && is_repeated_head(table, r)) || tagged_again(one, table)) {
      add_row_lines(one, LineClass::furniture, "repeated-head");
      head_again_ = true;
      continue;
    }
    const bool spans = one.cells.size() == 1 && one.cells.front().span >= table.columns();
    if (spans) {
      spanning_row(one, table);
    } else if (table.element >= 0) {
      tagged_row(one, table);
    } else if (begins && page_begins_) {
      first_row(one, table);
    } else {
      row(one, table);
    }
    note_starts(one, table, begins && page_begins_);
    begins = false;
  }
  above_.valid = false;
  blank_ = std::max(blank_, 1);
  note_head(table);
}

void Emitter::spanning_row(const Row& row, const Table& table) {
  flush_row();
  above_.valid = false;
  blank_ = std::max(blank_, 1);
  const ColumnEdges edges{table.edges.front(), row.cells.front().right};
  const TextLine* before = nullptr;
  for (const TextLine& line : row.cells.front().lines) {
    Fragment fragment = fragment_of(line, add_line(line));
    fragment.blank_before = blank_;
    fragment.flow = Flow::starts;
    if (before != nullptr) {
      fragment.blank_before = blank_lines(*before, line, metrics_.pitches);
      fragment.flow =
          told(flow_between(*before, line, right_for(*before, edges), fragment.blank_before, true), *before,
               line, fragment.blank_before);
    }
    fragment.indent =
        std::max(0, static_cast<int>(std::lround((line.box.x0 - edges.left) / metrics_.character)));
    fragment.width = fragment.indent + static_cast<int>(text::length(line.text));
    fragment.row_start = true;
    push(std::move(fragment));
    blank_ = 0;
    before = &line;
  }
  blank_ = 1;
}

/// Whether a tagged table shows a row that it showed on a page before: its head.
bool Emitter::tagged_again(const Row& row, const Table& table) {
  if (table.element < 0 || row.element < 0) return false;
  if (tagged_table_ != table.element) tagged_rows_.clear();
  tagged_table_ = table.element;
  std::string words = words_of(row);
  const auto [shown, first] = tagged_rows_.try_emplace(row.element, words);
  if (first) return false;
  const bool again = shown->second == words;
  if (!again) shown->second = std::move(words);
  return again;
}

void Emitter::note_starts(const Row& row, const Table& table, bool page_begins) {
  const auto columns = static_cast<std::size_t>(table.columns());
  if (starts_.size() != columns) {
    starts_.assign(columns, {});
    first_cells_ = {};
  }
  const bool spans = row.cells.size() == 1 && row.cells.front().span >= table.columns();
  first_cells_.without += first_cells_.last_without && !page_begins;
  first_cells_.last_without = !spans && !page_begins && row.cells.front().column > 0;
  first_cells_.with += !spans && !page_begins && row.cells.front().column == 0;
  for (const Cell& cell : row.cells) {
    Starts& starts = starts_[static_cast<std::size_t>(cell.column)];
    starts.bold += cell.lines.front().words.front().bold;
    starts.alone += row.cells.size() == 1 && cell.column > 0 && !page_begins;
    ++starts.all;
  }
}

/// The visual lines of a row; for each cell the indices of its lines.
std::vector<std::vector<int>> Emitter::add_row_lines(const Row& row, LineClass klass, const char* rule) {
  struct Place {
    const TextLine* line;
    std::size_t cell, index;
  };
  std::vector<Place> places;
  std::vector<std::vector<int>> out(row.cells.size());
  for (std::size_t c = 0; c < row.cells.size(); ++c) {
    out[c].resize(row.cells[c].lines.size());
    for (std::size_t i = 0; i < row.cells[c].lines.size(); ++i)
      places.push_back({&row.cells[c].lines[i], c, i});
  }
  std::stable_sort(places.begin(), places.end(),
                   [](const Place& a, const Place& b) { return middle(a.line->box) < middle(b.line->box); });
  for (std::size_t i = 0; i < places.size();) {
    std::size_t end = i + 1;
    const double from = middle(places[i].line->box), near = 0.4 * places[i].line->size;
    while (end < places.size() && middle(places[end].line->box) - from < near) ++end;
    std::sort(places.begin() + static_cast<std::ptrdiff_t>(i),
              places.begin() + static_cast<std::ptrdiff_t>(end),
              [](const Place& a, const Place& b) { return a.line->box.x0 < b.line->box.x0; });
    int index = 0;
    if (places[i].line->words.front().source_line > 0) {
      index = add_line(*places[i].line, klass, rule);
    } else {
      std::string text;
      Box box = places[i].line->box;
      for (std::size_t k = i; k < end; ++k) {
        if (k > i) text += "   ";
        text += places[k].line->text;
        box.unite(places[k].line->box);
      }
      index = add_line(text, box, klass, rule);
    }
    for (std::size_t k = i; k < end; ++k) out[places[k].cell][places[k].index] = index;
    if (row.unsure && klass == LineClass::text) note_unsure(index + 1);
    i = end;
  }
  return out;
}

void Emitter::open_row(const Row& row, const Table& table) {
  flush_row();
  const auto columns = static_cast<std::size_t>(table.columns());
  open_ = {};
  open_.page = page_;
  open_.edges = table.edges;
  open_.element = row.element;
  open_.columns.resize(columns);
  open_.last_lines.resize(columns);
  open_.rights.assign(columns, 0);
  open_.line_index = static_cast<int>(out_.lines.size());
}

void Emitter::row(const Row& row, const Table& table) {
  const std::vector<std::vector<int>> lines = add_row_lines(row);
  open_row(row, table);
  for (const auto& indices : lines) open_.line_index = std::min(open_.line_index, indices.front());
  for (std::size_t c = 0; c < row.cells.size(); ++c) add_cell(row.cells[c], lines[c], false);
}

void Emitter::add_cell(const Cell& cell, const std::vector<int>& line_indices, bool carried_on) {
  const auto c = static_cast<std::size_t>(cell.column);
  open_.page = page_;
  std::vector<Fragment>& fragments = open_.columns[c];
  const TextLine* before = nullptr;
  for (std::size_t i = 0; i < cell.lines.size(); ++i) {
    const TextLine& line = cell.lines[i];
    Fragment fragment = fragment_of(line, line_indices[i]);
    fragment.line_index = open_.line_index;
    open_.last_line_index = std::max(open_.last_line_index, line_indices[i]);
    fragment.column = static_cast<std::int16_t>(std::min(cell.column, kMostColumns - 1));
    fragment.columns = static_cast<std::int16_t>(std::min<std::size_t>(open_.columns.size(), kMostColumns));
    fragment.indent =
        std::max(0, static_cast<int>(std::lround((line.box.x0 - cell.left) / metrics_.character)));
    fragment.width = fragment.indent + static_cast<int>(text::length(line.text));
    fragment.flow = Flow::starts;
    if (before != nullptr) {
      const int blank = blank_lines(*before, line, metrics_.pitches);
      const ColumnEdges edges{cell.left, cell.right};
      fragment.flow = flow_between(*before, line, right_for(*before, edges), blank, true);
      // In a narrow cell a line may end early; what cannot begin a paragraph goes on.
      if (blank == 0 && fragment.flow != Flow::continues && !ends_sentence(before->text) &&
          (fragment.flow == Flow::unknown || text::starts_lower(line.text))) {
        fragment.flow = Flow::continues;
      }
      fragment.flow = told(fragment.flow, *before, line, blank);
    } else if (carried_on) {
      fragment.flow = Flow::continues;
    }
    const int part =
        fragments.empty() ? 0 : fragments.back().part + (fragment.flow == Flow::continues ? 0 : 1);
    fragment.part = part;
    fragments.push_back(std::move(fragment));
    before = &line;
  }
  open_.last_lines[c] = cell.lines.back();
  open_.rights[c] = cell.right;
}

void Emitter::flush_row() {
  if (open_.line_index < 0) return;
  bool first = true;
  for (std::vector<Fragment>& column : open_.columns) {
    for (Fragment& fragment : column) {
      fragment.blank_before = first ? blank_ : 0;
      fragment.last_line_index = open_.last_line_index;
      fragment.row_start = first;
      first = false;
      push(std::move(fragment));
    }
  }
  if (!first) blank_ = 0;
  open_ = {};
  above_.valid = false;
}

}  // namespace pst::layout

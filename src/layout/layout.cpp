#include "layout/layout.hpp"

#include <algorithm>
#include <utility>

#include "layout/cells.hpp"
#include "layout/columns.hpp"
#include "layout/emitter.hpp"
#include "layout/furniture.hpp"
#include "layout/markup.hpp"
#include "layout/paged.hpp"
#include "layout/typed_notes.hpp"
#include "layout/typed_rules.hpp"
#include "text/bytes.hpp"
#include "text/unicode.hpp"

namespace pst::layout {
namespace {

constexpr int kTab = 4;
constexpr int kNewPage = 9;  ///< blank_before of the first line of a page or document

int indent_of(std::string_view line) {
  int columns = 0;
  for (const char c : line) {
    if (c == ' ') {
      ++columns;
    } else if (c == '\t') {
      columns += kTab;
    } else {
      break;
    }
  }
  return columns;
}

std::string trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  const std::size_t last = text.find_last_not_of(" \t");
  return std::string(text.substr(first, last + 1 - first));
}

/// The width at which most full lines end, or 0 where the document is not wrapped: in a wrapped document many
/// lines end within a narrow band below the longest ones.
int find_wrap_width(const std::vector<Fragment>& fragments) {
  constexpr int kWidest = 220, kNarrowest = 40;
  std::vector<int> histogram(kWidest + 1, 0);
  int total = 0, wider = 0;
  for (const Fragment& fragment : fragments) {
    if (fragment.columns > 1) continue;
    ++total;
    if (fragment.width > kWidest) {
      ++wider;
    } else {
      ++histogram[static_cast<std::size_t>(fragment.width)];
    }
  }
  if (total < 8 || wider * 50 > total) return 0;
  // The longest line but for a few outliers (one line in a hundred may stick out).
  int skip = total / 100, width = kWidest;
  while (width > kNarrowest && (skip -= histogram[static_cast<std::size_t>(width)]) >= 0) --width;
  // A band of a word's length below it must hold a good share of the lines.
  int band = 0;
  for (int w = width; w > width - 14 && w >= 0; --w) band += histogram[static_cast<std::size_t>(w)];
  return width > kNarrowest && band * 8 >= total ? width : 0;
}

/// Four spaces or more behind the first words (a label may stand well before its wording).
bool has_wide_gap(std::string_view text) {
  constexpr std::size_t kLabel = 24, kGap = 4;
  const std::size_t begin = text.find_first_not_of(' ');
  const std::size_t gap = begin == text.npos ? begin : text::find_run(text, ' ', kGap, begin + kLabel);
  return gap != text.npos && text.find_first_not_of(' ', gap) != text.npos;
}

class Arranger {
 public:
  explicit Arranger(const source::Document& document) : document_(document) {}

  Layout run() {
    std::size_t count = 0;
    for (const source::Page& page : document_.pages) count += page.runs.size();
    cleaned_.reserve(count);
    out_.lines.reserve(count);
    out_.raw.reserve(count);
    for (const source::Page& page : document_.pages) {
      for (const source::Run& run : page.runs) add_line(run, page.number);
    }
    std::vector<std::string_view> texts(cleaned_.begin(), cleaned_.end());
    std::vector<TypedTable> ruled = find_ruled_typing(cleaned_, out_.lines);
    find_underlined();
    mark_running_heads(texts, out_.lines);
    mark_footnotes(texts, out_.lines);
    out_.fragments.reserve(count);
    const std::vector<TypedTable> tables = find_typed_tables(cleaned_, out_.lines, std::move(ruled));
    std::size_t table = 0;
    for (std::size_t i = 0; i < out_.lines.size(); ++i) {
      if (table < tables.size() && tables[table].first_line == i) {
        add_table(tables[table]);
        i = tables[table++].last_line;
      } else {
        i = add_fragments(i);
      }
    }
    Layout out = emitter_.finish();
    out.areas.clear();  // typed text has no places to be drawn at
    out.wrap_width = find_wrap_width(out.fragments);
    return out;
  }

 private:
  void add_line(const source::Run& run, int page) {
    LineInfo info;
    info.number = run.line;
    info.page = document_.paged ? page : 0;
    std::string text = text::clean_line(run.text);
    if (auto close = text::closed_up(text)) text = std::move(*close);
    if (text::is_blank(text)) {
      info.klass = LineClass::blank;
    } else if (is_contents_entry(text)) {
      info.klass = LineClass::contents;
      info.rule = "contents-leaders";
    } else if (is_debris(text)) {
      info.klass = LineClass::furniture;
      info.rule = "debris";
    }
    out_.lines.push_back(info);
    out_.raw.push_back(run.text);
    cleaned_.push_back(std::move(text));
  }

  /// A line of `=` or `-` under the lines of a heading, as long as they are: Markdown's other way to say its
  /// level.
  void find_underlined() {
    constexpr std::size_t kMostLines = 4, kFewestSigns = 4, kShorter = 4, kFewest = 2;
    std::vector<std::pair<std::size_t, std::size_t>> found;  // first line, rule
    for (std::size_t i = 1; i < cleaned_.size(); ++i) {
      if (std::string_view(out_.lines[i].rule) == kTableRule) continue;
      const std::string rule = trimmed(cleaned_[i]);
      const bool is_rule = rule.size() >= kFewestSigns && (rule[0] == '=' || rule[0] == '-') &&
                           rule.find_first_not_of(rule[0]) == rule.npos;
      if (!is_rule) continue;
      std::size_t first = i, longest = 0;
      while (first > 0 && i - first <= kMostLines && out_.lines[first - 1].klass == LineClass::text) {
        --first;
        longest = std::max(longest, text::length(cleaned_[first]));
      }
      const bool as_long = rule.size() + kShorter >= longest && longest + kShorter >= rule.size();
      if (first == i || i - first > kMostLines || !as_long) continue;
      found.emplace_back(first, i);
    }
    if (found.size() < kFewest) return;  // the rule above a footnote
    for (const auto& [first, rule] : found) {
      const bool top = cleaned_[rule].find('=') != std::string::npos;
      for (std::size_t l = first; l < rule; ++l) out_.lines[l].heading = top ? 1 : 2;
    }
  }

  void start_page(const LineInfo& info) {
    if (info.page == page_) return;
    page_ = info.page;
    page_begins_ = true;
    blank_ = std::max(blank_, 1);
  }

  void add_table(const TypedTable& table) {
    start_page(out_.lines[table.first_line]);
    if (table.contents) {
      for (std::size_t i = table.first_line; i <= table.last_line; ++i) {
        if (out_.lines[i].klass != LineClass::text) continue;
        out_.lines[i].klass = LineClass::contents;
        out_.lines[i].rule = "contents-numbers";
      }
      return;
    }
    emitter_.typed_table(table.table, page_, blank_, page_begins_);
    page_begins_ = false;
    blank_ = 1;
  }

  /// Adds the line's fragments, and those of the lines with which it makes one row; the last of them.
  std::size_t add_fragments(std::size_t index) {
    LineInfo& info = out_.lines[index];
    start_page(info);
    switch (info.klass) {
      case LineClass::blank:
        ++blank_;
        tab_columns_ = 0;
        return index;
      case LineClass::furniture:
        page_begins_ = page_begins_ || (page_ == 0 && is_running_head(info));
        return index;
      case LineClass::contents:
        return index;  // what surrounds it decides whether a paragraph ends here
      case LineClass::text:
        break;
    }
    emitter_.flush_row();
    page_begins_ = false;
    const std::string& line = cleaned_[index];
    const std::size_t before = out_.fragments.size();
    if (const std::size_t last = end_of_broken_row(index); last > index) {
      add_broken_row(index, last);
      return last;
    }
    const std::vector<CellSlice> cells = cells_of(line);
    if (cells.size() < 2) {
      add_text(index, line, -1, 0, indent_of(line));
    } else {
      for (std::size_t c = 0; c < cells.size(); ++c) {
        add_text(index, cells[c].text, static_cast<int>(c), static_cast<int>(cells.size()), cells[c].start);
      }
    }
    if (out_.fragments.size() == before) {
      info.klass = LineClass::furniture;
      info.rule = "mark-up";
      return index;
    }
    out_.fragments[before].row_start = true;
    blank_ = 0;
    return index;
  }

  /// The last line of a row in one of whose cells the line breaks (`1.2<tab>Ouvrir un lieu` / `de
  /// rencontre<tab>2021`): together they have the tabs of the rows above. The line itself where it is whole.
  std::size_t end_of_broken_row(std::size_t index) const {
    constexpr std::size_t kMostLines = 3;
    const auto tabs = [&](std::size_t i) {
      return static_cast<std::size_t>(std::count(cleaned_[i].begin(), cleaned_[i].end(), '\t'));
    };
    if (tab_columns_ == 0 || cleaned_[index].front() == '\t') return index;
    std::size_t sum = tabs(index);
    for (std::size_t i = index + 1; sum > 0 && i < cleaned_.size() && i < index + kMostLines; ++i) {
      if (out_.lines[i].klass != LineClass::text || !text::starts_lower(cleaned_[i])) return index;
      sum += tabs(i);
      if (sum >= tab_columns_) return index;
      if (sum + 1 == tab_columns_ && tabs(i) > 0) return i;
    }
    return index;
  }

  void add_broken_row(std::size_t first, std::size_t last) {
    const std::size_t before = out_.fragments.size();
    const auto columns = static_cast<int>(tab_columns_);
    int column = 0;
    for (std::size_t i = first; i <= last; ++i) {
      std::vector<CellSlice> cells = split_tabs(cleaned_[i]);
      for (std::size_t c = 0; c < cells.size(); ++c) {
        const std::size_t from = out_.fragments.size();
        add_text(i, cells[c].text, column, columns, cells[c].start);
        if (i > first && c == 0 && out_.fragments.size() > from) out_.fragments[from].flow = Flow::continues;
        column += c + 1 < cells.size();
      }
    }
    for (std::size_t f = before; f < out_.fragments.size(); ++f) {
      out_.fragments[f].line_index = static_cast<int>(first);
      out_.fragments[f].last_line_index = static_cast<int>(last);
    }
    if (out_.fragments.size() > before) out_.fragments[before].row_start = true;
    blank_ = 0;
  }

  /// A row of one cell keeps its place in the table that the rows above it make.
  std::vector<CellSlice> cells_of(const std::string& line) {
    constexpr std::size_t kTable = 3;  // columns; tabs before a line may be its indent
    std::vector<CellSlice> cells = split_cells(line);
    if (cells.size() >= kTable) {
      tab_columns_ = line.find('\t') == std::string::npos ? 0 : cells.size();
    } else if (cells.size() < 2 && tab_columns_ > 0) {
      std::vector<CellSlice> lone = split_lone_cell(line, tab_columns_);
      if (lone.size() > 1 && text::starts_upper(lone.back().text)) {
        lone.resize(tab_columns_);
        return lone;
      }
    }
    return cells;
  }

  void add_text(std::size_t index, std::string_view text, int column, int columns, int indent) {
    Fragment fragment;
    fragment.span.first_line = fragment.span.last_line = out_.lines[index].number;
    if (out_.lines[index].page > 0) fragment.span.page = out_.lines[index].page;
    fragment.line_index = fragment.last_line_index = static_cast<int>(index);
    fragment.indent = indent;
    fragment.blank_before = blank_;
    fragment.footnote = out_.lines[index].footnote;
    fragment.column = static_cast<std::int16_t>(std::min(column, kMostColumns - 1));
    fragment.columns = static_cast<std::int16_t>(std::min(columns, kMostColumns));
    fragment.wide_gap = has_wide_gap(text);
    fragment.heading = out_.lines[index].heading;
    if (fragment.heading > 0 && blank_ == 0 && index > 0 && out_.lines[index - 1].heading == fragment.heading)
      fragment.flow = Flow::continues;
    if (!has_markup(text)) {
      const bool even =
          text::find_run(text, ' ', 2) == std::string_view::npos && text.find('\t') == std::string_view::npos;
      fragment.text = even ? trimmed(text) : text::collapse(text);
      if (fragment.text.empty()) return;
      // A cell of a rule row, or an OCR's specks, is no text.
      if (columns > 1 && is_debris(fragment.text) &&
          fragment.text.find_first_of("0123456789") == std::string::npos &&
          fragment.text.find_first_not_of("-=:|_ ") == std::string::npos) {
        return;
      }
      if (columns > 1) return add_items(std::move(fragment));
      fragment.width = indent + static_cast<int>(text::length(fragment.text));
      out_.fragments.push_back(std::move(fragment));
      return;
    }
    std::int32_t part = 0;
    for (Paragraph& paragraph : paragraphs(text)) {
      Fragment next = fragment;
      next.text = std::move(paragraph.text);
      if (paragraph.heading > 0) next.heading = static_cast<std::int8_t>(paragraph.heading);
      next.bold = paragraph.bold;
      next.part = part++;
      next.width = indent + static_cast<int>(text::length(next.text));
      out_.fragments.push_back(std::move(next));
    }
  }

  /// A cell, or the items of the list that it is.
  void add_items(Fragment fragment) {
    const std::string whole = std::move(fragment.text);
    std::int32_t part = 0;
    for (const std::string_view item : split_items(whole)) {
      Fragment next = fragment;
      next.text = item;
      next.part = part++;
      next.width = next.indent + static_cast<int>(text::length(next.text));
      out_.fragments.push_back(std::move(next));
    }
  }

  const source::Document& document_;
  const Metrics metrics_ = typed_metrics();
  Emitter emitter_{metrics_};
  Layout& out_ = emitter_.layout();
  std::vector<std::string> cleaned_;
  std::size_t tab_columns_ = 0;  ///< of the table that a row above, with no blank line since, belongs to
  int blank_ = kNewPage;
  int page_ = 0;
  bool page_begins_ = true;  ///< no text of the page came yet
};

}  // namespace

Layout arrange(const source::Document& document) {
  return is_placed(document) ? arrange_placed(document) : Arranger(document).run();
}

}  // namespace pst::layout

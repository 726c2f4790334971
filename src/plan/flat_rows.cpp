#include "plan/flat_rows.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "plan/doubt.hpp"
#include "plan/joining.hpp"
#include "plan/kinds.hpp"
#include "text/unicode.hpp"

namespace pst::plan {
namespace {

constexpr std::size_t kFewestHeads = 3;
constexpr std::size_t kMostLines = 24;  ///< of one row
constexpr std::size_t kMostAbove = 4;   ///< lines of a page's head above the heads of the table
constexpr std::size_t kNames = 2;       ///< the column of responsibles, behind number and title

struct Heads {
  std::size_t begin = 0, count = 0;  ///< pieces
  std::vector<std::string> roles;
};

/// A row as found: its pieces behind the label, and the column of each from `typed` on.
struct FlatRow {
  std::size_t heads = 0;           ///< into Joiner::heads_
  std::size_t label = 0, end = 0;  ///< pieces
  std::size_t typed = 0;           ///< the first piece that its look gave a column
  std::vector<int> columns;        ///< of the pieces from `typed` on
};

class Joiner {
 public:
  Joiner(Scan& scan, grammar::Reader& reader, const text::Repairer& french)
      : scan_(scan), reader_(reader), french_(french) {}

  void run() {
    std::vector<std::size_t> heads;
    for (std::size_t i = 0; i < scan_.pieces.size();) {
      const std::size_t count = heads_at(i);
      if (count > 0) heads.push_back(i);
      i += std::max<std::size_t>(count, 1);
    }
    if (heads.empty()) return;
    for (std::size_t h = 0; h < heads.size(); ++h) {
      table(heads[h], h + 1 < heads.size() ? heads[h + 1] : scan_.pieces.size());
    }
    learn_names();
    set_page_heads_aside();
    for (std::size_t h = 0; h < heads_.size(); ++h) as_heads(h);
    for (const FlatRow& row : rows_) as_row(row);
    std::erase_if(scan_.pieces, [](const Piece& piece) { return piece.fragment == nullptr; });
  }

 private:
  Piece& piece(std::size_t i) { return scan_.pieces[i]; }
  const std::string& text(std::size_t i) const { return scan_.pieces[i].fragment->text; }

  bool is_line(std::size_t i) const { return scan_.pieces[i].fragment->columns < 2; }

  /// How many lines from `begin` on are the heads of such a table: a number's first, then a title's or a
  /// rung's.
  std::size_t heads_at(std::size_t begin) const {
    std::size_t end = begin;
    std::set<std::string> roles;
    for (; end < scan_.pieces.size(); ++end) {
      const Piece& next = scan_.pieces[end];
      if (!is_line(end) || next.reading.column == nullptr || (end > begin && next.fragment->blank_before > 0))
        break;
      if (!roles.insert(*next.reading.column).second) break;
    }
    if (end - begin < kFewestHeads || *scan_.pieces[begin].reading.column != "number") return 0;
    const std::string& second = *scan_.pieces[begin + 1].reading.column;
    return second == "title" || kind_named(second) ? end - begin : 0;
  }

  bool is_label(std::size_t i) const {
    const Piece& here = scan_.pieces[i];
    if (!is_line(i) || here.preset != Preset::none) return false;
    return std::any_of(here.reading.markers.begin(), here.reading.markers.end(), [&](const auto& match) {
      const auto& rule = reader_.rule(match);
      return match.number && match.rest >= here.fragment->text.size() && !rule.generic && !is_sign(text(i));
    });
  }

  bool is_sign(const std::string& text) const {
    return std::any_of(scan_.legend.begin(), scan_.legend.end(),
                       [&](const auto& entry) { return entry.sign == text; });
  }

  void table(std::size_t begin, std::size_t end) {
    const std::size_t count = heads_at(begin);
    Heads& heads = heads_.emplace_back(Heads{begin, count, {}});
    for (std::size_t c = 0; c < count; ++c) heads.roles.push_back(*scan_.pieces[begin + c].reading.column);
    if (even_rows(begin + count, end, static_cast<int>(count))) return;
    for (std::size_t i = begin + count; i < end;) {
      if (!is_label(i)) {
        ++i;
        continue;
      }
      std::size_t last = i + 1;
      while (last < end && is_line(last) && !is_label(last) && piece(last).fragment->blank_before == 0 &&
             last - i <= kMostLines)
        ++last;
      if (last - i > 1) rows_.push_back(look_at(i, last));
      i = last;
    }
  }

  int line_of(std::size_t i) const { return scan_.pieces[i].fragment->line_index; }

  /// Rows that all have as many lines as there are heads, blank ones for empty cells: each line's place tells
  /// its column. False, and nothing added, where one has not.
  bool even_rows(std::size_t begin, std::size_t end, int count) {
    std::vector<FlatRow> found;
    for (std::size_t i = begin; i < end;) {
      if (!is_label(i)) {
        ++i;
        continue;
      }
      FlatRow row{heads_.size() - 1, i, i + 1, std::min(i + 2, end), {}};
      while (row.end < end && line_of(row.end) - line_of(i) < count) ++row.end;
      for (std::size_t p = i + 1; p < row.end; ++p) {
        if (!is_line(p) || is_label(p)) return false;
        if (p > i + 1) row.columns.push_back(line_of(p) - line_of(i));
      }
      // Behind it the next begins, or another rung, or the table ends.
      const bool whole = row.end == end || piece(row.end).fragment->blank_before > 0 ||
                         !piece(row.end).reading.markers.empty();
      if (!whole || row.end < i + 3 || line_of(i + 1) != line_of(i) + 1) return false;
      i = row.end;
      found.push_back(std::move(row));
    }
    if (found.size() < 2) return false;
    rows_.insert(rows_.end(), found.begin(), found.end());
    return true;
  }

  /// Gives columns to the last lines of a row, as long as they look like them.
  FlatRow look_at(std::size_t label, std::size_t end) {
    FlatRow row{heads_.size() - 1, label, end, end, {}};
    const std::vector<std::string>& roles = heads_.back().roles;
    for (std::size_t i = label + 1; i < end; ++i) width_ = std::max(width_, text::length(text(i)));
    for (int c = static_cast<int>(roles.size()) - 1; c > 1 && row.typed > label + 2; --c) {
      if (!looks_like(roles[static_cast<std::size_t>(c)], text(row.typed - 1))) continue;
      --row.typed;
      row.columns.insert(row.columns.begin(), c);
    }
    return row;
  }

  bool looks_like(const std::string& role, const std::string& text) const {
    if (role == "period") {
      const auto period = reader_.period(text);
      return (period && period->whole) || reader_.whole_value("recurrence", text);
    }
    if (role == "priority") return is_sign(text) || reader_.whole_value("priority", text);
    if (role == "status") return reader_.whole_value("status", text);
    if (role == "budget") return !reader_.budgets(text).empty() && text.find_first_of("0123456789") == 0;
    return false;
  }

  /// Whether the line below may go on with this one: its first word did not fit behind it.
  bool is_full(std::size_t i) const {
    const std::string& next = text(i + 1);
    return text::length(text(i)) + 1 + text::length(next.substr(0, next.find(' '))) > width_;
  }

  /// Whether the line above the cells told by look may be the responsible's: of the column right behind the
  /// title's.
  bool may_have_name(const FlatRow& row) const {
    const std::vector<std::string>& roles = heads_[row.heads].roles;
    return roles.size() > kNames && roles[kNames] == "responsible" && !row.columns.empty() &&
           row.columns.front() > static_cast<int>(kNames) && row.typed > row.label + 2 &&
           !text::starts_lower(text(row.typed - 1));
  }

  /// Lines above the heads that stand above other heads too.
  void set_page_heads_aside() {
    std::map<std::string, std::vector<std::size_t>> above;
    for (const Heads& heads : heads_) {
      for (std::size_t i = heads.begin; i-- > 0 && heads.begin - i <= kMostAbove;) {
        if (!is_line(i) || !piece(i).reading.markers.empty()) break;
        if (piece(i).preset == Preset::none) above[text(i)].push_back(i);
      }
    }
    for (const auto& [line, at] : above) {
      for (const std::size_t i : at) {
        if (at.size() > 1 && i > heads_.front().begin) piece(i).preset = Preset::head_row;
      }
    }
  }

  /// Whether the row's place of lines told its name, see even_rows().
  bool has_even_name(const FlatRow& row) const {
    const std::vector<std::string>& roles = heads_[row.heads].roles;
    return !row.columns.empty() && row.columns.front() == static_cast<int>(kNames) &&
           roles[kNames] == "responsible";
  }

  void learn_names() {
    constexpr std::size_t kFewest = 3;
    std::size_t named = 0, nameless = 0;
    for (const FlatRow& row : rows_) {
      if (row.columns.empty()) continue;
      if (has_even_name(row)) {
        ++named;
        names_.insert(text::fold(text(row.typed)));
        continue;
      }
      named += may_have_name(row) && !is_full(row.typed - 2);
      nameless += !may_have_name(row);
    }
    always_named_ = named >= kFewest && nameless == 0;
    for (const FlatRow& row : rows_) {
      if (may_have_name(row) && !is_full(row.typed - 2)) names_.insert(text::fold(text(row.typed - 1)));
    }
  }

  layout::Fragment& cell(const FlatRow& row, std::size_t from, int column) {
    layout::Fragment& out = scan_.merged.emplace_back(*scan_.pieces[from].fragment);
    out.line_index = scan_.pieces[row.label].fragment->line_index;
    out.last_line_index = scan_.pieces[row.end - 1].fragment->last_line_index;
    out.column = static_cast<std::int16_t>(column);
    out.columns = static_cast<std::int16_t>(heads_[row.heads].roles.size());
    return out;
  }

  void set(std::size_t i, layout::Fragment& fragment) {
    piece(i).fragment = &fragment;
    piece(i).reading = {};
    reader_.read(fragment.text, piece(i).reading, grammar::Setting::cell);
  }

  void as_heads(std::size_t h) {
    const auto [begin, count, roles] = heads_[h];
    const FlatRow row{h, begin, begin + count, 0, {}};
    for (std::size_t c = 0; c < count; ++c) set(begin + c, cell(row, begin + c, static_cast<int>(c)));
  }

  void as_row(const FlatRow& row) {
    std::size_t title_end = row.typed;
    const bool name = may_have_name(row);
    const bool sure = name && (always_named_ || !is_full(row.typed - 2) ||
                               names_.count(text::fold(text(row.typed - 1))) > 0);
    if (sure) --title_end;
    if (name && !sure) doubt_name(row);
    for (std::size_t i = row.label + 2; i < title_end; ++i) {
      if (!is_value(row, text(i))) continue;
      doubt_row(row);
      break;
    }
    for (std::size_t k = 0; k < row.columns.size(); ++k)
      set(row.typed + k, cell(row, row.typed + k, row.columns[k]));
    if (sure) set(title_end, cell(row, title_end, static_cast<int>(kNames)));
    layout::Fragment& title = cell(row, row.label + 1, 1);
    title.span.unite(scan_.pieces[row.label].fragment->span);
    for (std::size_t i = row.label + 2; i < title_end; ++i) {
      join(reader_, french_, title.text, text(i), scan_.hard_hyphens);
      title.span.unite(scan_.pieces[i].fragment->span);
    }
    set(row.label + 1, title);
    set(row.label, cell(row, row.label, 0));
    for (std::size_t i = row.label + 2; i < title_end; ++i) piece(i).fragment = nullptr;
  }

  void doubt_name(const FlatRow& row) {
    scan_.diagnostics.push_back(
        reading_doubt("cell-without-row",
                      "« " + text(row.typed - 1) +
                          " » termine-t-il l'intitulé ou nomme-t-il un responsable ? laissé dans l'intitulé",
                      scan_.pieces[row.typed - 1].fragment->span));
  }

  /// Whether a line within the title is a number, or looks like one of the row's other cells.
  bool is_value(const FlatRow& row, const std::string& text) const {
    const std::vector<std::string>& roles = heads_[row.heads].roles;
    return text.find_first_not_of("0123456789.") == std::string::npos ||
           std::any_of(roles.begin(), roles.end(),
                       [&](const std::string& role) { return looks_like(role, text); });
  }

  void doubt_row(const FlatRow& row) {
    source::Span span = scan_.pieces[row.label].fragment->span;
    span.unite(scan_.pieces[row.end - 1].fragment->span);
    scan_.diagnostics.push_back(reading_doubt(
        "rows-joined",
        "un numéro ou une valeur au milieu de l'intitulé : deux rangées lues comme une seule ? vérifiez",
        span));
  }

  Scan& scan_;
  grammar::Reader& reader_;
  const text::Repairer& french_;
  std::vector<Heads> heads_;
  std::vector<FlatRow> rows_;
  std::size_t width_ = 0;        ///< characters of the longest line
  bool always_named_ = false;    ///< no row lacks its responsible
  std::set<std::string> names_;  ///< responsibles of rows that leave no doubt
};

}  // namespace

void join_flat_rows(Scan& scan, grammar::Reader& reader, const text::Repairer& french) {
  Joiner(scan, reader, french).run();
}

}  // namespace pst::plan

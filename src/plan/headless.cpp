#include "plan/headless.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "plan/kinds.hpp"
#include "text/unicode.hpp"

namespace pst::plan {
namespace {

constexpr std::size_t kFewestRows = 4;
constexpr int kMostColumns = 8;
constexpr std::size_t kWording = 22;  ///< characters that a title has on average, at least
constexpr double kLonger = 1.3;       ///< times the cells of other columns
constexpr std::size_t kLongestName = 60;
constexpr std::size_t kNear = 5;  ///< pieces from the heading of an objective to its table

/// Nine in ten: a slip, or a cell that lost its row, is let pass.
bool nearly(std::size_t some, std::size_t all) {
  return all > 0 && 10 * some >= 9 * all;
}

struct Column {
  std::size_t filled = 0, length = 0, marked = 0, upper = 0, short_ones = 0;
  std::size_t time = 0, sum = 0, names = 0;
  std::map<std::string, std::size_t> values;  ///< by attribute
  std::set<std::string> distinct;
  std::vector<std::string> people;  ///< each that a cell names

  double mean() const { return filled == 0 ? 0 : static_cast<double>(length) / static_cast<double>(filled); }

  bool is_wording(std::size_t rows) const {
    return nearly(filled, rows) && mean() >= kWording && nearly(upper, filled) && marked == 0 &&
           nearly(distinct.size(), filled) && 2 * time < filled && 2 * names < filled;
  }

  std::string role() const {
    if (nearly(time, filled)) return "period";
    if (nearly(sum, filled)) return "budget";
    for (const auto& [attribute, count] : values) {
      if (nearly(count, filled)) return attribute;
    }
    // The same few people come again and again.
    const std::set<std::string> different(people.begin(), people.end());
    const bool again = 4 * different.size() <= 3 * people.size();
    if (nearly(short_ones, filled) && 2 * names >= filled && (nearly(names, filled) || again))
      return "responsible";
    return {};
  }
};

/// The tables of as many columns, which stand for one another.
struct Pool {
  std::vector<Column> columns;
  std::vector<std::size_t> pieces;
  std::size_t rows = 0, runs = 0, headed = 0;
};

class Headless {
 public:
  Headless(Scan& scan, grammar::Reader& reader) : scan_(scan), reader_(reader) {}

  void run() {
    if (labels_its_actions()) return;
    collect();
    // What the larger ones show to be tables of actions, the smaller ones are too.
    std::vector<const Pool*> by_rows;
    for (const auto& [columns, pool] : pools_) by_rows.push_back(&pool);
    std::stable_sort(by_rows.begin(), by_rows.end(),
                     [](const Pool* a, const Pool* b) { return a->rows > b->rows; });
    for (const Pool* pool : by_rows) settle(*pool);
  }

 private:
  bool labels_its_actions() const {
    const bool by_head = std::any_of(scan_.heads.begin(), scan_.heads.end(), [](const TableHead& head) {
      return std::any_of(head.roles.begin(), head.roles.end(), [](const std::string& role) {
        const auto kind = kind_named(role);
        return role == "title" || (kind && *kind >= Kind::project);
      });
    });
    return by_head || std::any_of(scan_.pieces.begin(), scan_.pieces.end(), [&](const Piece& piece) {
             if (piece.reading.bullet) return true;
             if (piece.reading.markers.empty()) return false;
             const grammar::MarkerRule& first = reader_.rule(piece.reading.markers.front());
             return !first.bare && !first.generic && first.preferred >= Kind::project;
           });
  }

  /// Whether no other cell stands beside the piece's.
  bool alone(std::size_t p) const {
    const auto beside = [&](std::size_t other) {
      return scan_.pieces[other].fragment->line_index == scan_.pieces[p].fragment->line_index &&
             scan_.pieces[other].fragment->column != scan_.pieces[p].fragment->column;
    };
    return (p == 0 || !beside(p - 1)) && (p + 1 == scan_.pieces.size() || !beside(p + 1));
  }

  bool names_objective(std::size_t p) const {
    const Piece& piece = scan_.pieces[p];
    if (piece.reading.markers.empty() || !alone(p)) return false;
    const grammar::MarkerRule& first = reader_.rule(piece.reading.markers.front());
    return !first.generic && first.preferred < Kind::project;
  }

  void collect() {
    std::size_t heading = SIZE_MAX;
    int before = 0, line = -1;
    for (std::size_t p = 0; p < scan_.pieces.size(); ++p) {
      const Piece& piece = scan_.pieces[p];
      const bool names = names_objective(p);
      if (names) heading = p;
      const int columns = piece.fragment->columns;
      const bool row = !names && columns > 1 && columns <= kMostColumns && piece.table < 0 &&
                       piece.preset == Preset::none && piece.fragment->column >= 0;
      if (row) {
        Pool& pool = pools_[columns];
        pool.columns.resize(static_cast<std::size_t>(columns));
        pool.pieces.push_back(p);
        if (columns != before) {
          ++pool.runs;
          pool.headed += heading != SIZE_MAX && p - heading <= kNear;
        }
        pool.rows += piece.fragment->line_index != line;
        line = piece.fragment->line_index;
        if (piece.fragment->part == 0)
          add(pool.columns[static_cast<std::size_t>(piece.fragment->column)], piece);
      }
      before = row ? columns : 0;
    }
  }

  void add(Column& column, const Piece& piece) {
    const std::string& text = piece.fragment->text;
    const std::size_t length = text::length(text);
    ++column.filled;
    column.length += length;
    column.marked += !piece.reading.markers.empty();
    column.upper += text::starts_upper(text);
    column.distinct.insert(text::fold(text));
    const auto period = reader_.period(text);
    column.time += period && period->whole;
    column.sum += text.find("€") != std::string::npos && length < 30 && !reader_.budgets(text).empty();
    const bool figures = text.find_first_of("0123456789") != std::string::npos;
    column.short_ones += length <= kLongestName && !figures && text.back() != '.' && text::starts_upper(text);
    column.names += reads_as_names(reader_, text);
    for (const std::string& name : reader_.names(text)) column.people.push_back(text::fold(name));
    if (figures || length < 3) return;  // a bare figure or letter may be anything
    for (const char* attribute : {"priority", "status", "recurrence"})
      column.values[attribute] += reader_.whole_value(attribute, text);
  }

  void settle(const Pool& pool) {
    if ((pool.rows < kFewestRows && !inferred_) || 2 * pool.headed < pool.runs) return;
    const auto longest =
        std::max_element(pool.columns.begin(), pool.columns.end(),
                         [](const Column& a, const Column& b) { return a.mean() < b.mean(); });
    if (!longest->is_wording(pool.rows)) return;
    TableHead head;
    bool any = false, plain = true;
    for (auto column = pool.columns.begin(); column != pool.columns.end(); ++column) {
      if (column == longest) {
        head.roles.emplace_back("action");
        continue;
      }
      std::string role = column->role();
      const bool twice =
          !role.empty() && std::find(head.roles.begin(), head.roles.end(), role) != head.roles.end();
      plain = plain && (column->filled == 0 || !role.empty()) && !twice &&
              longest->mean() >= kLonger * column->mean();
      any = any || !role.empty();
      head.roles.push_back(std::move(role));
    }
    if (!any) return;
    if (!plain) {
      scan_.headless.push_back(scan_.pieces[pool.pieces.front()].fragment->span);
      return;
    }
    inferred_ = true;
    const auto holds = [&](const char* role) {
      return std::find(head.roles.begin(), head.roles.end(), role) != head.roles.end();
    };
    scan_.names_in_cells = scan_.names_in_cells || holds("responsible");
    scan_.periods_in_cells = scan_.periods_in_cells || holds("period");
    head.first_piece = static_cast<int>(pool.pieces.front());
    for (const std::size_t p : pool.pieces) scan_.pieces[p].table = static_cast<int>(scan_.heads.size());
    scan_.heads.push_back(std::move(head));
  }

  Scan& scan_;
  grammar::Reader& reader_;
  std::map<int, Pool> pools_;  ///< by number of columns
  bool inferred_ = false;
};

}  // namespace

void infer_heads(Scan& scan, grammar::Reader& reader) {
  Headless(scan, reader).run();
}

bool reads_as_names(grammar::Reader& reader, std::string_view text) {
  if (text.empty() || text::length(text) > kLongestName || text.back() == '.') return false;
  if (reader.word_prefix("service", text) > 0) return true;
  if (text.find_first_of("0123456789:;?") != std::string_view::npos) return false;
  int words = 0;
  for (const std::string& name : reader.names(text)) {
    std::size_t begin = 0;
    while (begin < name.size()) {
      const std::size_t end = std::min(name.find(' ', begin), name.size());
      const std::string_view word = std::string_view(name).substr(begin, end - begin);
      if (!word.empty() && !text::fold(word).empty()) {
        ++words;
        const bool particle = word == "de" || word == "du" || word == "le" || word == "van" || word == "et";
        if (!text::starts_upper(word) && !particle) return false;
      }
      begin = end + 1;
    }
  }
  return words >= 1 && words <= 8;
}

}  // namespace pst::plan

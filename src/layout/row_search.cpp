#include "layout/row_search.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace pst::layout {
namespace {

constexpr double kInfinite = std::numeric_limits<double>::infinity();
constexpr double kLevel = 0.3;             ///< of the size: lines no further apart have one height
constexpr double kEvenWhite = 0.12;        ///< of the size: by so much the white between rows varies
constexpr double kApart = 0.5;             ///< of the size, beyond the pitch: lines of a cell stand closer
constexpr std::size_t kMostLevels = 80;    ///< of a row
constexpr std::size_t kManyLevels = 2000;  ///< of a table that is not looked at from all sides

// What things cost.
constexpr double kRow = 0.3;
constexpr double kDearest = 60;         ///< longer rows than those that cost so much are not looked at
constexpr double kRatherOne = 2.5;      ///< another row where there rather is one
constexpr double kOff = 2.5;            ///< a cell neither at the top of its row nor in its middle…
constexpr double kOtherStand = 1;       ///< …or where the other cells of its column are not
constexpr double kCentredColumn = 0.6;  ///< that a column's cells are in the middle of their rows
constexpr double kOneEach = 0.5;        ///< that each band of a table drawn in several is one row
constexpr std::size_t kFewestBreaks = 4;
constexpr double kParagraphs = 3;          ///< that cells hold paragraphs…
constexpr double kParagraph = 0.3;         ///< …each of them then, and an item of a list…
constexpr double kFirstParagraph = 1.5;    ///< …in the first column, which hardly has any
constexpr double kEmptyFirst = 1;          ///< a row without a first cell…
constexpr double kEmpty = 0.25;            ///< …or another
constexpr double kLone = 1;                ///< a row of one cell, the first…
constexpr double kLoneBesideMerged = 1.5;  ///< …beside one that reaches over several rows…
constexpr double kLoneOther = 3;           ///< …or another
constexpr double kWrap = 0.75;             ///< for each cell, where several wrap at once
constexpr std::size_t kFewestWraps = 3;
constexpr double kWhiteWithin = 1;  ///< white over all columns within a row
constexpr double kRowWhiteWithin = 2,
                 kRowWhiteEach = 5;  ///< …as wide as between rows; and for each size of it
constexpr double kLessWhite = 1, kLessWhiteEach = 5, kLessWhiteMost = 6;  ///< less white above a row
constexpr double kMoreWhite = 1;                                          ///< …or more

/// Lines of several columns on one height.
struct Level {
  std::size_t first = 0, end = 0;  ///< into the makers of rows
  bool across = false;
  bool broken = false;  ///< the rules have a row begin here
  double white = 0;     ///< above it, in sizes, beyond what is between lines of a cell
  std::vector<std::size_t>
      fresh;          ///< columns whose line begins a cell or paragraph by its words or the white above it
  bool item = false;  ///< …one by a list sign
  std::size_t wraps = 0;  ///< cells that have a line on the level above, too
};

/// What is the same all over a table.
struct Stance {
  std::vector<bool> centred;  ///< columns
  bool paragraphs = false;
  double white = 0;       ///< above a row
  bool one_each = false;  ///< what stands between two breaks rather is one row
};

/// How the cells of a row stand in it.
class Shape {
 public:
  explicit Shape(std::size_t columns) : cells_(columns) {}

  void add(const Piece& piece, bool at_top) {
    const Box& box = piece.line.box;
    const auto c = static_cast<std::size_t>(piece.column);
    Cell& cell = cells_[c];
    if (!cell.begun) cell = {true, true, at_top, box.y0, box.y1};
    cell.bottom = std::max(cell.bottom, box.y1);
    for (std::size_t s = c + 1; s < c + static_cast<std::size_t>(piece.span) && s < cells_.size(); ++s)
      cells_[s].filled = true;
    top_ = std::min(top_, box.y0);
    bottom_ = std::max(bottom_, box.y1);
    size_ = std::max(size_, piece.line.size);
  }

  bool filled(std::size_t c) const { return cells_[c].filled; }

  /// What a column's cell costs that stands otherwise than its column does.
  double cost(std::size_t c, bool centred) const {
    const Cell& cell = cells_[c];
    if (!cell.begun) return 0;
    const bool middle = std::abs(cell.top + cell.bottom - top_ - bottom_) / 2 <= kLevel * size_;
    if (centred ? middle : cell.at_top) return 0;
    return (centred ? cell.at_top : middle) ? kOtherStand : kOff;
  }

 private:
  struct Cell {
    bool begun = false, filled = false, at_top = false;
    double top = 0, bottom = 0;
  };
  std::vector<Cell> cells_;
  double top_ = 1e9, bottom_ = -1e9, size_ = 1;
};

class Search {
 public:
  Search(const MeasuredPieces& pieces, const SearchRules& rules)
      : measured_(pieces),
        rules_(rules),
        columns_(pieces.columns()),
        first_(static_cast<std::size_t>(rules.merged)) {
    find_levels();
  }

  FoundRows run() {
    if (levels_.empty()) return {};
    const std::vector<double> whites = likely_whites();
    Cuts best;
    for (const bool centred : {false, true}) {
      if (centred && levels_.size() > kManyLevels) break;
      constexpr int kTurns = 3;
      std::vector<bool> columns(columns_, centred);
      for (int turn = 0; turn < kTurns; ++turn) {
        Cuts found = cheapest(columns, whites);
        std::vector<bool> fitting = fitting_columns(found.starts);
        if (found.cost < best.cost) best = std::move(found);
        if (fitting == columns) break;
        columns = std::move(fitting);
      }
    }
    return rows_of(best);
  }

 private:
  struct Cuts {
    std::vector<std::size_t> starts;  ///< levels that rows begin with
    Stance stance;
    double cost = kInfinite;
  };

  const Piece& piece(std::size_t maker) const { return measured_.pieces()[makers_[maker]]; }

  void find_levels() {
    const std::vector<Piece>& pieces = measured_.pieces();
    level_of_.assign(pieces.size(), 0);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      const Piece& p = pieces[i];
      if (!p.across && static_cast<std::size_t>(p.column + p.span) <= first_) continue;
      const double at = middle(p.line.box), size = std::max(p.line.size, 1.0);
      const double from = makers_.empty() ? at : middle(piece(makers_.size() - 1).line.box);
      if (makers_.empty() || at - from >= kLevel * size) {
        const auto next = std::lower_bound(rules_.breaks.begin(), rules_.breaks.end(), from);
        Level& level = levels_.emplace_back();
        level.first = makers_.size();
        level.white = (at - from) / size - measured_.pitch();
        level.broken = !makers_.empty() && next != rules_.breaks.end() && *next <= at;
      }
      Level& level = levels_.back();
      makers_.push_back(i);
      level.end = makers_.size();
      level.across = level.across || p.across;
      level_of_[i] = levels_.size() - 1;
      if (p.across) continue;
      const std::size_t above = measured_.above(i);
      const double sure = measured_.goes_on(i);
      if (above == MeasuredPieces::kNone || sure < 0 || (sure <= 0 && stands_apart(p, pieces[above])))
        level.fresh.push_back(static_cast<std::size_t>(p.column));
      level.item = level.item || measured_.is_item(i);
      level.wraps += above != MeasuredPieces::kNone && level_of_[above] + 2 == levels_.size();
    }
  }

  /// Whether there is more between two lines of a column than between those of a cell.
  bool stands_apart(const Piece& below, const Piece& above) const {
    const double size = std::max(below.line.size, 1.0);
    return (middle(below.line.box) - middle(above.line.box)) / size - measured_.pitch() > kApart;
  }

  /// White that stands above several levels, and none.
  std::vector<double> likely_whites() const {
    constexpr std::size_t kMost = 6;
    std::vector<double> all;
    for (std::size_t k = 1; k < levels_.size(); ++k) {
      if (levels_[k].white > kEvenWhite && !levels_[k].across && !levels_[k - 1].across)
        all.push_back(levels_[k].white);
    }
    std::sort(all.begin(), all.end());
    std::vector<std::pair<std::size_t, double>> groups;
    for (std::size_t i = 0; i < all.size();) {
      std::size_t end = i + 1;
      while (end < all.size() && all[end] - all[i] <= kEvenWhite) ++end;
      groups.emplace_back(end - i, all[(i + end) / 2]);
      i = end;
    }
    std::stable_sort(groups.begin(), groups.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<double> out{0};
    for (std::size_t g = 0; g < groups.size() && out.size() < kMost; ++g) out.push_back(groups[g].second);
    return out;
  }

  Cuts cheapest(const std::vector<bool>& centred, const std::vector<double>& whites) {
    Cuts out;
    for (const bool paragraphs : {false, true}) {
      Stance stance{centred, paragraphs};
      cost_rows(stance);
      for (const bool one_each : {false, true}) {
        if (one_each ? !rules_.rather_one && rules_.breaks.size() < kFewestBreaks : rules_.rather_one)
          continue;
        stance.one_each = one_each;
        for (const double white : whites) {
          stance.white = white;
          Cuts found = cut(stance);
          if (found.cost < out.cost) out = std::move(found);
        }
      }
    }
    return out;
  }

  double& cost_of(std::size_t first, std::size_t last) { return costs_[first * kMostLevels + last - first]; }

  /// What each stretch of levels costs as a row, but for the white within and above it.
  void cost_rows(const Stance& stance) {
    costs_.assign(levels_.size() * kMostLevels, kInfinite);
    for (std::size_t i = 0; i < levels_.size(); ++i) {
      Shape shape(columns_);
      double cost = kRow;
      for (std::size_t j = i; j < levels_.size() && j < i + kMostLevels; ++j) {
        const Level& level = levels_[j];
        if (j > i && (cost > kDearest || level.broken || level.across != levels_[i].across)) break;
        if (level.across) {
          const double sure = measured_.goes_on(makers_[level.first]);
          cost += std::max(0.0, j > i ? -sure : sure);
          cost_of(i, j) = cost;
          continue;
        }
        for (std::size_t m = level.first; m < level.end; ++m) {
          cost += cost_of_words(m, i, stance);
          shape.add(piece(m), j == i);
        }
        cost_of(i, j) = cost + cost_of_shape(shape, stance, i == 0 && rules_.goes_on);
      }
    }
  }

  /// Of a line in a row that begins with the level `first`.
  double cost_of_words(std::size_t maker, std::size_t first, const Stance& stance) const {
    const std::size_t i = makers_[maker], above = measured_.above(i);
    if (above == MeasuredPieces::kNone) return 0;
    const double sure = measured_.goes_on(i);
    if (level_of_[above] < first) return std::max(0.0, sure);
    if (sure >= 0) return 0;
    const bool item = measured_.is_item(i);
    if (sure <= -MeasuredPieces::kNever || !is_paragraph(levels_[level_of_[i]], item, stance)) return -sure;
    return static_cast<std::size_t>(piece(maker).column) == first_ && !item ? kFirstParagraph : kParagraph;
  }

  /// `open`: the row may go on from the page before.
  double cost_of_shape(const Shape& shape, const Stance& stance, bool open) const {
    double cost = 0, empty = 0;
    std::size_t filled = 0;
    for (std::size_t c = first_; c < columns_; ++c) {
      cost += shape.cost(c, stance.centred[c]);
      filled += shape.filled(c);
      if (!shape.filled(c)) empty += c == first_ ? kEmptyFirst : kEmpty;
    }
    if (open) return cost;
    if (filled > 1 || columns_ - first_ < 2) return cost + empty;
    return cost + (!shape.filled(first_) ? kLoneOther : first_ > 0 ? kLoneBesideMerged : kLone);
  }

  /// Whether a level may begin a paragraph of the cell above it: no other cell begins on it, but for centred
  /// ones.
  static bool is_paragraph(const Level& level, bool item, const Stance& stance) {
    if (level.across || (!stance.paragraphs && !item)) return false;
    const auto count = std::count_if(level.fresh.begin(), level.fresh.end(),
                                     [&](std::size_t c) { return !stance.centred[c]; });
    return count == 1 || (count == 0 && level.fresh.size() == 1);
  }

  /// Of a level that begins no row.
  double cost_within(const Level& level, const Stance& stance) const {
    const double wraps = level.wraps < kFewestWraps ? 0 : kWrap * static_cast<double>(level.wraps);
    if (level.white <= kEvenWhite) return wraps;
    const bool less = level.white < stance.white - kEvenWhite;
    const bool more = stance.white > kEvenWhite && level.white > stance.white + kEvenWhite;
    const bool paragraph = is_paragraph(level, level.item, stance);
    if (paragraph && (stance.one_each || less)) return wraps + kParagraph;
    if (less || (paragraph && more)) return wraps + kWhiteWithin;
    return wraps + kRowWhiteWithin + kRowWhiteEach * std::min(1.0, level.white);
  }

  /// Of a level that begins a row.
  double cost_above(std::size_t k, const Stance& stance) const {
    if (k == 0) return 0;
    if (levels_[k].broken) return 0;
    const double another = stance.one_each ? kRatherOne : 0;
    if (levels_[k].across || levels_[k - 1].across) return another;
    const double less = stance.white - levels_[k].white;
    if (less > kEvenWhite) return another + std::min(kLessWhiteMost, kLessWhite + kLessWhiteEach * less);
    return another + (less < -kEvenWhite ? kMoreWhite : 0);
  }

  /// Costs of the levels up to each that begin no row, together.
  std::vector<double> costs_within(const Stance& stance) const {
    std::vector<double> out{0};
    for (const Level& level : levels_) out.push_back(out.back() + cost_within(level, stance));
    return out;
  }

  /// The cheapest rows; `costs_` are those of the stance.
  Cuts cut(const Stance& stance) {
    const std::size_t n = levels_.size();
    const std::vector<double> within = costs_within(stance);
    before_.assign(n + 1, kInfinite);
    before_[0] = 0;
    std::vector<std::size_t> from(n + 1, 0);
    for (std::size_t i = 0; i < n; ++i) {
      const double before = before_[i] + cost_above(i, stance) - within[i + 1];
      for (std::size_t j = i; j < n && j < i + kMostLevels; ++j) {
        const double sum = before + cost_of(i, j) + within[j + 1];
        if (sum >= before_[j + 1]) continue;
        before_[j + 1] = sum;
        from[j + 1] = i;
      }
    }
    Cuts out;
    for (std::size_t end = n; end > 0; end = from[end]) out.starts.push_back(from[end]);
    std::reverse(out.starts.begin(), out.starts.end());
    const auto centred = std::count(stance.centred.begin(), stance.centred.end(), true);
    out.stance = stance;
    out.cost = before_[n] + kCentredColumn * static_cast<double>(centred);
    if (stance.one_each && !rules_.rather_one) {
      out.cost += kOneEach;
    } else if (stance.paragraphs) {
      out.cost += kParagraphs;
    }
    return out;
  }

  /// For each level, by how much the cheapest rows that begin with it and those that do not differ.
  std::vector<double> margins(const Stance& stance) {
    const std::size_t n = levels_.size();
    cost_rows(stance);
    cut(stance);
    const std::vector<double> within = costs_within(stance);
    std::vector<double> behind(n + 1, kInfinite), joined(n + 1, kInfinite);
    behind[n] = 0;
    for (std::size_t i = n; i-- > 0;) {
      double least = kInfinite;
      for (std::size_t j = std::min(n, i + kMostLevels); j-- > i;) {
        least = std::min(least, cost_of(i, j) + within[j + 1] - within[i + 1] + behind[j + 1]);
        const double sum = before_[i] + cost_above(i, stance) + least;
        if (j > i) joined[j] = std::min(joined[j], sum);
        if (j == i) behind[i] = cost_above(i, stance) + least;
      }
    }
    std::vector<double> out;
    for (std::size_t k = 0; k < n; ++k) out.push_back(std::abs(before_[k] + behind[k] - joined[k]));
    return out;
  }

  /// For each column, whether its cells rather are in the middle of those rows than at their top.
  std::vector<bool> fitting_columns(const std::vector<std::size_t>& starts) const {
    std::vector<double> at_top(columns_, 0), centred(columns_, kCentredColumn);
    for (std::size_t r = 0; r < starts.size(); ++r) {
      Shape shape(columns_);
      for (std::size_t m = levels_[starts[r]].first; m < end_of(starts, r); ++m) {
        if (!piece(m).across) shape.add(piece(m), level_of_[makers_[m]] == starts[r]);
      }
      for (std::size_t c = 0; c < columns_; ++c) {
        at_top[c] += shape.cost(c, false);
        centred[c] += shape.cost(c, true);
      }
    }
    std::vector<bool> out(columns_, false);
    for (std::size_t c = 0; c < columns_; ++c) out[c] = centred[c] < at_top[c];
    return out;
  }

  /// The maker behind the `r`th row.
  std::size_t end_of(const std::vector<std::size_t>& starts, std::size_t r) const {
    return r + 1 < starts.size() ? levels_[starts[r + 1]].first : makers_.size();
  }

  FoundRows rows_of(const Cuts& cuts) {
    FoundRows out;
    out.cost = cuts.cost;
    const std::vector<double> unsure = margins(cuts.stance);
    for (std::size_t r = 0; r < cuts.starts.size(); ++r) {
      const std::size_t start = cuts.starts[r],
                        end = r + 1 < cuts.starts.size() ? cuts.starts[r + 1] : levels_.size();
      FoundRow& row = out.rows.emplace_back();
      row.pieces.assign(makers_.begin() + static_cast<std::ptrdiff_t>(levels_[start].first),
                        makers_.begin() + static_cast<std::ptrdiff_t>(end_of(cuts.starts, r)));
      row.cost = cost_of(start, end - 1) + cost_above(start, cuts.stance);
      row.margin = *std::min_element(unsure.begin() + static_cast<std::ptrdiff_t>(start),
                                     unsure.begin() + static_cast<std::ptrdiff_t>(end));
    }
    return out;
  }

  const MeasuredPieces& measured_;
  const SearchRules& rules_;
  std::size_t columns_, first_;
  std::vector<std::size_t> makers_;  ///< pieces that make rows, from top to bottom
  std::vector<Level> levels_;
  std::vector<std::size_t> level_of_;  ///< of each piece
  std::vector<double> costs_;          ///< of a row from one level to another
  std::vector<double> before_;         ///< of the cheapest rows that end before each level
};

}  // namespace

FoundRows search_rows(const MeasuredPieces& pieces, const SearchRules& rules) {
  return Search(pieces, rules).run();
}

}  // namespace pst::layout

#include "layout/measured_pieces.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "layout/flow.hpp"
#include "layout/row_labels.hpp"
#include "layout/steps.hpp"
#include "text/unicode.hpp"

namespace pst::layout {
namespace {

constexpr double kLoose = 1.25;        ///< times the pitch: lines further apart are not of one cell
constexpr double kWidestPitch = 1.55;  ///< sizes: lines of one cell are not further apart
constexpr double kUsualPitch = 1.2;
constexpr double kLooseShare = 0.2;    ///< of the steps that are loose, for gaps to tell the rows apart
constexpr double kMergedShare = 0.08;  ///< …where merged cells bear them out

}  // namespace

MeasuredPieces::MeasuredPieces(std::vector<Piece> pieces, std::size_t columns) : pieces_(std::move(pieces)) {
  std::stable_sort(pieces_.begin(), pieces_.end(),
                   [](const Piece& a, const Piece& b) { return middle(a.line.box) < middle(b.line.box); });
  by_column_.resize(columns);
  right_.assign(columns, 0);
  left_.assign(columns, 1e9);
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    if (pieces_[i].across) continue;
    const auto c = static_cast<std::size_t>(pieces_[i].column);
    by_column_[c].push_back(i);
    left_[c] = std::min(left_[c], pieces_[i].line.box.x0);
    double& right = right_[c + static_cast<std::size_t>(pieces_[i].span) - 1];
    right = std::max(right, pieces_[i].line.box.x1);
  }
  labelled_next_.assign(pieces_.size(), false);
  for (const auto& column : by_column_) {
    LabelSeries labels;
    for (const std::size_t i : column) labelled_next_[i] = labels.goes_on(pieces_[i].line.text);
  }
  measure();
}

double MeasuredPieces::step(const std::vector<std::size_t>& column, std::size_t k) const {
  return middle(pieces_[column[k]].line.box) - middle(pieces_[column[k - 1]].line.box);
}

bool MeasuredPieces::is_loose(double step, double size) const {
  return step > kLoose * pitch_ * size;
}

void MeasuredPieces::measure() {
  std::vector<double> steps;
  for (const auto& column : by_column_) {
    for (std::size_t k = 1; k < column.size(); ++k) {
      const double size = pieces_[column[k]].line.size;
      if (step(column, k) > 0.8 * size && step(column, k) < 4 * size) steps.push_back(step(column, k) / size);
    }
  }
  if (!steps.empty()) {
    pitch_ = least_common(steps);
    if (pitch_ > kWidestPitch) pitch_ = kUsualPitch;  // every cell is one line: these are rows
    learn_limit();
  }
  level_.assign(pieces_.size(), 0);
  filled_.assign(1, 0);
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    const double down = i == 0 ? 0 : middle(pieces_[i].line.box) - middle(pieces_[i - 1].line.box);
    if (down >= 0.3 * pieces_[i].line.size) filled_.push_back(0);
    level_[i] = filled_.size() - 1;
    filled_.back() += !pieces_[i].across;
  }
  for (std::size_t i = 0; i < pieces_.size(); ++i)
    items_are_rows_ = items_are_rows_ || (filled_[level_[i]] > 1 && begins_with_list_sign(pieces_[i].line));
}

bool MeasuredPieces::gaps_tell(int merged) const {
  constexpr std::size_t kFewLevels = 3;
  std::size_t loose = 0, levels = 0;
  bool below_head = false;  // the first step is loose
  const TextLine* above = nullptr;
  for (const Piece& piece : pieces_) {
    if (piece.column + piece.span <= merged) continue;
    const double size = piece.line.size;
    const double down = above == nullptr ? 0 : middle(piece.line.box) - middle(above->box);
    above = &piece.line;
    if (down < 0.3 * size) continue;
    ++levels;
    const bool wide = is_loose(down, size);
    loose += wide;
    below_head = below_head || (wide && levels == 1);
  }
  const double share = merged == 0 ? kLooseShare : kMergedShare;
  return pitch_ > 0 && static_cast<double>(loose) >= share * static_cast<double>(levels) &&
         !(loose == 1 && below_head && levels >= kFewLevels);
}

/// In a dense table the steps to a next row are hardly larger than those within a cell: what surely goes on
/// and what surely does not tells where the limit lies.
void MeasuredPieces::learn_limit() {
  std::vector<double> within, between;
  for (const auto& column : by_column_) {
    for (std::size_t k = 1; k < column.size(); ++k) {
      const TextLine& above = pieces_[column[k - 1]].line;
      const TextLine& line = pieces_[column[k]].line;
      const double relative = step(column, k) / std::max(line.size, above.size);
      if (relative > kLoose * pitch_) continue;
      const bool full = is_full(above, line, right_of(pieces_[column[k - 1]], pieces_[column[k]]));
      if (full && text::starts_lower(line.text)) within.push_back(relative);
      if (!full && !text::starts_lower(line.text) && !begins_with_list_sign(line))
        between.push_back(relative);
    }
  }
  if (within.size() < 2 || between.size() < 2) return;
  std::sort(within.begin(), within.end());
  std::sort(between.begin(), between.end());
  const double most = within[within.size() * 9 / 10], least = between[between.size() / 10];
  if (least > 1.03 * most) limit_ = (most + least) / 2;
}

bool MeasuredPieces::is_level(std::size_t i) const {
  const Box& box = pieces_[i].line.box;
  bool beside = false;
  for (const std::size_t j : {i - 2, i - 1, i + 1, i + 2}) {
    if (j >= pieces_.size() || pieces_[j].column == pieces_[i].column || pieces_[j].across) continue;
    const double off = std::abs(middle(pieces_[j].line.box) - middle(box));
    if (off < 0.2 * height(box)) return true;
    beside = beside || off < 0.8 * height(box);
  }
  return !beside;
}

bool MeasuredPieces::near(const TextLine& above, const TextLine& line) const {
  const double step = middle(line.box) - middle(above.box);
  const double limit = limit_ > 0 ? limit_ : kLoose * (pitch_ > 0 ? pitch_ : kUsualPitch);
  return step <= limit * std::max(line.size, above.size);
}

bool MeasuredPieces::across_between(std::size_t a, std::size_t b) const {
  for (std::size_t i = a + 1; i < b; ++i) {
    if (pieces_[i].across) return true;
  }
  return false;
}

double MeasuredPieces::right_of(const Piece& above, const Piece& line) const {
  const auto last = static_cast<std::size_t>(line.column + std::max(above.span, line.span) - 1);
  return std::max({right_[last], above.line.box.x1, line.line.box.x1});
}

bool MeasuredPieces::both_whole(std::size_t above, std::size_t below) const {
  const auto columns = std::max<std::size_t>(by_column_.size(), 3);
  if (filled_[level_[above]] < columns || filled_[level_[below]] < columns) return false;
  bool figure = false;
  for (std::size_t i = first_of_level(below); i < pieces_.size() && level_[i] == level_[below]; ++i) {
    const TextLine& line = pieces_[i].line;
    std::size_t a = first_of_level(above);
    while (level_[a] == level_[above] && pieces_[a].column != pieces_[i].column) ++a;
    const bool beneath = level_[a] == level_[above];
    if (text::starts_lower(line.text) &&
        (!beneath || is_full(pieces_[a].line, line, right_of(pieces_[a], pieces_[i]))))
      return false;
    figure = figure || is_short_figure(line.text);
  }
  return figure;
}

bool MeasuredPieces::levels_apart(std::size_t above, std::size_t below) const {
  constexpr double kBetween = 1.5;  // of the size: white before the next column
  const std::size_t columns = by_column_.size();
  if (columns < 4 || filled_[level_[above]] < columns || filled_[level_[below]] < columns) return false;
  std::size_t with_room = 0;
  for (std::size_t i = first_of_level(below); i < pieces_.size() && level_[i] == level_[below]; ++i) {
    const TextLine& line = pieces_[i].line;
    std::size_t a = first_of_level(above);
    while (level_[a] == level_[above] && pieces_[a].column != pieces_[i].column) ++a;
    if (level_[a] != level_[above]) return false;
    const auto next = static_cast<std::size_t>(pieces_[i].column) + 1;
    const double right =
        next < columns ? left_[next] - kBetween * line.size : std::max(right_.back(), line.box.x1);
    const bool full = is_full(pieces_[a].line, line, right);
    if (full && text::starts_lower(line.text)) return false;
    with_room += !full;
  }
  return with_room > 1;
}

bool MeasuredPieces::all_levels_apart() const {
  constexpr std::size_t kFewest = 3;
  if (filled_.size() < kFewest) return false;
  for (std::size_t i = 1; i < pieces_.size(); ++i) {
    if (level_[i] > level_[i - 1] && !levels_apart(i - 1, i)) return false;
  }
  return true;
}

std::size_t MeasuredPieces::first_of_level(std::size_t i) const {
  while (i > 0 && level_[i - 1] == level_[i]) --i;
  return i;
}

}  // namespace pst::layout

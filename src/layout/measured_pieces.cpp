#include "layout/measured_pieces.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <string_view>
#include <utility>

#include "layout/flow.hpp"
#include "layout/row_labels.hpp"
#include "layout/steps.hpp"
#include "text/unicode.hpp"

namespace pst::layout {
namespace {

constexpr double kLoose = 1.25;        ///< times the pitch: lines further apart are not of one cell
constexpr double kWidestPitch = 1.75;  ///< sizes: lines of one cell are not further apart
constexpr double kUsualPitch = 1.2;

/// Whether a line ends with a sign that something follows.
bool leaves_open(const std::string& text) {
  return !text.empty() && std::string_view(",/-&+('").find(text.back()) != std::string_view::npos;
}

bool opens(const std::string& text) {
  return text.front() == '(' || text.front() == '/' || text.front() == '&';
}

/// A sum, a year, a number by itself.
bool is_figure(const std::string& text) {
  return text.find_first_of("0123456789") != std::string::npos &&
         std::none_of(text.begin(), text.end(), [](unsigned char c) { return std::isalpha(c) != 0; });
}

}  // namespace

MeasuredPieces::MeasuredPieces(std::vector<Piece> pieces, std::size_t columns) : pieces_(std::move(pieces)) {
  std::stable_sort(pieces_.begin(), pieces_.end(),
                   [](const Piece& a, const Piece& b) { return middle(a.line.box) < middle(b.line.box); });
  by_column_.resize(columns);
  right_.assign(columns, 0);
  left_.assign(columns, 1e9);
  above_.assign(pieces_.size(), kNone);
  std::size_t across = kNone;
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    if (pieces_[i].across) {
      if (i > 0 && across == i - 1) above_[i] = across;
      across = i;
      continue;
    }
    const auto c = static_cast<std::size_t>(pieces_[i].column);
    if (!by_column_[c].empty() && (across == kNone || by_column_[c].back() > across))
      above_[i] = by_column_[c].back();
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
  goes_on_.assign(pieces_.size(), 0);
  for (const Piece& piece : pieces_) is_item_.push_back(!piece.across && begins_with_list_sign(piece.line));
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    if (above_[i] != kNone) goes_on_[i] = evidence(i);
  }
  measure_pitch();
}

double MeasuredPieces::evidence(std::size_t i) const {
  constexpr double kSurely = 4, kRather = 1, kPerhaps = 0.5, kHardly = 2.5;
  const TextLine& line = pieces_[i].line;
  const TextLine& above = pieces_[above_[i]].line;
  const bool full = is_full(above, line, right_of(i));
  const bool lower = text::starts_lower(line.text);
  if (labelled_next_[i]) return -kNever;
  if (line.bold != above.bold || std::abs(line.size - above.size) > 0.1 * line.size)
    return full && lower ? 0 : -kNever;
  if (is_item_[i]) return -kHardly;
  if (is_short_figure(line.text) && is_short_figure(above.text) && !leaves_open(above.text)) return -kNever;
  if (lower && full) return is_short(i) ? kRather : kSurely;
  if (lower) return ends_sentence(above.text) ? -kRather : is_short(i) ? 0 : kPerhaps;
  if (leaves_open(above.text) || opens(line.text)) return full ? kHardly : kRather;
  if (!full) return -kHardly;
  if (above.text.back() == ':') return 0;
  if (ends_sentence(above.text) || is_figure(line.text)) return -kRather;
  return is_full(above, line, room_of(i)) ? 0 : -kPerhaps;
}

bool MeasuredPieces::is_short(std::size_t i) const {
  const Box& above = pieces_[above_[i]].line.box;
  return 2 * width(above) < room_of(i) - above.x0;
}

/// The step between lines that surely are of one cell, where there are such.
void MeasuredPieces::measure_pitch() {
  constexpr double kLeast = 0.8, kMost = 4;  // sizes
  std::vector<double> steps, sure;
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    if (above_[i] == kNone) continue;
    const TextLine& line = pieces_[i].line;
    const double step = (middle(line.box) - middle(pieces_[above_[i]].line.box)) / line.size;
    if (step < kLeast || step > kMost) continue;
    steps.push_back(step);
    if (goes_on_[i] > 2 && step < 2) sure.push_back(step);
  }
  pitch_ = kUsualPitch;
  if (sure.size() > 1) {
    pitch_ = least_common(sure);
  } else if (!steps.empty()) {
    const double least = least_common(steps);
    if (least <= kWidestPitch) pitch_ = least;
  }
}

bool MeasuredPieces::near(const TextLine& above, const TextLine& line) const {
  return middle(line.box) - middle(above.box) <= kLoose * pitch_ * std::max(line.size, above.size);
}

double MeasuredPieces::right_of(std::size_t i) const {
  const Piece& above = pieces_[above_[i]];
  const auto next = static_cast<std::size_t>(pieces_[i].column + std::max(above.span, pieces_[i].span));
  return std::max({right_[next - 1], above.line.box.x1, pieces_[i].line.box.x1});
}

double MeasuredPieces::room_of(std::size_t i) const {
  constexpr double kBetween = 1.5;  // of the size: white before the next column
  const auto next =
      static_cast<std::size_t>(pieces_[i].column + std::max(pieces_[above_[i]].span, pieces_[i].span));
  const bool known = next < left_.size() && left_[next] < 1e9;
  return std::max(right_of(i), known ? left_[next] - kBetween * pieces_[i].line.size : 0);
}

}  // namespace pst::layout

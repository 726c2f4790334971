#include "layout/row_pieces.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "layout/flow.hpp"
#include "text/unicode.hpp"

namespace pst::layout {

namespace {

/// Whether a line goes on with the heading across the columns above it: in its type, close below its line,
/// which is full.
bool goes_on_across(const TextLine& above, const TextLine& line, double right) {
  constexpr double kFarthest = 1.5;  // of the size
  const double step = middle(line.box) - middle(above.box);
  const bool alike = above.bold == line.bold && std::abs(above.size - line.size) < 0.05 * line.size &&
                     step < kFarthest * line.size && std::abs(above.box.x0 - line.box.x0) < line.size;
  // The page may be wider than the table's words.
  return alike && (is_full(above, line, right) || (line.bold && text::starts_lower(line.text)));
}

}  // namespace

std::size_t column_at(const std::vector<double>& edges, double x) {
  const auto next = std::upper_bound(edges.begin() + 1, edges.end() - 1, x);
  return static_cast<std::size_t>(next - edges.begin()) - 1;
}

void cut(const TextLine& line, const std::vector<double>& edges, const std::vector<Strip>& strips,
         std::vector<Piece>& out) {
  constexpr double kSpace = 0.35;  // of the size: words no further apart are of one text
  constexpr double kParted =
      0.9;  // …and so far apart they are not, though others of the line reach over strips
  std::vector<bool> open(strips.size(), true);
  bool whole = true, parted = false;
  for (std::size_t s = 0; s < strips.size(); ++s) {
    const Strip& strip = strips[s];
    const double x = (strip.x0 + strip.x1) / 2;
    double before = -1e9, behind = 1e9;
    bool crossed = false;
    for (const Word& word : line.words) {
      crossed = crossed || (word.box.x0 < strip.x1 - 0.5 && word.box.x1 > strip.x0 + 0.5);
      if ((word.box.x0 + word.box.x1) / 2 < x) {
        before = std::max(before, word.box.x1);
      } else {
        behind = std::min(behind, word.box.x0);
      }
    }
    const bool both_sides = before > -1e9 && behind < 1e9;
    whole = whole && !crossed && behind - before >= kSpace * line.size;
    open[s] = !crossed && both_sides && behind - before >= kParted * line.size;
    parted = parted || open[s];
  }
  if (!whole && !parted) {
    out.push_back({line, 0, static_cast<int>(edges.size()) - 1, true});
    return;
  }
  std::vector<std::vector<Word>> words(edges.size() - 1);
  for (const Word& word : line.words)
    words[column_at(edges, (word.box.x0 + word.box.x1) / 2)].push_back(word);
  for (std::size_t c = 0; c < words.size();) {
    std::size_t end = c + 1, last = c;
    for (; !whole && end < words.size() && !open[end - 1]; ++end) {
      if (words[end].empty()) continue;
      last = end;
      words[c].insert(words[c].end(), words[end].begin(), words[end].end());
    }
    std::size_t first = c;
    if (!words[c].empty()) {
      first = column_at(edges, (words[c].front().box.x0 + words[c].front().box.x1) / 2);
      for (TextLine& part : find_lines(std::move(words[c])))
        out.push_back({std::move(part), static_cast<int>(first),
                       static_cast<int>(std::max(last, first) - first) + 1, false});
    }
    c = end;
  }
}

std::vector<Piece> cut_lines(const std::vector<TextLine>& lines, const std::vector<double>& edges,
                             const std::vector<Strip>& strips) {
  std::vector<Piece> pieces;
  for (const TextLine& line : lines) {
    if (!pieces.empty() && pieces.back().across && goes_on_across(pieces.back().line, line, edges.back())) {
      pieces.push_back({line, 0, static_cast<int>(edges.size()) - 1, true});
    } else {
      cut(line, edges, strips, pieces);
    }
  }
  return pieces;
}

bool has_several_rows(const std::vector<Piece>& pieces) {
  constexpr double kApart = 1.6, kLevel = 0.4;  // of the size
  const Piece* above = nullptr;
  for (const Piece& piece : pieces) {
    if (piece.column != 0 || piece.across) continue;
    const double at = middle(piece.line.box), size = piece.line.size;
    const bool beside = std::any_of(pieces.begin(), pieces.end(), [&](const Piece& other) {
      return other.column > 0 && std::abs(middle(other.line.box) - at) < kLevel * size;
    });
    if (!beside) continue;
    if (above != nullptr && at - middle(above->line.box) > kApart * size) return true;
    above = &piece;
  }
  return false;
}

}  // namespace pst::layout

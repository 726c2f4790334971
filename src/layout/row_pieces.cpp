#include "layout/row_pieces.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

#include "layout/flow.hpp"
#include "text/unicode.hpp"

namespace pst::layout {

namespace {

/// Whether a line goes on with the heading across the columns above it: in its type, close below its line,
/// which is full. A sign may stand before the first line's words (`▼`), drawn or set aside.
bool goes_on_across(const TextLine& above, const TextLine& line, double right) {
  constexpr double kFarthest = 1.5, kSign = 1.5;  // of the size
  const double step = middle(line.box) - middle(above.box), left = above.box.x0 - line.box.x0;
  const bool alike = above.bold == line.bold && std::abs(above.size - line.size) < 0.05 * line.size &&
                     step < kFarthest * line.size;
  const bool typed = line.words.front().source_line != 0;
  const bool full = is_full(above, line, right);
  const bool within = (line.bold || typed) && text::starts_lower(line.text);
  if (!alike || std::abs(left) >= line.size)
    return alike && full && within && left > 0 && left < kSign * line.size;
  // The page may be wider than the table's words.
  return full || within;
}

/// What a line is to a strip between two columns.
struct AtStrip {
  bool spaced = false;  ///< no word in it, words on its sides no nearer than those of two texts
  bool parted = false;  ///< …so far apart that they are not of one text, though others of the line may be
  bool filled = false;  ///< a word begins where the column behind it does, however near the one before it
  bool over = false;    ///< a word reaches over where that column begins
};

AtStrip at_strip(const TextLine& line, const Strip& strip) {
  constexpr double kSpace = 0.35, kParted = 0.9;  // of the size
  constexpr double kAligned = 1.6, kTouch = 0.5;  // points
  const double x = (strip.x0 + strip.x1) / 2;
  double before = -1e9, behind = 1e9, reached = -1e9, start = 1e9;
  bool crossed = false;
  for (const Word& word : line.words) {
    const bool behind_start = word.box.x0 >= strip.x1 - kTouch;
    crossed = crossed || (!behind_start && word.box.x1 > strip.x0 + kTouch);
    if (behind_start) {
      start = std::min(start, word.box.x0);
    } else {
      reached = std::max(reached, word.box.x1);
    }
    if ((word.box.x0 + word.box.x1) / 2 < x) {
      before = std::max(before, word.box.x1);
    } else {
      behind = std::min(behind, word.box.x0);
    }
  }
  AtStrip out;
  out.spaced = !crossed && behind - before >= kSpace * line.size;
  out.parted = !crossed && before > -1e9 && behind < 1e9 && behind - before >= kParted * line.size;
  out.filled = reached > -1e9 && reached < start && start < strip.x1 + kAligned;
  out.over = reached > strip.x1 + kTouch;
  return out;
}

/// Whether a line goes on with a heading whose label stands off its wording, so that the line above it was
/// cut in two: it begins below the label, in lower case.
bool goes_on_below_label(const TextLine& above, const std::vector<Piece>& pieces, const TextLine& line,
                         double right) {
  if (pieces.size() < 2 || !above.bold || !line.bold || !text::starts_lower(line.text)) return false;
  const Piece& label = pieces[pieces.size() - 2];
  const Piece& wording = pieces.back();
  return wording.span > 1 && label.column == 0 && middle(label.line.box) > above.box.y0 &&
         line.box.x0 < label.line.box.x1 && goes_on_across(above, line, right);
}

}  // namespace

std::size_t column_at(const std::vector<double>& edges, double x) {
  const auto next = std::upper_bound(edges.begin() + 1, edges.end() - 1, x);
  return static_cast<std::size_t>(next - edges.begin()) - 1;
}

void cut(const TextLine& line, const std::vector<double>& edges, const std::vector<Strip>& strips,
         std::vector<Piece>& out) {
  std::vector<bool> open(strips.size(), true), filled(strips.size(), false);
  bool whole = true, parted = false, any_over = false;
  for (std::size_t s = 0; s < strips.size(); ++s) {
    const AtStrip at = at_strip(line, strips[s]);
    whole = whole && at.spaced;
    open[s] = at.parted;
    parted = parted || at.parted;
    filled[s] = at.filled;
    any_over = any_over || at.over;
  }
  // In a row that keeps to all other columns a cell may fill its own up to where the next one begins; the
  // first is a label, and seldom does.
  const bool placed = line.words.front().source_line == 0;
  if (placed && !any_over && !open.empty() && open.front() && std::count(open.begin(), open.end(), true) > 1)
    std::transform(open.begin(), open.end(), filled.begin(), open.begin(), std::logical_or<>());
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
  const int columns = static_cast<int>(edges.size()) - 1;
  const TextLine* above = nullptr;
  for (const TextLine& line : lines) {
    if (above != nullptr && goes_on_below_label(*above, pieces, line, edges.back())) {
      pieces.resize(pieces.size() - 2);
      pieces.push_back({*above, 0, columns, true});
    }
    above = &line;
    if (!pieces.empty() && pieces.back().across && goes_on_across(pieces.back().line, line, edges.back())) {
      pieces.push_back({line, 0, columns, true});
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

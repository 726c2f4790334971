#include "layout/gutters.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "text/unicode.hpp"

namespace pst::layout {
namespace {

constexpr double kNarrowest = 0.5;        ///< of the size: a gutter is as wide as this at least
constexpr double kSpace = 0.42;           ///< of the size: a narrower gap is a space between words
constexpr double kAlike = 1.5;            ///< points: words that begin so near one another are aligned
constexpr double kNarrowColumn = 0.2;     ///< of the whole width
constexpr std::size_t kFewestStarts = 3;  ///< lines that begin at the right column's edge
constexpr std::size_t kFewestLines = 4;   ///< on either side
constexpr std::size_t kMostCandidates = 24;
constexpr double kFill = 0.55;    ///< mean share of the column that lines of prose fill
constexpr double kWords = 2.5;    ///< mean words of such a line
constexpr double kRowGap = 1.35;  ///< times the pitch: a gap between paragraphs or rows
constexpr double kKnown = 4;      ///< points from a gutter of another page

using Words = std::span<const Word* const>;

/// What may stand before a text, a gap between them: a list sign or a number, no cell.
bool is_label(const std::string& text) {
  const std::size_t length = text::length(text);
  return length <= 4 || (length <= 14 && text.find_first_of("0123456789") != std::string::npos);
}

/// Whether a wide gap stands within the line, behind more than a label.
bool is_parted(const TextLine& line) {
  constexpr double kParted = 1.2;  // of the size
  constexpr std::size_t kSign = 2;
  std::string before;
  bool labelled = false;
  for (std::size_t i = 0; i + 1 < line.words.size(); ++i) {
    before += line.words[i].text;
    const double gap = line.words[i + 1].box.x0 - line.words[i].box.x1;
    if (gap <= kParted * line.words[i].size) continue;
    if (!is_label(before) || (labelled && text::length(before) > kSign)) return true;
    labelled = true;
    before.clear();
  }
  return false;
}

/// The white to the left of each word up to the next one beside it; infinite for the first of a line.
std::vector<double> gaps_before(Words words, double size) {
  struct Entry {
    long bucket;
    std::size_t word;
  };
  std::vector<Entry> entries;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Box& box = words[i]->box;
    const double margin = 0.25 * height(box);
    const long first = std::lround(std::floor((box.y0 + margin) / size));
    const long last = std::min(first + 8, std::lround(std::floor((box.y1 - margin) / size)));
    for (long bucket = first; bucket <= last; ++bucket) entries.push_back({bucket, i});
  }
  std::sort(entries.begin(), entries.end(), [&](const Entry& a, const Entry& b) {
    if (a.bucket != b.bucket) return a.bucket < b.bucket;
    if (words[a.word]->box.x0 != words[b.word]->box.x0) return words[a.word]->box.x0 < words[b.word]->box.x0;
    return a.word < b.word;
  });
  std::vector<double> gaps(words.size(), std::numeric_limits<double>::infinity());
  double reached = 0;
  for (std::size_t e = 0; e < entries.size(); ++e) {
    const Box& box = words[entries[e].word]->box;
    const bool first = e == 0 || entries[e].bucket != entries[e - 1].bucket;
    if (!first) gaps[entries[e].word] = std::min(gaps[entries[e].word], box.x0 - reached);
    reached = first ? box.x1 : std::max(reached, box.x1);
  }
  return gaps;
}

/// Places where several words begin behind a gap, most words first.
std::vector<double> candidates(Words words, const std::vector<double>& gaps, double size,
                               std::span<const double> known) {
  std::vector<double> starts;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (gaps[i] >= kNarrowest * size) starts.push_back(words[i]->box.x0);
  }
  std::sort(starts.begin(), starts.end());
  std::vector<std::pair<std::size_t, double>> clusters;
  for (std::size_t i = 0; i < starts.size();) {
    std::size_t end = i + 1;
    while (end < starts.size() && starts[end] - starts[i] <= 2 * kAlike) ++end;
    const bool is_known =
        std::any_of(known.begin(), known.end(), [&](double x) { return std::abs(x - starts[i]) < kKnown; });
    if (end - i >= kFewestStarts || is_known) clusters.emplace_back(end - i, starts[i]);
    i = end;
  }
  std::stable_sort(clusters.begin(), clusters.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  if (clusters.size() > kMostCandidates) clusters.resize(kMostCandidates);
  std::vector<double> out;
  for (const auto& [count, x] : clusters) out.push_back(x);
  // A short column may hold nothing that begins at its edge.
  constexpr std::size_t kMostKnown = 8;
  for (std::size_t k = 0; k < known.size() && k < kMostKnown; ++k) out.push_back(known[k]);
  return out;
}

struct Side {
  std::size_t lines = 0;
  std::vector<double> bold;  ///< tops of the lines in bold
  bool head = false;         ///< the first line is in bold and of several texts
  double top = 0;
  double left = 0, right = 0;
  double fill = 0;         ///< mean share of the width that a line fills
  double words = 0;        ///< mean words a line
  std::size_t parted = 0;  ///< lines of several texts, held apart like cells
  std::vector<double> at;  ///< middle of each line, and its top
  std::vector<double> tops;
  std::vector<bool> fresh;  ///< lines whose first word had room on the line above
  double pitch = 0;
};

Side look_at(const std::vector<const Word*>& words) {
  std::vector<Word> copies;
  copies.reserve(words.size());
  for (const Word* word : words) {
    Word& copy = copies.emplace_back();
    // All that is asked of them: whether they may be labels, and how long their figures are.
    const bool figures = word->text.find_first_of("0123456789") != std::string::npos;
    const std::size_t length = figures ? std::min<std::size_t>(text::length(word->text), 5) : 1;
    copy.text = is_label(word->text) ? std::string(length, '1') : "xxxxx";
    copy.box = word->box;
    copy.size = word->size;
    copy.bold = word->bold;
  }
  const std::vector<TextLine> lines = find_lines(std::move(copies));
  Side side;
  side.lines = lines.size();
  if (lines.empty()) return side;
  side.left = lines.front().box.x0;
  side.right = lines.front().box.x1;
  side.top = lines.front().box.y0;
  side.head = lines.front().bold && is_parted(lines.front());
  std::vector<double> steps;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    side.left = std::min(side.left, lines[i].box.x0);
    side.right = std::max(side.right, lines[i].box.x1);
    side.words += static_cast<double>(lines[i].words.size());
    side.fill += width(lines[i].box);
    side.parted += is_parted(lines[i]);
    if (lines[i].bold) side.bold.push_back(lines[i].box.y0);
    side.at.push_back(middle(lines[i].box));
    side.tops.push_back(lines[i].box.y0);
    if (i > 0) steps.push_back(side.at[i] - side.at[i - 1]);
  }
  constexpr double kRoom = 1;  // of the size, with a space
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const double first = width(lines[i].words.front().box) + kRoom * lines[i].size;
    side.fresh.push_back(i == 0 || lines[i - 1].box.x1 + first < side.right);
  }
  side.fill /= std::max(1.0, (side.right - side.left) * static_cast<double>(side.lines));
  side.words /= static_cast<double>(side.lines);
  if (!steps.empty()) {
    std::sort(steps.begin(), steps.end());
    side.pitch = steps[steps.size() / 4];
  }
  return side;
}

struct Paragraph {
  double top = 0, middle = 0;
};

/// A side's paragraphs; `pitch` is that of their lines.
std::vector<Paragraph> paragraphs_of(const Side& side, double pitch) {
  std::vector<Paragraph> out;
  double first = 0;
  for (std::size_t i = 0; i < side.at.size(); ++i) {
    if (i == 0 || side.at[i] - side.at[i - 1] > kRowGap * pitch) {
      out.push_back({side.tops[i], 0});
      first = side.at[i];
    }
    out.back().middle = (first + side.at[i]) / 2;
  }
  return out;
}

/// Whether paragraphs on the two sides begin, or have their middles, beside one another: rows of a table do,
/// columns of prose do not.
bool in_step(const Side& left, const Side& right, double size) {
  // Cells of one line each say nothing of the pitch.
  const double pitch = std::min(left.pitch, right.pitch);
  const std::vector<Paragraph> a = paragraphs_of(left, pitch), b = paragraphs_of(right, pitch);
  const std::vector<Paragraph>& fewer = a.size() <= b.size() ? a : b;
  const std::vector<Paragraph>& more = a.size() <= b.size() ? b : a;
  const bool cells = left.parted > 1 || right.parted > 1;
  if (fewer.size() < (cells ? 2U : 3U)) return false;
  const auto beside = [&](double Paragraph::*at) {
    return static_cast<std::size_t>(std::count_if(fewer.begin(), fewer.end(), [&](const Paragraph& one) {
      const auto next = std::lower_bound(more.begin(), more.end(), one.*at - 0.4 * size,
                                         [&](const Paragraph& other, double y) { return other.*at < y; });
      return next != more.end() && (*next).*at < one.*at + 0.4 * size;
    }));
  };
  return 10 * std::max(beside(&Paragraph::top), beside(&Paragraph::middle)) >= 7 * fewer.size();
}

/// Whether one side's lines stand in short runs, white between them, each beside a line of the other that
/// begins a text: cells of a dense table, whose rows stand hardly further apart than lines.
bool are_cells(const Side& cells, const Side& other, double size) {
  constexpr double kApart = 1.6;  // times the pitch
  constexpr std::size_t kFewestRuns = 3, kLongRun = 3;
  const double pitch = std::min(cells.pitch, other.pitch);
  std::size_t runs = 0, beside = 0;
  for (std::size_t i = 0; i < cells.at.size(); ++i) {
    if (i > 0 && cells.at[i] - cells.at[i - 1] <= kApart * pitch) continue;
    ++runs;
    const auto line = std::lower_bound(other.at.begin(), other.at.end(), cells.at[i] - 0.2 * size);
    if (line == other.at.end() || *line > cells.at[i] + 0.2 * size) continue;
    beside += other.fresh[static_cast<std::size_t>(line - other.at.begin())];
  }
  return runs >= kFewestRuns && cells.lines <= kLongRun * runs && 10 * beside >= 8 * runs;
}

/// Whether most lines have cells side by side: what stands beside them is a column of the same table.
bool is_tabular(const Side& side) {
  return side.parted >= 3 && 2 * side.parted >= side.lines;
}

/// Whether the left side goes on with a head of several columns that the right one begins with.
bool have_head(const Side& left, const Side& right, double size) {
  return right.head && right.bold.size() < right.lines &&
         std::any_of(left.bold.begin(), left.bold.end(),
                     [&](double top) { return std::abs(top - right.top) < 0.4 * size; });
}

struct Found {
  Gutter gutter;
  std::size_t lines = 0;
};

class Search {
 public:
  Search(Words words, std::span<const double> known) : words_(words), known_(known) {
    std::vector<double> sizes;
    for (const Word* word : words) sizes.push_back(word->size);
    std::nth_element(sizes.begin(), sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2),
                     sizes.end());
    size_ = std::max(1.0, sizes[sizes.size() / 2]);
    gaps_ = gaps_before(words, size_);
    left_ = words.front()->box.x0;
    right_ = words.front()->box.x1;
    for (const Word* word : words) {
      left_ = std::min(left_, word->box.x0);
      right_ = std::max(right_, word->box.x1);
    }
  }

  std::optional<Gutter> run() {
    std::optional<Found> best;
    for (const double x : candidates(words_, gaps_, size_, known_)) {
      if (x - left_ < kNarrowColumn * (right_ - left_) || right_ - x < kNarrowColumn * (right_ - left_))
        continue;
      const auto found = at(x);
      if (found && (!best || found->lines > best->lines)) best = found;
    }
    if (!best) return std::nullopt;
    return best->gutter;
  }

 private:
  /// The best stretch of the strip left of `x` that no word enters.
  std::optional<Found> at(double x) const {
    const double from = x - kNarrowest * size_ + 0.1, to = x - 0.1;
    std::vector<std::pair<double, double>> blocked;
    double top = words_.front()->box.y0, bottom = words_.front()->box.y1;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const Word& word = *words_[i];
      top = std::min(top, word.box.y0);
      bottom = std::max(bottom, word.box.y1);
      // A space between words of one text is no gutter.
      const double space = gaps_[i] < kSpace * word.size ? std::max(gaps_[i], 0.0) : 0.0;
      const double left = word.box.x0 - space;
      if (left < to && word.box.x1 > from) blocked.emplace_back(word.box.y0, word.box.y1);
    }
    std::sort(blocked.begin(), blocked.end());
    blocked.emplace_back(bottom + 1, bottom + 1);
    std::optional<Found> best;
    double begin = top - 1;
    constexpr int kStretches = 6;  // tall ones only are looked at
    std::vector<std::pair<double, double>> stretches;
    for (const auto& [y0, y1] : blocked) {
      if (y0 - begin > 2 * size_) stretches.emplace_back(begin, y0);
      begin = std::max(begin, y1);
    }
    std::stable_sort(stretches.begin(), stretches.end(),
                     [](const auto& a, const auto& b) { return a.second - a.first > b.second - b.first; });
    if (stretches.size() > kStretches) stretches.resize(kStretches);
    for (const auto& [y0, y1] : stretches) {
      const auto found = between(x, y0, y1);
      if (found && (!best || found->lines > best->lines)) best = found;
    }
    return best;
  }

  std::optional<Found> between(double x, double y0, double y1) const {
    std::vector<const Word*> before, behind;
    for (const Word* word : words_) {
      const double y = middle(word->box);
      if (y <= y0 || y >= y1) continue;
      (word->box.x0 >= x - 0.1 ? behind : before).push_back(word);
    }
    if (before.empty() || behind.empty()) return std::nullopt;
    const Side left = look_at(before), right = look_at(behind);
    const bool is_known =
        std::any_of(known_.begin(), known_.end(), [&](double k) { return std::abs(k - x) < kKnown; });
    if (!columns_of_prose(left, right, is_known)) return std::nullopt;
    return Found{{left.right, right.left, y0, y1}, left.lines + right.lines};
  }

  bool columns_of_prose(const Side& left, const Side& right, bool is_known) const {
    if (is_tabular(left) || is_tabular(right) || have_head(left, right, size_)) return false;
    if (are_cells(left, right, size_) || are_cells(right, left, size_)) return false;
    const bool prose =
        left.words >= kWords && right.words >= kWords && left.fill >= kFill && right.fill >= kFill;
    if (is_known) return prose || !in_step(left, right, size_);
    if (left.lines < kFewestLines || right.lines < kFewestLines) return false;
    const double whole = right_ - left_;
    if (left.right - left.left < kNarrowColumn * whole || right.right - right.left < kNarrowColumn * whole)
      return false;
    return prose && !in_step(left, right, size_);
  }

  Words words_;
  std::span<const double> known_;
  std::vector<double> gaps_;  ///< before each word
  double size_ = 1, left_ = 0, right_ = 0;
};

}  // namespace

std::optional<Gutter> find_gutter(std::span<const Word* const> words, std::span<const double> known) {
  constexpr std::size_t kFewestWords = 12;
  if (words.size() < kFewestWords && known.empty()) return std::nullopt;
  if (words.size() < 2) return std::nullopt;
  return Search(words, known).run();
}

}  // namespace pst::layout

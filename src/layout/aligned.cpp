// Tables without rules: lines whose words keep out of the same strips of white.
#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "layout/strips.hpp"
#include "layout/table.hpp"
#include "text/unicode.hpp"

namespace pst::layout {
namespace {

constexpr int kMostAcross = 2;  ///< lines in a row that may cross the strips
constexpr std::size_t kMostLines = 4000;
constexpr double kFarApart = 5;  ///< times the size: a table has no such gap

/// What numbers or marks the words beside it: `1.2`, `I.2.a`, `b)`, `Action 3`.
bool is_label(const std::string& text) {
  const std::size_t length = text::length(text);
  const char end = text.back();
  const bool numbered =
      (end >= '0' && end <= '9') || end == '.' || end == ')' || end == ':' ||
      (text.find('.') != std::string::npos && text.find_first_of("0123456789") != std::string::npos);
  return length <= 4 || (length <= 14 && numbered);
}

bool all_digits(const std::string& text) {
  return !text.empty() && text.size() <= 4 && text.find_first_not_of("0123456789") == std::string::npos;
}

/// Where words of lines one below the other begin on one place, behind no more than a wide space, and no line
/// between them but a few runs over it: so do cells of columns that stand close. For each line, those places.
class CloseColumns {
 public:
  explicit CloseColumns(const std::vector<TextLine>& lines) : lines_(lines), places_(lines.size()) {
    std::vector<double> starts;
    for (const TextLine& line : lines) {
      if (line.words.front().source_line > 0) return;  // spaces of typed text are as wide
      for (std::size_t w = 1; w < line.words.size(); ++w) {
        if (space_before(line, w) >= kLeast * line.size && !is_behind_sign(line, w))
          starts.push_back(line.words[w].box.x0);
      }
    }
    std::sort(starts.begin(), starts.end());
    for (std::size_t i = 0; i < starts.size();) {
      std::size_t end = i + 1;
      while (end < starts.size() && starts[end] - starts[i] <= kFlush) ++end;
      if (end - i >= kFewest) add(starts[i], starts[end - 1]);
      i = end;
    }
  }

  const std::vector<double>& of(std::size_t line) const { return places_[line]; }

 private:
  static constexpr double kLeast = 0.55;  ///< of the size: white before the words
  static constexpr std::size_t kFewest = 3;
  static constexpr int kMostOver = 2;  ///< lines in a row that run over the place

  static double space_before(const TextLine& line, std::size_t w) {
    return line.words[w].box.x0 - line.words[w - 1].box.x1;
  }

  static bool is_behind_sign(const TextLine& line, std::size_t w) {
    return w == 1 && text::fold(line.words.front().text).empty();
  }

  enum class At : std::uint8_t { begins, beside, over };

  static At at(const TextLine& line, double from, double to) {
    for (std::size_t w = 0; w < line.words.size(); ++w) {
      const Box& box = line.words[w].box;
      if (box.x1 <= from - kLeast * line.size) continue;
      if (box.x0 < from - 0.01) return At::over;
      return w > 0 && box.x0 <= to + 0.01 ? At::begins : At::beside;
    }
    return At::beside;
  }

  void add(double from, double to) {
    std::size_t first = 0, last = 0, begun = 0, over = 0;
    int over_since = 0;
    const auto finish = [&] {
      if (begun >= kFewest && 2 * (over - static_cast<std::size_t>(over_since)) <= begun) {
        for (std::size_t i = first; i <= last; ++i) places_[i].push_back(from);
      }
      begun = over = 0;
      over_since = 0;
    };
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const At here = at(lines_[i], from, to);
      if (here == At::begins) {
        if (begun++ == 0) first = i;
        last = i;
        over_since = 0;
      } else if (here == At::over && begun > 0) {
        ++over;
        if (++over_since > kMostOver) finish();
      }
    }
    finish();
  }

  const std::vector<TextLine>& lines_;
  std::vector<std::vector<double>> places_;
};

class Finder {
 public:
  Finder(const std::vector<TextLine>& lines, const std::vector<std::vector<double>>& known, bool top_of_page)
      : lines_(lines), known_(known), top_of_page_(top_of_page) {
    pieces_.reserve(lines.size());
    const double edge = justified_edge(lines);
    const CloseColumns close(lines);
    for (std::size_t i = 0; i < lines.size(); ++i) pieces_.push_back(pieces_of(lines[i], edge, close.of(i)));
  }

  std::vector<AlignedBlock> run() {
    for (std::size_t i = 0; i < lines_.size();) i = std::max(block(i), i + 1);
    return std::move(out_);
  }

 private:
  bool several(std::size_t i) const {
    return pieces_[i].size() > 2 || (pieces_[i].size() == 2 && !is_list_sign(lines_[i], pieces_[i].front()));
  }

  /// Tries a table from line `first` on; the line behind it, or `first`.
  std::size_t block(std::size_t first) {
    if (!several(first)) return first;
    std::vector<Strip> strips = between(pieces_[first]);
    std::size_t last = first, rows = 1;
    int across = 0;
    bool crossed = false;  // since the last row
    for (std::size_t i = first + 1; i < lines_.size() && i - first < kMostLines; ++i) {
      const double size = lines_[i].size;
      pieces_[i] = pieces_between(lines_[i], std::move(pieces_[i]), strips);
      if (middle(lines_[i].box) - middle(lines_[i - 1].box) > kFarApart * std::max(size, lines_[i - 1].size))
        break;
      const std::vector<Strip> left = narrowed(strips, pieces_[i], size);
      if (!several(i)) {
        // A line of one piece is a cell that wraps, or stands across the columns.
        if (left.size() == strips.size()) {
          across = 0;
          last = i;
        } else if (++across > kMostAcross) {
          break;
        } else {
          crossed = true;
        }
        continue;
      }
      if (left.empty() || 2 * left.size() < strips.size()) break;
      // Behind a line across the columns, what does not keep to them is no row of theirs.
      if (crossed && left.size() < strips.size()) break;
      strips = left;
      across = 0;
      crossed = false;
      last = i;
      ++rows;
    }
    // The columns are known now: what stands within one of them tells how wide it is.
    for (std::size_t i = first; i <= last; ++i) {
      const std::vector<Strip> left = narrowed(strips, pieces_[i], lines_[i].size);
      if (!several(i) && left.size() == strips.size()) strips = left;
    }
    if (!strips.empty()) add_inner_strips(pieces_, first, last, lines_[first].size, strips);
    if (!is_table(first, last, rows, strips) && !is_known(first, strips)) return first;
    AlignedBlock found;
    found.first = first;
    found.last = last;
    found.contents = strips.size() == 1 && is_contents(first, last, strips.front());
    const std::vector<TextLine> part(lines_.begin() + static_cast<std::ptrdiff_t>(first),
                                     lines_.begin() + static_cast<std::ptrdiff_t>(last) + 1);
    found.table = table_of(part, strips, top_of_page_ && first == 0);
    found.strips = strips;
    out_.push_back(std::move(found));
    return last + 1;
  }

  bool is_table(std::size_t first, std::size_t last, std::size_t rows,
                const std::vector<Strip>& strips) const {
    if (strips.empty() || rows < 2) return false;
    if (strips.size() >= 2) return rows >= 3 || last - first >= 2;
    if (rows < 3) return false;
    // Of two columns, a narrow left one of signs or numbers belongs to the words on its right.
    std::size_t signs = 0, lefts = 0;
    for (std::size_t i = first; i <= last; ++i) {
      std::string left;
      for (const Word& word : lines_[i].words) {
        if (word.box.x1 <= strips.front().x0 + 0.01) left += word.text;
      }
      if (left.empty() || pieces_[i].size() < 2) continue;
      ++lefts;
      signs += is_label(left);
    }
    return 2 * signs < lefts;
  }

  /// Whether another table of the page has columns that begin where these do.
  bool is_known(std::size_t first, const std::vector<Strip>& strips) const {
    constexpr double kAlike = 2;  // points
    const auto stands = [&](double x, double start) { return std::abs(x - start) <= kAlike; };
    return !strips.empty() &&
           std::any_of(known_.begin(), known_.end(), [&](const std::vector<double>& starts) {
             return !starts.empty() && stands(lines_[first].box.x0, starts.front()) &&
                    std::all_of(strips.begin(), strips.end(), [&](const Strip& strip) {
                      return std::any_of(starts.begin() + 1, starts.end(),
                                         [&](double start) { return stands(strip.x1, start); });
                    });
           });
  }

  /// Titles on the left, page numbers that rise on the right.
  bool is_contents(std::size_t first, std::size_t last, const Strip& strip) const {
    long before = 0;
    std::size_t numbers = 0;
    for (std::size_t i = first; i <= last; ++i) {
      std::string right;
      for (const Word& word : lines_[i].words) {
        if (word.box.x0 >= strip.x1 - 0.01) right += word.text;
      }
      if (right.empty()) continue;
      if (!all_digits(right)) return false;
      const long number = std::stol(right);
      if (number < before) return false;
      before = number;
      ++numbers;
    }
    return numbers >= 3 && before < 1500;
  }

  const std::vector<TextLine>& lines_;
  const std::vector<std::vector<double>>& known_;
  const bool top_of_page_;
  std::vector<std::vector<Strip>> pieces_;
  std::vector<AlignedBlock> out_;
};

}  // namespace

std::vector<AlignedBlock> find_aligned(const std::vector<TextLine>& lines,
                                       const std::vector<std::vector<double>>& known, bool top_of_page) {
  return Finder(lines, known, top_of_page).run();
}

std::vector<double> column_starts(const Table& table) {
  std::vector<double> starts(static_cast<std::size_t>(table.columns()), 1e9);
  for (const Row& row : table.rows) {
    for (const Cell& cell : row.cells) {
      double& start = starts[static_cast<std::size_t>(cell.column)];
      for (const TextLine& line : cell.lines) start = std::min(start, line.box.x0);
    }
  }
  return starts;
}

}  // namespace pst::layout

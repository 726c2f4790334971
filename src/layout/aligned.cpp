// Tables without rules: lines whose words keep out of the same strips of white.
#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "layout/table.hpp"
#include "text/unicode.hpp"

namespace pst::layout {
namespace {

constexpr double kGap = 0.9;          ///< of the size: white that may part two cells
constexpr double kStrip = 0.55;       ///< of the size: what must be left of it over all lines
constexpr double kFlush = 1;          ///< points: lines that end so near one another end at one edge
constexpr std::size_t kLongLine = 4;  ///< words of a line that tells whether text is justified
constexpr double kEven = 1.5;         ///< the widest gap of a justified line, in its narrowest
constexpr int kMostAcross = 2;        ///< lines in a row that may cross the strips
constexpr std::size_t kMostLines = 4000;
constexpr double kFarApart = 5;  ///< times the size: a table has no such gap

/// The edge at which many lines end to the point, as justified text does; 0 where none does.
double justified_edge(const std::vector<TextLine>& lines) {
  std::map<long, std::size_t> ends;
  std::size_t long_lines = 0;
  for (const TextLine& line : lines) {
    if (line.words.size() < kLongLine) continue;
    ++long_lines;
    ++ends[std::lround(line.box.x1 / kFlush)];
  }
  std::size_t most = 0;
  double edge = 0;
  for (const auto& [at, count] : ends) {
    const auto next = ends.find(at + 1);
    const std::size_t both = count + (next == ends.end() ? 0 : next->second);
    if (both <= most) continue;
    most = both;
    edge = (static_cast<double>(at) + 0.5) * kFlush;
  }
  return most >= 3 && 10 * most >= 3 * long_lines ? edge : 0;
}

/// Whether the line fills its column with even gaps.
bool is_justified(const TextLine& line, double edge) {
  if (edge <= 0 || std::abs(line.box.x1 - edge) > 2 * kFlush) return false;
  double least = 1e9, most = 0;
  for (std::size_t i = 1; i < line.words.size(); ++i) {
    if (line.words[i].glued || (i == 1 && text::fold(line.words[0].text).empty())) continue;
    const double gap = line.words[i].box.x0 - line.words[i - 1].box.x1;
    least = std::min(least, gap);
    most = std::max(most, gap);
  }
  return most <= kEven * std::max(least, 0.1 * line.size);
}

/// A line's stretches of words without a gap; `close` are places where cells of close columns begin.
std::vector<Strip> pieces_of(const TextLine& line, double edge, const std::vector<double>& close = {}) {
  std::vector<Strip> out;
  if (is_justified(line, edge)) return {{line.box.x0, line.box.x1}};
  for (const Word& word : line.words) {
    const bool begins = std::any_of(close.begin(), close.end(), [&](double x) {
      return word.box.x0 > x - 0.01 && word.box.x0 < x + kFlush + 0.01;
    });
    const double least = begins ? kStrip : kGap;
    if (!out.empty() && word.box.x0 - out.back().x1 < least * line.size) {
      out.back().x1 = std::max(out.back().x1, word.box.x1);
    } else {
      out.push_back({word.box.x0, word.box.x1});
    }
  }
  return out;
}

/// The same where columns are known: a word that begins where one does, behind more than a space, begins its
/// cell, however little room the cell before it leaves.
std::vector<Strip> pieces_between(const TextLine& line, std::vector<Strip> pieces,
                                  const std::vector<Strip>& strips) {
  constexpr double kAligned = 1.5;  // points
  constexpr double kLeast = 0.45;   // of the size
  for (const Strip& strip : strips) {
    for (std::size_t w = 1; w < line.words.size(); ++w) {
      const Box& before = line.words[w - 1].box;
      const Box& word = line.words[w].box;
      if (std::abs(word.x0 - strip.x1) > kAligned || word.x0 - before.x1 < kLeast * line.size ||
          !may_begin_cell(line, w, strips))
        continue;
      const auto piece = std::find_if(pieces.begin(), pieces.end(),
                                      [&](const Strip& p) { return p.x0 < before.x1 && p.x1 > word.x0; });
      if (piece == pieces.end()) continue;
      const Strip behind{word.x0, piece->x1};
      piece->x1 = before.x1;
      pieces.insert(std::next(piece), behind);
    }
  }
  return pieces;
}

/// A list's sign or number and its words are one piece: they part no columns.
bool is_list_sign(const TextLine& line, const Strip& first) {
  std::string sign;
  for (const Word& word : line.words) {
    if (word.box.x1 <= first.x1 + 0.01) sign += word.text;
  }
  return text::length(sign) <= 3 || text::fold(sign).empty();
}

/// A line of more pieces is no row of that many columns: what stands beyond belongs to the last of them.
constexpr std::size_t kMostStrips = 200;

std::vector<Strip> between(const std::vector<Strip>& pieces) {
  std::vector<Strip> out;
  for (std::size_t i = 1; i < pieces.size() && out.size() < kMostStrips; ++i)
    out.push_back({pieces[i - 1].x1, pieces[i].x0});
  return out;
}

/// What a line's pieces leave of the strips; both from left to right.
std::vector<Strip> narrowed(const std::vector<Strip>& strips, const std::vector<Strip>& pieces, double size) {
  std::vector<Strip> out;
  std::size_t first = 0;  // piece that is not left of the strip
  for (const Strip& strip : strips) {
    double from = strip.x0;
    Strip widest{0, 0};
    while (first < pieces.size() && pieces[first].x1 <= from) ++first;
    for (std::size_t p = first; p < pieces.size() && pieces[p].x0 < strip.x1; ++p) {
      const Strip& piece = pieces[p];
      if (piece.x1 <= from) continue;
      if (piece.x0 - from > widest.x1 - widest.x0) widest = {from, piece.x0};
      from = std::max(from, piece.x1);
    }
    if (strip.x1 - from > widest.x1 - widest.x0) widest = {from, strip.x1};
    if (widest.x1 - widest.x0 >= kStrip * size) out.push_back(widest);
  }
  return out;
}

/// Adds strips that only some rows keep: cells of others reach over them (`Objectif │ …` above `Pilote │ Anne
/// │ Budget │ 500 €`). They need three rows, or two whose words begin below one another. `pieces` are those
/// of the lines from `first` to `last`, `size` is that of the text.
void add_inner_strips(const std::vector<std::vector<Strip>>& pieces, std::size_t first, std::size_t last,
                      double size, std::vector<Strip>& strips) {
  constexpr double kBelow = 1.5;  // points
  std::vector<std::size_t> wider;
  for (std::size_t i = first; i <= last; ++i) {
    if (pieces[i].size() > strips.size() + 1) wider.push_back(i);
  }
  if (wider.size() < 2) return;
  // The first row may be one of a kind: what most have in common counts.
  const auto most = std::max_element(wider.begin(), wider.end(), [&](std::size_t a, std::size_t b) {
    return pieces[a].size() < pieces[b].size();
  });
  std::vector<Strip> inner = between(pieces[*most]);
  std::size_t kept = 0;
  for (const std::size_t w : wider) {
    const std::vector<Strip> left = narrowed(inner, pieces[w], size);
    if (left.size() < inner.size()) continue;
    inner = left;
    ++kept;
  }
  if (kept < 2 || 3 * kept < wider.size()) return;
  const auto begins_at = [&](double x) {
    return std::count_if(wider.begin(), wider.end(), [&](std::size_t i) {
      return std::any_of(pieces[i].begin(), pieces[i].end(),
                         [&](const Strip& piece) { return std::abs(piece.x0 - x) <= kBelow; });
    });
  };
  const std::vector<Strip> known = strips;
  for (const Strip& strip : inner) {
    const bool is_new = std::none_of(known.begin(), known.end(), [&](const Strip& other) {
      return other.x0 < strip.x1 && strip.x0 < other.x1;
    });
    if (is_new && (kept > 2 || begins_at(strip.x1) > 1)) strips.push_back(strip);
  }
  std::sort(strips.begin(), strips.end(), [](const Strip& a, const Strip& b) { return a.x0 < b.x0; });
}

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

namespace {

/// Where words of several lines begin behind a gap, if hardly a line runs over it.
std::vector<Strip> strips_by_starts(const std::vector<TextLine>& lines) {
  constexpr double kBefore = 0.45;  // of the size
  std::vector<double> starts;
  double left = lines.front().box.x0;
  for (const TextLine& line : lines) {
    left = std::min(left, line.box.x0);
    for (std::size_t i = 0; i < line.words.size(); ++i) {
      if (i == 0 || line.words[i].box.x0 - line.words[i - 1].box.x1 >= kBefore * line.size)
        starts.push_back(line.words[i].box.x0);
    }
  }
  std::sort(starts.begin(), starts.end());
  const std::size_t enough = std::max<std::size_t>(3, lines.size() / 10);
  constexpr std::size_t kMostColumns = 40;
  std::vector<Strip> out;
  for (std::size_t i = 0; i < starts.size() && out.size() < kMostColumns;) {
    std::size_t end = i + 1;
    while (end < starts.size() && starts[end] - starts[i] <= 2 * kFlush) ++end;
    const double x = starts[i];
    if (end - i >= enough && x > left + lines.front().size) {
      std::size_t over = 0;
      double before = left;
      for (const TextLine& line : lines) {
        double reached = left, next = 1e9;
        bool any = false;
        for (const Word& word : line.words) {
          if (word.box.x0 < x - 0.1) {
            reached = std::max(reached, word.box.x1);
            any = true;
          } else {
            next = std::min(next, word.box.x0);
          }
        }
        const bool crosses = any && (reached > x - 0.2 * line.size || next - reached < kBefore * line.size);
        if (crosses) {
          ++over;
        } else {
          before = std::max(before, reached);
        }
      }
      if (10 * over <= lines.size() && before < x) out.push_back({before, x});
    }
    i = end;
  }
  return out;
}

}  // namespace

std::vector<Strip> common_strips(const std::vector<TextLine>& lines) {
  if (lines.empty()) return {};
  const double edge = justified_edge(lines);
  std::vector<std::vector<Strip>> pieces;
  for (const TextLine& line : lines) pieces.push_back(pieces_of(line, edge));
  std::vector<Strip> strips;
  const auto several = [&](std::size_t i) {
    return pieces[i].size() > 2 || (pieces[i].size() == 2 && !is_list_sign(lines[i], pieces[i].front()));
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!several(i)) continue;
    if (strips.empty()) {
      strips = between(pieces[i]);
      continue;
    }
    std::vector<Strip> left = narrowed(strips, pieces[i], lines[i].size);
    if (2 * left.size() >= strips.size()) strips = std::move(left);
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (several(i)) continue;
    std::vector<Strip> left = narrowed(strips, pieces[i], lines[i].size);
    if (left.size() == strips.size()) strips = std::move(left);
  }
  if (!strips.empty()) add_inner_strips(pieces, 0, lines.size() - 1, lines.front().size, strips);
  std::vector<Strip> by_starts = strips_by_starts(lines);
  return by_starts.size() > strips.size() ? by_starts : strips;
}

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

#include "layout/columns.hpp"

#include <algorithm>
#include <utility>

#include "layout/furniture.hpp"
#include "layout/typed_place.hpp"
#include "text/bytes.hpp"
#include "text/unicode.hpp"

namespace pst::layout {
namespace {

constexpr double kSize = kTypedSize, kCharacter = kTypedCharacter;

constexpr std::size_t kWideGap = 3;  ///< spaces: parts columns in some of their lines at least
constexpr text::ByteSet kCellSigns("\t|");
constexpr std::size_t kFewestRows = 3;  ///< lines with words in two columns
constexpr int kManyColumns = 4;         ///< of which a head and one row are a table, too
constexpr std::size_t kRowShare =
    3;  ///< one line of a table in so many is such a row; of two columns every other
constexpr std::size_t kWideShare = 3;     ///< one line in so many has the wide gap between two columns
constexpr std::size_t kMostLines = 1000;  ///< that are looked at together
constexpr int kMostLone = 12;             ///< lines in a row without a gap, between two rows
constexpr std::size_t kLabel = 14;        ///< bytes: a gap behind so little may part a label from its words

/// Whether so many spaces stand between two words.
bool has_gap(std::string_view text, std::size_t spaces) {
  const std::size_t begin = text.find_first_not_of(' ');
  const std::size_t at = begin == text.npos ? begin : text::find_run(text, ' ', spaces, begin);
  return at != text.npos && text.find_first_not_of(' ', at) != text.npos;
}

/// Whether a wide gap stands behind more than a label.
bool parts_columns(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(' ');
  return begin != text.npos && text.size() > begin + kLabel &&
         has_gap(text.substr(begin + kLabel - 3), kWideGap);
}

int source_line(const TextLine& line) {
  return line.words.front().source_line;
}

class Finder {
 public:
  Finder(const std::vector<std::string>& texts, const std::vector<LineInfo>& lines,
         std::vector<TypedTable> ruled)
      : texts_(texts), lines_(lines), ruled_(std::move(ruled)) {}

  std::vector<TypedTable> run() {
    for (std::size_t i = 0; i < texts_.size();) {
      if (next_ < ruled_.size() && i == ruled_[next_].first_line) {
        i = ruled_[next_].last_line + 1;
        out_.push_back(std::move(ruled_[next_++]));
        continue;
      }
      if (!readable(i) || !has_gap(texts_[i], kWideGap)) {
        ++i;
        continue;
      }
      const std::size_t end = stretch(i);
      tables_in(i, end);
      i = end;
    }
    return std::move(out_);
  }

 private:
  bool readable(std::size_t i) const {
    return lines_[i].klass == LineClass::text && text::find_any(texts_[i], kCellSigns) == std::string::npos;
  }

  /// The end of the lines from `first` on in which tables may stand: they go on over lines without a gap,
  /// which are cells that wrap, but not over much prose, nor to another page that repeats their head.
  std::size_t stretch(std::size_t first) const {
    int lone = 0, blank = 0;
    std::size_t end = first + 1;
    const std::size_t stop = next_ < ruled_.size() ? ruled_[next_].first_line : texts_.size();
    for (std::size_t i = first + 1; i < stop && i - first < kMostLines; ++i) {
      if (lines_[i].page != lines_[first].page || lines_[i].klass == LineClass::contents) break;
      if (lines_[i].klass == LineClass::blank) ++blank;
      if (is_running_head(lines_[i]) && head_comes_again(first, i, stop)) break;
      if (lines_[i].klass != LineClass::text) continue;
      if (!readable(i)) break;
      const bool gap = has_gap(texts_[i], 2);
      lone = gap ? 0 : lone + 1;
      if (lone > kMostLone || (!gap && blank > 1)) break;
      blank = 0;
      end = i + 1;
    }
    return end;
  }

  /// Whether the first words below the running head stood above it, in columns.
  bool head_comes_again(std::size_t first, std::size_t running, std::size_t stop) const {
    std::size_t next = running + 1;
    while (next < stop && lines_[next].klass != LineClass::text) ++next;
    if (next == stop || !has_gap(texts_[next], kWideGap)) return false;
    for (std::size_t i = first; i < running; ++i) {
      if (lines_[i].klass == LineClass::text && same_words(texts_[i], texts_[next])) return true;
    }
    return false;
  }

  std::vector<TextLine> lines_between(std::size_t first, std::size_t end) const {
    std::vector<Word> words;
    for (std::size_t i = first; i < end; ++i) {
      if (lines_[i].klass != LineClass::text) continue;
      place_typed(texts_[i], 0, i - first, lines_[i].number, words);
    }
    return find_lines(std::move(words));
  }

  void tables_in(std::size_t first, std::size_t end) {
    std::size_t wide = 0;
    for (std::size_t i = first; i < end; ++i) wide += readable(i) && parts_columns(texts_[i]);
    if (wide == 0) return;
    const std::vector<TextLine> lines = lines_between(first, end);
    for (AlignedBlock& block : find_aligned(lines)) {
      const std::size_t from = first_of(lines, block), to = last_of(lines, block);
      if (drop_narrow(lines, from, to, block) || from != block.first || to != block.last) {
        const std::vector<TextLine> part(lines.begin() + static_cast<std::ptrdiff_t>(from),
                                         lines.begin() + static_cast<std::ptrdiff_t>(to) + 1);
        block.table = table_of(part, block.strips);
      }
      if (!holds(lines, from, to, block.table)) continue;
      out_.push_back({static_cast<std::size_t>(source_line(lines[from])) - 1,
                      static_cast<std::size_t>(source_line(lines[to])) - 1, std::move(block.table),
                      block.contents});
    }
  }

  /// Columns of the table in which the line has words; 0 where a word crosses an edge.
  static std::size_t columns_in(const TextLine& line, const Table& table) {
    std::size_t count = 0;
    for (std::size_t e = 0; e + 1 < table.edges.size(); ++e) {
      bool any = false;
      for (const Word& word : line.words) {
        const double x = (word.box.x0 + word.box.x1) / 2;
        const bool in =
            (e == 0 || x >= table.edges[e]) && (e + 2 == table.edges.size() || x < table.edges[e + 1]);
        if (in && e > 0 && word.box.x0 < table.edges[e]) return 0;
        if (in && e + 2 < table.edges.size() && word.box.x1 > table.edges[e + 1]) return 0;
        any = any || in;
      }
      count += any;
    }
    return count;
  }

  /// A head whose longest cell is taller than the others begins above them, in a column on the right; what
  /// stands alone above a blank line is text.
  static std::size_t first_of(const std::vector<TextLine>& lines, const AlignedBlock& block) {
    std::size_t first = block.first;
    for (std::size_t i = block.first; i < block.last && columns_in(lines[i], block.table) < 2; ++i) {
      if (source_line(lines[i]) + 1 < source_line(lines[i + 1])) first = i + 1;
    }
    if (first > block.first) return first;
    while (first > 0 && source_line(lines[first - 1]) + 1 == source_line(lines[first]) &&
           lines[first - 1].box.x0 > block.table.edges[1] && columns_in(lines[first - 1], block.table) == 1)
      --first;
    return first;
  }

  /// Behind a blank line only a row goes on with the table: what stands alone below the last one is text.
  static std::size_t last_of(const std::vector<TextLine>& lines, const AlignedBlock& block) {
    std::size_t last = block.last;
    for (std::size_t i = block.last; i > block.first && columns_in(lines[i], block.table) < 2; --i) {
      if (source_line(lines[i - 1]) + 1 < source_line(lines[i])) last = i - 1;
    }
    return last;
  }

  /// At the inner edges of a table: the lines with a gap there, and those in which it is wide.
  struct Gaps {
    std::vector<std::size_t> any, wide;
    /// Whether the edge is told by more than the chance of double spaces.
    bool holds(std::size_t e) const { return wide[e] > 0 && kWideShare * wide[e] >= any[e]; }
  };

  static Gaps gaps_at(const std::vector<TextLine>& lines, std::size_t first, std::size_t last,
                      const std::vector<double>& edges) {
    Gaps gaps{std::vector<std::size_t>(edges.size()), std::vector<std::size_t>(edges.size())};
    for (std::size_t i = first; i <= last; ++i) {
      for (std::size_t w = 1; w < lines[i].words.size(); ++w) {
        const double from = lines[i].words[w - 1].box.x1, to = lines[i].words[w].box.x0;
        for (std::size_t e = 1; e + 1 < edges.size(); ++e) {
          if (from > edges[e] || to < edges[e]) continue;
          ++gaps.any[e];
          gaps.wide[e] += to - from > kCharacter * (static_cast<double>(kWideGap) - 0.5);
        }
      }
    }
    return gaps;
  }

  /// A label two spaces off its wording (`Action 1  Louer          Anne     2021`) is no column of its own:
  /// takes out such strips where wide ones part the line as well. True where any went.
  static bool drop_narrow(const std::vector<TextLine>& lines, std::size_t first, std::size_t last,
                          AlignedBlock& block) {
    const Gaps gaps = gaps_at(lines, first, last, block.table.edges);
    std::vector<Strip> kept;
    for (std::size_t s = 0; s < block.strips.size() && s + 2 < gaps.any.size(); ++s) {
      if (gaps.holds(s + 1)) kept.push_back(block.strips[s]);
    }
    if (kept.size() < 2 || kept.size() == block.strips.size()) return false;
    block.strips = std::move(kept);
    return true;
  }

  /// Whether there are rows enough, and columns that are told by more than the chance of double spaces.
  static bool holds(const std::vector<TextLine>& lines, std::size_t first, std::size_t last,
                    const Table& table) {
    std::size_t rows = 0;
    for (std::size_t i = first; i <= last; ++i) rows += columns_in(lines[i], table) > 1;
    const std::size_t share = table.columns() > 2 ? kRowShare : 2;
    const std::size_t fewest = table.columns() >= kManyColumns ? kFewestRows - 1 : kFewestRows;
    if (rows < fewest || share * rows < last - first + 1) return false;
    const Gaps gaps = gaps_at(lines, first, last, table.edges);
    for (std::size_t e = 1; e + 1 < table.edges.size(); ++e) {
      if (!gaps.holds(e)) return false;
    }
    return true;
  }

  const std::vector<std::string>& texts_;
  const std::vector<LineInfo>& lines_;
  std::vector<TypedTable> ruled_;  ///< found by their rules
  std::size_t next_ = 0;           ///< the next of them
  std::vector<TypedTable> out_;
};

}  // namespace

std::vector<TypedTable> find_typed_tables(const std::vector<std::string>& texts,
                                          const std::vector<LineInfo>& lines, std::vector<TypedTable> ruled) {
  return Finder(texts, lines, std::move(ruled)).run();
}

Metrics typed_metrics() {
  Metrics metrics;
  metrics.body_size = kSize;
  metrics.character = kCharacter;
  return metrics;
}

}  // namespace pst::layout

#include "layout/typed_frame.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "layout/typed_place.hpp"
#include "text/ascii.hpp"

namespace pst::layout {
namespace {

constexpr std::size_t kMostLines = 2000;

/// The characters of a line, line-drawing signs as `+`, `-` and `|`.
std::vector<std::string_view> characters(std::string_view line) {
  // U+2500 to U+257F; every other sign is a corner or a crossing.
  constexpr std::string_view kLevel = "\x80\x81\x84\x85\x88\x89", kUpright = "\x82\x83\x86\x87\x8A\x8B";
  std::vector<std::string_view> out;
  for (std::size_t i = 0; i < line.size();) {
    std::size_t end = i + 1;
    while (end < line.size() && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) ++end;
    const std::string_view sign = line.substr(i, end - i);
    i = end;
    if (sign.size() == 3 && sign[0] == '\xE2' && (sign[1] == '\x94' || sign[1] == '\x95')) {
      const bool light = sign[1] == '\x94';
      const bool level = light ? kLevel.find(sign[2]) != kLevel.npos : sign[2] == '\x90' || sign[2] == '\x8C';
      const bool upright =
          light ? kUpright.find(sign[2]) != kUpright.npos : sign[2] == '\x91' || sign[2] == '\x8E';
      out.emplace_back(level ? "-" : upright ? "|" : "+");
    } else {
      out.push_back(sign);
    }
  }
  return out;
}

bool is_one_of(std::string_view character, std::string_view signs) {
  return character.size() == 1 && signs.find(character[0]) != signs.npos;
}

/// A line of the frame, its cells from one upright or crossing to the next.
struct FrameLine {
  std::vector<std::string_view> signs;
  std::size_t indent = 0;

  explicit FrameLine(std::string_view line) : signs(characters(line)) {
    while (!signs.empty() && is_one_of(signs.back(), " ")) signs.pop_back();
    while (indent < signs.size() && is_one_of(signs[indent], " ")) ++indent;
  }

  bool has_upright(std::size_t at) const { return at < signs.size() && is_one_of(signs[at], "+|"); }

  /// Whether nothing but a rule stands there.
  bool is_rule(std::size_t from, std::size_t to) const {
    bool ruled = false;
    for (std::size_t i = from; i < to; ++i) {
      if (i >= signs.size() || !is_one_of(signs[i], "-=:+")) return false;
      ruled = ruled || is_one_of(signs[i], "-=");
    }
    return ruled;
  }

  bool is_rule() const { return signs.size() > indent + 2 && is_rule(indent, signs.size()); }

  std::string text(std::size_t from, std::size_t to) const {
    std::string out;
    for (std::size_t i = from; i < to && i < signs.size(); ++i) out += signs[i];
    return out;
  }
};

}  // namespace

bool FrameFinder::begins(std::size_t line) const {
  const std::string_view text = text::trimmed(texts_[line]);
  if (text.size() < 5) return false;
  if (text[0] == '+') return text[1] == '-' || text[1] == '=' || text[1] == ':';
  return text[0] == '\xE2' && (text[1] == '\x94' || text[1] == '\x95');
}

std::optional<TypedTable> FrameFinder::at(std::size_t first, std::size_t& end) const {
  std::vector<FrameLine> frame;
  std::set<std::size_t> corners;
  std::size_t rules = 0;
  for (std::size_t i = first; i < texts_.size() && i - first < kMostLines; ++i) {
    if (lines_[i].klass == LineClass::blank || lines_[i].page != lines_[first].page) break;
    FrameLine line(texts_[i]);
    if (!line.has_upright(line.indent) || (!frame.empty() && line.indent != frame.front().indent)) break;
    if (line.is_rule()) {
      for (std::size_t c = line.indent; c < line.signs.size(); ++c) {
        if (is_one_of(line.signs[c], "+")) corners.insert(c);
      }
      ++rules;
    }
    frame.push_back(std::move(line));
  }
  end = first + std::max<std::size_t>(frame.size(), 1);
  while (!frame.empty() && !frame.back().is_rule()) frame.pop_back();
  if (frame.size() < 3 || corners.size() < 3 || rules < 2) return std::nullopt;
  const std::vector<std::size_t> edges(corners.begin(), corners.end());
  TypedCells cells;
  for (std::size_t c = 0; c + 1 < edges.size(); ++c)
    cells.columns.push_back({static_cast<int>(edges[c]) + 1, static_cast<int>(edges[c + 1])});
  // A head above one rule, and rows of one line each without a rule between them.
  const bool headed = std::any_of(frame.begin(), frame.end(), [](const FrameLine& line) {
    return is_one_of(line.signs[line.indent + 1], "=");
  });
  const auto has_first_cell = [&](const FrameLine& line) {
    return line.is_rule() || !text::trimmed(line.text(edges[0] + 1, edges[1])).empty();
  };
  const bool one_line_rows = rules == 3 && !headed && std::all_of(frame.begin(), frame.end(), has_first_cell);
  int row = 0;
  std::vector<int> open(edges.size() - 1, 0);  // the row of each column's cell
  for (std::size_t i = 0; i < frame.size(); ++i) {
    const FrameLine& line = frame[i];
    if (one_line_rows && !line.is_rule()) std::fill(open.begin(), open.end(), ++row);
    bool next = false;
    for (std::size_t c = 0; c + 1 < edges.size();) {
      std::size_t next_cell = c + 1;
      while (next_cell + 1 < edges.size() && !line.has_upright(edges[next_cell])) ++next_cell;
      const std::size_t from = edges[c] + 1, to = edges[next_cell];
      if (line.is_rule(from, to)) {
        row += !next;
        next = true;
        std::fill(open.begin() + static_cast<std::ptrdiff_t>(c),
                  open.begin() + static_cast<std::ptrdiff_t>(next_cell), row);
      } else {
        const std::string text = line.text(from, to);
        const std::string_view words = text::trimmed(text);
        const auto start = static_cast<int>(from + (text.empty() ? 0 : text.find_first_not_of(' ')));
        if (!words.empty())
          cells.add(open[c], static_cast<int>(c), static_cast<int>(next_cell - c), first + i, start, words);
      }
      c = next_cell;
    }
  }
  return typed_table(std::move(cells), lines_, first, first + frame.size() - 1);
}

}  // namespace pst::layout

#include "layout/strips.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <string>
#include <utility>

#include "text/unicode.hpp"

namespace pst::layout {
namespace {

constexpr double kGap = 0.9;          ///< of the size: white that may part two cells
constexpr std::size_t kLongLine = 4;  ///< words of a line that tells whether text is justified
constexpr double kEven = 1.5;         ///< the widest gap of a justified line, in its narrowest
/// A line of more pieces is no row of that many columns: what stands beyond belongs to the last of them.
constexpr std::size_t kMostStrips = 200;

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

std::vector<Strip> pieces_of(const TextLine& line, double edge, const std::vector<double>& close) {
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

bool is_list_sign(const TextLine& line, const Strip& first) {
  std::string sign;
  for (const Word& word : line.words) {
    if (word.box.x1 <= first.x1 + 0.01) sign += word.text;
  }
  return text::length(sign) <= 3 || text::fold(sign).empty();
}

std::vector<Strip> between(const std::vector<Strip>& pieces) {
  std::vector<Strip> out;
  for (std::size_t i = 1; i < pieces.size() && out.size() < kMostStrips; ++i)
    out.push_back({pieces[i - 1].x1, pieces[i].x0});
  return out;
}

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

}  // namespace pst::layout

#include <algorithm>
#include <cmath>
#include <map>

#include "layout/placed.hpp"
#include "layout/tags.hpp"
#include "text/unicode.hpp"

namespace pst::layout {
namespace {

constexpr double kTouch = 0.12;     ///< of the size: pieces nearer than this are one word
constexpr double kPale = 0.80;      ///< lightness above which large text is a watermark
constexpr double kWatermark = 2.2;  ///< times the usual size
constexpr double kSmallestBox = 0.01;

double lightness(std::uint32_t color) {
  const double r = (color >> 16) & 0xFF, g = (color >> 8) & 0xFF, b = color & 0xFF;
  return (0.3 * r + 0.59 * g + 0.11 * b) / 255;
}

bool usable(const source::Run& run) {
  if (!run.box || text::is_blank(run.text)) return false;
  const Box& b = *run.box;
  return std::isfinite(b.x0) && std::isfinite(b.y0) && std::isfinite(b.x1) && std::isfinite(b.y1) &&
         b.x1 >= b.x0 && b.y1 - b.y0 > kSmallestBox;
}

Word word_of(const source::Run& run) {
  Word word;
  word.text = run.text;
  word.box = *run.box;
  word.size = run.style.size > 0 ? run.style.size : height(word.box);
  word.bold = run.style.bold;
  word.color = run.style.color;
  word.element = run.element;
  word.confidence = run.confidence;
  word.glued = !run.space_before;
  return word;
}

/// Whether `next` goes on with the word: no space shown, and no gap either.
bool touches(const Word& word, const source::Run& run, const Word& next) {
  if (run.space_before || shared_height(word.box, next.box) < 0.5) return false;
  const double gap = next.box.x0 - word.box.x1;
  return std::abs(gap) <= kTouch * std::max(word.size, next.size);
}

/// A figure, or stars, in small type above the line of the words beside it.
bool is_raised(const Word& mark, const Word& beside) {
  constexpr double kSmaller = 0.85, kAbove = 0.12, kNear = 0.6;
  const std::string& text = mark.text;
  const bool sign = text.size() <= 5 && text.find_first_not_of("0123456789*(),") == std::string::npos &&
                    text.find_first_of("0123456789*") != std::string::npos;
  const double gap = std::max(mark.box.x0 - beside.box.x1, beside.box.x0 - mark.box.x1);
  return sign && mark.size < kSmaller * beside.size && gap < kNear * beside.size &&
         mark.box.y1 < beside.box.y1 - kAbove * beside.size && shared_height(mark.box, beside.box) > 0;
}

bool outside(const Box& box, const source::Page& page) {
  if (page.width <= 0) return false;
  const double x = (box.x0 + box.x1) / 2, y = middle(box);
  return x < 0 || y < 0 || x > page.width || y > page.height;
}

/// The same word shown twice at one place.
bool same_place(const Word& a, const Word& b) {
  const double near = 0.15 * std::max(a.size, 1.0);
  return std::abs(a.box.x0 - b.box.x0) < near && std::abs(a.box.y0 - b.box.y0) < near && a.text == b.text;
}

void drop_overprints(std::vector<Word>& words) {
  std::vector<std::size_t> order(words.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    if (words[a].text != words[b].text) return words[a].text < words[b].text;
    if (words[a].box.y0 != words[b].box.y0) return words[a].box.y0 < words[b].box.y0;
    return a < b;
  });
  std::vector<bool> gone(words.size(), false);
  constexpr std::size_t kNear = 4;  // neighbours in that order that are compared
  for (std::size_t i = 0; i < order.size(); ++i) {
    for (std::size_t j = i + 1; j < order.size() && j <= i + kNear; ++j) {
      const std::size_t later = std::max(order[i], order[j]);
      if (same_place(words[order[i]], words[order[j]])) gone[later] = true;
    }
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (gone[i]) continue;
    if (kept != i) words[kept] = std::move(words[i]);
    ++kept;
  }
  words.resize(kept);
}

/// Text far larger than the rest that is pale, or that other words stand upon, lies behind them.
void set_watermarks_aside(PlacedPage& page) {
  const double usual = usual_size(page.words);
  constexpr std::size_t kMostLarge = 40;  // more than that is no watermark
  const auto large = [&](const Word& word) { return word.size > kWatermark * usual; };
  const auto count = static_cast<std::size_t>(std::count_if(page.words.begin(), page.words.end(), large));
  if (count == 0 || count > kMostLarge) return;
  const auto under_others = [&](const Word& word) {
    constexpr int kOthers = 3;
    int inside = 0;
    for (const Word& other : page.words) {
      const double x = (other.box.x0 + other.box.x1) / 2, y = middle(other.box);
      inside += !large(other) && x > word.box.x0 && x < word.box.x1 && y > word.box.y0 && y < word.box.y1;
      if (inside >= kOthers) return true;
    }
    return false;
  };
  std::vector<std::string> marks;  // the same words on a page without text below them
  for (const Word& word : page.words) {
    if (large(word) && under_others(word)) marks.push_back(word.text);
  }
  const auto behind = [&](const Word& word) {
    if (!large(word)) return false;
    const double light = lightness(word.color);
    return (light > kPale && light < 1) || std::find(marks.begin(), marks.end(), word.text) != marks.end();
  };
  const auto first = std::stable_partition(page.words.begin(), page.words.end(),
                                           [&](const Word& word) { return !behind(word); });
  std::move(first, page.words.end(), std::back_inserter(page.aside));
  page.words.erase(first, page.words.end());
}

/// Whether a drawn rule stands upright between two boxes of one line.
bool ruled_between(const std::vector<Box>& rules, const Box& left, const Box& right) {
  const double y = middle(right);
  return std::any_of(rules.begin(), rules.end(), [&](const Box& rule) {
    return rule.x0 >= left.x1 - 0.5 && rule.x1 <= right.x0 + 0.5 && rule.y0 < y && rule.y1 > y;
  });
}

/// Whether the tags say that a word begins an item of a list, beside the text that the one before it is of.
bool begins_item(const Tags& tags, const Word& before, const Word& word) {
  const Tag& tag = tags.of(word.element);
  return tag.item >= 0 && tags.of(before.element).block != tag.block;
}

/// Drawn list signs: dots with words close behind and none of their text close before.
void add_list_signs(const source::Page& page, const Tags& tags, std::vector<Word>& words) {
  constexpr double kBehind = 3.5, kBefore = 1.5;  // sizes of the word
  constexpr std::size_t kMostSigns = 2000;
  if (page.dots.empty() || page.dots.size() > kMostSigns || words.empty()) return;
  std::vector<const Word*> by_height;
  double tallest = 0;
  for (const Word& word : words) {
    by_height.push_back(&word);
    tallest = std::max(tallest, height(word.box));
  }
  std::sort(by_height.begin(), by_height.end(),
            [](const Word* a, const Word* b) { return a->box.y0 < b->box.y0; });
  std::vector<Word> signs;
  for (const Box& dot : page.dots) {
    const double y = middle(dot);
    auto next = std::lower_bound(by_height.begin(), by_height.end(), y - tallest,
                                 [](const Word* word, double at) { return word->box.y0 < at; });
    const Word* nearest = nullptr;
    const Word* before = nullptr;
    for (; next != by_height.end() && (*next)->box.y0 < y; ++next) {
      const Word& word = **next;
      if (word.box.y1 <= y) continue;
      const double gap = word.box.x0 - dot.x1;
      if (gap >= -0.1 * word.size && gap < kBehind * word.size &&
          (nearest == nullptr || word.box.x0 < nearest->box.x0))
        nearest = &word;
      if (word.box.x0 < dot.x0 && dot.x0 - word.box.x1 < kBefore * word.size &&
          !ruled_between(page.rules, word.box, dot))
        before = &word;
    }
    if (nearest == nullptr || (before != nullptr && !begins_item(tags, *before, *nearest))) continue;
    Word sign;
    sign.text = "•";
    sign.size = nearest->size;
    sign.box = {dot.x0, nearest->box.y0, dot.x1, nearest->box.y1};
    sign.element = nearest->element;
    sign.shown = nearest->shown;
    signs.push_back(std::move(sign));
  }
  std::move(signs.begin(), signs.end(), std::back_inserter(words));
}

}  // namespace

double shared_height(const Box& a, const Box& b) {
  const double shared = std::min(a.y1, b.y1) - std::max(a.y0, b.y0);
  const double least = std::min(height(a), height(b));
  return least > 0 && shared > 0 ? shared / least : 0;
}

double usual_size(const std::vector<Word>& words) {
  std::map<int, std::size_t> weights;  // by half points
  for (const Word& word : words)
    weights[static_cast<int>(std::lround(2 * std::min(word.size, 2000.0)))] += word.text.size();
  const auto most = std::max_element(weights.begin(), weights.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == weights.end() ? 0 : most->first / 2.0;
}

PlacedPage place_words(const source::Page& page, const Tags& tags) {
  PlacedPage out;
  out.number = page.number;
  out.width = page.width;
  out.height = page.height;
  out.read_by_ocr = page.read_by_ocr;
  const source::Run* last = nullptr;
  bool last_aside = false;
  for (const source::Run& run : page.runs) {
    if (!usable(run)) continue;
    if (out.words.size() + out.aside.size() >= kMostWords) {
      out.cut_short = true;
      break;
    }
    Word next = word_of(run);
    next.shown = static_cast<std::int32_t>(&run - page.runs.data());
    if (outside(next.box, page)) continue;
    const bool aside = run.artifact || run.turn != 0;
    std::vector<Word>& words = aside ? out.aside : out.words;
    const bool follows = last != nullptr && last_aside == aside && !words.empty();
    if (follows) next.raised = is_raised(next, words.back());
    if (follows && run.turn == 0 && !next.raised && !is_raised(words.back(), next) &&
        touches(words.back(), run, next)) {
      Word& word = words.back();
      word.text += next.text;
      word.box.unite(next.box);
      word.bold = word.bold && next.bold;
      word.confidence = std::min(word.confidence, next.confidence);
    } else {
      words.push_back(std::move(next));
    }
    last = &run;
    last_aside = aside;
  }
  add_list_signs(page, tags, out.words);
  drop_overprints(out.words);
  set_watermarks_aside(out);
  return out;
}

}  // namespace pst::layout

#include "layout/boxes.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "text/unicode.hpp"

namespace pst::layout {
namespace {

constexpr double kThin = 3;               ///< points: a box no thicker is a rule
constexpr double kNear = 3;               ///< points: edges nearer than this touch, or are one
constexpr double kNarrowest = 60;         ///< points
constexpr double kLowest = 20;            ///< points: two lines of small print
constexpr double kMostOfPage = 0.4;       ///< a larger one is a page's background or frame
constexpr double kOn = 0.5;               ///< points: words stand no nearer one another
constexpr std::size_t kMostBoxes = 300;   ///< a drawing or a table has more
constexpr std::size_t kMostRules = 1000;  ///< thin ones that may be the sides of boxes

bool alike(const Box& a, const Box& b) {
  return std::abs(a.x0 - b.x0) <= kNear && std::abs(a.x1 - b.x1) <= kNear && std::abs(a.y0 - b.y0) <= kNear &&
         std::abs(a.y1 - b.y1) <= kNear;
}

bool holds(const Box& outer, const Box& inner) {
  return inner.x0 > outer.x0 - kNear && inner.x1 < outer.x1 + kNear && inner.y0 > outer.y0 - kNear &&
         inner.y1 < outer.y1 + kNear;
}

bool touch(const Box& a, const Box& b) {
  return a.x0 <= b.x1 + kNear && b.x0 <= a.x1 + kNear && a.y0 <= b.y1 + kNear && b.y0 <= a.y1 + kNear;
}

bool level(const Box& a, const Box& b) {
  return a.y0 < b.y1 - kNear && b.y0 < a.y1 - kNear;
}

/// Boxes that four thin rules draw.
void add_framed(const std::vector<Box>& rules, std::vector<Box>& out) {
  std::vector<Box> sides, caps;
  for (const Box& rule : rules) {
    if (width(rule) <= kThin && height(rule) >= kLowest) sides.push_back(rule);
    if (height(rule) <= kThin && width(rule) >= kNarrowest) caps.push_back(rule);
  }
  if (sides.size() > kMostBoxes || caps.size() > kMostBoxes) return;
  const auto closes = [](const Box& box, double y) {
    return [&box, y](const Box& cap) {
      return std::abs(middle(cap) - y) <= kNear && std::abs(cap.x0 - box.x0) <= kNear &&
             std::abs(cap.x1 - box.x1) <= kNear;
    };
  };
  for (const Box& left : sides) {
    for (const Box& right : sides) {
      const Box box{left.x0, left.y0, right.x1, left.y1};
      if (width(box) < kNarrowest || std::abs(left.y0 - right.y0) > kNear ||
          std::abs(left.y1 - right.y1) > kNear)
        continue;
      if (std::any_of(caps.begin(), caps.end(), closes(box, box.y0)) &&
          std::any_of(caps.begin(), caps.end(), closes(box, box.y1)))
        out.push_back(box);
    }
  }
}

}  // namespace

std::vector<Box> find_boxes(const source::Page& page) {
  std::vector<Box> all;
  if (page.rules.size() > kMostRules || page.fills.size() > kMostRules) return all;
  const auto add = [&](const Box& box) {
    const double w = width(box), h = height(box);
    if (std::isfinite(w) && std::isfinite(h) && w > kThin && h > kThin &&
        w * h < kMostOfPage * page.width * page.height)
      all.push_back(box);
  };
  std::for_each(page.fills.begin(), page.fills.end(), add);
  std::for_each(page.rules.begin(), page.rules.end(), add);
  add_framed(page.rules, all);
  if (all.size() > kMostBoxes) return {};
  std::vector<Box> out;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (width(all[i]) < kNarrowest || height(all[i]) < kLowest) continue;
    bool apart = true;
    for (std::size_t k = 0; k < all.size() && apart; ++k) {
      // Border and shade of one box are one; a bar or a disc within it is an ornament.
      if (alike(all[i], all[k])) {
        apart = k >= i;
      } else {
        const bool ornament =
            holds(all[i], all[k]) && (width(all[k]) < kNarrowest || height(all[k]) < kLowest);
        apart = ornament || !touch(all[i], all[k]);
      }
    }
    if (apart) out.push_back(all[i]);
  }
  std::sort(out.begin(), out.end(), [](const Box& a, const Box& b) {
    return std::abs(a.y0 - b.y0) > 1e-6 ? a.y0 < b.y0 : a.x0 < b.x0;
  });
  return out;
}

namespace {

bool is_list_sign(const Word& word) {
  text::Plain plain;
  text::plain(word.text, plain);
  return plain.ascii.size() == 1 && plain.ascii.front() == '\x07';
}

/// Signs of a list beside the box that are painted over it: they end a line of it, or stand on one of its
/// words.
std::vector<Word> take_strange_signs(const std::vector<TextLine>& lines, std::vector<Word>& held) {
  constexpr std::size_t kMostSigns = 200;  // of the lists beside one box
  std::vector<Box> strange;
  for (const TextLine& line : lines) {
    for (std::size_t w = 0; w < line.words.size(); ++w) {
      const Box& box = line.words[w].box;
      if (!is_list_sign(line.words[w])) continue;
      const bool last = w + 1 == line.words.size();
      const bool on = (w > 0 && line.words[w - 1].box.x1 > box.x0 - kOn) ||
                      (!last && line.words[w + 1].box.x0 < box.x1 + kOn);
      if (last || on) strange.push_back(box);
    }
  }
  if (strange.size() > kMostSigns) return {};
  std::vector<Word> out, own;
  for (Word& word : held) {
    const bool is_strange =
        is_list_sign(word) &&
        std::any_of(strange.begin(), strange.end(), [&](const Box& box) { return alike(box, word.box); });
    (is_strange ? out : own).push_back(std::move(word));
  }
  held = std::move(own);
  return out;
}

}  // namespace

std::vector<TextBox> take_boxes(const std::vector<Box>& boxes, std::vector<Word>& words) {
  constexpr std::size_t kFewestWords = 5;
  std::vector<TextBox> out;
  for (const Box& box : boxes) {
    const auto inside = [&](const Word& word) {
      const double x = (word.box.x0 + word.box.x1) / 2, y = middle(word.box);
      return x > box.x0 && x < box.x1 && y > box.y0 && y < box.y1;
    };
    std::vector<Word> held;
    bool beside =
        std::any_of(boxes.begin(), boxes.end(), [&](const Box& o) { return &o != &box && level(o, box); });
    bool cut = false;  // a word stands across its side
    for (const Word& word : words) {
      if (inside(word)) {
        held.push_back(word);
        cut = cut || word.box.x0 < box.x0 - kNear || word.box.x1 > box.x1 + kNear;
      } else {
        beside = beside || level(word.box, box);
      }
    }
    if (cut || !beside || held.size() < kFewestWords) continue;
    const std::vector<TextLine> lines = find_lines(held);
    if (lines.size() < 2) continue;
    std::erase_if(words, inside);
    for (Word& sign : take_strange_signs(lines, held)) words.push_back(std::move(sign));
    out.push_back({box, std::move(held)});
  }
  return out;
}

}  // namespace pst::layout

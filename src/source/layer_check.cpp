#include "source/layer_check.hpp"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string_view>

#include "source/ocr_marks.hpp"
#include "source/ocr_need.hpp"
#include "text/unicode.hpp"

namespace pst::source {
namespace {

/// From the pixels of the straightened image to the page as it was scanned, where the layer stands.
Affine to_scan(const ReadyImage& image, const Affine& to_page) {
  const double back = -image.skew * std::numbers::pi / 180, cos = std::cos(back), sin = std::sin(back);
  const double x = pixGetWidth(image.ink.get()) / 2.0, y = pixGetHeight(image.ink.get()) / 2.0;
  const Affine turned{cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y};
  return turned.then(image.to_original).then(to_page);
}

struct Piece {
  Box pixels;
  double x = 0, y = 0;  ///< its middle on the page
  bool letter = false;  ///< by its size; else a dot, an accent
};

std::vector<Piece> pieces_of(const ReadyImage& image, const Affine& to_scan) {
  constexpr double kLeast = 0.6, kMost = 2.5, kWide = 6, kDot = 0.1;  // letter heights
  std::vector<Piece> out;
  BOXA* boxes = pixConnCompBB(image.ink.get(), 8);
  for (int i = 0; boxes != nullptr && i < boxaGetCount(boxes); ++i) {
    l_int32 x = 0, y = 0, width = 0, height = 0;
    boxaGetBoxGeometry(boxes, i, &x, &y, &width, &height);
    const double size = image.letter_height;
    if (height > kMost * size || width > kWide * size || std::max(width, height) < kDot * size) continue;
    Piece piece;
    piece.pixels = {static_cast<double>(x), static_cast<double>(y), static_cast<double>(x + width),
                    static_cast<double>(y + height)};
    const Box place = to_scan.map(piece.pixels);
    piece.x = (place.x0 + place.x1) / 2;
    piece.y = (place.y0 + place.y1) / 2;
    piece.letter = height >= kLeast * size;
    out.push_back(piece);
  }
  boxaDestroy(&boxes);
  std::ranges::sort(out, {}, &Piece::y);
  return out;
}

bool is_near(const Box& before, const Box& box) {
  constexpr double kFar = 1.5;  // heights
  const double height = box.y1 - box.y0, shared = std::min(before.y1, box.y1) - std::max(before.y0, box.y0);
  return shared > 0.5 * height && box.x0 > before.x0 && box.x0 - before.x1 < kFar * height;
}

/// A number, or what a label's figures and capitals are taken for.
bool may_be_label(std::string_view word) {
  constexpr std::size_t kLongest = 14;
  if (word.size() > kLongest) return false;
  if (word.find_first_of("0123456789") != std::string_view::npos) return true;
  return word.find_first_not_of("lIOoSBZi|.,:-/)") == std::string_view::npos &&
         word.find_first_of("lIOoSBZ|") != std::string_view::npos;
}

std::string_view bare_label(std::string_view word) {
  constexpr std::string_view kAround = ".,:;-()[]|/";
  const std::size_t begin = word.find_first_not_of(kAround), end = word.find_last_not_of(kAround);
  return begin == std::string_view::npos ? std::string_view() : word.substr(begin, end + 1 - begin);
}

}  // namespace

bool LayerCheck::contradicted() const {
  constexpr double kMostBare = 0.1, kMostUnmarked = 0.5, kMostMisread = 0.06;
  constexpr int kFewLetters = 25, kFewMarks = 3, kFewLabels = 2;
  return (bare >= kFewLetters && bare > kMostBare * letters) ||
         (unmarked >= kFewMarks && unmarked > kMostUnmarked * marks) ||
         (misread >= kFewLabels && misread > kMostMisread * labels);
}

void LayerCheck::add(const LayerCheck& other) {
  letters += other.letters;
  bare += other.bare;
  marks += other.marks;
  unmarked += other.unmarked;
  labels += other.labels;
  misread += other.misread;
}

LayerCheck hold_against(const Page& page, const ReadyImage& image, const Affine& to_page) {
  LayerCheck check;
  if (!image.ink || image.letter_height <= 0) return check;
  const Affine onto_page = to_scan(image, to_page);
  const std::vector<Piece> pieces = pieces_of(image, onto_page);
  const double letter = image.letter_height * std::sqrt(onto_page.area());  // points
  const std::vector<PlacedWord> words = placed_words(page);
  std::vector<bool> said(pieces.size(), false);
  constexpr std::size_t kLabelWords = 3, kMostLabels = 40;  // how far from the margin; of a page
  std::size_t of_line = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    of_line = i > 0 && is_near(words[i - 1].box, words[i].box) ? of_line + 1 : 0;
    const bool label =
        of_line < kLabelWords && check.labels_said.size() < kMostLabels && may_be_label(words[i].text);
    const Box& box = words[i].box;
    const double slack = 0.3 * letter;
    Box drawn;
    bool any = false;
    for (auto at = std::ranges::lower_bound(pieces, box.y0 - slack, {}, &Piece::y);
         at != pieces.end() && at->y <= box.y1 + slack; ++at) {
      if (at->x < box.x0 - slack || at->x > box.x1 + slack) continue;
      said[static_cast<std::size_t>(at - pieces.begin())] = true;
      if (at->x < box.x0 || at->x > box.x1) continue;
      if (any) drawn.unite(at->pixels);
      if (!any) drawn = at->pixels;
      any = true;
    }
    if (label && any) {
      check.labels_said.push_back(words[i].text);
      check.labels_drawn.push_back(drawn);
    }
  }
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    check.letters += pieces[i].letter;
    check.bare += pieces[i].letter && !said[i];
  }
  for (const Mark& mark : image.marks) {
    const Box place = onto_page.map(mark.box);
    const double x = (place.x0 + place.x1) / 2, y = (place.y0 + place.y1) / 2;
    ++check.marks;
    check.unmarked += std::ranges::none_of(words, [&](const PlacedWord& word) {
      const bool there = x > word.box.x0 - letter && x < word.box.x1 && y > word.box.y0 && y < word.box.y1;
      return there && text::fold(word.text).size() <= 1;
    });
  }
  return check;
}

void read_labels(LayerCheck& check, const ReadyImage& image, OcrEngine& engine) {
  constexpr float kSure = 0.9F;
  const std::vector<Word> read = engine.read_words(image, check.labels_drawn);
  for (std::size_t i = 0; i < read.size(); ++i) {
    const std::string_view here = bare_label(read[i].text), said = bare_label(check.labels_said[i]);
    // As many letters as the ink has pieces say more than recognition, which is unsure of what is no word.
    if (!read[i].settled && read[i].confidence < kSure) continue;
    // A full stop that was lost, or taken for a comma; a bracket or a dash may stand on its own.
    const bool stopped = read[i].text.ends_with('.') && !check.labels_said[i].ends_with('.');
    const bool lost = stopped && (here.size() == 1 || check.labels_said[i].ends_with(','));
    ++check.labels;
    check.misread += read[i].settled ? here != said || lost : text::fold(here) != text::fold(said);
  }
}

}  // namespace pst::source

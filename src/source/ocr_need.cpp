#include "source/ocr_need.hpp"

#include <algorithm>

namespace pst::source {
namespace {

constexpr std::size_t kThin = 60;  // words
constexpr double kMostUnmapped = 0.05;
constexpr double kFrench = 0.6;         // known words of a layer that is shown; names and numbers fill tables
constexpr double kFrenchBehind = 0.97;  // of an invisible one, the product of someone's OCR
constexpr double kLargePicture = 0.3, kWholePage = 0.6;
constexpr int kOutlines = 300;  // shapes of a page whose letters are drawn as shapes

bool is_joined(const Run& before, const Run& run) {
  if (run.space_before || !before.box || !run.box) return false;
  const double near = 0.15 * std::max(run.style.size, 1.0);
  return std::abs(before.box->y1 - run.box->y1) < near && run.box->x0 - before.box->x1 < near &&
         run.box->x0 > before.box->x0;
}

}  // namespace

std::vector<PlacedWord> placed_words(const Page& page) {
  std::vector<PlacedWord> words;
  const Run* before = nullptr;
  for (const Run& run : page.runs) {
    if (before != nullptr && is_joined(*before, run)) {
      words.back().text += run.text;
      words.back().box.unite(*run.box);
    } else {
      words.push_back({std::string(run.text), run.box.value_or(Box{})});
    }
    before = &run;
  }
  return words;
}

std::vector<std::string> words_of(const Page& page) {
  std::vector<std::string> texts;
  for (PlacedWord& word : placed_words(page)) texts.push_back(std::move(word.text));
  return texts;
}

bool is_behind(const Page& page) {
  const auto invisible = std::ranges::count_if(page.runs, [](const Run& run) { return run.invisible; });
  return 2 * invisible > static_cast<std::ptrdiff_t>(page.runs.size());
}

Layer layer_of(const Page& page, const text::Repairer& french) {
  if (page.runs.empty()) return Layer::empty;
  const std::vector<std::string> words = words_of(page);
  const std::vector<std::string_view> views(words.begin(), words.end());
  const bool behind = is_behind(page);
  const Layer otherwise = behind ? Layer::behind : words.size() < kThin ? Layer::thin : Layer::sound;
  if (!behind && text::plainly_french(views)) return otherwise;
  if (text::unmapped_share(views) > kMostUnmapped) return Layer::poor;
  constexpr std::size_t kTooFew = 20;
  if (words.size() < kTooFew || !french.available()) return otherwise;
  const double known = text::judge(views, french).known_share();
  return known < (behind ? kFrenchBehind : kFrench) ? Layer::poor : otherwise;
}

bool worth_reading(Layer layer, const Survey& survey, bool mostly_sound) {
  switch (layer) {
    case Layer::sound:
      return false;
    case Layer::poor:
      return true;
    case Layer::behind:
      return survey.covering(kWholePage) != nullptr;
    case Layer::thin:
      // A cover with a photograph in a document of text is left alone; a scan with a stamp is not.
      return !mostly_sound && survey.covering(kWholePage) != nullptr;
    case Layer::empty: {
      double pictures = 0;
      for (const Picture& picture : survey.pictures) {
        pictures += share_covered(picture.box(), {0, 0, survey.width, survey.height});
      }
      return pictures >= kLargePicture || survey.drawn >= kOutlines || survey.shown > 0;
    }
  }
  return false;
}

bool is_better(const text::Legibility& reading, const text::Legibility& layer) {
  return reading.worth() > layer.worth();
}

}  // namespace pst::source

#include "layout/flow.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "layout/steps.hpp"
#include "text/unicode.hpp"

namespace pst::layout {
namespace {

constexpr double kSpace = 0.25;      ///< of the size: a space between words
constexpr double kTight = 0.05;      ///< of the size: a word that leaves less room may not have fitted
constexpr double kDoubtful = 0.7;    ///< of the size: with less room to spare one cannot be sure that it had
constexpr double kOtherSize = 0.09;  ///< by so much sizes differ that are of different paragraphs
constexpr double kLoose = 1.3;       ///< times the pitch: from here on a blank line stands between
constexpr double kOutdent = 1.2;     ///< of the size: so far left of the line above begins another paragraph

int key(double size) {
  return static_cast<int>(std::lround(2 * std::min(size, 1000.0)));
}

/// Width of the first word, with the sign before it (`« Les`): typesetters do not part them.
double first_word_width(const TextLine& line) {
  double right = line.words.front().box.x1;
  bool word = !text::fold(line.words.front().text).empty();
  for (std::size_t i = 1; i < line.words.size(); ++i) {
    if (word && !line.words[i].glued) break;
    word = word || !text::fold(line.words[i].text).empty();
    right = line.words[i].box.x1;
  }
  return right - line.words.front().box.x0;
}

bool ends_with_hyphen(const std::string& text) {
  return text.size() >= 2 && text.back() == '-' && text[text.size() - 2] != ' ';
}

/// Whether a line goes on with the one above though a word more had room there: the text may be set narrower
/// than its column, in a box or beside a note. Its words must tell.
bool may_wrap(const TextLine& above, const TextLine& below, double right) {
  constexpr double kLong = 0.6;  // of the column
  return text::starts_lower(below.text) && !ends_sentence(above.text) &&
         above.box.x1 - above.box.x0 > kLong * (right - above.box.x0) &&
         std::abs(above.box.x0 - below.box.x0) < 0.5 * above.size;
}

bool other_style(const TextLine& above, const TextLine& below) {
  const double larger = std::max(above.size, below.size);
  return std::abs(above.size - below.size) > kOtherSize * larger;
}

}  // namespace

bool begins_with_list_sign(const TextLine& line) {
  text::Plain plain;
  text::plain(std::string_view(line.text).substr(0, 4), plain);
  return !plain.ascii.empty() && plain.ascii.front() == '\x07';
}

bool ends_sentence(const std::string& text) {
  return !text.empty() && std::string_view(".;:!?").find(text.back()) != std::string_view::npos;
}

double room_left(const TextLine& above, const TextLine& next, double right) {
  return right - (above.box.x1 + kSpace * above.size + first_word_width(next));
}

bool is_full(const TextLine& above, const TextLine& next, double right) {
  return room_left(above, next, right) < kTight * above.size;
}

void Pitches::add(const TextLine& above, const TextLine& below) {
  if (other_style(above, below)) return;
  const double step = middle(below.box) - middle(above.box);
  const double size = std::max(above.size, 1.0);
  if (step > 0.85 * size && step < 3.5 * size) steps_[key(above.size)].push_back(step);
}

void Pitches::finish() {
  constexpr std::size_t kEnough = 6;
  std::size_t most = 0;
  for (auto& [size, steps] : steps_) {
    if (steps.size() < 2) continue;
    const double pitch = least_common(steps);
    if (steps.size() >= kEnough) pitch_[size] = pitch;
    if (steps.size() > most) {
      most = steps.size();
      relative_ = pitch / (size / 2.0);
    }
  }
  steps_.clear();
}

double Pitches::of(double size) const {
  const auto known = pitch_.find(key(size));
  return known != pitch_.end() ? known->second : relative_ * size;
}

int blank_lines(const TextLine& above, const TextLine& below, const Pitches& pitches) {
  const double pitch = std::max(pitches.of(above.size), pitches.of(below.size));
  const double step = middle(below.box) - middle(above.box);
  if (pitch <= 0 || step <= kLoose * pitch) return 0;
  return std::clamp(static_cast<int>(std::lround(step / pitch - 0.5)), 1, 4);
}

bool heading_wraps(const TextLine& above, const TextLine& below, double right) {
  constexpr double kWidest = 2.2;  // of the size
  return above.bold && below.bold && !other_style(above, below) && text::starts_lower(below.text) &&
         middle(below.box) - middle(above.box) < kWidest * below.size && is_full(above, below, right);
}

Flow flow_between(const TextLine& above, const TextLine& below, double right, int blank, bool gap) {
  if (gap && blank > 0) return Flow::starts;
  if (other_style(above, below) || begins_with_list_sign(below)) return Flow::starts;
  if (ends_with_hyphen(above.text) && text::starts_lower(below.text)) return Flow::continues;
  const bool same_weight = above.words.back().bold == below.words.front().bold;
  const double room = room_left(above, below, right);
  if (room > kDoubtful * above.size)
    return gap && same_weight && may_wrap(above, below, right) ? Flow::unknown : Flow::starts;
  if (room > kTight * above.size || !same_weight) return Flow::unknown;
  if (!gap)
    return text::starts_lower(below.text) && !ends_sentence(above.text) ? Flow::continues : Flow::unknown;
  if (below.box.x0 < above.box.x0 - kOutdent * above.size) return Flow::unknown;
  return Flow::continues;
}

}  // namespace pst::layout

#include "source/pdf_words.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "source/pdf_accents.hpp"
#include "source/pdf_font.hpp"

namespace pst::source::pdf {

namespace {

// Lengths in ems, shares of the font's size.
constexpr double kMaxDrift = 0.1;        ///< off the base line, and still the same line
constexpr double kMaxAccentDrift = 0.5;  ///< an accent is lifted over a capital
constexpr double kMaxOverlap = 0.4;      ///< kerning
constexpr double kMaxAccentOverlap = 1.2;
constexpr double kNoSpace = 0.05;
constexpr double kApart = 1.0;     ///< a gap that no letter spacing has
constexpr double kFarApart = 4.0;  ///< the same where a space is shown
constexpr double kMinWordGap = 0.1, kMaxWordGap = 0.2;
constexpr double kSpaceShare = 0.42;      ///< of the font's space that tells words apart
constexpr double kSpacedOut = 0.08;       ///< letters with such gaps everywhere are letter-spaced
constexpr double kEven = 0.08;            ///< gaps that differ less are those of letter spacing
constexpr double kDouble = 0.12;          ///< the same glyph again this near is there to look bold
constexpr std::size_t kLetterSpaced = 4;  ///< so many letters with the same spacing mean it
constexpr std::size_t kRecentRuns = 80;

double dot(const Point& a, const Point& b) {
  return a.x * b.x + a.y * b.y;
}

/// From the end of `a` to the beginning of `b`: along the line, and off it.
Point step(const Glyph& a, const Glyph& b) {
  const Point d{b.origin.x - a.end.x, b.origin.y - a.end.y};
  return {dot(d, a.along), d.y * a.along.x - d.x * a.along.y};
}

bool spaced_alike(const Glyph& a, const Glyph& b) {
  return std::abs(a.spacing - b.spacing) < 1e-3 * a.size;
}

/// The step along the line without what character spacing has put between.
double without_spacing(const Glyph& a, double along) {
  const bool spaced = a.spacing > 0 && a.spacing < kApart * a.size && along > 0.9 * a.spacing;
  return spaced ? along - a.spacing : along;
}

double usual_word_gap(const Glyph& g) {
  return std::clamp(kSpaceShare * g.space, kMinWordGap * g.size, kMaxWordGap * g.size);
}

bool same_style(const Glyph& a, const Glyph& b) {
  return a.style.bold == b.style.bold && a.style.italic == b.style.italic && a.style.color == b.style.color &&
         std::abs(a.style.size - b.style.size) < 0.05 && a.element == b.element && a.artifact == b.artifact &&
         a.invisible == b.invisible;
}

/// A space that spacing makes as narrow as none: Ghostscript places letters with such.
bool taken_back(const Glyph& space) {
  const double width = std::hypot(space.end.x - space.origin.x, space.end.y - space.origin.y);
  return width > kNoSpace * space.size && width + space.spacing < kNoSpace * space.size;
}

std::int16_t turn_of(const Point& along) {
  if (std::abs(along.x) >= std::abs(along.y)) return along.x >= 0 ? 0 : 180;
  return along.y > 0 ? 90 : 270;
}

bool is_letter(std::string_view text) {
  if (text.empty()) return false;
  const auto c = static_cast<unsigned char>(text[0]);
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC3 && c < 0xCA);
}

/// Hebrew, Arabic and their neighbours, presentation forms too.
bool is_right_to_left(std::string_view text) {
  if (text.size() < 2) return false;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  if (byte(0) == 0xD6) return byte(1) >= 0x90;
  if (byte(0) >= 0xD7 && byte(0) <= 0xDF) return true;
  if (text.size() < 3) return false;
  if (byte(0) == 0xE0) return byte(1) <= 0xA3;
  return byte(0) == 0xEF && ((byte(1) == 0xAC && byte(2) >= 0x9D) || (byte(1) > 0xAC && byte(1) <= 0xB7) ||
                             (byte(1) == 0xB9 && byte(2) >= 0xB0) || byte(1) == 0xBA || byte(1) == 0xBB);
}

bool is_figure_or_latin(std::string_view text) {
  // The figures of Arabic, U+0660 to U+0669 and U+06F0 to U+06F9, go from left to right as all do.
  if (text.size() == 2 && (text[0] == '\xD9' || text[0] == '\xDB')) {
    const auto second = static_cast<unsigned char>(text[1]);
    return text[0] == '\xD9' ? second >= 0xA0 && second <= 0xA9 : second >= 0xB0 && second <= 0xB9;
  }
  return is_letter(text) || (!text.empty() && text::is_digit(text[0]));
}

}  // namespace

bool WordBuilder::continues(const Glyph& glyph) const {
  const Pending& before = pending_.back();
  if (dot(before.glyph.along, glyph.along) < 0.99 || !same_style(before.glyph, glyph)) return false;
  const bool accent = combining_mark(glyph.text) != 0 || combining_mark(before.text) != 0;
  const Point s = step(before.glyph, glyph);
  const double drift = (accent ? kMaxAccentDrift : kMaxDrift) * glyph.size;
  const double overlap = (accent ? kMaxAccentOverlap : kMaxOverlap) * glyph.size;
  return std::abs(s.y) <= drift && s.x >= -overlap &&
         without_spacing(before.glyph, s.x) < (space_shown_ ? kFarApart : kApart) * glyph.size;
}

/// Whether the last glyph is drawn once more a hair aside; it then counts as bold.
bool WordBuilder::doubles(const Glyph& glyph) {
  if (pending_.empty() || pending_.back().text != glyph.text) return false;
  Glyph& before = pending_.back().glyph;
  // No further than half a letter, which the next letter of a word is.
  const double width = std::hypot(before.end.x - before.origin.x, before.end.y - before.origin.y);
  const double near = std::min(kDouble * glyph.size, std::max(0.5 * width, kNoSpace * glyph.size));
  const double dx = std::abs(glyph.origin.x - before.origin.x),
               dy = std::abs(glyph.origin.y - before.origin.y);
  return dx < near && dy < near && std::abs(glyph.size - before.size) < 0.1;
}

void WordBuilder::add(const Glyph& glyph) {
  if (glyph.text.empty()) return;
  ++glyphs_;
  alike_ = any_ && spaced_alike(last_, glyph) ? alike_ + 1 : 1;
  if (is_white(glyph.text)) {
    if (!taken_back(glyph)) space_shown_ = true;
    return;
  }
  if (doubles(glyph)) return;
  if (!pending_.empty() && !continues(glyph)) flush();
  if (pending_.empty() && any_) {
    const Point s = step(last_, glyph);
    gap_before_ = dot(last_.along, glyph.along) > 0.99 &&
                  std::abs(s.y) < 0.5 * std::max(glyph.size, last_.size) &&
                  (alike_ >= kLetterSpaced ? without_spacing(last_, s.x) : s.x) > usual_word_gap(last_);
  }
  pending_.push_back({glyph, std::string(glyph.text), space_shown_});
  space_shown_ = false;
  pending_.back().glyph.text = {};
  last_ = pending_.back().glyph;
  any_ = true;
}

void WordBuilder::add_replacement(const Glyph& whole, std::string_view text) {
  // Each piece between spaces takes its share of the place.
  const double total = static_cast<double>(std::max<std::size_t>(text.size(), 1));
  const Point way{whole.end.x - whole.origin.x, whole.end.y - whole.origin.y};
  const auto between = [&](std::size_t begin, std::size_t end) {
    Glyph piece = whole;
    const double from = static_cast<double>(begin) / total, to = static_cast<double>(end) / total;
    piece.origin = {whole.origin.x + way.x * from, whole.origin.y + way.y * from};
    piece.end = {whole.origin.x + way.x * to, whole.origin.y + way.y * to};
    if (std::abs(way.x) >= std::abs(way.y)) {
      piece.box.x0 = std::min(piece.origin.x, piece.end.x);
      piece.box.x1 = std::max(piece.origin.x, piece.end.x);
    } else {
      piece.box.y0 = std::min(piece.origin.y, piece.end.y);
      piece.box.y1 = std::max(piece.origin.y, piece.end.y);
    }
    piece.text = text.substr(begin, end - begin);
    return piece;
  };
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t end = at;
    while (end < text.size() && !is_white(text.substr(end, 1)) && !text.substr(end).starts_with("\xC2\xA0"))
      ++end;
    if (end > at) add(between(at, end));
    if (end < text.size()) {
      space_shown_ = true;
      end += text[end] == '\xC2' ? 2 : 1;
    }
    at = end;
  }
}

/// An accent and the letter it stands over, in either order, become that letter.
void WordBuilder::compose_accents() {
  for (std::size_t i = 0; i < pending_.size(); ++i) {
    const char32_t mark = combining_mark(pending_[i].text);
    if (mark == 0) continue;
    const Box& accent = pending_[i].glyph.box;
    const double middle = (accent.x0 + accent.x1) / 2;
    for (const std::size_t k : {i + 1, i - 1}) {
      if (k >= pending_.size() || pending_[i].glyph.along.x < 0.9 || pending_[std::max(i, k)].space_before)
        continue;
      const Box& letter = pending_[k].glyph.box;
      const bool combining = static_cast<unsigned char>(pending_[i].text[0]) >= 0xCC && k + 1 == i;
      if (!combining && (middle < letter.x0 || middle > letter.x1)) continue;
      const std::string both = composed(pending_[k].text, mark);
      if (both.empty()) continue;
      pending_[k].text = both;
      pending_[k].space_before = pending_[k].space_before || pending_[i].space_before;
      pending_.erase(pending_.begin() + static_cast<std::ptrdiff_t>(i));
      --i;
      break;
    }
  }
}

/// The gaps between the pending glyphs. Character spacing is no gap where it goes on over several letters, or
/// over all of them; some writers use it to place a single one.
void WordBuilder::measure_gaps() {
  gaps_.clear();
  for (std::size_t from = 0; from + 1 < pending_.size();) {
    std::size_t to = from + 1;
    while (to < pending_.size() && spaced_alike(pending_[from].glyph, pending_[to].glyph)) ++to;
    bool letter_spaced = to - from >= kLetterSpaced || (from == 0 && to == pending_.size());
    for (std::size_t i = from; letter_spaced && i + 1 < to; ++i) {
      const Glyph& glyph = pending_[i].glyph;
      letter_spaced = step(glyph, pending_[i + 1].glyph).x > 0.5 * glyph.spacing;
    }
    for (; from < to && from + 1 < pending_.size(); ++from) {
      const Glyph& glyph = pending_[from].glyph;
      const double along = step(glyph, pending_[from + 1].glyph).x;
      gaps_.push_back(letter_spaced ? without_spacing(glyph, along) : along);
    }
  }
}

/// From which gap on two glyphs of what is pending belong to different words.
double WordBuilder::word_gap() const {
  const double usual = usual_word_gap(pending_.front().glyph);
  if (pending_.size() < kLetterSpaced) return usual;
  std::size_t letters = 0, leaders = 0;
  std::vector<double> gaps;
  for (std::size_t i = 0; i < pending_.size(); ++i) {
    letters += is_letter(pending_[i].text) ? 1U : 0U;
    // Leaders are dots apart, whatever the letters beside them are.
    const bool leader = i > 0 && pending_[i].text == "." && pending_[i - 1].text == ".";
    leaders += leader ? 1U : 0U;
    if (i > 0 && !leader && !pending_[i].space_before) gaps.push_back(gaps_[i - 1]);
  }
  if (gaps.size() < kLetterSpaced - 1) return usual;
  std::sort(gaps.begin(), gaps.end());
  const double quarter = gaps[gaps.size() / 4], most = gaps[gaps.size() * 4 / 5];
  const double size = pending_.front().glyph.size;
  const bool wordy =
      letters * 5 >= (pending_.size() - leaders) * 3 || (letters >= 2 && most - quarter < kEven * size);
  if (quarter < kSpacedOut * size || !wordy) return usual;
  return std::max(usual, quarter + std::max(0.12 * size, 0.6 * quarter));
}

void WordBuilder::flush() {
  if (pending_.empty()) return;
  compose_accents();
  measure_gaps();
  bool space = pending_.front().space_before || gap_before_;
  const double split = word_gap();
  std::size_t begin = 0;
  for (std::size_t i = 1; i < pending_.size(); ++i) {
    if (!pending_[i].space_before && gaps_[i - 1] <= split) continue;
    emit(begin, i, space);
    begin = i;
    space = true;
  }
  emit(begin, pending_.size(), space);
  pending_.clear();
  gap_before_ = false;
}

/// Whether the run lies nearly where the same one lies already.
bool WordBuilder::shown_already(const Run& run, std::string_view text) {
  const std::size_t count = std::min(kRecentRuns, page_.runs.size());
  for (std::size_t back = 1; back <= count; ++back) {
    const Run& other = page_.runs[page_.runs.size() - back];
    const double near = kDouble * run.style.size;
    if (std::abs(other.box->x0 - run.box->x0) > near || std::abs(other.box->y0 - run.box->y0) > near)
      continue;
    const Extent& extent = extents_[extents_.size() - back];
    if (extent.size == text.size() && std::string_view(text_).substr(extent.begin, extent.size) == text)
      return true;
  }
  return false;
}

/// Glyphs are drawn from left to right whatever their script; its words are read the other way, figures and
/// Latin letters among them not.
void WordBuilder::order_for_reading(std::size_t begin, std::size_t end) {
  const auto from = pending_.begin() + static_cast<std::ptrdiff_t>(begin);
  const auto to = pending_.begin() + static_cast<std::ptrdiff_t>(end);
  if (std::none_of(from, to, [](const Pending& one) { return is_right_to_left(one.text); })) return;
  std::reverse(from, to);
  const auto keeps_its_way = [](const Pending& one) { return is_figure_or_latin(one.text); };
  for (auto at = std::find_if(from, to, keeps_its_way); at != to;) {
    const auto behind = std::find_if_not(at, to, keeps_its_way);
    std::reverse(at, behind);
    at = std::find_if(behind, to, keeps_its_way);
  }
}

void WordBuilder::emit(std::size_t begin, std::size_t end, bool space_before) {
  order_for_reading(begin, end);
  const Glyph& first = pending_[begin].glyph;
  Run run;
  run.style = first.style;
  run.box = first.box;
  run.space_before = space_before;
  run.artifact = first.artifact;
  run.invisible = first.invisible;
  run.turn = turn_of(first.along);
  run.element = first.element;
  const std::size_t at = text_.size();
  for (std::size_t i = begin; i < end; ++i) {
    text_ += pending_[i].text;
    run.box->unite(pending_[i].glyph.box);
  }
  const std::string text = text_.substr(at);
  if (shown_already(run, text)) {
    text_.resize(at);
    return;
  }
  extents_.push_back({at, text.size()});
  page_.runs.push_back(run);
}

void WordBuilder::finish(std::deque<std::string>& storage) {
  flush();
  const std::string& text = storage.emplace_back(std::move(text_));
  for (std::size_t i = 0; i < page_.runs.size(); ++i) {
    page_.runs[i].text = std::string_view(text).substr(extents_[i].begin, extents_[i].size);
  }
}

}  // namespace pst::source::pdf

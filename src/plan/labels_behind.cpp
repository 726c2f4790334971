#include "plan/labels_behind.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "plan/dashes.hpp"
#include "plan/joining.hpp"
#include "text/ascii.hpp"
#include "text/unicode.hpp"

namespace pst::plan {
namespace {

constexpr std::size_t kLongestLabel = 40;

/// Where the last words of a text may be a label: behind its wording, and within its signs.
struct End {
  std::size_t kept = 0;
  std::string_view label;
};

/// `… (O.S. 1)`, `… [OS1]`
std::optional<End> in_brackets(std::string_view text) {
  std::string_view inner = text;
  while (!inner.empty() && (inner.back() == '.' || inner.back() == ';' || inner.back() == ' '))
    inner.remove_suffix(1);
  if (inner.empty() || (inner.back() != ')' && inner.back() != ']')) return std::nullopt;
  const std::size_t open = inner.find_last_of("([");
  if (open == std::string_view::npos || inner.size() - open > kLongestLabel) return std::nullopt;
  return End{open, text::trimmed(inner.substr(open + 1, inner.size() - open - 2))};
}

/// `… – O.S. 1`
std::optional<End> behind_dash(std::string_view text) {
  if (text.empty() || !text::is_alnum(text.back())) return std::nullopt;
  const std::size_t from = text.size() > kLongestLabel ? text.size() - kLongestLabel : 0;
  const std::optional<Dash> dash = find_last_dash(text, from);
  return dash ? std::optional(End{dash->begin, text.substr(dash->end)}) : std::nullopt;
}

/// In the margin on the right: behind a gap of the source line.
std::optional<End> behind_gap(std::string_view text, std::string_view line) {
  constexpr std::string_view kGap = "   ";
  line = text::trimmed(line);
  line.remove_prefix(std::max(line.size(), kLongestLabel + kGap.size()) - kLongestLabel - kGap.size());
  const std::size_t blank = line.rfind(kGap);
  const std::size_t gap = std::max(blank == line.npos ? 0 : blank + kGap.size(), line.rfind('\t') + 1);
  if (gap == 0 || gap >= line.size() || line.size() - gap > kLongestLabel) return std::nullopt;
  const std::string_view label = line.substr(gap);
  if (!text.ends_with(label)) return std::nullopt;
  return End{text.size() - label.size(), label};
}

bool is_figure(std::string_view label) {
  constexpr std::size_t kDigits = 2;
  return label.size() <= kDigits && std::all_of(label.begin(), label.end(), text::is_digit);
}

class Finder {
 public:
  Finder(const Scan& scan, grammar::Reader& reader) : scan_(scan), reader_(reader) {}

  std::vector<LabelBehind> run() {
    for (std::size_t p = 0; p < scan_.pieces.size(); ++p) look_at(static_cast<int>(p));
    drop_pointers();
    return std::move(found_);
  }

 private:
  using Name = std::pair<int, std::string>;  // marker and number
  static Name name_of(const grammar::MarkerMatch& match) { return {match.marker, match.number->canonical()}; }

  const Piece& piece(int p) const { return scan_.pieces[static_cast<std::size_t>(p)]; }

  void look_at(int p) {
    const Piece& here = piece(p);
    const layout::Fragment& f = *here.fragment;
    const bool figure = here.preset == Preset::furniture && f.columns == 2 && is_figure(f.text);
    if (here.preset != Preset::none && !figure) return;
    if (f.columns == 2 && f.column == 1 && f.part == 0 && add(p, {0, f.text}, true)) return;
    if (f.columns <= 1 && f.text.size() > 1 && ends_title(p, f)) return;
    if (begins_with_label(p) && here.reading.markers.front().number) {
      fronts_.emplace_back(p, name_of(here.reading.markers.front()));
    }
  }

  /// True where a label stands at the line's end, or is all of it.
  bool ends_title(int p, const layout::Fragment& f) {
    constexpr int kRight = 40;  // columns: what begins there is set to the right
    std::optional<End> end = in_brackets(f.text);
    if (!end) end = behind_dash(f.text);
    if (end && add(p, *end, false)) return true;
    if (!text::is_alnum(f.text.back())) return false;
    if (f.indent >= kRight && add(p, {0, f.text}, false)) return true;
    end = behind_gap(f.text, scan_.layout->raw[static_cast<std::size_t>(f.line_index)]);
    return end && add(p, *end, true);
  }

  /// True where what stands behind the wording is a label, and nothing in front of it is.
  bool add(int p, const End& end, bool in_margin) {
    if (end.label.size() > kLongestLabel) return false;
    reader_.read(end.label, reading_);
    // A figure alone: `1` beside `Mieux loger`, above `1.1`.
    if (reading_.markers.empty() && in_margin && is_figure(end.label))
      reader_.read(std::string(end.label) + '.', reading_);
    if (reading_.markers.empty()) return false;
    const grammar::MarkerMatch& match = reading_.markers.front();
    const grammar::MarkerRule& rule = reader_.rule(match);
    const bool whole = match.number && match.begin == 0 && match.rest >= end.label.size();
    if (!whole || rule.generic || rule.card || (rule.bare && match.number->depth < 2 && !in_margin))
      return false;
    const bool alone = end.kept == 0 && !in_margin;
    const int first = in_margin ? row_begin(p) : alone ? title_before(p) : title_above(p);
    const grammar::Reading& opening = piece(first).reading;
    if (begins_with_label(first) || opening.field >= 0 || (first == p && end.kept == 0)) return false;
    LabelBehind next;
    next.piece = first;
    next.rest = opening.bullet ? opening.bullet_end : 0;
    next.at = p;
    next.kept = end.kept;
    while (next.kept > 0 && piece(p).fragment->text[next.kept - 1] == ' ') --next.kept;
    next.in_margin = in_margin;
    next.match = match;
    next.label = end.label;
    found_.push_back(std::move(next));
    return true;
  }

  /// The piece with which the paragraph begins that `p` ends.
  int title_above(int p) const {
    constexpr int kMostLines = 6;
    int first = p;
    for (int lines = 1, above = p - 1; above >= 0 && lines < kMostLines; --above) {
      const Piece& here = piece(first);
      const Piece& before = piece(above);
      if (here.reading.bullet || begins_with_label(first) || here.reading.field >= 0) break;
      if (before.preset == Preset::furniture) continue;
      if (before.preset != Preset::none || before.fragment->columns > 1 || ends_with_label(above)) break;
      if (!continues(reader_, before.fragment->text, *before.fragment, *here.fragment,
                     scan_.layout->wrap_width)) {
        break;
      }
      first = above;
      ++lines;
    }
    return first;
  }

  /// The piece with which the paragraph begins that a label alone in its line, right below, belongs to; `p`
  /// where there is none.
  int title_before(int p) const {
    if (p == 0 || piece(p).fragment->blank_before > 0) return p;
    const Piece& before = piece(p - 1);
    if (before.preset != Preset::none || before.fragment->columns > 1 || ends_with_label(p - 1)) return p;
    return title_above(p - 1);
  }

  /// The first piece of the row that `p` stands in.
  int row_begin(int p) const {
    while (p > 0 && piece(p - 1).fragment->line_index == piece(p).fragment->line_index) --p;
    return p;
  }

  /// Words of the open class before a number say nothing: `Sortir des murs O.O. 1.2`.
  bool begins_with_label(int p) const {
    const auto& markers = piece(p).reading.markers;
    return !markers.empty() && !reader_.rule(markers.front()).generic;
  }

  bool ends_with_label(int p) const { return !found_.empty() && found_.back().at == p; }

  /// Markers of one form: the same words, and as many components.
  using Form = std::pair<int, int>;
  static Form form_of(const grammar::MarkerMatch& match) { return {match.marker, match.number->depth}; }

  /// Keeps the forms whose numbers follow one another as labels do, where they are several and no fewer than
  /// the labels that lines among them begin with.
  void drop_pointers() {
    constexpr std::size_t kSeveral = 3;
    struct Series {
      std::optional<grammar::Number> last;
      int first = 0, all = 0, following = 0;
      bool another_since = false;  // a label of another form stands behind the last one
    };
    std::map<Form, Series> series;
    if (found_.size() < kSeveral) return found_.clear();
    for (const LabelBehind& label : found_) {
      const grammar::Number& number = *label.match.number;
      Series& mine = series[form_of(label.match)];
      if (mine.all++ == 0) mine.first = number.last();
      mine.following += follows(number, mine.last, mine.another_since);
      for (auto& [form, other] : series) other.another_since = true;
      mine.last = number;
      mine.another_since = false;
    }
    // Figures alone number what stands above longer numbers, else they count or point to pages.
    const bool longer = std::any_of(found_.begin(), found_.end(), [&](const LabelBehind& label) {
      return reader_.rule(label.match).bare && label.match.number->depth > 1;
    });
    if (!longer) std::erase_if(found_, [](const LabelBehind& label) { return is_figure(label.label); });
    if (found_.empty()) return;
    // Another volet may have its labels in front.
    const int first = found_.front().piece, last = found_.back().piece;
    std::erase_if(fronts_, [&](const auto& front) { return front.first < first || front.first > last; });
    std::set<Name> in_front;
    for (const auto& [piece, name] : fronts_) in_front.insert(name);
    std::erase_if(found_, [&](const LabelBehind& label) {
      const Series& mine = series[form_of(label.match)];
      return mine.first != 1 || 4 * mine.following < 3 * mine.all || in_front.contains(name_of(label.match));
    });
    if (found_.size() < std::max(kSeveral, fronts_.size())) found_.clear();
  }

  /// Whether a label is the next of its form, or the first below another parent.
  static bool follows(const grammar::Number& number, const std::optional<grammar::Number>& last,
                      bool another_since) {
    if (!last) return number.last() == 1;
    const bool same_parent =
        std::equal(number.parts.begin(), number.parts.begin() + number.depth - 1, last->parts.begin());
    if (same_parent && number.last() == last->last() + 1) return true;
    return number.last() == 1 && (number.depth > 1 ? !same_parent : another_since);
  }

  const Scan& scan_;
  grammar::Reader& reader_;
  grammar::Reading reading_;
  std::vector<LabelBehind> found_;
  std::vector<std::pair<int, Name>> fronts_;  ///< pieces that begin with a label, and its name
};

}  // namespace

std::vector<LabelBehind> find_labels_behind(const Scan& scan, grammar::Reader& reader) {
  return Finder(scan, reader).run();
}

Candidate candidate_of(const LabelBehind& behind, const Scan& scan) {
  Candidate c;
  c.piece = behind.piece;
  c.rest = behind.rest;
  c.label = behind.label;
  c.label_at = behind.at;
  c.label_from = behind.kept;
  c.in_margin = behind.in_margin;
  c.number = behind.match.number;
  c.punctuated = c.upper_rest = true;
  c.after_blank = scan.pieces[static_cast<std::size_t>(c.piece)].fragment->blank_before > 0;
  return c;
}

}  // namespace pst::plan

#include "plan/candidate.hpp"

#include <algorithm>
#include <utility>

#include "plan/cell_candidates.hpp"
#include "plan/families.hpp"
#include "plan/headings.hpp"
#include "plan/in_text.hpp"
#include "plan/labels_behind.hpp"
#include "plan/review.hpp"
#include "plan/table_cells.hpp"
#include "text/ascii.hpp"
#include "text/unicode.hpp"

namespace pst::plan {
namespace {

using grammar::MarkerMatch;

constexpr std::size_t kSpeck = 4;  ///< bytes: a label so short, alone in its line, may be debris

class Finder {
 public:
  Finder(const Scan& scan, grammar::Reader& reader, const std::vector<bool>& allowed)
      : scan_(scan),
        reader_(reader),
        allowed_(allowed),
        families_(out_, reader),
        cells_(scan, reader, families_) {}

  Candidates run() {
    const std::vector<LabelBehind> behind = find_labels_behind(scan_, reader_);
    auto next = behind.begin();
    for (std::size_t i = 0; i < scan_.pieces.size(); ++i) {
      for (; next != behind.end() && next->piece == static_cast<int>(i); ++next) {
        if (allowed(next->match.marker)) add_behind(*next);
      }
      if (label_of_cell_ == static_cast<int>(i)) continue;
      const Piece& piece = scan_.pieces[i];
      if (piece.preset != Preset::none && piece.preset != Preset::furniture) continue;
      add_piece(static_cast<int>(i), piece);
    }
    review(scan_, out_);
    return std::move(out_);
  }

 private:
  bool allowed(int marker) const { return allowed_.empty() || allowed_[static_cast<std::size_t>(marker)]; }

  void add_piece(int index, const Piece& piece) {
    const grammar::Reading& reading = piece.reading;
    if (piece.fragment->columns > 1 && cells_.take(index, piece, last_boundary_)) return;
    if (!reading.markers.empty() && reader_.rule(reading.markers.front()).bare && closes_plan(piece)) {
      add_boundary(index, *reading.boundary);  // `5. Suivi et évaluation`
      return;
    }
    bool opened = false;
    int first = -1;
    for (const MarkerMatch& match : reading.markers) {
      if (!allowed(match.marker) || (reading.stop && reader_.rule(match).generic)) continue;
      if (index == label_behind_ && reader_.rule(match).generic) continue;
      if (piece.preset == Preset::furniture && reader_.rule(match).bare) continue;
      // `Action : …` within a card is its title.
      if (piece.in_card && reading.field >= 0 && !match.number) continue;
      if (!match.number && only_names_rung(scan_, index, match)) continue;
      if (first >= 0 && !another_reading(out_.list[static_cast<std::size_t>(first)], match)) continue;
      const int added = add_marker(index, piece, match, false, false);
      if (first < 0) {
        first = added;
      } else if (out_.list[static_cast<std::size_t>(first)].alternative < 0) {
        out_.list[static_cast<std::size_t>(first)].alternative = added;
        out_.list[static_cast<std::size_t>(added)].is_alternative = true;
      } else {
        out_.list.pop_back();
      }
      opened = true;
    }
    if (opened && out_.list[static_cast<std::size_t>(first)].alternative < 0)
      add_letter_reading(index, piece, first);
    add_restored(index, piece, first);
    for (const MarkerMatch& match : reading.inside) {
      if (allowed(match.marker)) add_marker(index, piece, match, true, false);
    }
    if (opened) add_words_inside(index, piece);
    if (opened || piece.preset == Preset::furniture) return;
    if (closes_plan(piece)) {
      add_boundary(index, *reading.boundary);
      return;
    }
    add_heading(index, piece);
  }

  /// A heading that ends the plan proper: it stands by itself.
  static bool closes_plan(const Piece& piece) {
    const layout::Fragment& f = *piece.fragment;
    return piece.reading.boundary != nullptr && piece.reading.boundary->ends_plan() && f.columns <= 1 &&
           f.flow != layout::Flow::continues && (f.blank_before > 0 || f.heading > 0 || f.bold);
  }

  /// `Étape 1.A.1 … Étape 1.A.2 …`: a word of the open class again in the line that it opens.
  void add_words_inside(int index, const Piece& piece) {
    if (piece.reading.markers.empty() || !reader_.rule(piece.reading.markers.front()).generic) return;
    const MarkerMatch& first = piece.reading.markers.front();
    const std::string& text = piece.fragment->text;
    const std::string word =
        text.substr(first.begin, std::min(text.find(' ', first.begin), text.size()) - first.begin);
    if (word.size() < 3) return;
    for (std::size_t at = text.find(word, first.rest), next; at != std::string::npos; at = next) {
      next = text.find(word, at + 1);
      grammar::Reading inner;
      // Up to the next one: a line of nothing but such words is read once.
      reader_.read(std::string_view(text).substr(at, next == std::string::npos ? next : next - at), inner);
      for (MarkerMatch match : inner.markers) {
        if (match.marker != first.marker || match.word != first.word) continue;
        match.begin += at;
        match.end += at;
        match.rest += at;
        add_marker(index, piece, match, true, false);
        break;
      }
    }
  }

  /// Whether a second match at the same place is worth trying beside the first: two bare readings of one
  /// number (`I.`, `V.`), or a letter that is a number's first component or a word (`A1.`).
  bool another_reading(const Candidate& first, const MarkerMatch& match) const {
    const Family& family = out_.families[static_cast<std::size_t>(first.family)];
    const bool letter = match.number && match.number->depth > 1 &&
                        style_letter(match.number->part(0).style) == 'A' &&
                        style_letter(match.number->part(1).style) == '1';
    if (reader_.rule(match).bare && letter && !family.bare) return first.begin == match.begin;
    return family.bare && reader_.rule(match).bare && match.number && first.number &&
           style_letter(match.number->part(0).style) != style_letter(first.number->part(0).style);
  }

  void add_letter_reading(int index, const Piece& piece, int first) {
    const Candidate& candidate = out_.list[static_cast<std::size_t>(first)];
    const Family& family = out_.families[static_cast<std::size_t>(candidate.family)];
    if (!family.bare || !candidate.number || candidate.number->depth != 1) return;
    for (const MarkerMatch& match : piece.reading.markers) {
      if (!match.letter || !allowed(match.marker) || *match.letter == *candidate.number) continue;
      const int added = add_marker(index, piece, match, false, true);
      out_.list[static_cast<std::size_t>(first)].alternative = added;
      out_.list[static_cast<std::size_t>(added)].is_alternative = true;
      return;
    }
  }

  /// What the label may have been before OCR misread it: alternatives to what stands there, if that is a
  /// marker.
  void add_restored(int index, const Piece& piece, int first) {
    constexpr int kMost = 8;
    int last = first, added = 0;
    while (last >= 0 && out_.list[static_cast<std::size_t>(last)].alternative >= 0)
      last = out_.list[static_cast<std::size_t>(last)].alternative;
    for (const Restored& other : piece.restored) {
      if (added == kMost || !allowed(other.match.marker)) continue;
      const int next = add_marker(index, piece, other.match, false, false);
      Candidate& c = out_.list[static_cast<std::size_t>(next)];
      bool known = false;
      for (int n = first; n >= 0; n = out_.list[static_cast<std::size_t>(n)].alternative) {
        const Candidate& earlier = out_.list[static_cast<std::size_t>(n)];
        known = known || (earlier.family == c.family && earlier.number == c.number);
      }
      if (known || first >= 0) --out_.families[static_cast<std::size_t>(c.family)].count;
      if (known) {
        out_.list.pop_back();
        continue;
      }
      c.restored = other.label;
      c.local -= other.doubt;
      c.is_alternative = first >= 0;
      if (last >= 0) out_.list[static_cast<std::size_t>(last)].alternative = next;
      if (first < 0) first = next;
      last = next;
      ++added;
    }
  }

  int add_marker(int index, const Piece& piece, const MarkerMatch& match, bool inside, bool as_letter) {
    Candidate c;
    c.piece = index;
    c.number = as_letter ? match.letter : match.number;
    c.family = families_.of_marker(match, c.number, piece.fragment->text);
    c.begin = match.begin;
    c.end = match.end;
    c.rest = match.rest;
    c.inside = inside;
    c.punctuated = match.punctuated;
    c.upper_rest = match.upper_rest;
    c.lone =
        c.number && !inside && !c.punctuated && match.end <= kSpeck && c.rest >= piece.fragment->text.size();
    c.after_blank =
        piece.fragment->blank_before > 0 || piece.fragment->part > 0 || piece.fragment->columns > 1;
    c.stop = !inside && piece.reading.stop;
    if (piece.fragment->heading > 0) c.type = piece.fragment->heading;
    place_in_text(c, scan_, reader_, match.marker, families_.of(c).bare);
    // `1. un diagnostic ;` reads like an item of a list within prose.
    const std::string& text = piece.fragment->text;
    if (reader_.rule(match).bare && !inside && c.rest < text.size() &&
        text::starts_lower(std::string_view(text).substr(c.rest)) &&
        (text.back() == ';' || text.back() == ',')) {
      c.local -= 1.5F;
    }
    return families_.add(std::move(c));
  }

  /// A title whose label stands behind it.
  void add_behind(const LabelBehind& behind) {
    Candidate c = candidate_of(behind, scan_);
    c.family = families_.of_marker(behind.match, c.number, scan_.text(c.piece));
    if (c.label_from == 0) label_of_cell_ = c.label_at;
    label_behind_ = c.piece;
    families_.add(std::move(c));
  }

  void add_boundary(int index, const grammar::BoundaryRule& boundary) {
    Candidate c;
    c.piece = index;
    c.family = families_.named("boundary:" + boundary.what, [](Family&) {});
    c.end = c.rest = scan_.text(index).size();
    c.boundary = true;
    c.annex = boundary.what == "annex";
    c.other = boundary.what == "other";
    c.after_blank = true;
    last_boundary_ = index;
    out_.list.push_back(std::move(c));
  }

  /// A heading without a marker: Markdown's, or a short line in capitals that stands alone.
  void add_heading(int index, const Piece& piece) {
    const HeadingForm form = heading_form(scan_, index);
    if (form.key.empty()) return;
    Candidate c;
    c.piece = index;
    c.family = families_.named(form.key, [&](Family& next) {
      next.capitals = true;
      next.bold = form.bold;
      next.kinds = grammar::kind_bit(Kind::axis);
      next.preferred = Kind::axis;
      next.heading = true;
    });
    c.after_blank = c.upper_rest = true;
    if (piece.fragment->heading > 0) c.type = piece.fragment->heading;
    Family& all = out_.families[static_cast<std::size_t>(c.family)];
    all.capitals = all.capitals && form.capitals;
    families_.add(std::move(c));
  }

  const Scan& scan_;
  grammar::Reader& reader_;
  const std::vector<bool>& allowed_;
  Candidates out_;
  Families families_;
  CellCandidates cells_;
  int last_boundary_ = -1;
  int label_behind_ = -1;   ///< the last title whose label stands behind it
  int label_of_cell_ = -1;  ///< …and the last piece that is the label of the cell before it
};

}  // namespace

Candidates find_candidates(const Scan& scan, grammar::Reader& reader,
                           const std::vector<bool>& allowed_markers) {
  return Finder(scan, reader, allowed_markers).run();
}

}  // namespace pst::plan

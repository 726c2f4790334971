#include "plan/candidate.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "plan/figures.hpp"
#include "plan/headings.hpp"
#include "plan/joining.hpp"
#include "plan/labels_behind.hpp"
#include "plan/review.hpp"
#include "plan/table_cells.hpp"
#include "text/ascii.hpp"
#include "text/unicode.hpp"

namespace pst::plan {
namespace {

using grammar::MarkerMatch;
using grammar::MarkerRule;
using grammar::Number;

constexpr grammar::KindSet kItems = grammar::kind_bit(Kind::action) | grammar::kind_bit(Kind::sub_action);
constexpr std::size_t kSpeck = 4;  ///< bytes: a label so short, alone in its line, may be debris

char style_letter(grammar::NumberStyle style) {
  switch (style) {
    case grammar::NumberStyle::roman:
      return 'R';
    case grammar::NumberStyle::upper_letter:
      return 'A';
    case grammar::NumberStyle::lower_letter:
      return 'a';
    default:
      return '1';
  }
}

/// `de l'action 3`: an elided article before the marker makes it a mention.
bool ends_with_elision(std::string_view before) {
  while (!before.empty() && before.back() == ' ') before.remove_suffix(1);
  return !before.empty() &&
         (before.back() == '\'' || (before.size() >= 3 && before.substr(before.size() - 3) == "’"));
}

class Finder {
 public:
  Finder(const Scan& scan, grammar::Reader& reader, const std::vector<bool>& allowed)
      : scan_(scan), reader_(reader), allowed_(allowed) {}

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

  /// The rung that a cell stands for: its column's, or that of the row's label.
  std::optional<Kind> cell_kind(const Piece& piece, const std::string& role) const {
    const bool labelled = row_label_.line == piece.fragment->line_index && row_label_.number;
    const auto kind = kind_named(role);
    if (labelled && (kind || role == "title"))
      return row_label_.kind ? row_label_.kind : kind ? kind : Kind::action;
    const bool bare = role == "title" && piece.fragment->part == 0 && piece.reading.markers.empty() &&
                      text::starts_upper(piece.fragment->text) &&
                      scan_.heads[static_cast<std::size_t>(piece.table)].bare_actions;
    return bare ? Kind::action : kind;
  }

  /// The title beside an address: a node of the rung that addresses of its form have.
  void add_addressed(int index) {
    Candidate c;
    c.piece = index;
    c.label = row_label_.text;
    c.number = row_label_.number;
    c.family = family_of(*row_label_.address, c.number);
    c.after_blank = c.upper_rest = c.punctuated = true;
    row_label_ = {};
    ++out_.families[static_cast<std::size_t>(c.family)].count;
    out_.list.push_back(std::move(c));
  }

  /// A cell of a column that is a rung is a node, with or without a number.
  void add_cell(int index, const Piece& piece, Kind kind) {
    Candidate c;
    c.piece = index;
    c.family = family("cell:" + std::string(facts(kind).json), [&](Family& f) {
      f.kinds = grammar::kind_bit(kind);
      f.preferred = kind;
      f.cell = true;
    });
    if (row_label_.line == piece.fragment->line_index && row_label_.number) {
      c.label = row_label_.text;
      c.number = row_label_.number;
      row_label_ = {};
    } else {
      for (const MarkerMatch& match : piece.reading.markers) {
        if (reader_.rule(match).generic ||
            (!reader_.rule(match).bare && !grammar::has_kind(reader_.rule(match).kinds, kind)))
          continue;
        c.begin = match.begin;
        c.end = match.end;
        c.rest = match.rest;
        c.number = match.number;
        break;
      }
    }
    c.after_blank = c.upper_rest = c.punctuated = true;
    // A cell repeated down the column is one node.
    const std::string wording = text::fold(piece.fragment->text);
    auto& last = last_cell_[static_cast<std::size_t>(kind)];
    if (last.first == wording && kind < Kind::action) {
      c.same_as = last.second;
    } else {
      last = {wording, static_cast<int>(out_.list.size())};
    }
    ++out_.families[static_cast<std::size_t>(c.family)].count;
    out_.list.push_back(std::move(c));
  }

  /// True where the cell was dealt with.
  bool add_table_cell(int index, const Piece& piece) {
    const std::string& role = scan_.role(piece);
    if (role.empty()) return false;
    // What stands behind the plan's end is no row of a table before it.
    if (scan_.heads[static_cast<std::size_t>(piece.table)].first_piece < last_boundary_) return true;
    if (is_heading_row(scan_, index)) return false;
    if (role == "number") {
      row_label_ = row_label_of(reader_.library(), piece);
      return row_label_.number.has_value();
    }
    if (role == "title" && row_label_.address && row_label_.line == piece.fragment->line_index) {
      add_addressed(index);
      return true;
    }
    if (const auto kind = cell_kind(piece, role)) {
      if (piece.reading.markers.empty() && is_figures(piece.fragment->text)) return true;
      const auto other_rung = [&](const MarkerMatch& m) {
        return !reader_.rule(m).bare && !reader_.rule(m).generic &&
               !grammar::has_kind(reader_.rule(m).kinds, *kind);
      };
      const bool marked =
          std::any_of(piece.reading.markers.begin(), piece.reading.markers.end(), other_rung) ||
          !piece.reading.inside.empty();
      if (marked && row_label_.line != piece.fragment->line_index) return false;
      if (piece.fragment->part > 0 && piece.reading.markers.empty() &&
          !is_one_of_several(scan_, index, *kind))
        return false;
      add_cell(index, piece, *kind);
      return true;
    }
    return role != "title";  // attributes and notes hold no markers
  }

  void add_piece(int index, const Piece& piece) {
    const grammar::Reading& reading = piece.reading;
    if (piece.fragment->columns > 1 && add_table_cell(index, piece)) return;
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
    for (std::size_t at = text.find(word, first.rest); at != std::string::npos;
         at = text.find(word, at + 1)) {
      grammar::Reading inner;
      reader_.read(std::string_view(text).substr(at), inner);
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

  int family_of(const MarkerMatch& match, const std::optional<Number>& number) {
    const MarkerRule& marker = reader_.rule(match);
    std::string key = marker.origin.file + ":" + marker.name;
    if (marker.generic) key += (match.decorated ? ":-" : ":") + match.word;
    const bool flexible = (marker.kinds & (marker.kinds - 1)) != 0;
    if (!match.code.empty()) {
      key = std::string(kAddress) + match.code;
    } else if (number && (marker.bare || flexible)) {
      // Bare numbers of one style and depth form a family, whatever rule found them.
      if (marker.bare) key = "bare";
      key += ":";
      for (int i = 0; i < number->depth; ++i) {
        key += marker.bare && i == 0 ? style_letter(number->part(i).style) : '.';
      }
      if (marker.bare && number->depth == 1 && match.end > 0) {
        key += std::string("/") + closing_sign(match);
      }
    }
    return family(key, [&](Family& f) {
      f.kinds = marker.kinds;
      // Items of lists are no objectives, unless the plan says so.
      if (marker.generic && match.decorated) f.kinds &= kItems;
      f.preferred = marker.preferred;
      f.marker = match.marker;
      f.bare = marker.bare;
      f.weak = marker.weak;
      f.generic = marker.generic;
      f.card = marker.card;
      f.depth = number ? number->depth : 0;
    });
  }

  /// `1)` and `1.` may be two rungs of one plan.
  char closing_sign(const MarkerMatch& match) const {
    const std::string& text = scan_.text(current_piece_);
    const char last = match.end > 0 && match.end <= text.size() ? text[match.end - 1] : ' ';
    return last == ')' ? ')' : '.';
  }

  template <class Init>
  int family(const std::string& key, Init init) {
    const auto [found, is_new] = by_key_.try_emplace(key, static_cast<int>(out_.families.size()));
    if (is_new) {
      Family next;
      next.key = key;
      init(next);
      out_.families.push_back(std::move(next));
    }
    return found->second;
  }

  int add_marker(int index, const Piece& piece, const MarkerMatch& match, bool inside, bool as_letter) {
    current_piece_ = index;
    Candidate c;
    c.piece = index;
    c.number = as_letter ? match.letter : match.number;
    c.family = family_of(match, c.number);
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
    place_in_text(c, piece, match.marker);
    // `1. un diagnostic ;` reads like an item of a list within prose.
    const std::string& text = piece.fragment->text;
    if (reader_.rule(match).bare && !inside && c.rest < text.size() &&
        text::starts_lower(std::string_view(text).substr(c.rest)) &&
        (text.back() == ';' || text.back() == ',')) {
      c.local -= 1.5F;
    }
    ++out_.families[static_cast<std::size_t>(c.family)].count;
    out_.list.push_back(std::move(c));
    return static_cast<int>(out_.list.size()) - 1;
  }

  /// How the candidate stands among the words around it.
  void place_in_text(Candidate& c, const Piece& piece, int marker) const {
    const std::string& text = piece.fragment->text;
    if (c.inside) {
      std::string_view before = std::string_view(text).substr(0, c.begin);
      c.mentioned = ends_with_elision(before);
      while (!before.empty() && (before.back() == ' ' || before.back() == '-')) before.remove_suffix(1);
      const char last = before.empty() ? '.' : before.back();
      const bool sentence_over =
          last == '.' || last == ';' || last == ':' || last == '!' || last == '?' || last == ')';
      c.breaks_sentence = !sentence_over;
      c.mentioned = c.mentioned || reader_.ends_with("unfinished", before);
      // In running text a marker stands in the middle of a line only behind others of its kind.
      const bool row = piece.fragment->columns > 1 || piece.fragment->part > 0;
      const bool behind_its_like = std::any_of(piece.reading.markers.begin(), piece.reading.markers.end(),
                                               [&](const MarkerMatch& m) { return m.marker == marker; });
      if (!row && !behind_its_like && !sentence_over) c.mentioned = true;
      if (!row && piece.reading.field >= 0) c.mentioned = true;
      // `(v. O.O. 1.2)`, `Lien : O.O. 1.2`: nothing behind it, or a bracket around it.
      const bool worded =
          std::any_of(text.begin() + static_cast<std::ptrdiff_t>(c.rest), text.end(), text::is_alnum);
      if (!row && (!worded || open_brackets(before) > 0)) c.mentioned = true;
      return;
    }
    if (c.after_blank || c.piece == 0) return;
    const Piece& previous = scan_.pieces[static_cast<std::size_t>(c.piece) - 1];
    if (previous.preset != Preset::none) return;
    if (previous.fragment->columns > 1) {
      // Tabs between a number and its wording make no table: the wording may wrap.
      c.mentioned = previous.fragment->columns == 2 &&
                    closes_bracket(previous.fragment->text, text, {c.end, c.rest, c.upper_rest});
      return;
    }
    c.breaks_sentence = reader_.ends_with("unfinished", previous.fragment->text) ||
                        ends_with_elision(previous.fragment->text);
    c.mentioned = closes_bracket(previous.fragment->text, text, {c.end, c.rest, c.upper_rest});
    // `(cf O.O.` / `3.2), des ateliers …`: the line goes on within a bracket.
    if (piece.fragment->flow != layout::Flow::continues) return;
    if (open_brackets(previous.fragment->text) > 0) c.breaks_sentence = c.mentioned = true;
    // `… « Mon` / `C.P.A.S. » pour …`: letters that a full line goes on with are no label.
    const std::string_view label = std::string_view(text).substr(c.begin, c.end - c.begin);
    if (out_.families[static_cast<std::size_t>(c.family)].bare &&
        label.find_first_of("0123456789") == std::string_view::npos) {
      c.breaks_sentence = true;
    }
  }

  /// A title whose label stands behind it.
  void add_behind(const LabelBehind& behind) {
    Candidate c = candidate_of(behind, scan_);
    c.family = family_of(behind.match, c.number);
    if (c.label_from == 0) label_of_cell_ = c.label_at;
    label_behind_ = c.piece;
    ++out_.families[static_cast<std::size_t>(c.family)].count;
    out_.list.push_back(std::move(c));
  }

  void add_boundary(int index, const grammar::BoundaryRule& boundary) {
    Candidate c;
    c.piece = index;
    c.family = family("boundary:" + boundary.what, [](Family&) {});
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
    c.family = family(form.key, [&](Family& next) {
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
    ++all.count;
    out_.list.push_back(std::move(c));
  }

  const Scan& scan_;
  grammar::Reader& reader_;
  const std::vector<bool>& allowed_;
  Candidates out_;
  std::unordered_map<std::string, int> by_key_;
  int current_piece_ = 0;
  int last_boundary_ = -1;
  int label_behind_ = -1;   ///< the last title whose label stands behind it
  int label_of_cell_ = -1;  ///< …and the last piece that is the label of the cell before it
  RowLabel row_label_;
  std::array<std::pair<std::string, int>, kKinds> last_cell_{};  ///< wording of the last cell of each rung
};

}  // namespace

Candidates find_candidates(const Scan& scan, grammar::Reader& reader,
                           const std::vector<bool>& allowed_markers) {
  return Finder(scan, reader, allowed_markers).run();
}

}  // namespace pst::plan

#include "plan/scan.hpp"

#include <algorithm>
#include <string>

#include "plan/announcement.hpp"
#include "plan/card_fields.hpp"
#include "plan/contents.hpp"
#include "plan/continued_rows.hpp"
#include "plan/fallen_columns.hpp"
#include "plan/figures.hpp"
#include "plan/flat_rows.hpp"
#include "plan/foreign.hpp"
#include "plan/headless.hpp"
#include "plan/joining.hpp"
#include "plan/kinds.hpp"
#include "plan/label_lines.hpp"
#include "plan/label_lists.hpp"
#include "plan/label_rows.hpp"
#include "plan/legends.hpp"
#include "plan/recapitulation.hpp"
#include "plan/repeated_heads.hpp"
#include "plan/rereading.hpp"
#include "plan/run_together.hpp"
#include "plan/short_rows.hpp"
#include "plan/signed_words.hpp"
#include "plan/slashed_numbers.hpp"
#include "plan/table_heads.hpp"
#include "plan/unsigned_heads.hpp"
#include "plan/value_columns.hpp"

namespace pst::plan {
namespace {

class Scanner {
 public:
  Scanner(const layout::Layout& layout, grammar::Reader& reader, const text::Repairer& french)
      : layout_(layout), reader_(reader), french_(french) {
    out_.layout = &layout;
  }

  Scan run() {
    out_.recognised = text::assess(layout_.raw).is_ocr;
    out_.misread = out_.recognised || labels_are_misread();
    out_.hard_hyphens = hyphens_are_hard(reader_, french_, layout_);
    if (slashes_part_numbers(layout_)) reader_.read_slashes_as_dots();
    out_.pieces.reserve(layout_.fragments.size());
    for (const layout::Fragment* fragment : part_label_lists(layout_, reader_, out_.merged)) {
      Piece next;
      next.fragment = fragment;
      const bool heading = fragment->heading > 0 || fragment->bold;
      reader_.read(fragment->text, next.reading,
                   fragment->columns > 1 ? grammar::Setting::cell
                   : heading             ? grammar::Setting::heading
                                         : grammar::Setting::line);
      if (!join_cell(next) && !join_field(next)) out_.pieces.push_back(std::move(next));
    }
    merge_label_rows(reader_, out_);
    merge_label_lines(reader_, out_);
    read_unsigned_heads(out_, reader_);
    reread();
    for (Piece& piece : out_.pieces) {
      // Where the places of the lines say that a paragraph goes on, a lone number is its last word.
      const bool wraps = piece.fragment->flow == layout::Flow::continues && piece.fragment->columns == 0;
      if (piece.reading.furniture != nullptr && !wraps) piece.preset = Preset::furniture;
      const layout::LineInfo& line = line_of(piece);
      if (piece.fragment->footnote) piece.preset = Preset::footnote;
      if (line.counts && piece.reading.markers.empty() && piece.reading.field < 0)
        piece.preset = Preset::furniture;
    }
    find_legends(out_, reader_);
    find_run_together_heads(out_, reader_);
    join_flat_rows(out_, reader_, french_);
    join_continued_rows(out_, reader_, french_);
    find_heads(out_, reader_);
    infer_heads(out_, reader_);
    name_value_columns(out_, reader_);
    align_short_rows(out_, reader_);
    learn_rows(out_, reader_.library());
    mute_signs(out_);
    find_signed_words(out_, reader_);
    find_contents(out_, reader_.library());
    find_card_fields(out_, reader_);
    find_fallen_columns(out_, reader_);
    mark_figures(out_, reader_);
    mark_repeated_heads(out_);
    const std::vector<NamedRow> rows = named_rows(out_, reader_);
    mark_announcements(out_, reader_, rows);
    mark_recapitulations(out_, rows);
    mark_foreign(out_, reader_);
    return std::move(out_);
  }

 private:
  const layout::LineInfo& line_of(const Piece& piece) const {
    return layout_.lines[static_cast<std::size_t>(piece.fragment->line_index)];
  }

  bool labels_are_misread() const {
    constexpr int kFewest = 2;
    return std::count_if(layout_.fragments.begin(), layout_.fragments.end(), [](const auto& fragment) {
             return fragment.columns < 2 && has_misread_label(fragment.text);
           }) >= kFewest;
  }

  /// Markers in what the recognised lines may have said.
  void reread() {
    for (Piece& piece : out_.pieces) {
      const layout::Fragment& fragment = *piece.fragment;
      if (!out_.misread && fragment.confidence >= 1) continue;
      if (fragment.columns > 1 && fragment.column > 1) continue;
      for (const Rereading& other : rereadings(fragment.text)) {
        grammar::Reading reading;
        reader_.read(other.text, reading,
                     fragment.columns > 1 ? grammar::Setting::cell : grammar::Setting::line);
        for (grammar::MarkerMatch& match : reading.markers) {
          if (!match.number || reader_.rule(match).generic || match.begin >= other.head ||
              match.end < other.head)
            continue;
          const auto back = [&](std::size_t at) { return at - other.head + other.original_head; };
          std::string label = other.text.substr(match.begin, match.end - match.begin);
          match.begin = std::min(match.begin, other.original_head);
          match.end = back(match.end);
          match.rest = back(match.rest);
          piece.restored.push_back({std::move(match), std::move(label), other.doubt});
          break;
        }
      }
    }
  }

  /// The lines of a cell that wraps are one piece, unless a line begins with a marker or a list sign.
  bool join_cell(const Piece& next) {
    const layout::Fragment& line = *next.fragment;
    if (line.flow != layout::Flow::continues || line.columns < 2 || out_.pieces.empty()) return false;
    Piece& last = out_.pieces.back();
    if (last.fragment->line_index != line.line_index || last.fragment->column != line.column) return false;
    if (next.reading.bullet) return false;
    if (!next.reading.markers.empty() && !reader_.ends_with("unfinished", last.fragment->text)) {
      const grammar::MarkerMatch& match = next.reading.markers.front();
      const grammar::MarkerRule& marker = reader_.rule(match);
      const bool numbered = match.upper_rest && match.rest < line.text.size() && match.number &&
                            (match.punctuated || match.number->depth > 1);
      const bool opens = marker.bare ? numbered : !marker.generic && !marker.weak;
      const bool inside =
          closes_bracket(last.fragment->text, line.text, {match.end, match.rest, match.upper_rest});
      if (opens && !inside && !label_reaches(last.fragment->text, line.text)) return false;
    }
    append(out_, reader_, french_, last, line);
    reader_.read(last.fragment->text, last.reading, grammar::Setting::cell);
    return true;
  }

  /// The line that surely goes on with a line of labelled fields: `(Pilote : Anne ; Calendrier : 2020-` /
  /// `2023 ; Priorité : P2)`. A field may begin in it.
  bool join_field(const Piece& next) {
    const layout::Fragment& line = *next.fragment;
    if (line.flow != layout::Flow::continues || line.columns > 1 || out_.pieces.empty()) return false;
    Piece& last = out_.pieces.back();
    const bool fields =
        last.reading.field >= 0 || (last.reading.has_fields && last.fragment->text.front() == '(');
    if (!fields || last.fragment->columns > 1 || next.reading.bullet || !next.reading.markers.empty())
      return false;
    append(out_, reader_, french_, last, line);
    out_.merged.back().last_line_index = std::max(out_.merged.back().last_line_index, line.last_line_index);
    reader_.read(last.fragment->text, last.reading);
    return true;
  }

  /// Whether a label begins in the text and ends in the line below it: `Objectif opérationnel` / `1.2 Loger`.
  bool label_reaches(const std::string& text, const std::string& line) {
    constexpr std::size_t kLongestLabel = 60;
    if (text.size() > kLongestLabel) return false;
    grammar::Reading whole;
    reader_.read(text + " " + line, whole, grammar::Setting::cell);
    return !whole.markers.empty() && whole.markers.front().end > text.size() + 1;
  }

  const layout::Layout& layout_;
  grammar::Reader& reader_;
  const text::Repairer& french_;
  Scan out_;
};

}  // namespace

std::set<std::string, std::less<>> Scan::column_roles() const {
  std::set<std::string, std::less<>> out;
  for (const TableHead& head : heads) out.insert(head.roles.begin(), head.roles.end());
  return out;
}

std::optional<std::size_t> Scan::head_column(const Piece& piece) const {
  if (piece.table < 0 || piece.fragment->columns < 2) return std::nullopt;
  const std::vector<std::string>& roles = heads[static_cast<std::size_t>(piece.table)].roles;
  const int missing = static_cast<int>(roles.size()) - piece.fragment->columns;
  const int column = piece.fragment->column;
  if (missing < 0)
    return column < static_cast<int>(roles.size()) ? std::optional(static_cast<std::size_t>(column))
                                                   : std::nullopt;
  // A column that is a rung only counts in a whole row.
  if (missing > 0 && std::any_of(roles.begin(), roles.end(),
                                 [](const std::string& r) { return kind_named(r).has_value(); })) {
    return std::nullopt;
  }
  const int shift = piece.shift >= 0 ? piece.shift : missing;
  return static_cast<std::size_t>(column + (missing > 0 && column >= 2 ? shift : 0));
}

const std::string& Scan::role(const Piece& piece) const {
  static const std::string kNone;
  const auto column = head_column(piece);
  return column ? heads[static_cast<std::size_t>(piece.table)].roles[*column] : kNone;
}

bool Scan::of_objective(const Piece& piece) const {
  const auto column = head_column(piece);
  if (!column) return false;
  const std::vector<bool>& told = heads[static_cast<std::size_t>(piece.table)].of_objective;
  return *column < told.size() && told[*column];
}

Scan scan(const layout::Layout& layout, grammar::Reader& reader, const text::Repairer& french) {
  return Scanner(layout, reader, french).run();
}

}  // namespace pst::plan

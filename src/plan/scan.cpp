#include "plan/scan.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "plan/continued_rows.hpp"
#include "plan/figures.hpp"
#include "plan/flat_rows.hpp"
#include "plan/headless.hpp"
#include "plan/joining.hpp"
#include "plan/kinds.hpp"
#include "plan/label_rows.hpp"
#include "plan/repeated_heads.hpp"
#include "plan/rereading.hpp"
#include "plan/short_rows.hpp"
#include "text/bytes.hpp"
#include "text/unicode.hpp"

namespace pst::plan {
namespace {

constexpr text::ByteSet kLegendSigns("=:-");

class Scanner {
 public:
  Scanner(const layout::Layout& layout, grammar::Reader& reader, const text::Repairer& french)
      : layout_(layout), reader_(reader), french_(french) {
    out_.layout = &layout;
  }

  Scan run() {
    out_.recognised = text::assess(layout_.raw).is_ocr;
    out_.hard_hyphens = hyphens_are_hard(reader_, french_, layout_);
    out_.pieces.reserve(layout_.fragments.size());
    for (const layout::Fragment& fragment : layout_.fragments) {
      Piece next;
      next.fragment = &fragment;
      const bool heading = fragment.heading > 0 || fragment.bold;
      reader_.read(fragment.text, next.reading,
                   fragment.columns > 1 ? grammar::Setting::cell
                   : heading            ? grammar::Setting::heading
                                        : grammar::Setting::line);
      if (!join_cell(next) && !join_field(next)) out_.pieces.push_back(std::move(next));
    }
    merge_label_rows(reader_, out_);
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
    find_legends();
    join_flat_rows(out_, reader_, french_);
    join_continued_rows(out_, reader_, french_);
    find_heads();
    infer_heads(out_, reader_);
    align_short_rows(out_, reader_);
    learn_rows();
    mute_signs();
    find_contents();
    find_cards();
    mark_figures(out_, reader_);
    mark_repeated_heads(out_);
    return std::move(out_);
  }

 private:
  const layout::LineInfo& line_of(const Piece& piece) const {
    return layout_.lines[static_cast<std::size_t>(piece.fragment->line_index)];
  }

  /// Markers in what the recognised lines may have said.
  void reread() {
    for (Piece& piece : out_.pieces) {
      const layout::Fragment& fragment = *piece.fragment;
      if (!out_.recognised && fragment.confidence >= 1) continue;
      if (fragment.columns > 1 && fragment.column > 1) continue;
      for (const Rereading& other : rereadings(fragment.text)) {
        grammar::Reading reading;
        reader_.read(other.text, reading,
                     fragment.columns > 1 ? grammar::Setting::cell : grammar::Setting::line);
        for (grammar::MarkerMatch& match : reading.markers) {
          if (!match.number || rule(match).generic || match.begin >= other.head || match.end < other.head)
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
      const grammar::MarkerRule& marker = rule(match);
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

  /// A sign of the legend standing alone (`P1`) is its value, not a marker.
  void mute_signs() {
    for (Piece& piece : out_.pieces) {
      const std::string& text = piece.fragment->text;
      if (text.size() > 4) continue;
      const bool sign = std::any_of(out_.legend.begin(), out_.legend.end(),
                                    [&](const auto& entry) { return entry.sign == text; });
      if (sign) piece.reading.markers.clear();
    }
  }

  /// A row is a head where two or more of its cells, and most of them, name a column.
  void find_heads() {
    int current = -1;
    std::size_t last_row = 0;
    for (std::size_t i = 0; i < out_.pieces.size();) {
      std::size_t end = i + 1;
      while (end < out_.pieces.size() &&
             out_.pieces[end].fragment->line_index == out_.pieces[i].fragment->line_index) {
        ++end;
      }
      const layout::Fragment& first = *out_.pieces[i].fragment;
      if (first.columns > 1) {
        int named = 0, cells = 0, years = 0;
        for (std::size_t p = i; p < end; ++p) {
          ++cells;
          named += out_.pieces[p].reading.column != nullptr;
          years += year_of(out_.pieces[p]).has_value();
        }
        // Years head columns beside named ones, or in a second row below the head.
        const bool second = current >= 0 && years >= 2 && years == cells && last_row == i;
        if (second) {
          for (std::size_t p = i; p < end; ++p) {
            name_column(out_.heads[static_cast<std::size_t>(current)], out_.pieces[p]);
            out_.pieces[p].preset = Preset::head_row;
          }
        } else if (named >= 1 && named + years >= 2 && 2 * (named + years) >= cells &&
                   (named >= 2 || years >= 2)) {
          current = add_head(i, end);
          for (std::size_t p = i; p < end; ++p) out_.pieces[p].preset = Preset::head_row;
        } else {
          // A head serves until another one comes, but not across a long stretch of prose.
          for (std::size_t p = i; p < end; ++p) out_.pieces[p].table = current;
        }
        last_row = end;
      } else if (end - last_row > 60 && current >= 0 && !out_.heads.empty()) {
        last_row = end;
      }
      i = end;
    }
  }

  /// What the rows below each head have in common.
  void learn_rows() {
    struct Rows {
      int all = 0, objectives = 0, labelled = 0, actions = 0, bare = 0;
    };
    std::vector<Rows> rows(out_.heads.size());
    for (std::size_t i = 0; i < out_.pieces.size();) {
      std::size_t end = i + 1;
      while (end < out_.pieces.size() &&
             out_.pieces[end].fragment->line_index == out_.pieces[i].fragment->line_index) {
        ++end;
      }
      if (out_.pieces[i].table >= 0) {
        Rows& mine = rows[static_cast<std::size_t>(out_.pieces[i].table)];
        bool objective = false, numbered = false, marked = false, action = false, titled = false;
        for (std::size_t p = i; p < end; ++p) {
          const Piece& cell = out_.pieces[p];
          const std::string& role = out_.role(cell);
          if (cell.fragment->part > 0) continue;
          const auto kind = kind_named(role);
          objective = objective || (kind && *kind < Kind::action);
          numbered = numbered || role == "number";
          titled = titled || role == "title";
          if (cell.reading.markers.empty()) continue;
          marked = true;
          action = action || rule(cell.reading.markers.front()).preferred >= Kind::project;
        }
        ++mine.all;
        mine.objectives += objective;
        mine.labelled += (numbered || marked) && !action;
        mine.actions += action;
        mine.bare += titled && !numbered && !marked;
      }
      i = end;
    }
    for (std::size_t h = 0; h < rows.size(); ++h) {
      const Rows& r = rows[h];
      out_.heads[h].objective_rows = r.all > 0 && 10 * r.objectives >= 9 * r.all;
      out_.heads[h].bare_actions = r.bare >= 2 && r.labelled >= 1 && 5 * r.actions <= r.bare;
    }
  }

  /// The year that is all a cell says.
  std::optional<int> year_of(const Piece& piece) const {
    if (piece.fragment->text.size() != 4 || piece.reading.column != nullptr) return std::nullopt;
    const auto period = reader_.period(piece.fragment->text);
    return period && period->whole && period->start == period->end ? period->start : std::nullopt;
  }

  void name_column(TableHead& head, const Piece& piece) {
    const auto column = static_cast<std::size_t>(piece.fragment->column);
    if (column >= head.roles.size()) return;
    if (piece.reading.column != nullptr) {
      head.roles[column] = *piece.reading.column;
      out_.names_in_cells = out_.names_in_cells || *piece.reading.column == "responsible";
      out_.periods_in_cells = out_.periods_in_cells || *piece.reading.column == "period";
    } else if (const auto year = year_of(piece)) {
      head.roles[column] = std::string(kYearRole) + std::to_string(*year);
    }
  }

  int add_head(std::size_t begin, std::size_t end) {
    TableHead head;
    head.first_piece = static_cast<int>(begin);
    head.roles.resize(static_cast<std::size_t>(out_.pieces[begin].fragment->columns));
    for (std::size_t p = begin; p < end; ++p) name_column(head, out_.pieces[p]);
    out_.heads.push_back(std::move(head));
    return static_cast<int>(out_.heads.size()) - 1;
  }

  /// Whether the next line goes on with the sentence of this one.
  bool wraps(std::size_t i) const {
    if (i + 1 >= out_.pieces.size()) return false;
    const layout::Fragment& next = *out_.pieces[i + 1].fragment;
    return next.blank_before == 0 && next.columns < 2 && text::starts_lower(next.text);
  }

  /// `P1 = priorité élevée ; P2 = …`: two entries or more in one line or in lines that follow one another.
  void find_legends() {
    struct Found {
      std::size_t piece;
      std::vector<grammar::Reader::LegendEntry> entries;
    };
    std::vector<Found> found;
    for (std::size_t i = 0; i < out_.pieces.size(); ++i) {
      const std::string& text = out_.pieces[i].fragment->text;
      if (text.empty() || text.size() > 400) continue;
      const bool stars = text.front() == '*' || text.front() == '+';
      if (!stars && text::find_any(text, kLegendSigns) == text.npos) continue;
      if (!out_.pieces[i].reading.has_phrases && !stars && text.find('=') == std::string::npos &&
          text.find(':') == std::string::npos) {
        continue;
      }
      std::vector<grammar::Reader::LegendEntry> entries = reader_.legend(text);
      // `P1 : élevée` may be a project; two of them in a line, or lines of nothing else, are a legend.
      const bool marked = !out_.pieces[i].reading.markers.empty() && text.find('=') == std::string::npos;
      if (marked && entries.size() < 2 && (entries.empty() || entries[0].end < text.size())) continue;
      if (entries.size() > 1 && wraps(i)) {
        std::vector<grammar::Reader::LegendEntry> whole =
            reader_.legend(text + " " + out_.pieces[i + 1].fragment->text);
        if (whole.size() > entries.size()) {
          entries = std::move(whole);
          out_.pieces[i + 1].preset = Preset::legend;
        }
      }
      if (!entries.empty()) found.push_back({i, std::move(entries)});
    }
    for (std::size_t f = 0; f < found.size(); ++f) {
      const bool neighbour = (f > 0 && found[f].piece - found[f - 1].piece <= 2) ||
                             (f + 1 < found.size() && found[f + 1].piece - found[f].piece <= 2);
      if (found[f].entries.size() < 2 && !neighbour) continue;
      out_.pieces[found[f].piece].preset = Preset::legend;
      out_.legend.insert(out_.legend.end(), found[f].entries.begin(), found[f].entries.end());
    }
  }

  /// Below a head such as `Sommaire`, the short lines are its entries up to the last that comes again as a
  /// heading.
  void find_contents() {
    constexpr std::size_t kLongest = 200, kLongestEntry = 130;
    for (std::size_t i = 0; i < out_.pieces.size(); ++i) {
      Piece& head = out_.pieces[i];
      if (head.reading.boundary == nullptr || head.reading.boundary->what != "contents") continue;
      head.preset = Preset::contents;
      // Entries with leaders were set aside already; what is left between them are the first lines of those
      // that wrap.
      if (entries_with_leaders(i)) {
        const int end = last_entry(static_cast<std::size_t>(head.fragment->line_index));
        for (std::size_t k = i + 1; k < out_.pieces.size() && out_.pieces[k].fragment->line_index < end; ++k)
          out_.pieces[k].preset = Preset::contents;
        continue;
      }
      std::unordered_map<std::string, std::size_t> entries;
      std::size_t end = i + 1;
      for (; end < out_.pieces.size() && end - i <= kLongest; ++end) {
        if (text::length(out_.pieces[end].fragment->text) > kLongestEntry) break;  // prose: the table is over
        const std::string key = contents_key(out_.pieces[end]);
        if (key.empty() || entries.try_emplace(key, end).second) continue;
        // Numbers start again in the next volet; with the same wording the plan begins.
        const std::string whole = contents_wording(out_.pieces[end]);
        if (whole == contents_wording(out_.pieces[entries[key]]) || !entries.try_emplace(whole, end).second)
          break;
      }
      std::size_t last = i, again = 0;
      for (std::size_t j = end; j < out_.pieces.size(); ++j) {
        auto entry = entries.find(contents_wording(out_.pieces[j]));
        if (entry == entries.end()) entry = entries.find(contents_key(out_.pieces[j]));
        if (entry == entries.end() || entry->first.empty()) continue;
        last = std::max(last, entry->second);
        ++again;
        entries.erase(entry);
      }
      if (again < 2) continue;
      for (std::size_t k = i + 1; k <= last; ++k) out_.pieces[k].preset = Preset::contents;
    }
  }

  /// What an entry and its heading have in common: the label, and the first words where that is a bare
  /// number.
  std::string contents_key(const Piece& piece) const {
    constexpr std::size_t kFirstWords = 12;
    const std::string& text = piece.fragment->text;
    const auto& markers = piece.reading.markers;
    if (!markers.empty() && markers.front().number && !rule(markers.front()).bare) {
      return text::fold(std::string_view(text).substr(0, markers.front().end)) + "#";
    }
    std::string key = text::fold(text);
    while (!key.empty() && key.back() >= '0' && key.back() <= '9') key.pop_back();  // the page number
    return key.size() < 4 ? std::string() : key.substr(0, kFirstWords);
  }

  /// The same with the first words behind the label.
  std::string contents_wording(const Piece& piece) const {
    constexpr std::size_t kFirstWords = 24;
    std::string key = contents_key(piece);
    if (!key.ends_with('#')) return key;
    const std::size_t rest = std::min(piece.reading.markers.front().rest, piece.fragment->text.size());
    return key + text::fold(std::string_view(piece.fragment->text).substr(rest)).substr(0, kFirstWords);
  }

  /// The last line of the contents below a head: no more than a few lines of other text stand between
  /// entries.
  int last_entry(std::size_t head) const {
    constexpr std::size_t kReach = 4;
    std::size_t last = head, beyond = 0;
    for (std::size_t line = head + 1; line < layout_.lines.size() && beyond < kReach; ++line) {
      const layout::LineClass klass = layout_.lines[line].klass;
      if (klass == layout::LineClass::contents) {
        last = line;
        beyond = 0;
      } else if (klass == layout::LineClass::text) {
        ++beyond;
      }
    }
    return static_cast<int>(last);
  }

  bool entries_with_leaders(std::size_t head) const {
    const auto first = static_cast<std::size_t>(out_.pieces[head].fragment->line_index) + 1;
    for (std::size_t line = first; line < layout_.lines.size() && line < first + 6; ++line) {
      if (layout_.lines[line].klass == layout::LineClass::contents) return true;
    }
    return false;
  }

  /// A card runs from its head to the next one; the lines in it that name an objective are fields of the
  /// card, not headings, where other fields follow before the next card.
  void find_cards() {
    constexpr std::size_t kReach = 12;
    const auto opens_card = [&](const Piece& piece) {
      return !piece.reading.markers.empty() && rule(piece.reading.markers.front()).card;
    };
    bool in_card = false;
    for (std::size_t i = 0; i < out_.pieces.size(); ++i) {
      Piece& piece = out_.pieces[i];
      if (opens_card(piece)) {
        in_card = has_field_ahead(i, kReach, opens_card);
        piece.in_card = in_card;
        continue;
      }
      if (piece.reading.boundary != nullptr && piece.reading.boundary->what == "close") in_card = false;
      if (!in_card || piece.preset != Preset::none) continue;
      piece.in_card = true;
      const bool field =
          piece.reading.field >= 0 && kind_named(reader_.field_rule(piece.reading.field).attribute);
      const bool heading = !piece.reading.markers.empty() &&
                           rule(piece.reading.markers.front()).preferred <= Kind::operational_objective &&
                           !rule(piece.reading.markers.front()).bare &&
                           !rule(piece.reading.markers.front()).generic;
      if (field || (heading && has_field_ahead(i, kReach, opens_card))) {
        piece.preset = Preset::card_field;
      } else if (heading) {
        in_card = piece.in_card = false;
      }
    }
  }

  const grammar::MarkerRule& rule(const grammar::MarkerMatch& match) const {
    return reader_.library().markers()[static_cast<std::size_t>(match.marker)];
  }

  template <class Opens>
  bool has_field_ahead(std::size_t from, std::size_t reach, Opens opens_card) const {
    for (std::size_t j = from + 1; j < out_.pieces.size() && j - from <= reach; ++j) {
      const Piece& next = out_.pieces[j];
      if (opens_card(next)) return false;
      if (next.reading.field < 0) continue;
      if (!kind_named(reader_.field_rule(next.reading.field).attribute)) return true;
    }
    return false;
  }

  const layout::Layout& layout_;
  grammar::Reader& reader_;
  const text::Repairer& french_;
  Scan out_;
};

}  // namespace

bool Scan::has_role(const char* role) const {
  return std::any_of(heads.begin(), heads.end(), [&](const TableHead& head) {
    return std::find(head.roles.begin(), head.roles.end(), role) != head.roles.end();
  });
}

const std::string& Scan::role(const Piece& piece) const {
  static const std::string kNone;
  if (piece.table < 0 || piece.fragment->columns < 2) return kNone;
  const std::vector<std::string>& roles = heads[static_cast<std::size_t>(piece.table)].roles;
  const int missing = static_cast<int>(roles.size()) - piece.fragment->columns;
  if (missing < 0)
    return piece.fragment->column < static_cast<int>(roles.size())
               ? roles[static_cast<std::size_t>(piece.fragment->column)]
               : kNone;
  // A column that is a rung only counts in a whole row.
  if (missing > 0 && std::any_of(roles.begin(), roles.end(),
                                 [](const std::string& r) { return kind_named(r).has_value(); })) {
    return kNone;
  }
  const int shift = piece.shift >= 0 ? piece.shift : missing;
  const int column = piece.fragment->column + (missing > 0 && piece.fragment->column >= 2 ? shift : 0);
  return roles[static_cast<std::size_t>(column)];
}

Scan scan(const layout::Layout& layout, grammar::Reader& reader, const text::Repairer& french) {
  return Scanner(layout, reader, french).run();
}

}  // namespace pst::plan

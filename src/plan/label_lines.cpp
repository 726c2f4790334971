#include "plan/label_lines.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "text/unicode.hpp"

namespace pst::plan {
namespace {

constexpr std::size_t kFewestCards = 2;   ///< that have a label
constexpr std::size_t kFewestLabels = 3;  ///< of a card
constexpr std::size_t kMostLines = 12;    ///< of a value

class LabelLines {
 public:
  LabelLines(grammar::Reader& reader, Scan& scan) : reader_(reader), out_(scan) {}

  void run() {
    if (!learn_labels()) return;
    headed_cards_ = std::any_of(out_.pieces.begin(), out_.pieces.end(), [&](const Piece& piece) {
      return !piece.reading.markers.empty() && reader_.rule(piece.reading.markers.front()).card;
    });
    std::vector<Piece> kept;
    kept.reserve(out_.pieces.size());
    for (std::size_t i = 0; i < out_.pieces.size();) {
      const Fields fields = fields_from(i);
      if (fields.make_card) {
        for (; i < fields.end; i = value_end(i)) add_field(i, value_end(i), kept);
        continue;
      }
      // Too few fields in turn make no card from any of them on.
      for (const std::size_t end = std::max(fields.end, i + 1); i < end; ++i)
        kept.push_back(std::move(out_.pieces[i]));
    }
    out_.pieces = std::move(kept);
  }

 private:
  const Piece& piece(std::size_t i) const { return out_.pieces[i]; }

  bool is_label(std::size_t i) const {
    return i < out_.pieces.size() && piece(i).reading.field_label && piece(i).fragment->columns < 2 &&
           piece(i).fragment->part == 0;
  }

  bool recurs(std::size_t i) const {
    return is_label(i) && labels_.contains(text::fold(piece(i).fragment->text));
  }

  /// The labels with a value below that stand in the document more than once; false where they make no cards.
  bool learn_labels() {
    std::map<std::string, std::size_t> seen;
    for (std::size_t i = 0; i + 1 < out_.pieces.size(); ++i) {
      if (is_label(i) && !is_label(i + 1) && piece(i + 1).fragment->columns < 2)
        ++seen[text::fold(piece(i).fragment->text)];
    }
    for (auto& [label, count] : seen) {
      if (count >= kFewestCards) labels_.insert(label);
    }
    return labels_.size() >= kFewestLabels;
  }

  /// Whether a card's field begins here: a label that recurs, or another one behind a value.
  bool begins_field(std::size_t i, bool behind_value) const {
    return recurs(i) || (behind_value && is_label(i));
  }

  bool opens_node(std::size_t i) const {
    return std::any_of(piece(i).reading.markers.begin(), piece(i).reading.markers.end(),
                       [&](const grammar::MarkerMatch& match) {
                         const grammar::MarkerRule& rule = reader_.rule(match);
                         return match.number && !rule.bare && !rule.generic;
                       });
  }

  /// Behind the value of the label at `i`; `i + 1` where its cell is empty.
  std::size_t value_end(std::size_t i) const {
    std::size_t end = i + 1;
    const auto goes_on = [&] {
      if (end >= out_.pieces.size() || end - i > kMostLines || piece(end).fragment->columns > 1) return false;
      if (end == i + 1) return !recurs(end) && (piece(end).fragment->blank_before == 0 || spaced(i));
      return !begins_field(end, true) && piece(end).fragment->blank_before == 0 && !opens_node(end) &&
             piece(end).reading.boundary == nullptr;
    };
    while (goes_on()) ++end;
    return end;
  }

  /// Whether blank lines stand between all cells: around the label, too.
  bool spaced(std::size_t i) const {
    return piece(i).fragment->blank_before == piece(i + 1).fragment->blank_before && !opens_node(i + 1);
  }

  struct Fields {
    std::size_t end = 0;     ///< behind the last of them
    bool make_card = false;  ///< they are enough for one
  };

  /// The fields in turn that begin at `i`.
  Fields fields_from(std::size_t i) const {
    std::set<std::string> told;
    Fields out{i, false};
    while (begins_field(out.end, out.end > i)) {
      const std::size_t next = value_end(out.end);
      if (next > out.end + 1) told.insert(text::fold(piece(out.end).fragment->text));
      out.end = next;
    }
    out.make_card = told.size() >= kFewestLabels;
    return out;
  }

  void add_field(std::size_t label, std::size_t end, std::vector<Piece>& out) {
    layout::Fragment& merged = out_.merged.emplace_back(*piece(label).fragment);
    if (end == label + 1 || !makes_marker(merged.text, label + 1)) {
      if (merged.text.back() != ':') merged.text += " :";
    }
    std::size_t p = label + 1;
    for (; p < end && !piece(p).reading.bullet; ++p) {
      const layout::Fragment& line = *piece(p).fragment;
      const char last = merged.text.back();
      const bool item = p > label + 1 && text::starts_upper(line.text) && last != '.' && last != ';' &&
                        last != ',' && holds_list(merged.text);
      merged.text += (item ? " ; " : " ") + line.text;
      merged.span.unite(line.span);
      merged.last_line_index = std::max(merged.last_line_index, line.last_line_index);
    }
    Piece& field = out.emplace_back();
    field.fragment = &merged;
    reader_.read(merged.text, field.reading);
    for (; p < end; ++p) out.push_back(std::move(out_.pieces[p]));
  }

  /// `Action` / `1.1.2 Ouvrir un lieu`: the label is the number's word. On a card with a heading of its own
  /// it names what the card belongs to.
  bool makes_marker(const std::string& label, std::size_t value) {
    if (headed_cards_ || piece(value).reading.markers.empty()) return false;
    grammar::Reading whole;
    reader_.read(label + " " + piece(value).fragment->text, whole);
    if (whole.markers.empty()) return false;
    const grammar::MarkerMatch& match = whole.markers.front();
    const grammar::MarkerRule& rule = reader_.rule(match);
    return match.number && match.end > label.size() && !rule.bare && !rule.generic;
  }

  /// Whether the field's value is a list, each line of its cell an item.
  bool holds_list(const std::string& text) {
    grammar::Reading reading;
    reader_.read(text, reading);
    if (reading.field < 0) return false;
    const std::string& attribute = reader_.field_rule(reading.field).attribute;
    return attribute == "responsible" || attribute == "indicators";
  }

  grammar::Reader& reader_;
  Scan& out_;
  std::set<std::string> labels_;  ///< folded
  bool headed_cards_ = false;     ///< `Fiche action n° 2` stands above the fields
};

}  // namespace

void merge_label_lines(grammar::Reader& reader, Scan& scan) {
  LabelLines(reader, scan).run();
}

}  // namespace pst::plan

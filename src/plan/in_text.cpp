#include "plan/in_text.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "plan/joining.hpp"
#include "text/ascii.hpp"

namespace pst::plan {
namespace {

/// `de l'action 3`: an elided article before the marker makes it a mention.
bool ends_with_elision(std::string_view before) {
  while (!before.empty() && before.back() == ' ') before.remove_suffix(1);
  return !before.empty() &&
         (before.back() == '\'' || (before.size() >= 3 && before.substr(before.size() - 3) == "’"));
}

}  // namespace

void place_in_text(Candidate& c, const Scan& scan, grammar::Reader& reader, int marker, bool bare) {
  const Piece& piece = scan.pieces[static_cast<std::size_t>(c.piece)];
  const std::string& text = piece.fragment->text;
  if (c.inside) {
    std::string_view before = std::string_view(text).substr(0, c.begin);
    c.mentioned = ends_with_elision(before);
    while (!before.empty() && (before.back() == ' ' || before.back() == '-')) before.remove_suffix(1);
    const char last = before.empty() ? '.' : before.back();
    const bool sentence_over =
        last == '.' || last == ';' || last == ':' || last == '!' || last == '?' || last == ')';
    c.breaks_sentence = !sentence_over;
    c.mentioned = c.mentioned || reader.ends_with("unfinished", before);
    // In running text a marker stands in the middle of a line only behind others of its kind.
    const bool row = piece.fragment->columns > 1 || piece.fragment->part > 0;
    const bool behind_its_like =
        std::any_of(piece.reading.markers.begin(), piece.reading.markers.end(),
                    [&](const grammar::MarkerMatch& m) { return m.marker == marker; });
    if (!row && !behind_its_like && !sentence_over) c.mentioned = true;
    if (!row && piece.reading.field >= 0) c.mentioned = true;
    // `(v. O.O. 1.2)`, `Lien : O.O. 1.2`: nothing behind it, or a bracket around it.
    const bool worded =
        std::any_of(text.begin() + static_cast<std::ptrdiff_t>(c.rest), text.end(), text::is_alnum);
    if (!row && (!worded || open_brackets(before) > 0)) c.mentioned = true;
    return;
  }
  if (c.after_blank || c.piece == 0) return;
  const Piece& previous = scan.pieces[static_cast<std::size_t>(c.piece) - 1];
  if (previous.preset != Preset::none) return;
  if (previous.fragment->columns > 1) {
    // Tabs between a number and its wording make no table: the wording may wrap.
    c.mentioned = previous.fragment->columns == 2 &&
                  closes_bracket(previous.fragment->text, text, {c.end, c.rest, c.upper_rest});
    return;
  }
  c.breaks_sentence =
      reader.ends_with("unfinished", previous.fragment->text) || ends_with_elision(previous.fragment->text);
  c.mentioned = closes_bracket(previous.fragment->text, text, {c.end, c.rest, c.upper_rest});
  // `(cf O.O.` / `3.2), des ateliers …`: the line goes on within a bracket.
  if (piece.fragment->flow != layout::Flow::continues) return;
  if (open_brackets(previous.fragment->text) > 0) c.breaks_sentence = c.mentioned = true;
  // `… « Mon` / `C.P.A.S. » pour …`: letters that a full line goes on with are no label.
  const std::string_view label = std::string_view(text).substr(c.begin, c.end - c.begin);
  if (bare && label.find_first_of("0123456789") == std::string_view::npos) {
    c.breaks_sentence = true;
  }
}

}  // namespace pst::plan

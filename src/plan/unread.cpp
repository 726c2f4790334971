#include "plan/unread.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "plan/doubt.hpp"
#include "plan/joining.hpp"
#include "plan/opening.hpp"
#include "text/unicode.hpp"

namespace pst::plan {
namespace {

using source::Diagnostic;

/// A paragraph of the prose below a node, or a row of cells there.
struct Paragraph {
  int first = 0, last = 0;  ///< pieces
  int node = -1;
  bool row = false;
  std::string text;
};

/// Whether a sentence ends before the text does.
bool holds_sentence(std::string_view text) {
  for (std::size_t at = text.find(". "); at != std::string_view::npos; at = text.find(". ", at + 1)) {
    if (at >= 2 && text[at - 2] != '.' && text[at - 2] != ' ' && text::starts_upper(text.substr(at + 2)))
      return true;
  }
  return false;
}

class Finder {
 public:
  Finder(grammar::Reader& reader, const Scan& scan, const Drafts& drafts,
         const std::vector<std::string>& codes, std::vector<Diagnostic>& out)
      : reader_(reader),
        scan_(scan),
        drafts_(drafts),
        codes_(codes),
        out_(out),
        before_(drafts.nodes.size(), -1) {
    first_piece_ = static_cast<int>(scan.pieces.size());
    for (const Draft& draft : drafts.nodes) {
      first_piece_ = std::min(first_piece_, draft.piece);
      last_piece_ = std::max(last_piece_, draft.piece);
      pieces_.push_back(last_piece_);
      note_order(draft.children);
    }
    note_order(drafts.roots);
  }

  Unread run() {
    doubt_series();
    doubt_headings();
    collect();
    doubt_items();
    doubt_wrapped();
    return {static_cast<int>(lines_.size()), doubt_cells()};
  }

 private:
  const Piece& piece(int p) const { return scan_.pieces[static_cast<std::size_t>(p)]; }
  const layout::Fragment& fragment(int p) const { return *piece(p).fragment; }
  const Draft& node(int n) const { return drafts_.nodes[static_cast<std::size_t>(n)]; }
  const LinePlace& place(int p) const {
    return drafts_.lines[static_cast<std::size_t>(fragment(p).line_index)];
  }

  void note_order(const std::vector<int>& siblings) {
    for (std::size_t i = 1; i < siblings.size(); ++i)
      before_[static_cast<std::size_t>(siblings[i])] = siblings[i - 1];
  }

  /// Lines inside the plan that opened no node but begin like one another: markers that no grammar knows.
  void doubt_series() {
    constexpr std::size_t kSeries = 3, kMany = 5;
    std::map<std::string, std::vector<int>> series;
    for (int p = 0; p < static_cast<int>(scan_.pieces.size()); ++p) {
      const layout::Fragment& here = fragment(p);
      const std::string& klass = place(p).klass;
      if ((klass != "section" && klass != "title" && klass != "description") || here.column > 0) continue;
      const std::string shape = opening_shape(here.text, here.columns > 1);
      const bool outside = klass == "section" && (p < first_piece_ || p > last_piece_);
      if (!shape.empty()) series[(outside ? "outside " : klass + " ") + shape].push_back(p);
    }
    for (const auto& [shape, pieces] : series) {
      const bool outside = shape.starts_with("outside");
      if (pieces.size() < (outside ? std::max(kMany, drafts_.nodes.size()) : kSeries)) continue;
      for (const int p : pieces) {
        lines_.insert(fragment(p).line_index);
        out_.push_back(
            reading_doubt("unread-series",
                          "ligne lue comme du texte, mais d'autres commencent comme elle : un marqueur que "
                          "les grammaires ne connaissent pas ? voyez `pst grammar new`",
                          fragment(p).span));
      }
    }
  }

  /// Paragraphs of a cell of actions that were read as more text of the first: each may be one. Returns their
  /// share of such cells.
  double doubt_cells() {
    int cells = 0, paragraphs = 0;
    for (int p = 0; p < static_cast<int>(scan_.pieces.size()); ++p) {
      const layout::Fragment& here = fragment(p);
      if (here.columns < 2 || piece(p).table < 0 || kind_named(scan_.role(piece(p))) != Kind::action)
        continue;
      cells += here.part == 0;
      if (here.part == 0 || here.flow != layout::Flow::starts || !text::starts_upper(here.text)) continue;
      const auto next = std::upper_bound(pieces_.begin(), pieces_.end(), p);
      if (next == pieces_.begin() || *(next - 1) == p) continue;  // it opened a node
      ++paragraphs;
      out_.push_back(
          reading_doubt("cell-paragraph",
                        "une cellule tient plusieurs paragraphes, lus comme une seule action : y en "
                        "a-t-il plusieurs ? vérifiez",
                        here.span));
      out_.back().code = codes_[static_cast<std::size_t>(next - pieces_.begin()) - 1];
    }
    return paragraphs == 0 ? 0 : static_cast<double>(paragraphs) / std::max(cells, 1);
  }

  /// Headings inside the plan that were read as prose below a node.
  void doubt_headings() {
    for (std::size_t i = 0; i < scan_.pieces.size(); ++i) {
      const int p = static_cast<int>(i);
      const layout::Fragment& here = fragment(p);
      if (here.heading == 0 && !(here.bold && here.blank_before > 0)) continue;
      if (here.columns > 1 || piece(p).reading.bullet || piece(p).reading.field >= 0) continue;
      if (place(p).klass != "description") continue;
      out_.push_back(reading_doubt(
          "unread-heading", "un titre est lu comme du texte : un niveau du plan a pu échapper, vérifiez",
          here.span));
    }
  }

  /// The prose below nodes, paragraph by paragraph, and the rows of cells in it.
  void collect() {
    for (std::size_t i = 0; i < scan_.pieces.size(); ++i) {
      const int p = static_cast<int>(i);
      if (place(p).klass != "description" || piece(p).preset != Preset::none) continue;
      const layout::Fragment& here = fragment(p);
      const bool near = !all_.empty() && all_.back().last == p - 1 && all_.back().node == place(p).node;
      if (near && here.line_index == fragment(p - 1).line_index) {
        all_.back().row = all_.back().row || here.columns > 1;
      } else if (!near || here.columns > 1 || all_.back().row ||
                 !continues(reader_, all_.back().text, fragment(p - 1), here, scan_.layout->wrap_width)) {
        all_.push_back({p, p, place(p).node, false, here.text});
        ++count_[here.text];
        continue;
      }
      all_.back().last = p;
      all_.back().text += " " + here.text;
    }
  }

  /// Whether a paragraph is as short and plain as the items of a plan are, and said once.
  bool is_item(const Paragraph& paragraph) const {
    constexpr std::size_t kShortest = 10, kLongest = 200, kLongestLine = 320;
    const std::string& text = paragraph.text;
    const std::size_t length = text::length(text);
    if (paragraph.row) return length >= kShortest && text::starts_upper(text);
    const bool one_line = paragraph.last == paragraph.first;
    if (length < kShortest || length > (one_line ? kLongestLine : kLongest) ||
        paragraph.last - paragraph.first > 1)
      return false;
    if (text.back() == ':' || text.find(' ') == std::string::npos) return false;
    if (reader_.is_word("sentence_opener", text) || holds_sentence(text)) return false;
    return piece(paragraph.first).reading.field < 0 && count_.at(fragment(paragraph.first).text) == 1;
  }

  /// One alone must look unlike a sentence or a field.
  static bool is_plain(const Paragraph& paragraph) {
    const bool sentence = paragraph.text.back() == '.' && !text::starts_lower(paragraph.text);
    return !paragraph.row && !sentence && paragraph.text.find(':') == std::string::npos;
  }

  void doubt_items() {
    for (std::size_t i = 0; i < all_.size();) {
      std::size_t end = i;
      const auto same = [&](const Paragraph& p) { return p.node == all_[i].node && p.row == all_[i].row; };
      while (end < all_.size() && same(all_[end]) && is_item(all_[end])) ++end;
      const bool several = end - i > 1;
      // What stands behind the last node may be no part of the plan.
      if (end > i && all_[i].first < last_piece_ && (several || is_plain(all_[i]))) {
        bool fresh = false;  // not yet said as part of a series
        for (std::size_t k = i; k < end; ++k)
          fresh = lines_.insert(fragment(all_[k].first).line_index).second || fresh;
        source::Span span = fragment(all_[i].first).span;
        span.unite(fragment(all_[end - 1].last).span);
        if (fresh)
          out_.push_back(reading_doubt(several ? "unread-items" : "unread-item", said_of(i, end), span));
        doubt_what_follows(end);
      }
      i = std::max(end, i + 1);
    }
  }

  std::string said_of(std::size_t begin, std::size_t end) const {
    if (end - begin == 1)
      return "ligne lue comme du texte : un objectif ou une action sans numéro ni puce ? vérifiez";
    return std::to_string(end - begin) +
           (all_[begin].row ? " rangées d'un tableau lues" : " lignes semblables lues") +
           " comme du texte : des objectifs ou des actions ? vérifiez";
  }

  /// Lines that joined the title above them and look like an item without its sign.
  void doubt_wrapped() {
    wraps_freely_ = wraps_freely();
    std::vector<std::pair<int, int>> found;  // piece, and the node in whose list it would stand
    for (int p = 1; p < static_cast<int>(scan_.pieces.size()); ++p) {
      if (place(p).klass != "title" || fragment(p).columns > 1 || fragment(p).span.page) continue;
      const int above = place(p).node;
      if (heads_items(p, above)) {
        found.emplace_back(p, above);
      } else if (follows_item(p, above)) {
        found.emplace_back(p, node(above).parent);
      }
    }
    for (std::size_t i = 0; i < found.size(); ++i) {
      const auto [p, scope] = found[i];
      lines_.insert(fragment(p).line_index);
      out_.push_back(reading_doubt(
          "unread-item", "ligne jointe à l'intitulé qui la précède : un élément sans puce ? vérifiez",
          fragment(p).span, codes_[static_cast<std::size_t>(place(p).node)]));
      const bool last = i + 1 == found.size();
      doubt_what_follows(scope, p, last ? static_cast<int>(scan_.pieces.size()) : found[i + 1].first);
    }
  }

  /// `• définir les tâches ;` / `  aménager le guichet ;`, or a line below one that had room for its first
  /// word, where that is a verb or the document's titles do not wrap so.
  bool follows_item(int p, int above) const {
    if (place(p - 1).node != above) return false;
    if (in_list_of_lines(p) || (p + 1 < static_cast<int>(scan_.pieces.size()) && place(p + 1).node == above &&
                                fragment(p).text.back() == ';' && in_list_of_lines(p + 1)))
      return true;
    return !wraps_freely_ && stands_apart(p) && !reader_.is_word("goes_on", fragment(p).text);
  }

  /// Whether the line and the one above it are closed as the items of a list are: by semicolons, the last by
  /// a stop.
  bool in_list_of_lines(int p) const {
    const char end = fragment(p).text.back();
    return place(p).klass == "title" && fragment(p - 1).text.back() == ';' && (end == ';' || end == '.');
  }

  /// Whether the line that joined a title might begin something of its own: the line above had room for its
  /// first words, and may end there.
  bool stands_apart(int p) const {
    constexpr int kShort = 60;  // characters: a longer line may be one that an editor wrapped
    const layout::Fragment& last = fragment(p - 1);
    const layout::Fragment& here = fragment(p);
    const std::string& text = last.text;
    if (place(p).rule != "wrapped" || last.columns > 1 || here.flow != layout::Flow::unknown ||
        last.width > kShort)
      return false;
    const auto& markers = piece(p - 1).reading.markers;
    if (!markers.empty() && markers.front().rest >= text.size()) return false;  // a label alone
    return broken_on_purpose(last, here, scan_.layout->wrap_width) &&
           std::string_view("-,:").find(text.back()) == std::string_view::npos && open_brackets(text) == 0 &&
           !reader_.ends_with("unfinished", text) && !text::fold(text).empty();
  }

  /// Whether the document's titles go on below lines that had room: more than one title in five.
  bool wraps_freely() const {
    std::size_t apart = 0;
    for (int p = 1; p < static_cast<int>(scan_.pieces.size()); ++p)
      apart += place(p).klass == "title" && stands_apart(p);
    return 5 * apart > drafts_.nodes.size();
  }

  /// `• Élargir l'offre` / `   Recruter deux aides` / `   – Assurer les passages`
  bool heads_items(int p, int above) const {
    if (p + 1 >= static_cast<int>(scan_.pieces.size()) || !piece(p + 1).reading.bullet) return false;
    const int indent = fragment(p).indent;
    return node(above).bullet && place(p + 1).klass == "node" && indent == fragment(p + 1).indent &&
           indent > fragment(node(above).piece).indent && text::starts_upper(fragment(p).text);
  }

  /// The nodes behind the unread paragraph all_[end - 1] in the list that it would belong to, or below the
  /// node that it stands under.
  void doubt_what_follows(std::size_t end) {
    const Paragraph& paragraph = all_[end - 1];
    int scope = paragraph.node;
    while (scope >= 0 && node(scope).bullet) {
      const int level = fragment(node(scope).piece).indent;
      scope = node(scope).parent;
      if (level <= fragment(paragraph.first).indent) break;
    }
    doubt_what_follows(scope, paragraph.last,
                       end < all_.size() ? all_[end].first : static_cast<int>(scan_.pieces.size()));
  }

  /// The nodes below `scope` (-1: all) behind the piece, whose place or position hangs on what it is; up to
  /// the piece `stop` or to a number that proves its place.
  void doubt_what_follows(int scope, int unread, int stop) {
    const auto count = static_cast<int>(drafts_.nodes.size());
    auto n = static_cast<int>(std::upper_bound(pieces_.begin(), pieces_.end(), unread) - pieces_.begin());
    source::Span span;
    for (; n < count && node(n).piece < stop; ++n) {
      int up = node(n).parent;
      while (up >= 0 && up != scope) up = node(up).parent;
      if (up != scope || is_proved(n)) break;
      span.unite(node(n).span);
    }
    if (span.first_line == 0) return;
    out_.push_back(reading_doubt("after-unread",
                                 "ce passage suit une ligne lue comme du texte (ligne " +
                                     std::to_string(fragment(unread).span.first_line) +
                                     ") : si elle est un élément du plan, il est mal placé ou mal numéroté",
                                 span));
  }

  /// Whether its number says that it stands where it does: it begins with its parent's, or follows a
  /// sibling's.
  bool is_proved(int index) const {
    const Draft& draft = node(index);
    if (!draft.number) return false;
    if (draft.parent >= 0 && node(draft.parent).number && draft.number->extends(*node(draft.parent).number))
      return true;
    const int before = before_[static_cast<std::size_t>(index)];
    return before >= 0 && node(before).kind == draft.kind && node(before).number &&
           draft.number->last() == node(before).number->last() + 1;
  }

  grammar::Reader& reader_;
  const Scan& scan_;
  const Drafts& drafts_;
  const std::vector<std::string>& codes_;
  std::vector<Diagnostic>& out_;
  std::vector<Paragraph> all_;
  std::unordered_map<std::string, int> count_;  ///< paragraphs that begin with that line
  std::unordered_set<int> lines_;               ///< layout lines that were doubted
  std::vector<int> before_;                     ///< per node: the sibling before it, -1 for none
  std::vector<int> pieces_;                     ///< per node: its first piece, or a later one before it
  int first_piece_ = 0, last_piece_ = -1;
  bool wraps_freely_ = false;
};

}  // namespace

Unread find_unread(grammar::Reader& reader, const Scan& scan, const Drafts& drafts,
                   const std::vector<std::string>& codes, std::vector<Diagnostic>& diagnostics) {
  if (drafts.nodes.empty()) return {};
  return Finder(reader, scan, drafts, codes, diagnostics).run();
}

}  // namespace pst::plan

#include "plan/doubts.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "text/unicode.hpp"

namespace pst::plan {
namespace {

using source::About;
using source::Diagnostic;

constexpr float kNarrow = 1.2F;  ///< a margin below which a verdict is doubtful
/// Of OCR in one word. On sharp scans one word in a thousand is below, most of them misread.
constexpr float kDoubtfulWord = 0.4F;
constexpr std::size_t kVeryLongTitle = 600;

Diagnostic reading(const char* rule, std::string message, const source::Span& span) {
  Diagnostic diagnostic;
  diagnostic.about = About::reading;
  diagnostic.rule = rule;
  diagnostic.message = std::move(message);
  if (span.first_line > 0) diagnostic.lines = {span.first_line, span.last_line};
  return diagnostic;
}

/// What a line begins with, digits as one `0` and a lone letter before punctuation as `a`: `A-1.2 …` gives
/// `A-0.0`. Empty where it begins like prose.
std::string opening_shape(std::string_view text) {
  constexpr std::size_t kLongest = 10;
  std::string shape;
  bool digits = false;
  const std::size_t end = std::min(text.find(' '), text.size());
  if (end == 0 || end > kLongest) return {};
  for (const char c : text.substr(0, end)) {
    const bool digit = c >= '0' && c <= '9';
    digits = digits || digit;
    if (digit && !shape.empty() && shape.back() == '0') continue;
    shape += digit ? '0' : c;
  }
  const bool letter = end == 2 &&
                      ((text[0] >= 'a' && text[0] <= 'z') || (text[0] >= 'A' && text[0] <= 'Z')) &&
                      (text[1] == ')' || text[1] == '/' || text[1] == '.' || text[1] == '-');
  if (letter) return std::string("a") + text[1];
  return digits && end < text.size() ? shape : std::string();
}

/// Lines inside the plan that were read as prose but begin like one another: markers that no grammar knows.
void doubt_unread_series(const Scan& scan, const Drafts& drafts, int first_piece,
                         std::vector<Diagnostic>& diagnostics) {
  constexpr std::size_t kSeries = 3;
  std::unordered_map<std::string, std::vector<int>> series;
  for (std::size_t p = static_cast<std::size_t>(std::max(first_piece, 0)); p < scan.pieces.size(); ++p) {
    const layout::Fragment& fragment = *scan.pieces[p].fragment;
    if (drafts.lines[static_cast<std::size_t>(fragment.line_index)].klass != "description") continue;
    const std::string shape = opening_shape(fragment.text);
    if (!shape.empty()) series[shape].push_back(static_cast<int>(p));
  }
  for (const auto& [shape, pieces] : series) {
    if (pieces.size() < kSeries) continue;
    for (const int p : pieces) {
      diagnostics.push_back(
          reading("unread-series",
                  "ligne lue comme du texte, mais d'autres commencent comme elle : un marqueur que "
                  "les grammaires ne connaissent pas ? voyez `pst grammar new`",
                  scan.pieces[static_cast<std::size_t>(p)].fragment->span));
    }
  }
}

/// Headings inside the plan that were read as prose below a node.
void doubt_unread_headings(const Scan& scan, const Drafts& drafts, std::vector<Diagnostic>& diagnostics) {
  for (const Piece& piece : scan.pieces) {
    const layout::Fragment& fragment = *piece.fragment;
    if (fragment.heading == 0 && !(fragment.bold && fragment.blank_before > 0)) continue;
    if (fragment.columns > 1 || piece.reading.bullet || piece.reading.field >= 0) continue;
    if (drafts.lines[static_cast<std::size_t>(fragment.line_index)].klass != "description") continue;
    diagnostics.push_back(
        reading("unread-heading",
                "un titre est lu comme du texte : un niveau du plan a pu échapper, vérifiez", fragment.span));
  }
}

/// Nodes with a word that OCR is not sure of; one remark a node.
void doubt_misread_words(const Scan& scan, const Drafts& drafts, const std::vector<std::string>& codes,
                         std::vector<Diagnostic>& diagnostics) {
  std::vector<bool> said(drafts.nodes.size(), false);
  for (const Piece& piece : scan.pieces) {
    const layout::Fragment& fragment = *piece.fragment;
    if (fragment.confidence >= kDoubtfulWord) continue;
    const int node = drafts.lines[static_cast<std::size_t>(fragment.line_index)].node;
    if (node < 0 || said[static_cast<std::size_t>(node)]) continue;
    said[static_cast<std::size_t>(node)] = true;
    Diagnostic doubt =
        reading("ocr-confidence", "un mot au moins est peu lisible sur l'image : vérifiez sur l'original",
                fragment.span);
    doubt.code = codes[static_cast<std::size_t>(node)];
    diagnostics.push_back(std::move(doubt));
  }
}

/// Whether another reading of the same label opened a node.
bool read_otherwise(const Candidates& candidates, const Decoding& decoding, const Candidate& candidate) {
  for (int n = candidate.alternative; n >= 0; n = candidates.list[static_cast<std::size_t>(n)].alternative) {
    if (decoding.decisions[static_cast<std::size_t>(n)].verdict != Verdict::rejected) return true;
  }
  return false;
}

}  // namespace

void find_doubts(grammar::Reader& reader, const Scan& scan, const Candidates& candidates,
                 const Decoding& decoding, const Drafts& drafts, const std::vector<std::string>& codes,
                 std::vector<Diagnostic>& diagnostics) {
  for (const auto& [node, diagnostic] : drafts.about_nodes) {
    Diagnostic named = diagnostic;
    named.code = codes[static_cast<std::size_t>(node)];
    diagnostics.push_back(std::move(named));
  }
  diagnostics.insert(diagnostics.end(), drafts.diagnostics.begin(), drafts.diagnostics.end());

  int last_break = -1;  // one remark a line is enough
  std::vector<int> node_of(candidates.list.size(), -1);
  int first_piece = static_cast<int>(scan.pieces.size());
  for (std::size_t n = 0; n < drafts.nodes.size(); ++n) {
    if (drafts.nodes[n].candidate >= 0)
      node_of[static_cast<std::size_t>(drafts.nodes[n].candidate)] = static_cast<int>(n);
    first_piece = std::min(first_piece, drafts.nodes[n].piece);
  }
  for (std::size_t c = 0; c < candidates.list.size(); ++c) {
    const Candidate& candidate = candidates.list[c];
    const Decision& decision = decoding.decisions[c];
    const Family& family = candidates.families[static_cast<std::size_t>(candidate.family)];
    const source::Span& span = scan.pieces[static_cast<std::size_t>(candidate.piece)].fragment->span;
    if (!candidate.restored.empty() && node_of[c] >= 0 && !decision.proved) {
      Diagnostic doubt = reading("label-restored",
                                 "l'étiquette « " + drafts.nodes[static_cast<std::size_t>(node_of[c])].label +
                                     " » est lue " + candidate.number->canonical() +
                                     " d'après la suite des numéros, vérifiez sur l'original",
                                 span);
      doubt.code = codes[static_cast<std::size_t>(node_of[c])];
      diagnostics.push_back(std::move(doubt));
    }
    if (candidate.boundary || candidate.is_alternative || family.heading || family.cell) continue;
    if (decision.verdict == Verdict::opens && node_of[c] >= 0 && decision.margin < kNarrow) {
      Diagnostic doubt = reading(
          "weak-marker", "marqueur peu sûr : il s'accorde mal avec la suite des numéros, vérifiez", span);
      doubt.code = codes[static_cast<std::size_t>(node_of[c])];
      diagnostics.push_back(std::move(doubt));
    } else if (decision.verdict == Verdict::rejected && !candidate.mentioned && candidate.restored.empty() &&
               !read_otherwise(candidates, decoding, candidate) && !family.bare && !candidate.stop &&
               candidate.piece >= first_piece && !(candidate.inside && candidate.breaks_sentence) &&
               !(candidate.breaks_sentence && !candidate.punctuated) && span.first_line != last_break) {
      last_break = span.first_line;
      diagnostics.push_back(
          reading("sequence-break",
                  "ce qui ressemble à un marqueur rompt la suite des numéros et est lu comme du "
                  "texte, vérifiez",
                  span));
    }
  }
  doubt_unread_series(scan, drafts, first_piece, diagnostics);
  doubt_unread_headings(scan, drafts, diagnostics);
  for (const source::Span& span : scan.headless) {
    diagnostics.push_back(
        reading("headless-table",
                "tableau sans ligne de titre : ses cellules ne disent pas ce que sont ses colonnes, ses "
                "rangées restent du texte",
                span));
  }
  doubt_misread_words(scan, drafts, codes, diagnostics);
  for (std::size_t n = 0; n < drafts.nodes.size(); ++n) {
    const Draft& draft = drafts.nodes[n];
    const auto doubt_title = [&](const char* rule, const char* message) {
      diagnostics.push_back(reading(rule, message, draft.span));
      diagnostics.back().code = codes[n];
    };
    if (draft.wide_gap) {
      doubt_title("gap-in-title",
                  "un large blanc au milieu de l'intitulé : deux colonnes lues comme une seule ? vérifiez");
    }
    if (reader.is_word("item_in_title", draft.title)) {
      doubt_title("item-in-title", "l'intitulé semble contenir la puce d'un autre élément, vérifiez");
    }
    if (text::length(draft.title) > kVeryLongTitle) {
      doubt_title("long-title", "intitulé très long : un marqueur a pu échapper, vérifiez");
    }
  }
}

}  // namespace pst::plan

#include "plan/doubts.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "plan/doubt.hpp"
#include "plan/opening.hpp"
#include "plan/series.hpp"
#include "text/unicode.hpp"

namespace pst::plan {
namespace {

using source::Diagnostic;

constexpr float kNarrow = 0.8F;  ///< a margin below which a verdict is doubtful
constexpr std::size_t kVeryLongTitle = 600;

/// How far each piece's text is a label that the sequence of numbers asks for.
std::vector<std::size_t> proved_labels(const Scan& scan, const Candidates& candidates,
                                       const Decoding& decoding) {
  std::vector<std::size_t> out(scan.pieces.size(), 0);
  for (std::size_t c = 0; c < candidates.list.size(); ++c) {
    const Candidate& candidate = candidates.list[c];
    if (!decoding.decisions[c].proved || candidate.inside) continue;
    out[static_cast<std::size_t>(candidate.piece)] = candidate.rest;
  }
  return out;
}

/// Nodes with a word that OCR is not sure of; one remark a node. Labels that the sequence bears out are sure.
void doubt_misread_words(const Scan& scan, const std::vector<std::size_t>& proved, const Drafts& drafts,
                         const std::vector<std::string>& codes, std::vector<Diagnostic>& diagnostics) {
  std::vector<bool> said(drafts.nodes.size(), false);
  for (std::size_t p = 0; p < scan.pieces.size(); ++p) {
    const layout::Fragment& fragment = *scan.pieces[p].fragment;
    if (fragment.doubtful_to <= proved[p]) continue;
    const int node = drafts.lines[static_cast<std::size_t>(fragment.line_index)].node;
    if (node < 0 || said[static_cast<std::size_t>(node)]) continue;
    said[static_cast<std::size_t>(node)] = true;
    Diagnostic doubt =
        reading_doubt("ocr-confidence",
                      "un mot au moins est peu lisible sur l'image : vérifiez sur l'original", fragment.span);
    doubt.code = codes[static_cast<std::size_t>(node)];
    diagnostics.push_back(std::move(doubt));
  }
}

/// Titles that begin like one another, as labels do: behind a list sign, or of a form that no grammar knows.
void doubt_labels_in_titles(const Drafts& drafts, const std::vector<std::string>& codes,
                            std::vector<Diagnostic>& diagnostics) {
  constexpr std::size_t kSeries = 3;
  std::map<std::string, std::vector<std::size_t>> alike;
  for (std::size_t n = 0; n < drafts.nodes.size(); ++n) {
    const std::string shape = opening_shape(drafts.nodes[n].title);
    if (!shape.empty()) alike[shape].push_back(n);
  }
  for (const auto& [shape, nodes] : alike) {
    if (nodes.size() < kSeries) continue;
    for (const std::size_t n : nodes) {
      diagnostics.push_back(
          reading_doubt("label-in-title",
                        "l'intitulé semble commencer par un numéro, comme d'autres : un marqueur "
                        "que les grammaires ne connaissent pas ? voyez `pst grammar new`",
                        drafts.nodes[n].span, codes[n]));
    }
  }
}

/// Cells that begin in the middle of a sentence, where the others of their column do not.
void doubt_broken_cells(const Candidates& candidates, const Drafts& drafts,
                        const std::vector<std::string>& codes, std::vector<Diagnostic>& diagnostics) {
  constexpr std::size_t kShare = 5;
  std::array<std::vector<std::size_t>, kKinds> lower;
  std::array<std::size_t, kKinds> cells{};
  for (std::size_t n = 0; n < drafts.nodes.size(); ++n) {
    const Draft& draft = drafts.nodes[n];
    if (draft.candidate < 0 || draft.title.empty()) continue;
    const Candidate& candidate = candidates.list[static_cast<std::size_t>(draft.candidate)];
    if (!candidates.families[static_cast<std::size_t>(candidate.family)].cell) continue;
    const auto kind = static_cast<std::size_t>(draft.kind);
    ++cells[kind];
    if (text::starts_lower(draft.title)) lower[kind].push_back(n);
  }
  for (std::size_t kind = 0; kind < lower.size(); ++kind) {
    if (kShare * lower[kind].size() > cells[kind]) continue;
    for (const std::size_t n : lower[kind]) {
      diagnostics.push_back(
          reading_doubt("broken-cell",
                        "l'intitulé commence au milieu d'une phrase : une cellule a pu être coupée, "
                        "vérifiez",
                        drafts.nodes[n].span, codes[n]));
    }
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

  const std::vector<Standing> standings = find_standings(drafts);
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
      Diagnostic doubt = reading_doubt(
          "label-restored",
          "l'étiquette « " + drafts.nodes[static_cast<std::size_t>(node_of[c])].label + " » est lue " +
              candidate.number->canonical() + " d'après la suite des numéros, vérifiez sur l'original",
          span);
      doubt.code = codes[static_cast<std::size_t>(node_of[c])];
      diagnostics.push_back(std::move(doubt));
    }
    if (candidate.boundary || candidate.is_alternative || family.heading || family.cell) continue;
    const bool follows = node_of[c] >= 0 && !candidate.breaks_sentence &&
                         standings[static_cast<std::size_t>(node_of[c])] == Standing::follows;
    if (decision.verdict == Verdict::opens && node_of[c] >= 0 && decision.margin < kNarrow && !follows) {
      Diagnostic doubt = reading_doubt(
          "weak-marker", "marqueur peu sûr : il s'accorde mal avec la suite des numéros, vérifiez", span);
      doubt.code = codes[static_cast<std::size_t>(node_of[c])];
      diagnostics.push_back(std::move(doubt));
    } else if (decision.verdict == Verdict::rejected && !candidate.mentioned && candidate.restored.empty() &&
               !read_otherwise(candidates, decoding, candidate) && !family.bare && !candidate.stop &&
               candidate.piece >= first_piece && !(candidate.inside && candidate.breaks_sentence) &&
               !(candidate.breaks_sentence && !candidate.punctuated) && span.first_line != last_break) {
      last_break = span.first_line;
      diagnostics.push_back(
          reading_doubt("sequence-break",
                        "ce qui ressemble à un marqueur rompt la suite des numéros et est lu comme du "
                        "texte, vérifiez",
                        span));
    }
  }
  for (const source::Span& span : scan.headless) {
    diagnostics.push_back(reading_doubt(
        "headless-table",
        "tableau sans ligne de titre : ses cellules ne disent pas ce que sont ses colonnes, ses "
        "rangées restent du texte",
        span));
  }
  doubt_misread_words(scan, proved_labels(scan, candidates, decoding), drafts, codes, diagnostics);
  doubt_labels_in_titles(drafts, codes, diagnostics);
  doubt_broken_cells(candidates, drafts, codes, diagnostics);
  for (std::size_t n = 0; n < drafts.nodes.size(); ++n) {
    const Draft& draft = drafts.nodes[n];
    const auto doubt_title = [&](const char* rule, const char* message) {
      diagnostics.push_back(reading_doubt(rule, message, draft.span, codes[n]));
    };
    if (draft.wide_gap) {
      doubt_title("gap-in-title",
                  "un large blanc au milieu de l'intitulé : deux colonnes lues comme une seule ? vérifiez");
    }
    if (reader.is_word("item_in_title", draft.title)) {
      doubt_title("item-in-title", "l'intitulé semble contenir la puce d'un autre élément, vérifiez");
    }
    const bool closed = draft.title_end < 0 || scan.text(draft.title_end).back() == '.';
    if (!closed && reader.ends_with("unfinished", draft.title)) {
      doubt_title("title-unfinished",
                  "l'intitulé s'arrête au milieu d'une phrase : sa suite a pu être lue ailleurs, vérifiez");
    }
    if (text::length(draft.title) > kVeryLongTitle) {
      doubt_title("long-title", "intitulé très long : un marqueur a pu échapper, vérifiez");
    }
  }
}

}  // namespace pst::plan

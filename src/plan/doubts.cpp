#include "plan/doubts.hpp"

#include <algorithm>

#include "text/unicode.hpp"

namespace pst::plan {
namespace {

using source::About;
using source::Diagnostic;

constexpr float kNarrow = 1.2F;            ///< a margin below which a verdict is doubtful
constexpr std::size_t kVeryLongTitle = 600;

Diagnostic reading(const char* rule, std::string message, const source::Span& span) {
  Diagnostic diagnostic;
  diagnostic.about = About::reading;
  diagnostic.rule = rule;
  diagnostic.message = std::move(message);
  if (span.first_line > 0) diagnostic.lines = {span.first_line, span.last_line};
  return diagnostic;
}

}  // namespace

void find_doubts(grammar::Reader&, const Scan& scan, const Candidates& candidates, const Decoding& decoding,
                 const Drafts& drafts, const std::vector<std::string>& codes, std::vector<Diagnostic>& diagnostics) {
  for (const auto& [node, diagnostic] : drafts.about_nodes) {
    Diagnostic named = diagnostic;
    named.code = codes[static_cast<std::size_t>(node)];
    diagnostics.push_back(std::move(named));
  }
  diagnostics.insert(diagnostics.end(), drafts.diagnostics.begin(), drafts.diagnostics.end());

  std::vector<int> node_of(candidates.list.size(), -1);
  int first_piece = static_cast<int>(scan.pieces.size());
  for (std::size_t n = 0; n < drafts.nodes.size(); ++n) {
    if (drafts.nodes[n].candidate >= 0) node_of[static_cast<std::size_t>(drafts.nodes[n].candidate)] = static_cast<int>(n);
    first_piece = std::min(first_piece, drafts.nodes[n].piece);
  }
  for (std::size_t c = 0; c < candidates.list.size(); ++c) {
    const Candidate& candidate = candidates.list[c];
    const Decision& decision = decoding.decisions[c];
    const Family& family = candidates.families[static_cast<std::size_t>(candidate.family)];
    const source::Span& span = scan.pieces[static_cast<std::size_t>(candidate.piece)].fragment->span;
    if (candidate.boundary || candidate.is_alternative || family.heading || family.cell) continue;
    if (decision.verdict == Verdict::opens && node_of[c] >= 0 && decision.margin < kNarrow) {
      Diagnostic doubt = reading("weak-marker",
                                 "marqueur peu sûr : il s'accorde mal avec la suite des numéros, vérifiez", span);
      doubt.code = codes[static_cast<std::size_t>(node_of[c])];
      diagnostics.push_back(std::move(doubt));
    } else if (decision.verdict == Verdict::rejected && !candidate.mentioned && !family.bare && !candidate.stop &&
               candidate.piece >= first_piece && !(candidate.inside && candidate.breaks_sentence) &&
               !(candidate.breaks_sentence && !candidate.punctuated)) {
      diagnostics.push_back(reading("sequence-break",
                                    "ce qui ressemble à un marqueur rompt la suite des numéros et est lu comme du "
                                    "texte, vérifiez",
                                    span));
    }
  }
  for (std::size_t n = 0; n < drafts.nodes.size(); ++n) {
    const Draft& draft = drafts.nodes[n];
    if (text::length(draft.title) > kVeryLongTitle) {
      Diagnostic doubt = reading("long-title", "intitulé très long : un marqueur a pu échapper, vérifiez", draft.span);
      doubt.code = codes[n];
      diagnostics.push_back(std::move(doubt));
    }
  }
}

}  // namespace pst::plan

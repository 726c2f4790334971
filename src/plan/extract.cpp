#include "plan/extract.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "layout/layout.hpp"
#include "plan/borne_out.hpp"
#include "plan/candidate.hpp"
#include "plan/codes.hpp"
#include "plan/decode.hpp"
#include "plan/doubts.hpp"
#include "plan/facts.hpp"
#include "plan/joined_names.hpp"
#include "plan/list_heads.hpp"
#include "plan/misprints.hpp"
#include "plan/other_plans.hpp"
#include "plan/overall.hpp"
#include "plan/recalled_values.hpp"
#include "plan/references.hpp"
#include "plan/restarts.hpp"
#include "plan/run_together.hpp"
#include "plan/rungs.hpp"
#include "plan/scan.hpp"
#include "plan/scheme.hpp"
#include "plan/stated.hpp"
#include "plan/tails.hpp"
#include "plan/tree.hpp"
#include "plan/unread.hpp"
#include "plan/wording.hpp"
#include "source/error.hpp"
#include "text/repair.hpp"

namespace pst::plan {
namespace {

/// Markers that a forced scheme may use: its own and the open class.
std::vector<bool> allowed_markers(const grammar::Library& library, const std::string& scheme) {
  if (scheme.empty()) return {};
  for (const auto& candidate : library.schemes()) {
    if (candidate.name == scheme) return candidate.uses;
  }
  throw Error({}, "grammaire inconnue : `" + scheme + "`", "voyez `pst grammar list`");
}

bool stands_on_scan(const source::Document& document, const Draft& draft) {
  const auto page = static_cast<std::size_t>(draft.span.page.value_or(0));
  return page > 0 && page <= document.pages.size() && document.pages[page - 1].read_by_ocr;
}

/// Titles that an OCR read, repaired where the repair is certain: those of pages read by this program, and
/// all of a document whose text shows that another program's OCR made it.
void repair_titles(const source::Document& document, bool all, const text::Repairer& french, Drafts& drafts,
                   std::vector<std::optional<std::string>>& raw) {
  raw.resize(drafts.nodes.size());
  if (!all && !document.ocr_confidence) return;
  for (std::size_t n = 0; n < drafts.nodes.size(); ++n) {
    Draft& draft = drafts.nodes[n];
    if (!all && !stands_on_scan(document, draft)) continue;
    std::vector<std::string> doubtful;
    if (auto repaired = french.repair(draft.title, &doubtful)) {
      raw[n] = std::exchange(draft.title, std::move(*repaired));
    }
    if (!doubtful.empty()) {
      source::Diagnostic diagnostic;
      diagnostic.rule = "ocr-word";
      diagnostic.severity = source::Severity::info;
      diagnostic.message = "mot mal lu, à vérifier sur l'original : " + doubtful.front();
      drafts.about_nodes.emplace_back(static_cast<int>(n), std::move(diagnostic));
    }
  }
}

/// The node of a draft, which gives its texts away.
Node finished(Drafts& drafts, int index, const std::vector<std::string>& codes,
              std::vector<std::optional<std::string>>& raw) {
  Draft& draft = drafts.nodes[static_cast<std::size_t>(index)];
  Node node;
  node.kind = draft.kind;
  node.code = codes[static_cast<std::size_t>(index)];
  if (!draft.label.empty()) node.label = std::move(draft.label);
  if (draft.number) node.number = draft.number->canonical();
  node.title = std::move(draft.title);
  node.title_raw = std::move(raw[static_cast<std::size_t>(index)]);
  node.description = std::move(draft.description);
  node.attributes = std::move(draft.attributes);
  node.fields = std::move(draft.fields);
  node.source = draft.span;
  node.children.reserve(draft.children.size());
  for (const int child : draft.children) node.children.push_back(finished(drafts, child, codes, raw));
  return node;
}

Coverage count_lines(const layout::Layout& layout, const Drafts& drafts) {
  Coverage coverage;
  for (std::size_t i = 0; i < layout.lines.size(); ++i) {
    if (layout.lines[i].klass == layout::LineClass::blank) continue;
    ++coverage.lines;
    switch (drafts.lines[i].place) {
      case Place::node:
        ++coverage.nodes;
        break;
      case Place::section:
        ++coverage.sections;
        break;
      case Place::furniture:
        ++coverage.furniture;
        break;
      case Place::none:
        ++coverage.unassigned;
        break;
    }
  }
  return coverage;
}

std::vector<LineReading> trace_of(const layout::Layout& layout, const Drafts& drafts,
                                  const std::vector<std::string>& codes) {
  std::vector<LineReading> out;
  out.reserve(layout.lines.size());
  for (std::size_t i = 0; i < layout.lines.size(); ++i) {
    const LinePlace& place = drafts.lines[i];
    LineReading line;
    line.line = layout.lines[i].number;
    if (layout.lines[i].page > 0) line.page = layout.lines[i].page;
    line.klass = layout.lines[i].klass == layout::LineClass::blank ? "blank" : place.klass;
    line.rule = place.rule;
    line.grammar = place.grammar;
    if (place.node >= 0) line.code = codes[static_cast<std::size_t>(place.node)];
    line.text = std::string(layout.raw[i]);
    out.push_back(std::move(line));
  }
  return out;
}

/// Boxes to a hundredth of a point: numbers in the output say no more than was measured.
void round_place(source::Span& span) {
  constexpr double kPerPoint = 100;
  if (!span.box) return;
  for (double* edge : {&span.box->x0, &span.box->y0, &span.box->x1, &span.box->y1})
    *edge = std::round(*edge * kPerPoint) / kPerPoint;
}

void sort_diagnostics(std::vector<source::Diagnostic>& diagnostics) {
  std::stable_sort(diagnostics.begin(), diagnostics.end(), [](const auto& a, const auto& b) {
    const int line_a = a.lines ? a.lines->first : 0, line_b = b.lines ? b.lines->first : 0;
    return line_a != line_b ? line_a < line_b : a.rule < b.rule;
  });
}

}  // namespace

Extraction extract(const source::Document& document, const grammar::Library& library,
                   const Options& options) {
  grammar::Reader reader(library);
  const text::Repairer own;
  const text::Repairer& french = options.french != nullptr ? *options.french : own;
  const layout::Layout layout = layout::arrange(document);
  const Scan scanned = scan(layout, reader, french);
  Candidates candidates = find_candidates(scanned, reader, allowed_markers(library, options.grammar));
  heed_statements(scanned, reader, candidates);
  Extraction out;
  Plan& plan = out.plan;
  set_other_plans_aside(scanned, candidates, plan.diagnostics);
  head_lists(scanned, candidates);
  const Decoding decoding = decode(candidates);
  Drafts drafts = build_tree(scanned, candidates, decoding, reader, french);
  take_run_together_cells(reader, scanned, drafts);
  take_tails(reader, scanned, drafts.nodes);
  for (Draft& draft : drafts.nodes) {
    const std::size_t pointers = draft.attributes.references.size();
    read_wording(reader, scanned, draft);
    if (draft.attributes.references.size() > pointers) take_tail_before_pointer(reader, scanned, draft);
  }
  take_recalled_values(reader, scanned, drafts);
  part_joined_names(drafts.nodes);
  std::vector<std::optional<std::string>> raw_titles;
  repair_titles(document, scanned.recognised, french, drafts, raw_titles);

  plan.diagnostics.insert(plan.diagnostics.end(), document.diagnostics.begin(), document.diagnostics.end());
  plan.diagnostics.insert(plan.diagnostics.end(), layout.diagnostics.begin(), layout.diagnostics.end());
  plan.diagnostics.insert(plan.diagnostics.end(), scanned.diagnostics.begin(), scanned.diagnostics.end());
  find_misprints(drafts);
  const std::vector<std::string> codes = assign_codes(drafts, plan.diagnostics);
  resolve_references(reader, drafts, codes);
  find_doubts(reader, scanned, candidates, decoding, drafts, codes, plan.diagnostics);
  doubt_restarts(drafts, plan.diagnostics);
  doubt_numbers(drafts, codes, plan.diagnostics);
  Findings findings;
  findings.unread = find_unread(reader, scanned, drafts, codes, plan.diagnostics);
  findings.orphans = find_misplaced(scanned, drafts, codes, plan.diagnostics);
  for (Draft& draft : drafts.nodes) round_place(draft.span);
  for (Section& section : drafts.sections) round_place(section.source);
  for (const int root : drafts.roots) plan.nodes.push_back(finished(drafts, root, codes, raw_titles));
  plan.sections = std::move(drafts.sections);
  plan.coverage = count_lines(layout, drafts);

  int first_node = static_cast<int>(scanned.pieces.size());
  for (const Draft& draft : drafts.nodes) first_node = std::min(first_node, draft.piece);
  read_facts(reader, french, scanned, first_node, document.file, plan.document);
  const auto contradictions =
      std::count_if(plan.diagnostics.begin(), plan.diagnostics.end(), [](const auto& d) {
        return d.rule == "number-repeated" || d.rule == "number-misplaced" || d.rule == "number-misprinted" ||
               d.rule == "numbering-order";
      });
  plan.document.scheme =
      choose_scheme(library, candidates, decoding, drafts, static_cast<int>(contradictions), options.grammar);
  findings.confidence = plan.document.scheme.confidence;
  if (auto doubt = doubt_whole(candidates, decoding, drafts, codes, findings, plan.diagnostics)) {
    const std::vector<bool> sure =
        nodes_borne_out(candidates, decoding, drafts, codes, plan.diagnostics, *doubt);
    for (source::Diagnostic& part : around_sure_nodes(doubt->diagnostic, scanned, sure, drafts))
      plan.diagnostics.push_back(std::move(part));
  }
  sort_diagnostics(plan.diagnostics);
  SourceFile& source = plan.document.source;
  source.file = document.file;
  source.media_type = document.media_type;
  source.bytes = document.bytes;
  source.sha256 = document.sha256;
  source.encoding = document.encoding;
  if (document.ocr_confidence) source.ocr_confidence = std::round(*document.ocr_confidence * 1000) / 1000;
  if (document.paged) source.pages = static_cast<int>(document.pages.size());
  if (options.trace) out.trace = trace_of(layout, drafts, codes);
  return out;
}

}  // namespace pst::plan

#include "layout/paged.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "layout/boxes.hpp"
#include "layout/emitter.hpp"
#include "layout/margins.hpp"
#include "layout/metrics.hpp"
#include "layout/notes.hpp"
#include "layout/regions.hpp"
#include "layout/tag_order.hpp"
#include "layout/tag_trust.hpp"
#include "layout/year_marks.hpp"

namespace pst::layout {
namespace {

/// Gutters that a fair part of the pages have in common.
std::vector<double> shared_gutters(const std::vector<PageRegions>& pages) {
  constexpr double kSame = 4;  // points
  std::vector<std::pair<double, std::size_t>> all;
  for (std::size_t p = 0; p < pages.size(); ++p) {
    for (const double x : pages[p].gutters) all.emplace_back(x, p);
  }
  std::sort(all.begin(), all.end());
  std::vector<double> out;
  for (std::size_t i = 0; i < all.size();) {
    std::size_t end = i;
    std::set<std::size_t> on;
    for (; end < all.size() && all[end].first - all[i].first <= kSame; ++end) on.insert(all[end].second);
    if (4 * on.size() >= pages.size()) out.push_back(all[i].first);
    i = end;
  }
  return out;
}

void report_limits(const std::vector<PlacedPage>& pages, Layout& out) {
  for (const PlacedPage& page : pages) {
    if (!page.cut_short) continue;
    source::Diagnostic diagnostic;
    diagnostic.rule = "page-limit";
    diagnostic.message = "page " + std::to_string(page.number) + " : plus de " + std::to_string(kMostWords) +
                         " mots, la suite n'est pas lue ; donnez le document découpé";
    out.diagnostics.push_back(std::move(diagnostic));
  }
}

/// Tags that say something else than the page shows, and are not followed.
void report_tags(const std::vector<int>& pages, bool all, Layout& out) {
  if (pages.empty() && !all) return;
  source::Diagnostic note;
  note.severity = source::Severity::info;
  note.rule = "tags-set-aside";
  if (all) {
    note.message = "les balises du PDF coupent les phrases en paragraphes : elles ne sont pas suivies";
  } else {
    for (const int page : pages)
      note.message += (note.message.empty() ? "page " : ", ") + std::to_string(page);
    note.message += " : l'ordre des balises du PDF contredit la place des mots, qui est suivie";
  }
  out.diagnostics.push_back(std::move(note));
}

/// Places on turned pages, as the pages are shown.
void turn_places(const source::Document& document, Layout& out) {
  std::map<int, std::pair<const source::Page*, int>> turned;
  for (const source::Page& page : document.pages) {
    if (const int turn = turn_of(page); turn != 0) turned[page.number] = {&page, turn};
  }
  if (turned.empty()) return;
  const auto turn = [&](int number, Box& box) {
    const auto found = turned.find(number);
    if (found == turned.end()) return;
    const auto& [page, degrees] = found->second;
    box = shown(box, degrees, page->width, page->height);
  };
  for (LineInfo& line : out.lines) {
    if (line.box) turn(line.page, *line.box);
  }
  for (Fragment& fragment : out.fragments) {
    if (fragment.span.box) turn(fragment.span.page.value_or(0), *fragment.span.box);
  }
  for (Area& area : out.areas) turn(area.page, area.box);
}

}  // namespace

bool is_placed(const source::Document& document) {
  for (const source::Page& page : document.pages) {
    for (const source::Run& run : page.runs) {
      if (run.box) return true;
    }
  }
  return false;
}

Layout arrange_placed(const source::Document& document) {
  const Tags tags(document.structure);
  std::vector<PlacedPage> pages;
  std::vector<std::vector<Grid>> grids;
  std::vector<std::vector<Box>> rules, fills, boxes;
  pages.reserve(document.pages.size());
  for (const source::Page& page : document.pages) {
    const int turn = turn_of(page);
    if (turn == 0) {
      pages.push_back(place_words(page, tags));
      grids.push_back(find_grids(page));
      boxes.push_back(find_boxes(page));
      rules.push_back(page.rules);
      fills.push_back(page.fills);
    } else {
      const source::Page upright = turned_back(page, turn);
      pages.push_back(place_words(upright, tags));
      pages.back().turn = turn;
      grids.push_back(find_grids(upright));
      boxes.push_back(find_boxes(upright));
      rules.push_back(upright.rules);
      fills.push_back(upright.fills);
    }
  }
  const std::vector<Margins> margins = take_margins(pages, grids);
  const std::vector<std::vector<TextLine>> notes = take_notes(pages, rules, grids, tags);
  std::vector<PageRegions> cut;
  cut.reserve(pages.size());
  for (std::size_t p = 0; p < pages.size(); ++p)
    cut.push_back(cut_page(pages[p].words, grids[p], boxes[p], tags, {}));
  const std::vector<double> gutters = shared_gutters(cut);
  if (!gutters.empty()) {
    for (std::size_t p = 0; p < pages.size(); ++p)
      cut[p] = cut_page(pages[p].words, grids[p], boxes[p], tags, gutters);
  }
  const Metrics metrics = measure(pages, cut);
  const TagTrust trust = judge_tags(tags, pages, cut, metrics);
  std::vector<int> disordered;  // pages
  for (std::size_t p = 0; p < cut.size() && trust.paragraphs; ++p) {
    if (!order_by_tags(tags, cut[p])) disordered.push_back(pages[p].number);
  }
  mark_years(cut, fills);
  Emitter emitter(metrics, tags, trust);
  report_limits(pages, emitter.layout());
  report_tags(disordered, trust.contradicted, emitter.layout());
  for (std::size_t p = 0; p < pages.size(); ++p) {
    emitter.page(pages[p], margins[p], notes[p], cut[p]);
    pages[p] = {};
    cut[p] = {};
  }
  Layout out = emitter.finish();
  turn_places(document, out);
  return out;
}

}  // namespace pst::layout

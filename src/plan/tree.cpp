#include "plan/tree.hpp"

#include <algorithm>

#include "plan/joining.hpp"
#include "plan/review.hpp"
#include "plan/tree_builder.hpp"
#include "plan/wording.hpp"
#include "text/ascii.hpp"
#include "text/unicode.hpp"

namespace pst::plan {
namespace {

constexpr std::size_t kShortHeading = 90;

}  // namespace

TreeBuilder::TreeBuilder(const Scan& scan, const Candidates& candidates, const Decoding& decoding,
                         grammar::Reader& reader, const text::Repairer& french)
    : scan_(scan), candidates_(candidates), decoding_(decoding), reader_(reader), french_(french) {
  open_.fill(-1);
  out_.lines.resize(scan.layout->lines.size());
  accepted_.resize(scan.pieces.size());
  node_of_candidate_.assign(candidates.list.size(), -1);
  heading_.assign(scan.pieces.size(), false);
  wording_end_.assign(scan.pieces.size(), std::string::npos);
  int structural = 0;
  for (std::size_t c = 0; c < candidates.list.size(); ++c) {
    const Decision& decision = decoding.decisions[c];
    if (candidates.families[static_cast<std::size_t>(candidates.list[c].family)].heading) {
      heading_[static_cast<std::size_t>(candidates.list[c].piece)] = true;
    }
    if (decision.verdict == Verdict::rejected) continue;
    if (const Candidate& taken = candidates.list[c]; taken.label_at >= 0)
      wording_end_[static_cast<std::size_t>(taken.label_at)] = taken.label_from;
    accepted_[static_cast<std::size_t>(candidates.list[c].piece)].push_back(static_cast<int>(c));
    note_marker_word(candidates.families[static_cast<std::size_t>(candidates.list[c].family)].words);
    structural += decision.verdict == Verdict::opens && decision.kind > Kind::axis;
  }
  list_document_ = structural == 0;
  next_kind_.assign(scan.pieces.size() + 1, -1);
  for (std::size_t p = scan.pieces.size(); p-- > 0;) {
    next_kind_[p] = next_kind_[p + 1];
    if (p + 1 < scan.pieces.size() && !accepted_[p + 1].empty()) {
      const Decision& next = decoding.decisions[static_cast<std::size_t>(accepted_[p + 1].front())];
      next_kind_[p] = next.verdict == Verdict::closes ? -1 : static_cast<int>(next.kind);
    }
  }
}

void TreeBuilder::note_marker_word(const std::string& words) {
  const std::string first = words.substr(0, words.find(' '));
  if (!first.empty() && std::find(marker_words_.begin(), marker_words_.end(), first) == marker_words_.end())
    marker_words_.push_back(first);
}

Drafts TreeBuilder::run() {
  for (std::size_t i = 0; i < scan_.layout->lines.size(); ++i) {
    const layout::LineInfo& line = scan_.layout->lines[i];
    if (line.klass == layout::LineClass::furniture || line.klass == layout::LineClass::contents) {
      out_.lines[i] = {Place::furniture,
                       -1,
                       line.klass == layout::LineClass::contents ? "contents" : "furniture",
                       line.rule,
                       {}};
    }
  }
  find_list_levels();
  const int count = static_cast<int>(scan_.pieces.size());
  for (PieceIndex p = 0; p < count;) {
    if (piece(p).fragment->columns > 1) {
      const auto end = static_cast<PieceIndex>(scan_.row_end(static_cast<std::size_t>(p)));
      row(p, end);
      p = end;
    } else {
      line_piece(p++);
    }
  }
  finish();
  return std::move(out_);
}

void TreeBuilder::finish() {
  // Nested lists alone show the whole ladder only where they have all of its rungs.
  constexpr int kRungs = 4;
  out_.guessed_ladder =
      !out_.nodes.empty() && (candidates_.guessed_ladder || (list_document_ && list_depth_ < kRungs));
  finish_field();
  flush_strays();
  // A root that a list announced stands where its heading does, which may be behind one that has no heading.
  std::stable_sort(out_.roots.begin(), out_.roots.end(),
                   [&](int a, int b) { return node(a).span.first_line < node(b).span.first_line; });
  out_.sections.insert(out_.sections.end(), notes_.begin(), notes_.end());
  std::stable_sort(out_.sections.begin(), out_.sections.end(), [](const Section& a, const Section& b) {
    return a.source.first_line < b.source.first_line;
  });
  for (Draft& draft : out_.nodes) trim_title(draft.description);
}

void TreeBuilder::place(PieceIndex p, Place where, int node, const std::string& klass,
                        const std::string& rule, const std::string& grammar) {
  // A line with several pieces goes where the most telling one went.
  const auto rank = [](Place x) {
    return x == Place::node ? 3 : x == Place::section ? 2 : x == Place::furniture ? 1 : 0;
  };
  for (int i = piece(p).fragment->line_index; i <= piece(p).fragment->last_line_index; ++i) {
    // A row may cross a page: the running heads between its lines are none of its own.
    if (scan_.layout->lines[static_cast<std::size_t>(i)].klass != layout::LineClass::text) continue;
    LinePlace& line = out_.lines[static_cast<std::size_t>(i)];
    if (rank(where) > rank(line.place)) line = {where, node, klass, rule, grammar};
  }
}

void TreeBuilder::touch(int index, PieceIndex p) {
  node(index).span.unite(piece(p).fragment->span);
  last_piece_ = p;
}

void TreeBuilder::doubt(const std::string& rule, const std::string& message, int about, PieceIndex first,
                        PieceIndex last) {
  source::Diagnostic diagnostic;
  diagnostic.about = source::About::reading;
  diagnostic.rule = rule;
  diagnostic.message = message;
  if (first >= 0) {
    diagnostic.lines = {piece(first).fragment->span.first_line, piece(last).fragment->span.last_line};
  }
  if (about >= 0) {
    out_.about_nodes.emplace_back(about, std::move(diagnostic));
  } else {
    out_.diagnostics.push_back(std::move(diagnostic));
  }
}

void TreeBuilder::line_piece(PieceIndex p) {
  const Piece& here = piece(p);
  switch (here.preset) {
    case Preset::contents:
      place(p, Place::furniture, -1, "contents", "contents");
      return;
    case Preset::head_row:
      place(p, Place::furniture, -1, "furniture", "head-row");
      return;
    case Preset::legend:
      finish_field();
      place(p, Place::furniture, -1, "furniture", "legend");
      return;
    case Preset::footnote:
      add_footnote(p);
      return;
    case Preset::figures:
      finish_field();
      plain_text(p, here.fragment->text);
      return;
    case Preset::recapitulation:
    case Preset::foreign:
      finish_field();
      end_for_section();
      add_section(p, here.fragment->text, false);
      return;
    case Preset::card_field:
      card_objective(p);
      return;
    case Preset::furniture:
      if (accepted_[static_cast<std::size_t>(p)].empty()) {
        // `… Voir les fiches` / `actions`: the end of a wrapped line only looks like a caption.
        if (current_ >= 0 && !closed_ && here.fragment->blank_before == 0 &&
            text::starts_lower(here.fragment->text) && joins_title(p)) {
          break;
        }
        if (stray_cell(p, here.fragment->text)) return;
        place(p, Place::furniture, -1, "furniture",
              here.reading.furniture ? here.reading.furniture->name : "repeats");
        return;
      }
      break;
    case Preset::none:
      break;
  }
  const std::vector<int>& accepted = accepted_[static_cast<std::size_t>(p)];
  const std::string_view text = wording_of(p);
  if (accepted.empty()) {
    if (ends_with_label(p)) {
      last_of_title(p, text);
    } else {
      plain_text(p, text);
    }
    return;
  }
  const Candidate& first = candidate(accepted.front());
  if (first.inside) plain_text(p, text.substr(0, first.begin));
  for (std::size_t i = 0; i < accepted.size(); ++i) {
    const std::size_t until = i + 1 < accepted.size() ? candidate(accepted[i + 1]).begin : text.size();
    take_candidate(p, accepted[i], until);
  }
  if (ends_with_label(p) && !candidate(accepted.back()).in_margin) node(current_).title_closed = true;
}

/// The last line of a title, behind whose words its label stands.
void TreeBuilder::last_of_title(PieceIndex p, std::string_view text) {
  add_title_line(current_, p, text::trimmed(text));
  place(p, Place::node, current_, "title", "label-behind");
  node(current_).title_closed = true;
}

void TreeBuilder::take_candidate(PieceIndex p, int c, std::size_t until) {
  const Candidate& found = candidate(c);
  const Decision& decision = decoding_.decisions[static_cast<std::size_t>(c)];
  finish_field();
  if (decision.verdict == Verdict::closes) {
    close_plan(c, p);
    return;
  }
  if (decision.verdict == Verdict::reopens) {
    reopen(c, p);
    return;
  }
  if (strays_.empty() == false) flush_strays();
  const Family& family = candidates_.families[static_cast<std::size_t>(found.family)];
  const int opened = open_node(decision.kind, p);
  Draft& draft = node(opened);
  node_of_candidate_[static_cast<std::size_t>(c)] = opened;
  draft.candidate = c;
  draft.number = found.number;
  draft.restored = found.restored;
  const std::string& text = piece(p).fragment->text;
  draft.label = found.label.empty() ? text.substr(found.begin, found.end - found.begin) : found.label;
  while (!draft.label.empty() &&
         (draft.label.back() == ' ' || draft.label.back() == ':' || draft.label.back() == '-')) {
    draft.label.pop_back();
  }
  if (draft.label.size() > 3 && draft.label.compare(draft.label.size() - 3, 3, "–") == 0)
    draft.label.resize(draft.label.size() - 3);
  while (!draft.label.empty() && draft.label.back() == ' ') draft.label.pop_back();
  draft.card = family.card;
  if (family.marker >= 0) draft.segment = reader_.library().marker(family.marker).segment;
  if (draft.kind == Kind::strategic_objective && annex_) {
    draft.attributes.annex = true;
    annex_ = false;
  }
  std::string rule = family.heading ? "heading" : family.cell ? "column" : family.key;
  std::string grammar;
  if (family.marker >= 0) {
    const grammar::MarkerRule& marker = reader_.library().marker(family.marker);
    rule = marker.name;
    grammar = marker.origin.file;
  }
  place(p, Place::node, opened, "node", rule, grammar);
  std::string_view wording =
      text::trimmed(wording_of(p).substr(found.rest, until - std::min(until, found.rest)));
  add_title_line(opened, p, wording);
}

int TreeBuilder::open_node(Kind kind, PieceIndex p) {
  const int index = static_cast<int>(out_.nodes.size());
  out_.nodes.emplace_back();
  Draft& draft = out_.nodes.back();
  draft.kind = kind;
  draft.piece = p;
  of_kind_[static_cast<std::size_t>(kind)].push_back(index);
  for (int k = static_cast<int>(kind) - 1; k >= 0 && draft.parent < 0; --k)
    draft.parent = open_[static_cast<std::size_t>(k)];
  if (draft.parent >= 0) {
    node(draft.parent).children.push_back(index);
  } else {
    out_.roots.push_back(index);
  }
  open_[static_cast<std::size_t>(kind)] = index;
  for (int k = static_cast<int>(kind) + 1; k < kKinds; ++k) open_[static_cast<std::size_t>(k)] = -1;
  current_ = base_ = index;
  reset_list();
  closed_ = in_section_ = in_description_ = description_list_ = false;
  touch(index, p);
  return index;
}

void TreeBuilder::reopen(int c, PieceIndex p) {
  flush_strays();
  const int index = node_of_candidate_[static_cast<std::size_t>(candidate(c).same_as)];
  if (index < 0) {  // the earlier mention was taken for text: this one is the node
    Decision opens = decoding_.decisions[static_cast<std::size_t>(c)];
    const Candidate& found = candidate(c);
    const int opened = open_node(opens.kind, p);
    node_of_candidate_[static_cast<std::size_t>(found.same_as)] = opened;
    Draft& draft = node(opened);
    draft.candidate = c;
    draft.number = found.number;
    draft.label = piece(p).fragment->text.substr(found.begin, found.end - found.begin);
    place(p, Place::node, opened, "node", "repeated");
    add_title_line(opened, p, text::trimmed(wording_of(p).substr(found.rest)));
    return;
  }
  Draft& draft = node(index);
  const bool only_announced = draft.children.empty() && draft.description.empty();
  const bool cell = candidates_.families[static_cast<std::size_t>(candidate(c).family)].cell;
  if (only_announced && !cell) {
    // The heading is where the objective stands; the list that announced it only names it.
    draft.span = {};
    draft.title.clear();
    draft.title_closed = false;
    touch(index, p);
    add_title_line(index, p,
                   text::trimmed(std::string_view(piece(p).fragment->text).substr(candidate(c).rest)));
  }
  // A cell filled down its column leaves open what stands below it.
  for (int k = static_cast<int>(draft.kind) + 1; !cell && k < kKinds; ++k)
    open_[static_cast<std::size_t>(k)] = -1;
  for (int up = index; up >= 0; up = node(up).parent) open_[static_cast<std::size_t>(node(up).kind)] = up;
  current_ = base_ = index;
  reset_list();
  closed_ = in_section_ = in_description_ = false;
  last_piece_ = p;
  place(p, Place::node, index, "node", "repeated");
}

void TreeBuilder::close_plan(int c, PieceIndex p) {
  flush_strays();
  open_.fill(-1);
  current_ = base_ = -1;
  reset_list();
  closed_ = true;
  annex_ = candidate(c).annex;
  in_section_ = true;
  add_section(p, piece(p).fragment->text, true);
}

void TreeBuilder::add_title_line(int index, PieceIndex p, std::string_view text) {
  Draft& draft = node(index);
  const grammar::Reading& reading = piece(p).reading;
  ++draft.title_lines;
  draft.title_end = p;
  draft.wide_gap = draft.wide_gap || (piece(p).fragment->wide_gap && !ends_with_label(p));
  draft.has_extras = draft.has_extras || reading.has_fields || reading.field >= 0 || reading.has_phrases ||
                     reading.has_references;
  const bool wrapped_cell = piece(p).fragment->last_line_index > piece(p).fragment->line_index;
  if (wrapped_cell) {
    join(reader_, french_, draft.title, heal_hyphens(reader_, french_, text, scan_.hard_hyphens),
         scan_.hard_hyphens);
  } else if (!text.empty()) {
    join(reader_, french_, draft.title, text, scan_.hard_hyphens);
  }
  touch(index, p);
}

bool TreeBuilder::joins_title(PieceIndex p) const {
  const Draft& draft = node(current_);
  if (draft.title_closed || in_description_ || last_piece_ < 0) return false;
  const layout::Fragment& last = *piece(last_piece_).fragment;
  const layout::Fragment& next = *piece(p).fragment;
  if (draft.title.empty()) return !draft.bullet || next.blank_before == 0;
  if (continues(reader_, draft.title, last, next, scan_.layout->wrap_width)) return true;
  if (next.flow == layout::Flow::starts) return false;
  // `… et le proposer sur le nouvel` / `Axe de transport`: a marker's word without a number, right below a
  // title that no stop ends, is the title's; `… repris sous le code` / `Projet 7 du plan`, too.
  if (next.blank_before == 0 && last.columns <= 1 &&
      (begins_with_marker_word(next.text) || is_mention(piece(p))) &&
      std::string_view(".;:!?").find(draft.title.back()) == std::string_view::npos) {
    return true;
  }
  // A hanging line below the words of a list item or label.
  const bool same_page = last.span.page == next.span.page;
  return same_page && next.blank_before == 0 && last.columns <= 1 &&
         next.indent >= piece(draft.piece).fragment->indent + 2 && !draft.title.empty() &&
         draft.title.back() != '.' && draft.title.back() != ';' && draft.title.back() != ':';
}

/// Words of a marker and a number that a sentence goes on behind.
bool TreeBuilder::is_mention(const Piece& line) const {
  return std::any_of(
      line.reading.markers.begin(), line.reading.markers.end(), [&](const grammar::MarkerMatch& match) {
        const grammar::MarkerRule& rule = reader_.rule(match);
        return !rule.bare && !rule.generic && match.begin == 0 && match.number && !match.punctuated &&
               !match.upper_rest && match.rest < line.fragment->text.size();
      });
}

bool TreeBuilder::begins_with_marker_word(std::string_view text) const {
  const std::string word = singular(text.substr(0, std::min(text.find(' '), text.size())));
  return std::find(marker_words_.begin(), marker_words_.end(), word) != marker_words_.end();
}

void TreeBuilder::plain_text(PieceIndex p, std::string_view text) {
  text = text::trimmed(text);
  if (text.empty()) return;
  const Piece& here = piece(p);
  const bool whole = text.size() == here.fragment->text.size();
  if (current_ < 0 || closed_) {
    if (list_document_ && whole && here.reading.bullet && bullet(p)) return;
    const bool heading = here.fragment->heading > 0 || here.fragment->bold ||
                         (here.fragment->blank_before > 0 && text::length(text) <= kShortHeading &&
                          text.back() != '.' && text.back() != ';' && !here.reading.bullet);
    add_section(p, text, heading);
    return;
  }
  if (whole && continue_card_objective(p, text)) return;
  const bool mid_title =
      !node(current_).title.empty() && !node(current_).title_closed && !in_description_ && field_.node < 0;
  if (mid_title && here.reading.bullet && goes_on_with_value(p)) {
    place(p, Place::node, current_, "title", "wrapped");
    add_title_line(current_, p, text);
    return;
  }
  if (mid_title && here.fragment->blank_before == 0 && !here.reading.bullet &&
      ((reader_.ends_with("unfinished", node(current_).title) &&
        !(here.reading.field >= 0 && text::starts_upper(text))) ||
       open_brackets(node(current_).title) > 0 || (text.front() == '(' && here.reading.has_fields))) {
    place(p, Place::node, current_, "title", "bracket");
    add_title_line(current_, p, text);
    return;
  }
  // `- 2020`: what the line above ends with, not an item of a list.
  if (mid_title && whole && here.reading.bullet && here.fragment->blank_before == 0) {
    const auto period = reader_.period(text.substr(here.reading.bullet_end));
    if (period && period->whole) {
      place(p, Place::node, current_, "title", "wrapped");
      add_title_line(current_, p, text);
      return;
    }
  }
  if (whole && here.reading.field >= 0 && start_field(p, 0)) return;
  if (whole && field_.node < 0 && choice(p, text)) return;
  if (whole && text.front() == '(' && here.reading.has_fields && start_field(p, 1)) return;
  if (whole && here.reading.bullet) {
    // A list item that is a field (`- Responsable : X`) belongs to the node above it.
    if (reader_.fields(text.substr(here.reading.bullet_end)).size() > 0 &&
        start_field(p, here.reading.bullet_end))
      return;
    if (field_.node >= 0 && continue_field(p, text.substr(here.reading.bullet_end))) return;
    finish_field();
    if (bullet(p)) return;
  }
  if (field_.node >= 0 && continue_field(p, text)) return;
  finish_field();
  if (here.reading.has_phrases && take_phrases(reader_, node(current_), text)) {
    touch(current_, p);
    place(p, Place::node, current_, "attribute", "phrase", "common");
    node(current_).title_closed = true;
    return;
  }
  if (is_unmarked_heading(p)) {
    end_for_heading(p, text);
    return;
  }
  if (joins_title(p) && !is_prose_below(p, text) && !(here.reading.has_references && !mid_title)) {
    if (stray_cell(p, text)) return;
    place(p, Place::node, current_, "title", "wrapped");
    if (begins_sentence(text)) {
      doubt("prose-in-title",
            "une phrase semble commencer au milieu de l'intitulé : est-ce le texte qui suit le titre ?",
            current_, p, p);
    }
    add_title_line(current_, p, text);
    return;
  }
  if (stray_cell(p, text)) return;
  if (here.reading.has_references && take_reference(reader_, node(current_), text)) {
    touch(current_, p);
    place(p, Place::node, current_, "attribute", "reference", "common");
    return;
  }
  add_description(p, text);
}

Drafts build_tree(const Scan& scan, const Candidates& candidates, const Decoding& decoding,
                  grammar::Reader& reader, const text::Repairer& french) {
  return TreeBuilder(scan, candidates, decoding, reader, french).run();
}

}  // namespace pst::plan

// Text that is no marker, label or cell: what joins a title, the prose below a node, sections and footnotes.
#include <algorithm>

#include "plan/joining.hpp"
#include "plan/tree_builder.hpp"
#include "text/unicode.hpp"

namespace pst::plan {

/// Whether `text`, which is about to be joined to the title, looks like a sentence of its own.
bool TreeBuilder::begins_sentence(std::string_view text) const {
  const std::string& title = out_.nodes[static_cast<std::size_t>(current_)].title;
  return !title.empty() && reader_.is_word("sentence_opener", text) &&
         !reader_.ends_with("unfinished", title) && open_brackets(title) == 0 &&
         text::upper_share(title) <= 0.8;
}

/// Whether the lines from here to the paragraph's end are a text below the heading, though its last line may
/// have been too full for their first word: they begin like a sentence, end like one and are long.
bool TreeBuilder::is_prose_below(PieceIndex p, std::string_view text) const {
  constexpr std::size_t kSentence = 60;
  if (node(current_).bullet || !begins_sentence(text)) return false;
  std::size_t length = text.size();
  PieceIndex last = p;
  for (PieceIndex next = p + 1;
       next < static_cast<PieceIndex>(scan_.pieces.size()) && length < 10 * kSentence; ++next) {
    const Piece& line = piece(next);
    if (line.fragment->blank_before > 0 || line.fragment->columns > 1 || line.reading.bullet ||
        line.reading.field >= 0 || !accepted_[static_cast<std::size_t>(next)].empty()) {
      break;
    }
    length += line.fragment->text.size();
    last = next;
  }
  return length > kSentence && scan_.text(last).back() == '.';
}

/// Whether what looks like a list item is the end of the title's values: `… au guichet - P1` / `- 2020`, or
/// `… [Service travaux` / `– 2029]`.
bool TreeBuilder::goes_on_with_value(PieceIndex p) const {
  const layout::Fragment& here = *piece(p).fragment;
  if (here.blank_before > 0) return false;
  if (open_brackets(node(current_).title) > 0 && (here.text.back() == ']' || here.text.back() == ')'))
    return true;
  const auto period = reader_.period(std::string_view(here.text).substr(piece(p).reading.bullet_end));
  return period && period->whole;
}

/// A heading that opens no node: what follows it is a section, until a marker opens the next node.
bool TreeBuilder::is_unmarked_heading(PieceIndex p) const {
  if (node(current_).title.empty()) return false;
  return heading_[static_cast<std::size_t>(p)];
}

void TreeBuilder::end_for_heading(PieceIndex p, std::string_view text) {
  doubt("unmarked-heading",
        "titre sans numéro ni marqueur au milieu du plan : lu comme une section, vérifiez", -1, p, p);
  end_for_section();
  in_section_ = false;
  add_section(p, text, true);
}

/// What follows is a section, until a marker opens the next node.
void TreeBuilder::end_for_section() {
  flush_strays();
  current_ = base_ = -1;
  reset_list();
  closed_ = true;
}

void TreeBuilder::add_description(PieceIndex p, std::string_view text) {
  constexpr std::size_t kShort = 30;  // letters of a label, not of a sentence
  flush_strays();
  Draft& draft = node(current_);
  const layout::Fragment& next = *piece(p).fragment;
  const bool goes_on =
      in_description_ && last_piece_ >= 0 &&
      (continues(reader_, draft.description, *piece(last_piece_).fragment, next, scan_.layout->wrap_width));
  if (goes_on) {
    join(reader_, french_, draft.description, text, scan_.hard_hyphens);
  } else {
    if (!draft.description.empty()) draft.description += '\n';
    draft.description += text;
  }
  in_description_ = true;
  draft.title_closed = true;
  last_piece_ = p;
  // A paragraph that introduces a list of its own takes the list along, unless it announces actions.
  const bool item = description_list_ && piece(p).reading.bullet;
  description_list_ = item || (text.back() == ':' && (goes_on || text::length(text) > kShort) &&
                               !reader_.is_word("announces_actions", text));
  place(p, Place::node, current_, "description", "paragraph");
}

void TreeBuilder::add_section(PieceIndex p, std::string_view text, bool heading) {
  const layout::Fragment& next = *piece(p).fragment;
  const bool fresh = out_.sections.empty() || !in_section_ ||
                     (heading && !out_.sections.back().text.empty()) ||
                     (heading && out_.sections.back().title.empty());
  in_section_ = true;
  if (fresh) {
    Section section;
    if (heading) {
      section.title = text;
    } else {
      section.text = text;
    }
    section.source = next.span;
    out_.sections.push_back(std::move(section));
  } else {
    Section& section = out_.sections.back();
    const bool goes_on =
        !section.text.empty() && last_piece_ >= 0 && !piece(p).reading.bullet &&
        continues(reader_, section.text, *piece(last_piece_).fragment, next, scan_.layout->wrap_width);
    if (goes_on) {
      join(reader_, french_, section.text, text, scan_.hard_hyphens);
    } else {
      if (!section.text.empty()) section.text += '\n';
      section.text += text;
    }
    section.source.unite(next.span);
  }
  last_piece_ = p;
  place(p, Place::section, -1, "section");
}

/// What stands around a footnote goes on behind it as if it were not there.
void TreeBuilder::add_footnote(PieceIndex p) {
  const layout::Fragment& here = *piece(p).fragment;
  const bool goes_on =
      p > 0 && piece(p - 1).preset == Preset::footnote && !notes_.empty() &&
      piece(p - 1).fragment->span.page == here.span.page &&
      continues(reader_, notes_.back().text, *piece(p - 1).fragment, here, scan_.layout->wrap_width);
  if (goes_on) {
    join(reader_, french_, notes_.back().text, here.text, scan_.hard_hyphens);
    notes_.back().source.unite(here.span);
  } else {
    notes_.push_back({{}, here.text, here.span});
  }
  place(p, Place::section, -1, "section", "footnote");
}

}  // namespace pst::plan

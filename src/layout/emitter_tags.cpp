// What the tags of a document add to its lines: paragraphs, headings, lists, rows over pages, notes.
#include <algorithm>

#include "layout/emitter.hpp"
#include "text/unicode.hpp"

namespace pst::layout {

/// The level of a heading, and the list that an item is of.
void Emitter::add_tags(Fragment& fragment, const TextLine& line) const {
  if (!trust_.headings && !trust_.lists) return;
  const Tag& tag = tags_.of(line);
  fragment.heading = trust_.heading(fragment.heading, tag.heading);
  if (!trust_.lists) return;
  fragment.list = tag.list;
  fragment.list_depth = tag.depth;
}

/// What the tags add: another block is another paragraph; within one, lines go on where their places leave it
/// open.
Flow Emitter::told(Flow flow, const TextLine& above, const TextLine& below, int blank) const {
  if (!trust_.paragraphs) return flow;
  const std::int32_t a = tags_.of(above).block, b = tags_.of(below).block;
  if (a < 0 || b < 0) return flow;
  if (a != b) return Flow::starts;
  if (blank > 0 || flow == Flow::continues) return flow;
  // A line may be broken by hand, but not within a sentence.
  const bool sentence = text::starts_lower(below.text) && !ends_sentence(above.text) &&
                        !begins_with_list_sign(below) && above.size == below.size;
  return flow == Flow::unknown || sentence ? Flow::continues : flow;
}

/// Whether the first line of a region goes on with the paragraph before it, whatever room that one left:
/// beside a box its lines are short, and below the box they stand apart.
bool Emitter::goes_on_elsewhere(const TextLine& line, ColumnEdges edges) const {
  if (!trust_.paragraphs || begins_with_list_sign(line) || above_.line.size != line.size) return false;
  const std::int32_t block = tags_.of(line).block;
  if (block < 0 || block != tags_.of(above_.line).block) return false;
  const bool beside = above_.page == page_ && edges.right != above_.edges.right;
  return beside || (text::starts_lower(line.text) && !ends_sentence(above_.line.text));
}

/// Notes stand between the lines of the page and those of the next, which go on as if they were not there.
void Emitter::add_notes(const std::vector<TextLine>& notes) {
  double right = 0;
  for (const TextLine& line : notes) right = std::max(right, line.box.x1);
  const TextLine* before = nullptr;
  for (const TextLine& line : notes) {
    Fragment fragment = fragment_of(line, add_line(line.text, line.box, LineClass::text, ""));
    out_.lines.back().footnote = fragment.footnote = true;
    fragment.heading = 0;
    fragment.row_start = true;
    fragment.flow = Flow::starts;
    fragment.blank_before = 1;
    if (before != nullptr) {
      fragment.blank_before = blank_lines(*before, line, metrics_.pitches);
      fragment.flow = told(flow_between(*before, line, right, fragment.blank_before, true), *before, line,
                           fragment.blank_before);
    }
    push(std::move(fragment));
    before = &line;
  }
}

/// A tagged row goes on over the page where its tag does.
void Emitter::tagged_row(const Row& one, const Table& table) {
  if (open_.line_index < 0 || open_.element != one.element || open_.page == page_) {
    row(one, table);
    return;
  }
  const auto lines = add_row_lines(one);
  for (std::size_t c = 0; c < one.cells.size(); ++c) {
    const Cell& cell = one.cells[c];
    const TextLine& above = open_.last_lines[static_cast<std::size_t>(cell.column)];
    const std::int32_t block = above.words.empty() ? -1 : tags_.of(above).block;
    const bool one_block = block >= 0 && block == tags_.of(cell.lines.front()).block;
    add_cell(cell, lines[c], one_block || cell_goes_on(cell) != GoesOn::no);
  }
}

}  // namespace pst::layout

// What the structure tree of a tagged PDF says of the words: their paragraphs, headings, lists, notes and
// table cells.
//
// A tree is a claim, and many are wrong. Whoever uses it checks it against the places of the words first:
// what a page shows settles what the tags only say.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "layout/placed.hpp"
#include "source/document.hpp"

namespace pst::layout {

/// What an element says of the text in it.
struct Tag {
  std::int32_t block = -1;  ///< the nearest element that begins a paragraph: itself, or one above it
  std::int32_t cell = -1;   ///< the nearest table cell, into Tags::cells(); -1 outside of tables
  std::int32_t list = -1;   ///< the nearest list within the cell; -1 where there is none
  std::int32_t item = -1;   ///< the nearest item of a list
  std::int8_t heading = 0;  ///< 1 to 6; 0 where it is no heading
  std::int8_t depth = 0;    ///< of that list: 1 for one that stands in no other
  bool note = false;        ///< a footnote
};

/// A cell of a tagged table, in rows and columns of the table.
struct TaggedCell {
  std::int32_t table = -1;   ///< element
  std::int32_t parent = -1;  ///< element of its row
  int row = 0, column = 0;
  int row_span = 1, column_span = 1;
};

/// The tree, read once. Linear in the number of elements, whatever the tree.
class Tags {
 public:
  explicit Tags(const std::vector<source::Element>& structure);

  /// Those of a document that has none.
  static const Tags& none();

  bool empty() const { return tags_.empty(); }
  const std::vector<TaggedCell>& cells() const { return cells_; }
  int columns(std::int32_t table) const;
  /// Whether the cells of a row, and those that reach down into it, fill all columns of its table.
  bool is_whole(std::int32_t row) const { return whole_rows_.count(row) > 0; }

  /// What is known of an element; nothing for -1.
  const Tag& of(std::int32_t element) const;
  /// The same of a line: that of its last word, since a list's sign may be an element of its own.
  const Tag& of(const TextLine& line) const;

 private:
  void place_cells(const std::vector<source::Element>& structure);

  std::vector<Tag> tags_;
  std::vector<TaggedCell> cells_;
  std::unordered_map<std::int32_t, int> columns_;  ///< of each table
  std::unordered_set<std::int32_t> whole_rows_;
};

}  // namespace pst::layout

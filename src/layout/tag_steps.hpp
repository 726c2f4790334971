// Whether the tree of a tagged page comes to words in the order in which geometry found them.
#pragma once

#include <cstddef>
#include <cstdint>

#include "layout/placed.hpp"
#include "layout/table.hpp"
#include "layout/tags.hpp"

namespace pst::layout {

/// Counts how often what comes next stands earlier in the tree.
class Steps {
 public:
  explicit Steps(const Tags& tags) : tags_(tags) {}

  void add(std::int32_t block) {
    back_ += block < last_;
    first_ = first_ < 0 ? block : first_;
    last_ = block;
    ++tagged_;
  }
  void add(const TextLine& line);
  void add(const Cell& cell);
  void add(const Table& table);

  std::size_t back() const { return back_; }
  std::size_t words() const { return words_; }
  std::size_t tagged() const { return tagged_; }
  std::int32_t first() const { return first_; }

 private:
  const Tags& tags_;
  std::int32_t first_ = -1, last_ = -1;
  std::size_t back_ = 0, words_ = 0, tagged_ = 0;
};

/// Whether a table that geometry found is one for the tags: they tell it, or read it row by row, or, where
/// labels stand beside their values, list by list: `Pilote │ Anne │ Budget │ 300 €`.
bool is_read_by_rows(const Tags& tags, const Table& table);

}  // namespace pst::layout

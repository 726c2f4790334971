#include "plan/label_lists.hpp"

#include <algorithm>
#include <cstddef>
#include <span>

namespace pst::plan {
namespace {

using Fragments = std::span<const layout::Fragment>;

/// Where the labels of the list begin, as indices into the left cell; empty where it is none.
std::vector<std::size_t> labels_of(Fragments left, Fragments right, grammar::Reader& reader) {
  std::vector<std::size_t> out;
  if (left.front().span.first_line != right.front().span.first_line) return {};
  grammar::Reading reading;
  for (std::size_t i = 0; i < left.size(); ++i) {
    const bool level = std::any_of(right.begin(), right.end(), [&](const layout::Fragment& value) {
      return value.span.first_line == left[i].span.first_line;
    });
    if (!level) continue;  // the label above it wraps
    reader.read(left[i].text, reading, grammar::Setting::cell);
    if (!reading.field_label) return {};
    out.push_back(i);
  }
  return out;
}

}  // namespace

std::vector<const layout::Fragment*> part_label_lists(const layout::Layout& layout, grammar::Reader& reader,
                                                      std::deque<layout::Fragment>& storage) {
  constexpr std::size_t kFewest = 2;
  const Fragments all(layout.fragments);
  std::vector<const layout::Fragment*> out;
  out.reserve(all.size());
  for (std::size_t i = 0; i < all.size();) {
    std::size_t middle = i, end = i;
    while (end < all.size() && all[end].line_index == all[i].line_index) {
      middle += all[end].column == 0;
      ++end;
    }
    std::vector<std::size_t> labels;
    if (all[i].columns == 2 && middle - i >= kFewest && end - middle >= kFewest)
      labels = labels_of(all.subspan(i, middle - i), all.subspan(middle, end - middle), reader);
    if (labels.size() < kFewest) {
      for (; i < end; ++i) out.push_back(&all[i]);
      continue;
    }
    std::size_t value = middle;
    for (std::size_t k = 0; k < labels.size(); ++k) {
      const std::size_t from = i + labels[k], to = k + 1 < labels.size() ? i + labels[k + 1] : middle;
      const int next = to < middle ? all[to].span.first_line : all[end - 1].span.last_line + 1;
      const std::size_t row = storage.size();
      for (std::size_t f = from; f < to; ++f) storage.push_back(all[f]);
      const std::size_t values = storage.size();
      for (; value < end && all[value].span.first_line < next; ++value) storage.push_back(all[value]);
      for (std::size_t f = row; f < storage.size(); ++f) {
        layout::Fragment& fragment = storage[f];
        fragment.line_index = all[from].span.first_line - 1;
        fragment.last_line_index = next - 2;
        fragment.row_start = f == row;
        if (f > row) fragment.blank_before = 0;
        if (f == row || f == values) fragment.flow = layout::Flow::starts;
        out.push_back(&fragment);
      }
    }
    i = end;
  }
  return out;
}

}  // namespace pst::plan

#include "plan/slashed_numbers.hpp"

#include <set>
#include <string_view>

#include "grammar/reader.hpp"

namespace pst::plan {

bool slashes_part_numbers(const layout::Layout& layout) {
  constexpr std::size_t kFewest = 3;
  std::set<std::string_view> seen;
  for (const layout::Fragment& fragment : layout.fragments) {
    const std::string_view text = fragment.text;
    const auto [begin, end] = grammar::slashed_number(text);
    if (begin < end) seen.insert(text.substr(begin, end - begin));
  }
  return seen.size() >= kFewest && seen.contains("1/1/1") &&
         (seen.contains("1/1/2") || seen.contains("1/2/1"));
}

}  // namespace pst::plan

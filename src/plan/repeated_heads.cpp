#include "plan/repeated_heads.hpp"

#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/unicode.hpp"

namespace pst::plan {
namespace {

constexpr std::size_t kFewest = 3;
constexpr std::size_t kLongest = 120;  ///< bytes

bool may_head(const Piece& piece) {
  const layout::Fragment& fragment = *piece.fragment;
  const std::string& text = fragment.text;
  // The end of a wrapped line is none.
  const bool apart = fragment.flow == layout::Flow::starts ||
                     (fragment.flow == layout::Flow::unknown && fragment.blank_before > 0);
  return apart && !text::starts_lower(text) && piece.preset == Preset::none && fragment.columns <= 1 &&
         piece.reading.markers.empty() && !piece.reading.bullet && piece.reading.field < 0 &&
         text.size() <= kLongest && text.find_last_of(".;:,") != text.size() - 1;
}

}  // namespace

void mark_repeated_heads(Scan& scan) {
  std::unordered_map<std::string_view, std::vector<std::size_t>> lines;
  for (std::size_t p = 0; p < scan.pieces.size(); ++p) {
    if (may_head(scan.pieces[p])) lines[scan.pieces[p].fragment->text].push_back(p);
  }
  for (const auto& [text, at] : lines) {
    bool above_markers = at.size() >= kFewest;
    for (std::size_t i = 0; above_markers && i < at.size(); ++i) {
      above_markers = at[i] + 1 < scan.pieces.size() && !scan.pieces[at[i] + 1].reading.markers.empty();
    }
    if (!above_markers) continue;
    for (const std::size_t p : at) scan.pieces[p].preset = Preset::head_row;
  }
}

}  // namespace pst::plan

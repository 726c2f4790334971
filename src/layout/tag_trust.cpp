#include "layout/tag_trust.hpp"

#include "layout/flow.hpp"
#include "text/unicode.hpp"

namespace pst::layout {
namespace {

class Judge {
 public:
  Judge(const Tags& tags, const Metrics& metrics) : tags_(tags), metrics_(metrics) {}

  void add(const std::vector<TextLine>& lines, double right) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const Tag& tag = tags_.of(lines[i]);
      ++lines_;
      tagged_ += tag.block >= 0;
      headings_ += tag.heading > 0;
      if (i > 0) compare(lines[i - 1], lines[i], right);
    }
  }

  TagTrust verdict() const {
    TagTrust trust;
    trust.paragraphs = tagged_ > 0 && 4 * parted_ <= joined_;
    trust.headings = trust.paragraphs && 5 * headings_ <= 2 * lines_;
    return trust;
  }

 private:
  /// Two lines that are surely of one sentence.
  void compare(const TextLine& above, const TextLine& below, double right) {
    const std::int32_t a = tags_.of(above).block, b = tags_.of(below).block;
    if (a < 0 || b < 0 || !text::starts_lower(below.text) ||
        above.text.find_last_of(".;:!?") == above.text.size() - 1)
      return;
    const int blank = blank_lines(above, below, metrics_.pitches);
    if (flow_between(above, below, right, blank, true) != Flow::continues) return;
    ++joined_;
    parted_ += a != b;
  }

  const Tags& tags_;
  const Metrics& metrics_;
  std::size_t lines_ = 0, tagged_ = 0, headings_ = 0;
  std::size_t joined_ = 0, parted_ = 0;  ///< pairs of lines of one sentence; those that the tags part
};

}  // namespace

TagTrust judge_tags(const Tags& tags, const std::vector<PlacedPage>& pages,
                    const std::vector<PageRegions>& regions, const Metrics& metrics) {
  if (tags.empty()) return {};
  Judge judge(tags, metrics);
  for (std::size_t p = 0; p < pages.size(); ++p) {
    for (const Region& region : regions[p].regions) {
      if (region.table) {
        for (const Row& row : region.table->rows) {
          for (const Cell& cell : row.cells) judge.add(cell.lines, cell.right);
        }
        continue;
      }
      const auto edges = metrics.edges.find(key_of(pages[p], region));
      if (edges != metrics.edges.end()) judge.add(region.lines, edges->second.right);
    }
  }
  return judge.verdict();
}

}  // namespace pst::layout

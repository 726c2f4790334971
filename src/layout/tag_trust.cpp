#include "layout/tag_trust.hpp"

#include "layout/flow.hpp"
#include "text/unicode.hpp"

namespace pst::layout {
namespace {

constexpr double kStep = 0.9;  ///< of the size: items that stand so far apart are not of one list

constexpr double kApart = 1;  ///< of the size: white so wide parts texts that stand side by side

class Judge {
 public:
  Judge(const Tags& tags, const Metrics& metrics) : tags_(tags), metrics_(metrics) {}

  void add(const std::vector<TextLine>& lines, double right, const std::vector<Narrowed>& narrowed) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const Tag& tag = tags_.of(lines[i]);
      ++lines_;
      tagged_ += tag.block >= 0;
      headings_ += tag.heading > 0;
      add_heading(lines[i], tag);
      if (i > 0) compare(lines[i - 1], lines[i], right);
    }
    compare_items(lines, narrowed);
  }

  TagTrust verdict() const {
    TagTrust trust;
    trust.paragraphs = tagged_ > 0 && 4 * parted_ <= joined_;
    trust.contradicted = tagged_ > 0 && !trust.paragraphs;
    trust.headings = trust.paragraphs && 5 * headings_ <= 2 * lines_;
    trust.lists = trust.paragraphs && 10 * misplaced_ <= items_;
    rank_headings(trust);
    return trust;
  }

 private:
  void add_heading(const TextLine& line, const Tag& tag) {
    const auto size = static_cast<std::size_t>(metrics_.heading_level(line.size));
    const auto level = static_cast<std::size_t>(tag.heading);
    if (size < TagTrust::kLevels && level > 0 && level < TagTrust::kLevels) seen_[size][level] = true;
  }

  void rank_headings(TagTrust& trust) const {
    std::int8_t rank = 0;
    for (std::size_t s = 1; s <= TagTrust::kLevels; ++s) {
      const std::size_t size = s % TagTrust::kLevels;  // the body's is the lowest
      bool any = false;
      for (std::size_t level = 1; level < TagTrust::kLevels; ++level) {
        if (!seen_[size][level]) continue;
        trust.levels[size][level] = ++rank;
        if (!any) trust.levels[size][0] = rank;
        any = true;
      }
      if (!any && size > 0 && s <= metrics_.heading_sizes.size()) trust.levels[size][0] = ++rank;
    }
    trust.levels[0][0] = 0;
  }

  /// Items one below the other: those of one list stand under one another, in the order of the tree, and
  /// deeper ones not left of those that they are of. A box beside some of them shifts these.
  void compare_items(const std::vector<TextLine>& lines, const std::vector<Narrowed>& narrowed) {
    const TextLine* before = nullptr;
    const Narrowed* part_before = nullptr;
    for (const TextLine& line : lines) {
      const Narrowed* part = part_of(narrowed, line);
      if (part != part_before) before = nullptr;
      part_before = part;
      const Tag& tag = tags_.of(line);
      if (tag.item < 0) {
        before = nullptr;
        continue;
      }
      if (before != nullptr) {
        const Tag& above = tags_.of(*before);
        if (above.item == tag.item) continue;
        const double step = line.box.x0 - before->box.x0, least = kStep * line.size;
        const bool left = step<-least, right = step> least;
        ++items_;
        misplaced_ += tag.item < above.item || (tag.list == above.list && (left || right)) ||
                      (tag.depth > above.depth && left) || (tag.depth < above.depth && right);
      }
      before = &line;
    }
  }

  /// The block of a line; -1 where blocks stand side by side in it, white between them.
  std::int32_t only_block(const TextLine& line) const {
    for (std::size_t w = 1; w < line.words.size(); ++w) {
      const Word& word = line.words[w];
      const Word& before = line.words[w - 1];
      if (word.box.x0 - before.box.x1 > kApart * line.size &&
          tags_.of(word.element).block != tags_.of(before.element).block)
        return -1;
    }
    return tags_.of(line).block;
  }

  /// Two lines that are surely of one sentence.
  void compare(const TextLine& above, const TextLine& below, double right) {
    const std::int32_t a = only_block(above), b = only_block(below);
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
  std::size_t items_ = 0, misplaced_ = 0;  ///< items below others; those that stand elsewhere than tagged
  std::array<std::array<bool, TagTrust::kLevels>, TagTrust::kLevels> seen_{};  ///< see TagTrust::levels
  std::size_t joined_ = 0, parted_ = 0;  ///< pairs of lines of one sentence; those that the tags part
};

}  // namespace

std::int8_t TagTrust::heading(int size, int tag) const {
  const auto within = [](int level) { return level >= 0 && level < static_cast<int>(kLevels); };
  if (!headings || !within(size) || !within(tag)) return static_cast<std::int8_t>(size);
  return levels[static_cast<std::size_t>(size)][static_cast<std::size_t>(tag)];
}

TagTrust judge_tags(const Tags& tags, const std::vector<PlacedPage>& pages,
                    const std::vector<PageRegions>& regions, const Metrics& metrics) {
  if (tags.empty()) return {};
  Judge judge(tags, metrics);
  for (std::size_t p = 0; p < pages.size(); ++p) {
    for (const Region& region : regions[p].regions) {
      if (region.table) {
        for (const Row& row : region.table->rows) {
          for (const Cell& cell : row.cells) judge.add(cell.lines, cell.right, {});
        }
        continue;
      }
      const auto edges = metrics.edges.find(key_of(pages[p], region));
      if (edges != metrics.edges.end()) judge.add(region.lines, edges->second.right, region.narrowed);
    }
  }
  return judge.verdict();
}

}  // namespace pst::layout

#include "plan/recapitulation.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "plan/figures.hpp"
#include "text/unicode.hpp"

namespace pst::plan {
namespace {

constexpr std::size_t kFewest = 4;  ///< rows that name again what was named

class Finder {
 public:
  explicit Finder(Scan& scan) : scan_(scan) {}

  void run(const std::vector<NamedRow>& rows) {
    for (const NamedRow& row : rows) look_at(row.begin, row.end, row.labels);
    settle(scan_.pieces.size());
  }

 private:
  void look_at(std::size_t begin, std::size_t end, const std::vector<NamedLabel>& labels) {
    const Piece& first = scan_.pieces[begin];
    if (first.preset != Preset::none) return;
    if (labels.empty()) {
      if (goes_on(begin, end)) {
        end_ = end;
      } else {
        settle(begin);
      }
      return;
    }
    const NamedLabel& label = labels.front();
    const bool known = !label.key.empty() && seen_.contains(label.key);
    if (known && says_little_more(label, end)) {
      if (run_.empty()) begin_ = begin;
      run_.push_back(label);
      end_ = end;
      return;
    }
    settle(begin);
    if (!label.key.empty()) seen_.emplace(label.key, begin);
  }

  /// Whether the cells beside the label and its wording are figures, or a few words: a state, a name.
  bool says_little_more(const NamedLabel& label, std::size_t end) const {
    constexpr std::size_t kFewWords = 30;
    for (std::size_t p = label.wording + 1; p < end; ++p) {
      const std::string& cell = scan_.pieces[p].fragment->text;
      if (!says_little(cell) && text::length(cell) > kFewWords) return false;
    }
    return label.wording < end;
  }

  /// The end of a row's wording that wraps, or a row of sums.
  bool goes_on(std::size_t begin, std::size_t end) const {
    if (run_.empty() || scan_.pieces[begin].reading.bullet || scan_.pieces[begin].reading.field >= 0)
      return false;
    const layout::Fragment& here = *scan_.pieces[begin].fragment;
    if (here.columns > 1) {
      return std::all_of(scan_.pieces.begin() + static_cast<std::ptrdiff_t>(begin) + 1,
                         scan_.pieces.begin() + static_cast<std::ptrdiff_t>(end),
                         [](const Piece& piece) { return is_figures(piece.fragment->text); });
    }
    return here.blank_before == 0 && (here.flow == layout::Flow::continues || text::starts_lower(here.text));
  }

  static bool same_form(const NamedLabel& a, const NamedLabel& b) {
    return a.match->marker == b.match->marker && a.match->number->depth == b.match->number->depth;
  }

  bool has_siblings() const {
    for (std::size_t i = 1; i < run_.size(); ++i) {
      const auto before = std::find_if(run_.begin(), run_.begin() + static_cast<std::ptrdiff_t>(i),
                                       [&](const NamedLabel& other) { return same_form(run_[i], other); });
      if (before != run_.begin() + static_cast<std::ptrdiff_t>(i)) return true;
    }
    return false;
  }

  /// Whether what follows the last of them stands below it: then the body begins here.
  bool goes_deeper(std::size_t next) const {
    if (next >= scan_.pieces.size()) return false;
    const Piece& piece = scan_.pieces[next];
    if (piece.reading.bullet || piece.reading.field >= 0) return true;
    const auto& markers = piece.reading.markers;
    return !markers.empty() && markers.front().number &&
           markers.front().number->depth > run_.back().match->number->depth;
  }

  /// The run ends before `next`.
  void settle(std::size_t next) {
    if (run_.size() >= kFewest && has_siblings() && !goes_deeper(next)) {
      for (std::size_t p = begin_; p < end_; ++p) {
        if (scan_.pieces[p].preset == Preset::none) scan_.pieces[p].preset = Preset::recapitulation;
      }
    }
    run_.clear();
  }

  Scan& scan_;
  std::unordered_map<std::string, std::size_t> seen_;  ///< labels with their wording
  std::vector<NamedLabel> run_;                        ///< named again, one right after another
  std::size_t begin_ = 0, end_ = 0;                    ///< pieces of the run
};

}  // namespace

void mark_recapitulations(Scan& scan, const std::vector<NamedRow>& rows) {
  Finder(scan).run(rows);
}

}  // namespace pst::plan

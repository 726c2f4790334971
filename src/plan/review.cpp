#include "plan/review.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "text/unicode.hpp"

namespace pst::plan {
namespace {

class Reviewer {
 public:
  Reviewer(const Scan& scan, Candidates& candidates) : scan_(scan), all_(candidates) {}

  void run() {
    drop_lone_families();
    mark_front_matter();
    find_repeats();
  }

 private:
  /// An open-class word is a marker only where it comes with two numbers at least.
  void drop_lone_families() {
    std::vector<int> new_index(all_.list.size(), -1);
    std::vector<Candidate> kept;
    for (std::size_t i = 0; i < all_.list.size(); ++i) {
      const Family& family = all_.families[static_cast<std::size_t>(all_.list[i].family)];
      if (family.generic && (family.count < 2 || all_.list[i].stop)) continue;
      new_index[i] = static_cast<int>(kept.size());
      kept.push_back(std::move(all_.list[i]));
    }
    for (Candidate& c : kept) {
      if (c.alternative >= 0) c.alternative = new_index[static_cast<std::size_t>(c.alternative)];
    }
    all_.list = std::move(kept);
  }

  /// Where the plan has volets, axes or objectives marked by words, numbered headings before the first of
  /// them are those of a preamble.
  void mark_front_matter() {
    const auto strong = [&](const Candidate& c) {
      const Family& f = all_.families[static_cast<std::size_t>(c.family)];
      return !c.boundary && !c.inside && !f.bare && !f.weak && !f.generic && !f.heading && !f.cell &&
             c.restored.empty() && f.kinds != 0 && f.preferred <= Kind::strategic_objective;
    };
    const auto first = std::find_if(all_.list.begin(), all_.list.end(), strong);
    if (first == all_.list.end()) return;
    for (auto c = all_.list.begin(); c != first; ++c) {
      const Family& f = all_.families[static_cast<std::size_t>(c->family)];
      // The heading right above the first objective may well be its axis.
      const bool right_above =
          std::next(c) == first && first->number && first->piece == c->piece + 1 &&
          all_.families[static_cast<std::size_t>(first->family)].preferred == Kind::strategic_objective;
      c->before_plan = (f.bare || f.weak || f.generic || f.heading) && !right_above;
    }
  }

  /// An objective named twice is one node: `same_as` where rung, number and wording agree.
  void find_repeats() {
    constexpr std::size_t kMostAlike = 24;  // objectives of one number that are compared
    std::unordered_map<std::string, std::vector<std::pair<int, std::string>>> seen;
    for (std::size_t i = 0; i < all_.list.size(); ++i) {
      Candidate& c = all_.list[i];
      const Family& family = all_.families[static_cast<std::size_t>(c.family)];
      if (family.preferred == Kind::volet && family.kinds != 0) seen.clear();  // each volet names its own
      if (c.boundary || c.inside || c.is_alternative || family.heading || family.cell) continue;
      if (family.preferred > Kind::operational_objective) continue;
      const std::string wording = text::fold(std::string_view(scan_.text(c.piece)).substr(c.rest));
      auto& earlier = seen[family.key + "/" + (c.number ? c.number->canonical() : std::string())];
      for (const auto& [e, theirs] : earlier) {
        const bool alike =
            wording.size() >= 8 && theirs.size() >= 8 &&
            (wording == theirs || wording.rfind(theirs, 0) == 0 || theirs.rfind(wording, 0) == 0);
        if (alike) {
          c.same_as = e;
          break;
        }
      }
      if (c.same_as < 0 && earlier.size() < kMostAlike) earlier.emplace_back(static_cast<int>(i), wording);
    }
  }

  const Scan& scan_;
  Candidates& all_;
};

}  // namespace

void review(const Scan& scan, Candidates& candidates) {
  Reviewer(scan, candidates).run();
}

}  // namespace pst::plan

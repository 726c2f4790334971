#include "plan/other_plans.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "plan/doubt.hpp"
#include "text/unicode.hpp"

namespace pst::plan {
namespace {

class Finder {
 public:
  Finder(const Scan& scan, Candidates& candidates, std::vector<source::Diagnostic>& out)
      : scan_(scan), all_(candidates), out_(out) {}

  void run() {
    for (std::size_t i = 0; i < all_.list.size(); ++i) {
      if (!all_.list[i].other) continue;
      if (alike_.empty()) index();
      part(i + 1);
    }
  }

 private:
  /// A marker of words with its number: what else there is follows it.
  bool is_label(const Candidate& c) const {
    const Family& f = all_.families[static_cast<std::size_t>(c.family)];
    return c.number && !c.boundary && !c.inside && !c.is_alternative && !f.bare && !f.weak && !f.generic &&
           !f.heading;
  }

  static bool same_label(const Candidate& a, const Candidate& b) {
    return a.family == b.family && a.number == b.number;
  }

  static std::string key(const Candidate& c) {
    return std::to_string(c.family) + '#' + c.number->canonical();
  }

  /// The labels of the document by family and number, a few of each.
  void index() {
    constexpr std::size_t kMostAlike = 16;
    for (std::size_t i = 0; i < all_.list.size(); ++i) {
      if (!is_label(all_.list[i])) continue;
      auto& alike = alike_[key(all_.list[i])];
      if (alike.size() < kMostAlike) alike.push_back(i);
    }
  }

  std::string wording(const Candidate& c) const {
    std::string_view text = scan_.text(c.piece);
    text.remove_prefix(std::min(c.rest, text.size()));
    const bool below = text.empty() && c.piece + 1 < static_cast<int>(scan_.pieces.size());
    return text::fold(below ? std::string_view(scan_.text(c.piece + 1)) : text);
  }

  /// What stands from here to the next boundary, the next volet or the first label once more.
  void part(std::size_t begin) {
    std::size_t first = begin;
    while (first < all_.list.size() && !is_label(all_.list[first])) {
      if (ends_part(all_.list[first])) return;
      ++first;
    }
    if (first == all_.list.size()) return;
    std::size_t end = first + 1;
    while (end < all_.list.size() && !ends_part(all_.list[end]) &&
           !(is_label(all_.list[end]) && same_label(all_.list[end], all_.list[first]) &&
             all_.list[end].piece != all_.list[first].piece)) {
      ++end;
    }
    if (!says_otherwise(begin, first, end)) return;
    source::Span span;
    for (std::size_t i = begin; i < end; ++i) {
      all_.list[i].mentioned = true;
      span.unite(scan_.pieces[static_cast<std::size_t>(all_.list[i].piece)].fragment->span);
    }
    source::Diagnostic doubt = reading_doubt(
        "other-plan",
        "ces numéros, avec d'autres intitulés que dans le plan, sont lus comme ceux d'un autre plan", span);
    doubt.severity = source::Severity::info;
    out_.push_back(std::move(doubt));
  }

  bool ends_part(const Candidate& c) const {
    const Family& f = all_.families[static_cast<std::size_t>(c.family)];
    return c.boundary || (f.kinds == grammar::kind_bit(Kind::volet) && !f.heading);
  }

  /// Whether the first label, and most of those that stand elsewhere too, have other words there.
  bool says_otherwise(std::size_t begin, std::size_t first, std::size_t end) const {
    int elsewhere = 0, alike = 0;
    for (std::size_t i = first; i < end; ++i) {
      if (!is_label(all_.list[i])) continue;
      bool found = false, same = false;
      const std::string mine = wording(all_.list[i]);
      for (const std::size_t o : alike_.at(key(all_.list[i]))) {
        if (same || (o >= begin && o < end)) continue;
        found = true;
        const std::string theirs = wording(all_.list[o]);
        same = theirs.starts_with(mine) || mine.starts_with(theirs);
      }
      if (i == first && (!found || same)) return false;
      elsewhere += found;
      alike += same;
    }
    return 2 * alike < elsewhere;
  }

  const Scan& scan_;
  Candidates& all_;
  std::vector<source::Diagnostic>& out_;
  std::unordered_map<std::string, std::vector<std::size_t>> alike_;
};

}  // namespace

void set_other_plans_aside(const Scan& scan, Candidates& candidates,
                           std::vector<source::Diagnostic>& diagnostics) {
  Finder(scan, candidates, diagnostics).run();
}

}  // namespace pst::plan

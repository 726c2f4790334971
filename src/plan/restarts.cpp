#include "plan/restarts.hpp"

#include <algorithm>
#include <array>

#include "plan/branches.hpp"
#include "plan/doubt.hpp"

namespace pst::plan {
namespace {

class Finder {
 public:
  Finder(const Drafts& drafts, std::vector<source::Diagnostic>& out)
      : drafts_(drafts), out_(out), branches_(branch_spans(drafts)) {}

  void run() {
    look_at(drafts_.roots);
    for (const Draft& draft : drafts_.nodes) look_at(draft.children);
  }

 private:
  void look_at(const std::vector<int>& siblings) {
    std::array<int, kKinds> last{};
    std::array<source::Span, kKinds> doubted{};
    for (const int n : siblings) {
      const Draft& draft = drafts_.nodes[static_cast<std::size_t>(n)];
      const auto kind = static_cast<std::size_t>(draft.kind);
      if (!draft.number || draft.number->depth != 1) continue;
      const int number = draft.number->last();
      if (doubted[kind].first_line > 0 || (number == 1 && last[kind] > 1))
        doubted[kind].unite(branches_[static_cast<std::size_t>(n)]);
      last[kind] = number;
    }
    for (const source::Span& span : doubted) {
      if (span.first_line == 0) continue;
      out_.push_back(reading_doubt("numbers-restart",
                                   "les numéros recommencent à 1 sous le même élément : un titre a pu "
                                   "échapper au-dessus, vérifiez",
                                   span));
    }
  }

  const Drafts& drafts_;
  std::vector<source::Diagnostic>& out_;
  std::vector<source::Span> branches_;
};

}  // namespace

void doubt_restarts(const Drafts& drafts, std::vector<source::Diagnostic>& diagnostics) {
  Finder(drafts, diagnostics).run();
}

}  // namespace pst::plan

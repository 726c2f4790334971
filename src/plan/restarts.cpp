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
    std::array<int, kKinds> last{}, restarts{};
    std::array<source::Span, kKinds> doubted{}, all{};
    for (const int n : siblings) {
      const Draft& draft = drafts_.nodes[static_cast<std::size_t>(n)];
      const auto kind = static_cast<std::size_t>(draft.kind);
      if (!draft.number || draft.number->depth != 1) continue;
      const int number = draft.number->last();
      const bool again = number == 1 && last[kind] > 1;
      restarts[kind] += again;
      all[kind].unite(branches_[static_cast<std::size_t>(n)]);
      if (doubted[kind].first_line > 0 || again) doubted[kind].unite(branches_[static_cast<std::size_t>(n)]);
      last[kind] = number;
    }
    for (std::size_t kind = 0; kind < doubted.size(); ++kind) {
      if (restarts[kind] == 0) continue;
      // Where they begin again and again, the first of them may be of another rung, too.
      const source::Span& span = restarts[kind] > 1 ? all[kind] : doubted[kind];
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

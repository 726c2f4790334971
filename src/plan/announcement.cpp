#include "plan/announcement.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "text/unicode.hpp"

namespace pst::plan {
namespace {

constexpr std::size_t kFewest = 3;  ///< labels that make a list

class Finder {
 public:
  Finder(Scan& scan, grammar::Reader& reader, const std::vector<NamedRow>& rows)
      : scan_(scan), reader_(reader), rows_(rows) {
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      for (const NamedLabel& label : rows_[r].labels) {
        if (!label.key.empty()) named_[label.key].push_back(r);
      }
    }
  }

  void run() {
    for (std::size_t first = 0; first < rows_.size();) {
      if (is_chapter(rows_[first], first)) {
        ++first;
        continue;
      }
      const std::size_t end = list_from(first);
      if (end > first && comes_again(first, end)) {
        for (std::size_t p = rows_[first].begin; p < rows_[end - 1].end; ++p) {
          if (scan_.pieces[p].preset == Preset::none) scan_.pieces[p].preset = Preset::recapitulation;
        }
      }
      first = std::max(end, first + 1);
    }
  }

 private:
  /// Behind the rows from `first` on that follow one another, each with labels of its own or the end of the
  /// wording above it. A label that the list has already begins what follows.
  std::size_t list_from(std::size_t first) const {
    std::unordered_set<std::string> seen;
    std::size_t r = first;
    for (; r < rows_.size(); ++r) {
      const NamedRow& row = rows_[r];
      const Piece& piece = scan_.pieces[row.begin];
      if (piece.preset != Preset::none || is_chapter(row, r)) break;
      if (row.labels.empty()) {
        if (r == first || !goes_on(piece)) break;
        continue;
      }
      const auto again = [&](const NamedLabel& label) {
        return !label.key.empty() && !seen.insert(label.key).second;
      };
      if (std::any_of(row.labels.begin(), row.labels.end(), again)) break;
    }
    return r;
  }

  static bool goes_on(const Piece& piece) {
    const layout::Fragment& here = *piece.fragment;
    return !piece.reading.bullet && piece.reading.field < 0 && here.columns <= 1 && here.blank_before == 0 &&
           (here.flow == layout::Flow::continues || text::starts_lower(here.text));
  }

  /// A chapter's heading above or below the list, as `B) Aperçu`, which never comes again.
  bool is_chapter(const NamedRow& row, std::size_t at) const {
    if (row.labels.size() != 1) return false;
    const NamedLabel& label = row.labels.front();
    if (!reader_.rule(*label.match).bare || label.match->number->depth > 1) return false;
    const auto found = named_.find(label.key);
    return found == named_.end() || found->second.back() <= at;
  }

  /// Whether all the list says is said again behind it, with more beside its labels or between them.
  bool comes_again(std::size_t first, std::size_t end) const {
    std::size_t labels = 0, from = rows_.size(), to = 0;
    bool more = false;  // is said behind it
    for (std::size_t r = first; r < end; ++r) {
      if (!says_nothing_else(rows_[r])) return false;
      for (const NamedLabel& label : rows_[r].labels) {
        const auto found = named_.find(label.key);
        if (label.key.empty() || found == named_.end()) return false;
        const auto later = std::lower_bound(found->second.begin(), found->second.end(), end);
        if (later == found->second.end()) return false;
        from = std::min(from, *later);
        to = std::max(to, *later);
        more = more || !says_nothing_else(rows_[*later]);
        ++labels;
      }
    }
    return labels >= kFewest && (more || to - from + 1 > labels);
  }

  bool says_nothing_else(const NamedRow& row) const {
    for (std::size_t p = row.begin; p < row.end; ++p) {
      const bool named = row.labels.empty() ||
                         std::any_of(row.labels.begin(), row.labels.end(), [&](const NamedLabel& label) {
                           return label.piece == p || label.wording == p;
                         });
      if (!named && !says_little(scan_.pieces[p].fragment->text)) return false;
    }
    return true;
  }

  Scan& scan_;
  grammar::Reader& reader_;
  const std::vector<NamedRow>& rows_;
  std::unordered_map<std::string, std::vector<std::size_t>> named_;  ///< the rows that name it, in order
};

}  // namespace

void mark_announcements(Scan& scan, grammar::Reader& reader, const std::vector<NamedRow>& rows) {
  Finder(scan, reader, rows).run();
}

}  // namespace pst::plan

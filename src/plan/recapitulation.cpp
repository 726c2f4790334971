#include "plan/recapitulation.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "plan/figures.hpp"
#include "plan/table_cells.hpp"
#include "text/unicode.hpp"

namespace pst::plan {
namespace {

constexpr std::size_t kFewest = 4;  ///< rows that name again what was named

class Finder {
 public:
  explicit Finder(Scan& scan) : scan_(scan) {
    for (const TableHead& head : scan.heads)
      gives_values_.push_back(std::any_of(head.roles.begin(), head.roles.end(), is_attribute));
  }

  void run(const std::vector<NamedRow>& rows) {
    for (const NamedRow& row : rows) look_at(row);
    settle(scan_.pieces.size());
  }

 private:
  void look_at(const NamedRow& row) {
    const Preset preset = scan_.pieces[row.begin].preset;
    if (preset != Preset::none && !(preset == Preset::figures && has_values(row))) return;
    if (row.labels.empty() ? recalls_title(row) : recalls_all(row)) {
      if (run_.empty()) begin_ = row.begin;
      run_.push_back(row.labels.empty() ? nullptr : row.labels.back().match);
      end_ = row.end;
      return;
    }
    if (row.labels.empty() && goes_on(row)) {
      end_ = row.end;
      return;
    }
    settle(row.begin);
    for (const NamedLabel& label : row.labels) {
      if (label.key.empty() || !seen_.insert(label.key).second || gives_values_.empty()) continue;
      std::vector<std::string>& alike = wordings_[label.match->number->canonical()];
      if (alike.size() < kMostAlike) alike.push_back(label.words);
    }
  }

  /// Whether it is a row of a table whose head names attributes.
  bool has_values(const NamedRow& row) const {
    const Piece& first = scan_.pieces[row.begin];
    return first.fragment->columns > 1 && first.table >= 0 &&
           gives_values_[static_cast<std::size_t>(first.table)];
  }

  bool recalls_all(const NamedRow& row) const {
    const bool values = has_values(row);
    for (const NamedLabel& label : row.labels) {
      if (!seen_.contains(label.key) && !(values && recalls_number(row, label))) return false;
    }
    const NamedLabel& last = row.labels.back();
    return last.wording < row.end && says_little_more(last.wording + 1, row.end);
  }

  /// A known number alone in its cell, or with the first of its words.
  bool recalls_number(const NamedRow& row, const NamedLabel& label) const {
    const auto known = wordings_.find(label.match->number->canonical());
    if (known == wordings_.end()) return false;
    const std::string& cell = scan_.pieces[label.piece].fragment->text;
    if (label.wording == label.piece && label.match->rest >= cell.size()) return label.piece + 1 < row.end;
    return !label.words.empty() &&
           std::any_of(known->second.begin(), known->second.end(),
                       [&](const std::string& words) { return words.starts_with(label.words); });
  }

  /// A row without labels whose wording was read before, outside its own table.
  bool recalls_title(const NamedRow& row) {
    if (!has_values(row)) return false;
    read_titles(row.begin);
    bool named = false;
    std::size_t behind = row.begin;
    for (std::size_t p = row.begin; p < row.end; ++p) {
      const Piece& piece = scan_.pieces[p];
      const std::string& role = scan_.role(piece);
      if (!(kind_named(role) || role == "title")) continue;
      const auto known = titles_.find(first_words(piece.fragment->text));
      if (known == titles_.end() || known->second == piece.table) return false;
      named = true;
      behind = p + 1;
    }
    return named && says_little_more(behind, row.end);
  }

  /// Notes the wordings of the pieces before `end`, with their table.
  void read_titles(std::size_t end) {
    for (; titles_end_ < end; ++titles_end_) {
      const Piece& piece = scan_.pieces[titles_end_];
      if (piece.preset != Preset::none) continue;
      std::string_view wording = piece.fragment->text;
      std::size_t rest = piece.reading.bullet ? piece.reading.bullet_end : 0;
      if (!piece.reading.markers.empty()) rest = piece.reading.markers.front().rest;
      wording.remove_prefix(std::min(rest, wording.size()));
      std::string words = first_words(wording);
      if (!words.empty()) titles_.emplace(std::move(words), piece.table);
    }
  }

  /// Whether the cells beside the label and its wording are figures, or a few words: a state, a name; or what
  /// the head says is a name.
  bool says_little_more(std::size_t begin, std::size_t end) const {
    constexpr std::size_t kFewWords = 30;
    for (std::size_t p = begin; p < end; ++p) {
      const std::string& cell = scan_.pieces[p].fragment->text;
      if (says_little(cell)) continue;
      const std::string& role = scan_.role(scan_.pieces[p]);
      if (kind_named(role) || role == "title") return false;
      if (text::length(cell) > kFewWords && role != "responsible") return false;
    }
    return true;
  }

  /// The end of a row's wording that wraps, or a row of sums.
  bool goes_on(const NamedRow& row) const {
    const Piece& first = scan_.pieces[row.begin];
    if (run_.empty() || first.reading.bullet || first.reading.field >= 0) return false;
    const layout::Fragment& here = *first.fragment;
    if (here.columns > 1) {
      return std::all_of(scan_.pieces.begin() + static_cast<std::ptrdiff_t>(row.begin) + 1,
                         scan_.pieces.begin() + static_cast<std::ptrdiff_t>(row.end),
                         [](const Piece& piece) { return is_figures(piece.fragment->text); });
    }
    return here.blank_before == 0 && (here.flow == layout::Flow::continues || text::starts_lower(here.text));
  }

  static bool same_form(const grammar::MarkerMatch* a, const grammar::MarkerMatch* b) {
    if (a == nullptr || b == nullptr) return a == b;
    return a->marker == b->marker && a->number->depth == b->number->depth;
  }

  bool has_siblings() const {
    for (std::size_t i = 1; i < run_.size(); ++i) {
      const auto before = std::find_if(run_.begin(), run_.begin() + static_cast<std::ptrdiff_t>(i),
                                       [&](const auto* other) { return same_form(run_[i], other); });
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
    return !markers.empty() && markers.front().number && run_.back() != nullptr &&
           markers.front().number->depth > run_.back()->number->depth;
  }

  /// The run ends before `next`.
  void settle(std::size_t next) {
    if (run_.size() >= kFewest && has_siblings() && !goes_deeper(next)) {
      for (std::size_t p = begin_; p < end_; ++p) {
        Preset& preset = scan_.pieces[p].preset;
        if (preset == Preset::none || preset == Preset::figures) preset = Preset::recapitulation;
      }
    }
    run_.clear();
  }

  static constexpr std::size_t kMostAlike = 8;  ///< so many wordings of one number are enough to know it by

  Scan& scan_;
  std::vector<bool> gives_values_;                                      ///< by head
  std::unordered_set<std::string> seen_;                                ///< labels with their wording
  std::unordered_map<std::string, std::vector<std::string>> wordings_;  ///< by number
  std::unordered_map<std::string, int> titles_;  ///< wordings without labels, with their table
  std::size_t titles_end_ = 0;
  std::vector<const grammar::MarkerMatch*> run_;  ///< named again, one right after another; null for a title
  std::size_t begin_ = 0, end_ = 0;               ///< pieces of the run
};

}  // namespace

void mark_recapitulations(Scan& scan, const std::vector<NamedRow>& rows) {
  Finder(scan).run(rows);
}

}  // namespace pst::plan

#include "plan/facts.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <map>

#include "layout/cells.hpp"
#include "plan/joining.hpp"
#include "plan/municipalities.hpp"
#include "text/bytes.hpp"
#include "text/casing.hpp"
#include "text/unicode.hpp"

namespace pst::plan {
namespace {

using grammar::FactMatch;

constexpr int kFrontPieces = 60;  ///< pieces of front matter that are asked for facts
constexpr int kTitlePieces = 25;  ///< the title page at its longest
constexpr std::size_t kProse = 140;
constexpr std::size_t kProseLine = 60;  ///< characters: a typed line so long goes on below, no title's does
constexpr text::ByteSet kWordEnds(" '(\"");

std::string iso_date(const FactMatch& match) {
  if (!match.year || !match.month || !match.day) return {};
  const std::chrono::year_month_day date{std::chrono::year(*match.year),
                                         std::chrono::month(static_cast<unsigned>(*match.month)),
                                         std::chrono::day(static_cast<unsigned>(*match.day))};
  if (!date.ok()) return {};
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02d", *match.year, *match.month, *match.day);
  return buffer;
}

/// `VALMONT-SUR-SAMBRE` as `Valmont-sur-Sambre`; names in mixed case stay.
std::string proper_case(const std::string& name) {
  if (text::upper_share(name) < 0.95 || text::length(name) < 3) return name;
  return text::title_case(name);
}

class FactReader {
 public:
  FactReader(grammar::Reader& reader, const text::Repairer& french, const Scan& scan, int first_node,
             DocumentFacts& out)
      : reader_(reader), french_(french), scan_(scan), first_node_(first_node), out_(out) {}

  void run(const std::string& file) {
    const int front = std::min(first_node_, static_cast<int>(scan_.pieces.size()));
    bool title_page = true;
    std::size_t paragraph = 0, above = 0;
    for (int p = 0; p < std::min(front, kFrontPieces); ++p) {
      const Piece& piece = scan_.pieces[static_cast<std::size_t>(p)];
      const std::string& text = piece.fragment->text;
      if (piece.preset == Preset::head_row || piece.preset == Preset::contents) continue;
      const layout::Fragment& f = *piece.fragment;
      const bool goes_on =
          f.flow == layout::Flow::continues ||
          (f.flow == layout::Flow::unknown && f.blank_before == 0 && (f.span.box || above >= kProseLine));
      above = text::length(text);
      paragraph = above + (goes_on ? paragraph : 0);
      std::string whole = text;
      while (title_page && p + 1 < front && wraps(whole, p + 1)) {
        above = text::length(scan_.text(++p));
        paragraph += above;
        join(reader_, french_, whole, scan_.text(p), scan_.hard_hyphens);
      }
      if (p >= kTitlePieces || paragraph > kProse) title_page = false;
      read_piece(whole, title_page);
    }
    if (!out_.adopted_on || !out_.period) read_wrapped_dates(std::min(front, kTitlePieces));
    if (out_.title.empty() || !out_.period || votes_.empty()) read_running_heads();
    if (front == 0 && !scan_.pieces.empty()) read_piece(scan_.text(0), false);
    if (out_.title.empty() && front > 0) {
      const Piece& first = scan_.pieces.front();
      const bool words = first.preset == Preset::none && first.fragment->columns <= 1;
      if (words) out_.title = scan_.text(0);
    }
    choose_organisation(file);
  }

 private:
  void read_piece(const std::string& text, bool title_page) {
    bool titled = false;
    std::optional<int> year;
    std::optional<Period> span;
    for (const FactMatch& match : reader_.facts(text)) {
      const std::string& fact = match.rule->fact;
      if (match.rule->title_page && !title_page) continue;
      if (fact == "organisation") {
        vote(match.text, match.rule->value, title_page ? 10 : 3);
      } else if (fact == "cpas") {
        cpas_ += title_page ? 5 : 1;
      } else if (fact == "title") {
        if (title_page && out_.title.empty()) out_.title = text::collapse(match.text);
        titled = true;
      } else if (fact == "period" && match.start && match.end && *match.start < *match.end &&
                 *match.end - *match.start <= 12) {
        span = Period{match.start, match.end};
      } else if (fact == "year") {
        year = match.year;
      } else if (fact == "adopted_on" && !out_.adopted_on) {
        if (std::string date = iso_date(match); !date.empty()) out_.adopted_on = std::move(date);
      }
    }
    if (span && !out_.period && (title_page || titled)) out_.period = span;
    if (year && !span && titled && title_page && !out_.year) out_.year = year;
  }

  /// `CPAS de Braine-le-` / `Comte`, `Centre public` / `d'action sociale`: a line of the title page that goes
  /// on in the piece below it.
  bool wraps(const std::string& above, int below) {
    const layout::Fragment& next = *scan_.pieces[static_cast<std::size_t>(below)].fragment;
    if (next.blank_before > 0 || next.columns > 1 || next.part > 0 || text::length(above) > kProse)
      return false;
    return ends_with_hyphen(above) || reader_.ends_with("unfinished", above) ||
           reader_.word_prefix("name_goes_on", next.text) > 0;
  }

  /// Whether what a tag sets aside stands there on the next page, too.
  static bool is_aside_again(const layout::Layout& layout, std::size_t line) {
    const auto is_aside = [&](std::size_t i) { return std::string_view(layout.lines[i].rule) == "aside"; };
    const int page = layout.lines[line].page;
    if (!is_aside(line)) return false;
    for (std::size_t i = line + 1; i < layout.lines.size() && layout.lines[i].page <= page + 1; ++i) {
      if (layout.lines[i].page > page && is_aside(i) && layout.raw[i] == layout.raw[line]) return true;
    }
    return false;
  }

  /// What stands at the head or foot of every page, where the text before the plan does not say it.
  void read_running_heads() {
    constexpr std::size_t kMostHeads = 4;
    constexpr int kColumnGap = 3;  // spaces
    std::vector<std::string_view> seen;
    const layout::Layout& layout = *scan_.layout;
    for (std::size_t i = 0; i < layout.lines.size() && seen.size() < kMostHeads; ++i) {
      const std::string_view rule = layout.lines[i].rule;
      if (rule != "running-head" && rule != "running-foot" && !is_aside_again(layout, i)) continue;
      if (std::find(seen.begin(), seen.end(), layout.raw[i]) != seen.end()) continue;
      seen.push_back(layout.raw[i]);
      for (const layout::CellSlice& part : layout::split_spaced(layout.raw[i], kColumnGap))
        read_piece(std::string(part.text), out_.title.empty());
    }
  }

  /// `Séance du Conseil du 17` / `décembre 2018`, `Plan 2019-` / `2024`: a line broken within the date.
  void read_wrapped_dates(int pieces) {
    for (int p = 1; p < pieces && !(out_.adopted_on && out_.period); ++p) {
      if (scan_.pieces[static_cast<std::size_t>(p)].fragment->blank_before > 0) continue;
      const std::string& above = scan_.text(p - 1);
      for (const FactMatch& match : reader_.facts(above + ' ' + scan_.text(p))) {
        if (match.rule->fact == "adopted_on" && !out_.adopted_on) {
          if (std::string date = iso_date(match); !date.empty()) out_.adopted_on = std::move(date);
        } else if (match.rule->fact == "period" && !out_.period && text::length(above) <= kProse &&
                   match.start && match.end && *match.start < *match.end && *match.end - *match.start <= 12) {
          out_.period = Period{match.start, match.end};
        }
      }
    }
  }

  void vote(const std::string& name, const std::string& kind, int weight) {
    if (name.empty()) return;
    std::string key;
    Organisation organisation;
    organisation.kind = kind;
    if (const auto known = leading_municipality(name)) {
      organisation.name = known->name;
      organisation.ins = known->ins;
    } else {
      const std::size_t stop = stop_word(name);
      const std::string plain = text::collapse(std::string_view(name).substr(0, stop));
      if (plain.empty()) return;
      if (const auto near = find_municipality(plain)) {
        organisation.name = near->name;
        organisation.ins = near->ins;
      } else {
        organisation.name = proper_case(plain);
      }
    }
    key = text::fold(organisation.name);
    auto& entry = votes_[key];
    if (entry.second.name.empty()) {
      entry.second = organisation;
      entry.first = 0;
      order_.push_back(key);
    }
    if (kind == "CPAS") entry.second.kind = kind;
    entry.first += weight * (kind == "CPAS" ? 2 : 1);
  }

  /// Where a name ends because a common word of titles begins; no municipality's is longer than kLongest.
  std::size_t stop_word(const std::string& name) {
    constexpr std::size_t kLongest = 120;  // bytes
    std::size_t begin = 0;
    while (begin < name.size() && begin < kLongest) {
      const std::size_t end = std::min(name.find(' ', begin), name.size());
      if (begin > 0 && reader_.word_prefix("name_stop", std::string_view(name).substr(begin)) > 0)
        return begin;
      begin = end + 1;
    }
    return name.size();
  }

  void choose_organisation(const std::string& file) {
    if (votes_.empty()) {
      for (std::size_t p = 0; p < scan_.pieces.size(); ++p) count_mentions(scan_.text(static_cast<int>(p)));
      if (const std::string stem = file.substr(0, file.find_first_of(".")); !stem.empty()) {
        if (const auto named = leading_municipality(stem)) mentions_[named->name] += 2;
      }
      const auto best = std::max_element(mentions_.begin(), mentions_.end(),
                                         [](const auto& a, const auto& b) { return a.second < b.second; });
      if (best == mentions_.end()) return;
      const auto known = find_municipality(best->first);
      if (!known) return;
      out_.organisation =
          Organisation{known->name, cpas_ > 0 || speaks_of_cpas_ ? "CPAS" : "commune", known->ins};
      return;
    }
    const auto best = std::max_element(order_.begin(), order_.end(), [&](const auto& a, const auto& b) {
      return votes_[a].first < votes_[b].first;
    });
    out_.organisation = votes_[*best].second;
    // `Commune de X` on the title page of a plan that speaks of its CPAS from the first line.
    if (out_.organisation->kind == "commune" && cpas_ >= 5) out_.organisation->kind = "CPAS";
  }

  /// Municipalities named in running text, by how often; words in capitals at a sentence's start count too.
  void count_mentions(const std::string& text) {
    std::size_t begin = 0;
    while (begin < text.size()) {
      const std::size_t end = std::min(text::find_any(text, kWordEnds, begin), text.size());
      const std::string_view word = std::string_view(text).substr(begin, end - begin);
      if (word.size() > 3 && text::starts_upper(word)) {
        if (const auto named = leading_municipality(std::string_view(text).substr(begin, 40))) {
          // Names that are words too (`Celles`, `Ans`) need more than a capital.
          if (text::length(named->name) > 4) ++mentions_[named->name];
        }
        speaks_of_cpas_ = speaks_of_cpas_ || text::fold(word) == "cpas";
      }
      begin = end + 1;
      if (end < text.size() && end + 2 < text.size() && text.compare(end, 3, "’") == 0) begin = end + 3;
    }
  }

  grammar::Reader& reader_;
  const text::Repairer& french_;
  const Scan& scan_;
  int first_node_;
  DocumentFacts& out_;
  std::map<std::string, std::pair<int, Organisation>> votes_;
  std::vector<std::string> order_;
  std::map<std::string, int> mentions_;
  int cpas_ = 0;
  bool speaks_of_cpas_ = false;
};

}  // namespace

void read_facts(grammar::Reader& reader, const text::Repairer& french, const Scan& scan, int first_node,
                const std::string& file, DocumentFacts& out) {
  FactReader(reader, french, scan, first_node, out).run(file);
}

}  // namespace pst::plan

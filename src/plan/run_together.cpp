#include "plan/run_together.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "plan/kinds.hpp"
#include "plan/wording.hpp"
#include "text/ascii.hpp"
#include "text/unicode.hpp"

namespace pst::plan {
namespace {

constexpr std::size_t kFewestRows = 3;
constexpr std::size_t kFewestHeads = 3;
constexpr std::size_t kLongestHeads = 100;  ///< bytes of their line
constexpr std::size_t kMostWords = 5;       ///< of one head
constexpr std::size_t kLongestName = 50;    ///< bytes

/// Without what a scan leaves at the end of a line.
std::string_view without_debris(std::string_view text) {
  constexpr std::string_view kDebris = " .,:;|-_'";
  while (!text.empty() && kDebris.find(text.back()) != std::string_view::npos) text.remove_suffix(1);
  return text;
}

/// Where the years begin that end the text; none where nothing else stands before them.
std::optional<std::size_t> trailing_years(std::string_view text) {
  constexpr std::size_t kYear = 4;
  const auto is_year = [](std::string_view token) {
    return token.size() == kYear && (token.starts_with("19") || token.starts_with("20")) &&
           text::is_digit(token[2]) && text::is_digit(token[3]);
  };
  text = without_debris(text);
  const std::size_t space = text.rfind(' ');
  if (space == std::string_view::npos || space == 0) return std::nullopt;
  const std::string_view last = text.substr(space + 1);
  const bool span = last.size() == 2 * kYear + 1 && !text::is_digit(last[kYear]) &&
                    is_year(last.substr(0, kYear)) && is_year(last.substr(kYear + 1));
  return is_year(last) || span ? std::optional(space + 1) : std::nullopt;
}

/// The roles of heads that stand in one line, each of as many words as it can have; none where a word of the
/// line is no head's.
std::vector<std::string> roles_of(grammar::Reader& reader, std::string_view line) {
  std::vector<std::string> roles;
  line = without_debris(line);
  while (!line.empty()) {
    std::size_t taken = 0, end = 0;
    std::string role;
    for (std::size_t word = 0; word < kMostWords && end < line.size(); ++word) {
      end = std::min(line.find(' ', end + (word > 0)), line.size());
      grammar::Reading reading;
      reader.read(line.substr(0, end), reading, grammar::Setting::cell);
      if (reading.column == nullptr) continue;
      role = *reading.column;
      taken = end;
    }
    if (taken == 0) return {};
    roles.push_back(role);
    line = text::trimmed(line.substr(taken));
  }
  return roles;
}

bool has_title(const std::vector<std::string>& roles) {
  return std::any_of(roles.begin(), roles.end(),
                     [](const std::string& role) { return role == "title" || kind_named(role).has_value(); });
}

class CellTaker {
 public:
  CellTaker(grammar::Reader& reader, const Scan& scan, Drafts& drafts)
      : reader_(reader), scan_(scan), drafts_(drafts) {}

  void run() {
    const bool named =
        scan_.run_together.size() > 1 && scan_.run_together[scan_.run_together.size() - 2] == "responsible";
    for (std::size_t n = 0; n < drafts_.nodes.size(); ++n) {
      const std::string& title = drafts_.nodes[n].title;
      if (const auto years = trailing_years(title)) rows_.push_back({n, *years});
    }
    if (rows_.size() < kFewestRows) return;
    if (named) learn_names();
    for (const Row& row : rows_) {
      Draft& draft = drafts_.nodes[row.node];
      const std::string years(without_debris(std::string_view(draft.title).substr(row.years)));
      if (!set_attribute(reader_, scan_, draft, "period", "", years)) continue;
      std::string rest(without_debris(std::string_view(draft.title).substr(0, row.years)));
      if (named) take_name(row.node, rest);
      draft.title = std::move(rest);
    }
  }

 private:
  struct Row {
    std::size_t node = 0, years = 0;
  };

  /// Where words with a capital begin behind the first word, up to the title's end.
  std::vector<std::size_t> names_in(std::string_view title) {
    std::vector<std::size_t> out;
    for (std::size_t at = title.find(' '); at != std::string_view::npos; at = title.find(' ', at + 1)) {
      const std::string_view tail = title.substr(at + 1);
      if (tail.size() <= kLongestName && text::starts_upper(tail)) out.push_back(at + 1);
    }
    return out;
  }

  void learn_names() {
    for (const Row& row : rows_) {
      const std::string_view title =
          without_debris(std::string_view(drafts_.nodes[row.node].title).substr(0, row.years));
      for (const std::size_t at : names_in(title)) ++seen_[text::fold(title.substr(at))];
    }
  }

  void take_name(std::size_t node, std::string& title) {
    const std::vector<std::size_t> names = names_in(title);
    auto name = std::find_if(names.begin(), names.end(),
                             [&](std::size_t at) { return seen_[text::fold(title.substr(at))] > 1; });
    // `… à Natoye` is the title's.
    if (name == names.end() && names.size() == 1 &&
        !reader_.ends_with("unfinished", text::trimmed(std::string_view(title).substr(0, names.front()))))
      name = names.begin();
    if (name == names.end()) {
      doubt(node);
      return;
    }
    Draft& draft = drafts_.nodes[node];
    if (!set_attribute(reader_, scan_, draft, "responsible", "", std::string_view(title).substr(*name)))
      return;
    title = std::string(without_debris(std::string_view(title).substr(0, *name)));
  }

  void doubt(std::size_t node) {
    source::Diagnostic diagnostic;
    diagnostic.rule = "cell-without-row";
    diagnostic.message =
        "le responsable de cette ligne, dont les colonnes se suivent sans séparation, n'est pas "
        "reconnu : vérifiez l'intitulé";
    drafts_.about_nodes.emplace_back(static_cast<int>(node), std::move(diagnostic));
  }

  grammar::Reader& reader_;
  const Scan& scan_;
  Drafts& drafts_;
  std::vector<Row> rows_;
  std::map<std::string, int> seen_;  ///< folded words with which rows end
};

}  // namespace

void find_run_together_heads(Scan& scan, grammar::Reader& reader) {
  std::size_t rows = 0, cells = 0;
  for (const Piece& piece : scan.pieces) {
    const bool cell = piece.fragment->columns > 1;
    cells += cell;
    rows += !cell && trailing_years(piece.fragment->text).has_value();
  }
  if (rows < kFewestRows || rows < cells) return;
  std::set<std::string> heads;
  for (Piece& piece : scan.pieces) {
    const std::string& text = piece.fragment->text;
    const bool words = text.size() <= kLongestHeads && piece.reading.markers.empty() &&
                       text.find_first_of("0123456789") == std::string::npos && text.find(' ') != text.npos;
    if (!words || piece.preset != Preset::none) continue;
    const std::string folded = text::fold(text);
    if (!heads.contains(folded)) {
      const std::vector<std::string> roles = roles_of(reader, text);
      if (roles.size() < kFewestHeads || roles.back() != "period" || !has_title(roles)) continue;
      scan.run_together = roles;
      heads.insert(folded);
    }
    piece.preset = Preset::head_row;
  }
}

void take_run_together_cells(grammar::Reader& reader, const Scan& scan, Drafts& drafts) {
  if (!scan.run_together.empty()) CellTaker(reader, scan, drafts).run();
}

}  // namespace pst::plan

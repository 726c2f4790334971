#include "plan/municipalities.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>
#include <vector>

#include "grammar/embedded.hpp"
#include "text/bytes.hpp"
#include "text/unicode.hpp"

namespace pst::plan {
namespace {

struct Table {
  std::vector<Municipality> rows;
  std::vector<std::string> folded;
  std::unordered_map<std::string, std::size_t> by_name;
  std::vector<std::string> sorted;  ///< the folded names in order

  /// Whether any name begins so.
  bool begins_name(const std::string& start) const {
    const auto next = std::lower_bound(sorted.begin(), sorted.end(), start);
    return next != sorted.end() && next->starts_with(start);
  }
};

/// Read once from the embedded CSV: ins,commune,arrondissement,province,from,to.
const Table& table() {
  static const Table kTable = [] {
    Table out;
    std::string_view csv = grammar::embedded_data("communes-wallonie.csv");
    bool head = true;
    while (!csv.empty()) {
      const std::size_t end = std::min(csv.find('\n'), csv.size());
      const std::string_view line = csv.substr(0, end);
      csv.remove_prefix(std::min(end + 1, csv.size()));
      const std::size_t first = line.find(',');
      const std::size_t second = first == std::string_view::npos ? first : line.find(',', first + 1);
      if (std::exchange(head, false) || second == std::string_view::npos) continue;
      Municipality row{std::string(line.substr(0, first)),
                       std::string(line.substr(first + 1, second - first - 1))};
      std::string folded = text::fold(row.name);
      // A merged municipality keeps its newer code: later rows win.
      out.by_name[folded] = out.rows.size();
      out.folded.push_back(std::move(folded));
      out.rows.push_back(std::move(row));
    }
    out.sorted = out.folded;
    std::sort(out.sorted.begin(), out.sorted.end());
    return out;
  }();
  return kTable;
}

}  // namespace

std::optional<Municipality> find_municipality(std::string_view name) {
  constexpr std::size_t kLongEnough = 6;
  const std::string folded = text::fold(name);
  if (folded.empty() || folded.size() > 60) return std::nullopt;
  const Table& all = table();
  if (const auto exact = all.by_name.find(folded); exact != all.by_name.end()) return all.rows[exact->second];
  if (folded.size() < kLongEnough) return std::nullopt;
  std::optional<std::size_t> near;
  for (std::size_t i = 0; i < all.rows.size(); ++i) {
    const std::string& other = all.folded[i];
    if (other.front() != folded.front() || other.size() + 1 < folded.size() ||
        folded.size() + 1 < other.size())
      continue;
    if (text::distance(other, folded, 1) > 1) continue;
    if (near && all.folded[*near] != other) return std::nullopt;
    near = i;
  }
  if (!near) return std::nullopt;
  return all.rows[*near];
}

std::optional<Municipality> municipality_with_ins(std::string_view ins) {
  for (const Municipality& row : table().rows) {
    if (row.ins == ins) return row;
  }
  return std::nullopt;
}

std::optional<Municipality> leading_municipality(std::string_view text) {
  constexpr int kMostWords = 6;
  constexpr text::ByteSet kWordEnds(" -,.;:()/");
  const Table& all = table();
  std::optional<Municipality> found;
  std::size_t end = 0;
  for (int words = 0; words < kMostWords && end < text.size(); ++words) {
    end = std::min(text::find_any(text, kWordEnds, end + 1), text.size());
    const std::string folded = text::fold(text.substr(0, end));
    if (!all.begins_name(folded)) break;
    const auto exact = all.by_name.find(folded);
    if (exact != all.by_name.end()) found = all.rows[exact->second];
  }
  return found;
}

}  // namespace pst::plan

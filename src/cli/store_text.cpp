#include "cli/store_text.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "cli/console.hpp"

namespace pst::cli {

namespace {

using Rows = std::vector<std::pair<std::string, std::int64_t>>;

std::string number(std::int64_t value, int width) {
  const std::string digits = std::to_string(value);
  return std::string(static_cast<std::size_t>(std::max(0, width - static_cast<int>(digits.size()))), ' ') +
         digits;
}

std::string tally_text(const std::string& title, Rows rows, std::size_t most) {
  if (rows.empty()) return "";
  std::string text = title + "\n";
  const std::size_t shown = std::min(most, rows.size());
  for (std::size_t i = 0; i < shown; ++i) {
    const std::string name = rows[i].first.empty() ? "(inconnu)" : output::printable(rows[i].first);
    text += number(rows[i].second, 8) + "  " + name + "\n";
  }
  if (shown < rows.size())
    text += "          … et " + counted(static_cast<long long>(rows.size() - shown), "autre") + "\n";
  return text;
}

Rows by_count(const std::map<std::string, std::int64_t>& tally) {
  Rows rows(tally.begin(), tally.end());
  std::stable_sort(rows.begin(), rows.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  return rows;
}

}  // namespace

std::string totals_text(const output::Counts& counts) {
  std::string text = counted(counts.sources, "source") + " : " + counted(counts.done, "document") +
                     (counts.done > 1 ? " lus" : " lu");
  if (counts.duplicate > 0) text += ", " + counted(counts.duplicate, "doublon");
  if (counts.failed > 0) text += ", " + counted(counts.failed, "échec");
  if (counts.refused > 0)
    text += ", " + counted(counts.refused, "source") + (counts.refused > 1 ? " refusées" : " refusée");
  if (counts.pending > 0) text += ", " + std::to_string(counts.pending) + " à lire";
  text += "\n" + counted(counts.nodes, "nœud");
  if (counts.pages > 0) text += ", " + counted(counts.pages, "page");
  text += ", " + counted(counts.contradictions, "contradiction") + " des plans, " +
          counted(counts.doubts, "doute") + " de lecture\n";
  return text;
}

std::string causes_text(const std::vector<batch::Cause>& causes, const std::string& store) {
  if (causes.empty()) return "";
  std::string text = "Échecs, par cause :\n";
  for (const batch::Cause& cause : causes) {
    text += number(cause.count, 8) + "  " + output::printable(cause.message) + " [" + cause.kind + "]\n";
    if (!cause.advice.empty()) text += "          à faire : " + output::printable(cause.advice) + "\n";
    for (const std::string& path : cause.examples) text += "          " + output::printable(path) + "\n";
    const auto more = cause.count - static_cast<std::int64_t>(cause.examples.size());
    if (more > 0) text += "          … et " + counted(more, "autre") + "\n";
  }
  const std::string command = "pst failures " + output::printable(store);
  text += "Tous, un par ligne : " + command + " ; pour en avoir copie : " + command + " --copy a-revoir/\n";
  return text;
}

std::string tallies_text(const batch::Summary& summary, std::size_t rows) {
  return tally_text("Par numérotation :", by_count(summary.schemes), rows) +
         tally_text("Par année de début :", Rows(summary.years.begin(), summary.years.end()), rows) +
         tally_text("Par organisation :", by_count(summary.organisations), rows);
}

}  // namespace pst::cli

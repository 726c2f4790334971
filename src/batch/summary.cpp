#include "batch/summary.hpp"

#include <algorithm>
#include <cctype>

namespace pst::batch {

namespace {

constexpr std::size_t kExamples = 3;

/// The message without its figures: two documents that fail alike differ in pages and sizes only.
std::string without_figures(const std::string& message) {
  std::string out;
  for (const char c : message) {
    const bool digit = std::isdigit(static_cast<unsigned char>(c)) != 0;
    if (!digit) out += c;
    if (digit && (out.empty() || out.back() != '#')) out += '#';
  }
  return out;
}

}  // namespace

Summary summarise(const Ledger& ledger) {
  Summary summary;
  Counter counter;
  std::map<std::pair<std::string, std::string>, Cause> causes;
  ledger.each_source([&](const output::Entry& entry) {
    counter.add(entry);
    if (entry.status == output::Status::done) {
      ++summary.schemes[entry.scheme];
      ++summary.years[entry.year ? std::to_string(*entry.year) : ""];
      ++summary.organisations[entry.organisation];
    }
    if (!entry.failure) return;
    Cause& cause = causes[{entry.failure->kind, without_figures(entry.failure->message)}];
    if (cause.count++ == 0) {
      cause.kind = entry.failure->kind;
      cause.message = entry.failure->message;
      cause.advice = entry.failure->advice;
    }
    if (cause.examples.size() < kExamples) cause.examples.push_back(entry.path);
  });
  summary.counts = counter.counts();
  for (auto& [key, cause] : causes) summary.causes.push_back(std::move(cause));
  std::stable_sort(summary.causes.begin(), summary.causes.end(),
                   [](const Cause& a, const Cause& b) { return a.count > b.count; });
  return summary;
}

}  // namespace pst::batch

#include "cli/suggest.hpp"

#include "text/unicode.hpp"

namespace pst::cli {

std::string nearest(const std::string& word, const std::vector<std::string>& known) {
  int best = std::max(1, static_cast<int>(text::length(word)) / 3) + 1;
  std::string found;
  for (const std::string& candidate : known) {
    const int distance = text::distance(word, candidate, best);
    if (distance < best) {
      best = distance;
      found = candidate;
    }
  }
  return found;
}

std::string suggestion(const std::string& word, const std::vector<std::string>& known) {
  const std::string found = nearest(word, known);
  return found.empty() ? "" : " ; vouliez-vous dire « " + found + " » ?";
}

}  // namespace pst::cli

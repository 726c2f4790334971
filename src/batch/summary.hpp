// A store in figures: what failed and why, and what its plans are.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "batch/ledger.hpp"

namespace pst::batch {

/// Sources that failed, or were refused, for the same reason.
struct Cause {
  std::string kind;
  std::string message;  ///< of the first; figures may differ in the others
  std::string advice;
  std::int64_t count = 0;
  std::vector<std::string> examples;  ///< paths, the first few
};

struct Summary {
  output::Counts counts;
  std::vector<Cause> causes;                          ///< the most frequent first
  std::map<std::string, std::int64_t> schemes;        ///< documents, by how they number
  std::map<std::string, std::int64_t> years;          ///< by the year in which the plan begins
  std::map<std::string, std::int64_t> organisations;  ///< by whose plan it is
};

/// What is not known stands under an empty name.
Summary summarise(const Ledger& ledger);

}  // namespace pst::batch

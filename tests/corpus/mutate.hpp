// Corpus plans as other people would have typed, exported or scanned them: the text changes, the gold with
// it.
//
// Everything is deterministic. A mutation is only made where the gold stays true; mutate.cpp says in one
// table which and why not elsewhere.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "corpus/plans.hpp"

namespace pst::corpus {

/// A changed plan: the bytes a reader gets, and what they should become.
struct Mutant {
  std::string bytes;
  Gold gold;
};

/// Names of all mutations, in the order in which they are reported.
std::vector<std::string> mutation_names();

/// The mutant, or nothing where the mutation does not fit the plan or changes nothing in it.
std::optional<Mutant> mutate(const std::string& mutation, const Sample& sample);

}  // namespace pst::corpus

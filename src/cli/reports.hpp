// The reports of `pst compare`: what people and their tools read, all from one Comparison.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "compare/comparison.hpp"
#include "output/language.hpp"

namespace pst::cli {

/// What --lang may be; the first is the default.
std::vector<std::string> language_names();
output::Language language_named(const std::string& name);

/// Lets `write` make a neighbour of `path`, which then takes its place. Throws pst::Error, with nothing left
/// behind.
void write_through(const std::string& path, const std::function<void(const std::string&)>& write);

/// Writes index.html, comparison.xlsx, csv/, plans.sqlite and summary.md into `folder`, each whole or not at
/// all, `jobs` at a time (0: as many as there are cores), while `beside` does what else there is to do.
/// Throws pst::Error for the first that cannot be written; the others are done.
void write_reports(const compare::Comparison& comparison, const std::string& folder,
                   output::Language language, int jobs, const std::function<void()>& beside);

}  // namespace pst::cli

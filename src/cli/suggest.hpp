// What somebody may have meant.
#pragma once

#include <string>
#include <vector>

namespace pst::cli {

/// The one of `known` that is nearest to `word`, where it is near enough to be a slip of the fingers; else
/// empty.
std::string nearest(const std::string& word, const std::vector<std::string>& known);

/// ` ; vouliez-vous dire « x » ?`, or nothing.
std::string suggestion(const std::string& word, const std::vector<std::string>& known);

}  // namespace pst::cli

// Files packed into one. Internal to the output room.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace pst::output {

/// A ZIP archive of those files (name, bytes), in their order and without dates: the same bytes for the same
/// files. Throws pst::Error where there is not the memory for it.
std::string to_zip(const std::vector<std::pair<std::string, std::string>>& files);

}  // namespace pst::output

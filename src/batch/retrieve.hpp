// Documents out of where they came from, by the paths of a manifest.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>

namespace pst::batch {

/// Opens the files and archives again that hold `paths`, and hands over the bytes of each path that is still
/// there. Returns those that are not. Throws pst::Error where archives cannot be opened at all.
std::set<std::string> retrieve(
    const std::set<std::string>& paths,
    const std::function<void(const std::string& path, std::string_view bytes)>& take);

}  // namespace pst::batch

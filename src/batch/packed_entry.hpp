// An entry of a manifest in little space, quick to write and to read: for memory and pipes, not for disks.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "output/manifest.hpp"

namespace pst::batch {

std::string packed(const output::Entry& entry);

/// None for anything but what packed() makes; a process that reads foreign bytes may send whatever it likes.
std::optional<output::Entry> unpacked(std::string_view bytes);

}  // namespace pst::batch

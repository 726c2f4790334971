// The files below what a user names, in an order that is the same on every machine.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "output/manifest.hpp"

namespace pst::batch {

/// A file, or why what stands there is none.
struct Found {
  std::string path;  ///< as the manifest writes it
  std::string file;  ///< to open it by
  std::uint64_t bytes = 0;
  std::optional<output::Entry> problem;
};

/// Files as they are, folders with all below them, each path once, sorted byte by byte. Passed over: hidden
/// files, `__MACOSX`, batch stores. Within a folder, a link is followed to a file of that folder only; one
/// that leads out is refused.
std::vector<Found> walk(const std::vector<std::string>& sources);

}  // namespace pst::batch

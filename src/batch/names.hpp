// Paths as a manifest writes them, and which of them a run wants.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pst::batch {

/// The path as UTF-8: bytes that are not stand as %XX.
std::string manifest_path(std::string_view raw);

/// Debris of systems and tools, never a document: hidden files, `__MACOSX`.
bool is_debris(std::string_view path);

/// Whether a path below an archive or a link's target leads out: absolute, with a drive, or climbing above
/// where it starts. Backslashes separate too.
bool leads_out(std::string_view path);

/// Where a link at `from` that says `target` points, for leads_out: relative to the root that `from` is
/// relative to.
std::string link_target(std::string_view from, std::string_view target);

/// Shell patterns; one without a slash is compared with the name alone. No pattern wants everything.
bool wanted(std::string_view path, const std::vector<std::string>& patterns);

/// The last part of a path.
std::string_view file_name(std::string_view path);

}  // namespace pst::batch

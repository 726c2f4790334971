#include "batch/retrieve.hpp"

#include <poll.h>

#include <filesystem>
#include <optional>
#include <vector>

#include "batch/feed.hpp"

namespace pst::batch {

namespace {

/// The file on disk that is `path`, or the archive that it lies in.
std::optional<std::string> file_on_disk(const std::string& path) {
  std::error_code ignored;
  for (std::size_t end = path.find('/', 1);; end = path.find('/', end + 1)) {
    const std::string head = path.substr(0, end);
    if (std::filesystem::is_regular_file(head, ignored)) return head;
    if (end == path.npos) return std::nullopt;
  }
}

}  // namespace

std::set<std::string> retrieve(const std::set<std::string>& paths,
                               const std::function<void(const std::string&, std::string_view)>& take) {
  std::set<std::string> missing = paths;
  std::vector<std::string> files;
  for (const std::string& path : paths) {
    if (const auto file = file_on_disk(path)) files.push_back(*file);
  }
  Feed feed(walk(files), {}, {}, {});
  while (!feed.at_end()) {
    const auto item = feed.next();
    if (!item) {
      pollfd waited{feed.readable(), POLLIN, 0};
      if (waited.fd >= 0) ::poll(&waited, 1, 1000);
    } else if (!item->problem && missing.erase(item->path) > 0) {
      take(item->path, item->bytes);
    }
  }
  return missing;
}

}  // namespace pst::batch

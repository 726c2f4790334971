#include "batch/names.hpp"

#include <fnmatch.h>

#include <algorithm>
#include <cctype>

#include "text/codepoints.hpp"

namespace pst::batch {

namespace {

constexpr std::string_view kSeparators = "/\\";

/// The parts of a path, one after another.
std::string_view next_part(std::string_view& rest) {
  const std::size_t end = std::min(rest.find_first_of(kSeparators), rest.size());
  const std::string_view part = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return part;
}

}  // namespace

std::string manifest_path(std::string_view raw) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  std::string path;
  for (std::size_t i = 0; i < raw.size();) {
    const std::size_t from = i;
    const char32_t c = text::next_code_point(raw, i);
    if (c == text::kReplacement && i == from + 1) {
      const auto byte = static_cast<unsigned char>(raw[from]);
      path += {'%', hex[byte >> 4U], hex[byte & 0xFU]};
    } else {
      path.append(raw, from, i - from);
    }
  }
  return path;
}

bool is_debris(std::string_view path) {
  while (!path.empty()) {
    const std::string_view part = next_part(path);
    if (part == "__MACOSX" || (part.starts_with('.') && part != "." && part != "..")) return true;
  }
  return false;
}

bool leads_out(std::string_view path) {
  if (path.empty()) return false;
  if (kSeparators.find(path.front()) != kSeparators.npos) return true;
  if (path.size() > 1 && path[1] == ':' && std::isalpha(static_cast<unsigned char>(path[0])) != 0)
    return true;
  int depth = 0;
  while (!path.empty()) {
    const std::string_view part = next_part(path);
    if (part == "..") {
      if (--depth < 0) return true;
    } else if (!part.empty() && part != ".") {
      ++depth;
    }
  }
  return false;
}

std::string link_target(std::string_view from, std::string_view target) {
  if (target.empty() || kSeparators.find(target.front()) != kSeparators.npos) return std::string(target);
  const std::size_t end = from.find_last_of(kSeparators);
  return end == from.npos ? std::string(target) : std::string(from.substr(0, end + 1)) + std::string(target);
}

bool wanted(std::string_view path, const std::vector<std::string>& patterns) {
  if (patterns.empty()) return true;
  const std::string whole(path);
  const std::string name(file_name(path));
  return std::any_of(patterns.begin(), patterns.end(), [&](const std::string& pattern) {
    const std::string& compared = pattern.find('/') == pattern.npos ? name : whole;
    return ::fnmatch(pattern.c_str(), compared.c_str(), 0) == 0;
  });
}

std::string_view file_name(std::string_view path) {
  const std::size_t end = path.rfind('/');
  return end == path.npos ? path : path.substr(end + 1);
}

}  // namespace pst::batch

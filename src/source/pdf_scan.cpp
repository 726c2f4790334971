#include "source/pdf_scan.hpp"

#include <algorithm>
#include <string>

#include "source/pdf_inflate.hpp"

namespace pst::source::pdf {

namespace {

constexpr std::size_t kLongestDictionary = 4096;  ///< of an index stream
/// A stream this short cannot become large by one filter: none makes more than some two thousand bytes of
/// one.
constexpr std::size_t kShortStream = kMaxIndexBytes / kMaxExpansion;

/// The text with #xx in names undone: "/Obj#53tm" is "/ObjStm".
std::string plain_names(std::string_view text) {
  std::string out;
  const auto hex = [](char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '#' && i + 2 < text.size() && hex(text[i + 1]) >= 0 && hex(text[i + 2]) >= 0) {
      out += static_cast<char>(hex(text[i + 1]) * 16 + hex(text[i + 2]));
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

std::size_t count(std::string_view text, std::string_view what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + 1)) ++found;
  return found;
}

/// Size of the index stream whose data begin `data`, when expanded; at most `limit` is looked at.
std::size_t expanded(const std::string& dictionary, std::string_view data, std::size_t limit) {
  const std::size_t flate = count(dictionary, "/Fl");
  const std::size_t other =
      count(dictionary, "/LZW") + count(dictionary, "/RunLength") + count(dictionary, "/RL");
  const std::size_t ascii =
      count(dictionary, "/ASCII") + count(dictionary, "/A85") + count(dictionary, "/AHx");
  const bool counted = dictionary.find("/Filter") != dictionary.npos;
  if (flate + other + ascii == 0 && !counted) return 0;
  while (!data.empty() && (data.front() == '\r' || data.front() == '\n')) data.remove_prefix(1);
  if (flate == 1 && other + ascii == 0) return inflated_size(data, limit);
  const std::size_t stored = std::min(data.find("endstream"), data.size());
  if (flate + other > 1 || stored > kShortStream)
    throw LimitError("un flux d'objets est compressé de façon inhabituelle");
  return 0;
}

}  // namespace

bool seems_encrypted(std::string_view bytes) {
  if (bytes.find("/Encrypt") != bytes.npos) return true;
  // The same name in disguise; every such name has a # soon after its slash.
  for (std::size_t at = bytes.find("/#"); at != bytes.npos; at = bytes.find("/#", at + 1)) {
    if (plain_names(bytes.substr(at, 26)).starts_with("/Encrypt")) return true;
  }
  for (std::size_t at = bytes.find("/E"); at != bytes.npos; at = bytes.find("/E", at + 1)) {
    const std::string_view name = bytes.substr(at, 26);
    if (name.find('#') != name.npos && plain_names(name).starts_with("/Encrypt")) return true;
  }
  return false;
}

void check_index_streams(std::string_view bytes, const Budget& budget) {
  std::size_t left = kMaxIndexBytes;
  for (std::size_t at = bytes.find("stream"); at != bytes.npos; at = bytes.find("stream", at + 6)) {
    if (at >= 3 && bytes.substr(at - 3, 3) == "end") continue;
    const std::size_t from = at > kLongestDictionary ? at - kLongestDictionary : 0;
    std::string_view before = bytes.substr(from, at - from);
    const std::size_t object = before.rfind("obj");
    if (object != before.npos) before.remove_prefix(object);
    const bool disguised = before.find('#') != before.npos;
    if (!disguised && before.find("/ObjStm") == before.npos && before.find("/XRef") == before.npos) continue;
    const std::string dictionary = plain_names(before);
    if (dictionary.find("/ObjStm") == dictionary.npos && dictionary.find("/XRef") == dictionary.npos)
      continue;
    budget.check_time();
    const std::size_t size = expanded(dictionary, bytes.substr(at + 6), left);
    if (size >= left) throw LimitError("les flux d'objets décompressés dépassent la limite");
    left -= size;
  }
}

}  // namespace pst::source::pdf

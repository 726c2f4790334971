// The one-byte encodings of French texts, and how to choose among them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pst::text {

struct Charset {
  std::string name;       ///< IANA
  double confidence = 0;  ///< 0 to 1
};

/// The encoding in which the bytes >= 0x80 look most like those of a French text.
Charset choose_charset(std::string_view bytes);

/// The bytes in that encoding as UTF-8, a byte without a meaning in it as U+FFFD (counted in `replaced`);
/// nothing where the name is unknown.
std::optional<std::string> from_charset(std::string_view bytes, const std::string& name, int& replaced);

}  // namespace pst::text

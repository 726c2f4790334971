// The SHA-256 of a document's bytes: its address in stores and its proof of origin.
#pragma once

#include <string>
#include <string_view>

namespace pst::source {

/// Lower-case hexadecimal SHA-256 (FIPS 180-4).
std::string sha256_hex(std::string_view bytes);

}  // namespace pst::source

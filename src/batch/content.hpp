// What kind of file some bytes are, whatever the file is called.
#pragma once

#include <cstddef>
#include <string_view>

namespace pst::batch {

enum class Media {
  text,
  pdf,
  office,  ///< Word, Excel, LibreOffice, RTF
  image,
  archive,  ///< ZIP, TAR, or something compressed
  binary,   ///< nothing we know, and no text
};

/// What media_of wants to see of a file.
inline constexpr std::size_t kSniffedBytes = 8192;

/// Told from the first bytes alone. Bytes are text as long as nothing speaks against it.
Media media_of(std::string_view bytes);

}  // namespace pst::batch

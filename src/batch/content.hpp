// What kind of file some bytes are, whatever the file is called.
#pragma once

#include <string_view>

namespace pst::batch {

enum class Media {
  text,
  pdf,
  office,  ///< Word, Excel, LibreOffice, RTF
  image,
  binary,  ///< nothing we know, and no text
};

/// Told from the first bytes alone. Bytes are text as long as nothing speaks against it.
Media media_of(std::string_view bytes);

}  // namespace pst::batch

// Leptonica's image, owned, for the files of this room that read pictures.
#pragma once

#include <memory>

struct Pix;

namespace pst::source {

struct ImageDeleter {
  void operator()(Pix* image) const;
};

/// An image in memory; null where there is none.
using Image = std::unique_ptr<Pix, ImageDeleter>;

}  // namespace pst::source

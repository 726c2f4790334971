// Stored pictures to grey images: the codecs of leptonica (JPEG, JPEG 2000, fax in a TIFF), and plain
// samples.
#include <leptonica/allheaders.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "source/page_image.hpp"

namespace pst::source {
namespace {

using Stored = PdfPictures::Stored;

const l_uint8* bytes_of(const std::string& s) {
  return reinterpret_cast<const l_uint8*>(s.data());
}

Image grey(Image image) {
  return image ? Image(pixConvertTo8(image.get(), 0)) : nullptr;
}

/// Reads a file that says its own size, unless that is too large.
Image decode_file(const std::string& bytes) {
  l_int32 format = 0, width = 0, height = 0, bits = 0, samples = 0, mapped = 0;
  if (pixReadHeaderMem(bytes_of(bytes), bytes.size(), &format, &width, &height, &bits, &samples, &mapped) !=
      0) {
    return nullptr;
  }
  if (static_cast<double>(width) * height > kMostPixels || samples > 3) return nullptr;
  return grey(Image(pixReadMem(bytes_of(bytes), bytes.size())));
}

/// CCITT data as a TIFF file of one strip, which is what leptonica reads.
std::string fax_as_tiff(const Stored& stored, int width, int height) {
  constexpr std::uint32_t kShort = 3, kLong = 4, kEntries = 9, kHeader = 8;
  struct Tag {
    std::uint32_t id, type, value;
  };
  const std::uint32_t size = static_cast<std::uint32_t>(stored.bytes.size());
  const std::uint32_t data_at = kHeader + 2 + kEntries * 12 + 4;
  const std::uint32_t compression = stored.fax_k < 0 ? 4 : 3;
  const std::array<Tag, kEntries> tags{{{256, kLong, static_cast<std::uint32_t>(width)},
                                        {257, kLong, static_cast<std::uint32_t>(height)},
                                        {258, kShort, 1},
                                        {259, kShort, compression},
                                        {262, kShort, 0},  // 0 is white
                                        {273, kLong, data_at},
                                        {278, kLong, static_cast<std::uint32_t>(height)},
                                        {279, kLong, size},
                                        {292, kLong, stored.fax_k > 0 ? 1U : 0U}}};
  std::string out("II*\0", 4);
  const auto put = [&](std::uint32_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
  };
  put(kHeader, 4);
  put(kEntries, 2);
  for (const Tag& tag : tags) {
    put(tag.id, 2);
    put(tag.type, 2);
    put(1, 4);
    put(tag.value, 4);
  }
  put(0, 4);
  return out + stored.bytes;
}

/// Light of each value that a sample may have, 0 to 255.
std::array<l_uint8, 256> lights(const Stored& stored) {
  std::array<l_uint8, 256> table{};
  const int values = 1 << stored.bits;
  for (int v = 0; v < values; ++v) {
    int light = 255 * v / (values - 1);
    const auto at = static_cast<std::size_t>(v) * 3;
    if (!stored.palette.empty()) {
      const auto channel = [&](std::size_t i) {
        return at + i < stored.palette.size() ? static_cast<unsigned char>(stored.palette[at + i]) : 0;
      };
      light = (77 * channel(0) + 150 * channel(1) + 29 * channel(2)) / 256;
    }
    table[static_cast<std::size_t>(v)] = static_cast<l_uint8>(light);
  }
  return table;
}

Image decode_samples(const Stored& stored, int width, int height) {
  Image out(pixCreateNoInit(width, height, 8));
  if (!out) return nullptr;
  const std::array<l_uint8, 256> light = lights(stored);
  const std::size_t pixel_bits = static_cast<std::size_t>(stored.bits * stored.components);
  const std::size_t row_bytes = (static_cast<std::size_t>(width) * pixel_bits + 7) / 8;
  if (stored.bytes.size() < row_bytes * static_cast<std::size_t>(height)) return nullptr;
  const unsigned mask = (1U << stored.bits) - 1;
  for (int y = 0; y < height; ++y) {
    const l_uint8* row = bytes_of(stored.bytes) + row_bytes * static_cast<std::size_t>(y);
    l_uint32* line = pixGetData(out.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(out.get());
    for (int x = 0; x < width; ++x) {
      int value = 0;
      if (stored.components == 3) {
        const l_uint8* rgb = row + 3 * static_cast<std::ptrdiff_t>(x);
        value = (77 * rgb[0] + 150 * rgb[1] + 29 * rgb[2]) / 256;
      } else {
        const auto bit = static_cast<std::size_t>(x) * pixel_bits;
        const unsigned shift = 8U - static_cast<unsigned>(stored.bits) - static_cast<unsigned>(bit % 8);
        value = light[(static_cast<unsigned>(row[bit / 8]) >> shift) & mask];
      }
      SET_DATA_BYTE(line, x, static_cast<l_uint8>(value));
    }
  }
  return out;
}

}  // namespace

Image decode(const Stored& stored, int width, int height) {
  Image out;
  if (stored.filter == "CCITT") {
    out = decode_file(fax_as_tiff(stored, width, height));
  } else if (!stored.filter.empty()) {
    out = decode_file(stored.bytes);
  } else {
    out = decode_samples(stored, width, height);
  }
  if (out && stored.inverted) pixInvert(out.get(), out.get());
  return out;
}

}  // namespace pst::source

#define POINTERHOLDER_TRANSITION 4  // qpdf asks its users to say that they use std::shared_ptr

#include "source/stored_picture.hpp"

#include <algorithm>
#include <optional>

#include "source/bounded_pipe.hpp"

namespace pst::source {
namespace {

using Stored = PdfPictures::Stored;

/// What the samples mean, for the colour spaces that need no colour management to be read: 0 components for
/// all others.
struct Colours {
  int components = 0;
  std::string palette;
};

int device_components(QPDFObjectHandle space) {
  if (space.isName()) {
    const std::string name = space.getName();
    if (name == "/DeviceGray" || name == "/CalGray" || name == "/G") return 1;
    if (name == "/DeviceRGB" || name == "/CalRGB" || name == "/RGB") return 3;
    return 0;
  }
  if (!space.isArray() || space.getArrayNItems() < 1) return 0;
  QPDFObjectHandle family = space.getArrayItem(0);
  if (family.isNameAndEquals("/CalGray")) return 1;
  if (family.isNameAndEquals("/CalRGB")) return 3;
  if (family.isNameAndEquals("/ICCBased") && space.getArrayNItems() > 1 && space.getArrayItem(1).isStream()) {
    QPDFObjectHandle n = space.getArrayItem(1).getDict().getKey("/N");
    const int components = n.isInteger() ? n.getIntValueAsInt() : 0;
    return components == 1 || components == 3 ? components : 0;
  }
  return 0;
}

Colours colours(QPDFObjectHandle space) {
  if (space.isArray() && space.getArrayNItems() == 4 && space.getArrayItem(0).isNameAndEquals("/Indexed")) {
    constexpr std::size_t kMostPalette = 1024;
    const int base = device_components(space.getArrayItem(1));
    QPDFObjectHandle table = space.getArrayItem(3);
    std::string entries;
    if (table.isString())
      entries = table.getStringValue();
    else if (table.isStream())
      append_decoded(table, kMostPalette, entries);
    if (base == 0 || entries.empty() || entries.size() > kMostPalette) return {};
    if (base == 3) return {1, entries};
    std::string rgb;
    for (const char grey : entries) rgb.append(3, grey);
    return {1, rgb};
  }
  return {device_components(space), {}};
}

/// Whether `Decode` leaves samples alone (false), inverts them (true), or does something else (nothing).
std::optional<bool> inverts(QPDFObjectHandle decode, bool indexed) {
  if (!decode.isArray()) return false;
  if (indexed) return std::nullopt;
  bool as_is = true, inverted = true;
  for (int i = 0; i + 1 < decode.getArrayNItems(); i += 2) {
    double low = 0, high = 0;
    if (!decode.getArrayItem(i).getValueAsNumber(low) || !decode.getArrayItem(i + 1).getValueAsNumber(high)) {
      return std::nullopt;
    }
    as_is = as_is && low == 0 && high == 1;
    inverted = inverted && low == 1 && high == 0;
  }
  if (as_is) return false;
  return inverted ? std::optional(true) : std::nullopt;
}

/// The image codec at the end of the filters, and its parameters; empty for plain samples.
std::pair<std::string, QPDFObjectHandle> codec(QPDFObjectHandle dict) {
  QPDFObjectHandle filter = dict.getKey("/Filter"), parameters = dict.getKey("/DecodeParms");
  if (filter.isArray()) {
    const int last = filter.getArrayNItems() - 1;
    if (last < 0) return {"", QPDFObjectHandle::newNull()};
    filter = filter.getArrayItem(last);
    if (parameters.isArray()) {
      parameters =
          last < parameters.getArrayNItems() ? parameters.getArrayItem(last) : QPDFObjectHandle::newNull();
    }
  } else if (parameters.isArray()) {
    parameters = parameters.getArrayNItems() > 0 ? parameters.getArrayItem(0) : QPDFObjectHandle::newNull();
  }
  const std::string name = filter.isName() ? filter.getName() : "";
  if (name == "/DCTDecode" || name == "/DCT") return {"DCT", parameters};
  if (name == "/JPXDecode") return {"JPX", parameters};
  if (name == "/CCITTFaxDecode" || name == "/CCF") return {"CCITT", parameters};
  if (name == "/JBIG2Decode") return {"JBIG2", parameters};
  return {"", parameters};
}

/// Reads what CCITT needs; false for the rare variants that are left to the renderer.
bool read_fax(QPDFObjectHandle parameters, int width, Stored& out) {
  bool black_is_1 = false;
  int columns = 1728;
  if (parameters.isDictionary()) {
    QPDFObjectHandle k = parameters.getKey("/K"), wide = parameters.getKey("/Columns");
    if (k.isInteger()) out.fax_k = k.getIntValueAsInt();
    if (wide.isInteger()) columns = wide.getIntValueAsInt();
    if (parameters.getKey("/BlackIs1").isBool()) black_is_1 = parameters.getKey("/BlackIs1").getBoolValue();
    QPDFObjectHandle aligned = parameters.getKey("/EncodedByteAlign");
    if (aligned.isBool() && aligned.getBoolValue()) return false;
  }
  if (black_is_1) out.inverted = !out.inverted;
  return columns == width;
}

}  // namespace

std::unique_ptr<Stored> read_stored(QPDFObjectHandle image, int width, int height, std::size_t most_bytes) {
  QPDFObjectHandle dict = image.getDict();
  if (!dict.getKey("/SMask").isNull() || !dict.getKey("/Mask").isNull()) return nullptr;
  QPDFObjectHandle mask = dict.getKey("/ImageMask"), bits = dict.getKey("/BitsPerComponent");
  const bool is_mask = mask.isBool() && mask.getBoolValue();
  const auto [name, parameters] = codec(dict);
  if (is_mask || name == "JBIG2")
    return nullptr;  // painted with a colour; a codec that only the renderer has

  auto out = std::make_unique<Stored>();
  out->filter = name;
  const Colours space = colours(dict.getKey("/ColorSpace"));
  if (space.components == 0 && !(name == "JPX" && dict.getKey("/ColorSpace").isNull())) return nullptr;
  out->components = space.components;
  out->palette = space.palette;
  out->bits = bits.isInteger() ? bits.getIntValueAsInt() : name == "CCITT" ? 1 : 8;
  const auto inverted = inverts(dict.getKey("/Decode"), !space.palette.empty());
  if (!inverted || (!name.empty() && !space.palette.empty())) return nullptr;
  out->inverted = *inverted;
  if (name == "CCITT" && !read_fax(parameters, width, *out)) return nullptr;
  if (!append_decoded(image, most_bytes, out->bytes) && name.empty()) return nullptr;
  if (!name.empty()) return out;
  const std::size_t samples = static_cast<std::size_t>(width) * static_cast<std::size_t>(out->components);
  const std::size_t row = (samples * static_cast<std::size_t>(out->bits) + 7) / 8;
  const bool known = out->bits == 1 || out->bits == 2 || out->bits == 4 || out->bits == 8;
  if (!known || (out->components == 3 && out->bits != 8)) return nullptr;
  if (out->bytes.size() < row * static_cast<std::size_t>(height)) return nullptr;
  return out;
}

}  // namespace pst::source

// Colours, as far as a reader needs them: near enough to tell white from grey and red from black.
#pragma once

#include <cstdint>
#include <span>

#include "source/pdf_objects.hpp"

namespace pst::source::pdf {

enum class ColorSpace : std::uint8_t {
  by_count,  ///< one, three or four components: grey, RGB, CMYK
  tint,      ///< Separation, DeviceN: how much ink
  indexed,
  lab,
  pattern,
};

/// The colour space that `cs` names, with the page's resources.
ColorSpace color_space(const Objects& objects, const Object* resources, std::string_view name);

/// 0xRRGGBB of a colour's components.
std::uint32_t color(ColorSpace space, std::span<const double> components);

}  // namespace pst::source::pdf

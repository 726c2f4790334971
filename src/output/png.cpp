#include "output/png.hpp"

#include "source/error.hpp"
#include "source/module.hpp"

namespace pst::output {
namespace {

using DrawPng = const char* (*)(const std::string_view*, double, double, std::string*);
constexpr double kDotsPerPoint = 2;

}  // namespace

std::string to_png(std::string_view svg) {
  static void* const entry = source::module_entry("libpst_png.so", "pst_draw_png");
  if (entry == nullptr) {
    throw Error({}, "le module qui dessine en PNG (libpst_png.so) ne se charge pas",
                "réinstallez pst, ou donnez un nom en .svg");
  }
  std::string png;
  if (const char* trouble = reinterpret_cast<DrawPng>(entry)(&svg, kDotsPerPoint, kMostDots, &png)) {
    throw Error({}, std::string("la page ne se dessine pas en PNG : ") + trouble, "donnez un nom en .svg");
  }
  return png;
}

}  // namespace pst::output

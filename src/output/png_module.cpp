// The one entry of the module that draws PNG, which librsvg does; see png.cpp. It uses nothing else of the
// program.
#include <librsvg/rsvg.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>

namespace {

cairo_status_t append(void* to, const unsigned char* bytes, unsigned count) {
  static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), count);
  return CAIRO_STATUS_SUCCESS;
}

}  // namespace

/// Draws `svg`, at most `most` dots wide or high. Null, or what went wrong.
extern "C" const char* pst_draw_png(const std::string_view* svg, double dots_per_point, double most,
                                    std::string* png) {
  const std::unique_ptr<RsvgHandle, decltype(&g_object_unref)> drawing(
      rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(svg->data()), svg->size(), nullptr),
      g_object_unref);
  double width = 0, height = 0;
  if (!drawing || !rsvg_handle_get_intrinsic_size_in_pixels(drawing.get(), &width, &height) || width <= 0 ||
      height <= 0)
    return "SVG illisible";
  const double scale = std::min(dots_per_point, most / std::max(width, height));
  const RsvgRectangle whole{0, 0, std::max(1.0, width * scale), std::max(1.0, height * scale)};
  const std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> surface(
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(whole.width),
                                 static_cast<int>(whole.height)),
      cairo_surface_destroy);
  const std::unique_ptr<cairo_t, decltype(&cairo_destroy)> canvas(cairo_create(surface.get()), cairo_destroy);
  cairo_set_source_rgb(canvas.get(), 1, 1, 1);
  cairo_paint(canvas.get());
  if (!rsvg_handle_render_document(drawing.get(), canvas.get(), &whole, nullptr)) return "dessin trop grand";
  const cairo_status_t written = cairo_surface_write_to_png_stream(surface.get(), append, png);
  return written == CAIRO_STATUS_SUCCESS ? nullptr : cairo_status_to_string(written);
}

#include "source/page_image.hpp"

#include <leptonica/allheaders.h>
#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-global.h>
#include <poppler/cpp/poppler-page-renderer.h>
#include <poppler/cpp/poppler-page.h>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace pst::source {
namespace {

constexpr double kInch = 72;
constexpr std::size_t kMostStoredBytes = 128ULL << 20U;

void hear_nothing(const std::string&, void*) {}

/// The resolution at which nothing is lost of the page's largest picture.
double render_resolution(const Survey& survey) {
  constexpr double kLargePicture = 0.3, kLeast = 72, kMost = 600;
  const Picture* picture = survey.covering(kLargePicture);
  const double wanted = picture != nullptr ? picture->resolution() : kRenderResolution;
  const double pixels_at_one = survey.width * survey.height / (kInch * kInch);
  const double affordable = pixels_at_one > 0 ? std::sqrt(kMostPixels / pixels_at_one) : kRenderResolution;
  return std::min(std::clamp(wanted, kLeast, kMost), affordable);
}

Image from_rows(const poppler::image& render) {
  Image out(pixCreateNoInit(render.width(), render.height(), 8));
  if (!out) return nullptr;
  for (int y = 0; y < render.height(); ++y) {
    const auto* row = reinterpret_cast<const l_uint8*>(render.const_data()) +
                      static_cast<std::ptrdiff_t>(y) * render.bytes_per_row();
    l_uint32* line = pixGetData(out.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(out.get());
    for (int x = 0; x < render.width(); ++x) SET_DATA_BYTE(line, x, row[x]);
  }
  return out;
}

}  // namespace

void ImageDeleter::operator()(Pix* image) const {
  pixDestroy(&image);
}

struct PageImages::Renderer {
  std::unique_ptr<poppler::document> document;
};

PageImages::PageImages(std::string_view pdf, std::string password)
    : pdf_(pdf), password_(std::move(password)), pictures_(pdf_, password_) {
  setMsgSeverity(L_SEVERITY_NONE);
}

PageImages::~PageImages() = default;

Survey PageImages::survey(int number) {
  const std::scoped_lock lock(mutex_);
  return pictures_.survey(number);
}

std::optional<PageImage> PageImages::image(int number, const Survey& survey) {
  const Picture* picture = survey.covering(kCovers);
  const bool alone = survey.pictures.size() == 1 && survey.drawn == 0 && survey.shown == 0;
  if (picture != nullptr && alone) {
    if (auto image = stored(*picture)) return image;
  }
  return rendered(number, survey);
}

std::optional<PageImage> PageImages::stored(const Picture& picture) {
  if (!picture.to_page.upright() || !(picture.to_page.area() > 0)) return std::nullopt;
  if (static_cast<double>(picture.width) * picture.height > kMostPixels) return std::nullopt;
  std::unique_ptr<PdfPictures::Stored> data;
  {
    const std::scoped_lock lock(mutex_);
    data = pictures_.stored(picture, kMostStoredBytes);
  }
  if (!data) return std::nullopt;
  PageImage out;
  out.stored = true;
  out.pixels = decode(*data, picture.width, picture.height);
  if (!out.pixels) return std::nullopt;
  // The codec's own size holds where the dictionary says another.
  const Affine to_said{static_cast<double>(picture.width) / pixGetWidth(out.pixels.get()),   0, 0,
                       static_cast<double>(picture.height) / pixGetHeight(out.pixels.get()), 0, 0};
  out.to_page = to_said.then(picture.to_page);
  if (!make_upright(out.pixels, out.to_page)) return std::nullopt;
  return out;
}

std::optional<PageImage> PageImages::rendered(int number, const Survey& survey) {
  if (!(survey.width > 0 && survey.height > 0)) return std::nullopt;
  const std::scoped_lock lock(mutex_);
  if (!renderer_) {
    renderer_ = std::make_unique<Renderer>();
    poppler::set_debug_error_function(hear_nothing, nullptr);
    renderer_->document.reset(poppler::document::load_from_raw_data(
        pdf_.data(), static_cast<int>(pdf_.size()), password_, password_));
  }
  if (!renderer_->document || renderer_->document->is_locked()) return std::nullopt;
  const std::unique_ptr<poppler::page> page(renderer_->document->create_page(number - 1));
  if (!page) return std::nullopt;
  const poppler::rectf rect = page->page_rect(poppler::crop_box);
  const double pixels = rect.width() * rect.height() / (kInch * kInch);
  if (!(pixels > 0)) return std::nullopt;
  // A user unit is known to the survey alone.
  const double unit = std::sqrt(survey.width * survey.height / (rect.width() * rect.height()));
  double resolution = std::min(render_resolution(survey) * unit, std::sqrt(kMostPixels / pixels));
  poppler::page_renderer renderer;
  renderer.set_image_format(poppler::image::format_gray8);
  renderer.set_render_hint(poppler::page_renderer::antialiasing);
  renderer.set_render_hint(poppler::page_renderer::text_antialiasing);
  const poppler::image render = renderer.render_page(page.get(), resolution, resolution);
  if (!render.is_valid() || render.width() < 1 || render.height() < 1) return std::nullopt;
  PageImage out;
  out.pixels = from_rows(render);
  if (!out.pixels) return std::nullopt;
  out.to_page = {survey.width / render.width(), 0, 0, survey.height / render.height(), 0, 0};
  return out;
}

bool make_upright(Image& image, Affine& to_page) {
  if (!to_page.upright()) return false;
  for (const bool flip : {false, true}) {
    for (int quarters = 0; quarters < 4; ++quarters) {
      const double width = pixGetWidth(image.get()), height = pixGetHeight(image.get());
      const bool sideways = quarters % 2 == 1;
      const double turned_width = sideways ? height : width, turned_height = sideways ? width : height;
      const Affine flipped = flip ? Affine{-1, 0, 0, 1, turned_width, 0} : Affine{};
      const Affine back = quarter_turn(360 - 90 * quarters, turned_width, turned_height);
      const Affine rest = flipped.then(back).then(to_page);
      const double across = std::max(std::abs(rest.b), std::abs(rest.c));
      if (!(rest.a > across && rest.d > across)) continue;
      if (quarters != 0) image.reset(pixRotateOrth(image.get(), quarters));
      if (flip && image) pixFlipLR(image.get(), image.get());
      to_page = {rest.a, 0, 0, rest.d, rest.e, rest.f};
      return image != nullptr;
    }
  }
  return false;
}

}  // namespace pst::source

// The image of a PDF page, to be read by OCR.
#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "source/image.hpp"
#include "source/page_survey.hpp"

namespace pst::source {

/// More pixels are not read; a render is made coarser until it fits. A4 at 600 pixels an inch fits.
inline constexpr double kMostPixels = 36e6;

/// A page's image, 8 bits a pixel, black is 0, upright as the page is shown.
struct PageImage {
  Image pixels;
  Affine to_page;       ///< from its pixels to the page as shown, in points; no turn, no flip
  bool stored = false;  ///< it is the picture of the PDF itself, not a render
};

/// Makes the images of a PDF's pages. May be asked from several threads.
///
/// Where one picture covers the page (kCovers) and nothing else is painted, the picture is taken as it is
/// stored: no pixel is made up or lost. Any other page, and any picture that only a renderer can interpret
/// (masks, JBIG2, CMYK, unusual colour spaces), is rendered by poppler, at the resolution of the picture that
/// covers most of it, else at kRenderResolution.
class PageImages {
 public:
  /// The bytes must outlive this object.
  PageImages(std::string_view pdf, std::string password);
  ~PageImages();
  PageImages(const PageImages&) = delete;
  PageImages& operator=(const PageImages&) = delete;

  /// What page `number` (1-based) paints.
  Survey survey(int number);

  /// The page's image; nothing where it is too damaged to be shown.
  std::optional<PageImage> image(int number, const Survey& survey);

 private:
  struct Renderer;

  std::optional<PageImage> stored(const Picture& picture);
  std::optional<PageImage> rendered(int number, const Survey& survey);

  std::string_view pdf_;
  std::string password_;
  std::mutex mutex_;  // neither QPDF nor poppler may be asked from two threads at once
  PdfPictures pictures_;
  std::unique_ptr<Renderer> renderer_;
};

inline constexpr double kCovers = 0.8;            ///< share of the page
inline constexpr double kRenderResolution = 300;  ///< pixels an inch

/// A stored picture as 8 bits a pixel; null where its data is damaged or not what it says.
Image decode(const PdfPictures::Stored& stored, int width, int height);

/// Turns and flips the image so that `to_page` neither turns nor flips any more. False where it is skewed.
bool make_upright(Image& image, Affine& to_page);

}  // namespace pst::source

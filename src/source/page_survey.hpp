// What is painted on a PDF page, as far as its image is concerned: which pictures, where and how large.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "source/affine.hpp"

namespace pst::source {

/// A picture as placed on the page.
struct Picture {
  int width = 0, height = 0;  ///< pixels
  Affine to_page;             ///< from its pixels to the page as shown, in points
  int object = -1;            ///< to ask for it again; -1 for one inside the content stream

  /// Where it stands on the page as shown.
  Box box() const;

  /// Pixels an inch on the page; 0 where it has no extent.
  double resolution() const;
};

struct Survey {
  double width = 0, height = 0;  ///< of the page as shown, in points
  std::vector<Picture> pictures;
  int drawn = 0;  ///< shapes filled or stroked, and shadings
  int shown = 0;  ///< texts shown that can be seen (no invisible layer)

  /// The picture that covers most of the page; null where none covers `least` of it.
  const Picture* covering(double least) const;
};

/// A PDF opened to look at its pages' pictures. Bad pages give an empty survey, never an exception; a file
/// that cannot be opened has no page. Not to be asked from two threads at once.
class PdfPictures {
 public:
  /// The bytes must outlive this object.
  PdfPictures(std::string_view pdf, const std::string& password);
  ~PdfPictures();
  PdfPictures(const PdfPictures&) = delete;
  PdfPictures& operator=(const PdfPictures&) = delete;

  int pages() const;

  /// What page `number` (1-based) paints.
  Survey survey(int number);

  /// A picture's data and what is needed to read it.
  struct Stored {
    std::string filter;     ///< the codec left to decode: "DCT", "JPX", "CCITT", or empty for plain samples
    std::string bytes;      ///< encoded, or rows of samples, each row beginning at a byte
    int bits = 8;           ///< a sample, plain samples only
    int components = 1;     ///< a pixel: 1, 3; plain samples only
    std::string palette;    ///< RGB triples where the samples are indices into it
    bool inverted = false;  ///< small samples are light
    int fax_k = 0;          ///< of CCITT: its /K
  };

  /// The picture as stored, or nothing where only a renderer can tell what it shows: masks, odd colour
  /// spaces, filters not named above, more than `most_bytes` of data.
  std::unique_ptr<Stored> stored(const Picture& picture, std::size_t most_bytes);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pst::source

// Whether the text layer behind a scan says what the scan shows: asked of the image, before any reading.
#pragma once

#include <vector>

#include "source/document.hpp"
#include "source/ocr_engine.hpp"
#include "source/ocr_image.hpp"

namespace pst::source {

/// What of a layer could be held against its image, and what of it does not agree.
struct LayerCheck {
  int letters = 0, bare = 0;      ///< letters of the image; those that stand under no word
  int marks = 0, unmarked = 0;    ///< marks of lists; those for which the layer has no sign
  int labels = 0, misread = 0;    ///< numbers and labels before text; those that are read otherwise
  std::vector<Box> labels_drawn;  ///< where they stand in the image, in its pixels
  std::vector<std::string> labels_said;

  /// More than chance, a stamp or a picture among the text account for.
  bool contradicted() const;

  /// Counts another page's as well.
  void add(const LayerCheck& other);
};

/// Letters and marks, by place alone. `to_page` leads from the pixels of the image as it was given to
/// make_ready to the page in points.
LayerCheck hold_against(const Page& page, const ReadyImage& image, const Affine& to_page);

/// The labels as well, each read once more by itself.
void read_labels(LayerCheck& check, const ReadyImage& image, OcrEngine& engine);

}  // namespace pst::source

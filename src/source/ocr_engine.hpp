// Tesseract: the words of one image.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "source/ocr_image.hpp"

namespace pst::source {

/// A word as recognised, in the pixels of the image given.
struct Word {
  std::string text;       ///< UTF-8, no white space
  Box ink;                ///< around what is black
  double baseline = 0;    ///< y, at the word's middle
  double row_height = 0;  ///< from descenders to ascenders of its line
  double stroke = 0;      ///< thickness of its strokes
  float confidence = 0;   ///< 0 to 1
  bool known = false;     ///< in Tesseract's own dictionary
  bool first = false;     ///< of its line
  bool mark = false;      ///< the sign of a list item, told by its shape
  bool settled = false;   ///< a label or abbreviation of as many letters as its ink shows
  int turn = 0;  ///< degrees clockwise that it is turned in the image: words on their side in a table
};

struct Recognised {
  std::vector<Word> words;
  bool in_time = true;  ///< false where it took too long and was given up: no words then

  /// Mean over the words, weighted by their length; 0 without words.
  double confidence() const;
};

/// The folder that holds `fra.traineddata`: $TESSDATA_PREFIX, else where systems keep it. Throws pst::Error,
/// which names the package to install.
std::string find_tessdata();

/// One engine with its model loaded; each thread needs its own.
class OcrEngine {
 public:
  /// Throws pst::Error where the data in `tessdata` cannot be loaded.
  explicit OcrEngine(std::string tessdata);
  ~OcrEngine();
  OcrEngine(OcrEngine&&) noexcept;
  OcrEngine& operator=(OcrEngine&&) noexcept;

  /// The words of the image, in the order in which its blocks are read, bullets among them. `most` is the
  /// processor's time, not the clock's, so that a busy machine reads what an idle one reads.
  Recognised read(const ReadyImage& image, std::chrono::milliseconds most);

  /// One word for each place, read by itself; without confidence where nothing is found.
  std::vector<Word> read_words(const ReadyImage& image, const std::vector<Box>& places);

  /// By how many degrees clockwise (0, 90, 180, 270) the image must be turned to be upright; 0 where that
  /// cannot be told, or the data for it (`osd.traineddata`) is not there.
  int turn_needed(const Image& grey);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pst::source

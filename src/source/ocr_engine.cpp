#include "source/ocr_engine.hpp"

#include <dlfcn.h>
#include <leptonica/allheaders.h>
#include <tesseract/baseapi.h>
#include <tesseract/ocrclass.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <utility>

#include "source/error.hpp"
#include "source/ocr_marks.hpp"
#include "text/unicode.hpp"

namespace pst::source {
namespace {

constexpr const char* kLanguage = "fra";

/// Tesseract asks OpenMP for four threads wherever it is called. Pages are read side by side here, so that
/// those would only stand in each other's way. The runtime is the one that Tesseract brings, if any.
void stay_on_one_thread() {
  using SetLevels = void (*)(int);
  if (void* set = dlsym(RTLD_DEFAULT, "omp_set_max_active_levels")) reinterpret_cast<SetLevels>(set)(0);
}

std::chrono::nanoseconds processor_time() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
}

struct Deadline {
  std::chrono::nanoseconds at;

  static bool passed(void* self, int) { return processor_time() > static_cast<Deadline*>(self)->at; }
};

Word word_at(const tesseract::ResultIterator& at, const char* utf8) {
  Word word;
  word.text = utf8;
  int x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  at.BoundingBox(tesseract::RIL_WORD, &x0, &y0, &x1, &y1);
  word.ink = {static_cast<double>(x0), static_cast<double>(y0), static_cast<double>(x1),
              static_cast<double>(y1)};
  word.baseline = y1;
  int bx0 = 0, by0 = 0, bx1 = 0, by1 = 0;
  if (at.Baseline(tesseract::RIL_TEXTLINE, &bx0, &by0, &bx1, &by1)) {
    const double along = bx1 > bx0 ? ((x0 + x1) / 2.0 - bx0) / (bx1 - bx0) : 0;
    word.baseline = by0 + along * (by1 - by0);
  }
  float height = 0, descenders = 0, ascenders = 0;
  at.RowAttributes(&height, &descenders, &ascenders);
  word.row_height = height;
  word.confidence = at.Confidence(tesseract::RIL_WORD) / 100;
  word.known = at.WordIsFromDictionary();
  word.first = at.IsAtBeginningOf(tesseract::RIL_TEXTLINE);
  tesseract::Orientation up{};
  tesseract::WritingDirection along{};
  tesseract::TextlineOrder order{};
  float skew = 0;
  at.Orientation(&up, &along, &order, &skew);
  word.turn = 90 * static_cast<int>(up);  // page up, right, down, left
  return word;
}

/// Whether anything larger than specks stands in the cell.
bool has_ink(const ReadyImage& image, const Box& cell) {
  constexpr double kLeast = 0.3;  // of a letter's square
  BOX* part = boxCreate(static_cast<int>(cell.x0), static_cast<int>(cell.y0),
                        static_cast<int>(cell.x1 - cell.x0), static_cast<int>(cell.y1 - cell.y0));
  const Image inside(pixClipRectangle(image.ink.get(), part, nullptr));
  boxDestroy(&part);
  l_int32 count = 0;
  if (inside) pixCountPixels(inside.get(), &count, nullptr);
  return count > kLeast * image.letter_height * image.letter_height;
}

}  // namespace

double Recognised::confidence() const {
  double sum = 0, weight = 0;
  for (const Word& word : words) {
    const auto length = static_cast<double>(text::length(word.text));
    sum += length * static_cast<double>(word.confidence);
    weight += length;
  }
  return weight > 0 ? sum / weight : 0;
}

std::string find_tessdata() {
  namespace fs = std::filesystem;
  std::vector<fs::path> folders;
  if (const char* own = std::getenv("TESSDATA_PREFIX"); own != nullptr && *own != '\0') {
    folders = {own, fs::path(own) / "tessdata"};
  }
  for (const char* usual :
       {"/usr/share/tesseract-ocr/5/tessdata", "/usr/share/tesseract-ocr/4.00/tessdata",
        "/usr/share/tessdata", "/usr/share/tesseract/tessdata", "/usr/local/share/tessdata"}) {
    folders.emplace_back(usual);
  }
  for (const fs::path& folder : folders) {
    std::error_code ignored;
    if (fs::is_regular_file(folder / (std::string(kLanguage) + ".traineddata"), ignored))
      return folder.string();
  }
  throw Error({}, "le français manque à Tesseract, qui lit les pages scannées",
              "installez le paquet « tesseract-ocr-fra », ou donnez dans $TESSDATA_PREFIX le dossier de "
              "« fra.traineddata »");
}

struct OcrEngine::Impl {
  std::string tessdata;
  tesseract::TessBaseAPI reader;
  std::unique_ptr<tesseract::TessBaseAPI> orientation;  // loaded when first asked
  bool orientation_tried = false;

  /// What is read from now on; Tesseract makes a copy.
  void show(const Image& pixels, double letter_height);

  /// Reads what is shown, or only a cell of it. False where the time is up.
  bool read(const ReadyImage& image, const Box* cell, Deadline& deadline, std::vector<Word>& words);

  /// The word, of what is shown, read once more, by itself; without confidence where nothing is found.
  Word read_word(const Word& word);

  /// Looks again, one by one, at the words that were read with little confidence or have more letters than
  /// their ink, or fewer, and keeps the better reading.
  void reread(const ReadyImage& image, Deadline& deadline, std::vector<Word>& words);
};

void OcrEngine::Impl::show(const Image& pixels, double letter_height) {
  reader.SetImage(pixels.get());
  // Only for the sizes that Tesseract assumes when it looks for lines: letters of 11 points.
  constexpr double kPointsOfLetter = 5.5, kInch = 72;
  reader.SetSourceResolution(static_cast<int>(letter_height / kPointsOfLetter * kInch));
}

bool OcrEngine::Impl::read(const ReadyImage& image, const Box* cell, Deadline& deadline,
                           std::vector<Word>& words) {
  // Full layout analysis is the best of all modes on columns as well as on prose; a cell is one block.
  constexpr double kBlock = 30;  // letter heights: a cell so high may hold anything
  const bool block = cell != nullptr && cell->y1 - cell->y0 < kBlock * image.letter_height;
  reader.SetPageSegMode(block ? tesseract::PSM_SINGLE_BLOCK : tesseract::PSM_AUTO);
  if (cell != nullptr) {
    const int edge = static_cast<int>(0.1 * image.letter_height);  // what is left of the rules
    reader.SetRectangle(static_cast<int>(cell->x0) + edge, static_cast<int>(cell->y0) + edge,
                        static_cast<int>(cell->x1 - cell->x0) - 2 * edge,
                        static_cast<int>(cell->y1 - cell->y0) - 2 * edge);
  }
  tesseract::ETEXT_DESC monitor;
  monitor.cancel = &Deadline::passed;
  monitor.cancel_this = &deadline;
  const bool done = reader.Recognize(&monitor) == 0 && !Deadline::passed(&deadline, 0);
  const std::unique_ptr<tesseract::ResultIterator> at(done ? reader.GetIterator() : nullptr);
  if (at) {
    do {
      const std::unique_ptr<char[]> utf8(at->GetUTF8Text(tesseract::RIL_WORD));
      if (!utf8) continue;
      Word word = word_at(*at, utf8.get());
      if (word.text.empty()) continue;
      word.stroke = stroke_width(image.ink, word.ink);
      words.push_back(std::move(word));
    } while (at->Next(tesseract::RIL_WORD));
  }
  return done;
}

Word OcrEngine::Impl::read_word(const Word& word) {
  constexpr double kEdge = 0.2;  // of the row's height: less than a space, so that no neighbour shows
  const int edge = static_cast<int>(kEdge * word.row_height);
  reader.SetPageSegMode(tesseract::PSM_SINGLE_WORD);
  reader.SetRectangle(std::max(0, static_cast<int>(word.ink.x0) - edge),
                      std::max(0, static_cast<int>(word.ink.y0) - edge),
                      static_cast<int>(word.ink.x1 - word.ink.x0) + 2 * edge,
                      static_cast<int>(word.ink.y1 - word.ink.y0) + 2 * edge);
  Word fresh = word;
  fresh.confidence = 0;
  const std::unique_ptr<tesseract::ResultIterator> at(reader.Recognize(nullptr) == 0 ? reader.GetIterator()
                                                                                     : nullptr);
  const std::unique_ptr<char[]> utf8(at ? at->GetUTF8Text(tesseract::RIL_WORD) : nullptr);
  if (utf8 && utf8[0] != '\0') {
    fresh.text = utf8.get();
    fresh.confidence = at->Confidence(tesseract::RIL_WORD) / 100;
    fresh.known = at->WordIsFromDictionary();
  }
  return fresh;
}

void OcrEngine::Impl::reread(const ReadyImage& image, Deadline& deadline, std::vector<Word>& words) {
  constexpr float kDoubtful = 0.6F;
  constexpr std::size_t kMost = 60;  // where more are doubtful the whole page is, and no second look helps
  std::vector<std::pair<Word*, bool>> doubtful;  // and whether its ink says that it is wrong
  for (Word& word : words) {
    if (word.turn != 0 || text::fold(word.text).empty()) continue;
    const bool wrong = contradicts_ink(image.ink, word);
    if (wrong || word.confidence < kDoubtful) doubtful.emplace_back(&word, wrong);
  }
  if (doubtful.size() > kMost) return;
  for (const auto& [word, wrong] : doubtful) {
    if (Deadline::passed(&deadline, 0)) return;
    const Word fresh = read_word(*word);
    const bool mended = wrong && fresh.confidence > 0 && !contradicts_ink(image.ink, fresh);
    if (!mended && !is_surer(fresh, *word)) continue;
    // Dots are overlooked, not made up: of two readings with the same letters the shorter one goes.
    if (text::fold(fresh.text) != text::fold(word->text) || fresh.text.size() >= word->text.size())
      word->text = fresh.text;
    word->confidence = std::max(word->confidence, fresh.confidence);
  }
}

OcrEngine::OcrEngine(std::string tessdata) : impl_(std::make_unique<Impl>()) {
  setMsgSeverity(L_SEVERITY_NONE);
  stay_on_one_thread();
  impl_->tessdata = std::move(tessdata);
  tesseract::TessBaseAPI& reader = impl_->reader;
  if (reader.Init(impl_->tessdata.c_str(), kLanguage, tesseract::OEM_LSTM_ONLY) != 0) {
    throw Error({impl_->tessdata + "/fra.traineddata"}, "données de Tesseract illisibles",
                "réinstallez le paquet « tesseract-ocr-fra »");
  }
  reader.SetVariable("debug_file", "/dev/null");
  // Its search for tables takes minutes on a page of grain, and no deadline ends it; tables are found before.
  reader.SetVariable("textord_tabfind_find_tables", "0");
  // Otsu's threshold: the paper is even by now (see make_ready), and Sauvola's finds letters in its grain.
  reader.SetVariable("thresholding_method", "0");
}

OcrEngine::~OcrEngine() = default;
OcrEngine::OcrEngine(OcrEngine&&) noexcept = default;
OcrEngine& OcrEngine::operator=(OcrEngine&&) noexcept = default;

Recognised OcrEngine::read(const ReadyImage& image, std::chrono::milliseconds most) {
  Recognised out;
  if (!image.grey || image.hopeless || image.letter_height <= 0) return out;
  Deadline deadline{processor_time() + most};
  // Text beside tables first, the cells blanked; then each cell by itself: words of neighbouring cells, which
  // seldom stand level, would be taken for one line otherwise.
  const Image beside(image.cells.empty() ? pixClone(image.grey.get()) : pixCopy(nullptr, image.grey.get()));
  if (!beside) return out;
  for (const Box& cell : image.cells) {
    pixRasterop(beside.get(), static_cast<int>(cell.x0), static_cast<int>(cell.y0),
                static_cast<int>(cell.x1 - cell.x0), static_cast<int>(cell.y1 - cell.y0), PIX_SET, nullptr, 0,
                0);
  }
  impl_->show(beside, image.letter_height);
  out.in_time = impl_->read(image, nullptr, deadline, out.words);
  if (!image.cells.empty()) impl_->show(image.grey, image.letter_height);
  for (const Box& cell : image.cells) {
    if (!out.in_time) break;
    if (has_ink(image, cell)) out.in_time = impl_->read(image, &cell, deadline, out.words);
  }
  if (!out.in_time) out.words.clear();
  impl_->reread(image, deadline, out.words);
  impl_->reader.Clear();
  for (Word& word : out.words) settle_by_shape(image.ink, word);
  for (std::size_t i = 0; i < out.words.size(); ++i)
    raise_first_letter(image.ink, out.words[i], i > 0 ? &out.words[i - 1] : nullptr);
  set_bullets(image.marks, out.words);
  raise_capitals(out.words);
  set_signs(out.words);
  for (Word& word : out.words) word.text = with_ellipsis(with_dots(std::move(word.text)));
  return out;
}

std::vector<Word> OcrEngine::read_words(const ReadyImage& image, const std::vector<Box>& places) {
  constexpr double kRow = 1.6;  // letter heights
  std::vector<Word> out;
  if (!image.grey || places.empty()) return out;
  impl_->show(image.grey, image.letter_height);
  for (const Box& place : places) {
    Word word;
    word.ink = place;
    word.row_height = kRow * image.letter_height;
    word = impl_->read_word(word);
    settle_by_shape(image.ink, word);
    out.push_back(std::move(word));
  }
  impl_->reader.Clear();
  return out;
}

int OcrEngine::turn_needed(const Image& grey) {
  Impl& impl = *impl_;
  if (!std::exchange(impl.orientation_tried, true)) {
    std::error_code ignored;
    const auto data = std::filesystem::path(impl.tessdata) / "osd.traineddata";
    if (std::filesystem::is_regular_file(data, ignored)) {
      auto api = std::make_unique<tesseract::TessBaseAPI>();
      if (api->Init(impl.tessdata.c_str(), "osd", tesseract::OEM_TESSERACT_ONLY) == 0) {
        api->SetVariable("debug_file", "/dev/null");
        api->SetPageSegMode(tesseract::PSM_OSD_ONLY);
        impl.orientation = std::move(api);
      }
    }
  }
  if (!impl.orientation) return 0;
  impl.orientation->SetImage(grey.get());
  int clockwise = 0;
  float confidence = 0;
  const bool told = impl.orientation->DetectOrientationScript(&clockwise, &confidence, nullptr, nullptr);
  impl.orientation->Clear();
  return told ? (360 - clockwise) % 360 : 0;
}

}  // namespace pst::source

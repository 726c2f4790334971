// What a PDF may cost: bounds that no plan comes near, so that a hostile file stays harmless.
#pragma once

#include <chrono>
#include <cstddef>
#include <stdexcept>

namespace pst::source::pdf {

constexpr std::size_t kMaxFileBytes = std::size_t{256} << 20;
constexpr std::size_t kMaxPages = 10'000;
constexpr long kMaxObjects = 500'000;
constexpr std::size_t kMaxStreamBytes = std::size_t{64} << 20;  ///< one stream, expanded
constexpr std::size_t kMaxExpandedBytes = std::size_t{1}
                                          << 30;  ///< all streams of a file, expanded one by one
constexpr std::size_t kMaxIndexBytes = std::size_t{96}
                                       << 20;     ///< object and cross-reference streams, expanded
constexpr std::size_t kMaxExpansion = 4096;       ///< an index stream's size against its file's
constexpr std::size_t kMaxOperators = 5'000'000;  ///< of one page, forms included
constexpr std::size_t kMaxOperands = 100'000;     ///< of one operator, an array's items included
constexpr std::size_t kMaxGlyphs = 400'000;       ///< of one page
constexpr std::size_t kMaxTextBytes = std::size_t{24}
                                      << 20;     ///< of a document; some two hundred for each plan's one
constexpr std::size_t kMaxPathBoxes = 20'000;    ///< rules, and fills, of one page
constexpr std::size_t kMaxGraphicsStates = 512;  ///< nested `q`
constexpr std::size_t kMaxMarks = 512;           ///< nested marked content
constexpr int kMaxFormDepth = 12;
constexpr int kMaxTreeDepth = 64;              ///< pages, structure, nested arrays
constexpr std::size_t kMaxElements = 500'000;  ///< of the structure tree
constexpr std::size_t kMaxMappings = 200'000;  ///< of one character map

/// Thrown where a bound above is passed; its message is French and names the bound.
struct LimitError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// The time has run out for the whole document.
struct TimeError : LimitError {
  using LimitError::LimitError;
};

/// What is left to spend on one document. Time is that of the calling thread's work: a busy machine reads the
/// same.
class Budget {
 public:
  explicit Budget(std::chrono::milliseconds time);

  /// Throws TimeError when the document's time is over. Cheap enough for every few hundred steps.
  void check_time() const;

  /// Counts bytes that a filter has made; throws LimitError when they are too many.
  void expand(std::size_t bytes);

 private:
  std::chrono::nanoseconds end_;
  std::size_t expanded_ = 0;
};

}  // namespace pst::source::pdf

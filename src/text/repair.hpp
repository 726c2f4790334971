// French that OCR spoilt: how to tell such a document, and what of it can be mended without guessing.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pst::text {

/// How far a document looks like the product of OCR: evidence counted over its lines.
struct OcrEvidence {
  int words = 0;      ///< words looked at
  int unknown = 0;    ///< words in a shape that French does not have: misread, or their accents forgotten
  int telltales = 0;  ///< what no one types: I'action, étre, c6té, ceuvre, bullets read as «» or ¢
  double rate = 0;    ///< telltales in a hundred words
  bool is_ocr = false;
};

/// Cheap, and needs no dictionary; looks at the first 200 000 words. Typing errors and forgotten accents
/// alone never make a document OCR.
OcrEvidence assess(const std::vector<std::string_view>& lines);

/// Repairs titles of a document that is OCR (see assess), where the repair is certain. A word the dictionary
/// knows is never changed, except a (à), ou (où) and des (dès) where the sentence leaves no doubt; names and
/// abbreviations are left alone, so are today's spellings (connaitre, ainés) and capitals without accents.
/// Questions are answered from memory where possible. May be asked from several threads.
class Repairer {
 public:
  /// Uses hunspell's French dictionary, opened at the first question: in `dictionary_folder`, else in
  /// `$PST_HUNSPELL_DIR`, else where the system keeps it. Without one, only the repairs that need none are
  /// made.
  explicit Repairer(std::string dictionary_folder = {});
  ~Repairer();
  Repairer(Repairer&&) noexcept;
  Repairer& operator=(Repairer&&) noexcept;

  /// Whether a dictionary was found.
  bool available() const;

  /// The repaired text (a whole title, its lines joined), or nothing where nothing changed. A text of more
  /// than 5000 bytes is no title and is left alone.
  /// `doubtful`, where given, takes what doubtful() would say.
  std::optional<std::string> repair(std::string_view text,
                                    std::vector<std::string>* doubtful = nullptr) const;

  /// Whether the word is French as spelled; false without a dictionary.
  bool knows(std::string_view word) const;

  /// Words as they stand that look misread and could not be repaired with certainty, in order. Words that are
  /// merely in no dictionary (names, new words) are not among them.
  std::vector<std::string> doubtful(std::string_view text) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pst::text

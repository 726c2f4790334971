// A PDF's objects, as PoDoFo finds them: the one file through which the reader sees them. Nothing here throws
// for an object that is missing or of another type than hoped for: the answer is then null or the fallback.
#pragma once

#include <podofo/podofo-base.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "source/pdf_geometry.hpp"
#include "source/pdf_limits.hpp"

namespace pst::source::pdf {

using Object = PoDoFo::PdfObject;

/// The objects of one file. The bytes must outlive it.
class Objects {
 public:
  /// Reads the cross-references; objects are parsed when first asked for. Throws PoDoFo::PdfError where the
  /// references are broken.
  explicit Objects(std::string_view bytes);

  const Object* trailer() const { return parser_->GetTrailer(); }

  /// What `object` refers to, through any number of references; null for PDF's null.
  const Object* resolve(const Object* object) const;

  /// The value of a dictionary's key, resolved.
  const Object* get(const Object* dictionary, const char* key) const;
  const Object* get(const Object* dictionary, const std::string& key) const;

  /// The item of an array, resolved.
  const Object* item(const Object* array, std::size_t index) const;

  double number(const Object* dictionary, const char* key, double fallback) const;
  std::string_view name(const Object* dictionary, const char* key) const;

  /// The stream's bytes with every filter undone, as far as they can be; throws LimitError.
  std::string stream(const Object* object, Budget& budget) const;

  /// Every object of the file whose Type that is; parses them all.
  std::vector<const Object*> of_type(std::string_view type) const;

  /// Whether an object asked for so far could not be parsed.
  bool damaged() const { return damaged_; }

  /// Lets go of what was parsed of a stream that will not be needed again.
  static void forget(const Object* object);

 private:
  PoDoFo::PdfVecObjects objects_;
  bool ends_where_it_says(const Object* object, std::size_t length) const;

  std::unique_ptr<PoDoFo::PdfParser> parser_;
  std::string_view bytes_;
  mutable bool damaged_ = false;
};

bool is_dictionary(const Object* object);
bool is_number(const Object* object);
bool is_name(const Object* object, std::string_view name);
/// 0 where it is no array.
std::size_t size(const Object* array);
double number(const Object* object, double fallback = 0);
std::string_view name(const Object* object);
/// A string's bytes as stored.
std::string_view bytes(const Object* string);
/// A text string (PDFDocEncoding, UTF-16 or UTF-8) as UTF-8.
std::string text(const Object* string);
/// Six numbers; the identity where they are none.
Matrix matrix(const Objects& objects, const Object* array);

/// What tells one object from another: its number, or its address where it has none.
using Identity = std::uintptr_t;
Identity identity(const Object* object);

}  // namespace pst::source::pdf

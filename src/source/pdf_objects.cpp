#include "source/pdf_objects.hpp"

#include <algorithm>
#include <mutex>

#include "source/pdf_inflate.hpp"

namespace pst::source::pdf {

namespace {

using namespace PoDoFo;

constexpr int kMaxReferences = 16;  ///< a reference to a reference …

/// PoDoFo speaks on standard error and keeps its settings in statics: set once, before its first use.
void settle_podofo() {
  static std::once_flag once;
  std::call_once(once, [] {
    PdfError::EnableDebug(false);
    PdfError::EnableLogging(false);
    PdfParser::SetMaxObjectCount(kMaxObjects);
    PdfParser::SetIgnoreBrokenObjects(false);
  });
}

/// Takes what PoDoFo's filters make, up to the bound.
class BoundedOutput : public PdfOutputStream {
 public:
  BoundedOutput(std::string& out, Budget& budget) : out_(out), budget_(budget) {}

  pdf_long Write(const char* data, pdf_long length) override {
    budget_.expand(static_cast<std::size_t>(length));
    if (out_.size() + static_cast<std::size_t>(length) > kMaxStreamBytes) {
      throw LimitError("un flux décompressé dépasse la limite");
    }
    out_.append(data, static_cast<std::size_t>(length));
    budget_.check_time();
    return length;
  }
  void Close() override {}

 private:
  std::string& out_;
  Budget& budget_;
};

}  // namespace

Objects::Objects(std::string_view bytes) : bytes_(bytes) {
  settle_podofo();
  objects_.SetAutoDelete(true);
  parser_ = std::make_unique<PdfParser>(&objects_);
  parser_->ParseFile(bytes.data(), static_cast<long>(bytes.size()), true);
}

const Object* Objects::resolve(const Object* object) const {
  try {
    for (int hops = 0; object != nullptr && object->IsReference(); ++hops) {
      if (hops == kMaxReferences) return nullptr;
      object = objects_.GetObject(object->GetReference());
    }
    return object == nullptr || object->IsNull() ? nullptr : object;  // IsNull parses an object not seen yet
  } catch (const PdfError&) {
    damaged_ = true;
    return nullptr;
  }
}

const Object* Objects::get(const Object* dictionary, const char* key) const {
  if (!is_dictionary(dictionary)) return nullptr;
  return resolve(dictionary->GetDictionary().GetKey(PdfName(key)));
}

const Object* Objects::get(const Object* dictionary, const std::string& key) const {
  if (!is_dictionary(dictionary)) return nullptr;
  return resolve(dictionary->GetDictionary().GetKey(PdfName(key)));
}

const Object* Objects::item(const Object* array, std::size_t index) const {
  return index < size(array) ? resolve(&array->GetArray()[index]) : nullptr;
}

double Objects::number(const Object* dictionary, const char* key, double fallback) const {
  return pdf::number(get(dictionary, key), fallback);
}

std::string_view Objects::name(const Object* dictionary, const char* key) const {
  return pdf::name(get(dictionary, key));
}

/// Whether `endstream` follows the data. PoDoFo takes a stream's Length as it is.
bool Objects::ends_where_it_says(const Object* object, std::size_t length) const {
  constexpr std::string_view kBegin = "stream", kEnd = "endstream";
  const auto* parsed = dynamic_cast<const PdfParserObject*>(object);
  if (parsed == nullptr || parsed->GetOffset() < 0) return true;
  std::size_t at = bytes_.find(kBegin, static_cast<std::size_t>(parsed->GetOffset()));
  // The word may stand in the dictionary, too; the keyword has `>>` before it.
  while (at != bytes_.npos && at > 0) {
    const std::size_t before = bytes_.find_last_not_of(" \t\r\n", at - 1);
    if (before != bytes_.npos && bytes_[before] == '>') break;
    at = bytes_.find(kBegin, at + kBegin.size());
  }
  if (at == bytes_.npos) return true;
  at += kBegin.size();
  if (bytes_.substr(at).starts_with("\r\n")) ++at;
  at = bytes_.find_first_not_of(" \t\r\n", std::min(at + 1 + length, bytes_.size()));
  return at != bytes_.npos && bytes_.substr(at).starts_with(kEnd);
}

std::string Objects::stream(const Object* object, Budget& budget) const {
  std::string out;
  if (!is_dictionary(object)) return out;
  const PdfStream* stream = nullptr;
  try {
    stream = object->GetStream();
  } catch (const PdfError&) {
    damaged_ = true;
  }
  if (stream == nullptr) return out;
  if (!ends_where_it_says(object, static_cast<std::size_t>(stream->GetLength()))) damaged_ = true;
  const Object* filter = get(object, "Filter");
  if (size(filter) == 1) filter = item(filter, 0);
  const bool flate = is_name(filter, "FlateDecode") || is_name(filter, "Fl");
  const Object* parameters = get(object, "DecodeParms");
  if (size(parameters) == 1) parameters = item(parameters, 0);
  const bool plain = number(parameters, "Predictor", 1) <= 1;
  if (filter == nullptr || (filter->IsArray() && size(filter) == 0)) {
    BoundedOutput bounded(out, budget);
    stream->GetCopy(&bounded);
    return out;
  }
  if (flate && plain) {
    if (const auto* memory = dynamic_cast<const PdfMemStream*>(stream)) {
      const std::string_view packed(memory->Get(), static_cast<std::size_t>(memory->GetLength()));
      if (!inflate(packed, out, budget)) damaged_ = true;
      return out;
    }
  }
  try {
    BoundedOutput bounded(out, budget);
    stream->GetFilteredCopy(&bounded);
  } catch (const PdfError&) {
    damaged_ = true;  // what came before the damage is used
  }
  return out;
}

std::vector<const Object*> Objects::of_type(std::string_view type) const {
  std::vector<const Object*> found;
  for (const Object* object : objects_) {
    if (name(resolve(object), "Type") == type) found.push_back(object);
  }
  return found;
}

void Objects::forget(const Object* object) {
  auto* parsed = dynamic_cast<PdfParserObject*>(const_cast<Object*>(object));
  if (parsed != nullptr) parsed->FreeObjectMemory(true);
}

bool is_dictionary(const Object* object) {
  return object != nullptr && object->IsDictionary();
}

bool is_number(const Object* object) {
  return object != nullptr && (object->IsNumber() || object->IsReal());
}

bool is_name(const Object* object, std::string_view wanted) {
  return object != nullptr && object->IsName() && object->GetName().GetName() == wanted;
}

std::size_t size(const Object* array) {
  return array != nullptr && array->IsArray() ? array->GetArray().size() : 0;
}

double number(const Object* object, double fallback) {
  if (object == nullptr) return fallback;
  if (object->IsNumber()) return static_cast<double>(object->GetNumber());
  if (!object->IsReal()) return fallback;
  const double value = object->GetReal();
  return std::isfinite(value) ? value : fallback;
}

std::string_view name(const Object* object) {
  if (object == nullptr || !object->IsName()) return {};
  return object->GetName().GetName();
}

std::string_view bytes(const Object* string) {
  if (string == nullptr || !(string->IsString() || string->IsHexString())) return {};
  const PdfString& value = string->GetString();
  if (!value.IsValid()) return {};
  return {value.GetString(), static_cast<std::size_t>(value.GetLength())};
}

std::string text(const Object* string) {
  if (string == nullptr || !(string->IsString() || string->IsHexString())) return {};
  const PdfString& value = string->GetString();
  return value.IsValid() ? value.GetStringUtf8() : std::string();
}

Matrix matrix(const Objects& objects, const Object* array) {
  if (size(array) < 6) return {};
  double v[6];
  for (std::size_t i = 0; i < 6; ++i) v[i] = number(objects.item(array, i));
  return {v[0], v[1], v[2], v[3], v[4], v[5]};
}

Identity identity(const Object* object) {
  if (object == nullptr) return 0;
  const auto& reference = object->Reference();
  if (!reference.IsIndirect()) return reinterpret_cast<Identity>(object);
  // Odd, where an address is even.
  return (static_cast<Identity>(reference.ObjectNumber()) << 17 | reference.GenerationNumber() << 1) | 1;
}

}  // namespace pst::source::pdf

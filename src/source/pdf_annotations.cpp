// Annotations that show text: their appearance is a form, fitted into their rectangle, or follows from their
// value.
#include <algorithm>
#include <array>
#include <cmath>

#include "source/pdf_content.hpp"
#include "source/pdf_encoding.hpp"

namespace pst::source::pdf {

namespace {

constexpr std::size_t kMaxAnnotations = 2000;  ///< of one page
constexpr int kFlagHidden = 1 << 1, kFlagNoView = 1 << 5;
constexpr std::array<std::string_view, 3> kWithText{"Widget", "FreeText", "Stamp"};

bool read_rectangle(const Objects& objects, const Object* array, Box& box) {
  if (size(array) < 4) return false;
  const auto side = [&](std::size_t i) { return number(objects.item(array, i)); };
  box = {std::min(side(0), side(2)), std::min(side(1), side(3)), std::max(side(0), side(2)),
         std::max(side(1), side(3))};
  return box.x1 > box.x0 && box.y1 > box.y0;
}

/// The appearance for normal viewing: a stream, or the one of several that the annotation's state names.
const Object* appearance(const Objects& objects, const Object* annotation) {
  const Object* normal = objects.get(objects.get(annotation, "AP"), "N");
  if (objects.get(normal, "BBox") != nullptr) return normal;
  return objects.get(normal, std::string(objects.name(annotation, "AS")));
}

bool is_true(const Object* object) {
  return object != nullptr && object->IsBool() && object->GetBool();
}

/// A field's entry, which its parents may hold.
const Object* inherited(const Objects& objects, const Object* field, const char* key) {
  for (int depth = 0; is_dictionary(field) && depth < kMaxTreeDepth; ++depth) {
    if (const Object* value = objects.get(field, key)) return value;
    field = objects.get(field, "Parent");
  }
  return nullptr;
}

/// The sign of a button that is on, by the letter of ZapfDingbats that its look names; empty where it is off.
std::string sign(const Objects& objects, const Object* button) {
  constexpr int kPush = 1 << 16, kRadio = 1 << 15;
  const int flags = static_cast<int>(std::clamp(number(inherited(objects, button, "Ff"), 0), 0., 1e9));
  const std::string_view state = objects.name(button, "AS");
  if ((flags & kPush) != 0 || state.empty() || state == "Off") return {};
  const std::string_view look = bytes(objects.get(objects.get(button, "MK"), "CA"));
  const char letter = look.size() == 1 ? look[0] : (flags & kRadio) != 0 ? 'l' : '4';
  return (*base_encoding("ZapfDingbatsEncoding"))[static_cast<unsigned char>(letter)];
}

/// What an annotation without an appearance of its own is to show: readers make one from its value.
std::string value_of(const Objects& objects, const Object* annotation) {
  const std::string_view subtype = objects.name(annotation, "Subtype");
  if (subtype == "FreeText") return text(objects.get(annotation, "Contents"));
  if (subtype != "Widget") return {};
  const std::string_view type = name(inherited(objects, annotation, "FT"));
  if (type == "Btn") return sign(objects, annotation);
  return type == "Tx" || type == "Ch" ? text(inherited(objects, annotation, "V")) : std::string();
}

/// The size that an appearance string ("/Helv 10 Tf 0 g") sets; 0 where it leaves that to the reader.
double size_in(std::string_view appearance) {
  Lexer lexer(appearance);
  std::string_view operation;
  while (lexer.next(operation)) {
    if (operation == "Tf" && lexer.operands().size() >= 2) return std::abs(lexer.operands()[1].number);
  }
  return 0;
}

}  // namespace

void ContentReader::show_value(const Object* annotation, const Box& place) {
  constexpr double kUsual = 12, kLeading = 1.15, kLetter = 0.5, kBase = 0.8;
  const Objects& objects = context_.objects;
  const std::string all = value_of(objects, annotation);
  double size = size_in(bytes(inherited(objects, annotation, "DA")));
  if (size <= 0) size = std::min(kUsual, (place.y1 - place.y0) / kLeading);
  const double scale = initial_.ctm.scale();
  if (!(size * scale > 0.1) || !std::isfinite(size * scale)) return;
  double top = place.y1;
  for (std::size_t at = 0; at < all.size() && top > place.y0; top -= kLeading * size) {
    const std::size_t end = std::min(all.find_first_of("\r\n", at), all.size());
    const std::string_view line = std::string_view(all).substr(at, end - at);
    at = all.compare(end, 2, "\r\n") == 0 ? end + 2 : end + 1;
    const double right = std::min(
        place.x1, place.x0 + kLetter * size * static_cast<double>(std::max<std::size_t>(line.size(), 1)));
    Glyph whole;
    whole.origin = initial_.ctm.apply(place.x0, top - kBase * size);
    whole.end = initial_.ctm.apply(right, top - kBase * size);
    whole.box = image(initial_.ctm, place.x0, top - size, right, top);
    const double length = std::hypot(whole.end.x - whole.origin.x, whole.end.y - whole.origin.y);
    if (!(length > 0)) return;
    whole.along = {(whole.end.x - whole.origin.x) / length, (whole.end.y - whole.origin.y) / length};
    whole.size = whole.style.size = size * scale;
    words_.add_replacement(whole, line);
  }
}

void ContentReader::show_annotations(const Object* page) {
  const Object* annotations = context_.objects.get(page, "Annots");
  // What content streams have left open ends here.
  skipped_marks_ = skipped_saves_ = 0;
  while (!marks_.empty()) end_mark();
  state_ = initial_;
  saved_.clear();
  for (std::size_t i = 0; i < std::min(size(annotations), kMaxAnnotations); ++i) {
    context_.budget.check_time();
    show_annotation(context_.objects.item(annotations, i));
  }
}

void ContentReader::show_annotation(const Object* annotation) {
  const Objects& objects = context_.objects;
  if (std::find(kWithText.begin(), kWithText.end(), objects.name(annotation, "Subtype")) == kWithText.end())
    return;
  const int flags = static_cast<int>(std::clamp(objects.number(annotation, "F", 0), 0., 1e9));
  if ((flags & (kFlagHidden | kFlagNoView)) != 0) return;
  const Object* form = appearance(objects, annotation);
  Box place, own;
  if (!read_rectangle(objects, objects.get(annotation, "Rect"), place)) return;
  // An appearance may be older than the value where the file asks for new ones.
  const Object* document_form = objects.get(objects.get(objects.trailer(), "Root"), "AcroForm");
  const bool stale = is_true(objects.get(document_form, "NeedAppearances"));
  if (objects.get(annotation, "AP") == nullptr || (stale && !value_of(objects, annotation).empty()))
    return show_value(annotation, place);
  if (!read_rectangle(objects, objects.get(form, "BBox"), own)) return;
  const Box shown = image(matrix(objects, objects.get(form, "Matrix")), own.x0, own.y0, own.x1, own.y1);
  if (!(shown.x1 > shown.x0 && shown.y1 > shown.y0)) return;
  const double x = (place.x1 - place.x0) / (shown.x1 - shown.x0),
               y = (place.y1 - place.y0) / (shown.y1 - shown.y0);
  const Matrix fit{x, 0, 0, y, place.x0 - x * shown.x0, place.y0 - y * shown.y0};
  state_.ctm = fit.then(initial_.ctm);
  if (state_.ctm.finite()) show_form(form);
  state_ = initial_;
}

}  // namespace pst::source::pdf

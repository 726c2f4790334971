// Annotations that show text: their appearance is a form, fitted into their rectangle.
#include <algorithm>
#include <array>

#include "source/pdf_content.hpp"

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

}  // namespace

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
  if (!read_rectangle(objects, objects.get(annotation, "Rect"), place) ||
      !read_rectangle(objects, objects.get(form, "BBox"), own)) {
    return;
  }
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

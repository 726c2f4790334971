// A document's pages, in order, with what they inherit.
#pragma once

#include <vector>

#include "source/pdf_objects.hpp"

namespace pst::source::pdf {

struct PageObject {
  const Object* page = nullptr;
  const Object* resources = nullptr;
  double width = 0, height = 0;  ///< as shown, points
  Matrix to_page;                ///< the page's user space to points from its top left corner, as shown
};

/// Walks the page tree; without a sound one, takes every object of type Page. Throws LimitError where they
/// are too many.
std::vector<PageObject> pages_of(const Objects& objects, Budget& budget);

/// A page's content streams as one.
std::string content_of(const Objects& objects, const Object* page, Budget& budget);

}  // namespace pst::source::pdf

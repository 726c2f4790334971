// Lines that only their type tells from the text: headings without number or marker word.
#pragma once

#include <string>

#include "plan/scan.hpp"

namespace pst::plan {

/// What headings of one rung have in common.
struct HeadingForm {
  std::string key;  ///< the same for all of one form: their size, else capitals or bold; empty for no heading
  bool capitals = false;
  bool bold = false;  ///< in bold, of the size of the text
};

/// The form of a short line in larger type, or of one in capitals or bold that stands by itself or, in bold,
/// right above a list.
HeadingForm heading_form(const Scan& scan, int piece);

}  // namespace pst::plan

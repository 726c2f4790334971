// A plan as a Word document.
#pragma once

#include <string>

#include "plan/model.hpp"

namespace pst::output {

/// The bytes of a .docx (Office Open XML): the same outline as to_html, with Word's heading styles and a
/// bookmark for each code. Throws pst::Error where it cannot be packed.
std::string to_docx(const plan::Plan& plan);

}  // namespace pst::output

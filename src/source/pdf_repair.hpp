// Damaged and encrypted files: rewritten by qpdf into plain ones.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "source/pdf_limits.hpp"

namespace pst::source::pdf {

/// The file opens with a password only, and none that was given is the right one.
struct PasswordError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// The file again, with sound cross-references and without encryption. Tries the empty password first. A file
/// that has lost its trailer gets one that names its catalogue. Throws PasswordError; LimitError;
/// std::runtime_error where nothing can be made of the bytes.
std::string repaired(std::string_view bytes, const std::string& password, const Budget& budget);

}  // namespace pst::source::pdf

// Text strings: UTF-16, UTF-8 or PDFDocEncoding.
#pragma once

#include <string>
#include <string_view>

namespace pst::source::pdf {

/// A text string's bytes as UTF-8, without the language codes that it may hold.
std::string text_string(std::string_view bytes);

}  // namespace pst::source::pdf

#include "source/pdf_text_string.hpp"

#include "source/pdf_encoding.hpp"
#include "source/pdf_utf8.hpp"

namespace pst::source::pdf {

std::string text_string(std::string_view bytes) {
  if (bytes.starts_with("\xFE\xFF")) return utf16be_to_utf8(bytes.substr(2));
  if (bytes.starts_with("\xEF\xBB\xBF")) return std::string(bytes.substr(3));
  std::string out;
  for (const char c : bytes) out += (*base_encoding("PDFDocEncoding"))[static_cast<unsigned char>(c)];
  return out;
}

}  // namespace pst::source::pdf

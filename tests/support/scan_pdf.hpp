// A PDF of one page that is a picture, made in memory.
#pragma once

#include <leptonica/allheaders.h>

#include <string>
#include <vector>

#include "source/image.hpp"

namespace pst::source {

struct ScanPage {
  double width = 595, height = 842;  ///< points
  int rotate = 0;
  std::string more_content;  ///< painted over the picture
  std::string picture_keys;  ///< of the picture's dictionary, instead of grey at 8 bits
};

/// `data` is the picture's stream as it stands.
inline std::string scan_pdf(const std::string& data, int width, int height, const ScanPage& page = {}) {
  const std::string content = "q " + std::to_string(page.width) + " 0 0 " + std::to_string(page.height) +
                              " 0 0 cm /Im Do Q " + page.more_content;
  const std::string keys =
      page.picture_keys.empty() ? "/ColorSpace /DeviceGray /BitsPerComponent 8" : page.picture_keys;
  const std::vector<std::string> objects = {
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 " + std::to_string(page.width) + " " +
          std::to_string(page.height) + "] /Rotate " + std::to_string(page.rotate) +
          " /Contents 4 0 R /Resources << /XObject << /Im 5 0 R >> >> >>",
      "<< /Length " + std::to_string(content.size()) + " >>\nstream\n" + content + "\nendstream",
      "<< /Type /XObject /Subtype /Image /Width " + std::to_string(width) + " /Height " +
          std::to_string(height) + " " + keys + " /Length " + std::to_string(data.size()) + " >>\nstream\n" +
          data + "\nendstream"};
  std::string pdf = "%PDF-1.5\n";
  std::vector<std::size_t> offsets;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    offsets.push_back(pdf.size());
    pdf += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const std::size_t table = pdf.size();
  pdf += "xref\n0 " + std::to_string(objects.size() + 1) + "\n0000000000 65535 f \n";
  for (const std::size_t offset : offsets) {
    const std::string digits = std::to_string(offset);
    pdf += std::string(10 - digits.size(), '0') + digits + " 00000 n \n";
  }
  return pdf + "trailer\n<< /Size " + std::to_string(objects.size() + 1) + " /Root 1 0 R >>\nstartxref\n" +
         std::to_string(table) + "\n%%EOF\n";
}

/// White, 8 bits a pixel.
inline Image blank_image(int width, int height) {
  Image out(pixCreate(width, height, 8));
  pixSetAll(out.get());
  return out;
}

/// Lines of text in leptonica's own letters, black on white: 8 points at 300 pixels an inch, `scale` times
/// that.
inline Image drawn(const std::vector<std::string>& lines, int width, int height, double scale = 1) {
  Image out = blank_image(static_cast<int>(width / scale), static_cast<int>(height / scale));
  L_BMF* letters = bmfCreate(nullptr, 8);
  int y = 80;
  for (const std::string& line : lines) {
    l_int32 text_width = 0, overflow = 0;
    pixSetTextline(out.get(), letters, line.c_str(), 0, 40, y, &text_width, &overflow);
    y += 70;
  }
  bmfDestroy(&letters);
  const auto factor = static_cast<l_float32>(scale);
  return Image(pixScale(out.get(), factor, factor));
}

/// The image's samples as PDF stores them, row by row.
inline std::string samples_of(const Image& image) {
  std::string out;
  for (int y = 0; y < pixGetHeight(image.get()); ++y) {
    for (int x = 0; x < pixGetWidth(image.get()); ++x) {
      l_uint32 value = 0;
      pixGetPixel(image.get(), x, y, &value);
      out += static_cast<char>(value);
    }
  }
  return out;
}

}  // namespace pst::source

// PDFs built in memory, for tests: objects as PDF writes them, pages of content, nothing more.
#pragma once

#include <string>
#include <vector>

namespace pst::test {

class PdfBuilder {
 public:
  PdfBuilder() : objects_(2) {}  // the catalogue and the page tree, written last

  /// Adds an object and gives its number.
  int add(const std::string& body) {
    objects_.push_back(body);
    return static_cast<int>(objects_.size());
  }

  /// Adds a stream; `entries` are those of its dictionary besides Length.
  int add_stream(const std::string& data, const std::string& entries = "") {
    return add("<< /Length " + std::to_string(data.size()) + " " + entries + " >>\nstream\n" + data +
               "\nendstream");
  }

  /// Adds a font: the rest of its dictionary, which has Type only.
  int add_font(const std::string& entries) { return add("<< /Type /Font " + entries + " >>"); }

  /// Adds a page with a content stream. `resources` and `entries` are dictionary entries.
  int add_page(const std::string& content, const std::string& resources = "",
               const std::string& entries = "") {
    const int stream = add_stream(content);
    pages_.push_back(add("<< /Type /Page /Parent 2 0 R /Contents " + ref(stream) + " /Resources << " +
                         resources + " >> " + entries + " >>"));
    return pages_.back();
  }

  /// Tags the last page as one table: its marked contents 0, 1 … are the cells, row by row.
  void add_table(int rows, int columns) {
    std::string kids;
    for (int r = 0; r < rows; ++r) {
      std::string cells;
      for (int c = 0; c < columns; ++c) {
        cells += "<< /S /TD /K " + std::to_string(r * columns + c) + " /Pg " + ref(pages_.back()) + " >> ";
      }
      kids += ref(add("<< /S /TR /K [" + cells + "] >>")) + " ";
    }
    catalog("/StructTreeRoot << /K " + ref(add("<< /S /Table /K [" + kids + "] >>")) + " >>");
  }

  /// Further entries of the catalogue.
  void catalog(const std::string& entries) { catalog_ = entries; }

  static std::string ref(int number) { return std::to_string(number) + " 0 R"; }

  /// The whole file. Pages are 200 points wide and 100 high unless they say otherwise.
  std::string bytes() const {
    std::vector<std::string> objects = objects_;
    objects[0] = "<< /Type /Catalog /Pages 2 0 R " + catalog_ + " >>";
    objects[1] =
        "<< /Type /Pages /MediaBox [0 0 200 100] /Count " + std::to_string(pages_.size()) + " /Kids [";
    for (const int page : pages_) objects[1] += ref(page) + " ";
    objects[1] += "] >>";
    std::string out = "%PDF-1.7\n";
    std::string table;
    for (std::size_t i = 0; i < objects.size(); ++i) {
      std::string offset = std::to_string(out.size());
      table += std::string(10 - offset.size(), '0') + offset + " 00000 n \n";
      out += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const std::string count = std::to_string(objects.size() + 1);
    const std::string start = std::to_string(out.size());
    return out + "xref\n0 " + count + "\n0000000000 65535 f \n" + table + "trailer\n<< /Size " + count +
           " /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n";
  }

 private:
  std::vector<std::string> objects_;
  std::vector<int> pages_;
  std::string catalog_;
};

/// A font of the standard ones, for a page's resources: "/Font << /F 3 0 R >>" with Helvetica in WinAnsi.
inline std::string helvetica(PdfBuilder& pdf) {
  const int font = pdf.add_font("/Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding");
  return "/Font << /F " + PdfBuilder::ref(font) + " >>";
}

}  // namespace pst::test

// A thin XML writer: appends to one string, two spaces a level. Internal to the output room.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pst::output {

using XmlAttributes = std::initializer_list<std::pair<std::string_view, std::string>>;

/// `text` as XML character data: markup escaped, and a space for each character that XML 1.0 does not admit
/// or that is not UTF-8.
std::string xml_text(std::string_view text);

/// Writes elements in the order of the calls.
class XmlWriter {
 public:
  /// Begins with the declaration of UTF-8.
  explicit XmlWriter(std::string& out);

  void open(std::string_view name, XmlAttributes attributes = {});
  void close();
  /// An element with text alone; `<name/>` where the text is empty.
  void leaf(std::string_view name, std::string_view text, XmlAttributes attributes = {});

 private:
  void start(std::string_view name, XmlAttributes attributes);

  std::string& out_;
  std::vector<std::string> open_;
};

}  // namespace pst::output

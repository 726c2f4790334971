// XML as a small tree, whoever wrote it. Knows nothing of what it means; internal to the output room.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pst::output {

/// No exchange of a plan comes near these; a file beyond them is refused.
inline constexpr std::size_t kMaxXmlBytes = std::size_t{64} << 20U;
inline constexpr int kMaxXmlDepth = 64;
inline constexpr std::size_t kMaxXmlElements = 1'000'000;
inline constexpr std::size_t kMaxXmlAttributes = 64;  ///< of one element

struct XmlElement {
  std::string name;  ///< without a namespace's prefix
  std::vector<std::pair<std::string, std::string>> attributes;
  std::string text;  ///< all character data directly inside, in NFC, else as it stands
  std::vector<XmlElement> children;
  int first_line = 1;  ///< of the start tag
  int last_line = 1;   ///< of the end tag

  /// The first child of that name, or null.
  const XmlElement* child(std::string_view name) const;
  std::optional<std::string> attribute(std::string_view name) const;
};

struct XmlFile {
  XmlElement root;
  std::string encoding;      ///< IANA name of what the bytes were
  bool relabelled = false;   ///< the declaration named another encoding than the bytes are in
  std::vector<bool> filled;  ///< of each line, whether it is more than white space
};

/// Reads UTF-8, UTF-16 with a byte order mark, and the one-byte encodings of French by their declaration.
/// Bytes that are UTF-8 are read so whatever they declare: eComptes' own schema says ISO-8859-1 of itself.
/// Nothing is fetched and no entity is expanded: a document type declaration is refused. Throws pst::Error
/// with the line.
XmlFile read_xml(std::string_view bytes);

}  // namespace pst::output

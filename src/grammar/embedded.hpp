// The files built into the binary, so that a bare `pst` works without an installation.
// The tables are written by the build (cmake/embed.cmake).
#pragma once

#include <cstddef>
#include <string_view>

namespace pst::grammar {

/// A file's name without folder, and its bytes.
struct EmbeddedFile {
  const char* name;
  const char* data;
  std::size_t size;

  std::string_view text() const { return {data, size}; }
};

/// Every grammar of grammars/, by name.
extern const EmbeddedFile kEmbedded[];
extern const std::size_t kEmbeddedCount;

/// Other files the program needs: the municipalities, the model's JSON Schema, the grammar template.
extern const EmbeddedFile kEmbeddedData[];
extern const std::size_t kEmbeddedDataCount;

/// The data file of that name; empty where there is none.
inline std::string_view embedded_data(std::string_view name) {
  for (std::size_t i = 0; i < kEmbeddedDataCount; ++i) {
    if (name == kEmbeddedData[i].name) return kEmbeddedData[i].text();
  }
  return {};
}

}  // namespace pst::grammar

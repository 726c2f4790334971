// JSON text as a tree, with what a message needs to say where something stands. The one header that knows
// the JSON library; internal to the output room.
#pragma once

#include <charconv>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "source/error.hpp"

namespace pst::output {

using Json = nlohmann::json;

/// Brackets within brackets that a text may have; a plan needs fewer than thirty.
inline constexpr int kMaxJsonDepth = 100;

/// Throws pst::Error with line and column where `text` is not JSON or nests too deep.
Json parse_json(std::string_view text, const std::string& file);

/// Where a value stands: a chain to the root, spelled out as a JSON pointer only when a message needs it.
struct At {
  const At* up = nullptr;
  std::string_view key;   ///< in its object; empty for the item of an array
  std::size_t index = 0;  ///< in its array
  bool item = false;

  At in(std::string_view child) const { return {this, child, 0, false}; }
  At in(std::size_t child) const { return {this, {}, child, true}; }
  std::string pointer() const;
};

/// What a value is, in French, for messages: `un texte`, `une liste` …
std::string_view french_type(const Json& value);

}  // namespace pst::output

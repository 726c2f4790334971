// One document's bytes to what a store keeps of it.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "output/manifest.hpp"
#include "plan/model.hpp"

namespace pst::batch {

/// How bytes become a plan: grammars, options and all. Throws pst::Error for a document that cannot be read.
using Read = std::function<plan::Extraction(std::string_view bytes, const std::string& name)>;

/// What became of a document: its entry (without path, digest and recipe) and, where it was read, its JSON.
struct Reading {
  output::Entry entry;
  std::string json;
};

/// Reads it, and says in the entry why it could not be read. Throws nothing.
Reading read_one(std::string_view bytes, const std::string& name, const Read& read);

/// The entry of something that could not be read.
output::Entry failed(const std::string& kind, const std::string& message, const std::string& advice);

}  // namespace pst::batch

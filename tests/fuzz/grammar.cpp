// Any bytes are a grammar or a list of mistakes, each with its place.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "grammar/library.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto others = pst::grammar::embedded();
  const pst::grammar::FileText file{"fuzz.toml", {reinterpret_cast<const char*>(data), size}};
  for (const pst::Error& problem : pst::grammar::check(file, others)) {
    if (problem.problem().empty() || problem.where().file.empty()) std::abort();
  }
  return 0;
}

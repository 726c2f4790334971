// One input through the whole chain, and many side by side.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "batch/documents.hpp"
#include "batch/inputs.hpp"
#include "grammar/library.hpp"
#include "plan/extract.hpp"
#include "plan/model.hpp"

namespace pst::batch {

/// The document in `bytes`, read by what they are: text or PDF. Throws pst::Error, which names the file.
source::Document read_bytes(std::string_view bytes, const std::string& file_name,
                            const HowToRead& reading = {});

/// The plan in `bytes`, read by what they are, not by what `file_name` ends in. Throws pst::Error, which
/// names the file.
plan::Extraction extract_bytes(std::string_view bytes, const std::string& file_name,
                               const grammar::Library& library, const plan::Options& options,
                               const HowToRead& reading = {});

/// What became of one input.
struct Outcome {
  std::optional<Error> error;  ///< what stopped it; the rest then says nothing
  std::string text;            ///< the result as text, unless `render` has put it elsewhere
  int nodes = 0;
  std::vector<source::Diagnostic> diagnostics;
};

/// Turns an extraction into text; may write it to a file instead and return none. Called from several
/// threads.
using Render = std::function<std::string(const Input&, const plan::Extraction&)>;

/// Takes an outcome; called from one thread, in the order of the inputs.
using Deliver = std::function<void(const Input&, Outcome&&)>;

/// Reads, extracts and renders every input on `jobs` threads. One that fails does not stop the others,
/// whatever it throws; the order of delivery never depends on the threads.
/// A single input has all threads for its scanned pages.
void run(const std::vector<Input>& inputs, int jobs, const grammar::Library& library,
         const plan::Options& options, const Render& render, const Deliver& deliver,
         const HowToRead& reading = {});

}  // namespace pst::batch

// The whole reading of one document: from its pages to its plan.
#pragma once

#include <string>

#include "grammar/library.hpp"
#include "plan/model.hpp"
#include "source/document.hpp"
#include "text/repair.hpp"

namespace pst::plan {

struct Options {
  std::string grammar;  ///< only this scheme's markers (and open-class ones); empty chooses by the document
  bool trace = false;   ///< keep how every line was read
  /// The French dictionary to share between documents (it takes a while to open); none: each opens its own.
  const text::Repairer* french = nullptr;
};

/// Reads a document with the grammars. Never fails on text that is odd: what is in doubt is a diagnostic of
/// the result. Throws pst::Error only for an unknown grammar name.
Extraction extract(const source::Document& document, const grammar::Library& library, const Options& options);

}  // namespace pst::plan

// The plans of corpus/ with their gold, and the program's reading of a text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/gold.hpp"
#include "plan/model.hpp"

namespace pst::corpus {

/// Names of the plans in corpus/ that are texts, sorted.
std::vector<std::string> plan_names();

/// Names of those that are PDFs.
std::vector<std::string> pdf_names();

/// Where a plan's text is.
std::string text_path(const std::string& name);

std::string pdf_path(const std::string& name);

Gold gold_of(const std::string& name);

/// A file's bytes. Throws std::runtime_error, which names it, where it cannot be read.
std::string file_bytes(const std::string& path);

/// A plan as lines with its gold. Lines are counted from 1, as the gold does, and hold no line end.
struct Sample {
  std::string name;
  std::vector<std::string> lines;
  Gold gold;

  /// The lines, each with a line feed.
  std::string text() const;
};

Sample load_sample(const std::string& name);

/// The program's reading, through the whole chain, with the reason for every line. Throws pst::Error.
plan::Extraction read_plan(std::string_view bytes, const std::string& file_name);

/// Writes a text into the folder that $PST_DIFFERENCES names, if it names one, so that a developer can run
/// `pst explain` on it.
void keep(const std::string& file, std::string_view bytes);

}  // namespace pst::corpus

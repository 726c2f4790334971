#include "corpus/plans.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "batch/pipeline.hpp"
#include "support/reading.hpp"

namespace pst::corpus {
namespace {

const std::filesystem::path kCorpus = std::filesystem::path(PST_SOURCE_DIR) / "corpus";

std::vector<std::string> names_with(const char* extension) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(kCorpus)) {
    if (entry.path().extension() == extension) names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

std::vector<std::string> plan_names() {
  return names_with(".txt");
}

std::vector<std::string> pdf_names() {
  return names_with(".pdf");
}

std::string text_path(const std::string& name) {
  return (kCorpus / (name + ".txt")).string();
}

std::string pdf_path(const std::string& name) {
  return (kCorpus / (name + ".pdf")).string();
}

Gold gold_of(const std::string& name) {
  return load_gold((kCorpus / "expected" / (name + ".json")).string());
}

std::string file_bytes(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error(path + " cannot be read");
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string Sample::text() const {
  std::string out;
  for (const std::string& line : lines) out += line + "\n";
  return out;
}

Sample load_sample(const std::string& name) {
  Sample sample;
  sample.name = name;
  sample.gold = gold_of(name);
  const std::string bytes = file_bytes(text_path(name));
  for (std::size_t begin = 0; begin < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    sample.lines.push_back(bytes.substr(begin, end - begin));
    begin = end + 1;
  }
  return sample;
}

plan::Extraction read_plan(std::string_view bytes, const std::string& file_name) {
  plan::Options options;
  options.trace = true;
  options.french = &test::french();
  return batch::extract_bytes(bytes, file_name, test::library(), options);
}

void keep(const std::string& file, std::string_view bytes) {
  const char* folder = std::getenv("PST_DIFFERENCES");
  if (folder != nullptr) std::ofstream(std::filesystem::path(folder) / file, std::ios::binary) << bytes;
}

}  // namespace pst::corpus

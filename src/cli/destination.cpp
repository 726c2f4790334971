#include "cli/destination.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>

#include "cli/command.hpp"
#include "output/json.hpp"
#include "output/table.hpp"
#include "output/tree.hpp"

namespace pst::cli {

namespace fs = std::filesystem;

namespace {

/// The one table of formats.
struct Format {
  std::string_view name;
  std::string_view extension;
  bool joins;  ///< several plans make one file
};

constexpr std::array<Format, 4> kFormats{{
    {"json", ".json", false},
    {"jsonl", ".jsonl", true},
    {"csv", ".csv", true},
    {"tree", ".tree", true},
}};

const Format& format_named(std::string_view name) {
  return *std::find_if(kFormats.begin(), kFormats.end(), [&](const Format& f) { return f.name == name; });
}

std::string format_of_extension(const std::string& output) {
  const std::string extension = fs::path(output).extension().string();
  for (const Format& format : kFormats) {
    if (format.extension == extension) return std::string(format.name);
  }
  return std::string(kFormats.front().name);
}

/// A folder is one that exists, or ends in `/`, or has no extension; and whatever takes the plans of a
/// folder, unless it has an extension.
bool is_folder(const std::string& output, const std::vector<std::string>& arguments) {
  std::error_code error;
  if (fs::is_directory(output, error) || output.ends_with('/')) return true;
  if (fs::exists(output, error)) return false;
  const bool folder_given = std::any_of(arguments.begin(), arguments.end(), [](const std::string& argument) {
    std::error_code ignored;
    return fs::is_directory(argument, ignored);
  });
  const bool known = std::any_of(kFormats.begin(), kFormats.end(), [&](const Format& format) {
    return fs::path(output).extension() == format.extension;
  });
  return fs::path(output).extension().empty() || (folder_given && !known);
}

void create_folder(const std::string& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (!fs::is_directory(folder)) {
    throw UsageError(folder +
                     " : ce dossier ne peut pas être créé ; vérifiez le chemin et ses droits d'accès");
  }
}

}  // namespace

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const Format& format : kFormats) names.emplace_back(format.name);
  return names;
}

Destination::Destination(DestinationOptions options, const std::vector<batch::Input>& inputs,
                         const std::vector<std::string>& arguments, Console& console)
    : options_(std::move(options)), console_(console) {
  if (options_.format.empty()) options_.format = format_of_extension(options_.output);
  if (options_.output.empty() || options_.output == batch::kStandardInput) return;
  where_ = is_folder(options_.output, arguments) ? Where::folder : Where::one_file;
  refuse_mistakes(inputs);
  if (where_ == Where::folder) create_folder(options_.output);
}

void Destination::refuse_mistakes(const std::vector<batch::Input>& inputs) const {
  if (where_ != Where::one_file) return;
  if (inputs.size() > 1 && !format_named(options_.format).joins) {
    throw UsageError(options_.output + " : un fichier " + options_.format +
                     " ne contient qu'un plan ; donnez un dossier à -o, ou --format jsonl");
  }
  for (const batch::Input& input : inputs) {
    std::error_code error;
    if (fs::equivalent(input.path, options_.output, error)) {
      throw UsageError(options_.output + " : le résultat effacerait le plan ; donnez un autre nom à -o");
    }
  }
}

std::string Destination::render(const batch::Input& input, const plan::Plan& plan) const {
  const Format& format = format_named(options_.format);
  std::string text;
  if (format.name == "json") text = output::to_json(plan, options_.indent);
  if (format.name == "jsonl") text = output::to_jsonl(plan);
  if (format.name == "csv") text = output::to_csv(plan);
  if (format.name == "tree") {
    text = output::to_tree(plan, where_ == Where::standard_output ? console_.look : output::Look{});
  }
  if (where_ != Where::folder) return text;
  if (format.name == "csv") text.insert(0, (options_.bom ? output::kBom : "") + output::csv_header());
  batch::write_whole((fs::path(options_.output) / (input.stem + std::string(format.extension))).string(),
                     text);
  return {};
}

void Destination::take(std::string&& text) {
  if (where_ == Where::folder) return;
  std::string before;
  if (options_.format == "csv" && !begun_) before = (options_.bom ? output::kBom : "") + output::csv_header();
  if (options_.format == "tree" && begun_) before = "\n";
  begun_ = true;
  if (where_ == Where::standard_output) {
    console_.out << before << text;
  } else {
    collected_ += before + text;
  }
}

void Destination::close() {
  if (where_ == Where::one_file && begun_) batch::write_whole(options_.output, collected_);
}

}  // namespace pst::cli

// What a user names on the command line (files, folders, `-`) as a list of inputs in a fixed order.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "source/error.hpp"

namespace pst::batch {

/// A larger file is refused before it is read.
inline constexpr std::uintmax_t kMaxFileBytes = 256ULL << 20U;

/// The name by which standard input is given.
inline constexpr const char* kStandardInput = "-";

/// Something to read.
struct Input {
  std::string path;  ///< as given, or found below a folder that was; kStandardInput for standard input
  std::string name;  ///< without folder; what the model calls the file
  std::string stem;  ///< without extension; what outputs are named after, unique within an Inputs
};

struct Inputs {
  std::vector<Input> list;
  std::vector<Error> problems;       ///< arguments that give nothing to read
  std::vector<std::string> skipped;  ///< files in folders that are not wanted, sorted
  std::vector<std::string> renamed;  ///< one French sentence for each stem that got a suffix
};

/// The input as messages name it: its path, or words for standard input.
std::string shown(const Input& input);

/// What folders are searched for: plans to read (`.pdf`, `.txt`, `.text`, `.md`; no README, no other binary)
/// or plans that were read (`.json`).
enum class Wanted { plans, models };

/// Files are taken whatever they are called. Folders are searched for what is wanted, with their subfolders,
/// links to folders included, each once; hidden files are passed over. A folder's files are sorted by path,
/// byte by byte; arguments stay in their order.
Inputs expand(const std::vector<std::string>& arguments, Wanted wanted = Wanted::plans);

/// One argument that is a file or `-`.
Input single(const std::string& argument);

/// The bytes of an input. Throws pst::Error where it cannot be read or is larger than kMaxFileBytes.
std::string read(const Input& input);

/// Writes `text` to `path` so that it is there whole or not at all (a neighbour is written, then renamed).
/// What is no plain file, such as /dev/stdout, is written as it stands. Throws pst::Error.
void write_whole(const std::string& path, std::string_view text);

}  // namespace pst::batch

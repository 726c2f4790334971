// Runs a fuzz target over files, each as it is and cut short at some places, where libFuzzer is not at hand.
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

constexpr std::size_t kCuts = 7;

std::size_t replay(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  const std::vector<char> bytes{std::istreambuf_iterator<char>(file), {}};
  for (std::size_t cut = 1; cut <= kCuts; ++cut) {
    std::fprintf(stderr, "%s (%zu/%zu)\n", path.c_str(), cut,
                 kCuts);  // the last line names the one that fails
    const std::vector<std::uint8_t> part(
        bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(bytes.size() * cut / kCuts));
    LLVMFuzzerTestOneInput(part.data(), part.size());
  }
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  std::size_t files = 0;
  LLVMFuzzerTestOneInput(nullptr, 0);
  for (int i = 1; i < argc; ++i) {
    if (!std::filesystem::is_directory(argv[i])) continue;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(argv[i])) {
      if (entry.is_regular_file()) files += replay(entry.path());
    }
  }
  std::printf("%zu files\n", files);
  return 0;
}

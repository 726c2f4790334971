#include "source/module.hpp"

#include <dlfcn.h>

#include <filesystem>

namespace pst::source {

void* module_entry(const char* file, const char* entry) {
  std::error_code failed;
  const std::filesystem::path folder = std::filesystem::read_symlink("/proc/self/exe", failed).parent_path();
  for (const char* from : {".", "..", PST_MODULES}) {
    const std::filesystem::path module = folder / from / file;
    if (void* handle = dlopen(module.c_str(), RTLD_NOW | RTLD_LOCAL)) return dlsym(handle, entry);
  }
  return nullptr;
}

}  // namespace pst::source

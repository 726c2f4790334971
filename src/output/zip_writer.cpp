#include "output/zip_writer.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <memory>

#include "source/error.hpp"

namespace pst::output {

namespace {

la_ssize_t append(archive*, void* out, const void* bytes, std::size_t size) {
  static_cast<std::string*>(out)->append(static_cast<const char*>(bytes), size);
  return static_cast<la_ssize_t>(size);
}

void check(int result, archive* zip) {
  if (result >= ARCHIVE_WARN) return;
  const char* what = archive_error_string(zip);
  throw Error({},
              std::string("le document n'a pas pu être assemblé (") + (what == nullptr ? "?" : what) + ")",
              "réessayez, ou choisissez un autre format");
}

}  // namespace

std::string to_zip(const std::vector<std::pair<std::string, std::string>>& files) {
  std::string out;
  const std::unique_ptr<archive, decltype(&archive_write_free)> zip(archive_write_new(), archive_write_free);
  check(archive_write_set_format_zip(zip.get()), zip.get());
  archive_write_set_bytes_in_last_block(zip.get(), 1);  // no padding
  check(archive_write_open2(zip.get(), &out, nullptr, append, nullptr, nullptr), zip.get());
  for (const auto& [name, bytes] : files) {
    const std::unique_ptr<archive_entry, decltype(&archive_entry_free)> entry(archive_entry_new(),
                                                                              archive_entry_free);
    archive_entry_set_pathname(entry.get(), name.c_str());
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(bytes.size()));
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    check(archive_write_header(zip.get(), entry.get()), zip.get());
    if (archive_write_data(zip.get(), bytes.data(), bytes.size()) < 0) check(ARCHIVE_FATAL, zip.get());
  }
  check(archive_write_close(zip.get()), zip.get());
  return out;
}

}  // namespace pst::output

// Archives built in memory, honest ones and others.
#pragma once

#include <archive.h>
#include <archive_entry.h>

#include <string>
#include <string_view>

namespace pst::test {

enum class Packed {
  zip,
  tar,
  tar_gz,
  gz,  ///< one file, compressed by itself
};

class ArchiveBuilder {
 public:
  explicit ArchiveBuilder(Packed packed) : archive_(archive_write_new()) {
    if (packed == Packed::zip) archive_write_set_format_zip(archive_);
    if (packed == Packed::tar || packed == Packed::tar_gz) archive_write_set_format_pax_restricted(archive_);
    if (packed == Packed::gz) archive_write_set_format_raw(archive_);
    if (packed == Packed::gz || packed == Packed::tar_gz) archive_write_add_filter_gzip(archive_);
    archive_write_set_bytes_in_last_block(archive_, 1);
    archive_write_open(archive_, this, nullptr, append, nullptr);
  }
  ~ArchiveBuilder() { archive_write_free(archive_); }
  ArchiveBuilder(const ArchiveBuilder&) = delete;
  ArchiveBuilder& operator=(const ArchiveBuilder&) = delete;

  ArchiveBuilder& file(const std::string& name, std::string_view bytes) {
    add(name, AE_IFREG, bytes, "", "");
    return *this;
  }
  ArchiveBuilder& soft_link(const std::string& name, const std::string& target) {
    add(name, AE_IFLNK, "", target, "");
    return *this;
  }
  ArchiveBuilder& hard_link(const std::string& name, const std::string& target) {
    add(name, AE_IFREG, "", "", target);
    return *this;
  }
  ArchiveBuilder& pipe(const std::string& name) {
    add(name, AE_IFIFO, "", "", "");
    return *this;
  }
  std::string bytes() {
    archive_write_close(archive_);
    return bytes_;
  }

 private:
  static la_ssize_t append(archive*, void* self, const void* data, size_t size) {
    static_cast<ArchiveBuilder*>(self)->bytes_.append(static_cast<const char*>(data), size);
    return static_cast<la_ssize_t>(size);
  }
  void add(const std::string& name, unsigned type, std::string_view bytes, const std::string& soft,
           const std::string& hard) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_filetype(entry, type);
    archive_entry_set_perm(entry, 0644);
    if (!soft.empty()) archive_entry_set_symlink(entry, soft.c_str());
    if (!hard.empty()) archive_entry_set_hardlink(entry, hard.c_str());
    if (type == AE_IFREG && hard.empty())
      archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
    archive_write_header(archive_, entry);
    if (!bytes.empty()) archive_write_data(archive_, bytes.data(), bytes.size());
    archive_entry_free(entry);
  }

  archive* archive_;
  std::string bytes_;
};

}  // namespace pst::test

#include "batch/archive.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <memory>

#include "batch/content.hpp"
#include "batch/names.hpp"
#include "batch/reading.hpp"

namespace pst::batch {

namespace {

using output::Entry;
using output::Status;

constexpr std::size_t kBlockBytes = 1U << 16U;
constexpr std::uint64_t kAliveEvery = 16U << 20U;

struct Closer {
  void operator()(archive* a) const { archive_read_free(a); }
};
using Handle = std::unique_ptr<archive, Closer>;

/// The formats and compressions that are read; none that would start a program.
Handle reader(bool compressed) {
  Handle handle(archive_read_new());
  if (!handle) throw std::bad_alloc();
  archive* a = handle.get();
  archive_read_support_filter_gzip(a);
  archive_read_support_filter_bzip2(a);
  archive_read_support_filter_xz(a);
  archive_read_support_filter_zstd(a);
  archive_read_support_format_tar(a);
  archive_read_support_format_zip(a);
  archive_read_support_format_empty(a);
  if (compressed) archive_read_support_format_raw(a);  // one file that was compressed by itself
  return handle;
}

std::string name_of(archive_entry* entry) {
  const char* name = archive_entry_pathname_utf8(entry);
  if (name == nullptr) name = archive_entry_pathname(entry);
  std::string path = name == nullptr ? "" : name;
  std::replace(path.begin(), path.end(), '\\', '/');
  return path;
}

/// A name without the extension of its compression: plan.txt.gz holds plan.txt.
std::string unpacked_name(const std::string& path) {
  const std::string name(file_name(path));
  const std::size_t dot = name.rfind('.');
  return dot == name.npos || dot == 0 ? name : name.substr(0, dot);
}

/// The first format found decides: a broken archive must not be taken for something compressed.
bool is_compressed(std::string_view head) {
  return media_of(head) == Media::archive && !head.starts_with("PK") &&
         head.substr(0, 512).find("ustar") == head.npos;
}

/// One archive with those within it, which share what it may unpack to.
class Visit {
 public:
  Visit(const std::vector<std::string>& patterns, const ArchiveLimits& limits, const ArchiveVisitor& visitor,
        std::uint64_t budget)
      : patterns_(patterns), limits_(limits), visitor_(visitor), budget_(budget) {}

  void outermost(int file, const std::string& path) {
    std::array<char, 512> head{};
    const auto got =
        static_cast<std::size_t>(std::max<ssize_t>(0, ::pread(file, head.data(), head.size(), 0)));
    const Handle handle = reader(is_compressed({head.data(), got}));
    outermost_ = handle.get();
    if (archive_read_open_fd(handle.get(), file, kBlockBytes) != ARCHIVE_OK) {
      return problem(path, broken(handle.get()));
    }
    visit(handle.get(), path, 1);
  }

 private:
  void nested(const std::string& bytes, const std::string& path, int depth) {
    if (depth > limits_.depth) {
      return problem(path, refused("depth", "trop d'archives les unes dans les autres",
                                   "décompressez-la vous-même si elle est de confiance"));
    }
    const Handle handle = reader(is_compressed(bytes));
    if (archive_read_open_memory(handle.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) {
      return problem(path, broken(handle.get()));
    }
    visit(handle.get(), path, depth);
  }

  void visit(archive* a, const std::string& path, int depth) {
    archive_entry* entry = nullptr;
    while (!stopped_) {
      visitor_.alive(
          static_cast<std::uint64_t>(std::max<la_int64_t>(0, archive_filter_bytes(outermost_, -1))));
      const int status = archive_read_next_header(a, &entry);
      if (status == ARCHIVE_EOF) return;
      if (status == ARCHIVE_RETRY) continue;
      if (status < ARCHIVE_WARN) return problem(path, broken(a));
      const bool untouched = archive_format(a) == ARCHIVE_FORMAT_RAW && archive_filter_count(a) <= 1;
      if (untouched) return problem(path, broken(a));  // it began like something compressed, and is not
      if (++members_ > limits_.members) return trap(path);
      member(a, entry, path, depth);
    }
  }

  void member(archive* a, archive_entry* entry, const std::string& archive_path, int depth) {
    const bool raw = archive_format(a) == ARCHIVE_FORMAT_RAW;
    const std::string name = raw ? unpacked_name(archive_path) : name_of(entry);
    const std::string path = archive_path + "/" + manifest_path(name);
    if (is_debris(name)) return;
    if (leads_out(name)) {
      return problem(
          path, refused("traversal", "ce nom mène hors de l'archive", "traitez cette archive comme hostile"));
    }
    if (!raw && !is_file(entry, name, path)) return;
    if (archive_entry_is_encrypted(entry) != 0) {
      return problem(path, failed("encrypted", "ce fichier est chiffré dans son archive",
                                  "décompressez-la avec son mot de passe et donnez le dossier"));
    }
    std::string bytes;
    if (!content(a, archive_path, path, bytes)) return;
    if (media_of(bytes) == Media::archive) {
      nested(bytes, path, depth + 1);
    } else if (wanted(path, patterns_)) {
      visitor_.take({path, std::move(bytes), {}});
    }
  }

  /// Whether a member has content of its own. A link within the archive leads to another member, and says
  /// nothing new.
  bool is_file(archive_entry* entry, const std::string& name, const std::string& path) {
    const char* hard = archive_entry_hardlink(entry);
    const char* soft = archive_entry_symlink(entry);
    if ((hard != nullptr && leads_out(hard)) || (soft != nullptr && leads_out(link_target(name, soft)))) {
      problem(path, refused("link", "ce lien mène hors de l'archive", "traitez cette archive comme hostile"));
      return false;
    }
    const auto type = archive_entry_filetype(entry);
    if (hard != nullptr) return archive_entry_size(entry) > 0;
    if (type == AE_IFREG) return true;
    if (type != AE_IFDIR && type != AE_IFLNK && type != 0) {
      problem(path, refused("special", "ce n'est ni un fichier ni un dossier", "retirez-le de l'archive"));
    }
    return type == 0 && archive_entry_size(entry) > 0;
  }

  /// A member's bytes; false where it has none to give.
  bool content(archive* a, const std::string& archive_path, const std::string& path, std::string& bytes) {
    std::array<char, kBlockBytes> block;
    std::uint64_t size = 0;
    while (true) {
      const la_ssize_t got = archive_read_data(a, block.data(), block.size());
      if (got == ARCHIVE_RETRY) continue;
      if (got < 0) {
        problem(path, broken(a));
        return false;
      }
      if (got == 0) break;
      const auto more = static_cast<std::uint64_t>(got);
      size += more;
      unpacked_ += more;
      if (unpacked_ > budget_) {
        trap(archive_path);
        return false;
      }
      if (size / kAliveEvery != (size - more) / kAliveEvery) visitor_.alive(0);
      if (size <= limits_.member_bytes) bytes.append(block.data(), more);
    }
    if (size <= limits_.member_bytes) return true;
    problem(path,
            failed("too-large",
                   "plus de " + std::to_string(limits_.member_bytes >> 20U) + " Mio, c'est trop pour un plan",
                   "donnez le document découpé"));
    return false;
  }

  void trap(const std::string& path) {
    stopped_ = true;
    problem(path, refused("bomb", "cette archive se décompresse en bien plus que sa taille (bombe)",
                          "décompressez-la vous-même si elle est de confiance"));
  }

  static Entry refused(const char* kind, const char* message, const char* advice) {
    Entry entry = failed(kind, message, advice);
    entry.status = Status::refused;
    return entry;
  }

  static Entry broken(archive* a) {
    const char* reason = archive_error_string(a);
    return failed("archive",
                  "l'archive est abîmée" + (reason == nullptr ? "" : " (" + manifest_path(reason) + ")"),
                  "copiez-la de nouveau depuis sa source ; ce qui précède la panne est lu");
  }

  void problem(const std::string& path, Entry entry) {
    entry.path = path;
    visitor_.take({path, {}, std::move(entry)});
  }

  const std::vector<std::string>& patterns_;
  const ArchiveLimits& limits_;
  const ArchiveVisitor& visitor_;
  archive* outermost_ = nullptr;
  std::uint64_t budget_;
  std::uint64_t unpacked_ = 0;
  std::uint64_t members_ = 0;
  bool stopped_ = false;
};

}  // namespace

void visit_archive(int file, const std::string& path, const std::vector<std::string>& patterns,
                   const ArchiveLimits& limits, const ArchiveVisitor& visitor) {
  struct stat status {};
  const std::uint64_t size = ::fstat(file, &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
  Visit(patterns, limits, visitor, std::max(limits.least_bytes, size * limits.ratio)).outermost(file, path);
}

}  // namespace pst::batch

#include "batch/content.hpp"

#include <algorithm>
#include <array>

namespace pst::batch {

namespace {

using namespace std::string_view_literals;

struct Signature {
  std::string_view bytes;
  Media media;
};

constexpr std::array kSignatures{
    Signature{"PK\x05\x06"sv, Media::archive},        // a ZIP without members
    Signature{"\x1F\x8B\x08"sv, Media::archive},      // gzip
    Signature{"BZh"sv, Media::archive},               // bzip2
    Signature{"\xFD\x37zXZ\0"sv, Media::archive},     // xz
    Signature{"\x28\xB5\x2F\xFD"sv, Media::archive},  // Zstandard
    Signature{"\xD0\xCF\x11\xE0"sv, Media::office},   // doc, xls
    Signature{"{\\rtf"sv, Media::office},
    Signature{"\x89PNG"sv, Media::image},
    Signature{"\xFF\xD8\xFF"sv, Media::image},  // JPEG
    Signature{"II*\0"sv, Media::image},         // TIFF
    Signature{"MM\0*"sv, Media::image},
};

constexpr std::size_t kPdfHeaderWithin = 1024;  ///< readers accept junk before the header up to there
constexpr std::size_t kZipNameAt = 30;          ///< of the first member, in a local header
constexpr std::size_t kTarMagicAt = 257;        ///< in a member's header

/// The first members of documents that are ZIP archives inside: docx, xlsx, odt, epub.
constexpr std::array kOfficeMembers{
    "[Content_Types].xml"sv, "mimetype"sv, "_rels/"sv, "docProps/"sv, "word/"sv, "xl/"sv, "ppt/"sv};

bool is_tar(std::string_view bytes) {
  return bytes.size() > kTarMagicAt && bytes.substr(kTarMagicAt).starts_with("ustar"sv);
}

/// Of something that begins with a ZIP's local header.
Media zip_media(std::string_view bytes) {
  if (bytes.size() <= kZipNameAt) return Media::office;
  const std::string_view name = bytes.substr(kZipNameAt);
  const bool office = std::any_of(kOfficeMembers.begin(), kOfficeMembers.end(),
                                  [&](std::string_view member) { return name.starts_with(member); });
  return office ? Media::office : Media::archive;
}

/// UTF-16 with its mark has zero bytes and is text all the same.
bool has_utf16_mark(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("\xFE\xFF"sv);
}

/// UTF-16 without its mark, in a Latin script: every other byte is zero.
bool alternates_with_zero(std::string_view head) {
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < head.size(); ++i) zeros[i % 2] += head[i] == '\0' ? 1 : 0;
  const auto [few, many] = std::minmax(zeros[0], zeros[1]);
  return many > head.size() / 4 && few < head.size() / 50 + 1;
}

}  // namespace

Media media_of(std::string_view bytes) {
  for (const Signature& signature : kSignatures) {
    if (bytes.starts_with(signature.bytes)) return signature.media;
  }
  if (bytes.starts_with("PK\x03\x04"sv)) return zip_media(bytes);
  if (is_tar(bytes)) return Media::archive;
  const std::size_t pdf = bytes.substr(0, kPdfHeaderWithin).find("%PDF-");
  if (pdf == 0) return Media::pdf;
  const std::string_view head = bytes.substr(0, kSniffedBytes);
  const bool zeros = head.find('\0') != head.npos;
  if (!zeros || has_utf16_mark(bytes) || alternates_with_zero(head)) return Media::text;
  return pdf == head.npos ? Media::binary : Media::pdf;
}

}  // namespace pst::batch

#include "batch/wire.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace pst::batch {

namespace {

std::uint64_t number_at(const char* bytes) {
  std::uint64_t value = 0;
  std::memcpy(&value, bytes, sizeof value);
  return value;
}

bool read_all(int fd, char* to, std::size_t size) {
  while (size > 0) {
    const ssize_t got = ::read(fd, to, size);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    to += got;
    size -= static_cast<std::size_t>(got);
  }
  return true;
}

}  // namespace

void Packer::number(std::uint64_t value) {
  bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
}

void Packer::text(std::string_view value) {
  number(value.size());
  bytes_.append(value);
}

std::string Packer::frame() && {
  const std::uint64_t size = bytes_.size() - kHeaderBytes;
  std::memcpy(bytes_.data(), &size, sizeof size);
  return std::move(bytes_);
}

std::string Packer::content() && {
  return bytes_.substr(kHeaderBytes);
}

std::uint64_t Unpacker::number() {
  if (rest_.size() < sizeof(std::uint64_t)) {
    ok_ = false;
    return 0;
  }
  const std::uint64_t value = number_at(rest_.data());
  rest_.remove_prefix(sizeof value);
  return value;
}

std::string_view Unpacker::text() {
  const std::uint64_t size = number();
  if (size > rest_.size()) {
    ok_ = false;
    return {};
  }
  const std::string_view value = rest_.substr(0, size);
  rest_.remove_prefix(size);
  return value;
}

std::optional<std::string> FrameCutter::next() {
  const std::size_t there = buffer_.size() - from_;
  if (broken_ || there < Packer::kHeaderBytes) return std::nullopt;
  const std::uint64_t size = number_at(buffer_.data() + from_);
  if (size > kMaxFrameBytes) {
    broken_ = true;
    return std::nullopt;
  }
  if (there - Packer::kHeaderBytes < size) return std::nullopt;
  std::string content = buffer_.substr(from_ + Packer::kHeaderBytes, size);
  from_ += Packer::kHeaderBytes + size;
  if (from_ == buffer_.size()) {
    from_ = 0;
    buffer_.clear();
    if (buffer_.capacity() > (4U << 20U))
      buffer_.shrink_to_fit();  // one large document is no reason to stay large
  } else if (from_ > (1U << 20U)) {
    buffer_.erase(0, from_);
    from_ = 0;
  }
  return content;
}

bool write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(fd, bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  return true;
}

std::optional<std::string> read_frame(int fd) {
  std::uint64_t size = 0;
  if (!read_all(fd, reinterpret_cast<char*>(&size), sizeof size) || size > kMaxFrameBytes)
    return std::nullopt;
  std::string content(size, '\0');
  if (!read_all(fd, content.data(), size)) return std::nullopt;
  return content;
}

}  // namespace pst::batch

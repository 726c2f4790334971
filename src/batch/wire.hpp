// What goes through the pipes between the program and its workers: frames of numbers and texts.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pst::batch {

/// No frame is larger: the largest file, and as much again for what is made of it.
inline constexpr std::size_t kMaxFrameBytes = 768ULL << 20U;

/// A frame being written.
class Packer {
 public:
  Packer() : bytes_(kHeaderBytes, '\0') {}
  void number(std::uint64_t value);
  void text(std::string_view value);
  /// The frame, length in front.
  std::string frame() &&;
  /// The same without the length.
  std::string content() &&;

  static constexpr std::size_t kHeaderBytes = sizeof(std::uint64_t);

 private:
  std::string bytes_;
};

/// A frame's content, value by value. What comes from a worker is not trusted: past the end every value is
/// empty and ok() is false.
class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : rest_(bytes) {}
  std::uint64_t number();
  std::string_view text();
  bool ok() const { return ok_; }

 private:
  std::string_view rest_;
  bool ok_ = true;
};

/// Cuts a stream of bytes into frames.
class FrameCutter {
 public:
  void take(std::string_view bytes) { buffer_.append(bytes); }
  /// The next whole frame's content, if it is there.
  std::optional<std::string> next();
  /// The other side does not keep to the protocol.
  bool broken() const { return broken_; }

 private:
  std::string buffer_;
  std::size_t from_ = 0;
  bool broken_ = false;
};

/// All of `bytes` through a blocking pipe; false where the other end is gone.
bool write_all(int fd, std::string_view bytes);

/// One frame's content from a blocking pipe; none at its end.
std::optional<std::string> read_frame(int fd);

}  // namespace pst::batch

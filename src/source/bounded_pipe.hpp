// Decoded data of a PDF stream, up to a limit: a small file may expand to anything.
#pragma once

#include <qpdf/Pipeline.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <stdexcept>
#include <string>

namespace pst::source {

/// Collects bytes; throws std::length_error beyond the limit.
class BoundedPipe : public Pipeline {
 public:
  BoundedPipe(std::string& out, std::size_t most) : Pipeline("bounded", nullptr), out_(out), most_(most) {}
  void write(unsigned char const* data, std::size_t size) override {
    if (size > most_ || out_.size() > most_ - size) throw std::length_error("stream too long");
    out_.append(reinterpret_cast<const char*>(data), size);
  }
  void finish() override {}

 private:
  std::string& out_;
  std::size_t most_;
};

/// Appends the stream's data, its general filters undone (codecs of images are not). False where they cannot
/// all be undone. Throws std::length_error where `out` would grow beyond `most`.
inline bool append_decoded(QPDFObjectHandle stream, std::size_t most, std::string& out) {
  BoundedPipe pipe(out, most);
  return stream.pipeStreamData(&pipe, 0, qpdf_dl_generalized, true);
}

}  // namespace pst::source

// A thin JSON writer: appends to one string, keeps no tree.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace pst::output {

/// Writes JSON in the order of the calls. Strings that are not UTF-8 get U+FFFD for what is broken, so the
/// result is always valid; numbers are in their shortest form that reads back equal, whatever the locale.
/// Signs are gathered in a block: they are in the string once the outermost bracket is closed, after flush(),
/// or once the writer is gone.
class JsonWriter {
 public:
  /// `indent` spaces a level; 0 puts everything on one line.
  JsonWriter(std::string& out, int indent) : out_(out), indent_(indent) {}
  ~JsonWriter() { flush(); }
  JsonWriter(const JsonWriter&) = delete;
  JsonWriter& operator=(const JsonWriter&) = delete;

  /// `flat` keeps this value and all within it on one line.
  void begin_object(bool flat = false) { begin('{', flat); }
  void end_object() { end('}'); }
  void begin_array(bool flat = false) { begin('[', flat); }
  void end_array() { end(']'); }

  /// `name` is a plain ASCII key and is not escaped.
  void key(std::string_view name);

  void value(std::string_view text);
  void value(const std::string& text) { value(std::string_view(text)); }
  void value(const char* text) { value(std::string_view(text)); }
  void value(int number) { value(static_cast<std::int64_t>(number)); }
  void value(std::int64_t number);
  void value(std::uint64_t number);
  void value(double number);
  void value(bool flag);
  void null();

  void flush() {
    out_.append(block_.data(), held_);
    held_ = 0;
  }

 private:
  void begin(char bracket, bool flat);
  void end(char bracket);
  void separate();  ///< comma and white space before a key or an array's item
  void newline(bool behind_comma);
  bool on_one_line() const { return indent_ == 0 || flat_from_ >= 0; }

  void put(char c) {
    if (held_ == block_.size()) flush();
    block_[held_++] = c;
  }
  void put(std::string_view text) {
    if (text.size() > block_.size() - held_) flush();
    if (text.size() > block_.size()) {
      out_ += text;
      return;
    }
    std::memcpy(block_.data() + held_, text.data(), text.size());
    held_ += text.size();
  }

  std::string& out_;
  std::array<char, 4096> block_;
  std::size_t held_ = 0;  ///< bytes in the block
  int indent_;
  int depth_ = 0;
  int flat_from_ = -1;  ///< depth at which a flat value began, -1 outside of one
  bool first_ = true;   ///< nothing stands in the innermost bracket yet
  bool after_key_ = false;
};

}  // namespace pst::output

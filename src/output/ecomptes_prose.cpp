// Descriptions in HTML or RTF as plain text.
#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <string_view>

#include "output/ecomptes_slots.hpp"
#include "text/charsets.hpp"
#include "text/unicode.hpp"

namespace pst::output {

namespace {

/// Lines trimmed, and no more than one empty line in a row.
std::string tidy(std::string_view text) {
  std::string out;
  int empty = 2;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string line = text::collapse(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    empty = line.empty() ? empty + 1 : 0;
    if (empty < 2) out += line + "\n";
  }
  while (!out.empty() && out.back() == '\n') out.pop_back();
  return out;
}

std::string lower_name(std::string_view tag) {
  std::string name;
  for (const char c : tag) {
    if (std::isalnum(static_cast<unsigned char>(c)) == 0 && c != '/') break;
    name += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return name;
}

std::string from_html(std::string_view html) {
  constexpr std::array<std::string_view, 13> kBreaks{"br",  "/p",  "/div", "/h1", "/h2",    "/h3", "/h4",
                                                     "/li", "/tr", "/ul",  "/ol", "/table", "br/"};
  std::string text;
  for (std::size_t i = 0; i < html.size(); ++i) {
    if (html[i] == '\n' || html[i] == '\r') {
      text += ' ';
    } else if (html[i] != '<') {
      text += html[i];
    } else {
      const std::size_t end = html.find('>', i);
      if (end == html.npos) {
        text += html.substr(i);
        break;
      }
      const std::string name = lower_name(html.substr(i + 1, end - i - 1));
      if (std::find(kBreaks.begin(), kBreaks.end(), name) != kBreaks.end()) text += '\n';
      if (name == "li") text += "- ";
      if (name == "td" || name == "th") text += ' ';
      i = end;
    }
  }
  return tidy(text::decode_entities(text));
}

/// RTF: control words, groups that hold no text, and characters by their codes.
class Rtf {
 public:
  explicit Rtf(std::string_view rtf) : rtf_(rtf) {}

  std::string run() {
    while (at_ < rtf_.size()) step();
    return tidy(out_);
  }

 private:
  void step() {
    const char c = rtf_[at_++];
    if (c == '{') {
      ++depth_;
    } else if (c == '}') {
      --depth_;
      if (skipped_from_ > depth_) skipped_from_ = kNothing;
    } else if (c == '\\') {
      control();
    } else if (c != '\n' && c != '\r') {
      say({&c, 1});
    }
  }

  void control() {
    if (at_ >= rtf_.size()) return;
    const char c = rtf_[at_];
    if (c == '\'') return code_of_page();
    if (std::isalpha(static_cast<unsigned char>(c)) == 0) {
      ++at_;
      if (c == '*') skip_group();
      if (c == '~') say(" ");
      if (c == '\\' || c == '{' || c == '}') say({&c, 1});
      return;
    }
    const std::size_t begin = at_;
    while (at_ < rtf_.size() && std::isalpha(static_cast<unsigned char>(rtf_[at_])) != 0) ++at_;
    const std::string_view word = rtf_.substr(begin, at_ - begin);
    const std::size_t digits = at_;
    if (at_ < rtf_.size() && rtf_[at_] == '-') ++at_;
    while (at_ < rtf_.size() && std::isdigit(static_cast<unsigned char>(rtf_[at_])) != 0) ++at_;
    const std::string_view number = rtf_.substr(digits, std::min<std::size_t>(at_ - digits, 7));
    if (at_ < rtf_.size() && rtf_[at_] == ' ') ++at_;
    obey(word, number);
  }

  void obey(std::string_view word, std::string_view number) {
    if (word == "par" || word == "line" || word == "row") return say("\n");
    if (word == "tab" || word == "cell") return say(" ");
    for (const std::string_view hidden : {"fonttbl", "colortbl", "stylesheet", "info", "pict", "generator"}) {
      if (word == hidden) return skip_group();
    }
    if (word == "u" && !number.empty() && number != "-") {
      const int value = std::stoi(std::string(number));
      say(text::decode_entities("&#" + std::to_string(value < 0 ? value + 65536 : value) + ";"));
      if (at_ < rtf_.size() && rtf_[at_] == '?') ++at_;  // what a program without Unicode would show
    }
  }

  void code_of_page() {
    const std::string digits(rtf_.substr(at_ + 1, 2));
    at_ = std::min(at_ + 3, rtf_.size());
    if (digits.size() != 2 || digits.find_first_not_of("0123456789abcdefABCDEF") != digits.npos) return;
    const char byte = static_cast<char>(std::stoi(digits, nullptr, 16));
    int replaced = 0;
    if (const auto text = text::from_charset({&byte, 1}, "windows-1252", replaced)) say(*text);
  }

  void skip_group() { skipped_from_ = std::min(skipped_from_, depth_); }
  void say(std::string_view text) {
    if (skipped_from_ > depth_) out_ += text;
  }

  static constexpr int kNothing = 1 << 30;
  std::string_view rtf_;
  std::size_t at_ = 0;
  int depth_ = 0;
  int skipped_from_ = kNothing;  ///< depth of the outermost group whose text is not the reader's
  std::string out_;
};

}  // namespace

std::string plain_prose(const Prose& prose) {
  if (prose.mode == "HTML") return from_html(prose.value);
  if (prose.mode == "RTF") return Rtf(prose.value).run();
  return prose.value;
}

}  // namespace pst::output

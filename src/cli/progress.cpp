#include "cli/progress.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "output/json_writer.hpp"

namespace pst::cli {

namespace {

using batch::Standing;

constexpr double kLineSeconds = 10;
constexpr double kEventSeconds = 1;
constexpr int kBarCells = 20;
constexpr int kDefaultWidth = 80;

int error_width() {
  winsize size{};
  return ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : kDefaultWidth;
}

double share(const Standing& s) {
  if (s.total_bytes == 0) return 1;
  return std::min(1.0, static_cast<double>(s.handed_bytes) / static_cast<double>(s.total_bytes));
}

std::string rate(const Standing& s) {
  const double per_second = s.seconds > 0 ? static_cast<double>(s.read()) / s.seconds : 0;
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), per_second < 10 ? "%.1f" : "%.0f", per_second);
  std::string out(text.data());
  std::replace(out.begin(), out.end(), '.', ',');
  return out + "/s";
}

/// Sources differ in size more than in number, so what remains is reckoned in bytes.
std::string time_left(const Standing& s) {
  const double part = share(s);
  if (part < 0.01 || s.seconds < 1) return "";
  return part >= 1 ? "" : "reste " + duration(s.seconds * (1 - part) / part);
}

std::vector<std::string> figures(const Standing& s) {
  std::vector<std::string> parts{counted(s.read() + s.kept, "document"), rate(s)};
  if (const std::string left = time_left(s); !left.empty()) parts.push_back(left);
  if (s.duplicate > 0) parts.push_back(counted(s.duplicate, "doublon"));
  if (s.failed + s.refused > 0) parts.push_back(counted(s.failed + s.refused, "échec"));
  if (s.slowest_ms >= 1000) {
    parts.push_back("le plus lent : " + s.slowest + " (" +
                    duration(static_cast<double>(s.slowest_ms) / 1000) + ")");
  }
  return parts;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : " · ") + part;
  return text;
}

std::string percent(const Standing& s) {
  return std::to_string(static_cast<int>(share(s) * 100)) + " %";
}

std::string bar(const Standing& s) {
  const int full = static_cast<int>(share(s) * kBarCells);
  std::string cells;
  for (int i = 0; i < kBarCells; ++i) cells += i < full ? "█" : "░";
  return cells;
}

std::string event(const Standing& s) {
  std::string text;
  output::JsonWriter out(text, 0);
  const auto number = [&](const char* key, std::int64_t value) {
    out.key(key);
    out.value(value);
  };
  out.begin_object();
  out.key("event");
  out.value("progress");
  number("done", s.done);
  number("failed", s.failed);
  number("refused", s.refused);
  number("duplicate", s.duplicate);
  number("kept", s.kept);
  out.key("handed_bytes");
  out.value(s.handed_bytes);
  out.key("total_bytes");
  out.value(s.total_bytes);
  out.key("seconds");
  out.value(s.seconds);
  if (!s.slowest.empty()) {
    out.key("slowest");
    out.value(s.slowest);
    number("slowest_ms", s.slowest_ms);
  }
  out.end_object();
  return text;
}

/// An object's text as an event: its kind in front of its own keys.
std::string event(const char* name, std::string object) {
  while (!object.empty() && object.back() == '\n') object.pop_back();
  std::replace(object.begin(), object.end(), '\n', ' ');
  return std::string(R"({"event":")") + name + "\"," + object.substr(object.find('{') + 1);
}

}  // namespace

std::string duration(double seconds) {
  std::array<char, 32> text{};
  const auto minutes = static_cast<int>(std::lround(seconds / 60));
  if (seconds < 60) {
    std::snprintf(text.data(), text.size(), seconds < 10 ? "%.1f s" : "%.0f s", seconds);
  } else if (minutes < 60) {
    std::snprintf(text.data(), text.size(), "%d min", minutes);
  } else {
    std::snprintf(text.data(), text.size(), "%d h %02d", minutes / 60, minutes % 60);
  }
  std::string out(text.data());
  std::replace(out.begin(), out.end(), '.', ',');
  return out;
}

std::vector<std::string> progress_names() {
  return {"bar", "lines", "json", "none"};
}

Progress::Progress(const std::string& wanted, bool quiet, Console& console)
    : console_(console), quiet_(quiet) {
  const bool terminal = ::isatty(STDERR_FILENO) != 0;
  kind_ = terminal ? Kind::bar : Kind::lines;
  if (quiet || wanted == "none") kind_ = Kind::none;
  if (wanted == "bar") kind_ = Kind::bar;
  if (wanted == "lines") kind_ = Kind::lines;
  if (wanted == "json") kind_ = Kind::events;
}

Progress::~Progress() {
  erase();
}

void Progress::erase() {
  if (!drawn_) return;
  console_.err << "\r\x1b[K" << std::flush;
  drawn_ = false;
}

void Progress::say(const std::string& sentence) {
  if (kind_ == Kind::events) {
    std::string text;
    output::JsonWriter out(text, 0);
    out.begin_object();
    out.key("event");
    out.value("notice");
    out.key("message");
    out.value(sentence);
    out.end_object();
    console_.err << text << std::endl;
    return;
  }
  erase();
  complain(console_, sentence);
}

void Progress::failure(const output::Entry& entry) {
  if (kind_ == Kind::events) {
    console_.err << event("failure", output::to_line(entry)) << std::endl;
    return;
  }
  if (quiet_ && entry.status != output::Status::refused) return;
  erase();
  complain(console_, output::printable(entry.path + " : " + entry.failure->message));
}

void Progress::standing(const Standing& s) {
  if (kind_ == Kind::bar) return draw(s);
  if (kind_ == Kind::none) return;
  if (s.seconds - told_ < (kind_ == Kind::lines ? kLineSeconds : kEventSeconds)) return;
  told_ = s.seconds;
  if (kind_ == Kind::events) {
    console_.err << event(s) << std::endl;
  } else {
    console_.err << output::printable(percent(s) + " · " + joined(figures(s))) << std::endl;
  }
}

void Progress::draw(const Standing& s) {
  const std::string text = output::printable(bar(s) + " " + percent(s) + " · " + joined(figures(s)));
  console_.err << "\r" << output::clipped(text, error_width() - 1) << "\x1b[K" << std::flush;
  drawn_ = true;
}

void Progress::close(const output::Counts& counts, double seconds) {
  erase();
  if (kind_ == Kind::events) {
    console_.err << event("summary", output::to_json(counts, {"", seconds})) << std::endl;
  }
}

}  // namespace pst::cli

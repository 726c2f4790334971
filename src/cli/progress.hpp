// How a long run says where it stands: a bar, a line now and then, or events for programs.
#pragma once

#include <string>
#include <vector>

#include "batch/run.hpp"
#include "cli/console.hpp"

namespace pst::cli {

/// What --progress may be.
std::vector<std::string> progress_names();

class Progress {
 public:
  /// `wanted` is one of progress_names(), or empty: a bar on a terminal, else lines. All goes to standard
  /// error.
  Progress(const std::string& wanted, bool quiet, Console& console);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void say(const std::string& sentence);
  void failure(const output::Entry& entry);
  void standing(const batch::Standing& standing);
  /// The end: the bar goes, programs get the figures of the whole store.
  void close(const output::Counts& counts, double seconds);

  bool for_programs() const { return kind_ == Kind::events; }

 private:
  enum class Kind { bar, lines, events, none };
  void draw(const batch::Standing& standing);
  void erase();

  Console& console_;
  Kind kind_;
  bool quiet_;
  double told_ = 0;
  bool drawn_ = false;
};

/// `3,2 s`, `4 min`, `2 h 05`.
std::string duration(double seconds);

}  // namespace pst::cli

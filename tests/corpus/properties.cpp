#include "corpus/properties.hpp"

#include <set>

#include "output/validate.hpp"
#include "source/text_reader.hpp"
#include "text/unicode.hpp"

namespace pst::corpus {
namespace {

class Check {
 public:
  Check(const plan::Extraction& reading, std::string_view bytes)
      : reading_(reading), document_(source::read_text(bytes, "check.txt")) {}

  std::vector<std::string> run() {
    check_lines();
    check_coverage();
    check_nodes(reading_.plan.nodes, nullptr);
    // The program's own validator, which users rely on, must agree.
    for (const output::Finding& finding : output::check_invariants(reading_.plan)) {
      say("validate: " + finding.pointer + ": " + finding.message);
    }
    return std::move(breaches_);
  }

 private:
  void say(std::string what) { breaches_.push_back(std::move(what)); }

  /// Every source line once in the trace, in order; blank there if and only if it is blank.
  void check_lines() {
    int number = 0;
    for (const source::Page& page : document_.pages) {
      for (const source::Run& run : page.runs) {
        ++number;
        const bool blank = text::is_blank(text::clean_line(run.text));
        lines_ += blank ? 0 : 1;
        const auto index = static_cast<std::size_t>(number - 1);
        if (index >= reading_.trace.size()) continue;
        const plan::LineReading& read = reading_.trace[index];
        const std::string place = "line " + std::to_string(number);
        if (read.line != number) say(place + " is line " + std::to_string(read.line) + " in the trace");
        if (blank && read.klass != "blank") say(place + " is blank, and read as " + read.klass);
        if (!blank && (read.klass.empty() || read.klass == "blank")) say(place + " has no place");
        if (!blank) count(read);
      }
    }
    last_line_ = number;
    if (static_cast<std::size_t>(number) != reading_.trace.size()) {
      say(std::to_string(number) + " lines, " + std::to_string(reading_.trace.size()) + " in the trace");
    }
  }

  void count(const plan::LineReading& read) {
    if (read.klass == "section") {
      ++sections_;
    } else if (read.klass == "furniture" || read.klass == "contents") {
      ++furniture_;
    } else {
      ++nodes_;
    }
  }

  void expect(const char* what, int got, int want) {
    if (got != want) say(std::string(what) + ": " + std::to_string(got) + " for " + std::to_string(want));
  }

  void check_coverage() {
    const plan::Coverage& coverage = reading_.plan.coverage;
    expect("coverage.lines", coverage.lines, lines_);
    expect("coverage.nodes", coverage.nodes, nodes_);
    expect("coverage.sections", coverage.sections, sections_);
    expect("coverage.furniture", coverage.furniture, furniture_);
    expect("coverage.unassigned", coverage.unassigned, 0);
  }

  void check_nodes(const std::vector<plan::Node>& nodes, const plan::Node* parent) {
    for (const plan::Node& node : nodes) {
      if (node.code.empty()) say("a node without a code: " + node.title);
      if (!codes_.insert(node.code).second) say("code used twice: " + node.code);
      if (parent != nullptr && parent->kind >= node.kind) say(node.code + " is not below " + parent->code);
      const int first = node.source.first_line, last = node.source.last_line;
      if (first < 1 || last < first || last > last_line_) {
        say("lines of " + node.code + ": " + std::to_string(first) + "-" + std::to_string(last) + " of " +
            std::to_string(last_line_));
      }
      check_nodes(node.children, &node);
    }
  }

  const plan::Extraction& reading_;
  source::Document document_;
  std::vector<std::string> breaches_;
  std::set<std::string> codes_;
  int lines_ = 0, nodes_ = 0, sections_ = 0, furniture_ = 0, last_line_ = 0;
};

}  // namespace

std::vector<std::string> breaches(const plan::Extraction& reading, std::string_view bytes) {
  return Check(reading, bytes).run();
}

}  // namespace pst::corpus

// What the PDF reader gives, as JSON lines: one a page, one a run, rule and fill. For developers.
// usage: dump_runs FILE [PASSWORD|--silent]      --silent: reads only, to be timed
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "source/error.hpp"
#include "source/pdf_reader.hpp"

namespace {

using nlohmann::ordered_json;
using pst::source::Box;

/// Hundredths of a point are enough.
double short_number(double value) {
  return static_cast<double>(static_cast<long>(value * 100 + 0.5)) / 100;
}

ordered_json places(const Box& box) {
  return {short_number(box.x0), short_number(box.y0), short_number(box.x1), short_number(box.y1)};
}

void print(const ordered_json& line) {
  std::cout << line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

void dump(const pst::source::Document& document) {
  for (const auto& e : document.structure) {
    print({{"element", &e - document.structure.data()}, {"role", e.role}, {"parent", e.parent}});
  }
  for (const auto& page : document.pages) {
    print({{"page", page.number}, {"width", page.width}, {"height", page.height}});
    for (const auto& run : page.runs) {
      ordered_json line{{"text", run.text}, {"box", places(*run.box)}, {"size", run.style.size}};
      if (run.space_before) line["space"] = true;
      if (run.style.bold) line["bold"] = true;
      if (run.style.italic) line["italic"] = true;
      if (run.style.color != 0) line["color"] = run.style.color;
      if (run.artifact) line["artifact"] = true;
      if (run.invisible) line["invisible"] = true;
      if (run.turn != 0) line["turn"] = run.turn;
      if (run.element >= 0) line["element"] = run.element;
      print(line);
    }
    for (const Box& rule : page.rules) print({{"rule", places(rule)}});
    for (const Box& fill : page.fills) print({{"fill", places(fill)}});
  }
  for (const auto& d : document.diagnostics) print({{"diagnostic", d.rule}, {"message", d.message}});
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: dump_runs FILE [PASSWORD|--silent]\n";
    return 2;
  }
  std::ifstream file(argv[1], std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  const std::string option = argc > 2 ? argv[2] : "";
  try {
    if (option == "--silent") {
      return pst::source::read_pdf(bytes, argv[1]).pages.empty() ? 1 : 0;
    }
    dump(pst::source::read_pdf(bytes, argv[1], {.password = option}));
  } catch (const pst::Error& e) {
    std::cerr << e.what() << '\n';
    return 1;
  }
  return 0;
}

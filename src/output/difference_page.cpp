// The page of `pst diff`: a table of steps, with filters that a reader without scripts does not miss.
#include <array>

#include "output/difference.hpp"
#include "output/xml_writer.hpp"

namespace pst::output {

namespace {

using namespace compare;

constexpr std::string_view kStyle = R"css(
:root{color-scheme:light dark;--bg:#fff;--fg:#1d2430;--soft:#5a6472;--line:#d5dae1;--del:#fbe3e1;--delfg:#8a1c13;--ins:#dff3e4;--insfg:#0f5527;--chip:#eef1f5}
@media (prefers-color-scheme:dark){:root{--bg:#14181f;--fg:#e6eaf0;--soft:#a7b0bd;--line:#39414d;--del:#4a1f1c;--delfg:#ffc9c3;--ins:#173f26;--insfg:#b9f0cb;--chip:#262d38}}
*{box-sizing:border-box}body{margin:0 auto;max-width:70rem;padding:1rem;font:1rem/1.5 system-ui,sans-serif;background:var(--bg);color:var(--fg)}
h1{font-size:1.5rem;line-height:1.25}.soft{color:var(--soft)}
fieldset{border:1px solid var(--line);border-radius:.5rem;display:flex;flex-wrap:wrap;gap:.4rem 1rem;margin:1rem 0}
label{display:inline-flex;gap:.35rem;align-items:center}
ol{list-style:none;margin:0;padding:0}li.step{border-top:1px solid var(--line);padding:.6rem 0;overflow-wrap:anywhere}
li.step[hidden]{display:none}.kind{display:inline-block;min-width:6rem;font-weight:600}
code{background:var(--chip);border-radius:.25rem;padding:0 .3rem;font-size:.9em}
del{background:var(--del);color:var(--delfg)}ins{background:var(--ins);color:var(--insfg);text-decoration:underline}
ul{margin:.3rem 0 0 1rem;padding:0 0 0 1rem}dl{margin:.3rem 0 0 0;display:grid;grid-template-columns:max-content 1fr;gap:0 .8rem;font-size:.9em}dt{color:var(--soft)}dd{margin:0}
@media print{fieldset{display:none}li.step{break-inside:avoid}}
)css";

constexpr std::string_view kScript = R"js(
document.querySelectorAll('input[data-change]').forEach(function(box){
 box.addEventListener('change',function(){
  var n=0;document.querySelectorAll('li.step').forEach(function(li){
   var on=document.querySelector('input[data-change="'+li.dataset.change+'"]').checked;li.hidden=!on;n+=on?1:0});
  document.getElementById('shown').textContent=n+' affichés'})});
)js";

struct Row {
  Change change;
  std::string_view id;
  int DifferenceCounts::*count;
};

constexpr std::array<Row, 6> kRows{{{Change::kept, "kept", &DifferenceCounts::kept},
                                    {Change::moved, "moved", &DifferenceCounts::moved},
                                    {Change::reworded, "reworded", &DifferenceCounts::reworded},
                                    {Change::split, "split", &DifferenceCounts::split},
                                    {Change::dropped, "dropped", &DifferenceCounts::dropped},
                                    {Change::added, "added", &DifferenceCounts::added}}};

constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kAttributes{{
    {"priority", "priorité"},
    {"status", "état"},
    {"period", "période"},
    {"recurrence", "fréquence"},
    {"responsible", "responsable"},
    {"indicators", "indicateurs"},
    {"budget", "budget"},
}};

std::string_view french_attribute(std::string_view name) {
  for (const auto& [key, french] : kAttributes) {
    if (key == name) return french;
  }
  return name;
}

class PageWriter {
 public:
  explicit PageWriter(const Difference& d) : d_(d) {}

  std::string run() {
    const std::string title = "De « " + d_.before_plan.name + " » à « " + d_.after_plan.name + " »";
    out_ =
        "<!DOCTYPE html>\n<html lang=\"fr\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
        xml_text(title) + "</title>\n<style>" + std::string(kStyle) +
        "</style>\n</head>\n<body>\n<main>\n<h1>" + xml_text(title) + "</h1>\n";
    summary();
    filters();
    out_ += "<ol>\n";
    for (const Step& step : d_.steps) add(step);
    out_ += "</ol>\n</main>\n<script>" + std::string(kScript) + "</script>\n</body>\n</html>\n";
    return std::move(out_);
  }

 private:
  const NodeEntry& before(int i) const { return d_.before[static_cast<std::size_t>(i)]; }
  const NodeEntry& after(int i) const { return d_.after[static_cast<std::size_t>(i)]; }

  void summary() {
    out_ += "<p>" + std::to_string(d_.before.size()) + " nœuds avant, " + std::to_string(d_.after.size()) +
            " après ; l'état de " + std::to_string(d_.counts.advanced) +
            " a avancé. Ce qui est parti est <del>barré</del>, ce qui est venu <ins>souligné</ins>.</p>\n";
  }

  void filters() {
    out_ += "<fieldset>\n<legend>Afficher</legend>\n";
    for (const Row& row : kRows) {
      out_ += "<label><input type=\"checkbox\" checked data-change=\"" + std::string(row.id) + "\"> " +
              std::string(french_change(row.change)) + " (" + std::to_string(d_.counts.*row.count) +
              ")</label>\n";
    }
    out_ += "<span id=\"shown\" class=\"soft\" role=\"status\">" + std::to_string(d_.steps.size()) +
            " affichés</span>\n</fieldset>\n";
  }

  std::string node(const NodeEntry& entry) const {
    const std::string title = entry.title.empty() ? entry.label.value_or("sans intitulé") : entry.title;
    std::string place = "ligne " + std::to_string(entry.source.first_line);
    if (entry.source.page) place = "page " + std::to_string(*entry.source.page) + ", " + place;
    return "<code title=\"" + place + "\">" + xml_text(entry.code) + "</code> " + xml_text(title);
  }

  void add(const Step& step) {
    const Row& row = kRows[static_cast<std::size_t>(step.change)];
    out_ += "<li class=\"step\" data-change=\"" + std::string(row.id) + "\"><span class=\"kind\">" +
            std::string(french_change(step.change)) + "</span> ";
    if (step.change == Change::reworded) {
      reworded(step);
    } else if (step.change == Change::split) {
      out_ += node(before(step.before.front())) + "<ul>\n";
      for (const int part : step.after) out_ += "<li>" + node(after(part)) + "</li>\n";
      out_ += "</ul>";
    } else if (step.change == Change::dropped) {
      out_ += "<del>" + node(before(step.before.front())) + "</del>";
    } else if (step.change == Change::added) {
      out_ += "<ins>" + node(after(step.after.front())) + "</ins>";
    } else {
      out_ += node(after(step.after.front()));
    }
    origin(step);
    attributes(step);
    out_ += "</li>\n";
  }

  void reworded(const Step& step) {
    out_ += "<code>" + xml_text(after(step.after.front()).code) + "</code>";
    for (const WordRun& run : step.words) {
      const std::string_view tag = run.in == WordRun::In::both     ? ""
                                   : run.in == WordRun::In::before ? "del"
                                                                   : "ins";
      const std::string text = xml_text(run.text);
      out_ += ' ';
      out_ += tag.empty() ? text : "<" + std::string(tag) + ">" + text + "</" + std::string(tag) + ">";
    }
  }

  void origin(const Step& step) {
    if (step.before.empty() || step.after.empty() || step.change == Change::split) return;
    if (!step.renumbered && !step.moved) return;
    out_ += " <span class=\"soft\">(était <code>" + xml_text(before(step.before.front()).code) + "</code>" +
            (step.moved ? ", déplacé" : "") + ")</span>";
  }

  void attributes(const Step& step) {
    if (step.attributes.empty()) return;
    out_ += "<dl>";
    for (const AttributeChange& change : step.attributes) {
      out_ += "<dt>" + xml_text(french_attribute(change.attribute)) + "</dt><dd>";
      if (!change.before.empty()) out_ += "<del>" + xml_text(change.before) + "</del> ";
      if (!change.after.empty()) out_ += "<ins>" + xml_text(change.after) + "</ins>";
      out_ += "</dd>";
    }
    out_ += "</dl>";
  }

  const Difference& d_;
  std::string out_;
};

}  // namespace

std::string difference_to_html(const Difference& difference) {
  return PageWriter(difference).run();
}

}  // namespace pst::output

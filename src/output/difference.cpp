#include "output/difference.hpp"

#include "output/write_fields.hpp"

namespace pst::output {

namespace {

using namespace compare;

constexpr std::string_view kChangeNames[] = {"kept", "moved", "reworded", "split", "dropped", "added"};
constexpr std::string_view kFrench[] = {"conservé", "déplacé", "reformulé", "scindé", "abandonné", "nouveau"};
constexpr std::string_view kSigns[] = {"=", ">", "~", "<", "-", "+"};

std::size_t index_of(Change change) {
  return static_cast<std::size_t>(change);
}

std::string named(const NodeEntry& node) {
  std::string title = node.title.empty() ? node.label.value_or("sans intitulé") : node.title;
  return node.code + " " + title;
}

std::string marked(const std::vector<WordRun>& words) {
  std::string out;
  for (const WordRun& run : words) {
    if (!out.empty()) out += ' ';
    switch (run.in) {
      case WordRun::In::both:
        out += run.text;
        break;
      case WordRun::In::before:
        out += "[-" + run.text + "-]";
        break;
      case WordRun::In::after:
        out += "{+" + run.text + "+}";
        break;
    }
  }
  return out;
}

class TextWriter {
 public:
  explicit TextWriter(const Difference& d) : d_(d) {}

  std::string run(bool all) {
    const DifferenceCounts& c = d_.counts;
    out_ = d_.before_plan.name + " -> " + d_.after_plan.name + "\n";
    out_ += std::to_string(c.kept) + " conservés, " + std::to_string(c.moved) + " déplacés, " +
            std::to_string(c.reworded) + " reformulés, " + std::to_string(c.split) + " scindés, " +
            std::to_string(c.dropped) + " abandonnés, " + std::to_string(c.added) + " nouveaux ; " +
            std::to_string(c.advanced) + " dont l'état a avancé\n\n";
    for (const Step& step : d_.steps) {
      if (all || step.change != Change::kept || !step.attributes.empty()) add(step);
    }
    return std::move(out_);
  }

 private:
  const NodeEntry& before(int i) const { return d_.before[static_cast<std::size_t>(i)]; }
  const NodeEntry& after(int i) const { return d_.after[static_cast<std::size_t>(i)]; }

  void add(const Step& step) {
    out_ += std::string(kSigns[index_of(step.change)]) + " ";
    if (step.change == Change::reworded) {
      const NodeEntry& now = after(step.after.front());
      out_ += now.code + codes(step) + " " + marked(step.words) + "\n";
    } else if (step.change == Change::split) {
      out_ += named(before(step.before.front())) + "\n";
      for (const int part : step.after) out_ += "    < " + named(after(part)) + "\n";
    } else if (step.change == Change::dropped) {
      out_ += named(before(step.before.front())) + "\n";
    } else {
      const NodeEntry& now = after(step.after.front());
      out_ += now.code + (step.before.empty() ? "" : codes(step)) + named(now).substr(now.code.size()) + "\n";
    }
    for (const AttributeChange& change : step.attributes) {
      out_ += "    " + change.attribute + " : " + (change.before.empty() ? "–" : change.before) + " -> " +
              (change.after.empty() ? "–" : change.after) + "\n";
    }
  }

  /// The earlier code, where it was another; and where the node stood, if it moved.
  std::string codes(const Step& step) const {
    const NodeEntry& was = before(step.before.front());
    std::string text = step.renumbered ? " (était " + was.code : "";
    if (step.moved) text += (text.empty() ? " (" : ", ") + std::string("déplacé");
    return text.empty() ? "" : text + ")";
  }

  const Difference& d_;
  std::string out_;
};

class DifferenceJson {
 public:
  DifferenceJson(const Difference& d, JsonWriter& out) : d_(d), out_(out) {}

  void run() {
    out_.begin_object();
    field("schema_version", kDifferenceVersion);
    plan("before", d_.before_plan);
    plan("after", d_.after_plan);
    out_.key("counts");
    counts();
    out_.key("steps");
    out_.begin_array();
    for (const Step& step : d_.steps) write_step(step);
    out_.end_array();
    out_.end_object();
  }

 private:
  template <class T>
  void field(std::string_view key, const T& x) {
    out_.key(key);
    write(out_, x);
  }

  void plan(std::string_view key, const PlanEntry& entry) {
    out_.key(key);
    out_.begin_object();
    field("name", entry.name);
    field("organisation", entry.organisation);
    if (entry.document.period) field("period", *entry.document.period);
    field("nodes", entry.node_count);
    out_.end_object();
  }

  void counts() {
    const DifferenceCounts& c = d_.counts;
    out_.begin_object();
    field("kept", c.kept);
    field("moved", c.moved);
    field("reworded", c.reworded);
    field("split", c.split);
    field("dropped", c.dropped);
    field("added", c.added);
    field("advanced", c.advanced);
    field("renumbered", c.renumbered);
    out_.end_object();
  }

  void nodes(std::string_view key, const std::vector<int>& indices, const std::vector<NodeEntry>& all) {
    out_.key(key);
    out_.begin_array();
    for (const int i : indices) {
      const NodeEntry& node = all[static_cast<std::size_t>(i)];
      out_.begin_object(true);
      field("code", node.code);
      field("kind", node.kind);
      field("title", node.title);
      field("source", node.source);
      out_.end_object();
    }
    out_.end_array();
  }

  void write_step(const Step& step) {
    static constexpr std::string_view kIn[] = {"both", "before", "after"};
    out_.begin_object();
    field("change", kChangeNames[index_of(step.change)]);
    nodes("before", step.before, d_.before);
    nodes("after", step.after, d_.after);
    if (!step.before.empty() && !step.after.empty()) field("likeness", step.likeness);
    if (step.moved) field("moved", true);
    if (step.renumbered) field("renumbered", true);
    if (step.advanced) field("advanced", true);
    if (!step.words.empty()) {
      out_.key("words");
      out_.begin_array();
      for (const WordRun& run : step.words) {
        out_.begin_object(true);
        field("in", kIn[static_cast<std::size_t>(run.in)]);
        field("text", run.text);
        out_.end_object();
      }
      out_.end_array();
    }
    if (!step.attributes.empty()) {
      out_.key("attributes");
      out_.begin_array();
      for (const AttributeChange& change : step.attributes) {
        out_.begin_object(true);
        field("attribute", change.attribute);
        field("before", change.before);
        field("after", change.after);
        out_.end_object();
      }
      out_.end_array();
    }
    out_.end_object();
  }

  const Difference& d_;
  JsonWriter& out_;
};

}  // namespace

std::string_view french_change(Change change) {
  return kFrench[index_of(change)];
}

std::string difference_to_text(const Difference& difference, bool all) {
  return TextWriter(difference).run(all);
}

std::string difference_to_json(const Difference& difference, int indent) {
  std::string text;
  JsonWriter out(text, indent);
  DifferenceJson(difference, out).run();
  text += '\n';
  return text;
}

}  // namespace pst::output

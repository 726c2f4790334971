#include "corpus/gold.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>

#include "text/unicode.hpp"

namespace pst::corpus {
namespace {

using nlohmann::json;

// --- reading ------------------------------------------------------------------------------------------

template <class T>
std::optional<T> maybe(const json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || found->is_null()) return std::nullopt;
  return found->get<T>();
}

std::vector<std::string> strings(const json& object, const char* key) {
  return maybe<std::vector<std::string>>(object, key).value_or(std::vector<std::string>{});
}

plan::Period read_period(const json& value) {
  return {maybe<int>(value, "start"), maybe<int>(value, "end")};
}

plan::Attributes read_attributes(const json& value) {
  plan::Attributes out;
  out.priority = maybe<std::string>(value, "priority");
  out.status = maybe<std::string>(value, "status");
  out.recurrence = maybe<std::string>(value, "recurrence");
  out.responsible = strings(value, "responsible");
  out.indicators = strings(value, "indicators");
  out.annex = maybe<bool>(value, "annex").value_or(false);
  if (const auto period = maybe<json>(value, "period")) out.period = read_period(*period);
  for (const json& sum : maybe<json>(value, "budget").value_or(json::array())) {
    out.budget.push_back({maybe<double>(sum, "amount"), maybe<std::string>(sum, "currency").value_or(""),
                          maybe<int>(sum, "year"), maybe<std::string>(sum, "source").value_or("")});
  }
  for (const json& pointer : maybe<json>(value, "references").value_or(json::array())) {
    out.references.push_back({pointer.at("raw").get<std::string>(), maybe<std::string>(pointer, "code")});
  }
  return out;
}

GoldNode read_node(const json& value) {
  GoldNode node;
  const auto kind = plan::kind_named(value.at("kind").get<std::string>());
  if (!kind) throw std::runtime_error("no such kind: " + value.at("kind").dump());
  node.kind = *kind;
  node.code = value.at("code").get<std::string>();
  node.parent = maybe<std::string>(value, "parent");
  node.label = maybe<std::string>(value, "label");
  node.number = maybe<std::string>(value, "number");
  node.title = value.at("title").get<std::string>();
  node.lines = maybe<std::pair<int, int>>(value, "lines").value_or(node.lines);
  node.page = maybe<int>(value, "page");
  node.attributes = read_attributes(value.value("attributes", json::object()));
  node.uncertain = maybe<bool>(value, "uncertain").value_or(false);
  return node;
}

Gold read_gold(const json& value) {
  Gold gold;
  for (const json& node : value.at("nodes")) gold.nodes.push_back(read_node(node));
  const json document = value.value("document", json::object());
  gold.organisation.asked = document.contains("organisation");
  gold.period.asked = document.contains("period");
  gold.adopted_on.asked = document.contains("adopted_on");
  gold.adopted_on.value = maybe<std::string>(document, "adopted_on");
  if (const auto period = maybe<json>(document, "period")) gold.period.value = read_period(*period);
  if (const auto body = maybe<json>(document, "organisation")) {
    gold.organisation.value =
        plan::Organisation{maybe<std::string>(*body, "name").value_or(""),
                           maybe<std::string>(*body, "kind").value_or(""), std::nullopt};
  }
  return gold;
}

// --- comparing ----------------------------------------------------------------------------------------

/// Length of the longest common subsequence.
std::size_t common(const std::string& a, const std::string& b) {
  std::vector<std::size_t> row(b.size() + 1, 0);
  for (const char c : a) {
    std::size_t diagonal = 0;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = c == b[j - 1] ? diagonal + 1 : std::max(above, row[j - 1]);
      diagonal = above;
    }
  }
  return row.back();
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

/// A title as compared to the letter: quotes of one form, spaces beside punctuation and final separators
/// gone.
std::string lettered(const std::string& title) {
  std::string text = text::collapse(text::nfc(title));
  for (const char* quote : {"«", "»", "“", "”"}) text = replaced(text, quote, "\"");
  for (const char* apostrophe : {"’", "‘"}) text = replaced(text, apostrophe, "'");
  text = replaced(text, "…", "...");
  const std::string marks = "\";:,.!?()[]'/-";
  const auto is_mark = [&](char c) { return marks.find(c) != std::string::npos; };
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool beside = (i > 0 && is_mark(text[i - 1])) || (i + 1 < text.size() && is_mark(text[i + 1]));
    if (text[i] != ' ' || !beside) out += text[i];
  }
  return out.substr(0, out.find_last_not_of(" ;.,:") + 1);
}

std::string year(const std::optional<int>& y) {
  return y ? std::to_string(*y) : "?";
}

/// Every single value that is stated, by attribute, in a form that can be compared.
std::map<std::string, std::set<std::string>> values(const plan::Attributes& a) {
  std::map<std::string, std::set<std::string>> out;
  if (a.priority) out["priority"].insert(*a.priority);
  if (a.status) out["status"].insert(*a.status);
  if (a.recurrence) out["recurrence"].insert(*a.recurrence);
  if (a.annex) out["annex"].insert("true");
  if (a.period) out["period"].insert(year(a.period->start) + "-" + year(a.period->end));
  for (const std::string& name : a.responsible) out["responsible"].insert(text::fold(name));
  for (const std::string& what : a.indicators) out["indicators"].insert(text::fold(what));
  for (const plan::Budget& sum : a.budget) {
    out["budget"].insert((sum.amount ? std::to_string(*sum.amount) : "?") + " in " + year(sum.year));
  }
  for (const plan::Reference& pointer : a.references) {
    out["references"].insert(text::fold(pointer.raw) + " → " + pointer.code.value_or("nothing"));
  }
  return out;
}

std::string shown(const std::set<std::string>& items) {
  std::string out;
  for (const std::string& item : items) out += (out.empty() ? "" : ", ") + item;
  return "{" + out + "}";
}

std::string shown(const std::pair<int, int>& lines) {
  return std::to_string(lines.first) + "-" + std::to_string(lines.second);
}

std::string shown(const std::optional<std::string>& text) {
  return text ? "«" + *text + "»" : "nothing";
}

bool overlap(const std::pair<int, int>& a, const std::pair<int, int>& b) {
  return a.first <= b.second && b.first <= a.second;
}

/// A plan's node with its parent's code.
struct Placed {
  const plan::Node* node = nullptr;
  std::optional<std::string> parent;
};

class Comparer {
 public:
  Comparer(const Gold& gold, const plan::Plan& plan) : gold_(gold), plan_(plan) {
    place(plan.nodes, std::nullopt);
  }

  Comparison run() {
    std::set<std::string> wanted;
    for (const GoldNode& node : gold_.nodes) {
      wanted.insert(node.code);
      compare_node(node);
    }
    for (const auto& [code, placed] : got_) {
      if (!wanted.contains(code)) {
        say("extra " + code + " " + shown(placed.node->title) + ", lines " + shown(lines_of(placed)));
      }
    }
    out_.nodes.only_gold = static_cast<int>(gold_.nodes.size()) - out_.nodes.both;
    out_.nodes.only_plan = count_ - out_.nodes.both;
    compare_document();
    out_.unassigned = plan_.coverage.unassigned;
    if (out_.unassigned != 0) say(std::to_string(out_.unassigned) + " lines unassigned");
    return std::move(out_);
  }

 private:
  void say(std::string line) { out_.differences.push_back(std::move(line)); }

  void place(const std::vector<plan::Node>& nodes, const std::optional<std::string>& parent) {
    for (const plan::Node& node : nodes) {
      ++count_;
      if (!got_.emplace(node.code, Placed{&node, parent}).second) say("code used twice: " + node.code);
      place(node.children, node.code);
    }
  }

  static std::pair<int, int> lines_of(const Placed& placed) {
    return {placed.node->source.first_line, placed.node->source.last_line};
  }

  void compare_node(const GoldNode& want) {
    const auto found = got_.find(want.code);
    if (found == got_.end()) {
      say("missing " + want.code + " " + shown(want.title) + ", lines " + shown(want.lines));
      return lose(want);
    }
    const Placed& mine = found->second;
    if (mine.node->kind != want.kind) {
      say("kind of " + want.code + ": " + std::string(plan::facts(mine.node->kind).json) + " for " +
          std::string(plan::facts(want.kind).json));
      return lose(want);
    }
    if (likeness(mine.node->title, want.title) < kAlike) {
      say("title of " + want.code + ": " + shown(mine.node->title) + " for " + shown(want.title));
      return lose(want);
    }
    ++out_.nodes.both;
    compare_match(want, mine);
  }

  void compare_match(const GoldNode& want, const Placed& mine) {
    const std::string& code = want.code;
    const plan::Node& node = *mine.node;
    const bool right_parent = mine.parent == want.parent;
    out_.parent.count(right_parent);
    (right_parent ? out_.false_alarm : out_.caught).count(doubted(want));
    if (!right_parent) say("parent of " + code + ": " + shown(mine.parent) + " for " + shown(want.parent));
    const bool exact = lettered(node.title) == lettered(want.title);
    out_.exact_title.count(exact);
    if (!exact) say("wording of " + code + ": " + shown(node.title) + " for " + shown(want.title));
    const bool right_number = node.number.value_or("") == want.number.value_or("");
    out_.number.count(right_number);
    if (!right_number) say("number of " + code + ": " + shown(node.number) + " for " + shown(want.number));
    const bool right_lines = want.lines.first == 0 || overlap(lines_of(mine), want.lines);
    const bool right_page = !want.page || node.source.page == want.page;
    out_.provenance.count(right_lines && right_page);
    if (!right_lines) say("lines of " + code + ": " + shown(lines_of(mine)) + " for " + shown(want.lines));
    if (!right_page) say("page of " + code + ": not " + std::to_string(*want.page));
    if (!want.uncertain) compare_attributes(want, node);
  }

  void compare_attributes(const GoldNode& want, const plan::Node& node) {
    auto right = values(want.attributes), mine = values(node.attributes);
    for (const auto& [name, items] : mine) right[name];  // every name of either side
    for (const auto& [name, items] : right) {
      const std::set<std::string>& others = mine[name];
      const auto both = static_cast<int>(
          std::count_if(items.begin(), items.end(), [&](const auto& item) { return others.contains(item); }));
      out_.attributes.both += both;
      out_.attributes.only_gold += static_cast<int>(items.size()) - both;
      out_.attributes.only_plan += static_cast<int>(others.size()) - both;
      if (items != others) say(name + " of " + want.code + ": " + shown(others) + " for " + shown(items));
    }
  }

  /// A node that was not found: its attributes are lost with it.
  void lose(const GoldNode& want) {
    out_.caught.count(doubted(want));
    if (want.uncertain) return;
    for (const auto& [name, items] : values(want.attributes)) {
      out_.attributes.only_gold += static_cast<int>(items.size());
    }
  }

  /// Whether a diagnostic about the reading points at the node, its lines or the whole document.
  bool doubted(const GoldNode& want) const {
    return std::any_of(plan_.diagnostics.begin(), plan_.diagnostics.end(), [&](const source::Diagnostic& d) {
      if (d.about != source::About::reading) return false;
      if (!d.code && !d.lines) return d.severity == source::Severity::error;
      return d.code == want.code || (d.lines && want.lines.first != 0 && overlap(*d.lines, want.lines));
    });
  }

  void fact(const char* name, bool right, const std::string& mine, const std::string& want) {
    out_.document.count(right);
    if (!right) say(std::string("document ") + name + ": " + mine + " for " + want);
  }

  void compare_document() {
    const plan::DocumentFacts& mine = plan_.document;
    const auto body = [](const std::optional<plan::Organisation>& o) {
      return o ? text::fold(o->name) + " (" + o->kind + ")" : "nothing";
    };
    const auto span = [](const std::optional<plan::Period>& p) {
      return p ? year(p->start) + "-" + year(p->end) : "nothing";
    };
    const auto ask = [&](const char* name, const std::string& is, const std::string& want) {
      fact(name, is == want, is, want);
    };
    if (gold_.organisation.asked)
      ask("organisation", body(mine.organisation), body(gold_.organisation.value));
    if (gold_.period.asked) ask("period", span(mine.period), span(gold_.period.value));
    if (gold_.adopted_on.asked) ask("adopted_on", shown(mine.adopted_on), shown(gold_.adopted_on.value));
  }

  static constexpr double kAlike = 0.9;

  const Gold& gold_;
  const plan::Plan& plan_;
  std::map<std::string, Placed> got_;
  int count_ = 0;
  Comparison out_;
};

}  // namespace

Gold load_gold(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error(path + " cannot be read");
  try {
    return read_gold(json::parse(file));
  } catch (const std::exception& e) {
    throw std::runtime_error(path + ": " + e.what());
  }
}

std::string Comparison::report() const {
  if (differences.empty()) return "  no differences\n";
  std::string out;
  for (const std::string& line : differences) out += "  " + line + "\n";
  return out;
}

Comparison compare(const Gold& gold, const plan::Plan& plan) {
  return Comparer(gold, plan).run();
}

double likeness(const std::string& a, const std::string& b) {
  const std::string left = text::fold(a), right = text::fold(b);
  if (left == right) return 1.0;
  return 2.0 * static_cast<double>(common(left, right)) / static_cast<double>(left.size() + right.size());
}

}  // namespace pst::corpus

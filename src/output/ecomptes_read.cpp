// An exchange as a plan.
#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

#include "output/ecomptes.hpp"
#include "output/ecomptes_identity.hpp"
#include "output/ecomptes_label.hpp"
#include "output/ecomptes_notes.hpp"
#include "output/ecomptes_slots.hpp"
#include "output/ecomptes_status.hpp"
#include "output/plan_facts.hpp"
#include "output/walk.hpp"
#include "plan/municipalities.hpp"
#include "plan/recode.hpp"
#include "source/digest.hpp"
#include "source/error.hpp"
#include "text/unicode.hpp"

namespace pst::output {

namespace {

using plan::Kind;
using plan::Node;
using source::About;
using source::Severity;

constexpr int kNowhere = -1;

std::optional<int> year_of(std::string_view text) {
  int year = 0;
  if (text.size() < 4) return std::nullopt;
  const auto [end, error] = std::from_chars(text.data(), text.data() + 4, year);
  const bool fits = error == std::errc{} && end == text.data() + 4 && year >= 1800 && year <= 2200;
  return fits ? std::optional(year) : std::nullopt;
}

class Reader {
 public:
  explicit Reader(const XmlFile& file) : exchange_(read_exchange(file.root)), filled_(file.filled) {}

  plan::Plan run() {
    for (const Element& volet : exchange_.volets) read_volet(volet);
    plan_.nodes = children_of(kNowhere);
    fill_document();
    std::vector<std::string> written;
    for_each_node(plan_, [&](const Visit& v) { written.push_back(v.node.code); });
    plan::recode(plan_, exchange_.generator == "PST");  // iA.PST numbers everything through the whole plan
    resolve_references(written);
    count_lines();
    return std::move(plan_);
  }

 private:
  struct Slot {
    Node node;
    int parent = kNowhere;
  };

  Node& at(int slot) { return slots_[static_cast<std::size_t>(slot)].node; }

  // --- the tree -----------------------------------------------------------------------------------------

  /// Puts the node below `parent`, or as near above it as the ladder admits.
  int add(Node node, int parent) {
    while (parent != kNowhere && at(parent).kind >= node.kind) {
      parent = slots_[static_cast<std::size_t>(parent)].parent;
    }
    slots_.push_back({std::move(node), parent});
    return static_cast<int>(slots_.size()) - 1;
  }

  std::vector<Node> children_of(int parent) {
    std::map<int, std::vector<int>> below;
    for (std::size_t i = 0; i < slots_.size(); ++i) below[slots_[i].parent].push_back(static_cast<int>(i));
    return take(below, parent);
  }

  std::vector<Node> take(const std::map<int, std::vector<int>>& below, int parent) {
    std::vector<Node> nodes;
    const auto found = below.find(parent);
    if (found == below.end()) return nodes;
    for (const int slot : found->second) {
      nodes.push_back(std::move(at(slot)));
      nodes.back().children = take(below, slot);
    }
    return nodes;
  }

  void read_volet(const Element& e) {
    const auto notes = notes_of(e);
    int volet = kNowhere;
    if (!holds_nothing(e, notes)) {
      Node node = node_of(e, notes, Kind::volet);
      const std::string folded = text::fold(node.label.value_or("") + " " + node.title);
      if (!notes && folded.find("interne") != folded.npos) node.code = "VI";
      if (!notes && folded.find("externe") != folded.npos) node.code = "VE";
      volet = add(std::move(node), kNowhere);
    }
    for (const Element& child : e.children) read_below(child, volet);
  }

  void read_below(const Element& e, int parent) {
    switch (e.rung) {
      case Rung::volet:
        return;
      case Rung::strategic:
        return read_strategic(e, parent);
      case Rung::operational:
        return read_operational(e, parent);
      case Rung::action:
        return read_actions({&e}, parent);
    }
  }

  void read_strategic(const Element& e, int parent) {
    const auto notes = notes_of(e);
    int here = parent;
    if (notes && notes->kind == Kind::axis) {
      here = axis(*notes, parent, &e);
    } else if (!holds_nothing(e, notes)) {
      if (notes && !notes->axis.empty()) here = axis(notes->axis.front(), parent, &e, false);
      here = add(node_of(e, notes, Kind::strategic_objective), here);
    }
    read_children(e, here);
  }

  void read_operational(const Element& e, int parent) {
    const auto notes = notes_of(e);
    int here = parent;
    if (!holds_nothing(e, notes)) {
      const bool project = notes && notes->kind == Kind::project;
      here = add(node_of(e, notes, project ? Kind::project : Kind::operational_objective), parent);
    }
    read_children(e, here);
  }

  /// Actions are read together: a sub-action finds the action that it follows.
  void read_children(const Element& e, int parent) {
    std::vector<const Element*> actions;
    for (const Element& child : e.children) {
      child.rung == Rung::action ? actions.push_back(&child) : read_below(child, parent);
    }
    read_actions(actions, parent);
  }

  void read_actions(const std::vector<const Element*>& actions, int parent) {
    std::map<std::string, int> by_code, by_number;
    for (const Element* e : actions) {
      const auto notes = notes_of(*e);
      Kind kind = notes && notes->kind && *notes->kind >= Kind::project ? *notes->kind : Kind::action;
      const auto numbered = notes ? std::nullopt : read_numbered(e->title, Rung::action);
      if (numbered) kind = numbered->kind;
      int above = parent;
      if (notes) above = nearest(by_code, notes->code).value_or(parent);
      if (numbered) above = found(by_number, numbered->above).value_or(parent);
      const int slot = add(node_of(*e, notes, kind), above);
      if (notes) by_code.emplace(notes->code, slot);
      if (numbered && kind == Kind::action) by_number[numbered->number] = slot;
      for (const Element& child : e->children) read_below(child, slot);
    }
  }

  static std::optional<int> found(const std::map<std::string, int>& slots, const std::string& key) {
    const auto slot = slots.find(key);
    return slot == slots.end() ? std::nullopt : std::optional(slot->second);
  }

  /// The slot of the longest code that `code` prolongs.
  static std::optional<int> nearest(const std::map<std::string, int>& slots, std::string code) {
    for (auto dash = code.rfind('-'); dash != code.npos; dash = code.rfind('-')) {
      code.resize(dash);
      if (const auto slot = found(slots, code)) return slot;
    }
    return std::nullopt;
  }

  /// The axis of that code below `parent`; made of what the notes say, or of the element that stands for it.
  int axis(const Notes& notes, int parent, const Element* e, bool is_element = true) {
    const auto known = axes_.find({parent, notes.code});
    if (known != axes_.end()) return known->second;
    Node node;
    if (is_element) {
      node = node_of(*e, notes, Kind::axis);
    } else {
      node.kind = Kind::axis;
      node.title = notes.title;
      fill_from(notes, node);
      node.source = span_of(*e);
    }
    return axes_[{parent, notes.code}] = add(std::move(node), parent);
  }

  // --- one element --------------------------------------------------------------------------------------

  static std::optional<Notes> notes_of(const Element& e) {
    return e.description.mode == "TEXTE" ? read_notes(e.description.value) : std::nullopt;
  }

  /// A NEANT that only holds what has no parent on that rung. What it says itself is reported.
  bool holds_nothing(const Element& e, const std::optional<Notes>& notes) {
    if (notes || text::fold(e.title) != "neant") return false;
    std::string said = plain_prose(e.description);
    for (const plan::Field& field : fields_of(e)) {
      if (field.name == "ElementId" || field.name == "Exercice") continue;
      said += (said.empty() ? "" : " ; ") + field.name + " : " + field.value;
    }
    for (const plan::Field& field : e.unknown)
      said += (said.empty() ? "" : " ; ") + field.name + " : " + field.value;
    for (const plan::Budget& budget : e.budget) said += (said.empty() ? "" : " ; ") + budget.source;
    if (!said.empty()) say("unplaced-content", "un élément NEANT porte des données : " + said, span_of(e));
    return true;
  }

  static source::Span span_of(const Element& e) {
    return {e.first_line, e.last_line, std::nullopt, std::nullopt};
  }

  static void fill_from(const Notes& notes, Node& node) {
    node.code = notes.code;
    node.label = notes.label;
    node.number = notes.number;
    if (notes.title_raw != node.title) node.title_raw = notes.title_raw;
    node.attributes = notes.attributes;
    node.fields = notes.fields;
    node.description = notes.prose;
    keep_sound(node);
  }

  /// Notes that someone has edited may say what the model does not: that becomes fields.
  static void keep_sound(Node& node) {
    plan::Attributes& a = node.attributes;
    const auto is_status = [](const std::string& value) {
      return std::any_of(kStatuses.begin(), kStatuses.end(),
                         [&](const auto& row) { return row.first == value; });
    };
    const auto is_priority = [](const std::string& value) {
      return value == "high" || value == "medium" || value == "low";
    };
    if (a.status && !is_status(*a.status)) keep(node, "Statut", *std::exchange(a.status, std::nullopt));
    if (a.priority && !is_priority(*a.priority))
      keep(node, "Priorité", *std::exchange(a.priority, std::nullopt));
    if (a.period && !is_sound(*a.period)) a.period.reset();
    std::erase_if(a.budget, [&](const plan::Budget& budget) {
      const bool iso = budget.currency.empty() ||
                       (budget.currency.size() == 3 &&
                        budget.currency.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string::npos);
      const bool sound = iso && is_sound({budget.year, std::nullopt});
      if (!sound) node.fields.push_back({"Budget", budget_words(budget)});
      return !sound;
    });
  }

  static bool is_sound(const plan::Period& period) {
    const auto fits = [](std::optional<int> year) { return !year || (*year >= 1800 && *year <= 2200); };
    return fits(period.start) && fits(period.end) &&
           !(period.start && period.end && *period.start > *period.end);
  }

  Node node_of(const Element& e, const std::optional<Notes>& notes, Kind kind) {
    Node node;
    node.kind = kind;
    node.source = span_of(e);
    node.title = e.title;
    if (notes) {
      node.title = title_in(e.title, *notes, kind);
      fill_from(*notes, node);
    } else {
      node.description = text::nfc(plain_prose(e.description));
      if (const auto numbered = read_numbered(e.title, e.rung)) {
        node.label = numbered->label;
        node.number = numbered->number;
        node.title = numbered->title;
      }
    }
    fill_status(e, notes.has_value(), node);
    fill_period(e, node);
    fill_responsible(e, node);
    node.attributes.budget.insert(node.attributes.budget.end(), e.budget.begin(), e.budget.end());
    fill_fields(e, node);
    return node;
  }

  void fill_status(const Element& e, bool noted, Node& node) {
    const bool unstated =
        e.status == kNeutralStatus &&
        (plain_prose(e.status_remark).starts_with(kNoStatus) || (node.kind == Kind::volet && !noted));
    if (unstated || e.status.empty()) return;
    node.attributes.status = status_value(e.status);
    if (!node.attributes.status) {
      node.fields.push_back({"Statut", e.status});
      say("unknown-status", "statut inconnu « " + e.status + " », gardé comme champ", node.source);
    }
  }

  void fill_period(const Element& e, Node& node) {
    if (e.start.empty() && e.end.empty()) return;
    const plan::Period period{year_of(e.start), year_of(e.end)};
    const bool reversed = period.start && period.end && *period.start > *period.end;
    if (!reversed && (period.start || period.end)) node.attributes.period = period;
    if (reversed || period.start.has_value() == e.start.empty() || period.end.has_value() == e.end.empty()) {
      say("unusual-dates", "dates hors d'usage (" + e.start + " à " + e.end + "), gardées comme champs",
          node.source);
      if (reversed || !period.start) keep(node, "Date de début", e.start);
      if (reversed || !period.end) keep(node, "Date de fin", e.end);
    }
  }

  static void keep(Node& node, const char* name, const std::string& value) {
    const auto same = [&](const plan::Field& field) { return field.name == name; };
    if (value.empty() || std::any_of(node.fields.begin(), node.fields.end(), same)) return;
    node.fields.push_back({name, value});
  }

  /// The whole list where a note gives it and the element still says its part of it.
  static void fill_responsible(const Element& e, Node& node) {
    std::vector<std::string>& names = node.attributes.responsible;
    for (const std::string& name : responsible_of(e)) {
      Element probe;
      put_responsible(names, probe);
      const std::vector<std::string> said = responsible_of(probe);
      if (std::find(said.begin(), said.end(), name) == said.end()) names.push_back(name);
    }
  }

  void fill_fields(const Element& e, Node& node) {
    Element probe;
    probe.start = e.start;
    probe.end = e.end;
    for (const plan::Field& field : node.fields) put_field(field, probe);
    const std::vector<plan::Field> said = fields_of(probe);
    const std::string own_id = element_id(exchange_.plan_id, node.code);
    for (plan::Field& field : fields_of(e)) {
      const bool derived = (field.name == "ElementId" && field.value == own_id) ||
                           (field.name == "Exercice" && field.value == exchange_.exercise);
      const bool noted = field.name != "Date de début" && field.name != "Date de fin" &&
                         std::find(said.begin(), said.end(), field) != said.end();
      if (derived || noted) continue;
      if (field.name.starts_with("Date")) {
        keep(node, field.name.c_str(), field.value);
      } else {
        node.fields.push_back(std::move(field));
      }
    }
    for (const plan::Field& field : e.unknown) {
      node.fields.push_back({field.name, field.value});
      say("unknown-element", "élément inconnu « " + field.name + " », gardé comme champ", node.source);
    }
    if (e.zero_sums > 0) {
      say("zero-sums", std::to_string(e.zero_sums) + " montant(s) à zéro laissé(s) de côté", node.source);
    }
  }

  // --- the document -------------------------------------------------------------------------------------

  void fill_document() {
    plan::DocumentFacts& facts = plan_.document;
    facts.title = text::collapse(exchange_.title);
    const plan::Period period{year_of(exchange_.first_exercise), year_of(exchange_.last_exercise)};
    const bool reversed = period.start && period.end && *period.start > *period.end;
    if (!reversed && (period.start || period.end)) facts.period = period;
    if (const auto municipality = plan::municipality_with_ins(exchange_.ins)) {
      facts.organisation = plan::Organisation{
          municipality->name, exchange_.type_admin == "CPAS" ? "CPAS" : "commune", municipality->ins};
    }
    const std::string name = exchange_.generator == "PST" ? "ia-pst" : "ecomptes";
    facts.scheme = {name, 1, "", 0};
    const source::Span head{exchange_.head_lines.first, exchange_.head_lines.second, std::nullopt,
                            std::nullopt};
    plan_.sections.push_back({kIdentitySection, identity(), head});
    if (exchange_.version != kFormatVersion) {
      say("format-version", "version « " + exchange_.version + " » au lieu de " + kFormatVersion, head);
    }
    for (const plan::Field& field : exchange_.unknown) {
      say("unknown-element", "élément inconnu « " + field.name + " » : " + field.value, head);
    }
  }

  std::string identity() const {
    return "Id : " + exchange_.id + "\nIdPST : " + exchange_.plan_id +
           "\nTypeAdmin : " + exchange_.type_admin + "\nINS : " + exchange_.ins +
           "\nExercice : " + exchange_.exercise + "\nExercices : " + exchange_.first_exercise + "-" +
           exchange_.last_exercise + "\nGenerateur : " + exchange_.generator;
  }

  /// References name codes as they were when the file was written.
  void resolve_references(const std::vector<std::string>& written) {
    std::map<std::string, std::string> now;
    std::size_t i = 0;
    for_each_node(plan_, [&](const Visit& v) { now.emplace(written[i++], v.node.code); });
    resolve(plan_.nodes, now);
  }

  static void resolve(std::vector<Node>& nodes, const std::map<std::string, std::string>& now) {
    for (Node& node : nodes) {
      for (plan::Reference& reference : node.attributes.references) {
        if (!reference.code) continue;
        const auto found = now.find(*reference.code);
        reference.code = found == now.end() ? std::nullopt : std::optional(found->second);
      }
      resolve(node.children, now);
    }
  }

  /// Elements' own lines are nodes', the head's a section's; the format's frame is furniture.
  void count_lines() {
    enum : char { kFrame, kSection, kNode };
    std::vector<char> place(filled_.size() + 1, kFrame);
    const auto mark = [&](int first, int last, char what) {
      for (int line = std::max(1, first); line <= last && line <= static_cast<int>(filled_.size()); ++line) {
        place[static_cast<std::size_t>(line)] = what;
      }
    };
    for (const plan::Section& section : plan_.sections) {
      mark(section.source.first_line, section.source.last_line, kSection);
    }
    for_each_node(plan_,
                  [&](const Visit& v) { mark(v.node.source.first_line, v.node.source.last_line, kNode); });
    plan::Coverage& coverage = plan_.coverage;
    for (std::size_t line = 1; line <= filled_.size(); ++line) {
      if (!filled_[line - 1]) continue;
      ++coverage.lines;
      ++(place[line] == kNode      ? coverage.nodes
         : place[line] == kSection ? coverage.sections
                                   : coverage.furniture);
    }
  }

  void say(const char* rule, const std::string& message, const source::Span& span) {
    constexpr std::size_t kLongest = 300;
    plan_.diagnostics.push_back({About::reading, Severity::info, rule,
                                 cut_at_word(text::collapse(message), kLongest), std::nullopt,
                                 std::pair{span.first_line, span.last_line}});
  }

  const Exchange exchange_;
  const std::vector<bool>& filled_;
  plan::Plan plan_;
  std::vector<Slot> slots_;
  std::map<std::pair<int, std::string>, int> axes_;
};

}  // namespace

plan::Plan from_ecomptes(std::string_view bytes, const std::string& file_name) {
  try {
    const XmlFile file = read_xml(bytes);
    plan::Plan plan = Reader(file).run();
    plan::SourceFile& source = plan.document.source;
    source.file = file_name;
    source.media_type = "application/xml";
    source.bytes = bytes.size();
    source.sha256 = source::sha256_hex(bytes);
    source.encoding = file.encoding;
    if (file.relabelled) {
      plan.diagnostics.push_back({About::reading, Severity::info, "encoding",
                                  "le fichier déclare un autre encodage que le sien : lu en " + file.encoding,
                                  std::nullopt, std::nullopt});
    }
    return plan;
  } catch (const Error& e) {
    throw e.in_file(file_name);
  }
}

}  // namespace pst::output

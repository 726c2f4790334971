// A plan as an exchange: each node as its element, with notes of what the format has no place for.
#include <algorithm>
#include <charconv>
#include <set>

#include "output/ecomptes.hpp"
#include "output/ecomptes_identity.hpp"
#include "output/ecomptes_label.hpp"
#include "output/ecomptes_notes.hpp"
#include "output/ecomptes_shape.hpp"
#include "output/ecomptes_slots.hpp"
#include "output/ecomptes_status.hpp"
#include "output/json_writer.hpp"
#include "output/plan_facts.hpp"
#include "output/walk.hpp"
#include "plan/municipalities.hpp"
#include "text/unicode.hpp"

namespace pst::output {

namespace {

using plan::Kind;
using plan::Node;

constexpr std::string_view kGenerator = "PST Atlas";

Kind kind_of(Rung rung) {
  switch (rung) {
    case Rung::volet:
      return Kind::volet;
    case Rung::strategic:
      return Kind::strategic_objective;
    case Rung::operational:
      return Kind::operational_objective;
    case Rung::action:
      break;
  }
  return Kind::action;
}

/// A year as the format writes dates' years: four digits.
std::string day_of(std::optional<int> year, const char* day) {
  if (!year || *year < 1000 || *year > 9999) return {};
  return std::to_string(*year) + day;
}

struct Years {
  std::optional<int> first, last;

  void take(const plan::Period& period) {
    for (const auto& year : {period.start, period.end}) {
      if (!year || *year < 1800 || *year > 2200) continue;  // the model's years
      first = std::min(first.value_or(*year), *year);
      last = std::max(last.value_or(*year), *year);
    }
  }
};

/// The plan's years: what it states, else a lone year, else those of its nodes, else that of its adoption.
Years years_of(const plan::Plan& plan) {
  Years years;
  if (plan.document.period) years.take(*plan.document.period);
  if (!years.first) years.take({plan.document.year, std::nullopt});
  if (!years.first) {
    for_each_node(plan, [&](const Visit& v) {
      if (v.node.attributes.period) years.take(*v.node.attributes.period);
    });
  }
  const auto& adopted = plan.document.adopted_on;
  int year = 0;
  if (!years.first && adopted &&
      std::from_chars(adopted->data(), adopted->data() + adopted->size(), year).ec == std::errc{}) {
    years.take({year, std::nullopt});
  }
  return years;
}

class Writer {
 public:
  Writer(const plan::Plan& plan, const EcomptesOptions& options) : plan_(plan) { fill_head(options); }

  EcomptesFile run() {
    for (const Shape& shape : shape_of(plan_)) put(shape, exchange_.volets);
    report_document();
    return {to_xml(exchange_), std::move(items_)};
  }

 private:
  void fill_head(const EcomptesOptions& options) {
    const plan::DocumentFacts& facts = plan_.document;
    Years years = years_of(plan_);
    if (options.exercise && !years.first) years.first = years.last = options.exercise;
    const std::string imported = imported_fact(plan_, "IdPST");
    exchange_.plan_id = !options.id.empty() ? options.id
                        : !imported.empty() && text::length(imported) <= kMaxPlanId
                            ? imported
                            : uuid_of(identity_of(plan_));
    exchange_.id = exchange_.plan_id;
    const bool municipal = facts.organisation ? facts.organisation->kind == "commune"
                                              : imported_fact(plan_, "TypeAdmin") == "AC";
    exchange_.type_admin = municipal ? "AC" : "CPAS";
    exchange_.ins = options.ins.empty() ? known_ins() : options.ins;
    exchange_.first_exercise = std::to_string(years.first.value_or(0));
    exchange_.last_exercise = std::to_string(years.last.value_or(0));
    exchange_.exercise = std::to_string(options.exercise.value_or(years.first.value_or(0)));
    exchange_.generator = kGenerator;
    const std::string title = text::collapse(facts.title);
    exchange_.title = cut_at_word(title.empty() ? "PST" : title, kMaxLibelle);
    if (exchange_.ins == kUnknownIns) {
      note_document("code INS", std::string(kUnknownIns) + " ; donnez-le avec --ins");
    }
    if (!years.first && !options.exercise) {
      note_document("exercice", "0 ; donnez-le avec --exercice");
    }
  }

  std::string known_ins() const {
    const auto& organisation = plan_.document.organisation;
    if (!organisation) return kUnknownIns;
    const auto is_code = [](const std::string& ins) {
      return ins.size() == 5 && ins.find_first_not_of("0123456789") == ins.npos;
    };
    if (organisation->ins && is_code(*organisation->ins)) return *organisation->ins;
    const auto municipality = plan::find_municipality(organisation->name);
    return municipality ? municipality->ins : kUnknownIns;
  }

  void put(const Shape& shape, std::list<Element>& to) {
    Element& element = to.emplace_back();
    element.rung = shape.rung;
    element.exercise = exchange_.exercise;
    element.id = element_id(exchange_.plan_id, shape.key);
    if (shape.node == nullptr) {
      element.title = kNone;
    } else {
      fill(element, shape);
    }
    for (const Shape& child : shape.children) put(child, element.children);
  }

  void fill(Element& element, const Shape& shape) {
    const Node& node = *shape.node;
    Notes notes = notes_of(node);
    const std::string own_id = element.id;
    element.title = label_of(node, shape.numbers);
    const plan::Attributes& a = node.attributes;
    notes.attributes.status.reset();
    if (a.status) element.status = status_word(*a.status);
    if (!a.status) element.status_remark.value = kNoStatus;
    put_period(element, notes);
    if (put_responsible(a.responsible, element)) notes.attributes.responsible.clear();
    std::erase_if(notes.fields, [&](const plan::Field& field) { return put_field(field, element); });
    if (element.id.empty() || !ids_.insert(element.id).second) element.id = own_id;
    ids_.insert(element.id);
    if (node.kind != kind_of(shape.rung)) notes.kind = node.kind;
    if (shape.axis != nullptr) notes.axis = {axis_notes(*shape.axis)};
    if (title_in(element.title, notes, node.kind) != node.title) notes.title = node.title;
    element.description.value = to_description(notes);
    report(node, notes);
  }

  static Notes notes_of(const Node& node) {
    Notes notes;
    notes.code = node.code;
    notes.label = node.label;
    notes.number = node.number;
    notes.title_raw = node.title_raw;
    notes.attributes = node.attributes;
    notes.fields = node.fields;
    notes.prose = node.description;
    return notes;
  }

  /// The first objective below an axis says all of it, the others which one it is.
  Notes axis_notes(const Node& axis) {
    Notes notes;
    const bool first = axes_.insert(&axis).second;
    if (first) notes = notes_of(axis);
    notes.title = axis.title;
    notes.code = axis.code;
    if (first) report(axis, notes);
    return notes;
  }

  /// The first day of the first year to the last of the last, unless a field says the very day.
  static void put_period(Element& element, Notes& notes) {
    const auto& period = notes.attributes.period;
    if (!period) return;
    element.start = day_of(period->start, "-01-01");
    element.end = day_of(period->end, "-12-31");
    const bool held =
        element.start.empty() != period->start.has_value() && element.end.empty() != period->end.has_value();
    if (held && (period->start || period->end)) notes.attributes.period.reset();
  }

  // --- what was not carried -----------------------------------------------------------------------------

  void note(const Node& node, const char* what, const std::string& detail) {
    items_.push_back({node.code, what, detail, true});
  }

  void note_document(const char* what, const std::string& detail) {
    items_.push_back({"", what, detail, false});
  }

  void report(const Node& node, const Notes& notes) {
    const plan::Attributes& a = notes.attributes;
    if (node.kind == Kind::axis && !notes.kind) note(node, "axe", node.title);
    if (notes.kind) note(node, "niveau", std::string(plan::facts(*notes.kind).french));
    if (!notes.title.empty() && node.kind != Kind::axis) note(node, "intitulé entier", notes.title);
    if (notes.title_raw) note(node, "texte reconnu", *notes.title_raw);
    if (a.status) note(node, "statut", *a.status);
    if (a.priority) note(node, "priorité", *a.priority);
    if (a.period) note(node, "période", "");
    if (a.recurrence) note(node, "récurrence", *a.recurrence);
    for (const std::string& name : a.responsible) note(node, "responsables", name);
    for (const std::string& indicator : a.indicators) note(node, "indicateurs", indicator);
    for (const plan::Budget& budget : a.budget) note(node, "budget", budget_words(budget));
    for (const plan::Reference& reference : a.references) note(node, "renvois", reference.raw);
    if (a.annex) note(node, "annexe", "");
    for (const plan::Field& field : notes.fields) note(node, "champs", field.name + " : " + field.value);
  }

  void report_document() {
    const plan::DocumentFacts& facts = plan_.document;
    if (facts.adopted_on) note_document("date d'adoption", *facts.adopted_on);
    for (const plan::Section& section : plan_.sections) {
      if (section.title == kIdentitySection) continue;
      note_document("textes hors de l'arbre", section.title.empty() ? section.text : section.title);
    }
  }

  const plan::Plan& plan_;
  Exchange exchange_;
  std::set<std::string> ids_;
  std::set<const Node*> axes_;
  std::vector<NotCarried> items_;
};

}  // namespace

EcomptesFile to_ecomptes(const plan::Plan& plan, const EcomptesOptions& options) {
  return Writer(plan, options).run();
}

std::string not_carried_json(const std::vector<NotCarried>& items) {
  std::string text;
  JsonWriter out(text, 1);
  out.begin_object();
  out.key("not_carried");
  out.begin_array();
  for (const NotCarried& item : items) {
    out.begin_object(true);
    if (!item.code.empty()) {
      out.key("code");
      out.value(item.code);
    }
    out.key("what");
    out.value(item.what);
    out.key("detail");
    out.value(item.detail);
    out.key("in_description");
    out.value(item.described);
    out.end_object();
  }
  out.end_array();
  out.end_object();
  return text + "\n";
}

}  // namespace pst::output

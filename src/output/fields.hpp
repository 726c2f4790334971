// The keys of the model, one list a struct, in the order in which they are written. Writer and reader both
// walk these lists, so a key cannot be written and not read back. Internal to the output room.
//
// A visitor has: required(key, member)   always there
//                nullable(key, member)   always written, null where unknown
//                optional(key, member)   left out where unknown or empty
//                flag(key, member)       left out where false
//                foreign(key)            what another program may have added here: not written, read past
// `flat` members are those an eye takes in at a glance; they stay on one line.
#pragma once

#include <concepts>
#include <type_traits>

#include "plan/model.hpp"

namespace pst::output {

/// `T` is `Of` or `const Of`: a reader needs the one, a writer the other.
template <class T, class Of>
concept Is = std::same_as<std::remove_const_t<T>, Of>;

void fields(auto& v, Is<plan::Period> auto& x) {
  v.optional("start", x.start);
  v.optional("end", x.end);
}

void fields(auto& v, Is<plan::Budget> auto& x) {
  v.optional("amount", x.amount);
  v.optional("currency", x.currency);
  v.optional("year", x.year);
  v.optional("source", x.source);
}

void fields(auto& v, Is<plan::Reference> auto& x) {
  v.required("raw", x.raw);
  v.nullable("code", x.code);
}

void fields(auto& v, Is<plan::Attributes> auto& x) {
  v.optional("priority", x.priority);
  v.optional("status", x.status);
  v.optional("period", x.period);
  v.optional("recurrence", x.recurrence);
  v.optional("responsible", x.responsible);
  v.optional("indicators", x.indicators);
  v.optional("budget", x.budget);
  v.optional("references", x.references);
  v.flag("annex", x.annex);
}

void fields(auto& v, Is<plan::Field> auto& x) {
  v.required("name", x.name);
  v.required("value", x.value);
}

void fields(auto& v, Is<source::Span> auto& x) {
  v.lines("lines", x.first_line, x.last_line);
  v.optional("page", x.page);
  v.optional("bbox", x.box);
}

void fields(auto& v, Is<plan::Node> auto& x) {
  v.required("kind", x.kind);
  v.required("code", x.code);
  v.nullable("label", x.label);
  v.nullable("number", x.number);
  v.required("title", x.title);
  v.optional("title_raw", x.title_raw);
  v.optional("description", x.description);
  v.required("attributes", x.attributes);
  v.optional("fields", x.fields);
  v.required("source", x.source);
  v.foreign("themes");
  v.required("children", x.children);
}

void fields(auto& v, Is<plan::Section> auto& x) {
  v.required("title", x.title);
  v.required("text", x.text);
  v.required("source", x.source);
}

void fields(auto& v, Is<source::Diagnostic> auto& x) {
  v.required("about", x.about);
  v.required("severity", x.severity);
  v.required("rule", x.rule);
  v.required("message", x.message);
  v.optional("code", x.code);
  v.optional("lines", x.lines);
}

void fields(auto& v, Is<plan::Coverage> auto& x) {
  v.required("lines", x.lines);
  v.required("nodes", x.nodes);
  v.required("sections", x.sections);
  v.required("furniture", x.furniture);
  v.required("unassigned", x.unassigned);
}

void fields(auto& v, Is<plan::Organisation> auto& x) {
  v.required("name", x.name);
  v.optional("kind", x.kind);
  v.optional("ins", x.ins);
}

void fields(auto& v, Is<plan::Scheme> auto& x) {
  v.required("name", x.name);
  v.required("confidence", x.confidence);
  v.optional("runner_up", x.runner_up);
  if (!x.runner_up.empty()) v.required("runner_up_confidence", x.runner_up_confidence);
}

void fields(auto& v, Is<plan::SourceFile> auto& x) {
  v.required("file", x.file);
  v.required("media_type", x.media_type);
  v.required("bytes", x.bytes);
  v.required("sha256", x.sha256);
  v.optional("encoding", x.encoding);
  v.optional("pages", x.pages);
  v.optional("ocr_confidence", x.ocr_confidence);
}

void fields(auto& v, Is<plan::DocumentFacts> auto& x) {
  v.optional("organisation", x.organisation);
  v.optional("title", x.title);
  v.optional("period", x.period);
  v.optional("year", x.year);
  v.optional("adopted_on", x.adopted_on);
  v.required("source", x.source);
  v.required("scheme", x.scheme);
}

void fields(auto& v, Is<plan::Plan> auto& x) {
  v.required("schema_version", x.schema_version);
  v.required("document", x.document);
  v.required("nodes", x.nodes);
  v.required("sections", x.sections);
  v.required("diagnostics", x.diagnostics);
  v.required("coverage", x.coverage);
}

/// Structs that are written over several lines; all others stay on one.
template <class T>
inline constexpr bool kTall =
    std::same_as<T, plan::Plan> || std::same_as<T, plan::DocumentFacts> || std::same_as<T, plan::Node>;

}  // namespace pst::output

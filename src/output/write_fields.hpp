// Model structs through the thin writer. Internal to the output room; the JSON and the JSON-lines writers use
// it.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "output/fields.hpp"
#include "output/json_writer.hpp"
#include "output/names.hpp"

namespace pst::output {

template <class T>
void write(JsonWriter& out, const T& x);

/// The visitor of fields.hpp that writes.
struct FieldWriter {
  JsonWriter& out;

  template <class T>
  void required(std::string_view key, const T& x) {
    out.key(key);
    write(out, x);
  }
  template <class T>
  void nullable(std::string_view key, const std::optional<T>& x) {
    out.key(key);
    x ? write(out, *x) : out.null();
  }
  template <class T>
  void optional(std::string_view key, const std::optional<T>& x) {
    if (x) required(key, *x);
  }
  template <class T>
  void optional(std::string_view key, const T& x) {
    if (!x.empty()) required(key, x);
  }
  void flag(std::string_view key, bool x) {
    if (x) required(key, x);
  }
  void foreign(std::string_view) {}
  void lines(std::string_view key, int first, int last) { required(key, std::pair(first, last)); }
};

template <class T>
void write_items(JsonWriter& out, const std::vector<T>& items) {
  // Text lists are short; lists of tall things and of one-line things both go a line an item.
  out.begin_array(std::same_as<T, std::string>);
  for (const T& item : items) write(out, item);
  out.end_array();
}

template <class T>
void write(JsonWriter& out, const T& x) {
  if constexpr (std::same_as<T, plan::Kind> || std::same_as<T, source::About> ||
                std::same_as<T, source::Severity>) {
    out.value(name_of(x));
  } else if constexpr (std::same_as<T, std::pair<int, int>>) {
    out.begin_array(true);
    out.value(x.first);
    out.value(x.second);
    out.end_array();
  } else if constexpr (std::same_as<T, source::Box>) {
    out.begin_array(true);
    for (const double edge : {x.x0, x.y0, x.x1, x.y1}) out.value(edge);
    out.end_array();
  } else if constexpr (requires { out.value(x); }) {
    out.value(x);
  } else if constexpr (requires { x.begin(); }) {
    write_items(out, x);
  } else {
    out.begin_object(!kTall<T>);
    FieldWriter visitor{out};
    fields(visitor, x);
    out.end_object();
  }
}

}  // namespace pst::output

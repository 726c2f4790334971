#include "batch/packed_entry.hpp"

#include <concepts>
#include <limits>

#include "batch/wire.hpp"

namespace pst::batch {

namespace {

using output::Entry;
using output::Failure;
using output::Status;

/// Every value of an entry, in one order for both ways.
template <class Way, class E>
void values(Way& way, E& entry) {
  way(entry.path);
  way(entry.status);
  way(entry.sha256);
  way(entry.bytes);
  way(entry.media_type);
  way(entry.pages);
  way(entry.nodes);
  way(entry.contradictions);
  way(entry.doubts);
  way(entry.scheme);
  way(entry.organisation);
  way(entry.year);
  way(entry.failure);
  way(entry.duplicate_of);
  way(entry.recipe);
  way(entry.duration_ms);
}

template <class Way, class F>
void failure_values(Way& way, F& failure) {
  way(failure.kind);
  way(failure.message);
  way(failure.advice);
  way(failure.page);
  way(failure.line);
  way(failure.limit);
}

class Writer {
 public:
  void operator()(const std::string& text) { out_.text(text); }
  void operator()(std::integral auto number) { out_.number(static_cast<std::uint64_t>(number)); }
  void operator()(Status status) { out_.number(static_cast<std::uint64_t>(status)); }
  void operator()(const Failure& failure) { failure_values(*this, failure); }
  template <class T>
  void operator()(const std::optional<T>& value) {
    out_.number(value ? 1 : 0);
    if (value) (*this)(*value);
  }
  std::string content() && { return std::move(out_).content(); }

 private:
  Packer out_;
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : in_(bytes) {}

  void operator()(std::string& text) { text = in_.text(); }
  template <std::integral Number>
  void operator()(Number& number) {
    const std::uint64_t value = in_.number();
    ok_ = ok_ && value <= static_cast<std::uint64_t>(std::numeric_limits<Number>::max());
    number = static_cast<Number>(value);
  }
  void operator()(Status& status) {
    const std::uint64_t value = in_.number();
    ok_ = ok_ && value <= static_cast<std::uint64_t>(Status::duplicate);
    if (ok_) status = static_cast<Status>(value);
  }
  void operator()(Failure& failure) { failure_values(*this, failure); }
  template <class T>
  void operator()(std::optional<T>& value) {
    if (in_.number() == 1) (*this)(value.emplace());
  }
  bool ok() const { return ok_ && in_.ok(); }

 private:
  Unpacker in_;
  bool ok_ = true;
};

}  // namespace

std::string packed(const Entry& entry) {
  Writer writer;
  values(writer, entry);
  return std::move(writer).content();
}

std::optional<Entry> unpacked(std::string_view bytes) {
  Reader reader(bytes);
  Entry entry;
  values(reader, entry);
  if (!reader.ok()) return std::nullopt;
  return entry;
}

}  // namespace pst::batch

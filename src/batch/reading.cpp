#include "batch/reading.hpp"

#include <algorithm>
#include <chrono>
#include <new>

#include "batch/content.hpp"
#include "output/json.hpp"
#include "source/error.hpp"

namespace pst::batch {

namespace {

using output::Entry;
using output::Status;
using Clock = std::chrono::steady_clock;

const char* media_type(Media media) {
  switch (media) {
    case Media::text:
      return "text/plain";
    case Media::pdf:
      return "application/pdf";
    default:
      return "";
  }
}

int count_nodes(const std::vector<plan::Node>& nodes) {
  int count = static_cast<int>(nodes.size());
  for (const plan::Node& node : nodes) count += count_nodes(node.children);
  return count;
}

Entry entry_of(const plan::Plan& plan) {
  Entry entry;
  entry.status = Status::done;
  const plan::DocumentFacts& document = plan.document;
  entry.media_type = document.source.media_type;
  entry.pages = document.source.pages;
  entry.nodes = count_nodes(plan.nodes);
  for (const source::Diagnostic& d : plan.diagnostics) {
    (d.about == source::About::plan ? entry.contradictions : entry.doubts) += 1;
  }
  entry.scheme = document.scheme.name;
  if (document.organisation)
    entry.organisation = document.organisation->kind + " " + document.organisation->name;
  entry.year = document.period ? document.period->start : document.year;
  return entry;
}

Entry entry_of(const Error& error, Media media) {
  const bool known = media == Media::text || media == Media::pdf;
  Entry entry = failed(known ? "broken" : "unsupported", error.problem(), error.advice());
  entry.failure->page = error.where().page;
  entry.failure->line = error.where().line;
  return entry;
}

}  // namespace

Entry failed(const std::string& kind, const std::string& message, const std::string& advice) {
  Entry entry;
  entry.status = Status::failed;
  entry.failure = output::Failure{kind, message, advice, {}, {}, {}};
  return entry;
}

Reading read_one(std::string_view bytes, const std::string& name, const Read& read) {
  const Clock::time_point start = Clock::now();
  const Media media = media_of(bytes);
  Reading reading;
  try {
    const plan::Extraction extraction = read(bytes, name);
    reading.json = output::to_json(extraction.plan);
    reading.entry = entry_of(extraction.plan);
  } catch (const Error& e) {
    reading.entry = entry_of(e, media);
  } catch (const std::bad_alloc&) {
    reading.entry = failed("memory", "ce document demande plus de mémoire que permis",
                           "augmentez --memory, ou découpez le document");
  } catch (const std::exception& e) {
    reading.entry = failed("internal", std::string("erreur interne (") + e.what() + ")",
                           "signalez-la avec le document qui la provoque");
  }
  if (reading.entry.status != Status::done) {
    reading.json.clear();
    reading.entry.media_type = media_type(media);
  }
  reading.entry.duration_ms =
      std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start).count();
  return reading;
}

}  // namespace pst::batch

#include "batch/pipeline.hpp"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <new>
#include <thread>

namespace pst::batch {

namespace {

/// How far threads may run ahead of the delivery, for each of them; bounds the memory of a batch.
constexpr std::size_t kAheadPerJob = 8;

int count_nodes(const std::vector<plan::Node>& nodes) {
  int count = static_cast<int>(nodes.size());
  for (const plan::Node& node : nodes) count += count_nodes(node.children);
  return count;
}

Outcome process(const Input& input, const grammar::Library& library, const plan::Options& options,
                const HowToRead& reading, const Render& render) {
  Outcome outcome;
  try {
    plan::Extraction extraction = extract_bytes(read(input), input.name, library, options, reading);
    outcome.text = render(input, extraction);
    outcome.nodes = count_nodes(extraction.plan.nodes);
    outcome.diagnostics = std::move(extraction.plan.diagnostics);
  } catch (const Error& e) {
    Error::Where where = e.where();
    where.file = shown(input);  // rooms above know the name without its folder
    outcome.error = Error(where, e.problem(), e.advice());
  } catch (const std::bad_alloc&) {
    outcome.error =
        Error({shown(input)}, "mémoire insuffisante pour ce fichier", "donnez le document découpé");
  } catch (const std::exception& e) {
    outcome.error = Error({shown(input)}, std::string("erreur interne (") + e.what() + ")",
                          "signalez-la avec le fichier qui la provoque");
  }
  return outcome;
}

/// Outcomes wait here until it is their turn.
class Queue {
 public:
  Queue(std::size_t count, std::size_t ahead) : outcomes_(count), ahead_(ahead) {}

  /// The next input to work on, or none; waits while the delivery is too far behind.
  std::optional<std::size_t> take() {
    std::unique_lock lock(mutex_);
    moved_.wait(lock, [&] { return next_ >= outcomes_.size() || next_ < delivered_ + ahead_; });
    if (next_ >= outcomes_.size()) return std::nullopt;
    return next_++;
  }

  void put(std::size_t index, Outcome&& outcome) {
    const std::scoped_lock lock(mutex_);
    outcomes_[index] = std::move(outcome);
    moved_.notify_all();
  }

  /// Waits for the outcome of `index`; to be called for 0, 1, 2 …
  Outcome get(std::size_t index) {
    std::unique_lock lock(mutex_);
    moved_.wait(lock, [&] { return outcomes_[index].has_value(); });
    Outcome outcome = std::move(*outcomes_[index]);
    outcomes_[index].reset();
    delivered_ = index + 1;
    moved_.notify_all();
    return outcome;
  }

  /// Nothing more is to be taken: lets the threads end where the delivery has thrown.
  void close() {
    const std::scoped_lock lock(mutex_);
    next_ = outcomes_.size();
    moved_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable moved_;
  std::vector<std::optional<Outcome>> outcomes_;
  std::size_t ahead_;
  std::size_t next_ = 0;
  std::size_t delivered_ = 0;
};

}  // namespace

source::Document read_bytes(std::string_view bytes, const std::string& file_name, const HowToRead& reading) {
  try {
    return read_document(bytes, file_name, reading, nullptr);
  } catch (const Error& e) {
    throw e.in_file(file_name);
  }
}

plan::Extraction extract_bytes(std::string_view bytes, const std::string& file_name,
                               const grammar::Library& library, const plan::Options& options,
                               const HowToRead& reading) {
  try {
    return plan::extract(read_document(bytes, file_name, reading, options.french), library, options);
  } catch (const Error& e) {
    throw e.in_file(file_name);
  }
}

void run(const std::vector<Input>& inputs, int jobs, const grammar::Library& library,
         const plan::Options& options, const Render& render, const Deliver& deliver,
         const HowToRead& reading) {
  // One dictionary for all: opening it takes longer than reading a plan.
  const text::Repairer french;
  plan::Options shared = options;
  if (shared.french == nullptr) shared.french = &french;
  HowToRead own = reading;
  own.ocr_threads = inputs.size() > 1 ? 1 : jobs;  // several plans keep the cores busy by themselves
  const auto work = [&](const Input& input) { return process(input, library, shared, own, render); };
  const std::size_t threads =
      std::min<std::size_t>(inputs.size(), static_cast<std::size_t>(std::max(1, jobs)));
  if (threads <= 1) {
    for (const Input& input : inputs) deliver(input, work(input));
    return;
  }
  Queue queue(inputs.size(), threads * kAheadPerJob);
  std::vector<std::jthread> workers;
  for (std::size_t t = 0; t < threads; ++t) {
    workers.emplace_back([&] {
      while (const auto index = queue.take()) queue.put(*index, work(inputs[*index]));
    });
  }
  try {
    for (std::size_t i = 0; i < inputs.size(); ++i) deliver(inputs[i], queue.get(i));
  } catch (...) {
    queue.close();
    throw;
  }
}

}  // namespace pst::batch

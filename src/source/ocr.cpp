#include "source/ocr.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "source/error.hpp"
#include "source/layer_check.hpp"
#include "source/ocr_need.hpp"
#include "source/ocr_runs.hpp"
#include "source/page_image.hpp"
#include "text/unicode.hpp"

namespace pst::source {
namespace {

struct Job {
  std::size_t page = 0;  ///< into Document::pages
  Survey survey;
  Layer layer = Layer::empty;
  bool behind = false;  ///< its text is someone else's OCR
  LayerCheck check;     ///< what its image says of that, as far as it has been looked at
  std::optional<PageReading> reading;
  std::string problem;  ///< French; why there is no reading
};

std::string pages_named(const std::vector<Job>& jobs, const Document& document) {
  constexpr std::size_t kMost = 5;
  std::string out;
  for (std::size_t i = 0; i < jobs.size() && i < kMost; ++i) {
    out += (i > 0 ? ", " : "") + std::to_string(document.pages[jobs[i].page].number);
  }
  return (jobs.size() > 1 ? "pages " : "page ") + out + (jobs.size() > kMost ? " …" : "");
}

Diagnostic about(const char* rule, Severity severity, std::string message) {
  return {About::reading, severity, rule, std::move(message), std::nullopt, std::nullopt};
}

bool has_text(const Document& document) {
  return std::ranges::any_of(document.pages, [](const Page& page) { return !page.runs.empty(); });
}

std::vector<Job> choose_pages(const Document& document, PageImages& images, OcrMode mode,
                              const text::Repairer& french) {
  std::vector<Layer> layers;
  for (const Page& page : document.pages) {
    layers.push_back(mode == OcrMode::always ? Layer::poor : layer_of(page, french));
  }
  const auto sound = std::ranges::count(layers, Layer::sound) + std::ranges::count(layers, Layer::behind);
  const bool mostly_sound = 2 * sound > static_cast<std::ptrdiff_t>(layers.size());
  std::vector<Job> jobs;
  for (std::size_t i = 0; i < layers.size(); ++i) {
    if (layers[i] == Layer::sound) continue;
    const bool behind = mode == OcrMode::automatic && is_behind(document.pages[i]);
    Job job{i, images.survey(document.pages[i].number), layers[i], behind, {}, std::nullopt, {}};
    if (worth_reading(layers[i], job.survey, mostly_sound)) jobs.push_back(std::move(job));
  }
  return jobs;
}

/// By how much the letters are turned: as their shapes say, else as Tesseract takes most of the words.
int turn_of(const Recognised& read) {
  std::array<std::size_t, 4> weights{};
  for (const Word& word : read.words)
    weights[static_cast<std::size_t>(word.turn / 90 % 4)] += word.text.size();
  const auto most = std::ranges::max_element(weights);
  return (360 - 90 * static_cast<int>(most - weights.begin())) % 360;
}

/// An image read one way round.
struct Attempt {
  int turn = 0;
  ReadyImage ready;
  Recognised read;

  double worth() const { return read.confidence() * static_cast<double>(read.words.size()); }
};

/// One page, by one engine: the way its letters stand. Where their shapes do not say, or the words make no
/// sense, it is tried another way as well. A page whose words are French is read only where its image
/// contradicts them, or where it is `due` for another reason.
void read_page(Job& job, const Page& page, PageImages& images, OcrEngine& engine,
               std::chrono::milliseconds most, bool due) {
  std::optional<PageImage> image = images.image(page.number, job.survey);
  if (!image) {
    job.problem = "image trop endommagée";
    return;
  }
  constexpr double kReadable = 0.75;
  constexpr std::size_t kFewWords = 8;
  Attempt best{0, make_ready(image->pixels, 0), {}};
  const std::optional<int> letters = turn_of_letters(best.ready);
  if (letters.value_or(0) != 0) best = {*letters, make_ready(image->pixels, *letters), {}};
  if (job.behind && !due) {
    job.check = hold_against(page, best.ready, image->to_page);
    if (!job.check.contradicted()) read_labels(job.check, best.ready, engine);
    if (!job.check.contradicted() && job.layer == Layer::behind) return;
  }
  best.read = engine.read(best.ready, most);
  int other = letters ? best.turn : turn_of(best.read);
  if (other == best.turn && (best.read.confidence() < kReadable || best.read.words.size() < kFewWords)) {
    other = engine.turn_needed(image->pixels);
  }
  if (other != best.turn) {
    Attempt second{other, make_ready(image->pixels, other), {}};
    second.read = engine.read(second.ready, most);
    if (second.worth() > best.worth()) best = std::move(second);
  }
  if (best.ready.hopeless || !best.read.in_time) {
    job.problem = best.ready.hopeless ? "l'image n'est que bruit" : "la lecture prend trop de temps";
    return;
  }
  std::erase_if(best.read.words, is_speck);
  drop_stains(best.read.words);
  job.reading = PageReading{std::move(best.read.words), best.ready.to_original.then(image->to_page),
                            static_cast<std::int16_t>((360 - best.turn) % 360), std::move(best.ready.rules)};
}

/// Reads pages on several threads. An error of an engine (its data is damaged) is thrown here.
void read_all(const std::vector<Job*>& jobs, const Document& document, PageImages& images,
              const std::string& tessdata, const OcrOptions& options, bool due) {
  std::atomic<std::size_t> next = 0;
  std::mutex mutex;
  int done = 0;
  std::exception_ptr failure;
  const auto work = [&] {
    try {
      OcrEngine engine(tessdata);
      for (std::size_t i = next++; i < jobs.size(); i = next++) {
        try {
          read_page(*jobs[i], document.pages[jobs[i]->page], images, engine, options.page_time, due);
        } catch (const std::bad_alloc&) {
          jobs[i]->problem = "mémoire insuffisante";
        }
        const std::scoped_lock lock(mutex);
        ++done;
        if (options.progress) options.progress(done, static_cast<int>(jobs.size()));
      }
    } catch (...) {
      const std::scoped_lock lock(mutex);
      failure = std::current_exception();
      next = jobs.size();
    }
  };
  const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
  const std::size_t wanted = options.threads > 0 ? static_cast<std::size_t>(options.threads) : cores;
  const std::size_t threads = std::min(wanted, jobs.size());
  {
    std::vector<std::jthread> others;
    for (std::size_t t = 1; t < threads; ++t) others.emplace_back(work);
    work();
  }
  if (failure) std::rethrow_exception(failure);
}

/// The words of a page, whatever they come from, as a dictionary judges them.
text::Legibility judge(const Page& page, const text::Repairer& french) {
  const std::vector<std::string> words = words_of(page);
  return text::judge(std::vector<std::string_view>(words.begin(), words.end()), french);
}

/// Confidence of the words of pages read by OCR, weighted by length.
struct Mean {
  double sum = 0, weight = 0;

  void add(const Page& page) {
    for (const Run& run : page.runs) {
      const auto length = static_cast<double>(text::length(run.text));
      sum += length * static_cast<double>(run.confidence);
      weight += length;
    }
  }
  double value() const { return weight > 0 ? sum / weight : 0; }
};

/// The page as read, with nothing of its layer.
Page fresh_page(const Job& job, Document& document) {
  const Page& page = document.pages[job.page];
  Page fresh;
  fresh.rules = page.rules;
  put_words(*job.reading, fresh, document.storage);
  return fresh;
}

/// Layers of one document are of one making. Where a page's image contradicts its layer, or its reading is
/// clearly better French, the others with such a layer are read as well.
void read_doubtful_layers(std::vector<Job>& jobs, Document& document, PageImages& images,
                          const std::string& tessdata, const OcrOptions& options,
                          const text::Repairer& french) {
  constexpr double kClearly = 1.03;
  LayerCheck whole;
  for (const Job& job : jobs) whole.add(job.check);
  const auto is_untrue = [&](const Job& job) {
    if (!job.behind || !job.reading || job.check.contradicted()) return job.check.contradicted();
    const double layer = judge(document.pages[job.page], french).worth();
    return judge(fresh_page(job, document), french).worth() > kClearly * std::max(layer, 1.0);
  };
  const bool untrue = whole.contradicted() || std::ranges::any_of(jobs, is_untrue);
  if (!untrue) std::erase_if(jobs, [](const Job& job) { return job.behind && job.problem.empty(); });
  std::vector<Job*> rest;
  for (Job& job : jobs) {
    if (job.layer == Layer::behind && !job.reading && job.problem.empty()) rest.push_back(&job);
  }
  if (!rest.empty()) read_all(rest, document, images, tessdata, options, true);
}

/// Whether the readings of those pages are worth what their layers are, but for what the images contradict.
bool are_as_good(const std::vector<Job>& jobs, Document& document, const text::Repairer& french) {
  constexpr double kAsGood = 0.95;
  double layers = 0, readings = 0;
  for (const Job& job : jobs) {
    if (!job.behind || !job.reading) continue;
    layers += judge(document.pages[job.page], french).worth();
    readings += judge(fresh_page(job, document), french).worth();
  }
  return readings >= kAsGood * layers;
}

/// Takes the reading of a page in place of its text, where that is no better.
void take_reading(Job& job, Document& document, OcrMode mode, const text::Repairer& french, Mean& all) {
  Page& page = document.pages[job.page];
  const std::string place = "page " + std::to_string(page.number);
  if (!job.reading) {
    document.diagnostics.push_back(
        about("ocr-page", page.runs.empty() ? Severity::error : Severity::warning,
              place + " : " + job.problem + " ; l'image n'a pas été lue, vérifiez sur l'original"));
    return;
  }
  Page fresh = fresh_page(job, document);
  const bool choose = mode == OcrMode::automatic && !page.runs.empty() && !job.check.contradicted();
  if (choose && !is_better(judge(fresh, french), judge(page, french))) return;
  page.runs = std::move(fresh.runs);
  page.rules = std::move(fresh.rules);
  page.read_by_ocr = true;
  Mean mean;
  mean.add(page);
  all.add(page);
  if (mean.weight > 0 && mean.value() < kDoubtfulPage) {
    document.diagnostics.push_back(about(
        "ocr-confidence", Severity::warning,
        place + " mal lue : l'image est trop peu nette, vérifiez-la sur l'original ou numérisez-la mieux"));
  }
}

}  // namespace

void read_scans_here(std::string_view pdf, Document& document, const OcrOptions& options) {
  std::optional<text::Repairer> own;
  if (options.french == nullptr) own.emplace();
  const text::Repairer& french = own ? *own : *options.french;
  if (options.mode == OcrMode::never && has_text(document)) return;
  PageImages images(pdf, options.password);
  std::vector<Job> jobs = choose_pages(document, images, options.mode, french);
  if (jobs.empty()) return;
  if (options.mode == OcrMode::never) {
    throw Error({.file = document.file}, "le PDF n'a pas de texte : ses pages sont des images",
                "relancez avec « --ocr auto » pour les lire");
  }
  if (jobs.size() > kMostOcrPages) {
    jobs.resize(kMostOcrPages);
    document.diagnostics.push_back(about("ocr-page", Severity::error,
                                         "trop de pages à lire sur image : seules les " +
                                             std::to_string(kMostOcrPages) +
                                             " premières le sont, découpez le document"));
  }
  try {
    const std::string tessdata = find_tessdata();
    std::vector<Job*> all;
    for (Job& job : jobs) all.push_back(&job);
    read_all(all, document, images, tessdata, options, false);
    read_doubtful_layers(jobs, document, images, tessdata, options, french);
  } catch (const Error& e) {
    if (!has_text(document) || options.mode == OcrMode::always) throw;
    document.diagnostics.push_back(
        about("ocr-missing", Severity::error,
              pages_named(jobs, document) + " : image non lue, " + e.problem() + " ; " + e.advice()));
    return;
  }
  if (!are_as_good(jobs, document, french)) std::erase_if(jobs, [](const Job& job) { return job.behind; });
  Mean mean;
  for (Job& job : jobs) take_reading(job, document, options.mode, french, mean);
  if (mean.weight > 0) document.ocr_confidence = mean.value();
}

}  // namespace pst::source

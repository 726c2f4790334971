#include "cli/reports.hpp"

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <filesystem>
#include <functional>
#include <mutex>
#include <thread>

#include "batch/inputs.hpp"
#include "output/database.hpp"
#include "output/mail_summary.hpp"
#include "output/page.hpp"
#include "output/tidy.hpp"
#include "output/workbook.hpp"

namespace pst::cli {

namespace fs = std::filesystem;

namespace {

void make_folder(const std::string& path) {
  std::error_code error;
  fs::create_directories(path, error);
  if (error) throw Error({path}, "le dossier ne peut pas être créé", "vérifiez son nom et vos droits");
}

/// Runs the tasks on `jobs` threads; throws the first error once all are done.
void run_all(const std::vector<std::function<void()>>& tasks, int jobs) {
  std::atomic<std::size_t> next = 0;
  std::exception_ptr failed;
  std::mutex lock;
  const auto work = [&] {
    for (std::size_t i = next++; i < tasks.size(); i = next++) {
      try {
        tasks[i]();
      } catch (...) {
        const std::lock_guard held(lock);
        if (!failed) failed = std::current_exception();
      }
    }
  };
  std::vector<std::jthread> others;
  for (int i = 1; i < std::min(jobs, static_cast<int>(tasks.size())); ++i) others.emplace_back(work);
  work();
  others.clear();
  if (failed) std::rethrow_exception(failed);
}

}  // namespace

void write_through(const std::string& path, const std::function<void(const std::string&)>& write) {
  const std::string part = path + "." + std::to_string(::getpid()) + ".part";
  std::error_code error;
  try {
    write(part);
  } catch (...) {
    fs::remove(part, error);
    throw;
  }
  fs::rename(part, path, error);
  if (error) {
    fs::remove(part, error);
    throw Error({path}, "le fichier n'a pas pu être mis en place", "vérifiez les droits du dossier");
  }
}

std::vector<std::string> language_names() {
  return {"fr", "en"};
}

output::Language language_named(const std::string& name) {
  return name == "en" ? output::Language::english : output::Language::french;
}

void write_reports(const compare::Comparison& comparison, const std::string& folder,
                   output::Language language, int jobs, const std::function<void()>& beside) {
  const fs::path out(folder);
  make_folder((out / "csv").string());
  const auto at = [&](const char* name) { return (out / name).string(); };
  // The longest first, so that the threads end together.
  run_all({
              [&] {
                write_through(at("plans.sqlite"),
                              [&](const std::string& part) { output::write_database(comparison, part); });
              },
              [&] {
                write_through(at("comparison.xlsx"), [&](const std::string& part) {
                  output::write_workbook(comparison, part, language);
                });
              },
              beside,
              [&] { batch::write_whole(at("index.html"), output::to_page(comparison, language)); },
              [&] {
                for (const auto& [name, text] : output::to_tidy_csv(comparison)) {
                  batch::write_whole((out / "csv" / name).string(), text);
                }
              },
              [&] { batch::write_whole(at("summary.md"), output::to_mail_summary(comparison, language)); },
          },
          jobs);
}

}  // namespace pst::cli

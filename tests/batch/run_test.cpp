#include "batch/run.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <map>

#include "batch/merge.hpp"
#include "batch/summary.hpp"
#include "source/error.hpp"
#include "support/archive_builder.hpp"
#include "support/temp_folder.hpp"

namespace pst::batch {
namespace {

using output::Entry;
using output::Status;
using test::ArchiveBuilder;
using test::Packed;
using test::TempFolder;

void touch(volatile char* memory, std::size_t size) {
  for (std::size_t i = 0; i < size; i += 4096) memory[i] = 1;
}

/// A reader that does what its document says, some of it badly.
plan::Extraction obey(std::string_view bytes, const std::string& name) {
  if (bytes == "crash") std::abort();
  if (bytes == "segfault") ::raise(SIGSEGV);
  if (bytes == "loop") {
    for (volatile bool on = true; on;) {
    }
  }
  if (bytes == "sleep") ::sleep(1000);
  if (bytes == "hog") {
    const std::size_t size = 10ULL << 30U;
    const std::unique_ptr<char[]> memory(new char[size]);
    touch(memory.get(), size);
  }
  if (bytes == "exec") ::execl("/bin/true", "true", nullptr);
  if (bytes == "socket") ::socket(AF_INET, SOCK_STREAM, 0);
  if (bytes == "fork") ::fork();
  if (bytes == "throw") throw std::runtime_error("boum");
  if (bytes == "refuse") throw Error({"x", 3, 4, {}}, "ce plan est illisible", "autre chose");
  plan::Extraction extraction;
  extraction.plan.document.source = {name, "text/plain", bytes.size(), "", "UTF-8", {}, {}};
  extraction.plan.document.title = bytes;
  if (bytes.starts_with("write ")) {
    const int file = ::open(std::string(bytes.substr(6)).c_str(), O_WRONLY | O_CREAT, 0600);
    extraction.plan.document.title = file < 0 ? std::strerror(errno) : "written";
  }
  return extraction;
}

RunOptions options_for(const TempFolder& folder, const std::string& store) {
  RunOptions options;
  options.sources = {folder / "in"};
  options.store = folder / store;
  options.opening = Opening::resume;
  options.jobs = 2;
  options.limits = {1, 256};
  options.recipe = with_id({"", "1.0", "1.0", "g", {}});
  return options;
}

Standing run(const RunOptions& options, const Read& read = obey) {
  return run_batch(options, read, {[](auto, auto&) {}, [](auto&) {}, [](auto&) {}}, [] { return false; })
      .standing;
}

/// `name status kind`, one a line, of all that is in the store; names without folders.
std::string outcomes(const std::string& store) {
  std::string out;
  view_store(store).ledger.each_source([&](const Entry& entry) {
    out += std::filesystem::path(entry.path).filename().string() + " " +
           std::string(output::name_of(entry.status));
    out += entry.failure ? " " + entry.failure->kind + "\n" : "\n";
  });
  return out;
}

/// Every file of a store, without times.
std::map<std::string, std::string> files_of(const TempFolder& folder, const std::string& store) {
  std::map<std::string, std::string> files;
  for (const auto& file : std::filesystem::recursive_directory_iterator(folder / store)) {
    if (!file.is_regular_file()) continue;
    const std::string name = std::filesystem::relative(file.path(), folder / store).string();
    std::string text = folder.read(store + "/" + name);
    if (const auto times = text.find("\"times\""); name == "run.json") text.resize(times);
    for (std::size_t at = 0;
         name == "manifest.jsonl" && (at = text.find(",\"duration_ms\":")) != text.npos;) {
      text.erase(at, text.find('}', at) - at);
    }
    files[name] = text;
  }
  return files;
}

TEST(Run, DocumentsThatCrashLoopOrAskForTooMuchCostNothingButThemselves) {
  const TempFolder folder;
  for (int i = 0; i < 40; ++i) folder.write("in/plan" + std::to_string(10 + i), "plan " + std::to_string(i));
  for (const char* trouble : {"crash", "segfault", "loop", "throw", "refuse"}) {
    folder.write(std::string("in/") + trouble, trouble);
  }
  std::string hog;
  if (limits_memory()) {
    folder.write("in/hog", "hog");
    hog = "hog failed memory\n";
  }
  run(options_for(folder, "out"));
  std::string expected = "crash failed crash\n" + hog + "loop failed timeout\n";
  for (int i = 0; i < 40; ++i) expected += "plan" + std::to_string(10 + i) + " done\n";
  expected += "refuse failed broken\nsegfault failed crash\nthrow failed internal\n";
  EXPECT_EQ(outcomes(folder / "out"), expected);
}

TEST(Run, AReaderCanNeitherStartProgramsNorReachTheNetworkNorWrite) {
  const TempFolder folder;
  for (const char* attack : {"exec", "socket", "fork"}) folder.write(std::string("in/") + attack, attack);
  folder.write("in/write", "write " + (folder / "written"));
  run(options_for(folder, "out"));
  EXPECT_EQ(outcomes(folder / "out"),
            "exec failed sandbox\nfork failed sandbox\nsocket failed sandbox\nwrite done\n");
  EXPECT_FALSE(folder.has("written"));
}

TEST(Run, ADocumentThatSleepsIsEndedToo) {
  const TempFolder folder;
  folder.write("in/sleep", "sleep");
  folder.write("in/plan", "plan");
  run(options_for(folder, "out"));
  EXPECT_EQ(outcomes(folder / "out"), "plan done\nsleep failed timeout\n");
}

TEST(Run, IsolatedOrNotTheStoreIsTheSame) {
  const TempFolder folder;
  for (int i = 0; i < 20; ++i) folder.write("in/" + std::to_string(i), "plan " + std::to_string(i / 2));
  folder.write("in/refuse", "refuse");
  RunOptions options = options_for(folder, "isolated");
  run(options);
  options.in_process = true;
  options.store = folder / "in-process";
  run(options);
  options.in_process = false;
  options.jobs = 7;
  options.store = folder / "many";
  run(options);
  EXPECT_EQ(files_of(folder, "isolated"), files_of(folder, "in-process"));
  EXPECT_EQ(files_of(folder, "isolated"), files_of(folder, "many"));
}

TEST(Run, ResumesWithWhatIsNewOnly) {
  const TempFolder folder;
  folder.write("in/a", "plan a");
  folder.write("in/b", "plan b");
  folder.write("in/refuse", "refuse");
  const RunOptions options = options_for(folder, "out");
  EXPECT_EQ(run(options).read(), 3);
  const Standing again = run(options);
  EXPECT_EQ(again.read(), 0);
  EXPECT_EQ(again.kept, 3);
  folder.write("in/b", "plan b, changed");
  folder.write("in/c", "plan a");
  const Standing changed = run(options);
  EXPECT_EQ(changed.read(), 1);
  EXPECT_EQ(changed.duplicate, 1);
  EXPECT_EQ(outcomes(folder / "out"), "a done\nb done\nc duplicate\nrefuse failed broken\n");
  EXPECT_EQ(files_of(folder, "out").size(), 3 + 2);  // what the old b was read as is gone
}

TEST(Run, AnotherRecipeReadsAgainAndSaysSo) {
  const TempFolder folder;
  folder.write("in/a", "plan a");
  folder.write("in/b", "plan b");
  RunOptions options = options_for(folder, "out");
  run(options);
  options.recipe = with_id({"", "2.0", "1.0", "g", {}});
  std::int64_t outdated = 0;
  const Watcher watcher{[&](std::int64_t count, const std::vector<output::Recipe>& before) {
                          outdated = count;
                          ASSERT_EQ(before.size(), 1);
                          EXPECT_EQ(before.front().program, "1.0");
                        },
                        [](auto&) {}, [](auto&) {}};
  EXPECT_EQ(run_batch(options, obey, watcher, [] { return false; }).standing.done, 2);
  EXPECT_EQ(outdated, 2);
  EXPECT_EQ(view_store(options.store).facts.recipes.size(), 1);
}

TEST(Run, ALimitThatWasRaisedIsTriedAgain) {
  const TempFolder folder;
  folder.write("in/loop", "loop");
  RunOptions options = options_for(folder, "out");
  run(options);
  EXPECT_EQ(run(options).read(), 0);
  options.limits.seconds = 2;
  EXPECT_EQ(run(options).read(), 1);
}

TEST(Run, StopsWithTheRestPendingAndGoesOnFromThere) {
  const TempFolder folder;
  for (int i = 0; i < 200; ++i) folder.write("in/" + std::to_string(i), "plan " + std::to_string(i));
  RunOptions options = options_for(folder, "out");
  options.jobs = 1;
  int asked = 0;
  const Watcher quiet{[](auto, auto&) {}, [](auto&) {}, [](auto&) {}};
  const Standing first = run_batch(options, obey, quiet, [&] { return ++asked > 2; }).standing;
  EXPECT_LT(first.done, 200);
  EXPECT_FALSE(view_store(options.store).complete);
  EXPECT_EQ(first.done + run(options).done, 200);
  run([&] {
    RunOptions other = options;
    other.store = folder / "undisturbed";
    return other;
  }());
  EXPECT_TRUE(view_store(options.store).complete);
  EXPECT_EQ(files_of(folder, "out"), files_of(folder, "undisturbed"));
}

TEST(Run, OpensArchivesAndRefusesWhatIsHostileInThem) {
  const TempFolder folder;
  folder.write("in/a.zip",
               ArchiveBuilder(Packed::zip).file("p.txt", "plan p").file("q.txt", "plan q").bytes());
  folder.write("in/b.tar", ArchiveBuilder(Packed::tar).file("../evil", "x").file("r.txt", "plan r").bytes());
  folder.write("in/c.tar.gz", "\x1F\x8B\x08 not gzip at all");
  std::filesystem::create_symlink("/etc/hostname", folder / "in/link");
  std::filesystem::create_symlink("a.zip", folder / "in/same");
  run(options_for(folder, "out"));
  EXPECT_EQ(outcomes(folder / "out"),
            "p.txt done\nq.txt done\nevil refused traversal\nr.txt done\nc.tar.gz failed archive\nlink "
            "refused link\n"
            "p.txt duplicate\nq.txt duplicate\n");
}

TEST(Run, ShardsTogetherAreTheWholeInAnyOrder) {
  const TempFolder folder;
  for (int i = 0; i < 60; ++i) folder.write("in/" + std::to_string(i), "plan " + std::to_string(i % 50));
  folder.write("in/refuse", "refuse");
  std::filesystem::create_symlink("/etc/hostname", folder / "in/link");
  run(options_for(folder, "whole"));
  std::vector<std::string> parts;
  for (int i = 1; i <= 3; ++i) {
    RunOptions options = options_for(folder, "part" + std::to_string(i));
    options.shard = {i, 3};
    const Standing part = run(options);
    EXPECT_GT(part.done, 5);
    parts.push_back(options.store);
  }
  EXPECT_TRUE(merge(parts, folder / "all").empty());
  EXPECT_EQ(files_of(folder, "all"), files_of(folder, "whole"));
  std::swap(parts[0], parts[2]);
  parts.push_back(folder / "all");
  EXPECT_TRUE(merge(parts, folder / "again").empty());
  EXPECT_EQ(files_of(folder, "again"), files_of(folder, "whole"));
}

TEST(Merge, KeepsWhatWasReadOverWhatFailedAndNamesTheConflict) {
  const TempFolder folder;
  folder.write("in/loop", "loop");
  run(options_for(folder, "failed"));
  run(options_for(folder, "read"), [](std::string_view bytes, const std::string& name) {
    return obey(bytes == "loop" ? "plan" : bytes, name);
  });
  folder.write("in/loop", "other bytes");
  run(options_for(folder, "other"));
  const std::vector<std::string> names{folder / "failed", folder / "read", folder / "other"};
  EXPECT_EQ(merge(names, folder / "forth").size(), 2);
  EXPECT_EQ(merge({names[2], names[1], names[0]}, folder / "back").size(), 2);
  EXPECT_EQ(files_of(folder, "forth"), files_of(folder, "back"));
  EXPECT_EQ(outcomes(folder / "forth"), "loop done\nloop done\n");
}

TEST(Store, RefusesWhatIsNotItsOwn) {
  const TempFolder folder;
  folder.write("in/a", "plan a");
  RunOptions options = options_for(folder, "out");
  options.opening = Opening::create;
  run(options);
  EXPECT_THROW(run(options), Error);
  options.store = folder / "in";
  options.opening = Opening::resume;
  EXPECT_THROW(run(options), Error);
  EXPECT_THROW(view_store(folder / "in"), Error);
}

TEST(Store, AJournalCutAnywhereResumes) {
  const TempFolder folder;
  for (int i = 0; i < 5; ++i) folder.write("in/" + std::to_string(i), "plan " + std::to_string(i));
  run(options_for(folder, "whole"));
  // What a kill leaves: the journal's lines in place of the manifest.
  const std::string journal = folder.read("whole/manifest.jsonl");
  const RunOptions options = options_for(folder, "cut");
  for (std::size_t size = 0; size < journal.size(); size += 97) {
    std::filesystem::remove_all(folder / "cut");
    std::filesystem::copy(folder / "whole", folder / "cut", std::filesystem::copy_options::recursive);
    std::filesystem::remove(folder / "cut/manifest.jsonl");
    folder.write("cut/journal.jsonl", journal.substr(0, size));
    folder.write("cut/tmp/99-0.part", "half a docum");
    run(options);
    ASSERT_EQ(files_of(folder, "cut"), files_of(folder, "whole")) << size;
  }
}

TEST(Summary, GroupsFailuresByCause) {
  Ledger ledger;
  for (int i = 0; i < 5; ++i) {
    Entry entry = failed("too-large", "plus de " + std::to_string(100 + i) + " Mio", "découpez");
    entry.path = "p" + std::to_string(i);
    ledger.note(entry);
  }
  Entry other = failed("crash", "arrêt", "signalez");
  other.path = "q";
  ledger.note(other);
  const Summary summary = summarise(ledger);
  ASSERT_EQ(summary.causes.size(), 2);
  EXPECT_EQ(summary.causes[0].count, 5);
  EXPECT_EQ(summary.causes[0].examples.size(), 3);
  EXPECT_EQ(summary.causes[1].kind, "crash");
}

}  // namespace
}  // namespace pst::batch

// pst batch, status, failures and merge as a user runs them.
#include <gtest/gtest.h>

#include "cli/run_pst.hpp"

namespace pst::cli {
namespace {

using test::contains;
using test::kPlan;
using test::Ran;
using test::run_pst;
using test::TempFolder;

/// Two plans, one of them twice, and an image.
void write_sources(const TempFolder& folder) {
  folder.write("in/a.txt", kPlan);
  folder.write("in/sub/b.txt", std::string("CPAS de Valmont\nPlan 2019-2024\n") + kPlan);
  folder.write("in/twice.txt", kPlan);
  folder.write("in/scan.png", "\x89PNG....");
}

TEST(Batch, SaysWhatBecameOfTheSourcesAndWhatToDo) {
  const TempFolder folder;
  write_sources(folder);
  const Ran ran = run_pst({"batch", folder / "in", "-o", folder / "out"});
  EXPECT_EQ(ran.status, 1);
  EXPECT_TRUE(contains(ran.out, "4 sources : 2 documents lus, 1 doublon, 1 échec\n"));
  EXPECT_TRUE(contains(ran.out, "1  c'est une image [unsupported]\n          à faire : "));
  EXPECT_TRUE(contains(ran.err, "scan.png : c'est une image"));
  const Ran status = run_pst({"status", folder / "out"});
  EXPECT_EQ(status.status, 0);
  EXPECT_TRUE(contains(status.out, "Par année de début :"));
  EXPECT_TRUE(contains(run_pst({"status", folder / "out", "--json"}).out, "\"duplicate\": 1,"));
}

TEST(Batch, WritesTheDocumentsThatExtractWrites) {
  const TempFolder folder;
  folder.write("a.txt", kPlan);
  run_pst({"batch", folder / "a.txt", "-o", folder / "out", "-q"});
  std::string document;
  for (const auto& file : std::filesystem::recursive_directory_iterator(folder / "out/documents")) {
    if (file.is_regular_file())
      document = folder.read(std::filesystem::relative(file.path(), folder.path()).string());
  }
  EXPECT_EQ(document, run_pst({"extract", folder / "a.txt"}).out);
}

TEST(Batch, TakesAListFromStandardInput) {
  const TempFolder folder;
  write_sources(folder);
  const Ran lines = run_pst({"batch", "-", "-o", folder / "lines"},
                            folder / "in/a.txt" + "\r\n" + (folder / "in/sub") + "\n");
  EXPECT_TRUE(contains(lines.out, "2 sources : 2 documents lus\n"));
  const Ran zeros = run_pst({"batch", "-", "-o", folder / "zeros"},
                            folder / "in/a.txt" + std::string(1, '\0') + (folder / "gone"));
  EXPECT_TRUE(contains(zeros.out, "1 document lu, 1 échec"));
}

TEST(Batch, RefusesToTouchAStoreWithoutBeingTold) {
  const TempFolder folder;
  write_sources(folder);
  run_pst({"batch", folder / "in", "-o", folder / "out"});
  const Ran again = run_pst({"batch", folder / "in", "-o", folder / "out"});
  EXPECT_EQ(again.status, 1);
  EXPECT_TRUE(contains(again.err, "contient déjà un lot ; ajoutez --resume"));
  EXPECT_TRUE(contains(run_pst({"batch", folder / "in", "-o", folder / "out", "--resume"}).out,
                       "3 documents d'un passage précédent"));
}

TEST(Batch, OtherGrammarsAreSaidToReadAllAgain) {
  const TempFolder folder;
  write_sources(folder);
  run_pst({"batch", folder / "in", "-o", folder / "out"});
  const Ran again =
      run_pst({"batch", folder / "in", "-o", folder / "out", "--resume", "--grammar", "os-oo-action"});
  EXPECT_TRUE(contains(again.err,
                       "3 documents ont été lus avec d'autres options : ils seront relus, et rien d'autre"));
}

TEST(Batch, SpeaksToPrograms) {
  const TempFolder folder;
  write_sources(folder);
  const Ran ran = run_pst({"batch", folder / "in", "-o", folder / "out", "--progress", "json"});
  EXPECT_EQ(ran.out, "");
  EXPECT_TRUE(contains(ran.err, R"({"event":"failure","path":")"));
  EXPECT_TRUE(contains(ran.err, R"({"event":"summary", )"));
  for (std::size_t from = 0, end = 0; (end = ran.err.find('\n', from)) != ran.err.npos; from = end + 1) {
    EXPECT_EQ(ran.err[from], '{');
    EXPECT_EQ(ran.err[end - 1], '}');
  }
}

TEST(Batch, AWrongShardIsTheCommandLinesFault) {
  for (const char* shard : {"0/2", "3/2", "2", "a/b", "1/2/3"}) {
    const Ran ran = run_pst({"batch", ".", "-o", "/nowhere/out", "--shard", shard});
    EXPECT_EQ(ran.status, 2) << shard;
    EXPECT_TRUE(contains(ran.err, "n'est pas une part I/N"));
  }
}

TEST(Batch, SourcesThatAreNotThereMakeNoStore) {
  const TempFolder folder;
  for (const Ran& ran :
       {run_pst({"batch", folder / "gone", "-o", folder / "out"}),
        run_pst({"batch", "-", "-o", folder / "out"}, folder / "gone\n" + (folder / "too"))}) {
    EXPECT_EQ(ran.status, 2);
    EXPECT_TRUE(contains(ran.err, "gone » n'existe pas"));
  }
  EXPECT_TRUE(contains(run_pst({"batch", "-", "-o", folder / "out"}, "\n").err, "aucune source"));
  EXPECT_FALSE(folder.has("out"));
}

TEST(Failures, WhereThereAreNoneItSaysSo) {
  const TempFolder folder;
  write_sources(folder);
  run_pst({"batch", folder / "in", "-o", folder / "out", "-q"});
  EXPECT_TRUE(contains(run_pst({"status", folder / "out"}).out, "pst failures " + (folder / "out")));
  EXPECT_EQ(run_pst({"failures", folder / "out", "--kind", "odd"}).err,
            "aucun échec « odd » ; les causes de ce lot : unsupported\n");
  run_pst({"batch", folder / "in/a.txt", "-o", folder / "sound", "-q"});
  EXPECT_EQ(run_pst({"failures", folder / "sound"}).err, "aucun échec dans ce lot\n");
}

TEST(Failures, NamesThemAndCopiesThemOut) {
  const TempFolder folder;
  write_sources(folder);
  run_pst({"batch", folder / "in", "-o", folder / "out"});
  const Ran ran = run_pst({"failures", folder / "out", "--copy", folder / "review"});
  EXPECT_EQ(ran.status, 0);
  EXPECT_TRUE(contains(ran.out, "scan.png : c'est une image ; "));
  int copies = 0;
  for (const auto& file : std::filesystem::directory_iterator(folder / "review")) {
    EXPECT_TRUE(file.path().string().ends_with("-scan.png"));
    ++copies;
  }
  EXPECT_EQ(copies, 1);
  EXPECT_EQ(run_pst({"failures", folder / "out", "--kind", "crash"}).out, "");
}

TEST(Merge, JoinsStores) {
  const TempFolder folder;
  write_sources(folder);
  run_pst({"batch", folder / "in", "-o", folder / "one", "--shard", "1/2"});
  run_pst({"batch", folder / "in", "-o", folder / "two", "--shard", "2/2"});
  const Ran ran = run_pst({"merge", folder / "two", folder / "one", "-o", folder / "all"});
  EXPECT_EQ(ran.status, 0);
  EXPECT_TRUE(contains(ran.out, "4 sources : 2 documents lus, 1 doublon, 1 échec\n"));
  EXPECT_TRUE(contains(run_pst({"merge", folder / "in", "-o", folder / "all"}).err, "n'est pas un lot"));
}

}  // namespace
}  // namespace pst::cli

#include "batch/inputs.hpp"

#include <gtest/gtest.h>

#include "support/temp_folder.hpp"

namespace pst::batch {
namespace {

using test::TempFolder;

/// The inputs' paths below the folder, in order, with spaces between.
std::string paths(const Inputs& inputs, const TempFolder& folder) {
  std::string all;
  for (const Input& input : inputs.list) all += input.path.substr(folder.path().size() + 1) + " ";
  return all;
}

TEST(Inputs, AFolderGivesItsPlansSortedHiddenOnesAndOthersLeftOut) {
  const TempFolder folder;
  for (const char* name : {"b.txt", "a/z.txt", "a/c.TXT", "é.text", "m.md", ".hidden.txt", ".git/x.txt",
                           "README.md", "LISEZMOI.txt", "x.docx", "x.json"}) {
    folder.write(name, "O.S.1 Être là");
  }
  folder.write("binary.txt", std::string_view("\x7F"
                                              "ELF\0\0\0\0",
                                              8));
  folder.write("plan.pdf", std::string_view("%PDF-1.7\n\0", 10));
  const Inputs inputs = expand({folder.path()});
  EXPECT_EQ(paths(inputs, folder), "a/c.TXT a/z.txt b.txt m.md plan.pdf é.text ");
  EXPECT_EQ(inputs.skipped.size(), 5);
  EXPECT_TRUE(inputs.problems.empty());
}

TEST(Inputs, ArgumentsStayInOrderAndFilesAreTakenWhateverTheirName) {
  const TempFolder folder;
  folder.write("z.dat", "x");
  folder.write("a.txt", "x");
  EXPECT_EQ(paths(expand({folder / "z.dat", folder / "a.txt"}), folder), "z.dat a.txt ");
}

TEST(Inputs, FoldersThatLinkToThemselvesAreEnteredOnce) {
  const TempFolder folder;
  folder.write("sub/a.txt", "x");
  std::filesystem::create_directory_symlink(folder.path(), folder / "sub/up");
  std::filesystem::create_symlink("gone", folder / "dangling.txt");
  EXPECT_EQ(paths(expand({folder.path()}), folder), "sub/a.txt ");
}

TEST(Inputs, WhatIsNotThereIsAProblemAndTheOthersGoOn) {
  const TempFolder folder;
  folder.write("a.txt", "x");
  std::filesystem::create_directory(folder / "empty");
  const Inputs inputs = expand({folder / "gone.txt", folder / "a.txt", folder / "empty"});
  EXPECT_EQ(paths(inputs, folder), "a.txt ");
  ASSERT_EQ(inputs.problems.size(), 2);
  EXPECT_NE(std::string(inputs.problems[0].what()).find("gone.txt : fichier ou dossier introuvable"),
            std::string::npos);
  EXPECT_NE(std::string(inputs.problems[1].what()).find("aucun plan"), std::string::npos);
}

TEST(Inputs, StemsThatMeetGetASuffixAndAWord) {
  const TempFolder folder;
  for (const char* name : {"a/plan.txt", "b/plan.txt", "c/plan.md", "c/plan-2.txt"}) folder.write(name, "x");
  const Inputs inputs = expand({folder.path()});
  std::vector<std::string> stems;
  for (const Input& input : inputs.list) stems.push_back(input.stem);
  EXPECT_EQ(stems, (std::vector<std::string>{"plan", "plan-2", "plan-2-2", "plan-3"}));
  EXPECT_EQ(inputs.renamed.size(), 3);
}

TEST(Inputs, ModelsAreTheJsonFiles) {
  const TempFolder folder;
  folder.write("a.json", "{}");
  folder.write("a.txt", "x");
  EXPECT_EQ(paths(expand({folder.path()}, Wanted::models), folder), "a.json ");
}

TEST(Inputs, ReadsBytesAsTheyAre) {
  const TempFolder folder;
  const std::string bytes("a\r\n\0\xFF", 5);
  EXPECT_EQ(read(single(folder.write("a.txt", bytes))), bytes);
}

TEST(Inputs, AFileBeyondTheLimitIsRefusedUnread) {
  const TempFolder folder;
  const std::string path = folder.write("big.txt", "x");
  std::filesystem::resize_file(path, kMaxFileBytes + 1);  // sparse: takes no room
  EXPECT_THROW(read(single(path)), Error);
}

TEST(WriteWhole, ReplacesAndLeavesNothingBeside) {
  const TempFolder folder;
  folder.write("a.json", "old");
  write_whole(folder / "a.json", "new");
  EXPECT_EQ(folder.read("a.json"), "new");
  EXPECT_FALSE(folder.has("a.json.part"));
}

TEST(WriteWhole, ThatCannotWriteSaysSoAndKeepsWhatWasThere) {
  const TempFolder folder;
  EXPECT_THROW(write_whole(folder / "no/such/folder/a.json", "x"), Error);
  folder.write("a.json/inside", "x");
  EXPECT_THROW(write_whole(folder / "a.json", "x"), Error);
  EXPECT_TRUE(folder.has("a.json/inside"));
}

}  // namespace
}  // namespace pst::batch

#include "batch/names.hpp"

#include <gtest/gtest.h>

namespace pst::batch {
namespace {

TEST(Names, WhatLeadsOutOfATree) {
  for (const char* out :
       {"/etc/passwd", "..", "../a", "a/../../b", "a\\..\\..\\b", "C:\\a", "c:x", "\\\\server\\a"}) {
    EXPECT_TRUE(leads_out(out)) << out;
  }
  for (const char* in : {"", "a", "a/b", "a/../b", "./a", "a..b", "...", "été/plan.txt"}) {
    EXPECT_FALSE(leads_out(in)) << in;
  }
}

TEST(Names, ALinkIsTakenFromWhereItStands) {
  EXPECT_FALSE(leads_out(link_target("a/b/link", "../c")));
  EXPECT_TRUE(leads_out(link_target("link", "../c")));
  EXPECT_TRUE(leads_out(link_target("a/b/link", "../../../c")));
  EXPECT_TRUE(leads_out(link_target("a/link", "/etc")));
}

TEST(Names, BytesThatAreNoUtf8AreSpelledOut) {
  EXPECT_EQ(manifest_path("été.txt"), "été.txt");
  EXPECT_EQ(manifest_path("\x82t\x82.txt"), "%82t%82.txt");
}

TEST(Names, DebrisIsTheHiddenAndTheForeign) {
  EXPECT_TRUE(is_debris(".DS_Store"));
  EXPECT_TRUE(is_debris("__MACOSX/plan.txt"));
  EXPECT_TRUE(is_debris("a/.git/b"));
  EXPECT_FALSE(is_debris("./a/../b.txt"));
}

TEST(Names, PatternsWithoutASlashSpeakOfTheNameAlone) {
  EXPECT_TRUE(wanted("a/b.pdf", {}));
  EXPECT_TRUE(wanted("a/b.pdf", {"*.txt", "*.pdf"}));
  EXPECT_FALSE(wanted("a.pdf/b.txt", {"*.pdf"}));
  EXPECT_TRUE(wanted("2019/x/b.txt", {"2019/*"}));
}

}  // namespace
}  // namespace pst::batch

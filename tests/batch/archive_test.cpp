#include "batch/archive.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <unistd.h>

#include "support/archive_builder.hpp"

namespace pst::batch {
namespace {

using test::ArchiveBuilder;
using test::Packed;

/// What a visit of these bytes hands over, one a line: `path=bytes`, or `path!kind` for a problem.
std::string visited(const std::string& bytes, const ArchiveLimits& limits = {},
                    const std::vector<std::string>& patterns = {}) {
  const int file = ::memfd_create("archive", 0);
  EXPECT_EQ(::write(file, bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
  ::lseek(file, 0, SEEK_SET);
  std::string out;
  visit_archive(
      file, "x", patterns, limits,
      {[&](Member&& member) {
         out += member.path +
                (member.problem ? "!" + member.problem->failure->kind : "=" + member.bytes.substr(0, 20)) +
                "\n";
       },
       [](std::uint64_t) {}});
  ::close(file);
  return out;
}

TEST(Archive, HandsOverItsFilesWhateverItIs) {
  for (const Packed packed : {Packed::zip, Packed::tar, Packed::tar_gz}) {
    const std::string bytes =
        ArchiveBuilder(packed).file("b/z.txt", "un").file("été.txt", "deux").file(".hidden", "x").bytes();
    EXPECT_EQ(visited(bytes), "x/b/z.txt=un\nx/été.txt=deux\n");
  }
}

TEST(Archive, TakesOnlyTheNamesWanted) {
  const std::string bytes = ArchiveBuilder(Packed::zip).file("a.txt", "un").file("a.pdf", "deux").bytes();
  EXPECT_EQ(visited(bytes, {}, {"*.pdf"}), "x/a.pdf=deux\n");
}

TEST(Archive, RefusesNamesThatLeadOutAndGoesOn) {
  const std::string bytes = ArchiveBuilder(Packed::tar)
                                .file("../../etc/passwd", "root")
                                .file("/tmp/x", "x")
                                .file("a/..\\..\\b", "x")
                                .file("good.txt", "oui")
                                .bytes();
  EXPECT_EQ(visited(bytes),
            "x/../../etc/passwd!traversal\nx//tmp/x!traversal\nx/a/../../b!traversal\nx/good.txt=oui\n");
}

TEST(Archive, RefusesLinksThatLeadOutAndPassesOverOthers) {
  const std::string bytes = ArchiveBuilder(Packed::tar)
                                .file("d/a.txt", "oui")
                                .soft_link("d/inside", "../d/a.txt")
                                .soft_link("d/outside", "../../a")
                                .soft_link("absolute", "/etc/passwd")
                                .hard_link("hard", "d/a.txt")
                                .hard_link("hard-out", "/etc/shadow")
                                .pipe("pipe")
                                .bytes();
  EXPECT_EQ(visited(bytes),
            "x/d/a.txt=oui\nx/d/outside!link\nx/absolute!link\nx/hard-out!link\nx/pipe!special\n");
}

/// `levels` archives around one text.
std::string nested(int levels) {
  std::string bytes = "le plan";
  for (int i = 0; i < levels; ++i) {
    bytes = ArchiveBuilder(i % 2 == 0 ? Packed::zip : Packed::tar_gz)
                .file(i == 0 ? "p.txt" : "a" + std::to_string(i), bytes)
                .bytes();
  }
  return bytes;
}

TEST(Archive, OpensArchivesWithinArchivesToADepth) {
  EXPECT_EQ(visited(nested(3)), "x/a2/a1/p.txt=le plan\n");
  EXPECT_EQ(visited(nested(5)), "x/a4/a3/a2/a1/p.txt=le plan\n");
  EXPECT_EQ(visited(nested(6)), "x/a5/a4/a3/a2/a1!depth\n");
}

TEST(Archive, StopsABombAtItsLimit) {
  ArchiveLimits small;
  small.least_bytes = 1U << 20U;
  small.ratio = 1;
  const std::string zeros(8U << 20U, 'a');
  const std::string bomb = ArchiveBuilder(Packed::zip)
                               .file("first.txt", "oui")
                               .file("bomb.txt", zeros)
                               .file("never.txt", "x")
                               .bytes();
  ASSERT_LT(bomb.size(), zeros.size() / 100);
  EXPECT_EQ(visited(bomb, small), "x/first.txt=oui\nx!bomb\n");
  // Within an archive it counts as well.
  EXPECT_EQ(visited(ArchiveBuilder(Packed::zip).file("in.zip", bomb).bytes(), small),
            "x/in.zip/first.txt=oui\nx/in.zip!bomb\n");
}

TEST(Archive, RefusesOneMemberThatIsTooLargeAndTooManyMembers) {
  ArchiveLimits small;
  small.member_bytes = 1000;
  small.members = 3;
  const std::string bytes = ArchiveBuilder(Packed::tar)
                                .file("a", std::string(2000, 'a'))
                                .file("b", "oui")
                                .file("c", "oui")
                                .file("d", "oui")
                                .bytes();
  EXPECT_EQ(visited(bytes, small), "x/a!too-large\nx/b=oui\nx/c=oui\nx!bomb\n");
}

TEST(Archive, AFileCompressedByItselfLosesItsExtension) {
  const std::string plan = ArchiveBuilder(Packed::gz).file("ignored", "le plan").bytes();
  EXPECT_EQ(visited(ArchiveBuilder(Packed::zip).file("plan.txt.gz", plan).bytes()),
            "x/plan.txt.gz/plan.txt=le plan\n");
  EXPECT_EQ(visited("\x1F\x8B\x08 no gzip, whatever it begins with"), "x!archive\n");
}

TEST(Archive, ABrokenOneSaysSoAndKeepsWhatCameBefore) {
  const std::string whole =
      ArchiveBuilder(Packed::tar).file("a.txt", "oui").file("b.txt", std::string(5000, 'b')).bytes();
  const std::string found = visited(whole.substr(0, 2100));
  EXPECT_TRUE(found.starts_with("x/a.txt=oui\n")) << found;
  EXPECT_NE(found.find("!archive"), std::string::npos) << found;
  EXPECT_NE(visited("PK\x03\x04 nothing of the kind at all").find("x!archive"), std::string::npos);
}

TEST(Archive, AnyCutAndAnyFlippedByteEndsInDocumentsOrProblems) {
  const std::string whole =
      ArchiveBuilder(Packed::zip).file("a.txt", "oui, un plan").file("b/c.txt", "deux").bytes();
  for (std::size_t i = 0; i < whole.size(); ++i) {
    visited(whole.substr(0, i));
    std::string flipped = whole;
    flipped[i] = static_cast<char>(flipped[i] ^ 0x41);
    visited(flipped);
  }
}

}  // namespace
}  // namespace pst::batch

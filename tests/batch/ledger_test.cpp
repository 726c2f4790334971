#include "batch/ledger.hpp"

#include <gtest/gtest.h>

#include "batch/packed_entry.hpp"
#include "source/error.hpp"

namespace pst::batch {
namespace {

using output::Entry;
using output::Status;

std::string digest(char c) {
  return std::string(64, c);
}

Entry seen(const std::string& path, char sha) {
  Entry entry;
  entry.path = path;
  entry.sha256 = digest(sha);
  entry.bytes = 5;
  return entry;
}

Entry done(char sha) {
  Entry entry;
  entry.status = Status::done;
  entry.sha256 = digest(sha);
  entry.nodes = 3;
  entry.recipe = "r";
  return entry;
}

/// `path status digest's first digit`, one a line.
std::string sources(const Ledger& ledger) {
  std::string out;
  ledger.each_source([&](const Entry& entry) {
    out += entry.path + " " + std::string(output::name_of(entry.status)) + " " + entry.sha256.substr(0, 1);
    out += entry.duplicate_of.empty() ? "\n" : " of " + entry.duplicate_of + "\n";
  });
  return out;
}

TEST(Ledger, TheFirstPathStandsForItsBytesWhateverTheOrder) {
  Ledger ledger;
  ledger.see(seen("c", 'a'));
  ledger.see(done('a'));
  ledger.see(seen("b", 'b'));
  ledger.see(seen("a", 'a'));
  EXPECT_EQ(sources(ledger), "a done a\nb pending b\nc duplicate a of a\n");
}

TEST(Ledger, OtherBytesAtAPathReplaceThoseOfAnEarlierRunOnly) {
  Ledger ledger;
  ledger.note(seen("a", 'a'));
  ledger.note(seen("b", 'a'));
  ledger.see(seen("a", 'b'));
  EXPECT_EQ(sources(ledger), "a pending b\nb pending a\n");
  ledger.see(seen("a", 'c'));  // the same name twice in one archive: both are there
  EXPECT_EQ(sources(ledger), "a pending b\na pending c\nb pending a\n");
}

TEST(Ledger, SaysWhetherAnythingIsNew) {
  Ledger ledger;
  EXPECT_TRUE(ledger.see(seen("a", 'a')));
  EXPECT_FALSE(ledger.see(seen("a", 'a')));
  EXPECT_TRUE(ledger.see(done('a')));
}

TEST(Ledger, AnEntryReadsBackAsItWasWritten) {
  Entry entry = done('a');
  entry.path = "a/\"é\n.pdf";
  entry.bytes = 1ULL << 40U;
  entry.media_type = "application/pdf";
  entry.pages = 7;
  entry.contradictions = 1;
  entry.doubts = 2;
  entry.scheme = "os-oo";
  entry.organisation = "CPAS Valmont";
  entry.year = 2019;
  entry.duration_ms = 12;
  EXPECT_EQ(output::entry_from_line(output::to_line(entry), "", 1), entry);
  EXPECT_EQ(unpacked(packed(entry)), entry);
  Entry broken = seen("b", 'b');
  broken.status = Status::failed;
  broken.failure = output::Failure{"timeout", "trop long", "attendez", 3, 4, 60};
  broken.recipe = "r";
  EXPECT_EQ(output::entry_from_line(output::to_line(broken), "", 1), broken);
  EXPECT_EQ(unpacked(packed(broken)), broken);
}

TEST(Ledger, APackedEntryThatIsCutOrTamperedWithIsNone) {
  Entry entry = done('a');
  entry.failure = output::Failure{"timeout", "trop long", "attendez", 3, 4, 60};
  const std::string whole = packed(entry);
  for (std::size_t size = 0; size < whole.size(); ++size)
    EXPECT_FALSE(unpacked(whole.substr(0, size))) << size;
  std::string odd = whole;
  odd[sizeof(std::uint64_t)] = 99;  // the status, behind the empty path
  EXPECT_FALSE(unpacked(odd));
  odd[0] = 99;  // a path longer than all that is there
  EXPECT_FALSE(unpacked(odd));
}

TEST(Ledger, ALineThatIsNoneIsRefusedWithItsPlace) {
  for (const char* line :
       {"", "{", "[]", "{}", R"({"status":"odd"})", R"({"status":"done","sha256":"../../x"})",
        R"({"status":"done","nodes":-1})", R"({"status":"done","nodes":99999999999})",
        R"({"status":"done","path":3})", R"({"status":"done","failure":3})"}) {
    try {
      output::entry_from_line(line, "manifest.jsonl", 7);
      FAIL() << line;
    } catch (const Error& e) {
      EXPECT_TRUE(std::string(e.what()).starts_with("manifest.jsonl:7 : ")) << e.what();
    }
  }
}

TEST(Ledger, DigestsSpreadAndReadBack) {
  const std::string hex = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
  EXPECT_EQ(Digest::of_hex(hex).hex(), hex);
  EXPECT_EQ(Digest::of_hex(hex).head(), 0x0123456789abcdefULL);
  EXPECT_EQ(Digest::of_hex("0123"), Digest{});
  EXPECT_EQ(Digest::of_hex(std::string(64, 'x')), Digest{});
}

}  // namespace
}  // namespace pst::batch

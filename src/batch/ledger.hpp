// What a store knows: where which bytes were seen, and what became of them.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "output/manifest.hpp"

namespace pst::batch {

/// A SHA-256, in little space.
struct Digest {
  std::array<char, 32> bytes{};
  auto operator<=>(const Digest&) const = default;

  /// Of 64 hexadecimal digits; all zeros for anything else.
  static Digest of_hex(std::string_view hex);
  std::string hex() const;
  /// Its first eight bytes as a number, for spreading.
  std::uint64_t head() const;
};

/// Touches no disk. Keeps its entries packed: a run over a million sources has to hold a million of them.
class Ledger {
 public:
  using Visit = std::function<void(const output::Entry&)>;

  /// Takes in a line of a manifest or a journal.
  void note(const output::Entry& entry) { put(entry, false); }
  /// Takes in what this run has seen or read: what was known of other bytes at the same path is past. False
  /// where nothing of it is new.
  bool see(const output::Entry& entry) { return put(entry, true); }

  /// What became of these bytes, without a path; none where nothing has yet.
  std::optional<output::Entry> outcome(const std::string& sha256) const;
  std::size_t outcomes() const { return outcomes_.size(); }
  void each_outcome(const Visit& visit) const;

  /// Every source once, sorted by path, then digest. Of several with the same bytes, the first has what
  /// became of them and the others are duplicates of it.
  void each_source(const Visit& visit) const;

 private:
  struct Hash {
    std::size_t operator()(const Digest& digest) const { return digest.head(); }
  };
  struct Seen {
    std::uint64_t bytes = 0;
    bool now = false;     ///< in this run
    std::string problem;  ///< packed, where there are no bytes
  };
  bool put(const output::Entry& entry, bool now);
  static output::Entry entry_of(const Digest& digest, const std::string& outcome);

  std::map<std::pair<std::string, Digest>, Seen> seen_;
  std::unordered_map<Digest, std::string, Hash> outcomes_;  ///< packed
};

/// Sums over sources, for run.json.
class Counter {
 public:
  void add(const output::Entry& entry);
  output::Counts counts() const;

 private:
  output::Counts counts_;
  std::map<std::string, std::int64_t> failures_;
};

}  // namespace pst::batch

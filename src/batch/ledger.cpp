#include "batch/ledger.hpp"

#include "batch/packed_entry.hpp"

namespace pst::batch {

namespace {

using output::Entry;
using output::Status;

int digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/// Whether the entry says what became of bytes, rather than where they were seen.
bool is_outcome(const Entry& entry) {
  return !entry.sha256.empty() && (entry.status == Status::done || entry.status == Status::failed);
}

}  // namespace

Digest Digest::of_hex(std::string_view hex) {
  Digest digest;
  if (hex.size() != 2 * digest.bytes.size()) return digest;
  for (std::size_t i = 0; i < digest.bytes.size(); ++i) {
    const int high = digit(hex[2 * i]);
    const int low = digit(hex[2 * i + 1]);
    if (high < 0 || low < 0) return {};
    digest.bytes[i] = static_cast<char>(high * 16 + low);
  }
  return digest;
}

std::string Digest::hex() const {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    out += digits[byte >> 4U];
    out += digits[byte & 0xFU];
  }
  return out;
}

std::uint64_t Digest::head() const {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < sizeof number; ++i)
    number = number << 8U | static_cast<unsigned char>(bytes[i]);
  return number;
}

bool Ledger::put(const Entry& entry, bool now) {
  const Digest digest = Digest::of_hex(entry.sha256);
  bool changed = false;
  if (!entry.path.empty()) {
    const auto [place, is_new] = seen_.try_emplace({entry.path, digest});
    Seen& seen = place->second;
    std::string problem = entry.sha256.empty() ? packed(entry) : "";
    changed = is_new || seen.problem != problem;
    seen.bytes = entry.bytes;
    seen.now = seen.now || now;
    seen.problem = std::move(problem);
  }
  if (!is_outcome(entry)) return changed;
  Entry outcome = entry;
  outcome.path.clear();
  outcome.sha256.clear();
  outcomes_[digest] = packed(outcome);
  return true;
}

Entry Ledger::entry_of(const Digest& digest, const std::string& outcome) {
  Entry entry = unpacked(outcome).value();
  entry.sha256 = digest.hex();
  return entry;
}

std::optional<Entry> Ledger::outcome(const std::string& sha256) const {
  const auto found = outcomes_.find(Digest::of_hex(sha256));
  if (found == outcomes_.end()) return std::nullopt;
  return entry_of(found->first, found->second);
}

void Ledger::each_outcome(const Visit& visit) const {
  for (const auto& [digest, outcome] : outcomes_) visit(entry_of(digest, outcome));
}

void Ledger::each_source(const Visit& visit) const {
  std::unordered_map<Digest, const std::string*, Hash> first;
  for (auto path = seen_.begin(); path != seen_.end();) {
    auto end = path;
    bool now = false;
    for (; end != seen_.end() && end->first.first == path->first.first; ++end) now = now || end->second.now;
    for (; path != end; ++path) {
      const auto& [key, seen] = *path;
      if (now && !seen.now) continue;
      Entry entry;
      if (!seen.problem.empty()) {
        visit(unpacked(seen.problem).value());
        continue;
      }
      const auto [original, is_first] = first.emplace(key.second, &key.first);
      const auto outcome = outcomes_.find(key.second);
      if (is_first && outcome != outcomes_.end()) entry = entry_of(key.second, outcome->second);
      if (!is_first) {
        entry.status = Status::duplicate;
        entry.duplicate_of = *original->second;
      }
      entry.path = key.first;
      entry.sha256 = key.second.hex();
      entry.bytes = seen.bytes;
      visit(entry);
    }
  }
}

void Counter::add(const Entry& entry) {
  ++counts_.sources;
  switch (entry.status) {
    case Status::pending:
      ++counts_.pending;
      break;
    case Status::done:
      ++counts_.done;
      break;
    case Status::failed:
      ++counts_.failed;
      break;
    case Status::refused:
      ++counts_.refused;
      break;
    case Status::duplicate:
      ++counts_.duplicate;
      break;
  }
  counts_.nodes += entry.nodes;
  counts_.pages += entry.pages.value_or(0);
  counts_.contradictions += entry.contradictions;
  counts_.doubts += entry.doubts;
  if (entry.failure) ++failures_[entry.failure->kind];
}

output::Counts Counter::counts() const {
  output::Counts counts = counts_;
  counts.failures.assign(failures_.begin(), failures_.end());
  return counts;
}

}  // namespace pst::batch

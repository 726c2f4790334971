// A folder that holds what a batch has read; docs/store.md is its description.
#pragma once

#include <bitset>
#include <memory>
#include <string>
#include <vector>

#include "batch/disk.hpp"
#include "batch/ledger.hpp"
#include "output/manifest.hpp"

namespace pst::batch {

/// How a store is opened.
enum class Opening {
  create,  ///< a folder that holds none yet
  resume,  ///< one that may hold one
};

/// The store while a run, or a merge, works on it.
class Store {
 public:
  /// Throws pst::Error where the folder cannot be made or used, holds a store already (create), or another
  /// program works on it.
  Store(const std::string& folder, Opening opening);
  ~Store();

  const Ledger& ledger() const { return ledger_; }
  const output::StoreFacts& facts() const { return facts_; }

  /// From here on, entries may name this recipe.
  void add_recipe(const output::Recipe& recipe);

  /// A source was seen.
  void see(const output::Entry& entry);
  /// What became of some bytes, with their JSON where they were read. On the disk after commit, or soon.
  void put(const output::Entry& outcome, const std::string& json);
  /// Forces everything to the disk.
  void commit();
  /// Writes manifest and summary, and removes what no longer belongs to the store. `complete` says whether
  /// every source was looked at.
  void finish(const output::Times& times, bool complete);

  const std::string& folder() const { return folder_; }

 private:
  std::size_t load();
  void write_facts();
  void sweep(const std::vector<Digest>& kept) const;

  std::string folder_;
  std::unique_ptr<FolderLock> lock_;
  Ledger ledger_;
  output::StoreFacts facts_;
  std::unique_ptr<Journal> journal_;
  std::unique_ptr<Group> group_;
  std::bitset<256> made_;  ///< folders of documents that are there, by the digests' first byte
  std::string lines_;      ///< of the journal, true once the group is committed
  std::size_t group_bytes_ = 0;
};

/// Where the document of these bytes stands, below the store's folder.
std::string document_path(const std::string& sha256);

/// Whether the folder is a store.
bool holds_store(const std::string& folder);

/// A digest of all that a store says of its sources, and of `salt`: another after any run or merge that has
/// changed something.
std::string state_of(const std::string& folder, const std::string& salt);

/// A store as it stands, perhaps while a run works on it.
struct StoreView {
  output::StoreFacts facts;
  Ledger ledger;
  bool complete = false;  ///< no run was cut short or interrupted, nothing is pending
};
StoreView view_store(const std::string& folder);

}  // namespace pst::batch

// What `pst search` looks into where it is given a store of `pst batch`.
#pragma once

#include <string>

#include "cli/console.hpp"

namespace pst::cli {

/// The database of a store's plans. It is kept in the store under a name that follows from what the store
/// holds and which program reads it, so that it is made again when either has changed; where the store cannot
/// be written to, it lives as long as this object.
class StoreIndex {
 public:
  /// Makes the database where it is not there, and says so. Throws pst::Error.
  StoreIndex(const std::string& store, Console& console);
  ~StoreIndex();
  StoreIndex(const StoreIndex&) = delete;
  StoreIndex& operator=(const StoreIndex&) = delete;

  const std::string& path() const { return path_; }

 private:
  std::string path_;
  bool passing_ = false;  ///< removed at the end
};

}  // namespace pst::cli

#include "plan/joined_names.hpp"

#include <cstddef>
#include <string>
#include <unordered_map>
#include <utility>

namespace pst::plan {

void part_joined_names(std::vector<Draft>& nodes) {
  constexpr int kSeveral = 2;
  constexpr std::size_t kLongest = 100;  // bytes: what is longer is no two names
  std::unordered_map<std::string, int> count;
  for (const Draft& node : nodes) {
    for (const std::string& name : node.attributes.responsible) ++count[name];
  }
  const auto known = [&](const std::string& name) {
    const auto found = count.find(name);
    return found != count.end() && found->second >= kSeveral;
  };
  for (Draft& node : nodes) {
    std::vector<std::string> parted;
    for (std::string& name : node.attributes.responsible) {
      const bool one = name.size() > kLongest || known(name);
      std::size_t space = one ? std::string::npos : name.find(' ');
      while (space != std::string::npos && !(known(name.substr(0, space)) && known(name.substr(space + 1))))
        space = name.find(' ', space + 1);
      if (space == std::string::npos) {
        parted.push_back(std::move(name));
      } else {
        parted.push_back(name.substr(0, space));
        parted.push_back(name.substr(space + 1));
      }
    }
    node.attributes.responsible = std::move(parted);
  }
}

}  // namespace pst::plan

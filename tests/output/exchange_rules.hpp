// The rules of the exchange format 201805V1 in words of our own, for machines that do not have its schema.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pst::test {

/// What an export breaks of them, one line each: which elements, in which order, how long, which values; and
/// that ids are unique.
std::vector<std::string> broken_rules(std::string_view xml);

}  // namespace pst::test

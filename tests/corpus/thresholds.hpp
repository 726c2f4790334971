// How well a plan must be read, and the check of one against it.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "corpus/gold.hpp"

namespace pst::corpus {

/// The least that is accepted of each figure.
struct Thresholds {
  double node_f1 = 0.99;
  double parent = 0.99;
  double exact_title = 0.98;
  double number = 1.0;
  double provenance = 0.99;
  double attribute_f1 = 0.97;
  double document = 1.0;
};

/// Fails with the differences where a figure is below.
inline void expect_reaches(const Comparison& result, const Thresholds& least, const std::string& name) {
  SCOPED_TRACE(name + ", gold against plan:\n" + result.report());
  EXPECT_GE(result.nodes.f1(), least.node_f1);
  EXPECT_GE(result.parent.rate(), least.parent);
  EXPECT_GE(result.exact_title.rate(), least.exact_title);
  EXPECT_GE(result.number.rate(), least.number);
  EXPECT_GE(result.provenance.rate(), least.provenance);
  EXPECT_GE(result.attributes.f1(), least.attribute_f1);
  EXPECT_GE(result.document.rate(), least.document);
  EXPECT_EQ(result.unassigned, 0);
}

/// A plan's name as GoogleTest takes it: `os-oo-bullets` is os_oo_bullets.
inline std::string test_name(std::string name) {
  for (char& c : name) {
    if (c == '-' || c == '.' || c == ' ') c = '_';
  }
  return name;
}

}  // namespace pst::corpus

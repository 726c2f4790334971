#include "compare/similar.hpp"
namespace pst::compare {
void find_similar(Comparison&, const Lexicon&, const CompareOptions&) {}
}  // namespace pst::compare

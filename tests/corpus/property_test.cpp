// What holds of every reading, over the corpus, its mutants, and documents that no one would write. Those
// that break a promise are kept in the folder that $PST_DIFFERENCES names.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "batch/pipeline.hpp"
#include "corpus/mutate.hpp"
#include "corpus/properties.hpp"
#include "corpus/random_document.hpp"
#include "corpus/thresholds.hpp"
#include "output/json.hpp"
#include "output/schema.hpp"
#include "support/reading.hpp"
#include "support/temp_folder.hpp"

namespace pst::corpus {
namespace {

/// Reads twice; fails where the two differ, or a promise is broken. Other exceptions than pst::Error escape
/// and fail the test. Returns whether there was a plan.
bool expect_sound(const std::string& bytes, const std::string& name) {
  try {
    const plan::Extraction reading = read_plan(bytes, name);
    const std::vector<std::string> broken = breaches(reading, bytes);
    for (const std::string& breach : broken) ADD_FAILURE() << name << ": " << breach;
    if (!broken.empty()) keep(name, bytes);
    const std::string json = output::to_json(reading.plan);
    EXPECT_EQ(json, output::to_json(read_plan(bytes, name).plan)) << name << " is read in two ways";
    EXPECT_EQ(json, output::to_json(output::from_json(json))) << name << " does not survive its JSON";
    return true;
  } catch (const Error& e) {
    EXPECT_FALSE(e.problem().empty());
    return false;
  }
}

TEST(Properties, HoldOfTheCorpus) {
  for (const std::string& name : plan_names()) {
    const std::string bytes = file_bytes(text_path(name));
    EXPECT_TRUE(expect_sound(bytes, name));
    const plan::Plan plan = read_plan(bytes, name).plan;
    for (const output::Finding& finding : output::check_schema(output::to_json(plan))) {
      ADD_FAILURE() << name << ": " << finding.pointer << ": " << finding.message;
    }
  }
}

class MutantProperties : public testing::TestWithParam<std::string> {};

TEST_P(MutantProperties, Hold) {
  for (const std::string& name : plan_names()) {
    const auto mutant = mutate(GetParam(), load_sample(name));
    EXPECT_TRUE(!mutant || expect_sound(mutant->bytes, GetParam() + "." + name));
  }
}

INSTANTIATE_TEST_SUITE_P(Corpus, MutantProperties, testing::ValuesIn(mutation_names()),
                         [](const auto& of) { return test_name(of.param); });

/// A hundred random documents each, so that a failure names few.
class RandomDocuments : public testing::TestWithParam<unsigned> {};

TEST_P(RandomDocuments, AreReadSoundlyOrRefused) {
  int read = 0;
  for (unsigned i = 0; i < 100; ++i) {
    const unsigned number = GetParam() * 100 + i;
    read += expect_sound(random_document(number), "random-" + std::to_string(number) + ".txt") ? 1 : 0;
  }
  EXPECT_GT(read, 50) << "most documents should be text";
}

INSTANTIATE_TEST_SUITE_P(Hundreds, RandomDocuments, testing::Range(0U, 6U));

TEST(RandomDocument, IsTheSameEveryTimeAndSpeaksTheGrammars) {
  EXPECT_EQ(random_document(7), random_document(7));
  EXPECT_NE(random_document(7), random_document(8));
  int nodes = 0;
  for (unsigned number = 0; number < 50; ++number) {
    try {
      nodes += static_cast<int>(read_plan(random_document(number), "random.txt").plan.nodes.size());
    } catch (const Error&) {
      continue;
    }
  }
  EXPECT_GT(nodes, 50) << "random documents with hardly a marker in them test little";
}

/// Cut anywhere, a plan is still read soundly.
TEST(Properties, HoldOfBrokenOffPlans) {
  for (const std::string& name : plan_names()) {
    const std::string bytes = file_bytes(text_path(name));
    for (std::size_t part = 1; part < 8; ++part) {
      expect_sound(bytes.substr(0, bytes.size() * part / 8 + part), name + " to " + std::to_string(part));
      expect_sound(bytes.substr(bytes.size() * part / 8 + part), name + " from " + std::to_string(part));
    }
  }
}

// Random documents found these: fields of a card that name the card itself, or what stands below it.
TEST(Properties, HoldOfCardsThatNameThemselves) {
  for (const char* text : {"fiche3.2 – Voir service\n\n 4.4.2)- ) C.P.A.S. le\n\t\tavancement : projet fait\n"
                           "      objectifs opérationnels visé : 2fois par an\n",
                           "fiche mesure3.3: Créer\n0. 0.n° 3.2.A) 2021 avec jeunes\n"
                           "act. 1.3.1_ Voir d'accueil ici »\nressources financières total : 64 k eur\n"}) {
    EXPECT_TRUE(expect_sound(text, "card.txt"));
  }
}

/// Every plan's JSON by its name.
std::map<std::string, std::string> read_all(const std::vector<batch::Input>& inputs, int jobs) {
  std::map<std::string, std::string> out;
  batch::run(
      inputs, jobs, test::library(), {},
      [](const batch::Input&, const plan::Extraction& reading) { return output::to_json(reading.plan); },
      [&](const batch::Input& input, batch::Outcome&& outcome) {
        out[input.stem] = outcome.error ? outcome.error->what() : outcome.text;
      });
  return out;
}

TEST(Properties, NoPlanDependsOnTheOthersOrTheirOrder) {
  const test::TempFolder folder;
  std::vector<batch::Input> inputs;
  for (const std::string& name : plan_names()) inputs.push_back(batch::single(text_path(name)));
  for (unsigned number = 0; number < 20; ++number) {
    const std::string name = "random-" + std::to_string(number) + ".txt";
    inputs.push_back(batch::single(folder.write(name, random_document(number))));
  }
  const std::map<std::string, std::string> in_order = read_all(inputs, 1);
  ASSERT_EQ(in_order.size(), inputs.size());
  std::reverse(inputs.begin(), inputs.end());
  EXPECT_EQ(read_all(inputs, 1), in_order);
  std::mt19937 random(11);
  for (std::size_t i = inputs.size(); i > 1; --i) std::swap(inputs[i - 1], inputs[random() % i]);
  EXPECT_EQ(read_all(inputs, 3), in_order);
}

}  // namespace
}  // namespace pst::corpus

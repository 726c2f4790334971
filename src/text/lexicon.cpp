#include "text/lexicon.hpp"

#include <cstdlib>
#include <filesystem>
#include <hunspell/hunspell.hxx>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "text/codepoints.hpp"

namespace pst::text {
namespace {

namespace fs = std::filesystem;

constexpr const char* kFolders[] = {"/usr/share/hunspell", "/usr/share/myspell/dicts", "/usr/share/myspell",
                                    "/usr/local/share/hunspell", "/opt/homebrew/share/hunspell"};
constexpr const char* kNames[] = {
    "fr",           "fr_BE",      "fr_FR",     "fr-toutesvariantes", "fr-classique",
    "fr-classical", "fr-moderne", "fr-modern", "fr-reforme1990",     "fr-comprehensive"};

/// Path of a dictionary without its extension.
std::optional<fs::path> find_in(const fs::path& folder) {
  std::error_code ignored;
  for (const char* name : kNames) {
    const fs::path stem = folder / name;
    if (fs::is_regular_file(stem.string() + ".aff", ignored) &&
        fs::is_regular_file(stem.string() + ".dic", ignored)) {
      return stem;
    }
  }
  return std::nullopt;
}

std::optional<fs::path> find_dictionary(const std::string& folder) {
  if (!folder.empty()) return find_in(folder);
  for (const char* place : kFolders) {
    if (auto found = find_in(place)) return found;
  }
  return std::nullopt;
}

struct Named {
  std::string_view field;
  std::uint32_t tags;
};

// The fields of the Dicollecte dictionaries (`po:` part of speech, `is:` gender and number) that matter here.
constexpr Named kFields[] = {
    {"po:nom", kNoun},
    {"po:adj", kAdjective},
    {"po:infi", kInfinitive},
    {"po:ppas", kPastParticiple},
    {"po:ppre", kPresentParticiple},
    {"po:adv", kAdverb},
    {"po:npr", kProper},
    {"po:prn", kProper},
    {"po:patr", kProper},
    {"po:mg", kGrammatical},
    {"po:ipre", kFinite},
    {"po:iimp", kFinite},
    {"po:ipsi", kLiterary},
    {"po:ifut", kFinite},
    {"po:cond", kFinite},
    {"po:spre", kFinite},
    {"po:simp", kLiterary},
    {"po:impe", kFinite},
    {"is:pl", kPlural},
    {"is:sg", kSingular},
    {"is:inv", kSingular | kPlural},
};

std::uint32_t tags_of(std::string_view analysis) {
  std::uint32_t tags = 0;
  for (std::size_t at = 0; at < analysis.size();) {
    std::size_t end = analysis.find(' ', at);
    if (end == analysis.npos) end = analysis.size();
    const std::string_view field = analysis.substr(at, end - at);
    for (const Named& named : kFields) {
      if (named.field == field) tags |= named.tags;
    }
    at = end + 1;
  }
  return tags;
}

/// The spellings that a bare capital may stand for, in lower case: Etre, être.
std::vector<std::string> accented_beginnings(std::string_view word) {
  std::u32string letters = decode_utf8(word);
  std::u32string_view choices;
  switch (letters.empty() ? U' ' : letters[0]) {
    case U'E':
      choices = U"éêè";
      break;
    case U'A':
      choices = U"àâ";
      break;
    case U'C':
      choices = U"ç";
      break;
    case U'I':
      choices = U"î";
      break;
    case U'O':
      choices = U"ô";
      break;
    default:
      return {};
  }
  std::vector<std::string> spellings;
  for (const char32_t choice : choices) {
    letters[0] = choice;
    spellings.push_back(encode_utf8(letters));
  }
  if (letters[0] == U'ô' && letters.size() > 1 && letters[1] == U'e') {
    spellings.push_back("œ" + encode_utf8(std::u32string_view(letters).substr(2)));
  }
  return spellings;
}

/// The word with one circumflex put back on i or u, each in turn.
std::vector<std::string> before_reform(std::string_view word) {
  std::u32string letters = decode_utf8(word);
  std::vector<std::string> spellings;
  for (char32_t& letter : letters) {
    if (letter != U'i' && letter != U'u') continue;
    const char32_t kept = std::exchange(letter, letter == U'i' ? U'î' : U'û');
    spellings.push_back(encode_utf8(letters));
    letter = kept;
  }
  return spellings;
}

}  // namespace

struct Lexicon::Impl {
  std::string folder;
  std::once_flag opened;
  std::unique_ptr<Hunspell> dictionary;
  std::mutex mutex;
  std::unordered_map<std::string, Entry> remembered;

  void open() {
    std::call_once(opened, [this] {
      const std::optional<fs::path> stem = find_dictionary(folder);
      if (!stem) return;
      auto opening =
          std::make_unique<Hunspell>((stem->string() + ".aff").c_str(), (stem->string() + ".dic").c_str());
      if (opening->get_dict_encoding() == "UTF-8") dictionary = std::move(opening);
    });
  }

  Entry ask(const std::string& word) {
    Entry entry;
    entry.known = dictionary->spell(word);
    if (!entry.known) return entry;
    for (const std::string& analysis : dictionary->analyze(word)) entry.tags |= tags_of(analysis);
    return entry;
  }

  Entry ask_widely(std::string_view word) {
    Entry entry = ask(std::string(word));
    if (entry.known) return entry;
    const auto add = [&](const std::vector<std::string>& spellings) {
      for (const std::string& spelling : spellings) {
        const Entry other = ask(spelling);
        entry.known = entry.known || other.known;
        entry.tags |= other.tags;
      }
    };
    add(accented_beginnings(word));
    if (!entry.known) add(before_reform(word));
    return entry;
  }
};

Lexicon::Lexicon(std::string folder) : impl_(std::make_unique<Impl>()) {
  const char* const set = std::getenv("PST_HUNSPELL_DIR");
  impl_->folder = folder.empty() && set != nullptr ? set : std::move(folder);
}

Lexicon::~Lexicon() = default;
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;

bool Lexicon::available() const {
  impl_->open();
  return impl_->dictionary != nullptr;
}

bool Lexicon::accepts(const std::string& word) const {
  if (!available()) return false;
  const std::scoped_lock lock(impl_->mutex);
  return impl_->dictionary->spell(word);
}

Entry Lexicon::look_up(std::string_view word) const {
  constexpr std::size_t kLongestWord = 80;  // bytes; hunspell refuses more than 100
  constexpr std::size_t kMostRemembered = 200'000;
  if (word.size() > kLongestWord || !available()) return {};
  const std::scoped_lock lock(impl_->mutex);
  std::string key(word);
  if (const auto found = impl_->remembered.find(key); found != impl_->remembered.end()) return found->second;
  if (impl_->remembered.size() >= kMostRemembered) impl_->remembered.clear();
  return impl_->remembered.emplace(std::move(key), impl_->ask_widely(word)).first->second;
}

}  // namespace pst::text

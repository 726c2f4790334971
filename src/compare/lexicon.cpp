#include "compare/lexicon.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "compare/lexicon_impl.hpp"
#include "grammar/embedded.hpp"
#include "grammar/lexicon_file.hpp"

namespace pst::compare {

namespace {

using grammar::LexiconTerm;

constexpr double kConceptWeight = 2.5;  ///< of a concept that does not say
constexpr double kVerbWeight = 0.25;
constexpr double kGenreWeight = 0.08;

EntityKind kind_of(const std::string& name) {
  static const std::map<std::string, EntityKind> kinds{{"programme", EntityKind::programme},
                                                       {"fund", EntityKind::fund},
                                                       {"network", EntityKind::network},
                                                       {"service", EntityKind::service}};
  const auto found = kinds.find(name);
  return found == kinds.end() ? EntityKind::partner : found->second;
}

/// Entries of several files under one name, later ones adding to earlier ones.
template <class Entry, class Name>
class Merged {
 public:
  explicit Merged(Name name) : name_(name) {}

  /// The entry to add `entry` to; a new one where its name is new, or where it replaces what there was.
  Entry& at(const Entry& entry) {
    const auto [found, added] = index_.emplace(entry.*name_, entries.size());
    if (added) {
      Entry& fresh = entries.emplace_back();
      fresh.*name_ = entry.*name_;
      fresh.at = entry.at;
      fresh_ = true;
    } else {
      fresh_ = false;
    }
    return entries[found->second];
  }
  bool fresh() const { return fresh_; }

  std::vector<Entry> entries;

 private:
  Name name_;
  std::map<std::string, std::size_t> index_;
  bool fresh_ = false;
};

void append(std::vector<LexiconTerm>& to, const std::vector<LexiconTerm>& from) {
  to.insert(to.end(), from.begin(), from.end());
}
void override_text(std::string& text, const std::string& by) {
  if (!by.empty()) text = by;
}

class Compiler {
 public:
  explicit Compiler(std::vector<Error>& problems) : problems_(problems) {}

  std::unique_ptr<Lexicon::Impl> run(const std::vector<grammar::FileText>& files) {
    for (const grammar::FileText& file : files) merge(grammar::parse_lexicon(file, problems_));
    for (const grammar::ThemeEntry& theme : themes_.entries) compile(theme);
    for (const grammar::PartnerEntry& partner : partners_.entries) compile(partner);
    for (const grammar::ConceptEntry& entry : concepts_.entries) {
      add_concept(entry.id, entry.weight.value_or(kConceptWeight), false, false, entry.terms);
    }
    for (const grammar::VerbEntry& verb : verbs_.entries)
      add_concept("verb:" + verb.id, kVerbWeight, true, false, verb.terms);
    add_concept("genre", kGenreWeight, false, true, genre_);
    return std::move(out_);
  }

 private:
  void problem(const grammar::Origin& at, std::string what, std::string advice) {
    problems_.push_back(Error({.file = at.file, .page = std::nullopt, .line = at.line, .column = at.column},
                              std::move(what), std::move(advice)));
  }

  void merge(const grammar::LexiconFile& file) {
    for (const grammar::ThemeEntry& entry : file.themes) {
      grammar::ThemeEntry& theme = themes_.at(entry);
      if (themes_.fresh() && entry.label.empty() && !entry.slug.empty())
        problem(entry.at, "il manque la clé `label`", "un thème nouveau a besoin d'un nom français");
      if (entry.replace) theme.certain = theme.likely = theme.hint = theme.never = {};
      override_text(theme.label, entry.label);
      override_text(theme.label_en, entry.label_en);
      override_text(theme.right, entry.right);
      override_text(theme.right_en, entry.right_en);
      override_text(theme.category, entry.category);
      override_text(theme.category_en, entry.category_en);
      if (entry.weight) theme.weight = entry.weight;
      append(theme.certain, entry.certain);
      append(theme.likely, entry.likely);
      append(theme.hint, entry.hint);
      append(theme.never, entry.never);
    }
    for (const grammar::ConceptEntry& entry : file.concepts) {
      grammar::ConceptEntry& known = concepts_.at(entry);
      if (entry.replace) known.terms = {};
      if (entry.weight) known.weight = entry.weight;
      append(known.terms, entry.terms);
    }
    for (const grammar::VerbEntry& entry : file.verbs) append(verbs_.at(entry).terms, entry.terms);
    for (const grammar::PartnerEntry& entry : file.partners) {
      grammar::PartnerEntry& known = partners_.at(entry);
      if (partners_.fresh() && entry.name.empty() && !entry.id.empty())
        problem(entry.at, "il manque la clé `name`", "un partenaire nouveau a besoin d'un nom");
      if (entry.replace) known.terms = known.themes = {};
      override_text(known.name, entry.name);
      override_text(known.abbreviation, entry.abbreviation);
      override_text(known.kind, entry.kind);
      append(known.terms, entry.terms);
      append(known.themes, entry.themes);
    }
    append(genre_, file.genre);
  }

  /// Whether the expression went in; a mistake in it is noted.
  bool add(Phrases& phrases, const LexiconTerm& term) {
    const std::string wrong = phrases.add(term.text, stemmer_);
    if (!wrong.empty()) problem(term.at, wrong, "corrigez « " + term.text + " »");
    return wrong.empty();
  }

  void compile(const grammar::ThemeEntry& theme) {
    const int index = static_cast<int>(out_->theme_list.size());
    slugs_.emplace(theme.slug, index);
    out_->theme_list.push_back({theme.slug, theme.label,
                                theme.label_en.empty() ? theme.label : theme.label_en, theme.right,
                                theme.right_en, theme.category, theme.category_en});
    out_->theme_weights.push_back(theme.weight.value_or(1));
    const std::pair<const std::vector<LexiconTerm>*, Tier> lists[] = {{&theme.certain, Tier::certain},
                                                                      {&theme.likely, Tier::likely},
                                                                      {&theme.hint, Tier::hint},
                                                                      {&theme.never, Tier::never}};
    std::set<std::string> seen;
    for (const auto& [terms, tier] : lists) {
      for (const LexiconTerm& term : *terms) {
        if (!seen.insert(term.text).second) {
          problem(term.at, "« " + term.text + " » est déjà dans ce thème", "gardez-en une");
        } else if (add(out_->theme_phrases, term)) {
          out_->theme_senses.push_back({index, tier});
        }
      }
    }
  }

  void compile(const grammar::PartnerEntry& partner) {
    const int index = static_cast<int>(out_->entity_list.size());
    out_->entity_list.push_back({partner.id, partner.name, partner.abbreviation, kind_of(partner.kind)});
    for (const LexiconTerm& term : partner.terms) {
      if (add(out_->entity_phrases, term)) out_->entity_of.push_back(index);
    }
    std::vector<int>& themes = out_->entity_themes.emplace_back();
    for (const LexiconTerm& slug : partner.themes) {
      const auto found = slugs_.find(slug.text);
      if (found == slugs_.end()) {
        problem(slug.at, "thème inconnu « " + slug.text + " »", "donnez le slug d'un [[theme]]");
      } else {
        themes.push_back(found->second);
      }
    }
  }

  void add_concept(std::string id, double weight, bool verb, bool genre,
                   const std::vector<LexiconTerm>& terms) {
    const int index = static_cast<int>(out_->concepts.size());
    out_->concepts.push_back({std::move(id), weight, verb, genre});
    for (const LexiconTerm& term : terms) {
      if (add(out_->concept_phrases, term)) out_->concept_of.push_back(index);
    }
  }

  std::vector<Error>& problems_;
  text::Stemmer stemmer_;
  std::unique_ptr<Lexicon::Impl> out_ = std::make_unique<Lexicon::Impl>();
  Merged<grammar::ThemeEntry, std::string grammar::ThemeEntry::*> themes_{&grammar::ThemeEntry::slug};
  Merged<grammar::ConceptEntry, std::string grammar::ConceptEntry::*> concepts_{&grammar::ConceptEntry::id};
  Merged<grammar::VerbEntry, std::string grammar::VerbEntry::*> verbs_{&grammar::VerbEntry::id};
  Merged<grammar::PartnerEntry, std::string grammar::PartnerEntry::*> partners_{&grammar::PartnerEntry::id};
  std::vector<LexiconTerm> genre_;
  std::map<std::string, int> slugs_;
};

}  // namespace

Lexicon::Lexicon(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;
Lexicon::~Lexicon() = default;

const std::vector<Theme>& Lexicon::themes() const {
  return impl_->theme_list;
}
const std::vector<Entity>& Lexicon::entities() const {
  return impl_->entity_list;
}

std::vector<grammar::FileText> embedded_lexicon() {
  std::vector<grammar::FileText> files;
  for (const char* name : kLexiconFiles) files.push_back({name, std::string(grammar::embedded_data(name))});
  return files;
}

Lexicon load_lexicon(const std::vector<grammar::FileText>& files) {
  std::vector<Error> problems;
  std::unique_ptr<Lexicon::Impl> impl = Compiler(problems).run(files);
  if (!problems.empty()) throw problems.front();
  return Lexicon(std::move(impl));
}

std::vector<Error> check_lexicon(const std::vector<grammar::FileText>& files) {
  std::vector<Error> problems;
  Compiler(problems).run(files);
  return problems;
}

}  // namespace pst::compare

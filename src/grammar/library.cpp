#include "grammar/library.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "grammar/compiled.hpp"
#include "grammar/embedded.hpp"
#include "grammar/pattern.hpp"

namespace pst::grammar {

RE2::Options pattern_options(bool case_sensitive) {
  RE2::Options options;
  options.set_case_sensitive(case_sensitive);
  options.set_encoding(RE2::Options::EncodingLatin1);  // the projection is one byte a character
  options.set_log_errors(false);
  options.set_max_mem(64 << 20);
  return options;
}

const LazyPattern::Compiled& LazyPattern::compile() const {
  std::call_once(once_, [&] {
    compiled_ = std::make_unique<Compiled>();
    Compiled& out = *compiled_;
    int id = 0;
    if (out.filter.Add(source_, pattern_options(case_), &id) == RE2::NoError) {
      std::vector<std::string> literals;
      out.filter.Compile(&literals);
      out.need = Need(out.filter, literals);
      out.re = &out.filter.GetRE2(id);
    } else {
      out.refused = std::make_unique<RE2>(source_, pattern_options(case_));
      out.re = out.refused.get();
    }
    for (const auto& group : out.re->NamedCapturingGroups()) out.groups.emplace_back(group);
    ready_.store(&out, std::memory_order_release);
  });
  return *compiled_;
}

int LazyPattern::group(std::string_view name) const {
  for (const auto& [known, index] : compiled().groups) {
    if (known == name) return index;
  }
  return -1;
}

void PatternSet::add(const std::string& pattern, bool case_sensitive, Entry entry) {
  members_.push_back({case_sensitive ? pattern : "(?i:" + pattern + ")", entry});
}

void PatternSet::compile() const {
  set_ = std::make_unique<RE2::Set>(pattern_options(true), anchor_);
  std::string error;
  for (const Member& member : members_) {
    if (set_->Add(member.pattern, &error) >= 0) entries_.push_back(member.entry);
  }
  set_->Compile();
}

void PatternSet::match(std::string_view text, std::vector<Entry>& out) const {
  thread_local std::vector<int> hits;
  const std::size_t before = out.size();
  if (members_.empty()) return;
  std::call_once(once_, [&] { compile(); });
  if (entries_.empty()) return;
  const re2::StringPiece piece(text.data(), text.size());
  if ((rarely_ && !set_->Match(piece, nullptr)) || !set_->Match(piece, &hits)) return;
  for (const int hit : hits) out.push_back(entries_[static_cast<std::size_t>(hit)]);
  if (out.size() - before < 2) return;
  std::sort(out.begin() + static_cast<std::ptrdiff_t>(before), out.end());
}

Library::Library(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Library::Library(Library&&) noexcept = default;
Library& Library::operator=(Library&&) noexcept = default;
Library::~Library() = default;
const std::vector<MarkerRule>& Library::markers() const {
  return impl_->marker_rules;
}
const std::vector<Library::Scheme>& Library::schemes() const {
  return impl_->schemes;
}

namespace {

/// Compiles every pattern of the files into `library`, noting what RE2 refuses.
class Compiler {
 public:
  /// The patterns of `trusted` files are not compiled one by one to look for mistakes: the tests did.
  Compiler(Library::Impl& library, std::vector<Error>& problems, const std::string& only_file,
           std::set<std::string> trusted)
      : library_(library), problems_(problems), only_file_(only_file), trusted_(std::move(trusted)) {}

  void run() {
    for (const File& file : library_.files) {
      for (const auto& [word, pattern] : file.words) library_.words[word] = pattern;
    }
    for (const File& file : library_.files) check_words(file);
    for (const auto& [word, pattern] : library_.words) {
      library_.word_patterns[word] = std::make_unique<LazyPattern>(expand(pattern, library_.words), false);
    }
    library_.decor = std::make_unique<LazyPattern>("^" + decor(), false);
    const std::string& sign = library_.decor->source();
    library_.decor_looks_ahead = sign.find_first_of("$\\") != std::string::npos;
    if (!decor().empty()) library_.line.add(decor(), false, {RuleType::decor, 0});
    for (const File& file : library_.files) add_file(file);
    for (const bool standalone : {true, false}) {
      for (std::size_t v = 0; v < library_.values.size(); ++v) {
        const ValueRule& rule = library_.values[v].rule;
        if (rule.standalone != standalone) continue;
        Library::Impl::ValuesOf& all = library_.values_of[rule.attribute];
        all.set.add(library_.values[v].pattern->source(), rule.case_sensitive,
                    {RuleType::phrase, static_cast<int>(all.order.size())});
        all.order.push_back(v);
      }
    }
  }

 private:
  bool is_checked(const std::string& file) const {
    return only_file_.empty() ? trusted_.count(file) == 0 : file == only_file_;
  }

  void check_words(const File& file) {
    if (!is_checked(file.file)) return;
    for (const auto& [word, pattern] : file.words) {
      const auto error = pattern_error(pattern, expand(pattern, library_.words), library_.words);
      if (!error) continue;
      const Origin& at = file.words_at.at(word);
      problems_.push_back(Error(
          {.file = file.file, .page = std::nullopt, .line = at.line, .column = at.column + error->offset},
          "motif refusé : " + error->what, error->advice));
    }
  }

  std::string decor() const {
    const auto found = library_.words.find("decor");
    return found == library_.words.end() ? "" : "(?:" + expand(found->second, library_.words) + ")";
  }

  /// Checks the rule's own pattern and keeps `prefix pattern suffix` compiled lazily.
  template <class R>
  std::unique_ptr<LazyPattern> prepare(const R& rule, const std::string& prefix, const std::string& suffix) {
    const std::string expanded = expand(rule.pattern, library_.words);
    if (is_checked(rule.origin.file)) {
      if (const auto error = pattern_error(rule.pattern, expanded, library_.words)) {
        problems_.push_back(Error({.file = rule.origin.file,
                                   .page = std::nullopt,
                                   .line = rule.origin.line,
                                   .column = rule.origin.column + error->offset},
                                  "motif refusé : " + error->what, error->advice));
        return nullptr;
      }
    }
    return std::make_unique<LazyPattern>(prefix + expanded + suffix, rule.case_sensitive);
  }

  template <class R>
  bool add(std::vector<Compiled<R>>& list, const R& rule, const std::string& prefix,
           const std::string& suffix, PatternSet* set, RuleType type) {
    Compiled<R> compiled;
    compiled.rule = rule;
    compiled.pattern = prepare(rule, prefix, suffix);
    if (!compiled.pattern) return false;
    if (set != nullptr) {
      add_to(*set, loosen(compiled.pattern->source()), rule.case_sensitive,
             {type, static_cast<int>(list.size())});
    }
    list.push_back(std::move(compiled));
    return true;
  }

  /// What may stand behind a list sign also stands at a line's beginning, and what takes a line as a whole
  /// begins there; unless it begins with anything, which would keep the search for beginnings going to the
  /// end of every line, where only the search of the whole line need go.
  void add_to(PatternSet& set, const std::string& pattern, bool case_sensitive, Entry entry) {
    Library::Impl& l = library_;
    if (!takes_all(entry.type)) {
      set.add(pattern, case_sensitive, entry);
      if (&set == &l.worded) l.line.add(pattern, case_sensitive, entry);
    } else if (pattern.find(".*") == std::string::npos) {
      set.add("(?:" + pattern + ")$", case_sensitive, entry);
    } else {
      l.anywhere.add("^(?:" + pattern + ")$", case_sensitive, entry);
    }
  }

  void add_marker(const MarkerRule& rule) {
    Library::Impl& l = library_;
    const auto index = static_cast<int>(l.markers.size());
    if (!add(l.markers, rule, "^(?P<label>", ")", nullptr, RuleType::marker)) return;
    Compiled<MarkerRule>& marker = l.markers.back();
    // The words alone sift; their number is read by hand, which is much faster than by capturing groups.
    const std::string words = words_before_number(rule.pattern, l.words);
    std::string sift = loosen(marker.pattern->source());
    if (!words.empty()) {
      marker.words = std::make_unique<LazyPattern>("^(?:" + words + ")", rule.case_sensitive);
      sift = "(?:" + words + ")";
    }
    if (const std::string any_depth = words.empty() ? any_depth_number(rule.pattern, l.words) : "";
        !any_depth.empty()) {
      marker.any_depth = std::make_unique<LazyPattern>("^(?P<label>" + any_depth + ")", rule.case_sensitive);
      sift = loosen(marker.any_depth->source());
    }
    const bool plain = rule.bare || rule.generic;
    add_to(plain ? l.line : l.worded, sift, rule.case_sensitive, {RuleType::marker, index});
    if (rule.inside || !plain) {
      const std::string body =
          words.empty() ? "(?P<label>" + expand(rule.pattern, l.words) + ")" : "(?:" + words + ")";
      marker.inside = std::make_unique<LazyPattern>("(?:^|[^A-Za-z0-9])" + body, rule.case_sensitive);
      if (rule.inside) {
        // What begins the text is no marker inside it: the set need not tell of it, nor of words alone.
        l.anywhere.add(loosen("[^A-Za-z0-9]" + body) + (words.empty() ? "" : loose_number()),
                       rule.case_sensitive, {RuleType::marker_inside, index});
      }
    }
    if (!rule.link.empty()) {
      marker.link = std::make_unique<LazyPattern>("^(?:" + expand(rule.link, l.words) + ")", false);
    }
    const std::string& source = marker.pattern->source();
    marker.rule.numbered =
        source.find("(?P<number>") != std::string::npos || source.find("(?P<code>") != std::string::npos;
    l.marker_rules.push_back(marker.rule);
  }

  void add_file(const File& file) {
    Library::Impl& l = library_;
    for (const MarkerRule& rule : file.markers) add_marker(rule);
    for (const BulletRule& rule : file.bullets) add(l.bullets, rule, "^(?:", ")", &l.line, RuleType::bullet);
    for (const FieldRule& rule : file.fields) {
      if (!add(l.fields, rule, "^(?P<label>", std::string(")") + kFieldEnd, &l.worded, RuleType::field))
        continue;
      const std::string expanded = expand(rule.pattern, l.words);
      l.fields.back().inside = std::make_unique<LazyPattern>(
          "(?:^|[^A-Za-z0-9])(?P<label>" + expanded + ")" + kFieldEnd, rule.case_sensitive);
      add_to(l.line, "(?:" + expanded + ") ?:?", rule.case_sensitive,
             {RuleType::field_label, static_cast<int>(l.fields.size()) - 1});
      l.anywhere.add("[ ;,.(\\[|/-](?:" + expanded + ") ?:", rule.case_sensitive,
                     {RuleType::field_inside, static_cast<int>(l.fields.size()) - 1});
    }
    for (const ValueRule& rule : file.values) {
      add(l.values, rule, rule.standalone ? "(?:^|[^A-Za-z0-9])(?P<phrase>" : "^(?:", ")(?:[^A-Za-z0-9]|$)",
          rule.standalone ? &l.anywhere : nullptr, RuleType::phrase);
    }
    for (const ColumnRule& rule : file.columns) {
      add(l.columns, rule, "(?:", ") ?[:*?.]?", &l.line, RuleType::column);
    }
    for (const PeriodRule& rule : file.periods)
      add(l.periods, rule, "(?:^|[^A-Za-z0-9])(?P<all>", ")(?:[^A-Za-z0-9]|$)", nullptr, RuleType::period);
    for (const BudgetRule& rule : file.budgets) add(l.budgets, rule, "", "", nullptr, RuleType::period);
    for (const ReferenceRule& rule : file.references) {
      add(l.references, rule, rule.inside ? "(?:^|[^A-Za-z0-9])(?P<all>" : "(?:^|[^A-Za-z0-9])(?P<all>", ")",
          &l.anywhere, RuleType::reference);
    }
    for (const BoundaryRule& rule : file.boundaries) {
      add(l.boundaries, rule, "(?:", ")[ .:]*", &l.line, RuleType::boundary);
    }
    for (const FurnitureRule& rule : file.furniture) {
      add(l.furniture, rule, "(?:", ")", &l.line, RuleType::furniture);
    }
    for (const StopRule& rule : file.stops) add(l.stops, rule, "^(?:", ")", &l.worded, RuleType::stop);
    for (const FactRule& rule : file.facts)
      add(l.facts, rule, "(?:^|[^A-Za-z0-9])(?:", ")", nullptr, RuleType::fact);
  }

  Library::Impl& library_;
  std::vector<Error>& problems_;
  std::string only_file_;
  std::set<std::string> trusted_;
};

void collect(const Library::Impl& library, const std::string& name, std::set<std::string>& seen) {
  if (!seen.insert(name).second) return;
  for (const File& file : library.files) {
    if (file.name != name) continue;
    for (const std::string& include : file.includes) collect(library, include, seen);
  }
}

void resolve_schemes(Library::Impl& library, std::vector<Error>& problems) {
  std::set<std::string> names;
  for (const File& file : library.files) names.insert(file.name);
  for (const File& file : library.files) {
    for (std::size_t i = 0; i < file.includes.size(); ++i) {
      const std::string& include = file.includes[i];
      if (names.count(include) == 0) {
        const Origin& at = file.includes_at[i];
        problems.push_back(Error(
            {.file = file.file, .page = std::nullopt, .line = at.line, .column = at.column},
            "grammaire incluse introuvable : `" + include + "`", "vérifiez le nom ou ajoutez le fichier"));
      }
    }
  }
  for (const File& file : library.files) {
    if (file.part || file.name.empty()) continue;
    std::set<std::string> parts;
    collect(library, file.name, parts);
    Library::Scheme scheme{file.name, {}, !file.bullets.empty(), !file.columns.empty()};
    for (const MarkerRule& marker : library.marker_rules) {
      const auto owner = std::find_if(library.files.begin(), library.files.end(),
                                      [&](const File& f) { return f.file == marker.origin.file; });
      scheme.uses.push_back(owner != library.files.end() && parts.count(owner->name) != 0);
    }
    library.schemes.push_back(std::move(scheme));
  }
}

std::unique_ptr<Library::Impl> build(const std::vector<FileText>& files, std::vector<Error>& problems,
                                     const std::string& only_file) {
  auto impl = std::make_unique<Library::Impl>();
  std::set<std::string> names, trusted;
  for (const FileText& text : files) {
    for (std::size_t i = 0; i < kEmbeddedCount; ++i) {
      if (text.name == kEmbedded[i].name && text.text == kEmbedded[i].text()) trusted.insert(text.name);
    }
    std::vector<Error> mine;
    File file = parse_file(text, mine);
    if (!file.name.empty() && !names.insert(file.name).second) {
      mine.push_back(Error(
          {.file = text.name, .page = std::nullopt, .line = file.name_at.line, .column = file.name_at.column},
          "le nom `" + file.name + "` est déjà pris", "choisissez-en un autre"));
    }
    impl->files.push_back(std::move(file));
    if (only_file.empty() || text.name == only_file)
      problems.insert(problems.end(), mine.begin(), mine.end());
  }
  std::vector<Error> patterns;
  Compiler(*impl, problems, only_file, std::move(trusted)).run();
  resolve_schemes(*impl, patterns);
  for (const Error& error : patterns) {
    if (only_file.empty() || error.where().file == only_file) problems.push_back(error);
  }
  return impl;
}

}  // namespace

std::vector<FileText> embedded() {
  std::vector<FileText> out;
  for (std::size_t i = 0; i < kEmbeddedCount; ++i) {
    std::string name = kEmbedded[i].name;
    if (name.empty() || name[0] == '_') continue;  // the template for new ones
    out.push_back({name, std::string(kEmbedded[i].data, kEmbedded[i].size)});
  }
  return out;
}

Library load(const std::vector<FileText>& files) {
  std::vector<Error> problems;
  auto impl = build(files, problems, {});
  if (!problems.empty()) throw problems.front();
  return Library(std::move(impl));
}

std::vector<Summary> summaries(const Library& library) {
  std::vector<Summary> out;
  for (const File& file : library.impl().files) {
    Summary summary{file.name, file.title, file.file, file.includes, static_cast<int>(file.markers.size())};
    for (const Library::Scheme& scheme : library.schemes()) {
      if (scheme.name == file.name) {
        summary.markers = static_cast<int>(std::count(scheme.uses.begin(), scheme.uses.end(), true));
      }
    }
    out.push_back(std::move(summary));
  }
  return out;
}

std::vector<Error> check(const FileText& file, const std::vector<FileText>& others) {
  std::vector<FileText> all;
  for (const FileText& other : others) {
    if (other.name != file.name) all.push_back(other);
  }
  all.push_back(file);
  std::vector<Error> problems;
  build(all, problems, file.name);
  return problems;
}

}  // namespace pst::grammar

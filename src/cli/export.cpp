// pst export and pst import: plans to and from the programs that people run them with.
#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <memory>

#include "batch/pipeline.hpp"
#include "cli/command.hpp"
#include "cli/grammars.hpp"
#include "output/ecomptes.hpp"
#include "output/json.hpp"
#include "output/plan_docx.hpp"
#include "output/plan_outline.hpp"
#include "output/plan_xlsx.hpp"
#include "output/table.hpp"

namespace pst::cli {

namespace fs = std::filesystem;

namespace {

struct ExportOptions {
  std::vector<std::string> inputs;
  std::string to;  ///< empty: as the output's extension says, else ecomptes
  std::string output;
  std::string report;
  std::string ins;
  std::string id;
  int exercise = 0;
  bool bom = false;
  bool quiet = false;
  GrammarChoice grammars;
};

/// One plan on its way out.
struct Exported {
  std::string bytes;
  std::vector<output::NotCarried> not_carried = {};
};

/// The one table of formats.
struct ExportFormat {
  const char* name;
  const char* extension;
  bool binary;  ///< nothing for a terminal
  Exported (*write)(const plan::Plan&, const ExportOptions&);
};

const std::array kExports{
    ExportFormat{"ecomptes", ".xml", false,
                 [](const plan::Plan& plan, const ExportOptions& o) {
                   output::EcomptesFile file = output::to_ecomptes(
                       plan, {o.exercise > 0 ? std::optional(o.exercise) : std::nullopt, o.ins, o.id});
                   return Exported{std::move(file.xml), std::move(file.not_carried)};
                 }},
    ExportFormat{
        "markdown", ".md", false,
        [](const plan::Plan& plan, const ExportOptions&) { return Exported{output::to_markdown(plan)}; }},
    ExportFormat{
        "html", ".html", false,
        [](const plan::Plan& plan, const ExportOptions&) { return Exported{output::to_html(plan)}; }},
    ExportFormat{
        "docx", ".docx", true,
        [](const plan::Plan& plan, const ExportOptions&) { return Exported{output::to_docx(plan)}; }},
    ExportFormat{"csv", ".csv", false,
                 [](const plan::Plan& plan, const ExportOptions& o) {
                   return Exported{(o.bom ? output::kBom : "") + output::csv_header() + output::to_csv(plan)};
                 }},
    ExportFormat{
        "xlsx", ".xlsx", true,
        [](const plan::Plan& plan, const ExportOptions&) { return Exported{output::to_xlsx(plan)}; }},
};

std::vector<std::string> export_names() {
  std::vector<std::string> names;
  for (const ExportFormat& format : kExports) names.emplace_back(format.name);
  return names;
}

const ExportFormat& export_named(const std::string& name) {
  return *std::find_if(kExports.begin(), kExports.end(),
                       [&](const ExportFormat& format) { return format.name == name; });
}

void refuse_mistakes(const ExportOptions& o, std::size_t plans) {
  if (!o.ins.empty() && (o.ins.size() != 5 || o.ins.find_first_not_of("0123456789") != o.ins.npos)) {
    throw UsageError("--ins : « " + o.ins + " » n'est pas un code INS, qui a cinq chiffres");
  }
  if (o.exercise != 0 && (o.exercise < 1800 || o.exercise > 2200)) {
    throw UsageError("--exercice : « " + std::to_string(o.exercise) + " » n'est pas une année");
  }
  if (o.id.size() > 40) throw UsageError("--id : 40 caractères au plus");
  if (plans > 1 && o.output.empty()) {
    throw UsageError("plusieurs plans ne vont pas sur la sortie standard ; donnez un dossier à -o");
  }
  if (plans > 1 && !o.id.empty()) throw UsageError("--id ne vaut que pour un plan à la fois");
}

/// The format asked for, or that of the output's extension.
const ExportFormat& format_for(const ExportOptions& o) {
  if (!o.to.empty()) return export_named(o.to);
  const std::string extension = fs::path(o.output).extension().string();
  const auto found = std::find_if(kExports.begin(), kExports.end(),
                                  [&](const ExportFormat& format) { return format.extension == extension; });
  return found == kExports.end() ? kExports.front() : *found;
}

void prepare_output(const ExportOptions& o, const std::vector<batch::Input>& inputs, bool to_folder) {
  std::error_code error;
  if (to_folder) {
    fs::create_directories(o.output, error);
    if (!fs::is_directory(o.output, error)) {
      throw UsageError(o.output +
                       " : ce dossier ne peut pas être créé ; vérifiez le chemin et ses droits d'accès");
    }
    return;
  }
  for (const batch::Input& input : inputs) {
    if (fs::equivalent(input.path, o.output, error)) {
      throw UsageError(o.output + " : le résultat effacerait le plan ; donnez un autre nom à -o");
    }
  }
}

bool begins_xml(std::string_view bytes) {
  const auto first = bytes.find_first_not_of("\xEF\xBB\xBF \t\r\n");
  if (first == bytes.npos) return false;
  const std::string_view text = bytes.substr(first);
  return text.starts_with("<?xml") || text.starts_with("<dataroot");
}

/// A plan in JSON, an exchange in XML, or a document to read first.
class PlanLoader {
 public:
  explicit PlanLoader(const GrammarChoice& choice) : choice_(choice) {}

  plan::Plan load(const batch::Input& input) {
    const std::string bytes = batch::read(input);
    const auto first = bytes.find_first_not_of("\xEF\xBB\xBF \t\r\n");
    if (first != bytes.npos && bytes[first] == '{') return output::from_json(bytes, batch::shown(input));
    if (begins_xml(bytes)) return output::from_ecomptes(bytes, input.name);
    if (!grammars_) grammars_.emplace(load_grammars(choice_));
    return batch::extract_bytes(bytes, input.name, grammars_->library, {grammars_->forced, false}).plan;
  }

 private:
  const GrammarChoice& choice_;
  std::optional<LoadedGrammars> grammars_;
};

/// One line for each thing that the format has no element for.
void summarise(const std::string& file, const std::vector<output::NotCarried>& items, Console& console) {
  struct Count {
    int nodes = 0;
    bool described = false;
    std::string detail;
  };
  std::map<std::string, Count> counts;
  for (const output::NotCarried& item : items) {
    Count& count = counts[item.what];
    ++count.nodes;
    count.described = item.described;
    count.detail = item.code.empty() ? item.detail.substr(0, item.detail.find('\n')) : "";
  }
  for (const auto& [what, count] : counts) {
    console.err << file << " : " << what << " : ";
    if (count.described) {
      console.err << counted(count.nodes, "mention") << ", dans la description\n";
    } else if (count.nodes == 1) {
      console.err << "pas dans le fichier (" << count.detail << ")\n";
    } else {
      console.err << counted(count.nodes, "fois") << ", pas dans le fichier\n";
    }
  }
}

int run_export(const ExportOptions& o, Console& console) {
  const batch::Inputs inputs = batch::expand(o.inputs, batch::Wanted::models);
  refuse_mistakes(o, inputs.list.size());
  const ExportFormat& format = format_for(o);
  std::error_code error;
  const bool to_folder =
      inputs.list.size() > 1 || fs::is_directory(o.output, error) || o.output.ends_with('/');
  if (format.binary && o.output.empty() && console.look.width > 0) {
    throw UsageError(std::string("le format ") + format.name +
                     " n'est pas pour l'écran ; donnez un fichier à -o");
  }
  bool all_good = inputs.problems.empty();
  for (const Error& problem : inputs.problems) complain(console, problem.what());
  prepare_output(o, inputs.list, to_folder);
  PlanLoader loader(o.grammars);
  std::vector<output::NotCarried> report;
  for (const batch::Input& input : inputs.list) {
    try {
      Exported exported = format.write(loader.load(input), o);
      if (o.output.empty() || o.output == batch::kStandardInput) {
        console.out << exported.bytes;
      } else {
        const fs::path path =
            to_folder ? fs::path(o.output) / (input.stem + format.extension) : fs::path(o.output);
        batch::write_whole(path.string(), exported.bytes);
      }
      if (!o.quiet) summarise(batch::shown(input), exported.not_carried, console);
      std::move(exported.not_carried.begin(), exported.not_carried.end(), std::back_inserter(report));
    } catch (const Error& e) {
      Error::Where where = e.where();
      if (where.file.empty() || where.file == input.name) where.file = batch::shown(input);
      complain(console, Error(where, e.problem(), e.advice()).what());
      all_good = false;
    }
  }
  if (!o.report.empty()) batch::write_whole(o.report, output::not_carried_json(report));
  return all_good ? kDone : kSomeFailed;
}

struct ImportOptions {
  std::string input;
  std::string output;
  int indent = 1;
  bool quiet = false;
};

int run_import(const ImportOptions& o, Console& console) {
  const batch::Input input = batch::single(o.input);
  plan::Plan plan;
  try {
    plan = output::from_ecomptes(batch::read(input), input.name);
  } catch (const Error& e) {
    throw e.where().file == input.name
        ? Error({batch::shown(input), {}, e.where().line, {}}, e.problem(), e.advice())
        : e;
  }
  const std::string json = output::to_json(plan, o.indent);
  if (o.output.empty() || o.output == batch::kStandardInput) {
    console.out << json;
  } else {
    batch::write_whole(o.output, json);
  }
  if (o.quiet) return kDone;
  for (const source::Diagnostic& d : plan.diagnostics) {
    console.err << batch::shown(input) << (d.lines ? ":" + std::to_string(d.lines->first) : "") << ": "
                << d.message << " [" << d.rule << "]\n";
  }
  return kDone;
}

}  // namespace

Command export_command() {
  const auto o = std::make_shared<ExportOptions>();
  return {
      .name = "export",
      .summary = "passer un plan à un autre programme : eComptes, Word, Excel, un navigateur",
      .examples = {"pst export plan.json --to ecomptes -o plan.xml",
                   "pst export plan.txt --ins 91141 --exercice 2026 -o plan.xml",
                   "pst export plan.json -o plan.docx    à relire et à corriger",
                   "pst export resultats/ --to html -o pages/      un fichier par plan"},
      .options = {{"ENTREE",
                   "...",
                   "plans en JSON ou en XML, dossiers de JSON, ou documents à lire d'abord",
                   &o->inputs,
                   {},
                   true},
                  {"--to", "FORMAT", "ecomptes (XML 201805V1, par défaut), markdown, html, docx, csv ou xlsx",
                   &o->to, export_names()},
                  {"-o,--output", "FICHIER|DOSSIER", "où écrire ; un dossier pour plusieurs plans",
                   &o->output},
                  {"--exercice", "ANNEE", "l'exercice (ecomptes) ; sinon le début du plan", &o->exercise},
                  {"--ins", "CODE", "le code INS (ecomptes) ; sinon celui de la commune du plan", &o->ins},
                  {"--id", "ID",
                   "l'identifiant du plan (ecomptes), dont les autres découlent ;\nsinon déduit de la "
                   "commune et de la période",
                   &o->id},
                  {"--report", "FICHIER", "ce que le format ne porte pas, en JSON (ecomptes)", &o->report},
                  {"--bom", "", "commencer le CSV par la marque UTF-8 qu'Excel attend", &o->bom},
                  o->grammars.wanted_option(),
                  o->grammars.folder_option(),
                  {"-q,--quiet", "", "ne dire que les échecs", &o->quiet}},
      .run = [o](Console& console) { return run_export(*o, console); }};
}

Command import_command() {
  const auto o = std::make_shared<ImportOptions>();
  return {
      .name = "import",
      .summary = "lire un plan exporté par eComptes ou iA.PST (XML 201805V1) et en faire des données",
      .examples = {"pst import export-ecomptes.xml -o plan.json", "pst import plan.xml | pst validate -"},
      .options = {{"FICHIER", "", "le XML (« - » : entrée standard)", &o->input, {}, true},
                  {"-o,--output", "FICHIER", "où écrire le JSON ; sinon sur la sortie standard", &o->output},
                  {"--indent", "N", "retrait du JSON, 0 pour une seule ligne (par défaut : 1)", &o->indent},
                  {"-q,--quiet", "", "ne rien dire de ce qui est inhabituel", &o->quiet}},
      .run = [o](Console& console) { return run_import(*o, console); }};
}

}  // namespace pst::cli

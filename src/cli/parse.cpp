#include "cli/parse.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <string_view>

#include "cli/suggest.hpp"

namespace pst::cli {

namespace {

constexpr const char* kExitStatus =
    "Code de sortie : 0 tout est fait ; 1 certaines entrées ont échoué, les autres sont\n"
    "faites ; 2 la commande est mal écrite.";

std::string choices_text(const std::vector<std::string>& choices) {
  std::string text;
  for (const std::string& choice : choices) text += (text.empty() ? "" : ", ") + choice;
  return text;
}

/// A CLI11 check: empty where `value` is one of `choices`, else what is wrong with it.
auto one_of(const std::vector<std::string>& choices) {
  return [choices](const std::string& value) {
    if (std::find(choices.begin(), choices.end(), value) != choices.end()) return std::string();
    return "valeur inconnue « " + value + " »" + suggestion(value, choices) +
           " ; valeurs possibles : " + choices_text(choices);
  };
}

std::string positive_number(const std::string& value) {
  int number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  const bool whole = error == std::errc{} && end == value.data() + value.size();
  return whole && number >= 0 ? "" : "« " + value + " » n'est pas un nombre entier positif";
}

CLI::Option* add_option(CLI::App& app, const Option& row) {
  const auto add = [&](auto* target) {
    using T = std::remove_pointer_t<decltype(target)>;
    if constexpr (std::is_same_v<T, bool>) {
      return app.add_flag(row.names, *target, row.help);
    } else {
      return app.add_option(row.names, *target, row.help)->option_text(row.value);
    }
  };
  CLI::Option* option = std::visit(add, row.target);
  if (!row.choices.empty()) option->check(one_of(row.choices));
  if (std::holds_alternative<int*>(row.target)) option->check(positive_number);
  option->required(row.required);
  // A list takes one value a time after a hyphenated name, so that it does not swallow the arguments.
  if (std::holds_alternative<std::vector<std::string>*>(row.target) && row.names.starts_with('-')) {
    option->allow_extra_args(false);
  }
  return option;
}

std::string footer(const Command& command) {
  std::string text;
  if (!command.examples.empty()) text += "Exemples :\n";
  for (const std::string& example : command.examples) text += "  " + example + "\n";
  return text + "\n" + kExitStatus;
}

void build(CLI::App& app, const Command& command) {
  app.set_help_flag("-h,--help", "afficher cette aide");
  app.footer(footer(command));
  auto formatter = std::make_shared<CLI::Formatter>();
  formatter->label("Usage", "Usage");
  formatter->label("OPTIONS", "OPTIONS");
  formatter->label("SUBCOMMAND", "COMMANDE");
  formatter->label("SUBCOMMANDS", "COMMANDES");
  formatter->label("Positionals", "Arguments");
  formatter->column_width(28);
  app.formatter(formatter);
  for (const Option& row : command.options) add_option(app, row);
  for (const Command& sub : command.subcommands) {
    CLI::App* child = app.add_subcommand(sub.name, sub.summary)->group("Commandes");
    build(*child, sub);
  }
  if (!command.run) app.require_subcommand(1);
}

/// The command that the parser has reached, and its row.
struct Reached {
  const CLI::App* app;
  const Command* command;
  std::string path;
};

Reached reached(const CLI::App& app, const Command& root) {
  Reached at{&app, &root, root.name};
  while (true) {
    const auto chosen = at.app->get_subcommands();
    if (chosen.empty()) return at;
    at.app = chosen.front();
    at.command = &*std::find_if(at.command->subcommands.begin(), at.command->subcommands.end(),
                                [&](const Command& c) { return c.name == at.app->get_name(); });
    at.path += " " + at.command->name;
  }
}

std::vector<std::string> option_names(const Command& command) {
  std::vector<std::string> names{"--help"};
  for (const Option& row : command.options) {
    for (std::string& name : CLI::detail::split(row.names, ',')) {
      if (name.starts_with("-")) names.push_back(std::move(name));
    }
  }
  return names;
}

std::vector<std::string> command_names(const Command& command) {
  std::vector<std::string> names;
  for (const Command& sub : command.subcommands) names.push_back(sub.name);
  return names;
}

/// What the parser could not take, in French.
std::string unexpected(const Reached& at, const std::string& word) {
  const std::string name = word.substr(0, word.find('='));
  if (word.starts_with('-'))
    return "option inconnue « " + name + " »" + suggestion(name, option_names(*at.command));
  if (!at.command->subcommands.empty()) {
    return "commande inconnue « " + word + " »" + suggestion(word, command_names(*at.command));
  }
  return "argument de trop « " + word + " »";
}

/// A parse error in French. `what` of the errors met here begins with the option's name.
std::string french(const CLI::ParseError& e, const Reached& at, const CLI::App& app) {
  const auto rest = app.remaining(true);
  if (!rest.empty()) return unexpected(at, rest.front());
  const std::string what = e.what();
  const std::string option = what.substr(0, what.find_first_of(": "));
  if (e.get_name() == "RequiredError") {
    if (!at.command->subcommands.empty())
      return "il manque une commande : " + choices_text(command_names(*at.command));
    return "il manque l'argument " + option;
  }
  if (e.get_name() == "ArgumentMismatch") return "il manque une valeur après " + option;
  if (e.get_name() == "ValidationError" && what.starts_with(option + ": ")) {
    return option + " : " + what.substr(option.size() + 2);
  }
  return what;
}

}  // namespace

int dispatch(const Command& root, const std::vector<std::string>& arguments, Console& console) {
  CLI::App app(root.summary, root.name);
  build(app, root);
  app.set_version_flag("--version", "", "comme pst version");
  try {
    app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));  // it takes them from the back
  } catch (const CLI::CallForHelp&) {
    const Reached at = reached(app, root);
    console.out << at.app->help(at.app == &app ? "" : at.path.substr(0, at.path.rfind(' '))) << std::flush;
    return kDone;
  } catch (const CLI::CallForVersion&) {
    return version_command().run(console);
  } catch (const CLI::ParseError& e) {
    const Reached at = reached(app, root);
    const std::string message = french(e, at, app);
    throw UsageError(message.ends_with('?') ? message : message + " ; voyez " + at.path + " --help");
  }
  return reached(app, root).command->run(console);
}

}  // namespace pst::cli

// pst completion: a shell's completion script, made from the table of commands.
#include <memory>
#include <sstream>

#include "cli/command.hpp"

namespace pst::cli {

namespace {

std::vector<std::string> names_of(const Option& row) {
  std::vector<std::string> names;
  std::istringstream in(row.names);
  for (std::string name; std::getline(in, name, ',');) names.push_back(name);
  return names;
}

bool is_argument(const Option& row) {
  return !row.names.starts_with('-');
}
bool is_flag(const Option& row) {
  return std::holds_alternative<bool*>(row.target);
}

/// What bash evaluates to the possible values of an option; empty where any file will do.
std::string values_of(const Option& row) {
  if (!row.completed_by.empty()) return "$(pst " + row.completed_by + " 2>/dev/null)";
  std::string words;
  for (const std::string& choice : row.choices) words += (words.empty() ? "" : " ") + choice;
  return words;
}

struct Script {
  std::string paths;    ///< case patterns of the commands: "pst extract"|…
  std::string values;   ///< case arms: after an option, its values
  std::string options;  ///< case arms: a command's options
  std::string words;    ///< case arms: a command's subcommands or argument values
};

void arm(std::string& arms, const std::string& pattern, const std::string& words) {
  arms += "    \"" + pattern + "\") words=\"" + words + "\" ;;\n";
}

void describe(const Command& command, const std::string& path, Script& script) {
  std::string options = "--help";
  std::string words;
  for (const Option& row : command.options) {
    for (const std::string& name : names_of(row)) {
      if (is_argument(row)) {
        words += values_of(row);
        continue;
      }
      options.append(" ").append(name);
      if (!is_flag(row)) arm(script.values, path + " " + name, values_of(row));
    }
  }
  for (const Command& sub : command.subcommands) {
    const std::string below = path + " " + sub.name;
    words += (words.empty() ? "" : " ") + sub.name;
    script.paths += (script.paths.empty() ? "\"" : " | \"") + below + "\"";
    describe(sub, below, script);
  }
  arm(script.options, path, options);
  if (!words.empty()) arm(script.words, path, words);
}

std::string bash_script() {
  Script script;
  const Command root = root_command();
  describe(root, root.name, script);
  return "# Complétion de bash pour pst ; à charger par : source <(pst completion bash)\n"
         "_pst() {\n"
         "  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} path=pst words= i\n"
         "  for ((i = 1; i < COMP_CWORD; i++)); do\n"
         "    case \"$path ${COMP_WORDS[i]}\" in\n"
         "    " +
         script.paths +
         ") path+=\" ${COMP_WORDS[i]}\" ;;\n"
         "    esac\n"
         "  done\n"
         "  case \"$path $prev\" in\n" +
         script.values +
         "    *)\n"
         "      if [[ $cur == -* ]]; then\n"
         "        case \"$path\" in\n" +
         script.options +
         "        esac\n"
         "      else\n"
         "        case \"$path\" in\n" +
         script.words +
         "        esac\n"
         "      fi ;;\n"
         "  esac\n"
         "  mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$cur\")\n"
         "}\n"
         "complete -o default -F _pst pst\n";
}

}  // namespace

Command completion_command() {
  const auto shell = std::make_shared<std::string>();
  return {.name = "completion",
          .summary = "afficher le script de complétion pour le terminal",
          .examples = {"source <(pst completion bash)", "pst completion bash > /etc/bash_completion.d/pst"},
          .options = {{"SHELL", "", "bash", shell.get(), {"bash"}, true}},
          .run = [shell](Console& console) {
            console.out << bash_script();
            return int{kDone};
          }};
}

}  // namespace pst::cli

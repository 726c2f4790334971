// pst: reads strategic plans as data. Everything is in the commands; see command.hpp.
#include <exception>
#include <vector>

#include "cli/parse.hpp"
#include "source/error.hpp"

namespace {

int run(const std::vector<std::string>& arguments, pst::cli::Console& console) {
  using namespace pst::cli;
  try {
    const int status = dispatch(root_command(), arguments, console);
    console.out.flush();
    if (console.out) return status;
    complain(console, "le résultat n'a pas pu être écrit ; vérifiez la place sur le disque");
    return kSomeFailed;
  } catch (const UsageError& e) {
    complain(console, e.what());
    return kUsage;
  } catch (const pst::Error& e) {
    complain(console, e.what());
    return kSomeFailed;
  } catch (const std::exception& e) {
    complain(console, std::string("erreur interne (") + e.what() + ") ; signalez-la avec la commande");
    return kSomeFailed;
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  pst::cli::Console console = pst::cli::process_console();
  return run(std::vector<std::string>(argv + 1, argv + argc), console);
}

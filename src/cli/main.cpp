// SPDX-License-Identifier: EUPL-1.2
// rapporteur: read the command line, run the command, say what went wrong. Errors end here and nowhere else.
#include "base/error.hpp"
#include "base/problem.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/help.hpp"
#include "cli/parse.hpp"

#include <exception>
#include <iostream>

namespace {

using namespace rapporteur;

void run(const cli::Request& request) {
    const auto surroundings = cli::surroundings_of_process();
    switch (request.ask) {
    case cli::Ask::run: {
        cli::Context context(request.invocation, surroundings);
        request.invocation.command->run(context);
        break;
    }
    case cli::Ask::page:
        std::cout << cli::help_of_command(*request.invocation.command);
        break;
    case cli::Ask::verbs:
        std::cout << cli::help_of_noun(request.noun, surroundings.width);
        break;
    case cli::Ask::overview:
        std::cout << cli::overview(surroundings.width);
        break;
    case cli::Ask::version:
        std::cout << "rapporteur " << RAPPORTEUR_VERSION << "\n";
        break;
    }
    if (!std::cout.flush()) {
        throw base::Error(base::ErrorKind::tool_failed, "the output could not be written")
            .help("is the disk full, or was the reader closed?");
    }
}

int report(const base::Error& error) {
    std::cerr << base::describe(error);
    return base::exit_code(error.kind());
}

int report(const base::InvalidInput& error) {
    for (const auto& problem : error.problems()) {
        std::cerr << base::describe(problem) << "\n";
    }
    return report(static_cast<const base::Error&>(error));
}

}  // namespace

int main(int argc, char** argv) {
    try {
        run(cli::parse({argv + 1, argv + argc}));
        return 0;
    } catch (const base::InvalidInput& error) {
        return report(error);
    } catch (const base::Error& error) {
        return report(error);
    } catch (const std::exception& fault) {
        return report(base::Error(base::ErrorKind::internal, fault.what())
                          .help("this is a fault of rapporteur: report it"));
    }
}

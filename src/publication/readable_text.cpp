// SPDX-License-Identifier: EUPL-1.2
#include "base/jail.hpp"
#include "base/process.hpp"
#include "publication/freeze.hpp"

namespace rapporteur::publication {

namespace {

bool is_text(const std::string& media_type) {
    return media_type.starts_with("text/") || media_type == "application/json" || media_type.ends_with("xml");
}

std::optional<std::string> text_of_pdf(const std::string& bytes) {
    const auto program = base::find_program("pdftotext");
    if (!program) {
        return std::nullopt;
    }
    base::JailedRun run;
    run.command.program = *program;
    run.command.arguments = {"-q", "-enc", "UTF-8", "-", "-"};
    run.command.environment = {{"LANG", "C.UTF-8"}};
    run.command.input = bytes;
    run.command.time_limit = std::chrono::seconds(60);
    run.origin = base::Origin::own_text;
    const base::Outcome outcome = base::run_in_jail(run);
    return outcome.succeeded() ? std::optional<std::string>(outcome.out) : std::nullopt;
}

}  // namespace

std::optional<std::string> readable_text(const std::string& media_type, const std::string& bytes) {
    if (is_text(media_type)) {
        return bytes;
    }
    if (media_type == "application/pdf") {
        return text_of_pdf(bytes);
    }
    return std::nullopt;
}

}  // namespace rapporteur::publication

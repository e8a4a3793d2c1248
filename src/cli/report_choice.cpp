// SPDX-License-Identifier: EUPL-1.2
#include "cli/report_choice.hpp"

#include "base/error.hpp"
#include "store/evaluations.hpp"
#include "store/reports.hpp"

namespace rapporteur::cli {

Option report_option() {
    return {"report", "KIND", "which report: the newest when not given", {"interim", "final"}};
}

domain::ReportId chosen_report(const Context& context, const store::Register& where) {
    const domain::Evaluation evaluation =
        store::need_evaluation(where, domain::EvaluationId(context.argument("EVALUATION")));
    if (const auto kind = context.option("report")) {
        return domain::ReportId(evaluation.id.text() + "/report/" + *kind);
    }
    const auto reports = store::list_reports(where, evaluation.id);
    if (reports.empty()) {
        throw base::Error(base::ErrorKind::not_found, evaluation.id.text() + " has no report yet")
            .help("write its chapters in a dossier and load it");
    }
    return reports.back().id;
}

}  // namespace rapporteur::cli

// SPDX-License-Identifier: EUPL-1.2
#include "report/words.hpp"

namespace rapporteur::report {

Words english_words() {
    return {
        .language = "en",
        .months = {"January", "February", "March", "April", "May", "June", "July", "August", "September",
                   "October", "November", "December"},
        .date = "{0} {1} {2}",
        .first_of_month = "1",
        .approved_on = "Approved on {0}",
        .adopted_on = "Adopted on {0}",
        .draft_mark = "DRAFT – CONFIDENTIAL",
        .draft_addressee = "For the authorities of {0}",
        .sent_on = "sent on {0}",
        .invented = "{0}, its institutions, figures and persons are invented.",
        .invented_stem = "invented",
        .appendix = "Appendix {0}",
        .recommendations_title = "List of recommendations",
        .recommendations_intro =
            "The recommendations are repeated here in the order of the report; the paragraph in which each stands "
            "is given in brackets.",
        .in_paragraph = "paragraph {0}",
        .bodies_title = "Bodies consulted",
        .bodies_intro =
            "The bodies listed below were met in the course of the visit or contributed in writing, and those among "
            "them which had to be asked have agreed to be named.",
        .authorities = "Public authorities",
        .international = "Intergovernmental organisations",
        .civil_society = "Non-governmental organisations and other members of civil society",
        .other_bodies = "Other bodies",
        .comments_title = "Comments of the Government",
        .comments_date = "{0}, {1}",
        .total = "Total",
        .number_of = "Number of {0}",
        .figures = "Figures",
        .reply_source = "{0}, reply to the questionnaire",
        .reply_question = "question {0}",
        .own_figures = "figures supplied in the course of the evaluation",
        .unnamed_sender = "information received in confidence",
        .not_available = "not available",
        .not_collected = "not collected",
        .not_disaggregated = "no breakdown",
        .not_applicable = "not applicable",
        .declined = "not disclosed by the source",
        .unknown = "the source gives no figure",
        .revised = "figure revised by the source",
        .legend_gap = "… no figure",
        .legend_not_applicable = "– not applicable",
        .sum_of_parts = "Totals are the sums of the rows above.",
    };
}

}  // namespace rapporteur::report

// SPDX-License-Identifier: EUPL-1.2
#include "document/sample_report.hpp"

#include "document/charts.hpp"
#include "document/markdown.hpp"
#include "document/references.hpp"

#include <fmt/core.h>

#include <array>

namespace rapporteur::document {
namespace {

constexpr std::array<const char*, 12> k_paragraphs{
    "The law of 14 June 2021 on combating trafficking in persons entered into force on 1 January 2022. It replaces "
    "the act of 2009, widens the definition of exploitation to forced begging and forced criminality, and for the "
    "first time gives victims a right to a lawyer from the moment of their identification.[^1]\n\n"
    "[^1]: Official Gazette No. 87 of 21 June 2021, item 1204. The transitional rules of Article 41 ended in June 2022.",
    "During the visit the delegation was told by police officers in three of the five regions that the new form for "
    "the first interview had not reached them. In Karamsk the form of 2013 was still in use; in the port of Ventar "
    "officers had translated it themselves []{.ev ref=\"xania/canary-reply#secret\"}.",
    "According to figures provided by the authorities, 46 presumed victims were identified in 2019, 38 in 2020 and 71 "
    "in 2021. The drop in 2020 is ascribed to the closing of borders; the rise in 2021 to the opening of a second "
    "reception centre and to the mobile teams described in [paragraph](#k2).",
    "The *National Referral Mechanism* was adopted by government decision No. 411. It has four stages:\n\n"
    "(a) detection by a front-line authority, at any time of day;\n"
    "(b) formal identification by a team of a police officer, a social worker and a representative of a "
    "non-governmental organisation;\n"
    "(c) a recovery and reflection period of sixty days, which does not depend on co-operation;\n"
    "(d) a plan of assistance, reviewed every three months.",
    "Labour inspectors may enter any place of work without notice, except private households. The inspectorate has 212 "
    "posts, of which 167 were filled at the time of the visit, and carried out 1,340 inspections in agriculture and "
    "fishing in 2021.[^1] None led to a referral.\n\n[^1]: Reply of the authorities, question 14; the figure for 2020 "
    "is 905.",
    "Children are accommodated in the crisis centre of the capital, which has twelve places. The delegation found it "
    "clean, well-staffed and warm. Staff said that in the winter of 2021 four children had to be sent to a hospital "
    "for want of places.",
    "The authorities have informed the group that the Ministry of Justice is preparing a bill on the compensation fund. "
    "A text in the state language and in Russian ([«Об обеспечении прав потерпевших»]{lang=ru}; Kazakh draft: "
    "[«Жәбірленушілердің құқықтарын қамтамасыз ету туралы», Ә Ғ Қ Ң Ө Ұ Ү Һ І]{lang=kk}) was submitted to the visiting "
    "delegation.",
    "In the case *State v. B. and Others*, the Regional Court of Ventar held on 3 March 2021 that \"the consent of the "
    "victim is of no relevance where debt was used as a means\". The three defendants were sentenced to terms of five "
    "to seven years, and a fishing vessel was confiscated.",
    "Non-governmental organisations reported that consulates of the state do not issue travel documents to victims who "
    "cannot pay the fee of 60 euros. The authorities replied that the fee may be waived; they gave no figures on how "
    "often this has been done.",
    "The hotline 116 777 is run by an organisation under a contract renewed each year. In 2021 it answered 2,318 calls "
    "in four languages, of which 164 concerned possible trafficking. Calls are free of charge from within the country; "
    "from abroad they are not.",
    "Officials of the migration service at the airport use a list of fourteen indicators. Those whom the delegation met "
    "knew it well, but said that a first interview takes place in the open hall, within hearing of others.",
    "As regards recruitment through social media, the cyber unit of the police, set up in 2020 with nine officers, has "
    "opened 27 preliminary inquiries. Prosecutors pointed to delays of up to eight months before a foreign service "
    "provider answers a request."};

constexpr std::array<const char*, 3> k_recommendations{
    "**The group urges the authorities** to ensure that the form for the first interview and its instructions are "
    "available in every police station, and in particular to:\n\n"
    "- [train all officers who conduct first interviews]{.limb id=a};\n"
    "- [provide a room where interviews cannot be overheard]{.limb id=b};\n"
    "- [report on the use of the form every year]{.limb id=c}.",
    "**The group considers that the authorities should** extend the mandate of labour inspectors to private households "
    "and set out, in an instruction agreed with the police, how a presumed victim is referred (see [paragraph](#k5)).",
    "**The group invites the authorities** to waive consular fees for victims by law rather than by practice, and to "
    "count how often this is done."};

constexpr std::array<const char*, 5> k_chapters{
    "Introduction", "The legal and institutional framework", "Identification of victims and their protection",
    "Investigation, prosecution and punishment", "Concluding remarks"};
constexpr std::array<const char*, 5> k_labels{"I.", "II.", "III.", "IV.", "V."};
constexpr std::array<const char*, 3> k_sections{"Overview of recent developments", "Findings of the visit",
                                                "Co-ordination and resources"};

Block sample_table(int index, const ReportWords& words) {
    return data_table({fmt::format("t{}", index),
                       fmt::format("Table {}", index),
                       "Victims identified, by sex and form of exploitation, 2017–2021",
                       {{"Form of exploitation", ColumnKind::words},
                        {"2017", ColumnKind::figures},
                        {"2018", ColumnKind::figures},
                        {"2019", ColumnKind::figures},
                        {"2020", ColumnKind::figures},
                        {"2021", ColumnKind::figures}},
                       {{"Sexual exploitation, women", "31", "28", "24", "19", "33"},
                        {"Forced labour, women", "4", "6", "5", "7", "11"},
                        {"Forced labour, men", "9", "14", "12", "10", "22"},
                        {"Forced begging", "..", "3", "5", "2", "5"},
                        {"Total", "44", "51", "46", "38", "71"}},
                       "Ministry of the Interior, reply to question 9, 14 February 2022.",
                       "Forced begging was not counted apart in 2017 (..)."},
                      words);
}

ChartSpec sample_chart() {
    ChartSpec chart;
    chart.kind = ChartKind::bars;
    chart.categories = {"2017", "2018", "2019", "2020", "2021"};
    chart.series = {{"Women", {35, 36, 31, 27, 46}}, {"Men", {9, 14, 14, 11, 24}}};
    chart.value_axis = "Victims identified";
    return chart;
}

// Reads all texts in one run: the paragraphs', then the recommendations'.
std::vector<Blocks> read_all(int paragraphs) {
    std::vector<SourceText> texts;
    for (int i = 0; i < paragraphs; ++i) {
        const auto index = static_cast<std::size_t>(i);
        const bool recommendation = i % 5 == 4;
        texts.push_back({fmt::format("k{}", i + 1),
                         recommendation ? k_recommendations.at((index / 5) % k_recommendations.size())
                                        : k_paragraphs.at((index - index / 5) % k_paragraphs.size())});
    }
    base::Problems problems;
    std::vector<Blocks> read = read_markdown(texts, problems);
    base::throw_if_errors(problems, "the sample is faulty");
    for (Blocks& blocks : read) {
        blocks = resolve_references(
            std::move(blocks), [](std::string_view key) { return std::string(key.substr(1)); }, {}, problems);
    }
    return read;
}

Block numbered(int index, Blocks blocks) {
    const std::string key = fmt::format("k{}", index + 1);
    const std::string number = fmt::format("{}", index + 1);
    return index % 5 == 4
               ? recommendation_paragraph(key, number, {fmt::format("r{:02}", index / 5 + 1), "urges"},
                                          std::move(blocks))
               : numbered_paragraph(key, number, std::move(blocks));
}

void add_chapters(ReportDocument& report, std::vector<Blocks> read) {
    const int chapters = static_cast<int>(k_chapters.size());
    const int count = static_cast<int>(read.size());
    int next = 0;
    int section = 0;
    for (int chapter = 0; chapter < chapters; ++chapter) {
        const auto at = static_cast<std::size_t>(chapter);
        Part part{PartKind::chapter, {}};
        part.blocks.push_back(report_heading(1, fmt::format("c{}", chapter + 1), k_labels.at(at),
                                             text_inlines(k_chapters.at(at))));
        for (int in_chapter = 0; next < count * (chapter + 1) / chapters; ++next, ++in_chapter) {
            if (in_chapter % 10 == 0) {
                ++section;
                part.blocks.push_back(report_heading(
                    2, fmt::format("s{}", section), fmt::format("{}.", (in_chapter / 10) + 1),
                    text_inlines(k_sections.at(static_cast<std::size_t>(section) % k_sections.size()))));
            }
            part.blocks.push_back(numbered(next, std::move(read.at(static_cast<std::size_t>(next)))));
            if (in_chapter == 1) {
                part.blocks.push_back(sample_table(chapter + 1, report.words));
            }
            if (in_chapter == 2 && chapter < 2) {
                report.pictures[fmt::format("chart-{}", chapter + 1)] = chart_svg(sample_chart());
                part.blocks.push_back(
                    figure({fmt::format("f{}", chapter + 1), fmt::format("Figure {}", chapter + 1),
                            "Victims identified, by sex, 2017–2021", fmt::format("chart-{}", chapter + 1),
                            "Bars: women 35, 36, 31, 27, 46; men 9, 14, 14, 11, 24 in 2017 to 2021.",
                            "Ministry of the Interior, reply to question 9.", ""},
                           report.words));
            }
        }
        report.parts.push_back(std::move(part));
    }
}

}  // namespace

ReportDocument sample_report(SampleState state, int paragraphs) {
    ReportDocument report;
    report.body = "Group of Experts on Action against Trafficking in Human Beings";
    report.title = "Evaluation report";
    report.state = "Xania";
    report.round = "Second evaluation round";
    report.subtitle = "Access to justice and effective remedies for victims";
    report.symbol = "GX(2026)07";
    report.language = "en";
    report.words = report_words("en");
    report.authors = {"Secretariat of the group"};
    if (state == SampleState::final_) {
        report.date_line = "Adopted on 21 November 2026, published on 14 January 2027";
    } else {
        report.draft =
            DraftMark{"DRAFT – CONFIDENTIAL", "For the authorities of Xania", "Sent on 3 March 2026"};
        report.note =
            "This draft is handed to the authorities for comments within two months. It may not be passed on.";
    }
    Part preamble{PartKind::front, {}};
    preamble.blocks.push_back(report_heading(1, "preamble", "", text_inlines("Preamble")));
    preamble.blocks.push_back(text_paragraph(
        "The group evaluates how the parties carry out the convention. It sends a questionnaire, visits the state, hears "
        "the authorities and civil society, and adopts a report with its analysis and its proposals."));
    report.parts.push_back(std::move(preamble));
    add_chapters(report, read_all(paragraphs));
    Part appendix{PartKind::appendix, {}};
    appendix.blocks.push_back(
        report_heading(1, "a1", "Appendix I", text_inlines("List of bodies consulted")));
    appendix.blocks.push_back(
        Block{BulletList{{{Block{Plain{text_inlines("Ministry of the Interior")}}},
                          {Block{Plain{text_inlines("Office of the Prosecutor General")}}},
                          {Block{Plain{text_inlines("Women’s Shelter, Karamsk")}}}}}});
    report.parts.push_back(std::move(appendix));
    if (state == SampleState::final_) {
        Part comments{PartKind::comments, {}};
        comments.blocks.push_back(report_heading(1, "comments", "", text_inlines("Government’s comments")));
        comments.blocks.push_back(
            text_paragraph("The Government thanks the group for its report and notes that the "
                           "form for the first interview has since been printed in all languages."));
        report.parts.push_back(std::move(comments));
    }
    return report;
}

}  // namespace rapporteur::document

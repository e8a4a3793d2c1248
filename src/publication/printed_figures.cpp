// SPDX-License-Identifier: EUPL-1.2
#include "publication/printed_figures.hpp"

#include "document/markdown.hpp"
#include "document/tree.hpp"

namespace rapporteur::publication {

std::vector<statistics::TableRequest> printed_figures(const domain::Report& report) {
    std::vector<document::SourceText> texts;
    for (const domain::Chapter& chapter : report.chapters) {
        for (const domain::ReportItem& item : chapter.items) {
            if (item.markdown.find("```") != std::string::npos) {  // Pandoc is asked about these alone
                texts.push_back({item.key, item.markdown, base::Origin::own_text, "", 1});
            }
        }
    }
    std::vector<statistics::TableRequest> requests;
    base::Problems problems;  // told by print_prose, which reads the whole report
    document::Visitor visitor;
    visitor.block = [&](const document::Block& block) {
        const auto* const code = block.as<document::CodeBlock>();
        if (code != nullptr && (code->attr.has_class("statistics") || code->attr.has_class("chart"))) {
            if (auto request = statistics::read_request(code->attr.values, {}, problems)) {
                requests.push_back(std::move(*request));
            }
        }
    };
    for (const document::Blocks& blocks : document::read_markdown(texts, problems)) {
        document::walk(blocks, visitor);
    }
    return requests;
}

}  // namespace rapporteur::publication

// SPDX-License-Identifier: EUPL-1.2
#include "exchange/form_texts.hpp"

#include "base/problem.hpp"
#include "base/text.hpp"
#include "document/markdown.hpp"
#include "document/quote_marks.hpp"
#include "document/references.hpp"

#include <fmt/format.h>

#include <vector>

namespace rapporteur::exchange {

using namespace domain;
using document::Inline;
using document::Inlines;

namespace {

class Gatherer {
public:
    explicit Gatherer(std::string_view language) : m_language(language) {}

    void add(const std::string& key, const Texts& texts) {
        if (const std::string_view text = text_in(texts, m_language); !text.empty()) {
            m_sources.push_back({key, std::string(text)});
        }
    }
    void add(const Question& question) {
        add("text:" + question.id.text(), question.text);
        add("guidance:" + question.id.text(), question.guidance);
        for (const Question& part : question.parts) {
            add(part);
        }
    }
    void add(const Section& section) {
        add("section:" + section.id, section.intro);
        for (const Question& question : section.questions) {
            add(question);
        }
        for (const Section& inner : section.sections) {
            add(inner);
        }
    }
    // An earlier answer is the respondent's own: what a form may not have is left out of the quotation.
    void add(const FormRequest& request) {
        for (const RequestItem& item : request.request.items) {
            m_sources.push_back({"item:" + item.question.text(), item.text});
            if (const Answer* const earlier = request.reply.find_answer(item.question.text())) {
                m_sources.push_back(
                    {"earlier:" + item.question.text(), earlier->text, base::Origin::foreign_file});
            }
        }
    }
    const std::vector<document::SourceText>& sources() const { return m_sources; }

private:
    std::string_view m_language;
    std::vector<document::SourceText> m_sources;
};

document::Rewriter quotes_of(std::string_view language) {
    document::Rewriter rewriter;
    rewriter.in_line = [language](Inline node) -> Inlines {
        auto* const quoted = node.as<document::Quoted>();
        if (quoted == nullptr) {
            return {std::move(node)};
        }
        const document::QuoteMarks marks = document::quote_marks(language, quoted->kind);
        Inlines result{Inline{document::Str{std::string(marks.open)}}};
        document::append(result, std::move(quoted->content));
        result.push_back(Inline{document::Str{std::string(marks.close)}});
        return result;
    };
    return rewriter;
}

}  // namespace

FormTexts::FormTexts(const Questionnaire& questionnaire, const Issue& issue, std::string_view language,
                     const FormRequest* request) {
    Gatherer gatherer(language);
    gatherer.add("intro", questionnaire.intro);
    for (const Section& section : questionnaire.sections) {
        gatherer.add(section);
    }
    for (const SpecificQuestion& each : issue.specific) {
        gatherer.add("specific:" + each.id.text(), each.text);
    }
    if (request != nullptr) {
        gatherer.add(*request);
    }
    base::Problems problems;
    std::vector<document::Blocks> read = document::read_markdown(gatherer.sources(), problems);
    base::throw_if_errors(
        problems, fmt::format("the texts of {} make no form; nothing was made",
                              request != nullptr ? request->request.id.text() : questionnaire.id.text()));
    for (std::size_t i = 0; i < read.size(); ++i) {
        m_texts[gatherer.sources()[i].key] = document::strip_evidence(std::move(read[i]));
    }
}

document::Blocks FormTexts::take(const std::string& key) {
    const auto found = m_texts.find(key);
    return found == m_texts.end() ? document::Blocks() : std::move(found->second);
}

std::string printed_text(const Inlines& content, std::string_view language) {
    const std::string text = document::plain_text(document::rewrite(content, quotes_of(language)));
    return std::string(base::trim(text));
}

std::string printed_text(const document::Blocks& content, std::string_view language) {
    const std::string text = document::plain_text(document::rewrite(content, quotes_of(language)));
    return std::string(base::trim(text));
}

}  // namespace rapporteur::exchange

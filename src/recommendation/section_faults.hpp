// SPDX-License-Identifier: EUPL-1.2
//
// What is odd in an index of sections and yet usable: parts that an identifier lacks, a document filed under two rounds, a numeral that does not
// fit. Each kind of fault is named once, with all its rows; nothing is put right, because the index says what readers quote.
#pragma once

#include "domain/framework.hpp"
#include "domain/listed_section.hpp"

#include <map>
#include <string>
#include <vector>

namespace rapporteur::recommendation {

struct SectionFault {
    std::string fault;
    std::vector<std::size_t> rows;
    std::vector<std::string>
        documents;  // identifiers without the section's number, each once, in the order of the rows
};

class SectionFaults {
public:
    // Both must outlive it.
    SectionFaults(const domain::Framework& framework, const domain::ImportMapping& mapping);

    // Line breaks: in what the index wrote of it.
    enum class LineBreaks { no, yes };
    void add(std::size_t row, const domain::ListedSection& section, LineBreaks line_breaks);

    // In the order in which they were met; those of whole documents at the end.
    std::vector<SectionFault> found() const;

private:
    struct Entry {
        std::size_t row = 0;
        int number = 0;  // of the section, as the identifier ends; 0 for none
        domain::ListedSection section;
    };
    using Document = std::vector<Entry>;

    void look_at_identifier(std::size_t row, const domain::ListedSection& section,
                            const std::string& document);
    void look_at_numerals(std::vector<SectionFault>& faults, const std::string& name,
                          Document document) const;
    void look_for_twice_filed(std::vector<SectionFault>& faults) const;
    static void note(std::vector<SectionFault>& faults, const std::string& fault, std::size_t row,
                     const std::string& document);

    const domain::Framework& m_framework;
    std::vector<std::string> m_form;
    std::vector<SectionFault> m_faults;
    std::map<std::string, Document> m_documents;
};

}  // namespace rapporteur::recommendation

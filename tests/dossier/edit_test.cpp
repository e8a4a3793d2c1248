// SPDX-License-Identifier: EUPL-1.2
//
// Every field of every kind, changed: a form that edits instead of reading walks the same descriptions, so that a field that
// is described but not stored, or stored but not dumped, is found.
#include "base/text.hpp"
#include "base/xml_form.hpp"
#include "dossier/evaluation_form.hpp"
#include "dossier/files.hpp"
#include "dossier/recommendation_form.hpp"
#include "dossier/report_form.hpp"
#include "dossier/visit_form.hpp"
#include "questionnaire/reply_form.hpp"
#include "store/dossiers.hpp"
#include "support/scratch.hpp"
#include "support/shipped.hpp"

#include <doctest/doctest.h>

using namespace rapporteur;

namespace {

// Text, numbers, dates and lists of words; or enumerators and switches too, which other rules of a file may forbid.
enum class Edits { free_fields, all_fields };

class EditForm {
public:
    [[maybe_unused]] static constexpr bool k_reading = false;

    EditForm(Edits edits, int& count) : m_edits(edits), m_count(count) {}

    template <class T>
    void required(std::string_view name, T& value) {
        edit(name, value);
    }
    // What is left out may have to be: another rule of the file can forbid it.
    template <class T>
    void optional(std::string_view name, T& value, const T& = T{}) {
        if (m_edits == Edits::all_fields || !(value == T{})) {
            edit(name, value);
        }
    }
    template <class Tag>
    void local(std::string_view, base::Strong<Tag>&, std::string_view) {}
    template <class Tag>
    void optional_local(std::string_view, std::optional<base::Strong<Tag>>&, std::string_view) {}
    void content(std::string& text) { change(text, " & <more>"); }
    void text_child(std::string_view, std::string& text) { change(text, "\n\nMore \"prose\"."); }
    template <class L>
    void texts(std::string_view, std::vector<L>& values) {
        for (L& value : values) {
            change(value.text, " More.");
        }
        if (m_edits == Edits::all_fields || !values.empty()) {
            values.push_back({"zz", "A language more"});
        }
    }
    template <class T>
    void children(std::string_view, std::vector<T>& values) {
        for (T& value : values) {
            EditForm inner(m_edits, m_count);
            describe(inner, value);
        }
    }
    template <class T>
    void child(std::string_view name, std::optional<T>& value) {
        if (value) {
            EditForm inner(m_edits, m_count);
            describe(inner, *value);
        }
        static_cast<void>(name);
    }
    template <class T>
    void list(std::string_view, std::string_view name, std::vector<T>& values) {
        children(name, values);
    }
    void must(bool, std::string_view, std::string_view = "") {}

private:
    void change(std::string& text, std::string_view more) {
        // Forms trim text at its ends.
        text += text.empty() ? base::trim(more) : more;
        ++m_count;
    }
    // What must stay because other things hang on it: names of files, hashes, codes of a grammar, languages of files.
    static bool fixed(std::string_view name) {
        for (const std::string_view one : {"sha256", "file", "language", "respondent", "report"}) {
            if (name == one) {
                return true;
            }
        }
        return false;
    }
    void edit(std::string_view name, std::string& value) {
        if (!fixed(name)) {
            change(value, "2");
        }
    }
    void edit(std::string_view name, int& value) {
        if (name != "version" && name != "number") {
            ++value;
            ++m_count;
        }
    }
    void edit(std::string_view, bool& value) {
        if (m_edits == Edits::all_fields) {
            value = !value;
            ++m_count;
        }
    }
    void edit(std::string_view name, base::Date& value) {
        // An end stays behind its beginning.
        value = value.add_days(name == "from" || name == "start" ? 1 : 2);
        ++m_count;
    }
    template <class Tag>
    void edit(std::string_view, base::Strong<Tag>&) {}
    template <class E>
    requires std::is_enum_v<E>
    void edit(std::string_view name, E& value) {
        if (m_edits == Edits::all_fields && name != "kind" && name != "status") {
            const auto& names = base::Names<E>::k_names;
            for (std::size_t i = 0; i < names.size(); ++i) {
                if (names[i].value == value) {
                    value = names[(i + 1) % names.size()].value;
                    ++m_count;
                    return;
                }
            }
        }
    }
    template <class T>
    void edit(std::string_view name, std::optional<T>& value) {
        if (value) {
            edit(name, *value);
        }
    }
    template <class T>
    void edit(std::string_view, std::vector<T>& values) {
        if constexpr (std::is_same_v<T, std::string>) {
            values.emplace_back("word=2");
            ++m_count;
        }
        static_cast<void>(values);
    }

    Edits m_edits;
    int& m_count;
};

template <class T>
void edit(T& value, Edits edits, int& count) {
    EditForm form(edits, count);
    describe(form, value);
}

int edit_dossier(domain::Dossier& d, Edits edits) {
    int count = 0;
    edit(d.evaluation, edits, count);
    for (auto* const issue : {&d.issues.front(), &d.issues.back()}) {
        edit(*issue, edits, count);
    }
    for (domain::Reply& reply : d.replies) {
        edit(reply, edits, count);
    }
    for (domain::Request& request : d.requests) {
        edit(request, edits, count);
    }
    edit(*d.visit, edits, count);
    for (domain::Note& note : d.notes) {
        edit(note, edits, count);
    }
    for (domain::Finding& finding : d.findings) {
        edit(finding, edits, count);
    }
    for (domain::Report& report : d.reports) {
        edit(report, edits, count);
        for (domain::Chapter& chapter : report.chapters) {
            for (domain::ReportItem& item : chapter.items) {
                item.markdown += " More.";
                item.provisions.emplace_back(item.kind == domain::ItemKind::recommendation ? "99" : "");
                std::erase(item.provisions, "");
                ++count;
            }
        }
    }
    for (domain::Comment& comment : d.comments) {
        edit(comment, edits, count);
    }
    edit(d.recommendations, edits, count);
    for (domain::Measure& measure : d.measures) {
        edit(measure, edits, count);
    }
    for (domain::Observation& o : d.statistics) {
        o.note += " More, with a comma";
        o.year += 1;
        o.source += "2";
        count += 3;
    }
    return count;
}

// The dossier as another register gives it back: one that knows the frameworks and questionnaires and no evaluation.
domain::Dossier through_a_register(const domain::Dossier& dossier) {
    support::ShippedRegister shipped = support::register_without_evaluations();
    store::Change change(shipped.where, "person/secretary", "test");
    store::put_dossier(change, support::shipped_dossier("greta/XAA-1"), &shipped.key);
    store::put_dossier(change, dossier, &shipped.key);
    change.commit();
    return store::read_dossier(shipped.where, dossier.evaluation.id, &shipped.key);
}

}  // namespace

TEST_SUITE("dossier.edit") {
    TEST_CASE("every field that is edited comes back from the register and from files") {
        for (const Edits edits : {Edits::free_fields, Edits::all_fields}) {
            domain::Dossier dossier = support::shipped_dossier("greta/XAA-2");
            const domain::Dossier before = dossier;
            const int count = edit_dossier(dossier, edits);
            INFO(count, " fields edited");
            CHECK(count > 1900);
            REQUIRE(!(dossier == before));
            const domain::Dossier back = through_a_register(dossier);
            CHECK(dossier::write_files(back) == dossier::write_files(dossier));
            CHECK(back == dossier);
            if (edits == Edits::free_fields) {
                const support::ScratchDir scratch;
                for (const auto& file : dossier::write_files(back)) {
                    scratch.write(file.first, file.second);
                }
                base::Problems problems;
                const domain::Dossier read = dossier::read_files(scratch.path(), problems);
                for (const base::Problem& problem : problems) {
                    FAIL_CHECK(base::describe(problem));
                }
                CHECK(read == dossier);
            }
        }
    }
}

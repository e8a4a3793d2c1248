// SPDX-License-Identifier: EUPL-1.2
// What comes back from respondents, at the size of a whole round: replies as XML, a Word reply of sixty questions and forty pages beside the one
// run of Pandoc that it needs, and a questionnaire of thousands of questions. Everything is invented; the Word file was filled in with
// LibreOffice (tests/exchange/forms/fill-form).
//
// XML is CPU time of this process. A Word reply is real time, since most of it is Pandoc's: compare word-reply with pandoc-alone.
#include "base/file.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/parse.hpp"
#include "document/pandoc.hpp"
#include "exchange/reception.hpp"
#include "questionnaire/questionnaire_check.hpp"
#include "questionnaire/questionnaire_file.hpp"
#include "questionnaire/reply_check.hpp"
#include "questionnaire/reply_file.hpp"
#include "support/shipped.hpp"

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <sstream>

using namespace rapporteur;

namespace {

const std::string k_pond = "/tests/cli/government/pond";

void run_command(const std::vector<std::string>& words) {
    const cli::Request request = cli::parse(words);
    std::ostringstream out;
    std::ostringstream err;
    cli::Context context(request.invocation, {out, err, 80});
    request.invocation.command->run(context);
}

std::string bytes_of(const std::string& file) {
    return base::read_file(support::source_directory() + file, base::ByteLimit{20U << 20U});
}

domain::Questionnaire sixty_questions() {
    base::Problems problems;
    return questionnaire::read_questionnaire(bytes_of(k_pond + "/round-1-1.xml"), "round-1-1.xml", problems);
}

// A reply to all questions that take words, about `size` bytes.
std::string reply_of(const domain::Questionnaire& questionnaire, std::size_t size) {
    const auto questions = domain::questions_of(questionnaire);
    std::string xml =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<reply xmlns=\"urn:rapporteur:reply:1\" id=\"government\" "
        "version=\"1\" issue=\"government\" respondent=\"government\" status=\"draft\" language=\"ru\">\n";
    const std::string sentence =
        "Комиссия собирается четыре раза в год и отчитывается перед правительством. ";
    for (const domain::Question* const each : questions) {
        if (each->kind == domain::QuestionKind::table || each->kind == domain::QuestionKind::number) {
            continue;
        }
        xml += fmt::format(" <answer question=\"{}\"{}>\n  <text>", each->id.text(),
                           each->kind == domain::QuestionKind::yesno ? " values=\"yes\"" : "");
        for (std::size_t written = 0; written < size / questions.size(); written += sentence.size()) {
            xml += sentence;
        }
        xml += "</text>\n </answer>\n";
    }
    return xml + "</reply>\n";
}

void xml_reply(benchmark::State& state) {
    const domain::Questionnaire questionnaire = sixty_questions();
    const std::string xml = reply_of(questionnaire, 110'000);
    std::size_t answers = 0;
    for (auto _ : state) {
        base::Problems problems;
        const domain::Reply reply = questionnaire::read_reply(xml, "reply.xml", "pond/XAA-1", problems);
        questionnaire::check_reply(reply, questionnaire, nullptr, problems);
        if (base::has_errors(problems)) {
            state.SkipWithError("the reply has faults");
        }
        answers += reply.answers.size();
    }
    state.counters["KB"] = static_cast<double>(xml.size()) / 1000;
    state.SetItemsProcessed(static_cast<std::int64_t>(answers));
}
BENCHMARK(xml_reply)->Name("receive/xml-reply")->Unit(benchmark::kMillisecond);

std::string large_questionnaire(std::int64_t questions) {
    std::string xml =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<questionnaire xmlns=\"urn:rapporteur:questionnaire:1\" "
        "id=\"pond/large@1\" status=\"draft\" respondents=\"government\">\n <title xml:lang=\"en\">Large</title>\n "
        "<languages>\n  <language code=\"en\" role=\"master\"/>\n </languages>\n <section id=\"all\">\n  <title "
        "xml:lang=\"en\">All</title>\n";
    for (std::int64_t i = 0; i < questions; ++i) {
        const bool first = i % 10 == 0;
        xml += fmt::format(
            "  <question id=\"q{}\" number=\"{}\"{}>\n   <text xml:lang=\"en\">What has been done about "
            "matter {}, when and by whom?</text>\n   {}\n  </question>\n",
            i, i + 1, first ? "" : fmt::format(" when=\"${{q{}}} = 'yes'\"", i - i % 10), i,
            first ? "<yesno/>" : "<narrative/>");
    }
    return xml + " </section>\n</questionnaire>\n";
}

void questionnaire_opens(benchmark::State& state) {
    const std::string xml = large_questionnaire(state.range(0));
    const domain::Framework framework;
    for (auto _ : state) {
        base::Problems problems;
        const domain::Questionnaire read = questionnaire::read_questionnaire(xml, "large.xml", problems);
        questionnaire::check_questionnaire(read, framework, problems);
        benchmark::DoNotOptimize(read);
    }
}
BENCHMARK(questionnaire_opens)
    ->Name("open/questionnaire")
    ->Arg(1'000)
    ->Arg(10'000)
    ->Unit(benchmark::kMillisecond);

void word_reply(benchmark::State& state) {
    const base::ScratchDirectory desk;
    const std::string file = (desk.path() / "r.db").string();
    run_command({"init", file});
    run_command({"--register", file, "load", support::source_directory() + k_pond,
                 support::source_directory() + "/tests/cli/government/XAA-1"});
    run_command({"--register", file, "issue", "make", "pond/XAA-1", "--to", "government", "--format", "xml",
                 "--output", (desk.path() / "issue.xml").string()});
    const store::Register where = store::Register::open(file, sqlite::OpenMode::read_only);
    const std::string bytes = bytes_of("/tests/bench/long-reply-ru.docx");
    for (auto _ : state) {
        const exchange::Examination examined = exchange::examine_reply(
            where, domain::EvaluationId("pond/XAA-1"), "long-reply-ru.docx", bytes, std::nullopt);
        if (examined.reply.answers.size() < 50) {
            state.SkipWithError("the reply was not read");
        }
    }
}
BENCHMARK(word_reply)->Name("receive/word-reply")->UseRealTime()->Unit(benchmark::kMillisecond);

void pandoc_alone(benchmark::State& state) {
    const std::string bytes = bytes_of("/tests/bench/long-reply-ru.docx");
    for (auto _ : state) {
        const base::Outcome outcome = document::run_pandoc(
            {{"--from", "docx+styles", "--to", "json"}, bytes, base::Origin::foreign_file, {}, {}, {}});
        if (outcome.out.size() < 100'000) {
            state.SkipWithError("Pandoc did not read it");
        }
    }
}
BENCHMARK(pandoc_alone)->Name("receive/pandoc-alone")->UseRealTime()->Unit(benchmark::kMillisecond);

}  // namespace

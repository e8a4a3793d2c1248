// SPDX-License-Identifier: EUPL-1.2
#include "publication/canaries.hpp"

#include "base/digest.hpp"
#include "publication/publish.hpp"
#include "store/dossiers.hpp"
#include "store/frameworks.hpp"
#include "store/people.hpp"
#include "store/questionnaires.hpp"

namespace rapporteur::support {

using namespace domain;

namespace {

const base::Instant k_now = *base::Instant::parse("2021-06-01T10:00:00Z");

base::Date day(const char* text) {
    return *base::Date::parse(text);
}

Texts en(std::string text) {
    return {{"en", std::move(text)}};
}

// Gives a sentence with a token, the same in every run, and remembers where it was seeded.
class Seeder {
public:
    explicit Seeder(Canaries& canaries) : m_canaries(canaries) {}

    std::string token(const std::string& place) {
        const std::string token = "canary" + base::sha256(place).hex().substr(0, 34);
        m_canaries[place] = token;
        return token;
    }
    std::string operator()(const std::string& place) {
        return "Seeded here is " + token(place) + " which nobody outside may ever read at all.";
    }

private:
    Canaries& m_canaries;
};

DocumentType document(const std::string& id, std::vector<VisibilityRule> rules) {
    return {id, en(id), std::move(rules)};
}

Person person(Seeder& seed, const std::string& name) {
    Person p;
    p.id = PersonId("person/" + name);
    p.name = "Person " + name;
    p.email = seed.token("the e-mail of " + name) + "@example.org";
    p.mandates = {{"group", FrameworkId("peer"), "member", day("2015-01-01"), {}}};
    return p;
}

Body body(const std::string& name, const std::string& title) {
    Body b;
    b.id = BodyId("XAA/body/" + name);
    b.kind = BodyKind::other;
    b.names = {{{}, en(title)}};
    return b;
}

Evaluation evaluation(Seeder& seed) {
    Evaluation e;
    e.id = EvaluationId("peer/XAA-1");
    e.round = RoundId("peer/round-1");
    e.subject = SubjectId("XAA");
    e.opened = day("2020-01-10");
    e.title = en("First round: Aland");
    e.language = "en";
    e.invented = true;
    e.stages = {
        {"visit", StageAct::completed, day("2020-03-01"), {}, PersonId("person/rita"), seed("the stage log")},
        {"publication", StageAct::entered, day("2021-05-01"), {}, {}, ""},
        {"publication", StageAct::completed, day("2021-05-30"), {}, {}, ""}};
    e.assignments = {
        {PersonId("person/rita"), EvaluationRole::rapporteur, {}, {}, ""},
        {PersonId("person/nora"), EvaluationRole::recused, {}, {}, seed("the reason of a recusal")},
        {PersonId("person/carl"), EvaluationRole::contact_person, {}, {}, ""}};
    e.persons = {person(seed, "rita"), person(seed, "nora"), person(seed, "carl"), person(seed, "olga"),
                 person(seed, "john")};
    e.bodies = {body("ministry", "Ministry of Interior"), body("shelter-line", "Shelter Line"),
                body("quiet", "Quiet Voices " +
                                  seed.token("the name of a body that only a confidential reply names"))};
    Source source;
    source.id = SourceId("XAA/source/act-1");
    source.kind = SourceKind::law;
    source.title = en("Act No. 1 of 2021");
    source.date = "2021-02-01";
    e.sources = {source};
    return e;
}

Answer answer(const std::string& question, std::string text) {
    Answer a;
    a.question = QuestionId(question);
    a.text = std::move(text);
    return a;
}

Answer table_answer(const std::string& note) {
    Answer a = answer("stat.identified", "");
    const auto cell = [](const std::string& sex, const std::string& raw) {
        return Cell{{"year=2019", "sex=" + sex}, raw, {}, "", false};
    };
    a.cells = {cell("f", "41"), cell("m", "19"), cell("x", "3"), cell("total", "63")};
    a.cells[2].note = note;
    return a;
}

Reply reply(const std::string& id, const std::string& respondent, Consent publication) {
    Reply r;
    r.id = ReplyId("peer/XAA-1/reply/" + id);
    r.issue = IssueId("peer/XAA-1/issue/" + id);
    r.respondent = respondent;
    r.status = ReplyStatus::submitted;
    r.language = "en";
    r.submitted = day("2020-02-20");
    r.publication = publication;
    r.naming = publication;
    return r;
}

void replies(Dossier& d, Seeder& seed) {
    const auto issue = [](const std::string& id, const std::string& respondent) {
        return Issue{IssueId("peer/XAA-1/issue/" + id),
                     QuestionnaireId("peer/round-1@1"),
                     respondent,
                     {},
                     "en",
                     day("2020-01-10"),
                     {},
                     {}};
    };
    d.issues = {issue("government", "government"), issue("quiet", "ngo"), issue("shelter-line", "ngo")};
    d.issues[1].specific = {{QuestionId("own.one"), "slot", {}, en(seed("a question put to one NGO"))}};

    Reply government = reply("government", "government", Consent::given);
    government.from = {BodyId("XAA/body/ministry")};
    government.contact = PersonId("person/carl");
    government.answers = {
        answer("law.text", "The law of 2021 *changed* the definition for everybody concerned."),
        answer("law.secret", seed("an answer to a restricted question")),
        answer("law.more", seed("an answer whose consent is refused")),
        table_answer(seed("the note of a small cell"))};
    government.answers[2].consent = Consent::refused;
    government.answers[2].exhibits = {2};
    government.answers[0].exhibits = {1};
    const std::string open_bytes = "Act No. 1 of 2021, in full.\n";
    const std::string hidden_bytes = seed("the bytes of an exhibit of a refused answer") + "\n";
    government.exhibits = {{1, "The act", "act.txt", "text/plain", "en", base::sha256(open_bytes).hex()},
                           {2, seed("the title of a hidden exhibit"), "hidden.txt", "text/plain", "en",
                            base::sha256(hidden_bytes).hex()}};
    d.exhibit_bytes = {{1, open_bytes}, {2, hidden_bytes}};

    Reply quiet = reply("quiet", "ngo", Consent::refused);
    quiet.from = {BodyId("XAA/body/quiet")};
    quiet.letter = seed("the letter of a confidential reply");
    quiet.answers = {answer("law.text", seed("an answer of a confidential reply")), table_answer("")};
    quiet.answers[1].cells[2].raw = "4";

    Reply open = reply("shelter-line", "ngo", Consent::given);
    open.from = {BodyId("XAA/body/shelter-line")};
    open.answers = {answer("law.text", "Nobody told the shelters about the new law before it was in force.")};
    d.replies = {government, quiet, open};

    Request request;
    request.id = RequestId("peer/XAA-1/request/1");
    request.reply = government.id;
    request.language = "en";
    request.sent = day("2020-02-25");
    request.items = {
        {QuestionId("law.text"), seed("what a request asks"), seed("what a request was answered")}};
    d.requests = {request};
}

void visit(Dossier& d, Seeder& seed) {
    Visit v;
    v.evaluation = d.evaluation.id;
    v.from = day("2020-03-01");
    v.until = day("2020-03-05");
    v.delegation = {PersonId("person/rita")};
    v.summary = en(seed("the summary of the visit"));
    v.sites = {
        {SiteId("peer/XAA-1/site/1"), SiteKind::shelter, "Northern Region", seed.token("an exact place")}};
    v.meetings = {{MeetingId("peer/XAA-1/meeting/1"),
                   day("2020-03-02"),
                   "Northern Region",
                   {BodyId("XAA/body/ministry")},
                   SiteId("peer/XAA-1/site/1"),
                   seed("the subject of a meeting")}};
    d.visit = v;
    Note note;
    note.id = NoteId("peer/XAA-1/note/1");
    note.meeting = MeetingId("peer/XAA-1/meeting/1");
    note.interlocutor = "V1-M01-QZ7";
    note.written = day("2020-03-02");
    note.retain_until = day("2030-03-02");
    note.author = PersonId("person/rita");
    note.text = seed("the text of a note");
    note.facts = {{"f1", FactConsent::none, seed("a fact without consent")},
                  {"f2", FactConsent::background_only, seed("a fact for the background")}};
    d.notes = {note};
    seed.token("unused");
    Finding finding;
    finding.id = FindingId("peer/XAA-1/finding/1");
    finding.paragraphs = {"kaaaaa"};
    finding.text = en(seed("a finding"));
    finding.evidence = {{Reference("peer/XAA-1/note/1#f1"), seed("the remark on an evidence")}};
    d.findings = {finding};
}

ReportItem paragraph(const std::string& key, std::string markdown) {
    ReportItem item;
    item.kind = ItemKind::paragraph;
    item.key = key;
    item.markdown = std::move(markdown);
    return item;
}

ReportItem recommended() {
    ReportItem item;
    item.kind = ItemKind::recommendation;
    item.key = "kccccc";
    item.recommendation = "r01";
    item.verb = "urges";
    item.provisions = {"1"};
    item.markdown =
        "**The group urges the authorities to:**\n\n- [tell the shelters of new laws]{.limb id=a};\n- [train "
        "the police]{.limb id=b}.";
    return item;
}

void reports(Dossier& d, Seeder& seed) {
    ReportItem heading;
    heading.kind = ItemKind::heading;
    heading.level = 1;
    heading.label = "I.";
    heading.markdown = "The law";
    Report interim;
    interim.id = ReportId("peer/XAA-1/report/interim");
    interim.kind = ReportKind::interim;
    interim.status = ReportStatus::sent;
    interim.language = "en";
    interim.date = day("2020-06-01");
    interim.title = en(seed("the title of the interim report"));
    interim.note = en(seed("the note on the interim report's cover"));
    interim.symbol = seed.token("the symbol of the interim report");
    interim.chapters = {
        {"01-law",
         "en",
         {heading, paragraph("kaaaaa", "The law of 2021 was adopted late. " + seed("a draft's wording")),
          paragraph("kbbbbb", seed("a paragraph of the draft alone")), recommended()}}};
    Report final_one = interim;
    final_one.id = ReportId("peer/XAA-1/report/final");
    final_one.kind = ReportKind::final_;
    final_one.status = ReportStatus::adopted;
    final_one.date = day("2021-04-01");
    final_one.title = en("Report on Aland");
    final_one.note = {};
    final_one.symbol = "P(2021)1";
    final_one.chapters = {
        {"01-law",
         "en",
         {heading,
          paragraph("kaaaaa",
                    "The law of 2021 was adopted late[]{.ev ref=\"peer/XAA-1/note/1#f1\"} and in haste; see "
                    "[paragraph](#kccccc).[^1]\n\n[^1]: See the reply."),
          recommended()}}};
    d.reports = {interim, final_one};

    Comment draft;
    draft.id = CommentId("peer/XAA-1/comment/1");
    draft.kind = CommentKind::draft;
    draft.report = "interim";
    draft.paragraph = "kbbbbb";
    draft.by = "government";
    draft.date = day("2020-07-01");
    draft.language = "en";
    draft.text = seed("a comment on the draft");
    draft.outcome = ResponseOutcome::not_accepted;
    draft.responded = day("2020-08-01");
    draft.response = seed("the response to a comment");
    Comment last = draft;
    last.id = CommentId("peer/XAA-1/comment/2");
    last.kind = CommentKind::final_;
    last.report = "final";
    last.paragraph = "";
    last.text = "The Government thanks the group for its report.";
    last.outcome = ResponseOutcome::open;
    last.responded = {};
    last.response = "";
    d.comments = {draft, last};
}

void thread(Dossier& d, Seeder& seed) {
    Recommendation r;
    r.id = RecommendationId("peer/XAA-1/r01");
    r.kind = "conclusion";
    r.paragraph = "kccccc";
    r.addressees = {Reference("XAA/body/ministry")};
    r.limbs = {{"a", {}}, {"b", {}}};
    r.asks = {{"a1", "a", en("Tell the shelters")}};
    Recommendation dropped = r;
    dropped.id = RecommendationId("peer/XAA-1/r02");
    dropped.paragraph = "kbbbbb";
    dropped.limbs = {};
    dropped.asks = {{"a1", "", en(seed("an ask of a recommendation that only the draft had"))}};
    d.recommendations.recommendations = {r, dropped};
    const auto claim = [](const std::string& id, const std::string& by, std::string text,
                          const std::string& evidence) {
        return Claim{ClaimId("peer/XAA-1/claim/" + id),
                     Reference("peer/XAA-1/r01"),
                     by,
                     {},
                     "2021-05-10",
                     ClaimValue::partly,
                     en(std::move(text)),
                     {{Reference(evidence), ""}}};
    };
    d.recommendations.claims = {
        claim("1", "government", "The shelters were told.", "XAA/source/act-1"),
        claim("2", "ngo", seed("a claim that rests on a note"), "peer/XAA-1/note/1#f1"),
        claim("3", "ngo", seed("a claim that rests on a confidential reply"),
              "peer/XAA-1/reply/quiet#law.text"),
        claim("4", "government", "The letters went out in May.", "XAA/measure/1")};
    Measure m;
    m.id = MeasureId("XAA/measure/1");
    m.status = MeasureStatus::under_way;
    m.activity = en("Write to all shelters");
    m.bodies = {{BodyId("XAA/body/ministry"), MeasureRole::responsible, {}, {}}};
    m.recommendations = {Reference("peer/XAA-1/r01.a")};
    m.evidence = {{Reference("XAA/source/act-1"), ""},
                  {Reference("peer/XAA-1/note/1"), seed("a remark on a note")}};
    d.measures = {m};
    d.statistics = {
        {"victims", 2019, {"age=child"}, "7", {}, "persons", seed("the note of a small figure"), ""},
        {"victims", 2019, {"age=adult"}, "56", {}, "persons", "", ""},
        {"victims", 2019, {}, "63", {}, "persons", "", "XAA/source/act-1"},
        {"victims", 2020, {"age=child"}, "7", {}, "persons", "", "XAA/source/act-1#p.3"}};
}

}  // namespace

Framework canary_framework() {
    Framework f;
    f.id = FrameworkId("peer");
    f.version = "1";
    f.name = en("Peer review");
    f.instrument = "Treaty 1";
    f.languages = {{"en", LanguageRole::master}};
    f.bodies = {{"group", en("Group")}};
    f.respondents = {{"government", en("Government")}, {"ngo", en("Non-governmental organisation")}};
    f.provisions = {{"1", "", "Article 1", en("Purpose")}};
    f.verbs = {{"urges", 1, en("urges"), {}, {}}};
    f.stages = {{"visit", en("Visit"), "group", "", {}, false},
                {"publication", en("Publication"), "group", "visit", {}, false}};
    const VisibilityRule open{"publication", Visibility::public_, false};
    const VisibilityRule by_consent{"publication", Visibility::public_, true};
    const VisibilityRule secret{"", Visibility::confidential, false};
    const VisibilityRule party{"", Visibility::party, false};
    f.documents = {document("evaluation", {{"", Visibility::public_, false}}),
                   document("reply-government", {party, by_consent}),
                   document("reply-ngo", {secret, by_consent}),
                   document("request", {secret}),
                   document("note", {secret}),
                   document("interim-report", {secret}),
                   document("final-report", {secret, open}),
                   document("comments", {party}),
                   document("final-comments", {party, open}),
                   document("recommendations", {secret, open}),
                   document("measures", {party, open}),
                   document("statistics", {party, open})};
    f.kinds = {{"conclusion", "group", en("Conclusion")}};
    f.indicators = {{"victims", "persons", en("Victims"), {}}};
    f.rounds = {{"round-1", "1", en("First round"), {}, {}, {}, "peer/round-1", {}}};
    f.subjects = {{SubjectId("XAA"), SubjectKind::party, true, {}, {{{}, en("Aland")}}}};
    return f;
}

Questionnaire canary_questionnaire() {
    Questionnaire q;
    q.id = QuestionnaireId("peer/round-1@1");
    q.status = VersionStatus::adopted;
    q.languages = {{"en", "master"}};
    q.respondents = {"government", "ngo"};
    q.title = en("Questions");
    q.codelists = {
        {"sex", false, {{"f", "", "", en("Women")}, {"m", "", "", en("Men")}, {"x", "", "", en("Other")}}}};
    const auto question = [](const std::string& id, QuestionKind kind) {
        Question made;
        made.id = QuestionId(id);
        made.kind = kind;
        made.text = en("What of " + id + "?");
        return made;
    };
    Section section;
    section.id = "law";
    section.title = en("Law");
    section.questions = {
        question("law.text", QuestionKind::narrative), question("law.secret", QuestionKind::narrative),
        question("law.more", QuestionKind::narrative), question("stat.identified", QuestionKind::table)};
    section.questions[1].restricted = true;
    section.questions[3].unit = "persons";
    section.questions[3].dimensions = {{"year", Axis::column, "", "2019", "2019", false, TotalOrigin::none},
                                       {"sex", Axis::row, "sex", "", "", false, TotalOrigin::given}};
    q.sections = {section};
    return q;
}

Dossier canary_dossier(Canaries& canaries) {
    Seeder seed(canaries);
    Dossier d;
    d.evaluation = evaluation(seed);
    replies(d, seed);
    visit(d, seed);
    reports(d, seed);
    thread(d, seed);
    canaries.erase("unused");
    canaries["an interlocutor's code"] = "V1-M01-QZ7";
    return d;
}

CanaryRegister register_with(const Dossier& dossier, Canaries canaries) {
    CanaryRegister made;
    made.canaries = std::move(canaries);
    store::Change change(made.where, "person/rita", "load");
    store::put_framework(change, canary_framework());
    store::put_questionnaire(change, canary_questionnaire());
    for (const Person& p : dossier.evaluation.persons) {
        store::put_person(change, p);
    }
    store::add_key(change, {PersonId("person/rita"), "secretariat",
                            base::lock(made.key, "a passphrase for tests", base::PassphraseCost::least())});
    for (const char* name : {"person/nora", "person/carl", "person/olga", "person/john"}) {
        const base::KeyPair& key = made.keys.emplace(name, base::KeyPair::generate()).first->second;
        store::add_key(change, {PersonId(name), "member",
                                base::lock(key, "a passphrase for tests", base::PassphraseCost::least())});
    }
    store::put_dossier(change, dossier, &made.key);
    change.commit();
    return made;
}

publication::Acting CanaryRegister::acting(const std::string& person, base::Instant at) const {
    const auto found = keys.find(person);
    return {PersonId(person), found == keys.end() ? &key : &found->second, at};
}

publication::Acting CanaryRegister::acting(const std::string& person) const {
    return acting(person, k_now);
}

CanaryRegister canary_register() {
    Canaries canaries;
    const Dossier dossier = canary_dossier(canaries);
    return register_with(dossier, canaries);
}

std::string publish_all(CanaryRegister& where, const std::string& release_file) {
    publication::FreezeRequest request;
    request.evaluation = EvaluationId("peer/XAA-1");
    request.key = &where.key;
    const publication::Frozen frozen = publication::freeze(where.where, request);
    PublicationId id;
    {
        store::Change change(where.where, "person/rita", "prepare");
        id = publication::prepare(change, request.evaluation, frozen, "", where.acting("person/rita")).id;
        change.commit();
    }
    for (const char* name : {"person/olga", "person/john"}) {
        store::Change change(where.where, name, "approve");
        publication::approve(change, id, where.acting(name));
        change.commit();
    }
    auto to = release::ReleaseStore::open_or_create(release_file);
    store::Change change(where.where, "person/rita", "release");
    publication::release(change, to, id, where.acting("person/rita"));
    change.commit();
    return id.text();
}

}  // namespace rapporteur::support

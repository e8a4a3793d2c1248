// SPDX-License-Identifier: EUPL-1.2
// A questionnaire with every kind of question, an issue and a good reply to it, so that a test can spoil one thing at a time.
#pragma once

#include "base/problem.hpp"
#include "base/text.hpp"
#include "domain/framework.hpp"
#include "questionnaire/questionnaire_check.hpp"
#include "questionnaire/questionnaire_file.hpp"
#include "questionnaire/reply_check.hpp"
#include "questionnaire/reply_file.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace rapporteur::questionnaire {

inline constexpr std::string_view k_questionnaire = R"xml(<?xml version="1.0" encoding="UTF-8"?>
<questionnaire xmlns="urn:rapporteur:questionnaire:1" id="rivers/round-1@2" status="adopted" supersedes="1" adopted="2020-01-31" respondents="state ngo">
 <title xml:lang="en">Rivers</title>
 <languages>
  <language code="en" role="master"/>
  <language code="ru" role="courtesy"/>
 </languages>
 <codelists>
  <codelist id="kind">
   <code v="well">
    <label xml:lang="en">Well</label>
   </code>
   <code v="spring">
    <label xml:lang="en">Spring</label>
   </code>
   <code v="pond" retired="2">
    <label xml:lang="en">Pond</label>
   </code>
  </codelist>
 </codelists>
 <section id="law" number="1">
  <title xml:lang="en">Law</title>
  <question id="law.exists" number="1.1" provisions="1" required="block">
   <text xml:lang="en">Is there a law?</text>
   <yesno partly="true" explain="no partly"/>
  </question>
  <question id="law.text" number="1.2" required="warn" attachments="expected" when="${law.exists} = 'yes'">
   <text xml:lang="en">Quote it.</text>
   <narrative max-words="5"/>
  </question>
  <question id="kinds" number="1.3">
   <text xml:lang="en">Which waters?</text>
   <choice codelist="kind" many="true"/>
  </question>
  <question id="depth" number="1.4" noanswer="not-available">
   <text xml:lang="en">How deep?</text>
   <number unit="m" min="0" max="100" decimals="1"/>
  </question>
  <question id="since" number="1.5">
   <text xml:lang="en">Since when?</text>
   <date precision="month"/>
  </question>
  <question id="offices" number="1.6">
   <text xml:lang="en">Offices</text>
   <record>
    <question id="offices.name">
     <text xml:lang="en">Name</text>
     <narrative/>
    </question>
   </record>
  </question>
  <question id="remark">
   <text xml:lang="en">What follows is for states.</text>
   <note/>
  </question>
  <slot id="country" kind="country-specific" question="law.text"/>
 </section>
 <section id="figures" number="2" for="state">
  <title xml:lang="en">Figures</title>
  <question id="stat.waters" number="2.1" noanswer="not-collected not-disaggregated">
   <text xml:lang="en">Waters</text>
   <table unit="waters" indicator="waters" cell-notes="true">
    <dim id="year" axis="column" from="2019" to="2020"/>
    <dim id="kind" axis="row" codelist="kind" total="given"/>
    <total over="kind" rule="equal" level="error"/>
   </table>
   <check test="sum(${stat.waters[kind=well]}) &lt;= 100" level="warning">
    <message xml:lang="en">So many wells?</message>
   </check>
  </question>
 </section>
 <migration from="1">
  <step act="same" from="law.exists"/>
  <step act="reworded" from="law.text" substance="wider"/>
  <step act="split" from="waters" to="kinds depth"/>
  <step act="moved" from="begin" to="since"/>
  <step act="merged" from="old.a old.b" to="offices"/>
  <step act="added" to="offices.name"/>
  <step act="added" to="remark"/>
  <step act="added" to="stat.waters"/>
  <step act="dropped" from="colour"/>
  <step act="recode" from="source" to="spring" codelist="kind"/>
 </migration>
</questionnaire>
)xml";

inline constexpr std::string_view k_reply = R"xml(<?xml version="1.0" encoding="UTF-8"?>
<reply xmlns="urn:rapporteur:reply:1" id="state" version="1" issue="state" respondent="state" status="submitted" language="en" submitted="2020-06-30">
 <exhibits>
  <exhibit number="1" file="law.txt" media-type="text/plain" language="en">The law</exhibit>
 </exhibits>
 <answer question="law.exists" values="yes"/>
 <answer question="law.text" exhibits="1">
  <text>See exhibit 1.</text>
 </answer>
 <answer question="kinds" values="well spring"/>
 <answer question="depth" values="12.5"/>
 <answer question="since" values="2016-03"/>
 <answer question="stat.waters">
  <cell at="year=2019 kind=well">40</cell>
  <cell at="year=2019 kind=spring">52</cell>
  <cell at="year=2019 kind=total">92</cell>
  <cell at="year=2020 kind=well" reason="not-disaggregated"/>
  <cell at="year=2020 kind=spring" reason="not-disaggregated"/>
  <cell at="year=2020 kind=total" note="from the register">1 095</cell>
 </answer>
 <answer question="cs1">
  <text>It was done.</text>
 </answer>
</reply>
)xml";

inline constexpr std::string_view k_issue = R"xml(<?xml version="1.0" encoding="UTF-8"?>
<issue xmlns="urn:rapporteur:issue:1" id="state" questionnaire="rivers/round-1@2" respondent="state" language="en" sent="2020-01-31" due="2020-06-30">
 <question id="cs1" slot="country" recommendation="rivers/XAA-1/r01">
  <text xml:lang="en">What became of it?</text>
 </question>
</issue>
)xml";

inline std::string with(std::string_view text, std::string_view from, std::string_view to) {
    CAPTURE(from);
    REQUIRE(text.find(from) != std::string_view::npos);
    std::string changed(text);
    return changed.replace(changed.find(from), from.size(), to);
}

inline domain::Framework small_framework() {
    domain::Framework framework;
    framework.id = domain::FrameworkId("rivers");
    framework.languages = {{"en", domain::LanguageRole::master}};
    framework.respondents = {{"state", {}}, {"ngo", {}}};
    framework.provisions = {{"1", "", "Article 1", {}}};
    framework.indicators = {{"waters", "waters", {}, {}}};
    return framework;
}

inline domain::Questionnaire read_clean(const std::string& bytes) {
    base::Problems problems;
    domain::Questionnaire read = read_questionnaire(bytes, "q.xml", problems);
    for (const base::Problem& problem : problems) {
        FAIL_CHECK(base::describe(problem));
    }
    return read;
}

// The problems of a questionnaire: of its form, or, where that is right, of its rules.
inline base::Problems questionnaire_problems(const std::string& bytes) {
    base::Problems problems;
    const domain::Questionnaire read = read_questionnaire(bytes, "q.xml", problems);
    if (problems.empty()) {
        check_questionnaire(read, small_framework(), problems, questionnaire_places(bytes, "q.xml"));
    }
    return problems;
}

inline base::Problems reply_problems(const std::string& bytes,
                                     const std::string& questions = std::string(k_questionnaire)) {
    base::Problems problems;
    const domain::Reply reply = read_reply(bytes, "r.xml", "rivers/XAA-1", problems);
    const domain::Issue issue = read_issue(k_issue, "i.xml", "rivers/XAA-1", problems);
    if (problems.empty()) {
        check_reply(reply, read_clean(questions), &issue, problems, reply_places(bytes, "r.xml"));
    }
    return problems;
}

}  // namespace rapporteur::questionnaire

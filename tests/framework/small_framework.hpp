// SPDX-License-Identifier: EUPL-1.2
// A framework that nobody runs: every kind of element once or twice, so that a test can spoil one thing at a time.
#pragma once

#include "base/problem.hpp"
#include "base/text.hpp"
#include "framework/framework_file.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace rapporteur::framework {

inline constexpr std::string_view k_small = R"xml(<?xml version="1.0" encoding="UTF-8"?>
<framework xmlns="urn:rapporteur:framework:1" id="rivers" version="1" instrument="River Treaty">
 <name xml:lang="en">River review</name>
 <languages>
  <language code="en" role="master"/>
  <language code="fr" role="official"/>
 </languages>
 <bodies>
  <body id="panel">
   <name xml:lang="en">Panel</name>
  </body>
 </bodies>
 <respondents>
  <respondent id="state">
   <name xml:lang="en">State</name>
  </respondent>
 </respondents>
 <provisions>
  <provision id="I" label="Part I">
   <title xml:lang="en">Water</title>
  </provision>
  <provision id="1" parent="I" label="Article 1">
   <title xml:lang="en">Clean water</title>
  </provision>
 </provisions>
 <verbs>
  <verb id="demands" rank="1">
   <name xml:lang="en">demands</name>
   <meaning xml:lang="en">At once.</meaning>
   <pattern language="en">\bpanel demands\b</pattern>
   <pattern language="en" repeated="true">\bpanel again demands\b</pattern>
  </verb>
  <verb id="hopes" rank="2">
   <name xml:lang="en">hopes</name>
   <pattern language="en">\bpanel hopes that\b[^.]*\bwill\b</pattern>
  </verb>
 </verbs>
 <scales>
  <scale id="progress" used-for="recommendation">
   <name xml:lang="en">Progress</name>
   <value id="done" rank="1">
    <name xml:lang="en">done</name>
   </value>
  </scale>
 </scales>
 <stages>
  <stage id="ask" actor="panel">
   <name xml:lang="en">Ask</name>
  </stage>
  <stage id="answer" actor="state" after="ask" within="P3M">
   <name xml:lang="en">Answer</name>
  </stage>
 </stages>
 <documents>
  <document id="answer">
   <name xml:lang="en">Answer</name>
   <visible visibility="confidential"/>
   <visible from-stage="answer" visibility="public" needs-consent="true"/>
  </document>
 </documents>
 <kinds>
  <kind id="advice" by="panel">
   <name xml:lang="en">Advice</name>
  </kind>
 </kinds>
 <rules>
  <rule id="members-min" value="3" confirmed="false">from memory</rule>
 </rules>
 <indicators>
  <indicator id="springs" unit="springs">
   <name xml:lang="en">Springs</name>
   <counting-rule xml:lang="en">Each once.</counting-rule>
  </indicator>
 </indicators>
 <rounds>
  <round id="round-1" number="1" launched="2020-01-31" provisions="1" questionnaire="rivers/round-1">
   <name xml:lang="en">First round</name>
   <theme xml:lang="en">All water</theme>
   <outline>
    <section id="facts" kind="chapter" label="I.">
     <title xml:lang="en">Facts</title>
    </section>
    <section id="springs" kind="section" parent="facts" label="1." provisions="1">
     <title xml:lang="en">Springs</title>
    </section>
   </outline>
  </round>
 </rounds>
 <subjects>
  <subject code="XAA" kind="party" invented="true" since="2010-10-01">
   <name>
    <text xml:lang="en">Old Land</text>
   </name>
   <name from="2015-01-01">
    <text xml:lang="en">New Land</text>
    <text xml:lang="fr">Nouveau Pays</text>
   </name>
  </subject>
 </subjects>
</framework>
)xml";

// The small framework with one thing changed; the test fails where there is nothing to change.
inline std::string small_with(std::string_view from, std::string_view to) {
    REQUIRE(k_small.find(from) != std::string_view::npos);
    std::string text(k_small);
    return text.replace(text.find(from), from.size(), to);
}

inline base::Problems problems_of(const std::string& bytes) {
    base::Problems problems;
    read_framework(bytes, "f.xml", problems);
    return problems;
}

}  // namespace rapporteur::framework

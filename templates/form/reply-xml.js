// SPDX-License-Identifier: EUPL-1.2
// The reply as XML, in the canonical form that the program itself writes (questionnaires/schema/reply.rnc,
// src/questionnaire/reply_form.hpp): the same answers give the same bytes.

// Characters that XML can not hold become spaces: a vertical tab pasted from a word processor is a line's end.
function xmlCharacters(text) {
    return text.replace(/\v/g, "\n").replace(/[\u0000-\u0008\u000c\u000e-\u001f\ufffe\uffff]/g, " ")
        .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
}

function xmlText(text) {
    return xmlCharacters(text).replace(/&/g, "&amp;").replace(/[<]/g, "&lt;").replace(/>/g, "&gt;").replace(/\r/g, "&#13;");
}

function xmlAttribute(text) {
    return xmlText(text).replace(/"/g, "&quot;").replace(/\n/g, "&#10;").replace(/\t/g, "&#9;");
}

// What is typed is Markdown, but a sign < is meant as a sign: markup in an answer would be refused when it is printed. Links in
// angle brackets are left as they are.
function prose(text) {
    return text.replace(/(?<!\\)[<](?=[A-Za-z/!?])(?!https?:|mailto:)/g, "\\<");
}

// [name, value] pairs; what is empty is left out.
function xmlTag(indent, name, pairs) {
    return " ".repeat(indent) + "<" + name +
        pairs.filter((pair) => pair[1] !== "").map((pair) => " " + pair[0] + "=\"" + xmlAttribute(pair[1]) + "\"").join("");
}

function xmlElement(indent, name, pairs, text) {
    return xmlTag(indent, name, pairs) + (text === "" ? "/>\n" : ">" + xmlText(text) + "<\/" + name + ">\n");
}

function exhibitXml(exhibit) {
    return xmlElement(2, "exhibit", [
        ["number", String(Number(exhibit.number))], ["file", exhibit.file], ["media-type", exhibit.mediaType],
        ["language", exhibit.language], ["sha256", exhibit.sha256],
    ], trimmed(exhibit.title));
}

function cellXml(cell) {
    return xmlElement(2, "cell", [
        ["at", cell.at], ["reason", cell.reason], ["revised", cell.revised ? "true" : ""], ["note", cell.note],
    ], cell.raw);
}

function answerXml(id, answer) {
    const start = xmlTag(1, "answer", [
        ["question", id],
        ["state", answer.state === "answered" ? "" : answer.state],
        ["reason", answer.reason],
        ["values", answer.values.join(" ")],
        ["author", answer.author],
        ["consent", answer.consent === "unset" ? "" : answer.consent],
        ["exhibits", answer.exhibits.map((number) => String(Number(number))).join(" ")],
    ]);
    const text = answer.text === "" ? "" : xmlElement(2, "text", [], prose(answer.text));
    const inner = answer.cells.map(cellXml).join("") + text;
    return start + (inner === "" ? "/>\n" : ">\n" + inner + " <\/answer>\n");
}

const BLANK = {state: "blank", reason: "", values: [], text: "", cells: [], exhibits: [], author: "", consent: "unset"};

// The answers of one question. An entry of a record that says nothing here is blank, so that the entries stay together.
function answersXml(question, answers, asked) {
    if (answers.every((answer) => answer === null)) {
        return asked === false ? answerXml(question.id, {...BLANK, state: "not-asked"}) : "";
    }
    return answers.map((answer) => answerXml(question.id, answer === null ? BLANK : answer)).join("");
}

// `terms` are {status, version, submitted}; `all` is what readAll() gave.
function replyXml(form, state, all, terms) {
    const kept = (consent) => (consent === "unset" ? "" : consent);
    const start = xmlTag(0, "reply", [
        ["xmlns", "urn:rapporteur:reply:1"],
        ["id", form.issueName],
        ["version", String(terms.version)],
        ["issue", form.issueName],
        ["respondent", form.respondent],
        ["from", state.reply.from.join(" ")],
        ["status", terms.status],
        ["language", form.language],
        ["submitted", terms.status === "draft" ? "" : terms.submitted],
        ["letter", trimmed(state.reply.letter)],
        ["publication", kept(state.reply.publication)],
        ["naming", kept(state.reply.naming)],
    ]);
    const numbered = [...state.exhibits].sort((one, other) => Number(one.number) - Number(other.number));
    const exhibits = numbered.length === 0 ? "" : " <exhibits>\n" + numbered.map(exhibitXml).join("") + " <\/exhibits>\n";
    const inner = exhibits + form.questions.map((question) =>
        answersXml(question, all.answers.get(question.id), all.asked.get(question.id))).join("");
    // From which form it came: the reception names a reply that was given to another evaluation or version.
    const origin = form.reference.includes("--") ? "" : "<" + "!-- " + form.reference + " -->\n";
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + origin + start + (inner === "" ? "/>\n" : ">\n" + inner + "<\/reply>\n");
}

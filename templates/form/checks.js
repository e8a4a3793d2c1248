// SPDX-License-Identifier: EUPL-1.2
// What does not fit, while it is written: the rules of src/questionnaire/reply_check.cpp and its neighbours, in the words of the form.
// A finding is {question, entry, level, text, at, kind}; `at` is the cell, `kind` "missing" for what was not answered yet: nobody
// wants forty of those on an empty form, and they are shown when a reply is to be written.

class Findings {
    constructor(form) {
        this.form = form;
        this.list = [];
    }
    add(question, entry, level, name, texts, more) {
        this.list.push({question, entry, level, text: fill(this.form.words[name], texts || []), ...more});
    }
}

function checkNumber(found, question, entry, answer, raw) {
    const figure = readFigure(raw, question.decimals > 0);
    if (figure.reading !== "number" || parseDecimal(figure.value) === null) {
        const name = figure.reading === "ambiguous" ? "figure_comma" : "number_words";
        found.add(question.id, entry, "error", name, name === "figure_comma" ? [question.label, raw] : [raw]);
        return;
    }
    const number = Number(figure.value);
    const minimum = parseDecimal(question.minimum);
    const maximum = parseDecimal(question.maximum);
    if (minimum !== null && number < minimum) {
        found.add(question.id, entry, "error", "number_low", [raw, question.minimum]);
    }
    if (maximum !== null && number > maximum) {
        found.add(question.id, entry, "error", "number_high", [raw, question.maximum]);
    }
    if ((figure.value.split(".")[1] || "").length > Math.max(question.decimals, 0)) {
        found.add(question.id, entry, "error", "number_decimals", [raw, question.decimals]);
    }
}

function checkValues(found, question, entry, answer, given) {
    const raw = answer.values.length === 0 ? "" : trimmed(given.values[0]);
    if (question.kind === "number" && raw !== "") {
        checkNumber(found, question, entry, answer, raw);
    }
    if (question.kind === "date" && raw !== "" && !isDate(raw, question.precision)) {
        const example = {year: "2016", month: "2016-09"}[question.precision] || "2016-09-05";
        found.add(question.id, entry, "error", "date_wrong", [raw, example]);
    }
    if (question.kind === "yesno" && answer.values.length === 0 && answer.state === "answered") {
        found.add(question.id, entry, "warning", "nothing_ticked");
    }
}

function checkBeside(found, question, entry, answer, state) {
    const explained = (value) => question.explain.includes("always") || question.explain.includes(value) || value === "other";
    if (answer.values.some(explained) && answer.text === "") {
        found.add(question.id, entry, "warning", "explain_missing");
    }
    const words = countWords(answer.text);
    if (question.maxWords > 0 && words > question.maxWords) {
        found.add(question.id, entry, "warning", "too_long", [words, question.maxWords]);
    }
    if (question.attachments === "expected" && answer.exhibits.length === 0 && answer.state === "answered") {
        found.add(question.id, entry, "warning", "exhibit_expected");
    }
    for (const number of answer.exhibits) {
        if (!/^0*[1-9][0-9]{0,8}$/.test(number)) {
            found.add(question.id, entry, "error", "exhibit_unread", [number]);
        } else if (!state.exhibits.some((each) => Number(each.number) === Number(number))) {
            found.add(question.id, entry, "error", "exhibit_unknown", [number]);
        }
    }
    if (answer.reason !== "" && answer.state === "answered") {
        found.add(question.id, entry, "warning", "reason_and_answer");
    }
}

function checkExhibits(found, exhibits) {
    const numbers = new Set();
    const files = new Set();
    for (const exhibit of exhibits) {
        const add = (name, text) => found.add("", 0, "error", name, [text]);
        if (!/^0*[1-9][0-9]{0,8}$/.test(exhibit.number)) {
            add("exhibit_number", "");
        } else if (numbers.has(Number(exhibit.number))) {
            add("exhibit_twice", exhibit.number);
        }
        numbers.add(Number(exhibit.number));
        if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(exhibit.file)) {
            add("exhibit_file", exhibit.number);
        } else if (files.has(exhibit.file)) {
            add("exhibit_file_twice", exhibit.file);
        }
        files.add(exhibit.file);
    }
}

// The questionnaire's own checks, of a question that is answered.
function checkOwn(found, question, answers, lookup) {
    if (answers[0] === null || answers[0].state !== "answered") {
        return;
    }
    question.checkTrees.forEach((tree, i) => {
        if (holds(tree, lookup) === false) {
            const check = question.checks[i];
            found.list.push({question: question.id, entry: 0, level: check.level, text: check.message});
        }
    });
}

function checkMissing(found, question, answers, asked) {
    if (found.form.principal && answers[0] === null && question.required !== "no" && asked === true) {
        const level = question.required === "block" ? "error" : "warning";
        found.add(question.id, 0, level, level === "error" ? "missing_error" : "missing_warning", [], {kind: "missing"});
    }
}

// All findings, in the order of the questions; `all` is what readAll() gave.
function findAll(form, state, all) {
    const found = new Findings(form);
    for (const question of form.questions) {
        const answers = all.answers.get(question.id);
        const asked = all.asked.get(question.id);
        answers.forEach((answer, entry) => {
            if (answer === null) {
                return;
            }
            if (asked === false) {
                found.add(question.id, entry, "warning", "answer_not_asked");
            }
            checkValues(found, question, entry, answer, state.answers[question.id][entry]);
            checkBeside(found, question, entry, answer, state);
            if (question.kind === "table" && answer.state === "answered") {
                checkTable(found, question, entry, answer, state.answers[question.id][entry]);
            }
        });
        checkOwn(found, question, answers, all.lookup);
        checkMissing(found, question, answers, asked);
    }
    checkExhibits(found, state.exhibits);
    return found.list;
}

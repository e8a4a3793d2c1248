// SPDX-License-Identifier: EUPL-1.2
// What was entered, and what of it is an answer. `form` is the data of the file (src/exchange/browser_data.cpp), `state` what a
// person wrote: every text as it was typed. answerOf() says what a reply holds of it: conditions, checks and the reply use it.

function newEntry() {
    return {values: [], text: "", reason: "", consent: "unset", author: "", exhibits: "", cells: {}, rows: {}, added: {}};
}

function newState(form) {
    return {
        answers: {},  // by question; several entries where a record repeats
        foreign: {},  // of questions that this form has not: kept, and never sent
        exhibits: [],
        reply: {from: form.to === "" ? [] : [form.to], letter: "", publication: "unset", naming: "unset"},
        entries: {},  // by record that repeats: how many
    };
}

// Looks up what the script needs often.
function prepareForm(form) {
    form.byId = new Map(form.questions.map((question) => [question.id, question]));
    for (const question of form.questions) {
        question.conditionTrees = question.conditions.map(parseExpression);
        question.checkTrees = question.checks.map((check) => parseExpression(check.test));
    }
    return form;
}

function entryOf(state, id, index) {
    const entries = state.answers[id] || (state.answers[id] = []);
    while (entries.length <= index) {
        entries.push(newEntry());
    }
    return entries[index];
}

function entryCount(form, state, question) {
    return question.record === "" || question.record === "-" ? 1 : Math.max(1, state.entries[question.record] || 1);
}

function fill(pattern, texts) {
    return pattern.replace(/\{([0-9])\}/g, (place, number) => (number in texts ? String(texts[number]) : place));
}

// ---- tables

// All codes of a dimension that have a place: [code, label, kind], kind being listed, added or total.
function codesOf(form, dimension, entry) {
    const listed = dimension.codes.map(([code, label]) => [code, label, "listed"]);
    const added = (entry.added[dimension.id] || []).map((code) => [code, code, "added"]);
    const total = dimension.total === "given" ? [["total", form.total, "total"]] : [];
    return [...listed, ...added, ...total];
}

// The places of a table in reading order: {at, row, label}; `at` has the pairs in the order of the dimensions.
function placesOf(form, question, entry) {
    let places = [{pairs: {}, labels: {}}];
    for (const axis of ["sheet", "row", "column"]) {
        for (const dimension of question.dims.filter((each) => each.axis === axis)) {
            places = places.flatMap((place) => codesOf(form, dimension, entry).map(([code, label]) => ({
                pairs: {...place.pairs, [dimension.id]: code},
                labels: {...place.labels, [dimension.id]: label},
            })));
        }
    }
    return places.map((place) => {
        const pairs = (dims) => dims.map((each) => each.id + "=" + place.pairs[each.id]).join(" ");
        const labels = ["sheet", "row", "column"].flatMap((axis) =>
            question.dims.filter((each) => each.axis === axis).map((each) => place.labels[each.id]));
        return {
            at: pairs(question.dims),
            row: pairs(question.dims.filter((each) => each.axis !== "column")),
            codes: question.dims.map((each) => place.pairs[each.id]),
            label: labels.join(", "),
        };
    });
}

// The cells that have something in them. A reason stands for a cell, in it in words, or for its row where it has no figure.
function cellsOf(form, question, entry) {
    const cells = [];
    for (const place of placesOf(form, question, entry)) {
        const given = entry.cells[place.at] || {};
        const raw = trimmed(given.raw || "");
        const figure = parseFigure(raw);
        const row = figure === null ? entry.rows[place.row] || "" : "";
        const reason = given.reason || reasonInWords(raw, form.reasonWords) || row;
        if (raw !== "" || reason !== "" || given.note) {
            cells.push({...place, raw, figure, reason, note: trimmed(given.note || ""), revised: given.revised === true});
        }
    }
    return cells;
}

// ---- answers

function exhibitNumbers(text) {
    return text.split(/[\s,;]+/).filter((word) => word !== "");
}

function valuesOf(question, entry) {
    const values = entry.values.map(trimmed).filter((value) => value !== "");
    if (question.kind === "number" && values.length > 0) {
        const figure = readFigure(values[0], question.decimals > 0);
        return [figure.reading === "number" ? figure.value : values[0]];
    }
    return values;
}

// What a reply would hold of one entry: {state, reason, values, text, cells, exhibits, author, consent}; null for nothing.
function answerOf(form, question, entry) {
    const answer = {
        reason: entry.reason,
        values: valuesOf(question, entry),
        text: trimmed(entry.text),
        cells: question.kind === "table" ? cellsOf(form, question, entry) : [],
        exhibits: exhibitNumbers(entry.exhibits),
        author: entry.author,
        consent: entry.consent,
    };
    const content = answer.values.length + answer.cells.length + answer.exhibits.length > 0 || answer.text !== "";
    if (!content && answer.reason === "") {
        return null;
    }
    const without = answer.values.length + answer.cells.length === 0;
    answer.state = answer.reason !== "" && without ? "no-answer" : "answered";
    return answer;
}

// The values that an expression sees; of a record that repeats, of its first entry.
function expressionValues(answer, where) {
    if (answer === null || answer.state !== "answered") {
        return [];
    }
    const values = [...answer.values];
    if (values.length === 0 && answer.cells.length === 0 && answer.text !== "") {
        values.push(answer.text);
    }
    for (const cell of answer.cells) {
        const pairs = cell.at.split(" ");
        const isTotal = pairs.some((pair) => pair.endsWith("=total") && !where.includes(pair));
        if (cell.reason === "" && cell.figure !== null && !isTotal && where.every((pair) => pairs.includes(pair))) {
            values.push(decimalText(cell.figure));
        }
    }
    return values;
}

// Everything at one moment: answers by question and entry, and whether each question is asked (null where that is open).
function readAll(form, state) {
    const answers = new Map();
    for (const question of form.questions) {
        const all = [];
        for (let i = 0; i < entryCount(form, state, question); ++i) {
            all.push(answerOf(form, question, (state.answers[question.id] || [])[i] || newEntry()));
        }
        answers.set(question.id, all);
    }
    const lookup = (id, where) => {
        const given = answers.get(id);
        return given === undefined ? [] : expressionValues(given[0], where);
    };
    const asked = new Map();
    for (const question of form.questions) {
        const conditions = question.conditionTrees.map((tree) => holds(tree, lookup));
        asked.set(question.id, conditions.includes(false) ? false : conditions.includes(null) ? null : true);
    }
    return {answers, asked, lookup};
}

// SPDX-License-Identifier: EUPL-1.2
// Tables of figures: what can be read as a figure, and whether the parts add up to their total. The rules are those of
// src/questionnaire/table_check.cpp, which the reception applies.

const SHOWN_CELLS = 5;

// What is wrong with a text that is no figure.
function figureFault(cell) {
    const reading = readFigure(cell.raw, true).reading;
    const names = {dash: "figure_dash", marked: "figure_mark", ambiguous: "figure_comma", number: "figure_comma"};
    return names[reading] || "figure_words";
}

function checkCell(found, question, entry, cell) {
    const add = (level, name, texts) => found.add(question.id, entry, level, name, [cell.label, ...texts], {at: cell.at});
    if (cell.reason !== "") {
        if (!question.reasons.includes(cell.reason)) {
            add("error", "reason_not_here", []);
        }
        if (cell.figure !== null) {
            add("error", "figure_and_reason", []);
        }
    } else if (cell.raw === "") {
        add("warning", "figure_missing", []);
    } else if (cell.figure === null) {
        add("error", figureFault(cell), [cell.raw]);
    } else if (cell.figure < 0) {
        add("warning", "figure_below_zero", [cell.raw]);
    }
    if (cell.note !== "" && !question.cellNotes) {
        add("warning", "note_unwanted", []);
    }
}

// For each place of the other dimensions: the cell of the total, and its parts.
function groupsOf(question, rule, cells) {
    const over = question.dims.map((dimension) => rule.over.includes(dimension.id));
    const groups = new Map();
    for (const cell of cells) {
        if (cell.codes.some((code, i) => over[i] && code === "total")) {
            continue;
        }
        const place = cell.codes.map((code, i) => (over[i] ? "total" : code));
        const at = question.dims.map((dimension, i) => dimension.id + "=" + place[i]).join(" ");
        const group = groups.get(at) || {sum: 0, parts: 0, gap: false};
        const figure = cell.reason === "" ? cell.figure : null;
        group.sum += figure === null ? 0 : figure;
        group.gap = group.gap || figure === null;
        group.parts += 1;
        groups.set(at, group);
    }
    return groups;
}

function checkTotal(found, question, entry, rule, cells) {
    const expected = question.dims.filter((dimension) => rule.over.includes(dimension.id))
        .reduce((product, dimension) => product * dimension.codes.length, 1);
    for (const [at, group] of groupsOf(question, rule, cells)) {
        const total = cells.find((cell) => cell.at === at && cell.reason === "" && cell.figure !== null);
        if (total === undefined) {
            continue;
        }
        const difference = group.sum - total.figure;
        const complete = group.parts >= expected && !group.gap;
        const above = difference > 1e-6;
        const below = difference < -1e-6;
        if ((above && rule.rule !== "at-least") || (complete && below && rule.rule !== "at-most")) {
            const name = rule.rule === "equal" && complete ? "total_differs" : above ? "total_more" : "total_less";
            const texts = [total.label, decimalText(group.sum), decimalText(total.figure)];
            found.add(question.id, entry, rule.level, name, texts, {at});
        }
    }
}

// Cells that the table asks for and that are neither filled nor explained, once something of it is.
function checkGaps(found, question, entry, cells, given) {
    const there = new Set(cells.map((cell) => cell.at));
    const added = new Set(Object.entries(given.added).flatMap(([dim, codes]) => codes.map((code) => dim + "=" + code)));
    const open = placesOf(found.form, question, given).filter((place) =>
        !there.has(place.at) && !place.at.split(" ").some((pair) => added.has(pair)));
    if (open.length > 0) {
        const names = open.slice(0, SHOWN_CELLS).map((place) => place.label).join("; ");
        const more = open.length > SHOWN_CELLS ? " …" : "";
        found.add(question.id, entry, "warning", "cells_open", [open.length, names + more], {kind: "missing"});
    }
}

function checkTable(found, question, entry, answer, given) {
    for (const cell of answer.cells) {
        checkCell(found, question, entry, cell);
    }
    for (const rule of question.totals) {
        checkTotal(found, question, entry, rule, answer.cells);
    }
    if (found.form.principal && answer.cells.length > 0) {
        checkGaps(found, question, entry, answer.cells, given);
    }
}

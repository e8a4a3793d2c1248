// SPDX-License-Identifier: EUPL-1.2
// Single values as they are typed: numbers, figures, dates, words. The same as src/questionnaire/values.cpp (what the
// reception reads) and src/statistics/figure.cpp (what a figure may mean); tests/exchange/figures.tsv holds all to one table.

const SPACES = /[\u00a0\u202f\u2009]/g;

function trimmed(text) {
    return text.replace(/^[ \t\n\r\f\v]+|[ \t\n\r\f\v]+$/g, "");
}

// Digits with an optional minus and fraction, or null.
function parseDecimal(text) {
    if (!/^-?[0-9]+(\.[0-9]+)?$/.test(text) || text.replace("-", "").length > 30) {
        return null;
    }
    return Number(text);
}

// Shortest text that is the number to six places.
function decimalText(number) {
    const text = number.toFixed(6).replace(/\.?0+$/, "");
    return text === "-0" ? "0" : text;
}

// A figure as the reception of a reply reads it: spaces between groups of three, a point before decimals.
function parseFigure(text) {
    const groups = trimmed(text.replace(SPACES, " ")).split(" ");
    const head = groups[0].replace("-", "");
    for (let i = 0; i < groups.length; ++i) {
        const whole = groups[i].split(".")[0];
        if ((i > 0 && (whole.length !== 3 || head.length > 3)) || (i + 1 < groups.length && groups[i] !== whole)) {
            return null;
        }
    }
    return parseDecimal(groups.join(""));
}

// The text of an exact decimal number, or null beyond 18 digits or 9 decimals: "007" is 7, "1.50" stays.
function exactDecimal(text) {
    const parts = /^(-?)([0-9]+)(?:\.([0-9]+))?$/.exec(text);
    const fraction = parts === null || parts[3] === undefined ? "" : parts[3];
    if (parts === null || parts[2].length + fraction.length > 18 || fraction.length > 9) {
        return null;
    }
    const whole = parts[2].replace(/^0+(?=[0-9])/, "");
    const zero = /^0*$/.test(whole + fraction);
    return (zero ? "" : parts[1]) + whole + (fraction === "" ? "" : "." + fraction);
}

function areGroups(runs) {
    return runs[0].length <= 3 && !(runs.length > 1 && runs[0] === "0") && runs.slice(1).every((run) => run.length === 3);
}

// What the separators of a number say: "whole", "decimal", "either" or "neither".
function shapeOf(runs, separators) {
    if (separators.length === 0) {
        return "whole";
    }
    const last = separators[separators.length - 1];
    const before = separators.slice(0, -1);
    const groups = separators.every((each) => each === last) && areGroups(runs);
    const decimal = (last === "," || last === ".") && !before.includes(last) &&
        (before.length === 0 || (before.every((each) => each === before[0]) && areGroups(runs.slice(0, -1))));
    return groups && decimal ? "either" : groups ? "whole" : decimal ? "decimal" : "neither";
}

function readNumber(text, withDecimals) {
    const match = /^(-?)([0-9]+(?:[ ,.'][0-9]+)*)$/.exec(text);
    if (match === null) {
        return {reading: "words", value: null};
    }
    const runs = match[2].split(/[ ,.']/);
    const shape = shapeOf(runs, [...match[2].replace(/[0-9]/g, "")]);
    if (shape === "either" && withDecimals) {
        return {reading: "ambiguous", value: null};
    }
    if (shape === "neither" || (shape === "decimal" && !withDecimals)) {
        return {reading: "words", value: null};
    }
    const whole = shape === "decimal" ? runs.slice(0, -1).join("") + "." + runs[runs.length - 1] : runs.join("");
    const value = exactDecimal(match[1] + whole);
    return {reading: value === null ? "words" : "number", value};
}

// What a typed figure may mean: {reading, value, mark}; reading is empty, number, marked, ambiguous, dash or words, value
// the text of the number or null.
function readFigure(raw, withDecimals) {
    let text = raw.replace(SPACES, " ").replace(/\t/g, " ").replace(/\u2212/g, "-").replace(/\u2019/g, "'");
    text = trimmed(text);
    if (text === "" || ["-", "--", "\u2013", "\u2014"].includes(text)) {
        return {reading: text === "" ? "empty" : "dash", value: null, mark: ""};
    }
    const mark = /[*\u2020]*$/.exec(text)[0];
    if (mark !== "") {
        text = trimmed(text.slice(0, -mark.length));
    }
    const read = readNumber(text, withDecimals);
    return {reading: read.reading === "number" && mark !== "" ? "marked" : read.reading, value: read.value, mark};
}

// The reason that stands in a cell in words ("n/a"), or "".
function reasonInWords(text, reasonWords) {
    const word = trimmed(text).replace(/[A-Z]/g, (letter) => letter.toLowerCase());
    const found = reasonWords.find((row) => row[0] === word);
    return found === undefined ? "" : found[1];
}

function isDate(text, precision) {
    const full = text + (precision === "year" ? "-01-01" : precision === "month" ? "-01" : "");
    const parts = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(full);
    if (parts === null || Number(parts[1]) === 0) {
        return false;
    }
    const [year, month, day] = parts.slice(1).map(Number);
    const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    return month >= 1 && month <= 12 && day >= 1 && day <= days[month - 1];
}

function countWords(text) {
    return text.split(/[ \t\n\r\f\v]+/).filter((word) => /[A-Za-z0-9\u0080-\u{10ffff}]/u.test(word)).length;
}

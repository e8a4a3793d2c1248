// SPDX-License-Identifier: EUPL-1.2
// The one language for conditions and checks, as src/domain/expression.hpp describes it: tests/exchange/expressions.tsv
// holds both to one table. An expression that can not be read is open, as in the program.

const LONGEST_EXPRESSION = 4000;
const DEEPEST_EXPRESSION = 40;
const CONDITIONS = ["compare", "and", "or", "not"];

class ExpressionReader {
    constructor(text) {
        this.text = text;
        this.at = 0;
    }
    stop() {
        throw new SyntaxError("no condition at " + this.at);
    }
    skip() {
        while (this.at < this.text.length && " \t\n\r\f\v".includes(this.text[this.at])) {
            ++this.at;
        }
    }
    take(sign) {
        this.skip();
        const there = this.text.startsWith(sign, this.at);
        this.at += there ? sign.length : 0;
        return there;
    }
    takeWord(word) {
        this.skip();
        const there = /^[A-Za-z]*/.exec(this.text.slice(this.at))[0] === word;
        this.at += there ? word.length : 0;
        return there;
    }
    expect(sign) {
        if (!this.take(sign)) {
            this.stop();
        }
    }
    mustBeCondition(node) {
        return CONDITIONS.includes(node.kind) ? node : this.stop();
    }
    whole() {
        const root = this.mustBeCondition(this.either(0));
        this.skip();
        return this.at < this.text.length ? this.stop() : root;
    }
    either(depth) {
        let left = this.both(depth);
        while (this.takeWord("or")) {
            left = {kind: "or", left: this.mustBeCondition(left), right: this.mustBeCondition(this.both(depth))};
        }
        return left;
    }
    both(depth) {
        let left = this.comparison(depth);
        while (this.takeWord("and")) {
            left = {kind: "and", left: this.mustBeCondition(left), right: this.mustBeCondition(this.comparison(depth))};
        }
        return left;
    }
    comparison(depth) {
        const left = this.primary(depth);
        const sign = ["!=", "<=", ">=", "=", "<", ">"].find((each) => this.take(each));
        if (sign === undefined) {
            return left;
        }
        const right = this.primary(depth);
        if (CONDITIONS.includes(left.kind) || CONDITIONS.includes(right.kind)) {
            this.stop();
        }
        return {kind: "compare", sign, left, right};
    }
    primary(depth) {
        this.skip();
        const next = this.text[this.at];
        if (depth > DEEPEST_EXPRESSION || next === undefined) {
            this.stop();
        }
        if (this.take("(")) {
            const inner = this.either(depth + 1);
            this.expect(")");
            return inner;
        }
        if (next === "$") {
            return this.reference();
        }
        if (next === "'" || next === "\"") {
            const end = this.text.indexOf(next, this.at + 1);
            const text = end < 0 ? this.stop() : this.text.slice(this.at + 1, end);
            this.at = end + 1;
            return {kind: "text", text};
        }
        if (/[0-9-]/.test(next)) {
            const text = /^-?[0-9.]*/.exec(this.text.slice(this.at))[0];
            this.at += text.length;
            return parseDecimal(text) === null ? this.stop() : {kind: "number", text};
        }
        if (this.takeWord("not")) {
            this.expect("(");
            const inner = this.mustBeCondition(this.either(depth + 1));
            this.expect(")");
            return {kind: "not", inner};
        }
        const name = ["sum", "count"].find((each) => this.takeWord(each));
        return name === undefined ? this.stop() : this.aggregate(name, depth);
    }
    aggregate(kind, depth) {
        this.expect("(");
        const operands = [];
        do {
            const operand = this.primary(depth + 1);
            if (operand.kind !== "reference" && (kind === "count" || operand.kind !== "number")) {
                this.stop();
            }
            operands.push(operand);
        } while (this.take(","));
        this.expect(")");
        return {kind, operands};
    }
    reference() {
        const end = this.take("${") ? this.text.indexOf("}", this.at) : -1;
        const inside = end < 0 ? this.stop() : this.text.slice(this.at, end);
        const parts = /^([A-Za-z0-9][A-Za-z0-9_.-]*)(?:\[([^]*)\])?$/.exec(inside);
        if (parts === null) {
            this.stop();
        }
        const where = (parts[2] === undefined ? "" : parts[2]).split(/[ \t\n\r\f\v]+/).filter((pair) => pair !== "");
        if (!where.every((pair) => pair.indexOf("=") > 0 && pair.indexOf("=") + 1 < pair.length)) {
            this.stop();
        }
        this.at = end + 1;
        return {kind: "reference", id: parts[1], where};
    }
}

// The condition as a tree, or null where the text is none.
function parseExpression(text) {
    try {
        return new TextEncoder().encode(text).length > LONGEST_EXPRESSION ? null : new ExpressionReader(text).whole();
    } catch (fault) {
        if (fault instanceof SyntaxError) {
            return null;
        }
        throw fault;
    }
}

function areEqual(left, right) {
    return Math.abs(left - right) <= 1e-9 * Math.max(1, Math.abs(left), Math.abs(right));
}

// As bytes of UTF-8 are ordered, which is as code points are.
function isBefore(left, right) {
    const a = [...left];
    const b = [...right];
    for (let i = 0; i < Math.min(a.length, b.length); ++i) {
        if (a[i] !== b[i]) {
            return a[i].codePointAt(0) < b[i].codePointAt(0);
        }
    }
    return a.length < b.length;
}

function valueOf(node, lookup) {
    if (node.kind === "number" || node.kind === "text") {
        return {known: true, texts: [node.text], number: parseDecimal(node.text)};
    }
    if (node.kind === "reference") {
        const texts = lookup(node.id, node.where);
        return {known: texts.length > 0, texts, number: texts.length === 1 ? parseDecimal(texts[0]) : null};
    }
    const texts = node.operands.flatMap((operand) => valueOf(operand, lookup).texts);
    const numbers = texts.map(parseDecimal).filter((number) => number !== null);
    const number = node.kind === "count" ? texts.length : numbers.reduce((sum, each) => sum + each, 0);
    return {known: node.kind === "count" || numbers.length > 0, texts: [decimalText(number)], number};
}

function compareValues(node, lookup) {
    const left = valueOf(node.left, lookup);
    const right = valueOf(node.right, lookup);
    if (!left.known || !right.known) {
        return null;
    }
    const numbers = left.number !== null && right.number !== null;
    if (node.sign === "=" || node.sign === "!=") {
        const equal = numbers ? areEqual(left.number, right.number) : left.texts.some((text) => right.texts.includes(text));
        return equal === (node.sign === "=");
    }
    if (!numbers && (left.texts.length !== 1 || right.texts.length !== 1)) {
        return null;
    }
    const equal = numbers ? areEqual(left.number, right.number) : left.texts[0] === right.texts[0];
    const less = !equal && (numbers ? left.number < right.number : isBefore(left.texts[0], right.texts[0]));
    return {"<": less, "<=": less || equal, ">": !less && !equal, ">=": !less}[node.sign];
}

// true, false, or null where what is not answered leaves it open. lookup(id, where) gives the values of an answer.
function holds(node, lookup) {
    if (node === null) {
        return null;
    }
    if (node.kind === "compare") {
        return compareValues(node, lookup);
    }
    if (node.kind === "not") {
        const inner = holds(node.inner, lookup);
        return inner === null ? null : !inner;
    }
    const decides = node.kind === "or";
    const left = holds(node.left, lookup);
    const right = holds(node.right, lookup);
    if (left === decides || right === decides) {
        return decides;
    }
    return left === null || right === null ? null : !decides;
}

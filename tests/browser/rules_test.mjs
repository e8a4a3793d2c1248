// SPDX-License-Identifier: EUPL-1.2
// The rules that the script of the browser form and the program have in common, held to the tables that
// tests/exchange/form_rules_test.cpp reads too; and what the script has alone: the lock, the reply as XML.
import assert from "node:assert/strict";
import {webcrypto} from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import {test} from "node:test";
import {fileURLToPath} from "node:url";
import vm from "node:vm";

const source = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const context = vm.createContext({TextEncoder, TextDecoder, crypto: webcrypto, btoa, atob, Uint8Array, console});
for (const name of ["figures", "expression", "model", "checks", "table-checks", "reply-xml", "lock"]) {
    vm.runInContext(fs.readFileSync(path.join(source, "templates/form", name + ".js"), "utf8"), context, {filename: name + ".js"});
}
const form = context;

function rowsOf(name) {
    return fs.readFileSync(path.join(source, "tests/exchange", name), "utf8").split("\n")
        .filter((line) => line !== "" && !line.startsWith("#")).map((line) => line.split("\t"));
}

test("typed figures are read as the table says", () => {
    const rows = rowsOf("figures.tsv");
    assert.ok(rows.length > 40);
    for (const [typed, whole, wholeValue, fine, fineValue, mark, received] of rows) {
        const raw = JSON.parse(typed);
        const one = form.readFigure(raw, false);
        const other = form.readFigure(raw, true);
        assert.deepEqual([one.reading, one.value || ""], [whole, wholeValue], typed);
        assert.deepEqual([other.reading, other.value || "", other.mark], [fine, fineValue, JSON.parse(mark)], typed);
        const figure = form.parseFigure(raw);
        assert.equal(figure === null ? "" : form.decimalText(figure), received, typed);
    }
});

test("conditions say what the table says", () => {
    const [[given], ...rows] = rowsOf("expressions.tsv");
    assert.ok(rows.length > 60);
    const answers = new Map(Object.entries(JSON.parse(given)).map(([id, answer]) => [id, {
        state: answer.reason === undefined ? "answered" : "no-answer",
        values: answer.values || [],
        text: answer.text || "",
        cells: (answer.cells || []).map(([at, raw, reason]) => ({at, figure: form.parseFigure(raw), reason: reason || ""})),
    }]));
    const lookup = (id, where) => form.expressionValues(answers.has(id) ? answers.get(id) : null, where);
    for (const [typed, expected] of rows) {
        const tree = form.parseExpression(JSON.parse(typed));
        const holds = tree === null ? "fault" : {true: "yes", false: "no", null: "open"}[form.holds(tree, lookup)];
        assert.equal(holds, expected, typed);
    }
});

test("dates are dates and words are counted as the table says", () => {
    const rows = rowsOf("values.tsv");
    assert.ok(rows.length > 20);
    for (const [kind, typed, expected] of rows) {
        const text = JSON.parse(typed);
        const got = kind === "words" ? String(form.countWords(text)) : form.isDate(text, kind) ? "yes" : "no";
        assert.equal(got, expected, kind + " " + typed);
    }
});

test("a locked file opens with its passphrase alone, and not when a byte was changed", async () => {
    const text = "{\"secret\": \"тайна 😀\"}\n";
    const locked = await form.lockText(text, "correct horse battery staple");
    const file = () => JSON.parse(locked);
    assert.equal(file().locked.iterations, 600000);
    assert.equal(Buffer.from(file().locked.salt, "base64").length, 16);
    assert.notEqual((JSON.parse(await form.lockText(text, "correct horse battery staple"))).locked.salt, file().locked.salt);
    assert.equal(await form.unlockText(file(), "correct horse battery staple"), text);
    assert.equal(await form.unlockText(file(), "correct horse battery stable"), null);
    for (const change of [(f) => { f.locked.iterations = 599999; }, (f) => { f.locked.iv = "AAAAAAAAAAAAAAAA"; }, (f) => { f.sealed = "A" + f.sealed.slice(1); },
        (f) => { f.locked.iterations = 1e12; }, (f) => { f.sealed = 5; }, (f) => { f.locked = {}; }]) {
        const broken = file();
        change(broken);
        assert.equal(await form.unlockText(broken, "correct horse battery staple"), null);
    }
});

test("text in the reply can not become anything else", () => {
    assert.equal(form.xmlAttribute("a\"<&>\n\t'\u0001\ud800"), "a&quot;&lt;&amp;&gt;&#10;&#9;' \ufffd");
    assert.equal(form.xmlText("a\u000bb\u0000😀"), "a\nb 😀");
    assert.equal(form.prose("a <b> </b> <!-- < 5 <5 \\<c> <https://x.org>"), "a \\<b> \\</b> \\<!-- < 5 <5 \\<c> <https://x.org>");
});

test("every phrase is used, and every phrase that is used is there", () => {
    const phrases = (file) => [...fs.readFileSync(path.join(source, "src/exchange", file), "utf8").matchAll(/BrowserPhrase\{\s*"([a-z_]+)"/g)].map((found) => found[1]);
    const folder = path.join(source, "templates/form");
    const script = fs.readdirSync(folder).filter((name) => name.endsWith(".js")).map((name) => fs.readFileSync(path.join(folder, name), "utf8")).join("\n");
    const scripts = phrases("browser_words_script.cpp");
    assert.ok(scripts.length > 60);
    const labels = ["number", "title", "file", "language", "choose"].map((name) => "exhibit_" + name + "_label");  // put together there
    assert.deepEqual(scripts.filter((name) => !new RegExp("\\b" + name + "\\b").test(script) && !labels.includes(name)), []);
    const used = [...script.matchAll(/\bwords\.([a-z_]+)\b|"([a-z]+_[a-z_]+)"/g)].map((found) => found[1] || found[2]);
    assert.deepEqual(used.filter((name) => !scripts.includes(name)), []);

    const pages = fs.readdirSync(path.join(source, "src/exchange")).filter((name) => /^browser_(?!words).*\.cpp$/.test(name))
        .map((name) => fs.readFileSync(path.join(source, "src/exchange", name), "utf8")).join("\n");
    assert.deepEqual(phrases("browser_words.cpp").filter((name) => !pages.includes("\"" + name + "\"")), []);
});

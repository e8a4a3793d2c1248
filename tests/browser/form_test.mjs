// SPDX-License-Identifier: EUPL-1.2
// A government fills in the browser form in each language, as a person does, and the secretariat receives what it wrote.
import assert from "node:assert/strict";
import {spawnSync} from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import {after, before, test} from "node:test";

import {assertNothingAsked, downloaded, findingsOf, openBrowser, openForm, openSaved, question, Scratch, source, withoutOrigin} from "./support.mjs";

const scratch = new Scratch();
let browser;
before(async () => {
    scratch.fill();
    browser = await openBrowser();
});
after(async () => {
    await browser.close();
    scratch.remove();
});

// What a person of each language reads on the page.
const tongues = {
    en: {author: "Written by", question: "Question", answer: "Answer", cells: ["Women", "Men", "Girls", "Boys", "Total"], yes: "Yes", save: "Save", write: "Write the reply…",
        writeNow: "Write the file", draft: "a draft", differs: "Total, 2012: the parts add up to 92, not 88.", partly: "Partly", locked: "Locked with a passphrase",
        passphrase: "Passphrase", again: "The passphrase once more", unlock: "Open the file", wrong: "The passphrase does not open this file.",
        reason: "If you give no answer, the reason is:", collected: "This is not collected", figures: "Where there is no figure", dash: "a dash may mean"},
    fr: {author: "Rédigé par", question: "Question", answer: "Réponse", cells: ["Femmes", "Hommes", "Filles", "Garçons", "Total"], yes: "Oui", save: "Enregistrer", write: "Écrire la réponse…",
        writeNow: "Écrire le fichier", draft: "un projet", differs: "Total, 2012 : la somme des éléments est 92, et non 88.", partly: "En partie", locked: "Verrouillé par une phrase secrète",
        passphrase: "Phrase secrète", again: "La phrase secrète encore une fois", unlock: "Ouvrir le fichier", wrong: "La phrase secrète n’ouvre pas ce fichier.",
        reason: "Si vous ne répondez pas, la raison est :", collected: "Ces données ne sont pas recueillies", figures: "S’il n’y a pas de chiffre", dash: "un tiret peut"},
    ru: {author: "Кто составил", question: "Вопрос", answer: "Ответ", cells: ["Женщины", "Мужчины", "Девочки", "Мальчики", "Всего"], yes: "Да", save: "Сохранить", write: "Записать ответ…",
        writeNow: "Записать файл", draft: "черновик", differs: "Всего, 2012: сумма частей 92, а не 88.", partly: "Частично", locked: "Закрыт парольной фразой",
        passphrase: "Парольная фраза", again: "Парольная фраза ещё раз", unlock: "Открыть файл", wrong: "Эта парольная фраза не открывает файл.",
        reason: "Если ответа нет, причина:", collected: "Такие данные не собираются", figures: "Если числа нет", dash: "прочерк может"},
};

const typed = "Первый абзац: «кавычки», \"прямые\", 'одиночные' & <b>не разметка</b>.\n\nÉtoile 😀 — второй абзац.\nстрока ниже";
const passphrase = "семь слов, которые никак не связаны";

async function fillIn(page, words) {
    await question(page, words.question + " 2").getByRole("textbox", {name: words.answer}).fill(typed);
    await page.getByRole("checkbox", {name: "Government of Velsonia"}).check();
    await question(page, words.question + " 2").getByLabel(words.author).selectOption("XAA/body/ministry-interior");
    const rapporteur = question(page, words.question + " 5");
    await rapporteur.getByRole("radio", {name: words.partly}).check();
    await rapporteur.getByRole("textbox").first().fill("С 2024 года, \"частично\".");
    await question(page, words.question + " 10").getByRole("checkbox").nth(1).check();
    await question(page, words.question + " 10").getByRole("checkbox").nth(3).check();
    await question(page, words.question + " 9").getByLabel(words.reason).selectOption({label: words.collected});
}

// By the names of row and column, the keyboard alone after the first cell.
async function fillTable(page, words) {
    const table = question(page, words.question + " 25");
    const cell = (row, year) => table.getByRole("textbox", {name: new RegExp(words.cells[row] + " " + year + "$")});
    await cell(0, 2012).click();
    await page.keyboard.type("71");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.type("4");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.type("17");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.type("0");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.type("88");
    assert.deepEqual((await findingsOf(table)).map((text) => text.replace(/^[^:]*:\s*/, "")), [words.differs]);
    assert.equal(await cell(4, 2012).getAttribute("aria-invalid"), "true");
    const described = await cell(4, 2012).getAttribute("aria-describedby");
    assert.match(await page.locator("[id=\"" + described + "\"]").innerText(), /92/);
    assert.match(await page.getByRole("status").innerText(), /92/, "the live region says it");
    assert.match(await page.locator("#all-findings").innerText(), /92/);

    await cell(0, 2013).fill("1 234");
    await cell(1, 2013).fill("n/a");
    await cell(2, 2013).fill("—");
    assert.ok((await findingsOf(table)).some((text) => text.includes(words.dash)), "a dash is asked about");
    await table.getByRole("combobox", {name: words.figures + " " + words.cells[2]}).selectOption({label: words.collected});
    assert.ok(!(await findingsOf(table)).some((text) => text.includes(words.dash)));
    await cell(3, 2013).fill("0");
    await cell(0, 2014).fill("1,236");
    assert.equal((await findingsOf(table)).filter((text) => text.includes("1,236")).length, 1);
    await cell(0, 2014).fill("5*");
    assert.equal((await findingsOf(table)).filter((text) => text.includes("5*")).length, 1);
    await cell(0, 2014).fill("5");
}

async function saveLocked(page, words) {
    return downloaded(page, scratch, async () => {
        await page.getByRole("button", {name: words.save, exact: true}).click();
        await page.getByRole("radio", {name: words.locked}).check();
        await page.getByRole("dialog").getByLabel(words.passphrase, {exact: true}).fill(passphrase);
        await page.getByRole("dialog").getByLabel(words.again).fill(passphrase);
        await page.keyboard.press("Enter");
    });
}

async function unlock(page, words, saved) {
    await openSaved(page, saved.file);
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(words.passphrase).fill("not the passphrase at all");
    await dialog.getByRole("button", {name: words.unlock}).click();
    await dialog.getByText(words.wrong).waitFor();
    await dialog.getByLabel(words.passphrase).fill(passphrase);
    await page.keyboard.press("Enter");
    await dialog.waitFor({state: "hidden"});
}

async function writeDraft(page, words) {
    return downloaded(page, scratch, async () => {
        await page.getByRole("button", {name: words.write}).click();
        await page.getByRole("radio", {name: words.draft}).check();
        await page.getByRole("button", {name: words.writeNow}).click();
    });
}

function assertHeld(language) {
    const reply = scratch.run(["reply", "show", "greta/XAA-3/reply/government"], {json: true});
    const answers = new Map(reply.answers.map((answer) => [answer.question, answer]));
    const text = JSON.stringify(reply);
    assert.equal(reply.language, language);
    assert.deepEqual(reply.from, ["Government of Velsonia"]);
    assert.equal(answers.get("trends.new").author, "XAA/body/ministry-interior");
    assert.ok(text.includes(JSON.stringify(typed.replaceAll("<b>", "\\<b>").replaceAll("</b>", "\\</b>")).slice(1, -1)), "the text as it was typed, its signs < marked as signs");
    assert.deepEqual(answers.get("coordination.rapporteur").values, ["partly"]);
    assert.deepEqual(answers.get("labour.inspection").values, ["households", "stop-work"]);
    assert.equal(answers.get("prevention.awareness").state, "no-answer");
    assert.equal(answers.get("prevention.awareness").reason, "not-collected");
    const dump = scratch.path("dump-" + language);
    scratch.run(["dump", "greta/XAA-3", dump]);
    return fs.readFileSync(dump + "/replies/government.xml", "utf8");
}

for (const [language, words] of Object.entries(tongues)) {
    test("filled in, saved with a passphrase, opened, written and received: " + language, async () => {
        const file = scratch.form("government", language);
        const page = await openForm(browser, file);
        await fillIn(page, words);
        await fillTable(page, words);
        const saved = await saveLocked(page, words);
        assert.equal(saved.name, "greta-XAA-3-government-" + language + ".rapporteur.json");
        assert.ok(!saved.text.includes("XAA-3") && !saved.text.includes("абзац"), "nothing of it stands in clear");
        assert.ok(JSON.parse(saved.text).locked.iterations >= 600000);
        assertNothingAsked(page, file);

        await page.reload();
        assert.equal(await question(page, words.question + " 2").getByRole("textbox", {name: words.answer}).inputValue(), "");
        await unlock(page, words, saved);
        assert.equal(await question(page, words.question + " 2").getByRole("textbox", {name: words.answer}).inputValue(), typed);

        const reply = await writeDraft(page, words);
        assert.equal(reply.name, "greta-XAA-3-government-" + language + ".xml");
        assert.equal((await writeDraft(page, words)).text, reply.text, "the same answers give the same bytes");
        const jing = spawnSync("jing", ["-c", path.join(source, "questionnaires/schema/reply.rnc"), reply.file], {encoding: "utf8"});
        assert.equal(jing.status, 0, "the grammar of replies: " + jing.stdout + jing.error);
        const checked = scratch.run(["reply", "check", reply.file, "--evaluation", "greta/XAA-3"]);
        assert.match(checked.err + checked.out, /92, not 88/);
        scratch.run(["reply", "receive", reply.file, "--evaluation", "greta/XAA-3"]);
        assert.equal(assertHeld(language), withoutOrigin(reply.text), "what the register holds is what was written, byte by byte");
        for (const cell of ["at=\"year=2013 sexage=f\">1 234<", "at=\"year=2013 sexage=m\" reason=\"not-available\">n/a<",
            "at=\"year=2013 sexage=g\" reason=\"not-collected\">—<", "at=\"year=2013 sexage=b\">0<", "at=\"year=2014 sexage=f\">5<"]) {
            assert.ok(reply.text.includes(cell), cell);
        }
        assert.ok(!reply.text.includes("year=2015 sexage=f"), "an empty cell is none");
        assertNothingAsked(page, file);
        await page.context().close();
    });
}

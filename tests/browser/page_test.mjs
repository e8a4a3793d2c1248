// SPDX-License-Identifier: EUPL-1.2
// The form as a page: barriers (axe), the policy that lets nothing in or out, every kind of question, what an NGO is asked,
// files of another form, and leaving with something unsaved.
import assert from "node:assert/strict";
import {once} from "node:events";
import fs from "node:fs";
import http from "node:http";
import {createRequire} from "node:module";
import {after, before, test} from "node:test";

import {assertNothingAsked, downloaded, findingsOf, narrow, openBrowser, openForm, openSaved, question, Scratch, wide, withoutOrigin} from "./support.mjs";

const axeSource = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const kinds = "government:XAA/body/ministry-interior";
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

async function assertNoBarrier(page, where) {
    // Through the debugger's door: the page's own policy lets no further script in.
    await page.evaluate(axeSource + ";void 0");
    const found = await page.evaluate("axe.run(document, {resultTypes: ['violations']})");
    const said = found.violations.map((each) => each.id + ": " + each.nodes.map((node) => node.html.slice(0, 160)).join(" | "));
    assert.deepEqual(said, [], where);
    assert.ok(found.passes.length > 20, "axe looked at the page");
}

const save = (page) => downloaded(page, scratch, async () => {
    await page.getByRole("button", {name: "Save otherwise…"}).click();
    await page.getByRole("radio", {name: "Readable by anybody who has the file"}).check();
    await page.getByRole("dialog").getByRole("button", {name: "Save"}).click();
});

const write = (page, status) => downloaded(page, scratch, async () => {
    await page.getByRole("button", {name: "Write the reply…"}).click();
    await page.getByRole("radio", {name: status}).check();
    await page.getByRole("button", {name: "Write the file"}).click();
});

for (const viewport of [wide, narrow]) {
    test("no barrier, and nothing wider than the window: " + viewport.width, async () => {
        for (const [to, language] of [["government", "ru"], [kinds, "en"], ["ngo:ngo-lantern", "fr"]]) {
            const page = await openForm(browser, scratch.form(to, language), {viewport});
            await assertNoBarrier(page, to + " as it opens");
            assert.ok(await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), to + " is too wide");
            await page.context().close();
        }
        const page = await openForm(browser, scratch.form(kinds, "en"), {viewport});
        await question(page, "Question 6").getByRole("textbox", {name: "Question 6 Answer"}).fill("many");
        await question(page, "Question 11").getByRole("textbox", {name: "Total 2024"}).fill("a lot");
        await page.getByRole("button", {name: "Add a document"}).click();
        await page.getByRole("button", {name: "Add an entry"}).click();
        await page.waitForTimeout(500);
        await assertNoBarrier(page, "with findings");
        for (const name of ["Save otherwise…", "Write the reply…"]) {
            await page.getByRole("button", {name}).click();
            await assertNoBarrier(page, name);
            await page.keyboard.press("Escape");
        }
        assert.ok(await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), "too wide with findings");
        await page.context().close();
    });
}

test("with the keyboard alone: past the bar, into a question, and out of a dialog", async () => {
    const page = await openForm(browser, scratch.form(kinds, "en"));
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate("document.activeElement.textContent"), "Skip to the questions");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate("document.activeElement.id"), "x--short");
    await page.keyboard.type("one two three four five six");
    assert.match((await findingsOf(question(page, "Question 1")))[0], /6 words, where 5 are asked at most/);
    assert.equal(await page.getByRole("status").innerText(), "Question 1: 6 words, where 5 are asked at most.");
    for (let i = 0; i < 5; ++i) {
        await page.keyboard.press("Backspace");
    }
    await page.waitForTimeout(400);
    assert.equal(await page.getByRole("status").innerText(), "Question 1: No findings.");
    await page.getByRole("button", {name: "Save otherwise…"}).focus();
    await page.keyboard.press("Enter");
    assert.ok(await page.getByRole("dialog").isVisible());
    await page.keyboard.press("Escape");
    assert.equal(await page.evaluate("document.activeElement.textContent"), "Save otherwise…", "back where it was opened");
    await page.context().close();
});

test("the policy lets no other script run and nothing be fetched", async () => {
    const file = scratch.form("government", "en");
    const text = fs.readFileSync(file, "utf8");
    assert.ok(!/\son[a-z]+=|\sstyle=/.test(text.replace(/<script[^]*?<\/script>|<style[^]*?<\/style>/g, "")), "no handler or style in an attribute");
    const probed = scratch.path("probed.html");
    fs.writeFileSync(probed, text.replace("</main>", "<script>document.title='ran';</script><img src=x onerror=\"document.title='ran'\"></main>"));
    let reached = 0;
    const server = http.createServer((request, response) => { ++reached; response.end(); }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const page = await openForm(browser, probed);
    const refused = await page.evaluate((address) => new Promise((resolve) => {
        const seen = [];
        document.addEventListener("securitypolicyviolation", (event) => seen.push(event.effectiveDirective));
        const script = document.createElement("script");
        script.textContent = "document.title = 'ran'";
        document.body.append(script);
        fetch(address).catch(() => seen.push("fetch failed"));
        const image = document.createElement("img");
        image.src = address + "x.png";
        document.body.append(image);
        setTimeout(() => resolve(seen), 500);
    }), "http://127.0.0.1:" + server.address().port + "/");
    server.close();
    assert.notEqual(await page.title(), "ran");
    for (const directive of ["script-src-elem", "connect-src", "img-src"]) {
        assert.ok(refused.includes(directive), directive + " in " + refused.join(", "));
    }
    assert.equal(reached, 0, "nothing left the page");
    await page.context().close();
});

test("without its script the form can be read", async () => {
    const page = await openForm(browser, scratch.form(kinds, "en"), {javaScriptEnabled: false});
    await page.getByText("Scripts are switched off in this browser.").waitFor();
    for (const words of ["Say it in five words, with <angles> & “quotes”.", "Describe each shelter.", "Persons, by citizenship."]) {
        assert.ok(await page.getByText(words).isVisible(), words);
    }
    assert.equal(await page.getByRole("button", {name: "Save", exact: true}).count(), 0);
    await page.context().close();
});

async function fillKinds(page) {
    await question(page, "Question 1").getByRole("textbox").first().fill("one two three");
    await question(page, "Question 2").getByRole("radio", {name: "Yes"}).check();
    await page.waitForTimeout(400);
    await question(page, "Question 3").getByRole("textbox", {name: "Question 3 Answer"}).fill("2016-09");
    await question(page, "Question 4").getByRole("radio", {name: "By sea"}).check();
    await question(page, "Question 5").getByRole("checkbox", {name: "By land"}).check();
    await question(page, "Question 5").getByRole("checkbox", {name: "Other, namely:"}).check();
    await question(page, "Question 5").getByRole("textbox").first().fill("By air.");
    await question(page, "Question 6").getByRole("textbox", {name: "Question 6 Answer"}).fill("12,5");
    await question(page, "Question 7").getByRole("textbox").first().fill("- this\n- that");
    await page.getByRole("button", {name: "Add a document"}).click();
    fs.writeFileSync(scratch.path("Закон 7.txt"), "Law No. 7\n");
    await page.getByLabel("Choose the file").setInputFiles(scratch.path("Закон 7.txt"));
    await page.waitForTimeout(200);
    await question(page, "Question 8").getByLabel("Annexed documents, by number").fill("1");
    await fillRecord(page);
    await fillTables(page);
}

async function fillRecord(page) {
    const entry = (number) => page.locator(".entry").nth(number);
    await entry(0).getByRole("textbox", {name: "Kind of shelter"}).fill("For women");
    await page.getByRole("button", {name: "Add an entry"}).click();
    await entry(1).getByRole("textbox", {name: "Places Answer"}).fill("1 200");
    await page.getByRole("button", {name: "Add an entry"}).click();
    await entry(2).getByRole("textbox", {name: "Kind of shelter"}).fill("For men");
    await entry(2).getByRole("textbox", {name: "Places Answer"}).fill("6");
}

async function fillTables(page) {
    const sheets = question(page, "Question 10");
    await sheets.getByRole("textbox", {name: "Own nationals Women 2024"}).fill("60");
    await sheets.getByRole("textbox", {name: "Own nationals Men 2024"}).fill("5");
    await sheets.getByRole("textbox", {name: "Others Women 2025"}).fill("70");
    const found = await findingsOf(sheets);
    assert.ok(found.some((text) => text.includes("more than a hundred women")), found.join("\n"));
    assert.equal(await sheets.locator("[data-sum=\"origin=own sex=total year=2024\"]").innerText(), "65");
    await sheets.getByRole("textbox", {name: "Others Women 2025"}).fill("7");
    await sheets.getByLabel("Reason for no figure").selectOption({label: "(none)"});
    await sheets.getByLabel("Note", {exact: true}).fill("Counted \"twice\"");
    await sheets.getByLabel("Differs from what an earlier reply said").check();
    const open = question(page, "Question 11");
    await open.getByRole("textbox", {name: "Own nationals 2024"}).fill("1");
    await open.getByLabel("Code of a further row").fill("K Z");
    await page.keyboard.press("Enter");
    assert.match(await page.getByRole("status").innerText(), /can not be a code/);
    await open.getByLabel("Code of a further row").fill("XAB");
    await page.keyboard.press("Enter");
    await page.keyboard.type("2");
    await open.getByRole("textbox", {name: "Total 2024"}).fill("4");
    await open.getByRole("textbox", {name: "Others 2024"}).fill("0");
    assert.deepEqual((await findingsOf(open)).map((text) => text.replace(/^[^:]*:\s*/, "")), ["Total, 2024: the parts add up to 3, not 4."]);
    await open.getByRole("textbox", {name: "Total 2024"}).fill("3");
}

test("every kind of question comes back as it was typed", async () => {
    const page = await openForm(browser, scratch.form(kinds, "en"));
    await fillKinds(page);
    const saved = await save(page);
    assert.match(await page.locator("#saved").innerText(), /Saved just now/);
    const reply = await write(page, "submitted as it stands");
    assert.match(await page.getByRole("status").innerText(), /Send these documents with it: 7\.txt/);
    fs.mkdirSync(scratch.path("annexes"));
    fs.copyFileSync(scratch.path("Закон 7.txt"), scratch.path("annexes/7.txt"));
    scratch.run(["reply", "receive", reply.file, "--evaluation", "greta/XAA-3", "--exhibits", "annexes"]);
    scratch.run(["dump", "greta/XAA-3", scratch.path("dump")]);
    assert.equal(fs.readFileSync(scratch.path("dump/replies/kinds.xml"), "utf8"), withoutOrigin(reply.text));
    const answers = (id) => [...reply.text.matchAll(new RegExp("<answer question=\"" + id.replace(".", "\\.") + "\"[^]*?(?:/>|</answer>)", "g"))].map((found) => found[0]);
    assert.deepEqual(answers("shelter.name").map((text) => /blank|For [a-z]+/.exec(text)[0]), ["For women", "blank", "For men"]);
    assert.deepEqual(answers("shelter.places").map((text) => /blank|values="[0-9]+"/.exec(text)[0]), ["blank", "values=\"1200\"", "values=\"6\""]);
    assert.match(answers("rate")[0], /values="12.5"/);
    assert.match(answers("way.many")[0], /values="land other"/);
    assert.match(answers("sheets")[0], /at="origin=other sex=f year=2025" revised="true" note="Counted &quot;twice&quot;">7</);
    assert.ok(!reply.text.includes("sex=total"), "a total that is worked out is not sent");
    assert.match(answers("open")[0], /citizenship=XAB year=2024">2</);
    assert.match(reply.text, /sha256="[0-9a-f]{64}">Закон 7.txt</);

    // Opened again, also in another language, and written again: the same answers.
    const other = await openForm(browser, scratch.form(kinds, "fr"));
    await openSaved(other, saved.file);
    await other.getByRole("status").getByText("est ouvert").waitFor();
    assert.equal(await other.locator(".entry").count(), 3);
    assert.equal((await save2(other)).replace("\"language\": \"fr\"", "\"language\": \"en\""), saved.text);
    await page.context().close();
    await other.context().close();
});

async function save2(page) {
    const done = await downloaded(page, scratch, async () => {
        await page.getByRole("button", {name: "Enregistrer autrement…"}).click();
        await page.getByRole("radio", {name: "Lisible par quiconque a le fichier"}).check();
        await page.getByRole("dialog").getByRole("button", {name: "Enregistrer"}).click();
    });
    return done.text;
}

test("what is not asked any more is hidden, kept and sent; what is wrong is not written", async () => {
    const page = await openForm(browser, scratch.form(kinds, "en"));
    await question(page, "Question 2").getByRole("radio", {name: "Yes"}).check();
    await question(page, "Question 3").getByRole("textbox", {name: "Question 3 Answer"}).fill("2016-13");
    assert.match((await findingsOf(question(page, "Question 3")))[0], /no date such as 2016-09/);
    await question(page, "Question 3").getByRole("textbox", {name: "Question 3 Answer"}).fill("2016-12");
    await question(page, "Question 2").getByRole("radio", {name: "No", exact: true}).check();
    await page.waitForTimeout(400);
    assert.match(await question(page, "Question 3").innerText(), /is not asked after your other answers/);
    assert.ok(!(await question(page, "Question 10").locator("table").first().isVisible()), "a section that is not asked");
    await page.getByRole("button", {name: "Write the reply…"}).click();
    await page.getByRole("radio", {name: "submitted as it stands"}).check();
    await page.getByRole("button", {name: "Write the file"}).click();
    assert.match(await page.getByRole("status").innerText(), /Nothing was written: 1 errors/);
    await page.getByRole("link", {name: "Question 1", exact: true}).click();
    await question(page, "Question 1").getByRole("textbox").first().fill("one");
    const reply = await write(page, "submitted as it stands");
    assert.match(reply.text, /<answer question="law.date" values="2016-12"\/>/);
    assert.match(reply.text, /<answer question="sheets" state="not-asked"\/>/);
    await page.context().close();
});

test("an NGO is asked for its consent, and its file is locked unless it says otherwise", async () => {
    const page = await openForm(browser, scratch.form("ngo:ngo-lantern", "en"));
    assert.equal(await page.getByText("Law and regulations").count(), 0);
    await question(page, "Question 2").getByRole("textbox").first().fill("More begging.");
    await question(page, "Question 2").getByLabel("May this answer be published?").selectOption({label: "No"});
    await page.getByLabel("May the reply be published?").selectOption({label: "Yes"});
    await page.getByLabel("May you be named").selectOption({label: "No"});
    await page.getByRole("button", {name: "Save", exact: true}).click();
    assert.ok(await page.getByRole("radio", {name: "Locked with a passphrase"}).isChecked());
    await page.getByRole("dialog").getByLabel("Passphrase", {exact: true}).fill("short");
    await page.keyboard.press("Enter");
    await page.getByText("fewer than 12 characters").waitFor();
    await page.keyboard.press("Escape");
    const reply = await write(page, "a draft");
    assert.match(reply.text, /from="XAA\/body\/ngo-lantern" status="draft" language="en" publication="given" naming="refused"/);
    assert.match(reply.text, /<answer question="trends.new" consent="refused">/);
    scratch.run(["reply", "receive", reply.file, "--evaluation", "greta/XAA-3"]);
    await page.context().close();
});

test("where the browser can not lock, nothing is saved", async () => {
    const page = await openForm(browser, scratch.form("ngo:ngo-lantern", "en"));
    await page.evaluate(() => Object.defineProperty(Crypto.prototype, "subtle", {get: () => undefined}));
    let saved = false;
    page.on("download", () => { saved = true; });
    await question(page, "Question 2").getByRole("textbox").first().fill("Secret.");
    await page.getByRole("button", {name: "Save", exact: true}).click();
    await page.getByRole("dialog").getByLabel("Passphrase", {exact: true}).fill("twelve letters and more");
    await page.getByRole("dialog").getByLabel("The passphrase once more").fill("twelve letters and more");
    await page.keyboard.press("Enter");
    await page.getByText("This browser can not lock a file here").waitFor();
    assert.ok(!saved);
    await page.context().close();
});

test("a file of another form is named, and an unsaved page is not left without a question", async () => {
    const first = await openForm(browser, scratch.form("government", "en"));
    await question(first, "Question 2").getByRole("textbox").first().fill("Of the government.");
    const saved = await save(first);
    await first.context().close();

    const page = await openForm(browser, scratch.form(kinds, "en"));
    await openSaved(page, saved.file);
    await page.getByText("This file answers greta/XAA-3/issue/government (greta/round-2@2014.1). The form here is greta/XAA-3/issue/kinds").waitFor();
    await page.getByRole("button", {name: "Yes"}).click();
    await page.getByText("1 answers belong to no question of this form").waitFor();
    const again = await save(page);
    assert.ok(again.text.includes("Of the government."), "what belongs to no question here stays in the file");

    fs.writeFileSync(scratch.path("broken.json"), "{\"rapporteurForm\": 1, \"answers\": {\"short\": 5}, \"issue\": \"greta/XAA-3/issue/kinds\", \"questionnaire\": \"greta/round-2@2099.1\"}");
    await openSaved(page, scratch.path("broken.json"));
    await page.getByText("broken.json is no saved form").waitFor();

    let asked = "";
    page.on("dialog", (dialog) => { asked = dialog.type(); dialog.accept(); });
    await page.reload();
    assert.equal(asked, "", "nothing was unsaved");
    await save(page);
    await page.evaluate("const now = Date.now; Date.now = () => now() + 3 * 60000 + 1000");
    await question(page, "Question 1").getByRole("textbox").first().pressSequentially("unsaved");
    assert.equal(await page.locator("#saved").innerText(), "Changes are not saved. Last saved 3 minutes ago.");
    await page.reload();
    assert.equal(asked, "beforeunload");
    await page.context().close();
});

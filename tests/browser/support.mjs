// SPDX-License-Identifier: EUPL-1.2
// What the tests of the browser form share: the program, a register with an invented evaluation, a browser that says every
// address it asks for, and the small acts of a person who fills in a form.
import assert from "node:assert/strict";
import {spawnSync} from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import {fileURLToPath, pathToFileURL} from "node:url";

import {chromium} from "playwright-core";

const here = path.dirname(fileURLToPath(import.meta.url));
export const source = path.resolve(here, "../..");
const program = process.env.RAPPORTEUR;
assert.ok(program, "RAPPORTEUR names the program: RAPPORTEUR=build/dev/rapporteur node --test tests/browser");

// A directory that is removed when all went well.
export class Scratch {
    constructor() {
        this.directory = fs.mkdtempSync(path.join(os.tmpdir(), "rapporteur-browser-"));
        this.register = path.join(this.directory, "register.db");
    }
    path(name) {
        return path.join(this.directory, name);
    }
    // Runs the program; {status, out, err}. Anything but the status that is expected fails the test with what was said.
    run(words, {status = 0, json = false} = {}) {
        const done = spawnSync(program, ["--register", this.register, ...words, ...(json ? ["--json"] : [])], {
            cwd: this.directory, encoding: "utf8", timeout: 120000, env: {...process.env, SOURCE_DATE_EPOCH: "1795248000"},
        });
        assert.equal(done.status, status, [words.join(" "), done.stdout, done.stderr].join("\n"));
        return json ? JSON.parse(done.stdout) : {out: done.stdout, err: done.stderr};
    }
    // A register with the framework, its questionnaires, one more with every kind of question, and an evaluation.
    fill() {
        this.run(["init", this.register]);
        const fixtures = path.join(here, "fixtures");
        this.run(["load", path.join(source, "questionnaires/greta"), path.join(fixtures, "all-kinds.xml"), path.join(fixtures, "XAA-3")]);
        return this;
    }
    form(to, language) {
        const name = to.replace(/[^a-z]/gi, "-") + "-" + language + ".html";
        this.run(["issue", "make", "greta/XAA-3", "--to", to, "--format", "html", "--language", language, "--output", name, "--force"]);
        return this.path(name);
    }
    remove() {
        fs.rmSync(this.directory, {recursive: true});
    }
}

export async function openBrowser() {
    // Whoever runs as root, as in a container, has no sandbox of Chromium's.
    const args = process.getuid() === 0 ? ["--no-sandbox"] : [];
    return chromium.launch({executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args, timeout: 60000});
}

export const wide = {width: 1280, height: 900};
export const narrow = {width: 390, height: 844};

// A page with the form; `asked` are the addresses that it asked for, `faults` what its script complained of.
export async function openForm(browser, file, {viewport = wide, javaScriptEnabled = true} = {}) {
    const context = await browser.newContext({viewport, javaScriptEnabled, acceptDownloads: true, locale: "en-GB"});
    const page = await context.newPage();
    page.asked = [];
    page.faults = [];
    page.on("request", (request) => page.asked.push(request.url()));
    page.on("pageerror", (fault) => page.faults.push(String(fault)));
    page.on("console", (message) => {
        if (message.type() === "error") {
            page.faults.push(message.text());
        }
    });
    await page.goto(pathToFileURL(file).href);
    return page;
}

// Only the file itself was asked for, and what it made of its own (blob:) to be saved.
export function assertNothingAsked(page, file) {
    const others = page.asked.filter((address) => address !== pathToFileURL(file).href && !address.startsWith("blob:"));
    assert.deepEqual(others, [], "addresses that the form asked for");
    assert.deepEqual(page.faults, [], "faults of the form's script");
}

// What the page downloads while `act` runs, as text.
export async function downloaded(page, scratch, act) {
    const [download] = await Promise.all([page.waitForEvent("download", {timeout: 20000}), act()]);
    const file = scratch.path(download.suggestedFilename());
    await download.saveAs(file);
    return {file, name: download.suggestedFilename(), text: fs.readFileSync(file, "utf8")};
}

export async function openSaved(page, file) {
    const chooser = page.waitForEvent("filechooser");
    await page.locator("[data-act=open]").click();
    await (await chooser).setFiles(file);
}

// The group of one question, by what a person reads above it.
export function question(page, heading) {
    return page.getByRole("group", {name: heading, exact: true});
}

// What stands beside a question, once the pause after typing is over.
export async function findingsOf(group) {
    await group.page().waitForTimeout(400);
    return group.locator("ul.findings li").allInnerTexts();
}

// A written reply without the comment that says from which form it came: the register keeps that in the file alone.
export function withoutOrigin(text) {
    const origin = /^<!-- \[@ .*\] -->\n/m;
    assert.match(text, origin);
    return text.replace(origin, "");
}

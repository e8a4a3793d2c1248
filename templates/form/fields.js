// SPDX-License-Identifier: EUPL-1.2
// The fields of the page and the state, in both directions, and what is shown beside each question: findings, how far it is,
// how many words. Nothing is ever made from a text but text.

// The identifiers of a further entry's elements end in its number.
function entryId(prefix, id, entry) {
    return prefix + "--" + id + (entry === 0 ? "" : "--" + (entry + 1));
}

function byId(id) {
    return document.getElementById(id);
}

function make(name, attributes, text) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) {
        element.setAttribute(key, value);
    }
    if (text !== undefined) {
        element.textContent = text;
    }
    return element;
}

function placeOf(control) {
    const question = control.closest("[data-question]");
    const entry = control.closest("[data-entry]");
    return {id: question === null ? "" : question.dataset.question, entry: entry === null ? 0 : Number(entry.dataset.entry)};
}

function grow(area) {
    area.style.height = "auto";
    area.style.height = area.scrollHeight + 4 + "px";
}

// ---- from the page into the state

function readControl(control, state) {
    const {id, entry: index} = placeOf(control);
    const entry = entryOf(state, id, index);
    const field = control.dataset.field;
    if (field === "cell") {
        const cell = entry.cells[control.dataset.at] || (entry.cells[control.dataset.at] = {});
        cell.raw = control.value;
    } else if (field === "row") {
        entry.rows[control.dataset.row] = control.value;
    } else if (field === "value") {
        entry.values = [control.value];
    } else if (field === "choice") {
        const group = control.closest("fieldset").querySelectorAll("[data-field=choice]");
        entry.values = [...group].filter((each) => each.checked && each.value !== "").map((each) => each.value);
    } else {
        entry[field] = control.value;
    }
}

// ---- from the state into the page

function showControl(control, entry) {
    const field = control.dataset.field;
    if (field === "cell") {
        const cell = entry.cells[control.dataset.at] || {};
        control.value = cell.raw || "";
    } else if (field === "row") {
        control.value = entry.rows[control.dataset.row] || "";
    } else if (field === "value") {
        control.value = entry.values[0] || "";
    } else if (field === "choice") {
        control.checked = entry.values.includes(control.value) || (control.value === "" && entry.values.length === 0);
    } else {
        control.value = entry[field];
    }
    if (control.tagName === "TEXTAREA") {
        grow(control);
    }
}

function showFields(container, state) {
    for (const control of container.querySelectorAll("[data-field]")) {
        const {id, entry} = placeOf(control);
        showControl(control, (state.answers[id] || [])[entry] || newEntry());
    }
}

// ---- entries of a record that repeats

function renumber(element, entry) {
    const suffix = "--" + (entry + 1);
    const ids = new Set([...element.querySelectorAll("[id]")].map((each) => each.id));
    for (const each of element.querySelectorAll("*")) {
        for (const name of ["id", "for", "name"]) {
            if (each.hasAttribute(name)) {
                each.setAttribute(name, each.getAttribute(name) + suffix);
            }
        }
        for (const name of ["aria-labelledby", "aria-describedby"]) {
            if (each.hasAttribute(name)) {
                const tokens = each.getAttribute(name).split(" ").map((word) => (ids.has(word) ? word + suffix : word));
                each.setAttribute(name, tokens.join(" "));
            }
        }
    }
}

function showEntries(page) {
    for (const record of document.querySelectorAll("[data-record].entries")) {
        const wanted = Math.max(1, page.state.entries[record.dataset.record] || 1);
        while (record.children.length > wanted) {
            record.lastElementChild.remove();
        }
        while (record.children.length < wanted) {
            const index = record.children.length;
            const entry = page.firstEntries.get(record.dataset.record).cloneNode(true);
            entry.dataset.entry = String(index);
            renumber(entry, index);
            entry.querySelector(".entry-title").textContent = fill(page.form.words.entry, [index + 1]);
            record.append(entry);
        }
    }
}

// ---- what is said beside the questions

function findingItem(page, finding, text) {
    const item = make("li", {class: finding.level});
    item.append(make("strong", {}, page.form.words[finding.level] + ":"), text);
    return item;
}

function listId(finding) {
    return finding.question === "" ? "f--exhibits" : entryId("f", finding.question, finding.entry);
}

// Lists are written anew only where they changed: a screen reader would begin from the start.
function showFindings(page, findings) {
    const shown = findings.filter((finding) => page.showMissing || finding.kind !== "missing");
    const lists = new Map();
    for (const finding of shown) {
        const id = listId(finding);
        lists.set(id, [...(lists.get(id) || []), finding]);
    }
    for (const list of document.querySelectorAll("ul.findings")) {
        const wanted = lists.get(list.id) || [];
        const text = JSON.stringify(wanted);
        if (list.dataset.shown !== text) {
            list.dataset.shown = text;
            list.replaceChildren(...wanted.map((finding, i) => {
                const item = findingItem(page, finding, finding.text);
                item.id = list.id + "--" + i;
                return item;
            }));
            markFields(list, wanted);
        }
    }
    showAllFindings(page, shown);
    return shown;
}

// The fields that findings are about say so, and where to read it.
function markFields(list, findings) {
    const answer = list.closest(".answer");
    if (answer === null) {
        return;
    }
    for (const cell of answer.querySelectorAll("[data-field=cell]")) {
        const own = findings.map((finding, i) => (finding.at === cell.dataset.at ? list.id + "--" + i : "")).filter((id) => id !== "");
        cell.toggleAttribute("aria-describedby", own.length > 0);
        cell.toggleAttribute("aria-invalid", own.length > 0);
        if (own.length > 0) {
            cell.setAttribute("aria-describedby", own.join(" "));
            cell.setAttribute("aria-invalid", "true");
        }
    }
    const field = answer.querySelector("[data-field=value], [data-field=text]");
    const wrong = findings.some((finding) => finding.level === "error" && finding.at === undefined && finding.kind !== "missing");
    if (wrong) {
        field.setAttribute("aria-invalid", "true");
    } else {
        field.removeAttribute("aria-invalid");
    }
}

function targetOf(finding) {
    return finding.question === "" ? "exhibits" : entryId("q", finding.question, finding.entry);
}

function countText(page, count) {
    const words = page.form.words;
    return count === 0 ? words.no_findings : count === 1 ? words.one_finding : fill(words.some_findings, [count]);
}

function showAllFindings(page, shown) {
    const text = JSON.stringify(shown);
    if (page.findingsShown === text) {
        return;
    }
    page.findingsShown = text;
    byId("all-findings").replaceChildren(...shown.map((finding) => {
        const question = page.form.byId.get(finding.question);
        const item = findingItem(page, finding, "");
        const link = make("a", {href: "#" + targetOf(finding)}, question === undefined ? byId("exhibits-heading").textContent : question.label);
        item.append(link, ": " + finding.text);
        return item;
    }));
    byId("findings-state").textContent = countText(page, shown.length);
    const link = byId("to-findings");
    link.textContent = countText(page, shown.length);
    link.classList.toggle("errors", shown.some((finding) => finding.level === "error"));
}

function stateName(answers, asked) {
    if (asked === false) {
        return "state_not_asked";
    }
    if (answers.every((answer) => answer === null)) {
        return "state_open";
    }
    return answers.every((answer) => answer === null || answer.state === "no-answer") ? "state_reason" : "state_answered";
}

function showProgress(page, all, findings) {
    const counts = new Map(page.form.sections.map((section) => [section.id, {done: 0, all: 0}]));
    const total = {done: 0, all: 0};
    const errors = new Set(findings.filter((finding) => finding.level === "error").map((finding) => finding.question));
    for (const question of page.form.questions) {
        const answers = all.answers.get(question.id);
        const asked = all.asked.get(question.id);
        const name = stateName(answers, asked);
        const done = name === "state_answered" || name === "state_reason";
        if (asked !== false || done) {
            for (const count of [total, counts.get(question.section)]) {
                count.all += 1;
                count.done += done ? 1 : 0;
            }
        }
        answers.forEach((answer, entry) => {
            const element = byId(entryId("q", question.id, entry));
            byId(entryId("s", question.id, entry)).textContent = page.form.words[name];
            element.classList.toggle("done", answer !== null);
            element.classList.toggle("has-error", errors.has(question.id));
            element.classList.toggle("excluded", asked === false);
            element.classList.toggle("kept", asked === false && answer !== null);
            element.querySelector(".not-asked").hidden = asked !== false;
        });
    }
    for (const element of document.querySelectorAll("[data-count]")) {
        const count = counts.get(element.dataset.count);
        element.textContent = count.done + "/" + count.all;
    }
    byId("progress").textContent = fill(page.form.words.progress, [total.done, total.all]);
    byId("progress-bar").max = Math.max(total.all, 1);
    byId("progress-bar").value = total.done;
}

function showWords(page) {
    for (const question of page.form.questions) {
        for (let entry = 0; entry < entryCount(page.form, page.state, question); ++entry) {
            const words = countWords(((page.state.answers[question.id] || [])[entry] || newEntry()).text);
            const place = byId(entryId("c", question.id, entry));
            place.textContent = question.maxWords > 0 ? fill(page.form.words.words_of, [words, question.maxWords])
                : words > 0 ? fill(page.form.words.words, [words]) : "";
        }
    }
}

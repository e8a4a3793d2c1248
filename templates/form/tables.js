// SPDX-License-Identifier: EUPL-1.2
// Tables on the page: rows of the respondent's own, totals that are worked out, reasons and notes of single cells, and the
// list of annexed documents.

function questionElement(control) {
    return control.closest("[data-question]");
}

// ---- rows

// `pairs` in the order of the table's dimensions.
function inOrder(question, pairs) {
    return question.dims.map((dimension) => pairs.find((pair) => pair.startsWith(dimension.id + "=")))
        .filter((pair) => pair !== undefined).join(" ");
}

function words(text) {
    return text.split(" ").filter((word) => word !== "");
}

// The rows that a code of an open dimension opens in one table: like its first rows, with that code in place of the first one.
function addRows(page, table, question, dimension, code) {
    const body = table.querySelector("tbody");
    const first = dimension.codes.length > 0 ? dimension.id + "=" + dimension.codes[0][0] : dimension.id + "=total";
    const isTotal = (row) => words(row.dataset.pairs).includes(dimension.id + "=total");
    for (const like of [...body.rows].filter((row) => words(row.dataset.pairs).includes(first) && row.dataset.added === undefined)) {
        const row = like.cloneNode(true);
        const swap = (text) => inOrder(question, words(text).map((pair) => (pair === first ? dimension.id + "=" + code : pair)));
        row.dataset.pairs = swap(like.dataset.pairs);
        row.dataset.added = code;
        row.classList.remove("total");
        const head = row.querySelector("th");
        const headId = "ra--" + table.dataset.name + "--" + body.rows.length;
        head.textContent = head.textContent.replace(dimension.codes.length > 0 ? dimension.codes[0][1] : page.form.total, code);
        const oldId = head.id;
        head.id = headId;
        const remove = make("button", {type: "button", "data-act": "remove-row", "data-dimension": dimension.id, "data-code": code,
            "aria-label": fill(page.form.words.remove_row, [code])}, "×");
        head.append(remove);
        for (const field of row.querySelectorAll("[data-field], [data-sum]")) {
            for (const name of ["at", "row", "sum"].filter((each) => field.dataset[each] !== undefined)) {
                field.dataset[name] = swap(field.dataset[name]);
            }
            if (field.hasAttribute("aria-labelledby")) {
                field.setAttribute("aria-labelledby", field.getAttribute("aria-labelledby").replace(oldId, headId));
            }
            field.removeAttribute("aria-describedby");
            field.removeAttribute("aria-invalid");
            field.value = "";
        }
        body.insertBefore(row, [...body.rows].find(isTotal) || null);
    }
}

// The rows on the page are those of the state.
function showRows(page) {
    for (const table of document.querySelectorAll("table[data-sheet]")) {
        const {id, entry} = placeOf(table);
        const question = page.form.byId.get(id);
        for (const row of table.querySelectorAll("tr[data-added]")) {
            row.remove();
        }
        const given = (page.state.answers[id] || [])[entry] || newEntry();
        for (const dimension of question.dims.filter((each) => each.axis === "row")) {
            for (const code of given.added[dimension.id] || []) {
                addRows(page, table, question, dimension, code);
            }
        }
    }
}

function addRow(page, button) {
    const {id, entry: index} = placeOf(button);
    const question = page.form.byId.get(id);
    const dimension = question.dims.find((each) => each.id === button.dataset.dimension);
    const input = button.parentElement.querySelector("[data-new-row]");
    const code = trimmed(input.value);
    const entry = entryOf(page.state, id, index);
    const added = entry.added[dimension.id] || [];
    if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/.test(code) || code === "total" || dimension.retired.includes(code)) {
        input.setAttribute("aria-invalid", "true");
        say(page, fill(page.form.words.code_wrong, [code]));
        input.focus();
        return;
    }
    input.removeAttribute("aria-invalid");
    if (added.includes(code) || dimension.codes.some((each) => each[0] === code)) {
        say(page, fill(page.form.words.code_twice, [code]));
        return;
    }
    entry.added[dimension.id] = [...added, code];
    input.value = "";
    showRows(page);
    showFields(questionElement(button), page.state);
    changed(page);
    say(page, fill(page.form.words.row_added, [code]));
    const fresh = questionElement(button).querySelector("tr[data-added=\"" + code + "\"] input");
    if (fresh !== null) {
        fresh.focus();
    }
}

async function removeRow(page, button) {
    const {id, entry: index} = placeOf(button);
    const entry = entryOf(page.state, id, index);
    const {dimension, code} = button.dataset;
    const element = questionElement(button);
    const here = (at) => words(at).includes(dimension + "=" + code);
    const used = Object.entries(entry.cells).some(([at, cell]) => here(at) && (cell.raw || cell.note || cell.reason));
    if (used && !(await ask(page, fill(page.form.words.ask_remove_row, [code])))) {
        return;
    }
    entry.added[dimension] = entry.added[dimension].filter((each) => each !== code);
    for (const held of [entry.cells, entry.rows]) {
        for (const at of Object.keys(held).filter(here)) {
            delete held[at];
        }
    }
    showRows(page);
    showFields(element, page.state);
    changed(page);
    say(page, fill(page.form.words.row_removed, [code]));
    element.querySelector("[data-new-row]").focus();
}

// ---- totals that are worked out

function showSums(page, all) {
    for (const output of document.querySelectorAll("[data-sum]")) {
        const {id, entry} = placeOf(output);
        const answer = all.answers.get(id)[entry];
        const wanted = words(output.dataset.sum).filter((pair) => !pair.endsWith("=total"));
        const cells = answer === null ? [] : answer.cells.filter((cell) => cell.figure !== null && cell.reason === "" &&
            !cell.codes.includes("total") && wanted.every((pair) => words(cell.at).includes(pair)));
        output.textContent = cells.length === 0 ? "" : decimalText(cells.reduce((sum, cell) => sum + cell.figure, 0));
    }
}

// ---- reasons and notes of single cells

function showCellChoices(page) {
    for (const select of document.querySelectorAll("[data-detail=cell]")) {
        const {id, entry} = placeOf(select);
        const places = placesOf(page.form, page.form.byId.get(id), (page.state.answers[id] || [])[entry] || newEntry());
        const chosen = select.value;
        const wanted = places.map((place) => place.at).join("\n");
        if (select.dataset.shown !== wanted) {
            select.dataset.shown = wanted;
            select.replaceChildren(...places.map((place) => make("option", {value: place.at}, place.label)));
            select.value = places.some((place) => place.at === chosen) ? chosen : places.length > 0 ? places[0].at : "";
        }
        showCellDetail(page, select.closest("fieldset"));
    }
}

function detailOf(fieldset, name) {
    return fieldset.querySelector("[data-detail=" + name + "]");
}

function showCellDetail(page, fieldset) {
    const {id, entry} = placeOf(fieldset);
    const at = detailOf(fieldset, "cell").value;
    const cell = (((page.state.answers[id] || [])[entry] || newEntry()).cells[at]) || {};
    detailOf(fieldset, "reason").value = cell.reason || "";
    detailOf(fieldset, "revised").checked = cell.revised === true;
    const note = detailOf(fieldset, "note");
    if (note !== null && note !== document.activeElement) {
        note.value = cell.note || "";
    }
}

function readCellDetail(page, control) {
    const fieldset = control.closest("fieldset");
    const {id, entry: index} = placeOf(control);
    if (control.dataset.detail === "cell") {
        showCellDetail(page, fieldset);
        return;
    }
    const entry = entryOf(page.state, id, index);
    const at = detailOf(fieldset, "cell").value;
    const cell = entry.cells[at] || (entry.cells[at] = {});
    cell[control.dataset.detail] = control.dataset.detail === "revised" ? control.checked : control.value;
    changed(page);
}

// The cell that was worked in last is the one that a reason or a note is for.
function followCell(page, input) {
    const fieldset = questionElement(input).querySelector(".cell-detail");
    const select = detailOf(fieldset, "cell");
    if (select.value !== input.dataset.at) {
        select.value = input.dataset.at;
        showCellDetail(page, fieldset);
    }
}

function showCellRemarks(page, all) {
    for (const list of document.querySelectorAll("[data-remarks]")) {
        const {id, entry} = placeOf(list);
        const answer = all.answers.get(id)[entry];
        const given = ((page.state.answers[id] || [])[entry] || newEntry()).cells;
        const remarked = (answer === null ? [] : answer.cells).filter((cell) => cell.note !== "" || cell.revised || (given[cell.at] || {}).reason);
        const texts = remarked.map((cell) => cell.label + ": " + [
            cell.reason === "" ? "" : page.form.reasons[cell.reason], cell.note,
            cell.revised ? byId("d--" + id + "--revised").nextElementSibling.textContent : "",
        ].filter((text) => text !== "").join("; "));
        if (list.dataset.shown !== texts.join("\n")) {
            list.dataset.shown = texts.join("\n");
            list.replaceChildren(...texts.map((text) => make("li", {}, text)));
            const ats = new Set(remarked.map((cell) => cell.at));
            for (const input of questionElement(list).querySelectorAll("[data-field=cell]")) {
                input.classList.toggle("remarked", ats.has(input.dataset.at));
            }
        }
    }
}

// Up and down go from row to row, as in any table of figures.
function moveInTable(event) {
    const step = {ArrowUp: -1, ArrowDown: 1}[event.key];
    if (step === undefined || event.target.dataset.field !== "cell" || event.altKey || event.ctrlKey || event.metaKey) {
        return;
    }
    const cell = event.target.closest("td");
    const rows = [...cell.closest("tbody").rows];
    const next = rows[rows.indexOf(cell.parentElement) + step];
    const field = next === undefined ? null : next.cells[cell.cellIndex].querySelector("input");
    if (field !== null) {
        event.preventDefault();
        field.focus();
        field.select();
    }
}

// ---- annexed documents

function exhibitField(page, exhibit, index, name, size) {
    const id = "exhibit-" + index + "-" + name;
    const field = make("p", {class: "field"});
    const input = make("input", {type: name === "choose" ? "file" : "text", id, "data-exhibit": name, "data-index": index, autocomplete: "off"});
    if (name !== "choose") {
        input.value = exhibit[name];
        input.size = size;
    }
    field.append(make("label", {for: id}, page.form.words["exhibit_" + name + "_label"]), " ", input);
    return field;
}

function showExhibits(page) {
    byId("exhibit-list").replaceChildren(...page.state.exhibits.map((exhibit, index) => {
        const box = make("div", {class: "exhibit", role: "group", "aria-label": fill(page.form.words.exhibit, [exhibit.number])});
        for (const [name, size] of [["number", 4], ["title", 40], ["file", 30], ["language", 6], ["choose", 0]]) {
            box.append(exhibitField(page, exhibit, index, name, size));
        }
        box.append(make("p", {class: "hash"}, exhibit.sha256 === "" ? "" : "SHA-256 " + exhibit.sha256));
        box.append(make("button", {type: "button", "data-act": "remove-exhibit", "data-index": index},
            fill(page.form.words.exhibit_remove, [exhibit.number])));
        return box;
    }));
}

function addExhibit(page) {
    const highest = page.state.exhibits.reduce((most, each) => Math.max(most, Number(each.number) || 0), 0);
    page.state.exhibits.push({number: String(highest + 1), title: "", file: "", mediaType: "application/octet-stream", language: "", sha256: ""});
    showExhibits(page);
    changed(page);
    byId("exhibit-" + (page.state.exhibits.length - 1) + "-title").focus();
}

async function removeExhibit(page, index) {
    if (await ask(page, fill(page.form.words.ask_remove_exhibit, [page.state.exhibits[index].number]))) {
        page.state.exhibits.splice(index, 1);
        showExhibits(page);
        changed(page);
        document.querySelector("[data-act=add-exhibit]").focus();
    }
}

const MEDIA_TYPES = {
    pdf: "application/pdf", txt: "text/plain", csv: "text/csv", html: "text/html", xml: "application/xml", jpg: "image/jpeg", png: "image/png",
    odt: "application/vnd.oasis.opendocument.text", doc: "application/msword", rtf: "application/rtf",
    docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

// A name that may stand in a reply: what is not of the alphabet is left out.
function plainFileName(name, number) {
    const ending = /\.([A-Za-z0-9]{1,8})$/.exec(name);
    const plain = name.slice(0, ending === null ? name.length : ending.index).replace(/[^A-Za-z0-9._-]+/g, "-").replace(/^[^A-Za-z0-9]+|-+$/g, "");
    return (plain === "" ? "document-" + number : plain).slice(0, 80) + (ending === null ? "" : "." + ending[1].toLowerCase());
}

async function readExhibit(page, control) {
    const exhibit = page.state.exhibits[Number(control.dataset.index)];
    if (control.dataset.exhibit !== "choose") {
        exhibit[control.dataset.exhibit] = trimmed(control.value);
        changed(page);
        return;
    }
    const file = control.files[0];
    if (file === undefined) {
        return;
    }
    exhibit.file = plainFileName(file.name, exhibit.number);
    exhibit.title = exhibit.title === "" ? file.name : exhibit.title;
    exhibit.mediaType = MEDIA_TYPES[(/\.([^.]*)$/.exec(exhibit.file) || ["", ""])[1]] || "application/octet-stream";
    exhibit.sha256 = "";
    if (canLock()) {
        const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
        exhibit.sha256 = [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    }
    showExhibits(page);
    changed(page);
    byId("exhibit-" + control.dataset.index + "-title").focus();
}

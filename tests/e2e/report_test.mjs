// The HTML report as a reader uses it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { data, go, launch, open, VIEWS } from "./browser.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser.close(); });

/// A page for the length of one test.
async function on(options, check) {
  const opened = await open(browser, options);
  try {
    await check(opened.page, opened);
  } finally {
    await opened.close();
  }
}

const count = async (page) => Number((await page.textContent("#count")).match(/^[\d\s\u202f\u00a0.]*/)[0].replace(/\D/g, "") || 0);

async function search(page, words) {
  await page.fill("#q", words);
  // Polled from here: the page's policy lets nobody evaluate strings in it.
  for (let i = 0; i < 100 && !decodeURIComponent(page.url().replaceAll("+", " ")).includes("q=" + words); ++i) await page.waitForTimeout(50);
}

test("opens from disk without a complaint and asks nothing of a network", () => on({}, async (page, { complaints, requests }) => {
  for (const view of VIEWS) {
    await go(page, view);
    assert.ok((await page.textContent("h1")).length > 3, view);
  }
  assert.deepEqual(complaints, []);
  assert.deepEqual(requests, []);
}));

test("every plan is in the overview", () => on({}, async (page) => {
  const { plans } = await data(page);
  assert.equal(plans.length, Number(process.env.PLANS));
  assert.equal(await page.locator("table").first().locator("tbody tr").count(), Math.min(50, plans.length));
}));

test("every chart is drawn, with its data as CSV and as a table", () => on({}, async (page) => {
  let charts = 0;
  for (const view of VIEWS) {
    await go(page, view);
    for (const figure of await page.locator("figure.chart").all()) {
      ++charts;
      const canvas = figure.locator("canvas");
      assert.equal(await canvas.getAttribute("data-drawn"), "true", view);
      const colors = await canvas.evaluate((c) => {
        const pixels = c.getContext("2d").getImageData(0, 0, c.width, c.height).data;
        return new Set(Array.from({ length: pixels.length / 4 }, (_, i) => pixels.slice(4 * i, 4 * i + 4).join())).size;
      });
      assert.ok(colors > 5, view + " is blank");
      await figure.locator("summary").click();
      await figure.locator("tbody tr").first().waitFor({ timeout: 5000 });
      const waiting = page.waitForEvent("download");
      await figure.locator("[data-csv]").click();
      const csv = readFileSync(await (await waiting).path(), "utf8");
      assert.ok(csv.startsWith("\ufeff") && csv.trim().split("\r\n").length > 1, view);
    }
  }
  assert.ok(charts >= 6, charts + " charts");
}));

test("the search finds words without accents, in other forms, and phrases as they stand", () => on({ hash: "#/search" }, async (page) => {
  const { columns, nodes } = await data(page);
  assert.equal(await count(page), nodes.length);
  const title = columns.indexOf("title");
  const accented = nodes.map((n) => n[title]).join(" ").match(/\p{L}*[éèêàç]\p{L}{3,}/u)[0];
  await search(page, accented.normalize("NFD").replace(/[\u0300-\u036f]/g, ""));
  assert.ok(await count(page) > 0, accented);
  assert.ok(await page.locator("#results mark").count() > 0);
  await search(page, "logement");
  const singular = await count(page);
  await search(page, "logements");
  assert.equal(await count(page), singular);
  await search(page, "aucunmotpareil");
  assert.equal(await page.locator("#results article").count(), 0);
}));

test("filters narrow, alone and together, and the address keeps them", () => on({ hash: "#/search" }, async (page) => {
  const all = await count(page);
  for (const select of await page.locator(".filters select").all()) {
    const values = await select.locator("option").evaluateAll((options) => options.map((o) => o.value).filter(Boolean));
    await select.selectOption(values[0]);
    assert.ok(await count(page) < all, await select.evaluate((s) => s.parentElement.textContent.slice(0, 20)));
    await select.selectOption("");
    assert.equal(await count(page), all);
  }
  await page.locator(".filters select").nth(3).selectOption("action");
  const actions = await count(page);
  await page.locator(".filters select").nth(4).selectOption("high");
  const high = await count(page);
  assert.ok(high > 0 && high < actions && actions < all);
  await page.reload();
  assert.equal(await count(page), high);
}));

test("a node's link leads to its place in its plan", () => on({ hash: "#/search?q=action&kind=action" }, async (page) => {
  await go(page, "#/search?kind=action");
  const link = page.locator("#results a.code").nth(7);
  const code = await link.textContent();
  await link.click();
  const here = page.locator(".node.here");
  assert.ok((await here.textContent()).startsWith(code));
  assert.match(await here.locator(".where").textContent(), /, lignes? \d+/);
  await page.waitForTimeout(100);
  const box = await here.boundingBox();
  assert.ok(box.y >= 0 && box.y + box.height <= 900, JSON.stringify(box));
  assert.equal(await page.evaluate(() => document.activeElement.classList.contains("here")), true);
}));

test("a heat map's cell leads to the nodes it counts", () => on({ hash: "#/themes" }, async (page) => {
  const cell = page.locator("table.heat td a").first();
  const shown = Number(await cell.textContent());
  await cell.click();
  await page.waitForSelector("#count");
  assert.equal(await count(page), shown);
}));

test("shared measures stand side by side, each in its plan's words", () => on({ hash: "#/measures" }, async (page) => {
  const { clusters } = await data(page);
  assert.ok(clusters.length > 0);
  const members = page.locator(".cluster").first().locator(".members > li");
  assert.ok(await members.count() >= 2);
  assert.equal(new Set(await members.locator("> a").allTextContents()).size, await members.count());
}));

test("words of a plan are never markup", () => on({ hash: "#/search?q=pwned" }, async (page, { complaints }) => {
  const { plans } = await data(page);
  const hostile = plans.find((plan) => plan.name === "hostile");
  assert.ok(await page.locator("#results article").count() >= 3);
  await go(page, "#/plan/" + hostile.name);
  assert.match(await page.textContent("main"), /<script>window\.pwned = 1<\/script>/);
  await go(page, "#/all");
  assert.equal(await page.evaluate(() => window.pwned), undefined);
  assert.deepEqual(complaints, []);
}));

test("nothing scrolls sideways on a phone", () => on({ width: 360 }, async (page) => {
  const { plans } = await data(page);
  for (const view of [...VIEWS, "#/search?q=service", "#/plan/" + plans[0].name, "#/all"]) {
    await go(page, view);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360, view);
  }
}));

for (const scheme of ["light", "dark"]) {
  for (const width of [1280, 360]) {
    test(`no accessibility violation, ${scheme}, ${width} px`, () => on({ scheme, width, bypassCSP: true }, async (page) => {
      await page.evaluate(axe);
      const { plans } = await data(page);
      const more = width === 1280 && scheme === "light" ? ["#/measures?cluster=0", "#/all"] : [];
      for (const view of [...VIEWS.slice(0, -1), "#/search?q=service", "#/plan/" + plans[0].name, ...more]) {
        await go(page, view);
        const { violations } = await page.evaluate(() => window.axe.run(document));
        assert.deepEqual(violations.map((v) => v.id + ": " + v.nodes[0].html.slice(0, 200)), [], view);
      }
    }));
  }
}

test("the keyboard reaches the contents, and a table's heads sort it", () => on({}, async (page) => {
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.id), "skip");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "main");
  const table = page.locator("table").first();
  const head = table.locator("thead th").nth(3);
  await head.locator("button").focus();
  await page.keyboard.press("Enter");
  assert.equal(await head.getAttribute("aria-sort"), "descending");
  const cells = (await table.locator("tbody tr td:nth-child(4)").allTextContents()).map(Number);
  assert.deepEqual(cells, [...cells].sort((a, b) => b - a));
}));

test("speaks English on demand", () => on({}, async (page) => {
  await page.locator("button[lang=en]").click();
  assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
  assert.equal(await page.textContent("nav.views a[aria-current]"), "Overview");
}));

test("prints on white paper, without controls", () => on({ scheme: "dark", hash: "#/all" }, async (page) => {
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  assert.equal(await page.locator("nav.views").isVisible(), false);
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(255, 255, 255)");
  assert.ok((await page.pdf({ format: "A4" })).length > 10000);
}));

test("an address that leads nowhere says so", () => on({ hash: "#/plan/missing" }, async (page) => {
  assert.match(await page.textContent("h1"), /n'existe pas/);
}));

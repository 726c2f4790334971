// Chromium on the report, with everything it complains of kept.
import { chromium } from "playwright-core";

export const REPORT = "file://" + process.env.REPORT;
export const VIEWS = ["#/", "#/themes", "#/measures", "#/particular", "#/partners", "#/years", "#/quality", "#/search"];

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars"],
  });
}

/// A page on the report; `complaints` holds what went wrong in it, `requests` what it asked of a network.
export async function open(browser, { hash = "", width = 1280, scheme = "light", ...options } = {}) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, acceptDownloads: true, ...options });
  const page = await context.newPage();
  const complaints = [];
  const requests = [];
  page.on("console", (message) => { if (["error", "warning"].includes(message.type())) complaints.push(message.text()); });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("dialog", (dialog) => { complaints.push("dialog: " + dialog.message()); dialog.dismiss(); });
  page.on("request", (request) => { if (!/^(file|data|blob):/.test(request.url())) requests.push(request.url()); });
  await page.goto(REPORT + hash);
  await page.waitForSelector("h1");
  return { page, complaints, requests, close: () => context.close() };
}

/// Goes to a view as a click on a link would; returns once it is drawn.
export async function go(page, hash) {
  await page.evaluate((to) => new Promise((done) => {
    const drawn = () => requestAnimationFrame(() => requestAnimationFrame(done));
    if (location.hash === to) { drawn(); return; }
    addEventListener("hashchange", drawn, { once: true });
    location.hash = to;
  }), hash);
}

/// A node of the report that has such words, as {code, plan}, read from the page's own data.
export function data(page) {
  return page.evaluate(() => JSON.parse(document.getElementById("data").textContent));
}

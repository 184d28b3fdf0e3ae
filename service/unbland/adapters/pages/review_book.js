"use strict";
const book = document.getElementById("book");
const articles = [...book.querySelectorAll("article")];
const open = document.getElementById("open");
const told = document.getElementById("told");
const place = `unbland:${book.dataset.batch}`;
const decisions = new Map();
try {
  for (const [key, value] of Object.entries(JSON.parse(localStorage.getItem(place) || "{}"))) decisions.set(key, value);
} catch { /* a browser that keeps nothing still exports */ }

const show = () => {
  let decided = 0;
  for (const article of articles) {
    const decision = decisions.get(article.dataset.key);
    article.classList.toggle("accepted", decision?.verdict === "accepted");
    article.classList.toggle("rejected", decision?.verdict === "rejected");
    article.querySelector(".verdict").textContent = decision ? decision.verdict : "";
    for (const button of article.querySelectorAll("[data-verdict]"))
      button.setAttribute("aria-pressed", String(button.dataset.verdict === decision?.verdict));
    article.hidden = open.checked && Boolean(decision);
    decided += decision ? 1 : 0;
  }
  told.textContent = `${decided} of ${articles.length} decided`;
};

const decide = (article, verdict) => {
  const key = article.dataset.key;
  if (decisions.get(key)?.verdict === verdict) decisions.delete(key);
  else decisions.set(key, { custom_id: key, rewrite: article.dataset.rewrite, verdict, at: new Date().toISOString() });
  try { localStorage.setItem(place, JSON.stringify(Object.fromEntries(decisions))); } catch { /* see above */ }
  show();
};

const current = () => document.activeElement?.closest?.("article");
const move = (step) => {
  const shown = articles.filter((article) => !article.hidden);
  const next = shown[Math.min(shown.length - 1, Math.max(0, shown.indexOf(current()) + step))];
  next?.focus();
  next?.scrollIntoView({ block: "start" });
};

book.addEventListener("click", (event) => {
  const button = event.target.closest("[data-verdict]");
  if (button) decide(button.closest("article"), button.dataset.verdict);
});
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select")) return;
  if (event.key === "j") move(1);
  if (event.key === "k") move(-1);
  if (event.key === "a" && current()) decide(current(), "accepted");
  if (event.key === "r" && current()) decide(current(), "rejected");
});
open.addEventListener("change", show);
document.getElementById("export").addEventListener("click", () => {
  const lines = [...decisions.values()].map((decision) => `${JSON.stringify(decision)}\n`).join("");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([lines], { type: "application/jsonl" }));
  link.download = "decisions.jsonl";
  link.click();
  URL.revokeObjectURL(link.href);
});
show();

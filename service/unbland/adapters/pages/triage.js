"use strict";
const rows = [...document.querySelectorAll("#rows tr")];
const find = document.getElementById("find");
const only = document.getElementById("only");
const shown = document.getElementById("shown");
const filter = () => {
  const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
  let count = 0;
  for (const row of rows) {
    const text = row.textContent.toLowerCase();
    const hurts = row.dataset.hurts.split(";");
    row.hidden = !(words.every((word) => text.includes(word)) && (!only.value || hurts.includes(only.value)));
    count += row.hidden ? 0 : 1;
  }
  shown.textContent = count === rows.length ? "" : `${count} of ${rows.length} shown`;
};
find.addEventListener("input", filter);
only.addEventListener("change", filter);
filter();

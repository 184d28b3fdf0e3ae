const cases = [...document.querySelectorAll(".case")];
const choice = name => document.getElementById(name);
const number = name => (one, other) => Number(one.dataset[name]) - Number(other.dataset[name]);
const orders = {
  set: number("place"),
  quality: number("quality"),
  gain: number("gain"),
  refused: (one, other) => number("refused")(other, one),
  name: (one, other) => one.dataset.name.localeCompare(other.dataset.name),
};

function sift() {
  const words = choice("find").value.toLowerCase().split(/\s+/).filter(Boolean);
  const writer = choice("writer").value, came = choice("came").value;
  for (const one of cases) {
    let left = 0;
    for (const shown of one.querySelectorAll(".shown")) {
      const fits = (!writer || shown.dataset.writers.split(" ").includes(writer)) && (!came || shown.dataset.passed === came);
      shown.hidden = !fits;
      left += fits;
    }
    one.hidden = !left || !words.every(word => one.dataset.words.includes(word));
  }
  const left = cases.filter(one => !one.hidden).length;
  choice("count").textContent = `${left} of ${cases.length} cases`;
}

function sort() {
  const sorted = [...cases].sort(orders[choice("order").value]);
  choice("list").append(...sorted);
}

function light(line, on) {
  const before = line.closest(".sides").querySelector(".before");
  for (const name of line.dataset.s.split(" ").filter(Boolean)) {
    for (const place of before.querySelectorAll(`[data-s~="${CSS.escape(name)}"]`)) place.classList.toggle("lit", on);
  }
}

function show() {
  const one = document.querySelector(".case:target");
  if (one) {
    one.hidden = false;
    one.open = true;
    one.scrollIntoView();
  }
}

for (const name of ["find", "writer", "came"]) choice(name).addEventListener("input", sift);
choice("order").addEventListener("input", sort);
for (const [what, on] of [["mouseover", true], ["mouseout", false], ["focusin", true], ["focusout", false]]) {
  choice("list").addEventListener(what, event => {
    const line = event.target.closest(".line");
    if (line) light(line, on);
    if (on) document.body.classList.remove("hushed");
  });
}
document.addEventListener("keydown", event => {
  if (event.key === "Escape") document.body.classList.add("hushed");
});
addEventListener("hashchange", show);
choice("choices").hidden = false;
sift();
show();


"use strict";
for (const table of document.querySelectorAll("table.buckets")) {
  const body = table.tBodies[0];
  const rows = Array.from(body.rows);
  const heads = Array.from(table.tHead.rows[0].cells);

  const tools = document.createElement("p");
  tools.className = "tools";
  const label = document.createElement("label");
  label.append("Filter ");
  const filter = document.createElement("input");
  filter.type = "search";
  filter.placeholder = "name, region or date";
  filter.spellcheck = false;
  label.append(filter);
  const shown = document.createElement("span");
  shown.setAttribute("role", "status");
  tools.append(label, shown);
  table.parentElement.before(tools);

  const texts = new Map(rows.map(row => [row, Array.from(row.cells, cell => cell.textContent)]));
  const grouped = number => number.toLocaleString("en-US");

  filter.addEventListener("input", () => {
    const words = filter.value.toLowerCase().split(/\s+/).filter(word => word);
    let matches = 0;
    for (const row of rows) {
      const text = texts.get(row).join(" ").toLowerCase();
      row.hidden = !words.every(word => text.includes(word));
      matches += row.hidden ? 0 : 1;
    }
    shown.textContent = words.length ? grouped(matches) + " of " + grouped(rows.length) : "";
  });

  const sortBy = (column, direction) => {
    const order = (a, b) => {
      const left = texts.get(a)[column];
      const right = texts.get(b)[column];
      return left === right ? 0 : (left > right ? 1 : -1) * direction;
    };
    body.remove();
    body.append(...rows.sort(order));
    table.append(body);
    heads.forEach((head, i) => {
      if (i === column) {
        head.setAttribute("aria-sort", direction > 0 ? "ascending" : "descending");
      } else {
        head.removeAttribute("aria-sort");
      }
    });
  };

  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () =>
      sortBy(column, head.getAttribute("aria-sort") === "ascending" ? -1 : 1));
  });
  heads[0].setAttribute("aria-sort", "ascending");
}
window.addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("details")) {
    details.open = true;
  }
});

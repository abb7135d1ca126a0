// What no automatic checker asks, and our own design promises. Runs inside a page; returns faults.
(colours) => {
  const TARGET = 44;
  const faults = [];
  const shown = (el) => el.checkVisibility({ visibilityProperty: true }) && el.getClientRects().length > 0;
  const name = (el) => {
    const words = (el.getAttribute("aria-label") ?? el.innerText ?? el.value ?? "").trim();
    return `${el.localName}.${[...el.classList].join(".")} “${words.slice(0, 40)}”`;
  };
  const visible = (selector) => [...document.querySelectorAll(selector)].filter(shown);

  // One main heading, which banners with headings of their own may precede; no level is left out.
  const ones = visible("h1");
  if (ones.length !== 1) faults.push(`${ones.length} main headings`);
  let level = 1;
  for (const heading of visible("h1, h2, h3, h4, h5, h6")) {
    const next = Number(heading.localName[1]);
    if (next > level + 1) faults.push(`h${next} after h${level}: ${name(heading)}`);
    level = next;
  }

  // A list says how many things are in it: one without any is noise.
  for (const list of visible("ul, ol")) if (list.children.length === 0) faults.push(`an empty list: ${name(list)}`);

  // A paragraph that says nothing is still stopped at.
  for (const words of visible("main p, dialog p")) {
    const silent = words.getAttribute("role") === "status" || words.querySelector("img, svg, button, a, input");
    if (words.textContent.trim() === "" && !silent) faults.push(`an empty paragraph: ${name(words)}`);
  }

  // Nothing is wider than the page.
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) {
    const wide = visible("body *")
      .filter((el) => el.getBoundingClientRect().right > clientWidth + 1)
      .filter((el, _, all) => !all.some((other) => other !== el && el.contains(other)));
    faults.push(`${scrollWidth - clientWidth} px too wide: ${wide.slice(0, 3).map(name).join(", ")}`);
  }

  // Nothing runs out of the frame that it stands in.
  for (const el of visible("main :is(section, article, fieldset, li, div, form, aside), dialog *")) {
    const framed = parseFloat(getComputedStyle(el).borderInlineEndWidth) > 0;
    const spilt = el.scrollWidth - el.clientWidth;
    if (framed && spilt > 1 && !el.matches("input, textarea, select")) faults.push(`${spilt} px run out of ${name(el)}`);
  }

  // A thumb hits every control; one inside a sentence is as high as its line.
  const pressed = "button:not(.as-link), a.button, summary, select, textarea, input:not([type=radio], [type=checkbox])";
  for (const el of visible(pressed)) {
    const { height } = el.getBoundingClientRect();
    if (height < TARGET - 0.5) faults.push(`${height.toFixed(1)} px high: ${name(el)}`);
  }
  for (const el of visible("input[type=radio], input[type=checkbox]")) {
    const label = el.labels[0];
    const height = Math.max(el.getBoundingClientRect().height, label?.getBoundingClientRect().height ?? 0);
    if (height < TARGET - 0.5) faults.push(`${height.toFixed(1)} px high: ${name(label ?? el)}`);
  }

  // In forced colours the ground behind a control is gone: its edge, or a line under it, is left.
  if (colours) {
    const drawn = (el) => {
      const style = getComputedStyle(el);
      const sides = ["Top", "Bottom"].some(
        (side) => style[`border${side}Style`] !== "none" && parseFloat(style[`border${side}Width`]) > 0,
      );
      const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
      return sides || ring || style.textDecorationLine.includes("underline");
    };
    // A slider is drawn by the browser, in the person's own colours.
    for (const el of visible("button, a.button, select, textarea, input:not([type=radio], [type=checkbox], [type=range])")) {
      if (!drawn(el)) faults.push(`no edge: ${name(el)}`);
    }
    for (const el of visible("input[type=radio], input[type=checkbox]")) {
      const native = getComputedStyle(el).appearance !== "none" && getComputedStyle(el).opacity !== "0";
      if (!native && !(el.labels[0] && drawn(el.labels[0])) && !drawn(el)) faults.push(`no edge: ${name(el)}`);
    }
  }
  // What changes is said by one region: two at once talk over each other. Alerts stand by themselves.
  // What is behind a dialog is silent.
  const heardFrom = document.querySelector("dialog:modal") ?? document;
  const regions = heardFrom.querySelectorAll("[role=status], [aria-live]:not([role=status], [aria-live=off])").length;
  if (regions > 1) faults.push(`${regions} status regions`);
  if (regions === 0 && document.querySelector("dialog:modal") && document.querySelector("[role=status]"))
    faults.push("nothing is said while a dialog is open");

  // Whoever goes from button to button hears their names alone, so in the record, where many do
  // the like, each says what it is for.
  const spoken = (el) => `${el.getAttribute("aria-label") ?? el.innerText} ${describing(el)}`.trim().replace(/\s+/g, " ");
  const describing = (el) => {
    const ids = (el.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id !== "");
    return ids.map((id) => document.getElementById(id)?.innerText ?? "").join(" ");
  };
  const heard = new Map();
  for (const el of visible(":is(.record, .archive, .replay) :is(button, summary)")) {
    const words = spoken(el);
    heard.set(words, (heard.get(words) ?? 0) + 1);
  }
  for (const [words, times] of heard) if (times > 1) faults.push(`${times} buttons are all called “${words.slice(0, 60)}”`);
  return [...new Set(faults)];
};

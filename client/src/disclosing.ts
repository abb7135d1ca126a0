/**
 * The pages that make a copy for somebody who asks for their record work without this. It keeps
 * what was chosen on the device until the copy is made, and counts at each change.
 */

import { keep, kept, recall } from "./device.ts";

type Choices = Readonly<Record<string, string>>;
type Field = HTMLSelectElement | HTMLInputElement;

// What is decided about each line: the ground, and the sentence in its place.
const CHOSEN = /^[gs]\d+$/;

const place = () => `common-ground/${document.body.dataset["room"] ?? ""}/disclose/`;

/** Forget what was chosen: the copy is made. */
export function forgetChoices(): void {
  for (const key of kept(place())) keep(key, undefined);
}

/** Keep each choice, bring back those of an earlier visit, and count. */
export function keepChoices(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-draft]");
  if (!form) return;
  const key = place() + form.dataset["draft"];
  if (form.dataset["fresh"] !== undefined && bringBack(form, recall(key))) {
    form.querySelector("[data-kept]")?.removeAttribute("hidden");
  } else if (form.dataset["fresh"] === undefined) {
    keep(key, chosen(form));
  }
  count(form);
  document.querySelector("[data-forget]")?.addEventListener("click", () => keep(key, undefined));
  form.addEventListener("input", () => {
    keep(key, chosen(form));
    count(form);
  });
}

function fields(form: HTMLFormElement): readonly Field[] {
  return [...form.querySelectorAll<Field>("select, input")].filter((field) => CHOSEN.test(field.name));
}

function chosen(form: HTMLFormElement): Choices {
  return Object.fromEntries(fields(form).map((field) => [field.name, field.value]));
}

/** Put back what was kept, and say whether anything differed from what is proposed. */
function bringBack(form: HTMLFormElement, found: unknown): boolean {
  if (typeof found !== "object" || found === null) return false;
  const earlier = new Map(Object.entries(found));
  let changed = false;
  for (const field of fields(form)) {
    const value: unknown = earlier.get(field.name);
    if (typeof value !== "string" || value === field.value) continue;
    field.value = value;
    changed = true;
    if (value) field.closest("details")?.setAttribute("open", "");
  }
  return changed;
}

function count(form: HTMLFormElement): void {
  const grounds = fields(form).filter((field) => field.name.startsWith("g"));
  const withheld = grounds.filter((field) => field.value !== "").length;
  show(form, "given", grounds.length - withheld);
  show(form, "withheld", withheld);
}

function show(form: HTMLFormElement, what: string, number: number): void {
  const shown = form.querySelector(`[data-count="${what}"]`);
  if (shown && shown.textContent !== `${number}`) shown.textContent = `${number}`;
}

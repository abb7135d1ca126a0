/** What somebody chose to be checked, and what came of it. */

import { computed, signal } from "@preact/signals";
import { MOST_BYTES, readFile } from "./form.ts";
import { asTyped, keyMark } from "./hashes.ts";
import { verify, type Expected, type Verdict } from "./verify.ts";

export interface Chosen {
  readonly name: string;
  readonly data: Uint8Array;
}

export const MARK_LENGTH = 24;

export const record = signal<Chosen | undefined>(undefined);
export const receipt = signal<Chosen | undefined>(undefined);
export const typed = signal("");

/** How many letters and digits were typed so far. */
export const typedLength = computed(() => asTyped(typed.value).replace(/-/g, "").length);

export const verdict = computed<Verdict | undefined>(() => {
  const chosen = record.value;
  return chosen && verify(chosen.data, { receipt: receipt.value?.data, ...expectedMark(chosen.data) });
});

/** A mark that was typed whole may be that of the seal, or of the key. */
function expectedMark(data: Uint8Array): Expected {
  if (typedLength.value !== MARK_LENGTH) return {};
  const key = readFile(data)?.seal.statement.key;
  const isKey = key !== undefined && keyMark(key) === asTyped(typed.value);
  return isKey ? { key: typed.value } : { mark: typed.value };
}

/** Read a file, and no more of one that is too large than tells so. */
export async function take(file: File): Promise<Chosen> {
  const data = await file.slice(0, MOST_BYTES + 1).arrayBuffer();
  return { name: file.name, data: new Uint8Array(data) };
}

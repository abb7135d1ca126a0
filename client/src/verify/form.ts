/** What a sealed record is made of; `server/proof/form.py` says what each part means. */

import { count, either, fields, list, only, orNothing, pair, text, type Of } from "./shapes.ts";

export const FILE = "commonground-record";
export const RECEIPT = "commonground-receipt";
export const MOST_BYTES = 32_000_000;
export const MOST_RECEIPT_BYTES = 10_000;
const MOST_ENTRIES = 100_000;

const hash = text(/^[0-9a-f]{64}$/);
const signature = text(/^[0-9a-f]{128}$/);
const ground = text(/^[a-z][a-z0-9_-]{0,39}$/);
const words = list(text());

const head = fields({ type: only("head"), language: text(), title: text(), state: text() });
const fact = fields({ type: only("fact"), name: text(), says: text() });
const heading = fields({
  type: only("section"),
  id: text(),
  level: count,
  heading: text(),
  columns: words,
  empty: text(),
});
const change = fields({ by: text(), day: text(), was: words });
const line = fields({
  type: only("line"),
  id: text(),
  label: text(),
  readers: text(),
  cells: words,
  changes: list(change),
});
const says = either({ head, fact, section: heading, line });
const shown = fields({ salt: text(/^[0-9a-f]{32}$/), says });

const statement = fields({
  format: only("commonground-seal"),
  version: only(1),
  room: text(),
  edition: count,
  entries: count,
  root: hash,
  at: count,
  before: text(/^([0-9a-f]{64})?$/),
  key: hash,
});
const seal = fields({ statement, signature });
const copying = fields({
  format: only("commonground-copy"),
  version: only(1),
  seal: hash,
  made: count,
  withheld: list(fields({ entry: count, ground, instead: text() })),
  grounds: list(pair(ground, text())),
});

const file = fields({
  format: only(FILE),
  version: only(1),
  seal,
  copy: fields({ statement: copying, signature }),
  leaves: list(hash, MOST_ENTRIES),
  entries: list(orNothing(shown), MOST_ENTRIES),
  end: only(true),
});
const receipt = fields({ format: only(RECEIPT), version: only(1), seal });

export type Says = Of<typeof says>;
export type Line = Of<typeof line>;
export type Shown = Of<typeof shown>;
export type Statement = Of<typeof statement>;
export type Seal = Of<typeof seal>;
export type RecordFile = Of<typeof file>;
export type Receipt = Of<typeof receipt>;

const encoder = new TextEncoder();

/** The one encoding of a value whose fields are in their order. */
export function write(value: object): Uint8Array {
  return encoder.encode(JSON.stringify(value));
}

/** What a file holds, if it is written as it must be, letter by letter. */
export const readFile = (data: Uint8Array): RecordFile | undefined => read(data, file);

/** What a receipt holds, if it is written as it must be, letter by letter. */
export const readReceipt = (data: Uint8Array): Receipt | undefined => read(data, receipt);

function read<T extends object>(data: Uint8Array, shape: (value: unknown) => T): T | undefined {
  try {
    const decoded = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(data);
    const found = shape(JSON.parse(decoded));
    return JSON.stringify(found) === decoded ? found : undefined;
  } catch {
    return undefined; // no text, no JSON, too deep, or of another shape: in any case no record
  }
}

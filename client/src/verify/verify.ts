/** Whether a copy of a record is genuine: the same verdicts as `server/proof/verify.py`. */

import { FILE, MOST_BYTES, MOST_RECEIPT_BYTES, readFile, readReceipt, type RecordFile, type Seal } from "./form.ts";
import { asTyped, hashOf, keyMark, leafOf, markOf, rootOf, signed } from "./hashes.ts";

const MOST_NAMED = 5;

export type Unreadable = "too_large" | "not_a_record" | "newer" | "truncated" | "damaged";
export type Harm =
  | "wrong_count"
  | "leaves_changed"
  | "entry_changed"
  | "seal_forged"
  | "copy_of_another"
  | "copy_forged"
  | "no_ground"
  | "not_withheld"
  | "receipt_unreadable"
  | "receipt_forged"
  | "other_room"
  | "other_edition"
  | "other_seal"
  | "other_key";
export type Confirmed = "receipt" | "mark" | "key";

export interface Finding {
  readonly code: Unreadable | Harm;
  readonly entries: readonly number[];
  readonly count: number;
}

export interface Expected {
  readonly receipt?: Uint8Array | undefined;
  readonly mark?: string | undefined;
  readonly key?: string | undefined;
}

export interface Verdict {
  readonly status: 0 | 1 | 2;
  readonly findings: readonly Finding[];
  readonly file: RecordFile | undefined;
  readonly confirmed: readonly Confirmed[];
}

export function verify(data: Uint8Array, expected: Expected = {}): Verdict {
  const file = data.length <= MOST_BYTES ? readFile(data) : undefined;
  if (!file) return { status: 2, findings: [finding(unreadable(data))], file, confirmed: [] };
  const compared = [...against(file.seal, expected)];
  const other = compared.flatMap(({ harm }) => (harm ? [finding(harm)] : []));
  const findings = [...harms(file), ...other];
  const confirmed = compared.map(({ by }) => by);
  return findings.length > 0
    ? { status: 1, findings, file, confirmed: [] }
    : { status: 0, findings, file, confirmed };
}

function unreadable(data: Uint8Array): Unreadable {
  if (data.length > MOST_BYTES) return "too_large";
  const begins = `{"format":"${FILE}","version":`;
  const start = latin(data.subarray(0, begins.length + 10));
  if (!start.startsWith(begins)) return start !== "" && begins.startsWith(start) ? "truncated" : "not_a_record";
  const version = start.slice(begins.length).split(",", 1)[0] ?? "";
  if (/^\d+$/.test(version) && version !== "1") return "newer";
  return latin(data.subarray(-END.length)) === END ? "damaged" : "truncated";
}

const END = ',"end":true}';

const latin = (data: Uint8Array): string => String.fromCharCode(...data);

const finding = (code: Finding["code"], count = 0): Finding => ({ code, entries: [], count });

function about(code: Harm, numbers: readonly number[]): Finding {
  return { code, entries: numbers.slice(0, MOST_NAMED).map((number) => number + 1), count: numbers.length };
}

// --- the file in itself ---

function* harms(file: RecordFile): Iterable<Finding> {
  const { statement, signature } = file.seal;
  const copying = file.copy.statement;
  if (!signed(statement.key, signature, statement)) yield finding("seal_forged");
  yield* harmsOfEntries(file);
  if (copying.seal !== hashOf(statement)) yield finding("copy_of_another");
  if (!signed(statement.key, file.copy.signature, copying)) yield finding("copy_forged");
  yield* harmsOfWithholding(file);
}

function* harmsOfEntries({ seal, leaves, entries }: RecordFile): Iterable<Finding> {
  const wanted = seal.statement.entries;
  if (leaves.length !== wanted || entries.length !== wanted) yield finding("wrong_count", entries.length);
  if (rootOf(leaves) !== seal.statement.root) yield finding("leaves_changed");
  const changed: number[] = [];
  for (const [number, entry] of entries.slice(0, leaves.length).entries()) {
    if (entry && leafOf(number, entry) !== leaves[number]) changed.push(number);
  }
  if (changed.length > 0) yield about("entry_changed", changed);
}

function* harmsOfWithholding({ copy, entries }: RecordFile): Iterable<Finding> {
  const { withheld, grounds } = copy.statement;
  const explained = new Set(grounds.map(([ground]) => ground));
  const listed = new Set(withheld.flatMap(({ entry, ground }) => (explained.has(ground) ? [entry] : [])));
  const silent = [...entries.entries()].flatMap(([number, entry]) => (!entry && !listed.has(number) ? [number] : []));
  if (silent.length > 0) yield about("no_ground", silent);
  const shown = new Set(withheld.flatMap(({ entry }) => (entries[entry] === null ? [] : [entry])));
  if (shown.size > 0) yield about("not_withheld", [...shown].sort((a, b) => a - b));
}

// --- the file against what was given before ---

interface Compared {
  readonly harm: Harm | undefined;
  readonly by: Confirmed;
}

function* against(seal: Seal, expected: Expected): Iterable<Compared> {
  if (expected.receipt) yield { harm: againstReceipt(seal, expected.receipt), by: "receipt" };
  if (expected.mark) yield { harm: asTyped(expected.mark) === markOf(seal) ? undefined : "other_seal", by: "mark" };
  if (expected.key) {
    yield { harm: asTyped(expected.key) === keyMark(seal.statement.key) ? undefined : "other_key", by: "key" };
  }
}

function againstReceipt(seal: Seal, data: Uint8Array): Harm | undefined {
  const kept = data.length <= MOST_RECEIPT_BYTES ? readReceipt(data)?.seal : undefined;
  if (!kept) return "receipt_unreadable";
  if (!signed(kept.statement.key, kept.signature, kept.statement)) return "receipt_forged";
  if (kept.statement.key !== seal.statement.key) return "other_key";
  if (kept.statement.room !== seal.statement.room) return "other_room";
  if (kept.statement.edition !== seal.statement.edition) return "other_edition";
  return hashOf(kept.statement) === hashOf(seal.statement) ? undefined : "other_seal";
}

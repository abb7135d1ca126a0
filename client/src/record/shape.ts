/** The parts of a record, by their short names: other data has lines and parts of its own. */

import type { RecordPage } from "../wire.ts";

/** A section of the record. */
export type Part = RecordPage["document"]["parts"][number];

/** One line of it. */
export type Written = Part["lines"][number];

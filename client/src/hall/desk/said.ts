/** What is said aloud of the tables: that one asks for help. The rest stands on the cards. */

import { effect } from "@preact/signals";
import { announce } from "../../status.ts";
import type { TableRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { floorRecord } from "../floor.ts";
import { tableName, tables } from "./tables.ts";

/** Return the tables that ask for help, by number. */
export function helpWanted(): readonly TableRecord[] {
  return tables().filter(({ id }) => (floorRecord("table_card", `card/${id}`)?.help ?? null) !== null);
}

/** Begin to say who asks for help; returns how to stop. */
export function sayHelp(): () => void {
  let before: ReadonlySet<string> = new Set();
  return effect(() => {
    const now = helpWanted();
    const came = now.filter(({ id }) => !before.has(id));
    before = new Set(now.map(({ id }) => id));
    if (came.length > 0) announce(t("hall-desk-help-said", { tables: came.map(tableName).join(", ") }));
  });
}

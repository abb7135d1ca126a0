/** The ways between a hall and its tables. The seat goes with them, where a phone is passed round. */

import { roomPath } from "../../http.ts";
import { seatQuery } from "../../seat.ts";

// Whoever comes to the hall with this did so on purpose, and is not sent back to their table.
const ON_PURPOSE = "#here";

/** Return the way from a table to its hall. */
export function hallPath(hall: string): string {
  return `/r/${hall}${seatQuery()}${ON_PURPOSE}`;
}

/** Return the way from a hall to one's own table; from a table, the hall's code says which hall. */
export function tablePath(hall?: string): string {
  return (hall === undefined ? roomPath("/my-table") : `/r/${hall}/my-table`) + seatQuery();
}

/** Say whether somebody came to the hall on purpose. */
export function cameOnPurpose(): boolean {
  return location.hash === ON_PURPOSE;
}

/** Where files are taken from: for whose turn it is at this device, and in whose copy. */

/** Whose copy a keeper of the record takes, from the fullest on. */
export const WHOSE = ["restricted", "professionals", "all"] as const;
export type Whose = (typeof WHOSE)[number];

/** Return the address of a file; `search` is that of the page, which may name a seat. */
export function fileAddress(path: string, search: string, copy?: Whose): string {
  const asked = new URLSearchParams();
  const seat = new URLSearchParams(search).get("seat");
  if (seat !== null) asked.set("seat", seat);
  if (copy !== undefined) asked.set("readers", copy);
  const query = asked.toString();
  return query ? `${path}?${query}` : path;
}

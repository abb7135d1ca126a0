/** Where a table's room, and a hall, have more than any other room: the rest waits until there is one. */

import { Later } from "../../later.tsx";
import { record } from "../../store.ts";
import { moreWords } from "../../words.ts";

const parts = async () => (await Promise.all([import("./parts.ts"), moreWords("hall-table")]))[0];

const atTable = {
  strip: async () => (await parts()).Strip,
  banners: async () => (await parts()).TableBanners,
  noChair: async () => (await parts()).NoChair,
  ready: async () => (await parts()).ReadyBar,
  more: async () => (await parts()).HelpAndChair,
  farewell: async () => (await parts()).AfterTheTable,
};

const inHall = {
  strip: async () => (await parts()).WayToTable,
  lobby: async () => (await parts()).HallLobby,
  farewell: async () => (await parts()).AfterTheHall,
};

/** A part of a table's room; nothing elsewhere. */
export function AtTable({ part }: { readonly part: keyof typeof atTable }) {
  return record("at_table", "at_table") ? <Later load={atTable[part]} /> : null;
}

/** A part of a hall as everybody but its trainers sees it; nothing elsewhere. */
export function InHall({ part }: { readonly part: keyof typeof inHall }) {
  return record("hall", "hall") ? <Later load={inHall[part]} /> : null;
}

/** What is fetched together once a room is a table of a hall, or a hall. */

export { HallLobby } from "../lobby/lobby.tsx";
export { AfterTheHall, AfterTheTable, WayToTable } from "../lobby/way.tsx";
export { TableBanners } from "./banners.tsx";
export { HelpAndChair } from "./help.tsx";
export { NoChair } from "./no-chair.tsx";
export { ReadyBar } from "./ready-bar.tsx";
export { Strip } from "./strip.tsx";

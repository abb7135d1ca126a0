/**
 * The line to the room: hello, what was missed, a sign of life, and back again when it was lost.
 * Position and epoch say what this browser has; the server answers with what is missing.
 */

import { type ReadonlySignal, signal } from "@preact/signals";
import { setClock } from "./clock.ts";
import { answered, lineDown, lineUp } from "./commands.ts";
import { forgetDrafts, hasDrafts } from "./drafts.ts";
import { forgetRoom } from "./erased.ts";
import { seatQuery } from "./seat.ts";
import { backoff, CHECK_MS, judgeSilence, type Watch } from "./patience.ts";
import { apply, enterEpoch, epoch, position, record } from "./store.ts";
import { t } from "./words.ts";
import { type Changes, type ClientMessage, CloseCode, PROTOCOL, type ServerMessage, type Welcome } from "./wire.ts";

/** Why a line has stopped for good. */
export type StopReason = "removed" | "erased" | "not-a-member" | "reload" | "not-understood" | "too-large" | "foreign";

const FIRST_FATAL = 4500;
const TOO_LARGE = 1009;
// Time for a socket to open before another try; a train leaves a tunnel sooner.
const OPENING_MS = 10_000;
// A new release reloads every page: spread it, or all phones fetch it in the same second.
const RELOAD_SPREAD_MS = 3_000;
// A server that is about to stop sends everybody on: not all to the next one in the same second.
const MOVED_SPREAD_MS = 2_000;
// A page that comes back from a reload as old as before must not reload for ever.
const RELOAD_AGAIN_MS = 60_000;

const state = signal<"connecting" | "live" | "lost" | "stopped">("connecting");
const reason = signal<StopReason | undefined>(undefined);

/** How the line is. */
export const line: ReadonlySignal<"connecting" | "live" | "lost" | "stopped"> = state;

/** Why the line has stopped, when it has. */
export const stoppedWhy: ReadonlySignal<StopReason | undefined> = reason;

let socket: WebSocket | undefined;
let retry: ReturnType<typeof setTimeout> | undefined;
let tries = 0;
let welcomed = false;
let watch: Watch = { heard: 0, probed: undefined, checked: 0 };

/** Open the line, and keep it open as long as the page lives. */
export function connect(): void {
  open();
  setInterval(check, CHECK_MS);
  addEventListener("online", wakeUp);
  addEventListener("offline", probe);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") wakeUp();
  });
}

function open(): void {
  clearTimeout(retry);
  const at = Date.now();
  watch = { heard: at, probed: undefined, checked: at };
  welcomed = false;
  const scheme = location.protocol === "https:" ? "wss:" : "ws:";
  const opened = new WebSocket(`${scheme}//${location.host}/r/${document.body.dataset["room"]}/live${seatQuery()}`);
  socket = opened;
  opened.onopen = hello;
  opened.onmessage = (event) => {
    watch = { ...watch, heard: Date.now(), probed: undefined };
    take(JSON.parse(event.data as string) as ServerMessage);
  };
  opened.onclose = (event) => closed(event.code);
}

function tell(message: ClientMessage): void {
  if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
}

function hello(): void {
  const { build = "", page } = document.body.dataset;
  const had = position.peek() > 0 ? { epoch: epoch.peek(), position: position.peek() } : {};
  const key = page === "wall" ? { wall: location.hash.slice(1) } : {};
  tell({ type: "hello", protocol: PROTOCOL, build, ...had, ...key });
}

function take(message: ServerMessage): void {
  switch (message.type) {
    case "welcome":
      return takeWelcome(message);
    case "changes":
      return takeChanges(message);
    case "ack":
    case "refused":
      return answered(message);
    case "beat":
      setClock(message.now);
      if (message.position !== position.peek()) hello();
      return;
    default:
      message satisfies never;
  }
}

function takeWelcome(welcome: Welcome): void {
  // Somebody else has taken a seat in this browser: nothing on this page is theirs.
  const held = record("me", "me")?.id;
  if (held !== undefined && held !== welcome.member) return location.reload();
  setClock(welcome.now);
  enterEpoch(welcome.epoch);
  welcomed = true;
  if (position.peek() > 0) goLive();
}

function takeChanges(changes: Changes): void {
  const first = position.peek() === 0;
  if (!apply(withEverybodyCalled(changes))) return hello();
  if (first && record("room", "room")?.closed) forgetDrafts();
  if (welcomed) goLive();
}

/** Whoever was erased has no name any more, and is called something all the same. */
function withEverybodyCalled(changes: Changes): Changes {
  const put = Object.entries(changes.everyone.put).map(([key, record]) =>
    record.type === "member" && record.name === "" ? [key, { ...record, name: t("person-removed") }] : [key, record],
  );
  return { ...changes, everyone: { ...changes.everyone, put: Object.fromEntries(put) } };
}

function goLive(): void {
  if (state.peek() === "live") return;
  tries = 0;
  state.value = "live";
  lineUp(tell);
}

function closed(code: number): void {
  drop();
  const why = stopReason(code);
  if (!why) return lost(code);
  state.value = "stopped";
  if (why === "erased") forgetRoom();
  if (why === "reload" && mayReload()) setTimeout(() => location.reload(), Math.random() * RELOAD_SPREAD_MS);
  else reason.value = why;
}

function stopReason(code: number): StopReason | undefined {
  switch (code) {
    case CloseCode.REMOVED:
      return "removed";
    case CloseCode.ERASED:
      return "erased";
    case CloseCode.NOT_A_MEMBER:
      return "not-a-member";
    case CloseCode.RELOAD:
      return "reload";
    case CloseCode.FOREIGN_ORIGIN:
      return "foreign";
    case TOO_LARGE:
      return "too-large";
    default:
      return code >= FIRST_FATAL ? "not-understood" : undefined;
  }
}

/** Words on the way are kept on the device, but those still being typed must not vanish. */
function mayReload(): boolean {
  if (hasDrafts()) return false;
  const key = "common-ground/reloaded";
  try {
    const before = Number(sessionStorage.getItem(key));
    sessionStorage.setItem(key, String(Date.now()));
    return Date.now() - before > RELOAD_AGAIN_MS;
  } catch {
    return false; // without a memory of the last reload, the person decides
  }
}

function lost(code?: number): void {
  state.value = "lost";
  const moved = code === CloseCode.MOVED;
  retry = setTimeout(open, moved ? Math.random() * MOVED_SPREAD_MS : backoff(tries, Math.random()));
  tries += 1;
}

/** Let go of a socket. A dead one takes minutes to close, and nothing is expected of it. */
function drop(): void {
  lineDown();
  if (!socket) return;
  socket.onopen = socket.onmessage = socket.onclose = null;
  socket.close();
  socket = undefined;
}

function check(): void {
  const at = Date.now();
  const verdict = judgeSilence(watch, at);
  watch = { ...watch, checked: at };
  if (!socket) return;
  const opening = socket.readyState === WebSocket.CONNECTING;
  if (opening ? at - watch.heard > OPENING_MS : verdict === "give up") {
    drop();
    lost();
  } else if (!opening && verdict === "probe") probe();
}

function probe(): void {
  watch = { ...watch, probed: Date.now() };
  tell({ type: "probe" });
}

/** The device says that the network, or the person, is back: do not wait. */
function wakeUp(): void {
  if (state.peek() === "stopped") return;
  if (socket) probe();
  else open();
}

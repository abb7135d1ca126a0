/**
 * The line to the floor of a hall: what trainers and the wall see of all tables. The room's own line
 * watches for silence and for the network; this one follows it, and starts anew whenever it is lost.
 */

import { effect } from "@preact/signals";
import { setClock } from "../clock.ts";
import { line } from "../connection.ts";
import { backoff } from "../patience.ts";
import { seatQuery } from "../seat.ts";
import { type FloorChanges, type Hello, PROTOCOL, type ServerMessage } from "../wire.ts";
import { applyFloor } from "./floor.ts";

// From here on the server does not want this page back as it is (server/wire.py).
const FIRST_FATAL = 4500;

let socket: WebSocket | undefined;
let retry: ReturnType<typeof setTimeout> | undefined;
let tries = 0;

let followers = 0;
let stop: (() => void) | undefined;

/** Keep the line to the floor open while the room's is, for a part of the page; returns how to let go of it. */
export function followFloor(): () => void {
  followers += 1;
  stop ??= effect(() => {
    if (line.value === "live") open();
    else hangUp();
  });
  return letGo;
}

/** Parts may follow one another on the page: the line goes with the last of them. */
function letGo(): void {
  followers -= 1;
  if (followers > 0) return;
  stop?.();
  stop = undefined;
  hangUp();
}

function open(): void {
  hangUp();
  const scheme = location.protocol === "https:" ? "wss:" : "ws:";
  const opened = new WebSocket(`${scheme}//${location.host}/r/${document.body.dataset["room"]}/floor${seatQuery()}`);
  socket = opened;
  opened.onopen = () => opened.send(JSON.stringify(hello()));
  opened.onmessage = (event) => {
    tries = 0;
    const message = JSON.parse(event.data as string) as ServerMessage | FloorChanges;
    if (message.type !== "floor") return;
    setClock(message.now);
    applyFloor(message);
  };
  opened.onclose = (event) => closed(event.code);
}

/** The floor keeps nothing of what this browser had: each line starts with all of it. */
function hello(): Hello {
  const { build = "", page } = document.body.dataset;
  const key = page === "wall" ? { wall: location.hash.slice(1) } : {};
  return { type: "hello", protocol: PROTOCOL, build, ...key };
}

function closed(code: number): void {
  socket = undefined;
  if (code >= FIRST_FATAL) return;
  retry = setTimeout(open, backoff(tries, Math.random()));
  tries += 1;
}

function hangUp(): void {
  clearTimeout(retry);
  if (!socket) return;
  socket.onopen = socket.onmessage = socket.onclose = null;
  socket.close();
  socket = undefined;
}

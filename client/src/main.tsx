import { render } from "preact";
import { connect } from "./connection.ts";
import { followMeeting } from "./room/agenda.ts";
import { sayHappenings } from "./room/happenings.ts";
import { Room } from "./room/room.tsx";
import { Wall } from "./wall.tsx";
import { backoff } from "./patience.ts";
import { loadWords } from "./words.ts";

/** Nothing can be said without words; a phone in a tunnel gets them when it is out. */
async function wordsAtLast(tries = 0): Promise<void> {
  try {
    await loadWords();
  } catch {
    await new Promise((resolve) => setTimeout(resolve, backoff(tries, Math.random())));
    await wordsAtLast(tries + 1);
  }
}

async function start(): Promise<void> {
  const shell = document.getElementById("app");
  if (!shell) return; // a page that the server has made whole
  await wordsAtLast();
  connect();
  followMeeting();
  const page = document.createElement("div");
  shell.replaceWith(page);
  if (document.body.dataset["page"] === "wall") return render(<Wall />, page);
  sayHappenings();
  render(<Room />, page);
}

void start();

import { render, type VNode } from "preact";
import { connect } from "./connection.ts";
import { rememberThis } from "./my-meetings.ts";
import { followMeeting } from "./room/agenda.ts";
import { watchChair } from "./room/chair-back.tsx";
import { sayHappenings, watchLine } from "./room/happenings.ts";
import { keepFocus } from "./room/keep-focus.ts";
import { Room } from "./room/room.tsx";
import { Later } from "./later.tsx";
import { Return } from "./return.tsx";
import { Wall } from "./wall.tsx";
import { backoff } from "./patience.ts";
import { waitAtTheDoor, watchWhoWaits } from "./waiting.ts";
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

const archive = async () => (await import("./archive/page.tsx")).Archive;
const replayPage = async () => (await import("./replay/page.tsx")).ReplayPage;
const recordScreen = async () => (await import("./record/page.tsx")).RecordScreen;

/** What each page of the server is filled with; a page that is whole already has no such name. */
const pages: Readonly<Record<string, () => VNode>> = {
  room() {
    connect();
    followMeeting();
    sayHappenings();
    watchChair();
    keepFocus();
    rememberThis(document.body.dataset["room"] ?? "", Date.now());
    return <Room />;
  },
  wall() {
    connect();
    watchLine();
    return <Wall />;
  },
  record() {
    connect();
    watchLine();
    keepFocus();
    return <Later load={recordScreen} />;
  },
  return: () => <Return />,
  meetings() {
    keepFocus();
    return <Later load={archive} />;
  },
  replay() {
    keepFocus();
    return <Later load={replayPage} />;
  },
};

async function start(): Promise<void> {
  const shell = document.getElementById("app");
  const page = document.body.dataset["page"] ?? "";
  if (page === "waiting") {
    await wordsAtLast();
    return waitAtTheDoor();
  }
  if (page === "pass") return watchWhoWaits();
  if (page === "disclose") return (await import("./disclosing.ts")).keepChoices();
  if (page === "disclosed") return (await import("./disclosing.ts")).forgetChoices();
  const open = pages[page];
  if (!shell || !open) return;
  await wordsAtLast();
  render(open(), shell);
}

void start();

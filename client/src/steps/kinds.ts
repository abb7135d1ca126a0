/** What each kind of step shows and offers: the one place where the client tells kinds apart. */

import type { ComponentType } from "preact";
import type { StepRecord } from "../wire.ts";
import type { Act } from "./act.ts";
import * as collect from "./collect.tsx";
import * as commit from "./commit.tsx";
import * as form from "./form.tsx";
import * as gate from "./gate.tsx";
import * as judge from "./judge.tsx";
import * as settle from "./settle.tsx";
import * as turns from "./turns.tsx";

/** What a kind of step brings along. */
export interface Kind {
  /** The main task, for participants and the chair. Give it `key={step.id}`. */
  readonly Step: ComponentType<{ readonly step: StepRecord; readonly live: boolean }>;
  /** The projector's view: large, read-only. */
  readonly Wall: ComponentType<{ readonly step: StepRecord }>;
  /** The chair's next act in the step; undefined when the meeting may go on. */
  readonly nextAct: (step: StepRecord) => Act | undefined;
}

export const kinds: Record<StepRecord["kind"], Kind> = { judge, settle, collect, turns, gate, form, commit };

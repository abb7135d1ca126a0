import assert from "node:assert/strict";
import { test } from "node:test";
import { toGuess } from "../../../client/src/steps/judge/guessing.ts";

const people = (...agencies: string[]) => agencies.map((agency) => ({ agency, voice: true }));

test("people of one agency are led to the same other one: the next by name", () => {
  const here = people("Police", "Health", "School", "Housing");

  assert.deepEqual(toGuess(here, "Health"), ["Housing", "Police", "School"]);
  assert.deepEqual(toGuess(here, "School"), ["Health", "Housing", "Police"]);
});

test("an agency that is written in two ways is one, and nobody guesses their own", () => {
  assert.deepEqual(toGuess(people("Police", "POLICE ", "health", "Health"), "HEALTH"), ["Police"]);
});

test("nobody guesses about those who do not answer, or who are of no agency", () => {
  const here = [{ agency: "Training", voice: false }, ...people("", "  ", "Police")];

  assert.deepEqual(toGuess(here, "Health"), ["Police"]);
});

test("where all are of one agency there is nothing to guess", () => {
  assert.deepEqual(toGuess(people("Police", "police"), "Police"), []);
});

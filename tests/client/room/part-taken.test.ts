import assert from "node:assert/strict";
import { before, test } from "node:test";
import { aboutPerson, hereAs } from "../../../client/src/room/part-taken.ts";
import { useWords } from "../../../client/src/words.ts";
import { person } from "../world.ts";

const WORDS = `
role-family = family
role-advocate = advocate
role-chair = chair
join-agency-advocate = Independent advocate
person-seat-child = child or young person
person-seat-carer = parent or carer
attends-room = In the room
attends-video = By video
`;

before(() => useWords(WORDS, "en"));

test("what most people are here as is not said", () => {
  assert.equal(hereAs(person("kit")), undefined);
  assert.equal(hereAs(person("kit", { role: "chair" })), "chair");
});

test("what the agency says already is not said twice", () => {
  assert.equal(hereAs(person("jo", { agency: "Parent or carer", role: "family", seat: "carer" })), undefined);
  assert.equal(hereAs(person("ade", { agency: "Independent advocate", role: "advocate" })), undefined);
  assert.equal(hereAs(person("jo", { agency: "Maya’s father", role: "family", seat: "carer" })), "parent or carer");
});

test("how somebody takes part is said where it is of use", () => {
  assert.equal(aboutPerson(person("kit"), false), "Police");
  assert.equal(aboutPerson(person("kit"), true), "Police · In the room");
  assert.equal(aboutPerson(person("kit", { attends: "video" }), false), "Police · By video");
});

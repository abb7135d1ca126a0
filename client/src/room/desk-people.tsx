import { signal } from "@preact/signals";
import { attempt } from "../commands.ts";
import { Icon } from "../icons.tsx";
import { member } from "../people.tsx";
import { all, record } from "../store.ts";
import { t } from "../words.ts";
import type { Command, MemberRecord } from "../wire.ts";
import { currentStep, isTable } from "./agenda.ts";
import { ask } from "./confirm.tsx";
import { Dialog } from "./dialog.tsx";
import { DeskNeeds } from "./desk-needs.tsx";
import { HAND_ORDERS, handOrder, hands } from "./hands.ts";
import { PeopleList } from "./people-list.tsx";
import { MergeChoice, PersonPart } from "./person-choices.tsx";
import { EnterForSomebody } from "./seats.tsx";

const chosen = signal<string | undefined>(undefined);

/** The people as the chair sees them: hands in their order, who has answered, who is away. */
export function DeskPeople() {
  const members = all("member");
  const here = members.filter((of) => of.here).length;
  return (
    <>
      <Hands />
      <DeskNeeds />
      <h2 class="kicker">{t("desk-people", { here, count: members.length })}</h2>
      <PeopleList members={members} more={(of) => <Row of={of} />} />
      <EnterForSomebody />
      <PersonDialog />
    </>
  );
}

function Hands() {
  const raised = hands();
  if (raised.length === 0) return null;
  return (
    <section class="card active">
      <h2 class="kicker">{t("desk-hands")}</h2>
      <OrderOfHands />
      <ol class="people" role="list">
        {raised.map((id) => (
          <Raised key={id} id={id} />
        ))}
      </ol>
    </section>
  );
}

/** Whose hand comes first; everybody is told. */
function OrderOfHands() {
  return (
    <div class="field">
      <label for="hand-order">{t("hand-order")}</label>
      <select
        id="hand-order"
        class="input"
        value={handOrder()}
        onChange={(event) => {
          const order = HAND_ORDERS.find((each) => each === event.currentTarget.value);
          if (order) void attempt({ type: "order_hands", order });
        }}
      >
        {HAND_ORDERS.map((order) => (
          <option key={order} value={order}>
            {t(`hand-order-${order}`)}
          </option>
        ))}
      </select>
    </div>
  );
}

function Raised({ id }: { readonly id: string }) {
  const of = member(id);
  if (!of) return null;
  return (
    <li class="split">
      <bdi class="person-name">{of.name}</bdi>
      <button type="button" class="button" onClick={() => void attempt({ type: "lower_hand", member: id })}>
        {t("desk-hand-heard")}
        <span class="visually-hidden"> {of.name}</span>
      </button>
    </li>
  );
}

function Row({ of }: { readonly of: MemberRecord }) {
  return (
    <>
      <Answered of={of} />
      {of.role !== "chair" && (
        <button
          type="button"
          class="button quiet icon-only"
          aria-label={t("desk-person-options", { name: of.name })}
          onClick={() => (chosen.value = of.id)}
        >
          <Icon name="more" />
        </button>
      )}
    </>
  );
}

/** Who has answered, never what: the chair's records hold no more than that. */
function Answered({ of }: { readonly of: MemberRecord }) {
  const step = currentStep();
  const answered = step && record("answered", `answered/${step.id}`);
  if (!answered || !of.voice || record("judge", `judge/${step.id}`)?.revealed) return null;
  if (!answered.members.includes(of.id)) return <span class="visually-hidden">{t("desk-not-answered")}</span>;
  return (
    <span class="person-state done">
      <Icon name="check" />
      <span class="visually-hidden">{t("desk-answered")}</span>
    </span>
  );
}

function PersonDialog() {
  const of = chosen.value === undefined ? undefined : member(chosen.value);
  if (!of) return null;
  return (
    <Dialog key={of.id} title={of.name} onClose={() => (chosen.value = undefined)}>
      <PersonChoices of={of} />
    </Dialog>
  );
}

function PersonChoices({ of }: { readonly of: MemberRecord }) {
  const isDeputy = of.role === "deputy";
  const then = (command: Command) => {
    closeDialog();
    void attempt(command);
  };
  const name = of.name;
  const handOver = () =>
    askInstead(t("hand-over-title", { name }), t("hand-over-text"), t("hand-over-yes"), {
      type: "hand_over",
      member: of.id,
    });
  const remove = () =>
    askInstead(t("remove-title", { name }), t("remove-text"), t("remove-yes"), { type: "remove", member: of.id });
  const isUp = hands().includes(of.id);
  return (
    <div class="stack">
      <button
        type="button"
        class="button wide"
        onClick={() => then({ type: isUp ? "lower_hand" : "raise_hand", member: of.id })}
      >
        <Icon name="hand" />
        {t(isUp ? "desk-hand-down" : "desk-hand-up")}
      </button>
      <PersonPart of={of} />
      <p class="soft">{t("deputy-why")}</p>
      <button
        type="button"
        class="button wide"
        onClick={() => then({ type: "name_deputy", member: isDeputy ? null : of.id })}
      >
        <Icon name="shield" />
        {t(isDeputy ? "deputy-unname" : "deputy-name")}
      </button>
      <button type="button" class="button wide" onClick={handOver}>
        <Icon name="forward" />
        {t("hand-over")}
      </button>
      {!isTable() && (
        <>
          <MergeChoice of={of} done={closeDialog} />
          <button type="button" class="button wide danger" onClick={remove}>
            <Icon name="exit" />
            {t("remove")}
          </button>
        </>
      )}
    </div>
  );
}

function askInstead(title: string, text: string, label: string, command: Command): void {
  closeDialog();
  ask({ title, text, label, danger: command.type === "remove", run: () => attempt(command) });
}

function closeDialog(): void {
  document.querySelector<HTMLDialogElement>("dialog[open]")?.close();
}

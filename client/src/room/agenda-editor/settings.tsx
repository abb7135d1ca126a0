import type { PlannedRecord } from "../../wire.ts";
import { t } from "../../words.ts";
import { Line } from "./line.tsx";

type Settings = PlannedRecord["settings"];

interface Props {
  readonly settings: Settings;
  readonly change: (settings: Settings) => void;
}

/** What a chair may want to set otherwise in a step of its kind; a template file can say more. */
export function SettingsFields({ settings, change }: Props) {
  switch (settings.type) {
    case "judge":
      return settings.ask === "scale" ? (
        <>
          <Line label={t("agenda-low")} value={settings.low ?? ""} change={(low) => change({ ...settings, low })} />
          <Line label={t("agenda-high")} value={settings.high ?? ""} change={(high) => change({ ...settings, high })} />
          <Shown settings={settings} change={change} />
        </>
      ) : (
        <Shown settings={settings} change={change} />
      );
    case "collect":
      return (
        <>
          {settings.lanes.map((lane, at) => (
            <Line
              key={lane.id}
              label={t("agenda-lane", { number: at + 1 })}
              value={lane.title}
              change={(title) => change({ ...settings, lanes: settings.lanes.map((one) => (one === lane ? { ...lane, title } : one)) })}
            />
          ))}
        </>
      );
    case "turns":
      return (
        <Line
          label={t("agenda-seconds")}
          value={String(settings.seconds ?? 0)}
          change={(value) => change({ ...settings, seconds: Number(value) || 0 })}
          number
        />
      );
    default:
      return null;
  }
}

type Judge = Extract<Settings, { type: "judge" }>;
const SHOWN = ["name", "agency", "nobody"] as const;

function Shown({ settings, change }: { readonly settings: Judge; readonly change: (settings: Settings) => void }) {
  return (
    <fieldset class="field">
      <legend>{t("agenda-shown")}</legend>
      <div class="segments">
        {SHOWN.map((shown) => (
          <label class="segment" key={shown}>
            <input
              type="radio"
              name="agenda-shown"
              checked={(settings.shown ?? "name") === shown}
              onChange={() => change({ ...settings, shown })}
            />
            {t(`agenda-shown-${shown}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

import { signal } from "@preact/signals";

/** What a remark is about: see `Remarks`. */
export interface Subject {
  readonly step: string;
  readonly about: string;
  readonly quote: string;
  readonly of: string | null;
}

/** What somebody is about to make a remark on; undefined while nobody is. */
export const subject = signal<Subject | undefined>(undefined);

import drawings from "./icons.json";

/** Our own names for the icons; src/icons.json says which drawing each one is. */
export type IconName = keyof typeof drawings;

/** A drawing beside words. It says nothing to assistive technology: the words beside it do. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      class="icon"
      viewBox="0 0 24 24"
      aria-hidden="true"
      // The build replaces each name in icons.json by its drawing; nothing a person typed comes here.
      dangerouslySetInnerHTML={{ __html: drawings[name] }}
    />
  );
}

/** The mark of the house: two arcs on one ground, and what they share. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
      <path class="mark-shared" d="M11 23A9 9 0 0 1 16 14.94A9 9 0 0 1 21 23Z" />
      <path class="mark-a" d="M3 23A9 9 0 0 1 21 23" />
      <path class="mark-b" d="M11 23A9 9 0 0 1 29 23" />
      <path class="mark-ground" d="M2 26.5H30" />
    </svg>
  );
}

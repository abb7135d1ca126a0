import { Icon } from "../../icons.tsx";

/** Why something was not done, in the dialog where it was asked for; said aloud when it comes. */
export function Wrong({ says }: { readonly says: string }) {
  if (!says) return null;
  return (
    <p class="error" role="alert">
      <Icon name="warning" />
      {says}
    </p>
  );
}

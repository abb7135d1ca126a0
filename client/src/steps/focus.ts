/**
 * Move the focus to an element once the page shows what has just been done. Only for where the
 * heading nearby, which src/room/keep-focus.ts would choose, is not the best place to go on from.
 */
export function focusSoon(id: string): void {
  requestAnimationFrame(() => {
    const element = document.getElementById(id);
    if (!element) return;
    // Headings and cards are not reached by Tab, only by being sent there.
    if (element.tabIndex < 0) element.tabIndex = -1;
    element.focus();
  });
}

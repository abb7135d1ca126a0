/**
 * Whose turn it is at this device. A phone may be passed round: the address of the page then names
 * the seat, and everything that the page asks of the server names it too.
 */

/** Return what an address needs to be this seat's, or nothing where the device has only one. */
export function seatQuery(): string {
  const seat = new URLSearchParams(location.search).get("seat");
  return seat === null ? "" : `?seat=${encodeURIComponent(seat)}`;
}

/** Return how many seats this device holds. */
export function seatsHere(): number {
  return Number(document.body.dataset["seats"] ?? "1");
}

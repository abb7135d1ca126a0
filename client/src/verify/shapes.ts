/** Reading JSON into values of a known shape, with their fields in a known order, or not at all. */

export class Misshapen extends Error {}

export type Shape<T> = (value: unknown) => T;
export type Of<S> = S extends Shape<infer T> ? T : never;

export function text(pattern = /^/): Shape<string> {
  return (value) => {
    // Half a character cannot be written, so no file that is written right has one.
    if (typeof value !== "string" || !pattern.test(value) || halved.test(value)) throw new Misshapen();
    return value;
  };
}

const halved = /\p{Surrogate}/u;

export const count: Shape<number> = (value) => {
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) throw new Misshapen();
  return value;
};

export function only<const T extends string | number | boolean>(wanted: T): Shape<T> {
  return (value) => {
    if (value !== wanted) throw new Misshapen();
    return wanted;
  };
}

export function list<T>(of: Shape<T>, most = Infinity): Shape<readonly T[]> {
  return (value) => {
    if (!Array.isArray(value) || value.length > most) throw new Misshapen();
    return value.map(of);
  };
}

export function pair<A, B>(first: Shape<A>, second: Shape<B>): Shape<readonly [A, B]> {
  return (value) => {
    if (!Array.isArray(value) || value.length !== 2) throw new Misshapen();
    return [first(value[0]), second(value[1])];
  };
}

export function orNothing<T>(of: Shape<T>): Shape<T | null> {
  return (value) => (value === null ? null : of(value));
}

type Fields = Readonly<Record<string, Shape<unknown>>>;
type Filled<F extends Fields> = { readonly [K in keyof F]: Of<F[K]> };

/** Exactly these fields, in this order. */
export function fields<F extends Fields>(shapes: F): Shape<Filled<F>> {
  const names = Object.entries(shapes);
  return (value) => {
    if (typeof value !== "object" || value === null || Object.keys(value).length !== names.length) throw new Misshapen();
    const found = new Map(Object.entries(value));
    return Object.fromEntries(names.map(([name, shape]) => [name, shape(found.get(name))])) as Filled<F>;
  };
}

/** One of several shapes, told apart by their field `type`. */
export function either<S extends Readonly<Record<string, Shape<unknown>>>>(shapes: S): Shape<Of<S[keyof S]>> {
  const known = new Map(Object.entries(shapes));
  return (value) => {
    const type = typeof value === "object" && value !== null && "type" in value ? value.type : undefined;
    const shape = typeof type === "string" ? known.get(type) : undefined;
    if (!shape) throw new Misshapen();
    return shape(value) as Of<S[keyof S]>;
  };
}

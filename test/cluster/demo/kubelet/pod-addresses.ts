/** Addresses of pods, of their node's range, above those that kwok gives. */
const FIRST = 100;

/** `range`: a node's podCIDR. A pod keeps what it was given. */
export type AddressOf = (options: { readonly uid: string; readonly range: string }) => string;

export function podAddresses(): AddressOf {
  const given = new Map<string, string>();
  const counts = new Map<string, number>();
  return ({ uid, range }) => {
    const known = given.get(uid);
    if (known !== undefined) return known;
    const count = counts.get(range) ?? 0;
    counts.set(range, count + 1);
    const address = range.replace(/\d+\/\d+$/, String(FIRST + count));
    given.set(uid, address);
    return address;
  };
}

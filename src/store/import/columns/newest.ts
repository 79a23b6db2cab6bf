/** The later of two times, where null is none. */
export function later(one: number | null, other: number | null): number | null {
  if (one === null) return other;
  return other === null || other < one ? one : other;
}

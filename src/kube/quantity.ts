/**
 * Quantities (`100m`, `1.5Gi`, `2e3`), exactly: counted in billionths, as BigInt.
 * As Kubernetes does, what is finer than a billionth is rounded away from zero, and what lies beyond ±(2^63 - 1) is held at it.
 * Source: apimachinery, pkg/api/resource/{quantity,suffix}.go, ParseQuantity.
 */

const NANO = 10n ** 9n;
const MOST = (2n ** 63n - 1n) * NANO;
const LONGEST_TEXT = 256;
const QUANTITY = /^([+-]?)(\d*)(?:\.(\d*))?(?:([numkMGTPE]|[KMGTPE]i)|[eE]([+-]?\d+))?$/;

const DECIMAL_EXPONENT: ReadonlyMap<string, number> = new Map([
  ['n', -9],
  ['u', -6],
  ['m', -3],
  ['k', 3],
  ['M', 6],
  ['G', 9],
  ['T', 12],
  ['P', 15],
  ['E', 18],
]);
const BINARY_FACTOR: ReadonlyMap<string, bigint> = new Map(
  ['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'].map((suffix, index) => [suffix, 1024n ** BigInt(index + 1)]),
);

/** The nearest number (bytes, cores, a count), or null for what is no quantity. YAML also writes quantities as numbers. */
export function parseQuantity(text: unknown): number | null {
  const nano = nanoUnits(text);
  if (nano === null) return null;
  const absolute = nano < 0n ? -nano : nano;
  const decimal = `${absolute / NANO}.${(absolute % NANO).toString().padStart(9, '0')}`;
  return nano < 0n ? -Number(decimal) : Number(decimal);
}

/** -1, 0 or 1, exactly; null where either is no quantity. */
export function compareQuantities(a: unknown, b: unknown): -1 | 0 | 1 | null {
  const left = nanoUnits(a);
  const right = nanoUnits(b);
  if (left === null || right === null) return null;
  return left < right ? -1 : left > right ? 1 : 0;
}

function nanoUnits(value: unknown): bigint | null {
  const text = typeof value === 'number' && Number.isFinite(value) ? String(value) : value;
  if (typeof text !== 'string' || text.length > LONGEST_TEXT) return null;
  const match = QUANTITY.exec(text);
  if (match === null) return null;
  const [, sign = '', whole = '', fraction = '', suffix = '', exponent = '0'] = match;
  if (whole === '' && fraction === '') return null;
  const mantissa = BigInt(whole + fraction) * (BINARY_FACTOR.get(suffix) ?? 1n);
  const power = 9 - fraction.length + (DECIMAL_EXPONENT.get(suffix) ?? 0) + clampExponent(exponent);
  const nano = scaled(mantissa, power);
  const held = nano > MOST ? MOST : nano;
  return sign === '-' ? -held : held;
}

/** Beyond this the result is held at the most, or rounded to the least: a longer power would only cost time. */
function clampExponent(exponent: string): number {
  return Math.max(-1000, Math.min(1000, Number(exponent)));
}

function scaled(mantissa: bigint, power: number): bigint {
  if (power >= 0) return mantissa * 10n ** BigInt(power);
  const divisor = 10n ** BigInt(-power);
  return mantissa / divisor + (mantissa % divisor === 0n ? 0n : 1n);
}

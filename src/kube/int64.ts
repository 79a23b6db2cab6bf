/** As Go's strconv.ParseInt in base 10 with 64 bits; null for anything else. */
export function parseInt64(text: string | undefined): bigint | null {
  if (text === undefined || text.length > 64 || !/^[+-]?\d+$/.test(text)) return null;
  const number = text.startsWith('-') ? -BigInt(text.slice(1)) : BigInt(text.replace('+', ''));
  return number === BigInt.asIntN(64, number) ? number : null;
}

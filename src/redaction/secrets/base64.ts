const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;
const LINE_ENDS = /[\r\n]/g;

/** Null for what Go's decoder, and so the API server, does not take: another alphabet, or padding that does not fit. Line ends are passed over. */
export function decodeBase64(encoded: Buffer): Buffer | null {
  const text = encoded.toString('latin1').replace(LINE_ENDS, '');
  return text.length % 4 === 0 && BASE64.test(text) ? Buffer.from(text, 'base64') : null;
}

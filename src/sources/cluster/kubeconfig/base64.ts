/** Base64 as kubeconfigs hold it: line breaks are let pass, anything else that is no base64 is not. Null for such text. */
export function fromBase64(text: string): Buffer | null {
  const packed = text.replace(/[\r\n]/g, '');
  return packed.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(packed) ? Buffer.from(packed, 'base64') : null;
}

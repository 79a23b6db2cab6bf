/** Whether a string can name something at all. */

/** No name is longer: object names end at 253 characters, image references at some 500. */
export const LONGEST_POINTER = 1024;

/**
 * True for a string that can be a name, a uid, a namespace or a kind: neither empty nor absurdly long, without control characters.
 * Whether the API would accept it is another matter: what it would refuse still dangles visibly.
 */
export function isPointerText(value: unknown): value is string {
  if (typeof value !== 'string' || value.length === 0 || value.length > LONGEST_POINTER) return false;
  for (let index = 0; index < value.length; index++) {
    const code = value.charCodeAt(index);
    if (code < 0x20 || code === 0x7f) return false;
  }
  return true;
}

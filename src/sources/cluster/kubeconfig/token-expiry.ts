import { numberField } from '../../../records/json-fields.ts';

/** When a JSON Web Token says that it ends, in milliseconds since 1970; null for any other token. Nothing of it is verified. */
export function tokenExpiry(token: string): number | null {
  const [, payload, signature, more] = token.split('.');
  if (payload === undefined || signature === undefined || more !== undefined) return null;
  try {
    const seconds = numberField(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')), 'exp');
    return seconds === undefined ? null : seconds * 1000;
  } catch {
    return null;
  }
}

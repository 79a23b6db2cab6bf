/** Deterministic stand-ins for what a real API server makes up: uids, hashes, addresses, times. */
import { createHash } from 'node:crypto';

export function hashOf(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}

export function uidOf(text: string): string {
  const h = hashOf(text);
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-4${h.slice(13, 16)}-a${h.slice(17, 20)}-${h.slice(20, 32)}`;
}

/** RFC 3339 in the week before the capture, from the text's own hash. */
export function timeOf(text: string): string {
  const seconds = Number.parseInt(hashOf(text).slice(0, 6), 16) % (7 * 86_400);
  return new Date(CAPTURED_AT - seconds * 1000).toISOString().replace('.000Z', 'Z');
}

export function addressOf(number: number): string {
  return `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;
}

export const CAPTURED_AT: number = Date.UTC(2026, 10, 23, 12, 0, 0);

import type { Example } from '../../../test/support/relation-rules.ts';

/** An object that says nothing: it points at nothing. */
export function bare(apiVersion: string, kind: string, namespace?: string): Example {
  const metadata = namespace === undefined ? { name: 'bare' } : { name: 'bare', namespace };
  return { object: { apiVersion, kind, metadata, spec: {} }, pointers: [] };
}

import type { JsonObject } from '../records/record.ts';
import { isCertificate } from './certificates/certificates-of.ts';
import type { RedactedObject } from './redact-object.ts';

export interface KeptSecret {
  readonly namespace: string;
  readonly name: string;
}

/** What was taken out of one snapshot. */
export class RedactionCounts {
  readonly #byRule: Map<string, number>;
  readonly #keep: readonly string[];
  readonly #kept = new Set<string>();
  #objects = 0;
  #certificates = 0;
  #dropped = 0;

  constructor({ rules, keep }: { readonly rules: readonly string[]; readonly keep: readonly KeptSecret[] }) {
    this.#byRule = new Map(rules.map((rule) => [rule, 0]));
    this.#keep = keep.map(secretName);
  }

  add({ replaced, secret }: RedactedObject): void {
    if (replaced.size > 0) this.#objects++;
    for (const [rule, values] of replaced) this.#byRule.set(rule, (this.#byRule.get(rule) ?? 0) + values);
    if (secret === null) return;
    const { manifest, kept } = secret;
    if (kept) this.#kept.add(secretName({ namespace: manifest.namespaces[0] ?? '', name: manifest.names[0] ?? '' }));
  }

  /** Of a document that leaves. What is no certificate is told in it, and is none. */
  certify(entries: readonly JsonObject[]): void {
    this.#certificates += entries.filter(isCertificate).length;
  }

  drop(): void {
    this.#dropped++;
  }

  /** As the manifest of a bundle has them: `kept` are the Secrets that kept their values, `notFound` those that should and did not come. */
  report(): JsonObject {
    return {
      values: [...this.#byRule.values()].reduce((sum, values) => sum + values, 0),
      objects: this.#objects,
      byRule: Object.fromEntries(this.#byRule),
      certificates: this.#certificates,
      dropped: this.#dropped,
      kept: this.#keep.filter((name) => this.#kept.has(name)),
      notFound: this.#keep.filter((name) => !this.#kept.has(name)),
    };
  }
}

/** `namespace/name`. */
export function secretName({ namespace, name }: KeptSecret): string {
  return `${namespace}/${name}`;
}

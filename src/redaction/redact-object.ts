/** One object, from bytes to bytes. */
import type { JsonObject } from '../records/record.ts';
import { applyEdits, type RuledEdit } from './apply-edits.ts';
import { certificatesOf } from './certificates/certificates-of.ts';
import { glanceAt } from './glance.ts';
import type { Manifest, Resource } from './manifest.ts';
import type { Marker } from './mark.ts';
import type { RedactionRule } from './rule.ts';
import { SECRET_VALUES } from './rules/built-in-rules.ts';
import { secretValues } from './secrets/secret-values.ts';
import { type Survey, surveyObject } from './survey.ts';

export interface ObjectToRedact {
  readonly bytes: Buffer;
  /** Under whose list it was captured. */
  readonly resource: Resource | undefined;
  readonly rules: readonly RedactionRule[];
  readonly marker: Marker;
  /** Whether a Secret keeps its values. */
  readonly isKept: (secret: Manifest) => boolean;
  /** False walks every object: what a glance may leave out is what it would find nothing in. */
  readonly glance?: boolean;
}

export interface RedactedObject {
  /** The same as were given where nothing was replaced. */
  readonly bytes: Buffer;
  /** How many values each rule took out. */
  readonly replaced: ReadonlyMap<string, number>;
  /** Where the object is a Secret: what was found in it. */
  readonly secret: FoundSecret | null;
}

export interface FoundSecret {
  readonly manifest: Manifest;
  /** It keeps its values. */
  readonly kept: boolean;
  /** What may be told of the certificates in the values that were taken out. */
  readonly certificates: readonly JsonObject[];
}

const NOTHING: ReadonlyMap<string, number> = new Map();

/** Null where the object may hold what must not leave and cannot be walked. Throws what a rule throws that cannot be followed to its end. */
export function redactObject(given: ObjectToRedact): RedactedObject | null {
  const { bytes, resource, marker, isKept } = given;
  const glance = glanceAt(bytes, resource);
  const rules = given.glance === false ? given.rules : given.rules.filter((rule) => rule.mightMatch(glance));
  if (rules.length === 0) return { bytes, replaced: NOTHING, secret: null };
  const survey = surveyObject({ bytes, resource, isKept });
  if (survey === null) return null;
  const wanted = rules.flatMap((rule) => rule.find(survey).map((edit): RuledEdit => ({ ...edit, rule: rule.name })));
  const secret = rules.some(({ name }) => name === SECRET_VALUES) ? foundSecret(survey) : null;
  if (wanted.length === 0) return { bytes, replaced: NOTHING, secret };
  const applied = applyEdits({ bytes, edits: wanted, marker });
  return { bytes: applied.bytes, replaced: countByRule(applied.edits), secret };
}

/** The captured one: one within another object has no document of its certificates. */
function foundSecret({ root, kept }: Survey): FoundSecret | null {
  if (root === null || !root.isSecret) return null;
  return { manifest: root, kept, certificates: kept ? [] : certificatesOf(secretValues(root)) };
}

function countByRule(edits: readonly RuledEdit[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { rule } of edits) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}

/**
 * One object as the rows of the store: pure, so that it can run in any thread. Ids are given by the writer.
 * Rules and columns read the canonical form; uid, versions and JSON stay as captured.
 */

import type { Health } from '../../health/health.ts';
import { judge, judgeUnknownVersion } from '../../health/judge.ts';
import { type FormStatus, toCanonicalForm } from '../../kube/canonical-form.ts';
import { integer, member, word } from '../../kube/fixed-keys.ts';
import type { KindKey } from '../../kube/kind.ts';
import { parseTime } from '../../kube/time.ts';
import type { JsonObject } from '../../records/record.ts';
import type { Extractor } from '../../relations/extractor.ts';
import type { Extraction } from '../../relations/rule.ts';
import { changedAt } from './columns/changed.ts';
import { type Condition, conditionsOf } from './columns/conditions.ts';
import { containersOf } from './columns/containers.ts';
import { apiService, dataKeys, type KindDefinition, kindDefinition, otherUid } from './columns/declarations.ts';
import { type EventColumns, eventOf } from './columns/event.ts';
import { finalizersOf } from './columns/finalizers.ts';
import { later } from './columns/newest.ts';
import { type Summary, summaryOf } from './columns/summary.ts';
import type { ParsedObject } from './parse-object.ts';
import type { TapeValue } from './rows/tape.ts';

export interface ObjectRows extends Summary {
  readonly key: KindKey;
  readonly form: FormStatus;
  readonly uid: string | null;
  readonly resourceVersion: string | null;
  readonly generation: number | null;
  readonly observedGeneration: number | null;
  readonly created: number | null;
  readonly deletion: number | null;
  readonly deletionGrace: number | null;
  readonly changed: number | null;
  /** As the object alone tells it, before anything is due. */
  readonly health: Health | null;
  readonly labels: readonly (readonly [string, string])[];
  readonly conditions: readonly Condition[];
  readonly finalizers: readonly (readonly [string, string])[];
  readonly containers: readonly (readonly TapeValue[])[];
  readonly event: EventColumns | null;
  readonly dataKeys: readonly string[];
  readonly definition: KindDefinition | null;
  readonly apiService: { readonly group: string; readonly aggregated: boolean } | null;
  readonly otherUid: string | null;
  readonly extraction: Extraction;
  /** Why the rules could not be run; the object is kept without references. */
  readonly extractionError: string | null;
}

export function objectRows(parsed: ParsedObject, extractor: Extractor): ObjectRows {
  const { object, key, status: form } = toCanonicalForm(parsed.object);
  const metadata = object['metadata'];
  const conditions = conditionsOf(object);
  const event = key.kind === 'Event' && key.group === '' ? eventOf(object) : null;
  const { extraction, error } = extract(parsed, object, key, form, extractor);
  return {
    key,
    form,
    uid: word(member(metadata, 'uid')),
    resourceVersion: word(member(metadata, 'resourceVersion')),
    generation: integer(member(metadata, 'generation')),
    observedGeneration: integer(member(object['status'], 'observedGeneration')),
    created: parseTime(member(metadata, 'creationTimestamp')),
    deletion: parseTime(member(metadata, 'deletionTimestamp')),
    deletionGrace: integer(member(metadata, 'deletionGracePeriodSeconds')),
    changed: later(changedAt(object, conditions), event?.lastAt ?? null),
    health: form === 'unknown_version' ? judgeUnknownVersion(key) : judge({ object, key, now: Number.NEGATIVE_INFINITY, facts: {} }),
    labels: labelsOf(metadata),
    conditions,
    finalizers: finalizersOf(key, object),
    containers: key.kind === 'Pod' && key.group === '' ? containersOf(object) : NO_CONTAINERS,
    event,
    dataKeys: dataKeys(key, object),
    definition: kindDefinition(key, object),
    apiService: apiService(key, object),
    otherUid: otherUid(key, object),
    extraction,
    extractionError: error,
    ...summaryOf(key, object, conditions),
  };
}

const NO_CONTAINERS: readonly (readonly TapeValue[])[] = [];
const NOTHING: Extraction = { references: [], selectors: [] };

function extract(
  parsed: ParsedObject,
  object: JsonObject,
  key: KindKey,
  form: FormStatus,
  extractor: Extractor,
): { extraction: Extraction; error: string | null } {
  try {
    const namespace = parsed.namespace === '' ? null : parsed.namespace;
    const metadataOnly = form === 'unknown_version';
    return { extraction: extractor.extract({ object, key, namespace, name: parsed.name, metadataOnly }), error: null };
  } catch (error) {
    return { extraction: NOTHING, error: error instanceof Error ? error.message : String(error) };
  }
}

function labelsOf(metadata: JsonObject[string] | undefined): readonly (readonly [string, string])[] {
  const labels = member(metadata, 'labels');
  if (typeof labels !== 'object' || labels === null || Array.isArray(labels)) return [];
  return Object.entries(labels).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
}

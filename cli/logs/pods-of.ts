/** The Pods that the words and flags of `logs` mean, as kubectl finds them. Source: kubectl, pkg/polymorphichelpers, logsforobject.go and helpers.go. */
import { type KindKey, kindName } from '../../src/kube/kind.ts';
import { parseLabelSelector, requirementsOf } from '../../src/kube/label-selector.ts';
import type { Requirement } from '../../src/kube/requirement.ts';
import { isObject, objectAt, valueAt } from '../../src/kube/safe.ts';
import type { JsonObject } from '../../src/records/record.ts';
import type { ObjectRow, Reader } from '../../src/store/reader.ts';
import { CommandError, UsageError } from '../errors.ts';
import { type FoundObject, fetchObjects } from '../get/fetch-objects.ts';
import { findObject } from '../get/find-object.ts';
import { usage } from '../get/output-format.ts';
import { count } from '../output/words.ts';
import { bestForLogs } from './best-for-logs.ts';

const POD: KindKey = { group: '', kind: 'Pod' };

/** Where a kind keeps the selector of its Pods: a LabelSelector, or labels alone. */
const SELECTORS: Readonly<Record<string, 'LabelSelector' | 'labels'>> = {
  'Deployment.apps': 'LabelSelector',
  'ReplicaSet.apps': 'LabelSelector',
  'StatefulSet.apps': 'LabelSelector',
  'DaemonSet.apps': 'LabelSelector',
  'Job.batch': 'LabelSelector',
  ReplicationController: 'labels',
  Service: 'labels',
};

export interface PodChoice {
  readonly reader: Reader;
  /** A Pod's name or KIND/NAME. */
  readonly word: string | undefined;
  readonly selector: string | undefined;
  readonly namespace: string;
  /** All that an object selects, not the best one of them. */
  readonly allPods: boolean;
  readonly note: (text: string) => void;
}

/** At least one, but with a selector. Throws UsageError and CommandError for what is not there. */
export async function podsOf(choice: PodChoice): Promise<readonly FoundObject[]> {
  const { reader, word, selector, namespace, allPods, note } = choice;
  if (selector !== undefined)
    return await selected(
      choice,
      usage('--selector', () => parseLabelSelector(selector)),
    );
  if (word === undefined) throw new UsageError('name a Pod, or KIND/NAME of what has Pods (deploy/web, svc/db), or give -l SELECTOR.');
  const row = await findObject({ reader, words: word.includes('/') ? [word] : ['pods', word], namespace });
  if (row.presence !== 'PRESENT') throw new CommandError(absentText(row));
  const [object] = (
    await fetchObjects({ reader, request: { key: row, names: [row.name] }, namespace, namespaced: row.namespace !== null, filter: {} })
  ).found;
  if (object === undefined) throw new CommandError(absentText(row));
  if (row.group === POD.group && row.kind === POD.kind) return [object];
  const found = [...(await selected(choice, requirements(row, object.object)))].sort(bestForLogs);
  const [best] = found;
  if (best === undefined) throw new CommandError(`${kindName(row)} "${row.name}" selects no Pod in this snapshot.${await gapText(choice)}`);
  if (allPods || found.length === 1) return found;
  note(`Found ${count(found.length, 'pod')}, using pod/${best.row.name}`);
  return [best];
}

/** ` Pods were not …` where the list of them proves nothing, else ''. */
export async function gapText({ reader, namespace }: Pick<PodChoice, 'reader' | 'namespace'>): Promise<string> {
  const { complete, gaps } = await reader.completeness({ kinds: [POD], namespace });
  return complete
    ? ''
    : ` Pods were not fully captured there (${gaps[0]?.outcome.replace('_', ' ') ?? 'nobody looked'}): there may have been some.`;
}

async function selected({ reader, namespace }: PodChoice, labels: readonly Requirement[]): Promise<readonly FoundObject[]> {
  const { found } = await fetchObjects({ reader, request: { key: POD, names: null }, namespace, namespaced: true, filter: { labels } });
  return found;
}

function requirements(row: ObjectRow, object: JsonObject): readonly Requirement[] {
  const form = SELECTORS[kindName(row)];
  if (form === undefined)
    throw new UsageError(
      `${kindName(row)} has no Pods of its own that kubectl would find: name one of ${Object.keys(SELECTORS).join(', ')}, or a Pod.`,
    );
  const written = valueAt(objectAt(object, 'spec'), 'selector');
  const found = requirementsOf(form === 'labels' && isObject(written) ? { matchLabels: written } : written);
  if (found === null || (form === 'labels' && found.length === 0))
    throw new CommandError(`${kindName(row)} "${row.name}" has no selector.`);
  return found;
}

function absentText(row: ObjectRow): string {
  const what = `${kindName(row)} "${row.name}"`;
  return row.presence === 'NOT_CAPTURED'
    ? `${what} was not captured, so it may have been there.`
    : `${what} not found; other objects name it: tree --up shows which.`;
}

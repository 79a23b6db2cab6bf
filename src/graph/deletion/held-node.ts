/** A node of the graph while it grows: an object with one reason for which it is still there. */

import { type KindKey, kindName } from '../../kube/kind.ts';
import { apiService, mutatingWebhookConfiguration, pod, service, validatingWebhookConfiguration } from '../../relations/kinds.ts';
import type { FinalizerRow, ObjectRow } from '../../store/reader.ts';
import { finalizerRule } from './catalogue/all.ts';
import type { FinalizerRule } from './catalogue/finalizer-rule.ts';
import type { Attribution } from './controllers/find-controllers.ts';
import { absentKubelet } from './waits/absent-kubelet.ts';
import { failingWebhooks } from './waits/failing-webhooks.ts';
import { backingService, unreadyPods } from './waits/unready-service.ts';
import { all, NOTHING, type Wait, type WaitQuery } from './waits/wait.ts';

export interface HeldNode {
  readonly object: ObjectRow;
  readonly finalizer: string | null;
  readonly field: FinalizerRow['field'] | null;
  readonly rule: FinalizerRule | undefined;
  /** Others wait for it, or for a pod behind it, to become ready. */
  readonly mustAnswer: boolean;
  /** undefined: nothing to ask. */
  readonly query: WaitQuery | undefined;
  wait: Wait;
  attribution: Attribution;
}

/** Objects that nobody deletes and that others wait for: what they wait for in turn. */
const onward: ReadonlyMap<string, WaitQuery> = new Map([
  [kindName(apiService), backingService],
  [kindName(validatingWebhookConfiguration), backingService],
  [kindName(mutatingWebhookConfiguration), backingService],
]);

/** One query for each pair, so that all objects with one finalizer are asked for together. */
const withWebhooks = new Map<WaitQuery | undefined, WaitQuery>();

function withFailingWebhooks(query: WaitQuery | undefined): WaitQuery {
  const known = withWebhooks.get(query);
  if (known !== undefined) return known;
  const both = query === undefined ? failingWebhooks : all(query, failingWebhooks);
  withWebhooks.set(query, both);
  return both;
}

/** All reasons for which an object is still there. `finalizers` are its own; `mustAnswer`: see HeldNode. */
export function nodesOf(options: {
  readonly object: ObjectRow;
  readonly finalizers: readonly FinalizerRow[];
  readonly mustAnswer: boolean;
}): HeldNode[] {
  const { object, finalizers, mustAnswer } = options;
  const bare = (query: WaitQuery | undefined): HeldNode =>
    newNode({ object, mustAnswer, finalizer: null, field: null, rule: undefined, query });
  if (object.presence !== 'PRESENT') return [bare(undefined)];
  if (object.deletion === null) return [bare(mustAnswer && isService(object) ? unreadyPods : onward.get(kindName(object)))];
  const held = finalizers.map(({ name, field }): HeldNode => {
    const rule = finalizerRule(name, object);
    const query = field === 'METADATA' ? withFailingWebhooks(rule?.waits) : rule?.waits;
    return newNode({ object, mustAnswer, finalizer: name, field, rule, query });
  });
  if (isPod(object)) return [...held, bare(absentKubelet)];
  return held.length > 0 ? held : [bare(undefined)];
}

const UNATTRIBUTED: Attribution = { controller: null, evidence: [], gaps: [] };

/** All nodes have one shape: there may be tens of thousands. */
function newNode({ object, finalizer, field, rule, mustAnswer, query }: Omit<HeldNode, 'wait' | 'attribution'>): HeldNode {
  return { object, finalizer, field, rule, mustAnswer, query, wait: NOTHING, attribution: UNATTRIBUTED };
}

export function isPod(key: KindKey): boolean {
  return kindName(key) === kindName(pod);
}

function isService(key: KindKey): boolean {
  return kindName(key) === kindName(service);
}

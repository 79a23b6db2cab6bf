/** Further networks of a pod, as its annotation lists them: `a, other/b@eth1`, or JSON. */

import type { KindKey } from '../../kube/kind.ts';
import { isObject } from '../../kube/safe.ts';
import { isPointerText } from '../pointer-text.ts';
import type { CodedRelation, ReferenceDraft } from '../rule.ts';
import { onPodSpecs } from './pod-spec.ts';

const RELATION = 'pod-network';
const ANNOTATION = 'k8s.v1.cni.cncf.io/networks';

const networkAttachmentDefinition: KindKey = { group: 'k8s.cni.cncf.io', kind: 'NetworkAttachmentDefinition' };

/** A pod has a handful; longer lists are made to harm. */
const LONGEST_TEXT = 65_536;
const MOST_NETWORKS = 100;

export const podNetworkRelations: readonly CodedRelation[] = onPodSpecs({
  relation: RELATION,
  target: networkAttachmentDefinition,
  forward: { name: 'networks' },
  reverse: { name: 'pods', workloads: 'workloads' },
  source: 'Network Plumbing Working Group, Kubernetes Network Custom Resource Definition De-facto Standard v1, 4.1',
  describe: `\`metadata.annotations['${ANNOTATION}']\` of the pod or the template: names with commas between them, \`<namespace>/<name>@<interface>\`, or a JSON list of \`name\` and \`namespace\`; in its own namespace where none is written`,
  extract: ({ annotations, path, indexes, namespace }) => {
    const text = annotations[ANNOTATION];
    if (typeof text !== 'string' || text.length > LONGEST_TEXT) return {};
    const holder = path.split('.').slice(0, -1);
    const at = `${[...holder, 'metadata'].join('.')}.annotations['${ANNOTATION}']`;
    return {
      references: networksIn(text)
        .slice(0, MOST_NETWORKS)
        .flatMap((network): ReferenceDraft[] => {
          const own = network.namespace === undefined || network.namespace === '' ? namespace : network.namespace;
          if (!isPointerText(network.name) || !isPointerText(own)) return [];
          const draft = { relation: RELATION, path: at, indexes: [...indexes], ...networkAttachmentDefinition, flags: 0, written: text };
          return [{ ...draft, namespace: own, name: network.name }];
        }),
    };
  },
});

interface Network {
  readonly name: unknown;
  readonly namespace: unknown;
}

function networksIn(text: string): readonly Network[] {
  return /[[{"]/.test(text) ? fromJson(text) : text.split(',').map(fromWords);
}

function fromJson(text: string): readonly Network[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.filter(isObject).map(({ name, namespace }) => ({ name, namespace })) : [];
  } catch {
    return [];
  }
}

/** `<namespace>/<name>@<interface>`, of which the name alone must be there. */
function fromWords(item: string): Network {
  const [before = '', ...after] = item.trim().split('/');
  const [namespace, name] = after.length === 0 ? [undefined, before] : [before.trim(), after.join('/')];
  return { namespace, name: after.length > 1 ? undefined : name.split('@', 1)[0]?.trim() };
}

/** What the limits of a namespace are for: all objects of the kinds that a ResourceQuota counts, and that a LimitRange bounds. */
import { builtInResource } from '../../kube/built-in-resources.ts';
import { type KindKey, kindName } from '../../kube/kind.ts';
import { arrayAt, objectAt, valueAt } from '../../kube/safe.ts';
import type { JsonObject } from '../../records/record.ts';
import { deviceClass, limitRange, persistentVolumeClaim, pod, resourceQuota, storageClass } from '../kinds.ts';
import { isPointerText } from '../pointer-text.ts';
import { type CodedRelation, type ReferenceDraft, ReferenceFlag, type SelectorDraft } from '../rule.ts';

const CLASSES = 'resource-quota-class';

/** What counts what pods ask for; what else begins so are extended resources and huge pages. */
const OF_PODS = /^(?:(?:requests\.|limits\.)?(?:cpu|memory|ephemeral-storage)|(?:requests\.)?hugepages-.+|requests\..+\/.+)$/;

/** `gold.storageclass.storage.k8s.io/requests.storage`: the share of one class. */
const OF_A_CLASS: readonly { readonly infix: string; readonly target: KindKey }[] = [
  { infix: '.storageclass.storage.k8s.io/', target: storageClass },
  { infix: '.deviceclass.resource.k8s.io/', target: deviceClass },
];

const ofQuota = {
  from: resourceQuota,
  selects: true,
  source: 'core/v1 ResourceQuotaSpec.hard; kubernetes pkg/quota/v1/evaluator/core',
} as const;
const ofRange = { from: limitRange, selects: true, source: 'core/v1 LimitRangeItem.type' } as const;
const NO_SCOPES = 'in its namespace; of a quota with scopes, which ask for more than labels say, nothing is told';

const limited: readonly { readonly target: KindKey; readonly forward: string; readonly types: readonly string[] }[] = [
  { target: pod, forward: 'pods', types: ['Pod', 'Container'] },
  { target: persistentVolumeClaim, forward: 'persistentVolumeClaims', types: ['PersistentVolumeClaim'] },
];

export const quotaRelations: readonly CodedRelation[] = [
  ...limited.flatMap(({ target, forward, types }): readonly CodedRelation[] => {
    const word = target === pod ? 'pod' : 'claim';
    return [
      {
        ...ofQuota,
        relation: `resource-quota-${word}`,
        target,
        forward: { name: forward },
        reverse: { name: 'resourceQuotas' },
        describe: `\`spec.hard\`: every ${target.kind} where any of its keys counts them, ${NO_SCOPES}`,
        extract: ({ object, namespace }) => ({
          selectors: countedKinds(object)
            .filter((kind) => kindName(kind) === kindName(target))
            .map((kind) => all(`resource-quota-${word}`, 'spec.hard', kind, namespace)),
        }),
      },
      {
        ...ofRange,
        relation: `limit-range-${word}`,
        target,
        forward: { name: forward },
        reverse: { name: 'limitRanges' },
        describe: `\`spec.limits[].type\`: every ${target.kind} of its namespace where one is ${types.map((type) => `\`${type}\``).join(' or ')}`,
        extract: ({ object, namespace }) => {
          const isMeant = arrayAt(object, 'spec', 'limits').some((limit) => types.some((type) => valueAt(limit, 'type') === type));
          return isMeant ? { selectors: [all(`limit-range-${word}`, 'spec.limits', target, namespace)] } : {};
        },
      },
    ];
  }),
  {
    ...ofQuota,
    relation: 'resource-quota-object',
    target: '*',
    forward: { name: 'countedObjects' },
    describe: `\`spec.hard\`: every object of the other built-in kinds that its keys count (\`secrets\`, \`count/deployments.apps\`), ${NO_SCOPES}`,
    extract: ({ object, namespace }) => ({
      selectors: countedKinds(object)
        .filter((kind) => limited.every(({ target }) => kindName(kind) !== kindName(target)))
        .map((kind) => all('resource-quota-object', 'spec.hard', kind, namespace)),
    }),
  },
  ...OF_A_CLASS.map(
    ({ infix, target }): CodedRelation => ({
      relation: CLASSES,
      from: resourceQuota,
      target,
      forward: { name: target === storageClass ? 'storageClasses' : 'deviceClasses' },
      reverse: { name: 'resourceQuotas' },
      source: 'core/v1 ResourceQuotaSpec.hard: storage and devices of one class',
      describe: `\`spec.hard\`: keys \`<class>${infix}…\`; weak, for it limits and asks for none`,
      extract: ({ object }) => ({
        references: hardKeys(object).flatMap((key): ReferenceDraft[] => {
          const end = key.indexOf(infix);
          const name = key.slice(0, Math.max(end, 0));
          if (!isPointerText(name)) return [];
          const flags = ReferenceFlag.weak;
          return [{ relation: CLASSES, path: 'spec.hard', indexes: [], ...target, namespace: null, name, flags, written: key }];
        }),
      }),
    }),
  ),
];

function hardKeys(quota: JsonObject): readonly string[] {
  return Object.keys(objectAt(quota, 'spec', 'hard') ?? {});
}

/** Each once; of a quota with scopes none. */
function countedKinds(quota: JsonObject): readonly KindKey[] {
  const scopes = [...arrayAt(quota, 'spec', 'scopes'), ...arrayAt(quota, 'spec', 'scopeSelector', 'matchExpressions')];
  if (scopes.length > 0) return [];
  return [...new Set(hardKeys(quota).flatMap((key) => kindOf(key) ?? []))];
}

function kindOf(key: string): KindKey | undefined {
  if (OF_PODS.test(key)) return builtInResource(pod.group, 'pods');
  if (key === 'requests.storage') return builtInResource(persistentVolumeClaim.group, 'persistentvolumeclaims');
  const resource = key.startsWith('count/') ? key.slice('count/'.length) : key;
  const dot = resource.indexOf('.');
  // Without `count/` only some of the core are counted, and `services.loadbalancers` are not all Services.
  if (dot >= 0 && resource === key) return undefined;
  const kind = dot < 0 ? builtInResource('', resource) : builtInResource(resource.slice(dot + 1), resource.slice(0, dot));
  return kind?.namespaced === true ? kind : undefined;
}

function all(relation: string, path: string, { group, kind }: KindKey, namespace: string | null): SelectorDraft {
  return { relation, path, indexes: [], group, kind, namespace: namespace ?? '', requirements: [] };
}

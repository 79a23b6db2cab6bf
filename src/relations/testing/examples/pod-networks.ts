import { type Example, inEveryPodSpec } from '../../../../test/support/relation-rules.ts';
import { isObject } from '../../../kube/safe.ts';
import type { JsonObject } from '../../../records/record.ts';
import { podSpecs } from '../../kinds.ts';

const ANNOTATION = 'k8s.v1.cni.cncf.io/networks';

/** The same object with annotations on its pod, or on what its template makes. */
function annotated(object: JsonObject, keys: readonly string[], annotations: JsonObject): JsonObject {
  const [key, ...rest] = keys;
  if (key === undefined) {
    const metadata = object['metadata'];
    return { ...object, metadata: { ...(isObject(metadata) ? metadata : {}), annotations } };
  }
  const name = key.replace(/\[\]$/, '');
  const found = object[name];
  const below = (value: unknown): JsonObject => annotated(isObject(value) ? value : {}, rest, annotations);
  return { ...object, [name]: name === key ? below(found) : Array.isArray(found) ? found.map(below) : [below({})] };
}

const bare = inEveryPodSpec({}, []);

export const podNetworkExamples: readonly Example[] = podSpecs.flatMap(({ path }, index): Example[] => {
  const object = bare[index]?.object ?? {};
  const keys = path.split('.').slice(0, -1);
  const at = `${[...keys, 'metadata'].join('.').replaceAll('[]', '[0]')}.annotations['${ANNOTATION}']`;
  return [
    {
      object: annotated(object, keys, { [ANNOTATION]: 'macvlan, infra/sriov@net1' }),
      pointers: [
        `pod-network ${at} → NetworkAttachmentDefinition.k8s.cni.cncf.io shop/macvlan`,
        `pod-network ${at} → NetworkAttachmentDefinition.k8s.cni.cncf.io infra/sriov`,
      ],
    },
    { object: annotated(object, keys, { 'k8s.v1.cni.cncf.io/network-status': '[{"name":"shop/macvlan"}]' }), pointers: [] },
  ];
});

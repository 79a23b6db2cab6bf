/** Secrets and ConfigMaps that the kinds of Strimzi read: by `secretName`, or by a key. */
import type { KindKey } from '../../kube/kind.ts';
import { isObject, valueAt } from '../../kube/safe.ts';
import type { JsonValue } from '../../records/record.ts';
import { secret } from '../kinds.ts';
import { isPointerText } from '../pointer-text.ts';
import type { CodedRelation, ReferenceDraft } from '../rule.ts';
import { keySelectorRelations } from './key-selectors.ts';
import { placesIn } from './places.ts';

const readers: readonly { readonly kind: string; readonly reverse: string }[] = [
  { kind: 'Kafka', reverse: 'kafkas' },
  { kind: 'KafkaConnect', reverse: 'kafkaConnects' },
  { kind: 'KafkaMirrorMaker2', reverse: 'kafkaMirrorMaker2s' },
  { kind: 'KafkaBridge', reverse: 'kafkaBridges' },
  { kind: 'KafkaUser', reverse: 'kafkaUsers' },
];

const RELATION = 'strimzi-secret';

export const strimziSecretRelations: readonly CodedRelation[] = readers.flatMap(({ kind, reverse }) => {
  const from: KindKey = { group: 'kafka.strimzi.io', kind };
  return [
    {
      relation: RELATION,
      from,
      target: secret,
      forward: { name: 'secrets' },
      reverse: { name: reverse },
      source: 'strimzi CertSecretSource, CertAndKeySecretSource, GenericSecretSource, PasswordSecretSource: in the namespace of the object',
      describe: 'every `secretName` below `spec`: certificates, passwords, tokens, volumes',
      extract: ({ object, namespace }) => {
        const references = placesIn(valueAt(object, 'spec')).flatMap(({ path, indexes, value }) =>
          secretNamed(value, path, indexes, namespace),
        );
        return references.length === 0 ? {} : { references };
      },
    },
    ...keySelectorRelations({
      from,
      secrets: 'strimzi-secret-key',
      configMaps: 'strimzi-config-map-key',
      reverse,
      source: 'strimzi api: core/v1 SecretKeySelector and ConfigMapKeySelector, in the namespace of the object',
    }),
  ];
});

function secretNamed(value: JsonValue, path: string, indexes: readonly number[], namespace: string | null): readonly ReferenceDraft[] {
  const name = isObject(value) ? value['secretName'] : undefined;
  if (!isPointerText(name)) return [];
  return [{ relation: RELATION, path: `${path}.secretName`, indexes, ...secret, namespace, name, flags: 0, written: value }];
}

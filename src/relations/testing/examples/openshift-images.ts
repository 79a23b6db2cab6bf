import type { Example } from '../../../../test/support/relation-rules.ts';
import type { JsonObject } from '../../../records/record.ts';

const DIGEST = 'sha256:0123456789abcdef';

/** Every kind of image that a `from` names, and what is none. */
export const froms: readonly JsonObject[] = [
  { kind: 'ImageStreamTag', name: 'base:1' },
  { kind: 'ImageStreamTag', name: 'base:2', namespace: 'openshift' },
  { kind: 'DockerImage', name: 'example.com/base:1' },
  { kind: 'ImageStreamImage', name: `base@${DIGEST}`, namespace: 'openshift' },
];

/** Another kind, a tag without its stream, an image without a digest. */
export const lookAlikes: readonly JsonObject[] = [
  { kind: 'ImageStream', name: 'base:1' },
  { kind: 'ImageStreamTag', name: 'latest' },
  { kind: 'ImageStreamImage', name: 'latest' },
];

const TARGETS: readonly (readonly string[])[] = [
  ['ImageStreamTag.image.openshift.io shop/base:1', 'ImageStream.image.openshift.io shop/base'],
  ['ImageStreamTag.image.openshift.io openshift/base:2', 'ImageStream.image.openshift.io openshift/base'],
  ['Image.external example.com/base:1'],
  ['ImageStream.image.openshift.io openshift/base', `Image.image.openshift.io ${DIGEST}`],
];

/** What the one of that index points at, at this path. */
export const pointersOfFrom = (relation: string, path: string, index: number): string[] =>
  (TARGETS[index] ?? []).map((target) => `${relation} ${path} → ${target}`);

/** What all of them point at; `#` stands for the index in the path. */
export const pointersOfFroms = (relation: string, path: string): string[] =>
  froms.flatMap((_, index) => pointersOfFrom(relation, path.replace('#', String(index)), index));

const stream = (name: string, spec: JsonObject, status: JsonObject = {}): JsonObject => ({
  apiVersion: 'image.openshift.io/v1',
  kind: 'ImageStream',
  metadata: { name, namespace: 'shop' },
  spec,
  status,
});
const tagged = (from: JsonObject, index: number): JsonObject => ({ name: `t${index}`, from });

export const openShiftImageExamples: readonly Example[] = [
  {
    object: stream(
      'web',
      { tags: froms.map(tagged) },
      { tags: [{ tag: 't0', items: [{ image: DIGEST, dockerImageReference: `example.com/shop/web@${DIGEST}`, generation: 1 }] }] },
    ),
    pointers: [
      ...pointersOfFroms('image-stream-source', 'spec.tags[#].from.name'),
      `image-stream-image status.tags[0].items[0].image → Image.image.openshift.io ${DIGEST} [weak]`,
      `image-stream-reference status.tags[0].items[0].dockerImageReference → Image.external example.com/shop/web@${DIGEST} [weak]`,
    ],
  },
  {
    object: stream('look-alikes', { tags: lookAlikes.map(tagged) }, { tags: [{ tag: 't0', items: [{ image: 'no-digest' }] }] }),
    pointers: [],
  },
  {
    object: {
      apiVersion: 'image.openshift.io/v1',
      kind: 'ImageStreamTag',
      metadata: { name: 'web:1', namespace: 'shop' },
      tag: null,
      image: { metadata: { name: DIGEST, uid: 'image-uid' }, dockerImageReference: 'example.com/shop/web:1' },
    },
    pointers: [
      'image-stream-tag-stream metadata.name → ImageStream.image.openshift.io shop/web',
      `image-stream-image image.metadata.name → Image.image.openshift.io ${DIGEST} [weak] uid=image-uid`,
    ],
  },
  {
    object: { apiVersion: 'image.openshift.io/v1', kind: 'ImageStreamTag', metadata: { name: 'without-a-colon', namespace: 'shop' } },
    pointers: [],
  },
  {
    object: {
      apiVersion: 'image.openshift.io/v1',
      kind: 'Image',
      metadata: { name: DIGEST },
      dockerImageReference: 'example.com/shop/web:1',
    },
    pointers: ['image-reference dockerImageReference → Image.external example.com/shop/web:1'],
  },
  {
    object: {
      apiVersion: 'apps.openshift.io/v1',
      kind: 'DeploymentConfig',
      metadata: { name: 'web', namespace: 'shop' },
      spec: { triggers: froms.map((from) => ({ type: 'ImageChange', imageChangeParams: { from, containerNames: ['main'] } })) },
    },
    pointers: pointersOfFroms('deployment-config-trigger', 'spec.triggers[#].imageChangeParams.from.name'),
  },
  {
    object: {
      apiVersion: 'apps.openshift.io/v1',
      kind: 'DeploymentConfig',
      metadata: { name: 'look-alikes', namespace: 'shop' },
      spec: { triggers: [{ type: 'ConfigChange' }, ...lookAlikes.map((from) => ({ type: 'ImageChange', imageChangeParams: { from } }))] },
    },
    pointers: [],
  },
  {
    object: {
      apiVersion: 'v1',
      kind: 'ReplicationController',
      metadata: { name: 'web-3', namespace: 'shop', annotations: { 'openshift.io/deployment-config.name': 'web' } },
      spec: {
        replicas: 1,
        selector: { app: 'web' },
        template: { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'main', image: 'web:1' }] } },
      },
    },
    pointers: [
      "deployment-config-replication-controller metadata.annotations['openshift.io/deployment-config.name'] → DeploymentConfig.apps.openshift.io shop/web [weak]",
    ],
  },
];

/**
 * Image streams of OpenShift and what names a tag of them: `stream:tag`, in the namespace of its source unless it says another.
 * The tag is an object of its own, made of the stream by the server; captures often hold the streams alone.
 */
import { image, replicationController } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';
import { atPaths } from './at-paths.ts';
import { deploymentConfig, imageStream, imageStreamTag, registryImage } from './openshift-kinds.ts';

const DIGEST = '(?<name>[a-z0-9]+:[0-9a-f]+)';

/** Every way in which a `from` or a `to` names an image. `output`: it is pushed there, so that the tag need not be there yet. */
export function toImage(options: {
  readonly relation: string;
  readonly from: RelationRule['from'];
  readonly paths: readonly string[];
  readonly reverse: string;
  readonly output?: true;
  /** What points is history. */
  readonly weak?: true;
  readonly source: string;
}): readonly RelationRule[] {
  const { relation, from, paths, reverse, output, weak, source } = options;
  const rule = { relation, from, source, ...(weak === undefined ? {} : { weak }) } as const;
  const namespace = { path: 'namespace' } as const;
  const ofKind = (kind: string) => [{ path: 'kind', in: [kind] }] as const;
  return [
    ...atPaths(paths, {
      ...rule,
      // One without a colon is a tag of the stream itself.
      pattern: '(?<name>[^:]+:[^:]+)',
      target: imageStreamTag,
      namespace,
      when: ofKind('ImageStreamTag'),
      ...(output === undefined ? {} : { weak: true }),
      forward: { name: 'imageStreamTags' },
      reverse: { name: reverse },
    }),
    ...atPaths(paths, {
      ...rule,
      pattern: '(?<name>[^:]+):[^:]+',
      target: imageStream,
      namespace,
      when: ofKind('ImageStreamTag'),
      forward: { name: 'imageStreams' },
      reverse: { name: reverse },
    }),
    ...atPaths(paths, { ...rule, target: image, namespace: 'cluster', when: ofKind('DockerImage') }),
    ...(output === undefined ? fromImage(options) : []),
  ];
}

/** `stream@digest`: that image, as the stream has it. */
function fromImage({ relation, from, paths, reverse, weak, source }: Parameters<typeof toImage>[0]): readonly RelationRule[] {
  const rule = {
    ...(weak === undefined ? {} : { weak }),
    relation,
    from,
    source,
    when: [{ path: 'kind', in: ['ImageStreamImage'] }],
    reverse: { name: reverse },
  } as const;
  return [
    ...atPaths(paths, {
      ...rule,
      pattern: '(?<name>[^@]+)@[^@]+',
      target: imageStream,
      namespace: { path: 'namespace' },
      forward: { name: 'imageStreams' },
    }),
    ...atPaths(paths, { ...rule, pattern: `[^@]+@${DIGEST}`, target: registryImage, namespace: 'cluster', forward: { name: 'images' } }),
  ];
}

export const openShiftImageRules: readonly RelationRule[] = [
  ...toImage({
    relation: 'image-stream-source',
    from: imageStream,
    paths: ['spec.tags[].from.name'],
    reverse: 'importingImageStreams',
    source: 'openshift image/v1 TagReference.from',
  }),
  {
    relation: 'image-stream-image',
    from: imageStream,
    path: 'status.tags[].items[].image',
    pattern: DIGEST,
    target: registryImage,
    namespace: 'cluster',
    // Old ones are pruned.
    weak: true,
    forward: { name: 'images' },
    reverse: { name: 'imageStreams' },
    source: 'openshift image/v1 TagEvent.image',
  },
  {
    relation: 'image-stream-reference',
    from: imageStream,
    path: 'status.tags[].items[].dockerImageReference',
    target: image,
    namespace: 'cluster',
    weak: true,
    source: 'openshift image/v1 TagEvent.dockerImageReference',
  },
  {
    relation: 'image-stream-tag-stream',
    from: imageStreamTag,
    path: 'metadata.name',
    pattern: '(?<name>[^:]+):[^:]+',
    target: imageStream,
    namespace: 'source',
    forward: { name: 'imageStream', one: true },
    reverse: { name: 'imageStreamTags' },
    source: 'openshift image/v1 ImageStreamTag: named `<stream>:<tag>`',
  },
  {
    relation: 'image-stream-image',
    from: imageStreamTag,
    path: 'image.metadata.name',
    target: registryImage,
    namespace: 'cluster',
    uid: 'uid',
    weak: true,
    forward: { name: 'images' },
    reverse: { name: 'imageStreamTags' },
    source: 'openshift image/v1 ImageStreamTag.image',
  },
  {
    relation: 'image-reference',
    from: registryImage,
    path: 'dockerImageReference',
    target: image,
    namespace: 'cluster',
    source: 'openshift image/v1 Image.dockerImageReference',
  },
  ...toImage({
    relation: 'deployment-config-trigger',
    from: deploymentConfig,
    paths: ['spec.triggers[].imageChangeParams.from.name'],
    reverse: 'deploymentConfigs',
    source: 'openshift apps/v1 DeploymentTriggerImageChangeParams.from',
  }),
  {
    relation: 'deployment-config-replication-controller',
    from: replicationController,
    path: "metadata.annotations['openshift.io/deployment-config.name']",
    target: deploymentConfig,
    namespace: 'source',
    weak: true,
    forward: { name: 'deploymentConfig', one: true },
    reverse: { name: 'namedByReplicationControllers' },
    source: 'openshift apps/v1 DeploymentConfigAnnotation',
  },
];

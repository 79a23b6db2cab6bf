/** The kinds of Flux, and how it names a source. */
import type { KindKey } from '../../kube/kind.ts';
import type { RelationRule } from '../rule.ts';

const flux =
  (part: string) =>
  (kind: string): KindKey => ({ group: `${part}.toolkit.fluxcd.io`, kind });
const source = flux('source');
const notification = flux('notification');
const image = flux('image');

export const gitRepository: KindKey = source('GitRepository');
export const ociRepository: KindKey = source('OCIRepository');
export const bucket: KindKey = source('Bucket');
export const helmRepository: KindKey = source('HelmRepository');
export const helmChart: KindKey = source('HelmChart');
const externalArtifact: KindKey = source('ExternalArtifact');
export const kustomization: KindKey = flux('kustomize')('Kustomization');
export const helmRelease: KindKey = flux('helm')('HelmRelease');
export const provider: KindKey = notification('Provider');
export const alert: KindKey = notification('Alert');
export const receiver: KindKey = notification('Receiver');
export const imageRepository: KindKey = image('ImageRepository');
export const imagePolicy: KindKey = image('ImagePolicy');
export const imageUpdateAutomation: KindKey = image('ImageUpdateAutomation');

/** The API group of a source may be left out. */
export const toSource: Pick<RelationRule, 'target' | 'namespace'> = {
  target: {
    apiVersion: 'apiVersion',
    kind: 'kind',
    defaults: { group: 'source.toolkit.fluxcd.io' },
    kinds: [gitRepository, ociRepository, bucket, helmRepository, helmChart, externalArtifact],
  },
  namespace: { path: 'namespace' },
};

/** What the objects of one app are called and labelled. */
import { hashOf } from './identity.ts';

export interface App {
  readonly namespace: string;
  readonly name: string;
  readonly index: number;
}

export const CONTAINERS: readonly string[] = ['app', 'proxy'];

export function replicaSetName(app: App, revision: number): string {
  return `${app.name}-${hashOf(`${app.namespace}/${app.name}/${revision}`).slice(0, 10)}`;
}

export function podName(app: App, revision: number, pod: number): string {
  return `${replicaSetName(app, revision)}-${hashOf(`${app.namespace}/${app.name}/${pod}`).slice(0, 5)}`;
}

export function appLabels(app: App): Record<string, string> {
  return {
    app: app.name,
    'app.kubernetes.io/name': app.name,
    'app.kubernetes.io/part-of': app.namespace,
    tier: app.index % 3 === 0 ? 'web' : 'backend',
  };
}

export function podLabels(app: App, revision: number): Record<string, string> {
  return { ...appLabels(app), 'pod-template-hash': replicaSetName(app, revision).slice(app.name.length + 1) };
}

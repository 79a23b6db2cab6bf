/** Istio: where its settings reach, and what its plug-ins are pulled with. */
import type { KindKey } from '../../kube/kind.ts';
import { host, image, namespaceKind, secret } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';
import { destinationRule, istioGateway, serviceEntry, sidecar, virtualService, wasmPlugin } from './istio-kinds.ts';

const exported: readonly { readonly from: KindKey; readonly reverse: string }[] = [
  { from: virtualService, reverse: 'virtualServices' },
  { from: destinationRule, reverse: 'destinationRules' },
  { from: serviceEntry, reverse: 'serviceEntries' },
];

export const istioReachRules: readonly RelationRule[] = [
  ...exported.map(
    ({ from, reverse }): RelationRule => ({
      relation: 'istio-export',
      from,
      path: 'spec.exportTo[]',
      // `.`, `*` and `~` stand for its own, all and none.
      pattern: '(?<name>[^.*~]+)',
      target: namespaceKind,
      namespace: 'cluster',
      weak: true,
      forward: { name: 'exportNamespaces' },
      reverse: { name: reverse },
      source: `istio networking/v1 ${from.kind}.exportTo`,
    }),
  ),
  {
    relation: 'sidecar-namespace',
    from: sidecar,
    path: 'spec.egress[].hosts[]',
    // A tilde before it takes hosts out.
    pattern: '(?<name>[^.*~/][^/]*)/.+',
    target: namespaceKind,
    namespace: 'cluster',
    weak: true,
    forward: { name: 'egressNamespaces' },
    reverse: { name: 'sidecars' },
    source: 'istio networking/v1 IstioEgressListener.hosts: `<namespace>/<name>`',
  },
  {
    relation: 'istio-gateway-host',
    from: istioGateway,
    path: 'spec.servers[].hosts[]',
    pattern: '(?:[^/]+/)?(?<name>(?:\\*\\.)?[^*/]+)',
    target: host,
    namespace: 'cluster',
    source: 'istio networking/v1 Server.hosts: a namespace may stand before it',
  },
  {
    relation: 'wasm-plugin-secret',
    from: wasmPlugin,
    path: 'spec.imagePullSecret',
    target: secret,
    namespace: 'source',
    forward: { name: 'secrets' },
    reverse: { name: 'wasmPlugins' },
    source: 'istio extensions/v1alpha1 WasmPlugin.imagePullSecret: in the same namespace',
  },
  {
    relation: 'wasm-plugin-image',
    from: wasmPlugin,
    path: 'spec.url',
    pattern: 'oci://(?<name>.+)',
    target: image,
    namespace: 'cluster',
    source: 'istio extensions/v1alpha1 WasmPlugin.url',
  },
];

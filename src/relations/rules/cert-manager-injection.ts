/** Whose certificate authority cert-manager writes into what the API server calls. */
import type { KindKey } from '../../kube/kind.ts';
import { apiService, customResourceDefinition, mutatingWebhookConfiguration, secret, validatingWebhookConfiguration } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';

const certificate: KindKey = { group: 'cert-manager.io', kind: 'Certificate' };

const injected: readonly { readonly from: KindKey; readonly reverse: string }[] = [
  { from: mutatingWebhookConfiguration, reverse: 'mutatingWebhookConfigurations' },
  { from: validatingWebhookConfiguration, reverse: 'validatingWebhookConfigurations' },
  { from: apiService, reverse: 'apiServices' },
  { from: customResourceDefinition, reverse: 'customResourceDefinitions' },
];

/** Both parts must be there. */
const NAMESPACE_AND_NAME = '(?<namespace>[^/]+)/(?<name>[^/]+)';

export const certManagerInjectionRules: readonly RelationRule[] = injected.flatMap(({ from, reverse }): RelationRule[] => [
  {
    relation: 'injected-certificate',
    from,
    path: "metadata.annotations['cert-manager.io/inject-ca-from']",
    pattern: NAMESPACE_AND_NAME,
    target: certificate,
    namespace: 'cluster',
    forward: { name: 'injectedCertificate', one: true },
    reverse: { name: reverse },
    source: 'cert-manager.io/v1 WantInjectAnnotation',
  },
  {
    relation: 'injected-secret',
    from,
    path: "metadata.annotations['cert-manager.io/inject-ca-from-secret']",
    pattern: NAMESPACE_AND_NAME,
    target: secret,
    namespace: 'cluster',
    forward: { name: 'injectedSecret', one: true },
    reverse: { name: reverse },
    source: 'cert-manager.io/v1 WantInjectFromSecretAnnotation',
  },
]);

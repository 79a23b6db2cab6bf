/** The Secrets of the demo shop as they are in its cluster, with their values, and others that clusters have. `kubectl apply` leaves a copy. */
import { randomBytes } from 'node:crypto';
import type { JsonObject } from '../../records/record.ts';
import { LEAF, ROOT } from './certificates.ts';

export const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

export interface KnownSecret {
  readonly manifest: JsonObject;
  /** In clear. */
  readonly values: readonly string[];
}

interface SecretFields {
  readonly namespace: string;
  readonly name: string;
  readonly type?: string;
  readonly data: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly applied?: boolean;
}

export function secret({ namespace, name, type = 'Opaque', data, annotations = {}, applied = true }: SecretFields): KnownSecret {
  const encoded = Object.fromEntries(Object.entries(data).map(([key, value]) => [key, Buffer.from(value).toString('base64')]));
  // kubectl's own encoder: keys in order, <, > and & escaped, a newline at the end.
  const copy = `${JSON.stringify({ apiVersion: 'v1', data: encoded, kind: 'Secret', metadata: { annotations, name, namespace }, type }).replaceAll('&', '\\u0026')}\n`;
  return {
    values: Object.values(data),
    manifest: {
      kind: 'Secret',
      apiVersion: 'v1',
      metadata: {
        name,
        namespace,
        uid: 'c626a694-93eb-43e9-8801-2faee84af00d',
        resourceVersion: '770',
        creationTimestamp: '2026-11-23T05:07:10Z',
        annotations: { ...annotations, ...(applied ? { [LAST_APPLIED]: copy } : {}) },
        managedFields: [
          {
            manager: 'kubectl-client-side-apply',
            operation: 'Update',
            apiVersion: 'v1',
            fieldsType: 'FieldsV1',
            fieldsV1: {
              'f:data': Object.fromEntries(Object.keys(data).map((key) => [`f:${key}`, {}])),
              'f:metadata': { 'f:annotations': { [`f:${LAST_APPLIED}`]: {} } },
            },
          },
        ],
      },
      data: encoded,
      type,
    },
  };
}

/** Long enough that no other text holds one by chance. */
const random = (bytes: number): string => randomBytes(bytes).toString('hex');

export const demoSecrets: readonly KnownSecret[] = [
  secret({ namespace: 'data', name: 'postgres-auth', data: { password: `correct horse ${random(7)}`, username: `shop-${random(5)}` } }),
  secret({ namespace: 'payments', name: 'api-signing', data: { current: random(5), previous: random(5) } }),
  secret({
    namespace: 'payments',
    name: 'stripe-credentials',
    data: { 'api-key': `sk_live_${random(12)}`, 'webhook-secret': `whsec_${random(6)}` },
  }),
  secret({ namespace: 'shop', name: 'cart-redis', data: { url: `redis://:${random(8)}&x@redis.data:6379` } }),
  secret({ namespace: 'shop', name: 'old-session-key', data: { key: random(6) } }),
  secret({
    namespace: 'shop',
    name: 'registry-pull',
    type: 'kubernetes.io/dockerconfigjson',
    data: { '.dockerconfigjson': JSON.stringify({ auths: { 'registry.example.com': { username: 'shop', password: random(8) } } }) },
  }),
  secret({
    namespace: 'shop',
    name: 'shop-tls',
    type: 'kubernetes.io/tls',
    applied: false,
    data: {
      'tls.crt': LEAF + ROOT,
      'tls.key': `-----BEGIN PRIVATE KEY-----\n${randomBytes(900).toString('base64')}\n-----END PRIVATE KEY-----\n`,
    },
  }),
  secret({ namespace: 'shop', name: 'storefront-session', data: { key: randomBytes(32).toString('latin1') } }),
];

/** As other tools leave them: with the values in their own annotations, and what is no text. */
const token = random(40);
const sealed = random(12);
export const otherSecrets: readonly KnownSecret[] = [
  secret({
    namespace: 'kube-system',
    name: 'default-token-x7k2p',
    type: 'kubernetes.io/service-account-token',
    applied: false,
    data: { token: `eyJhbGciOi${token}`, namespace: 'kube-system', 'ca.crt': ROOT },
  }),
  secret({
    namespace: 'shop',
    name: 'helm.v1',
    type: 'helm.sh/release.v1',
    applied: false,
    data: { release: randomBytes(3_000).toString('base64') },
  }),
  secret({
    namespace: 'shop',
    name: 'kapp',
    applied: false,
    data: { password: sealed },
    annotations: {
      'kapp.k14s.io/original': JSON.stringify({ kind: 'Secret', data: { password: Buffer.from(sealed).toString('base64') } }),
      'kapp.k14s.io/identity': 'v1;shop//Secret/kapp;v1',
      'example.com/note': `the password is ${sealed}, do not tell`,
      'example.com/base64': `x-${Buffer.from(sealed).toString('base64').replace(/=+$/, '')}-y`,
      'banzaicloud.com/last-applied': `UEsDBBQACAAIAAAA${random(30)}`,
      'objectset.rio.cattle.io/applied': `H4sIAAAAAAAA${random(30)}`,
    },
  }),
];

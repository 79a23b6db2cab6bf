import type { Example } from '../../../../test/support/relation-rules.ts';
import type { JsonObject } from '../../../records/record.ts';

const GROUP = 'gateway.networking.k8s.io';
const route = (kind: string, spec: JsonObject, apiVersion = `${GROUP}/v1`): JsonObject => ({
  apiVersion,
  kind,
  metadata: { name: 'web', namespace: 'shop' },
  spec,
});

/** The filters that HTTPRoutes and GRPCRoutes share; the objects of other kinds would be refused. */
const filters = (name: string): JsonObject[] => [
  { type: 'RequestMirror', requestMirror: { backendRef: { name: `${name}-mirror`, port: 80 } } },
  { type: 'ExtensionRef', extensionRef: { group: 'example.com', kind: 'RateLimit', name: `${name}-limit` } },
];
const authorization = (name: string): JsonObject => ({
  type: 'ExternalAuth',
  externalAuth: { protocol: 'HTTP', http: {}, backendRef: { name, namespace: 'auth', port: 80 } },
});

const withFilters = (kind: string): Example => ({
  object: route(kind, {
    hostnames: ['web.example.com'],
    parentRefs: [
      { name: 'edge', namespace: 'infra', sectionName: 'https' },
      { group: '', kind: 'Service', name: 'web', port: 80 },
      { kind: 'ListenerSet', name: 'more' },
    ],
    rules: [
      {
        backendRefs: [
          { name: 'web', port: 80, filters: [...filters('inner'), authorization('inner-auth')] },
          { group: '', kind: 'Service', namespace: 'data', name: 'erp', port: 80 },
          { group: 'inference.networking.k8s.io', kind: 'InferencePool', name: 'models' },
        ],
        filters: [...filters('outer'), authorization('outer-auth')],
      },
      {},
    ],
  }),
  pointers: [
    'gateway-route-parent spec.parentRefs[0].name → Gateway.gateway.networking.k8s.io infra/edge',
    'gateway-route-parent spec.parentRefs[1].name → Service shop/web',
    'gateway-route-parent spec.parentRefs[2].name → ListenerSet.gateway.networking.k8s.io shop/more',
    'gateway-route-backend spec.rules[0].backendRefs[0].name → Service shop/web',
    'gateway-route-filter-backend spec.rules[0].backendRefs[0].filters[0].requestMirror.backendRef.name → Service shop/inner-mirror',
    'gateway-route-extension spec.rules[0].backendRefs[0].filters[1].extensionRef.name → RateLimit.example.com shop/inner-limit',
    'gateway-route-filter-backend spec.rules[0].backendRefs[0].filters[2].externalAuth.backendRef.name → Service auth/inner-auth',
    'gateway-route-backend spec.rules[0].backendRefs[1].name → Service data/erp',
    'gateway-route-backend spec.rules[0].backendRefs[2].name → InferencePool.inference.networking.k8s.io shop/models',
    'gateway-route-filter-backend spec.rules[0].filters[0].requestMirror.backendRef.name → Service shop/outer-mirror',
    'gateway-route-extension spec.rules[0].filters[1].extensionRef.name → RateLimit.example.com shop/outer-limit',
    'gateway-route-filter-backend spec.rules[0].filters[2].externalAuth.backendRef.name → Service auth/outer-auth',
    'gateway-route-host spec.hostnames[0] → Host.external web.example.com',
  ],
});

const plain = (kind: string): Example => ({
  object: route(
    kind,
    { parentRefs: [{ name: 'edge', kind: 5 }, { name: 'edge' }], rules: [{ backendRefs: [{ name: 'web', port: 53, weight: 1 }] }] },
    `${GROUP}/v1alpha2`,
  ),
  pointers: [
    'gateway-route-parent spec.parentRefs[1].name → Gateway.gateway.networking.k8s.io shop/edge',
    'gateway-route-backend spec.rules[0].backendRefs[0].name → Service shop/web',
  ],
});

const policy = (apiVersion: string, kind: string, spec: JsonObject): JsonObject => ({
  apiVersion,
  kind,
  metadata: { name: 'web', namespace: 'shop' },
  spec,
});

export const gatewayRouteExamples: readonly Example[] = [
  withFilters('HTTPRoute'),
  withFilters('GRPCRoute'),
  ...['TLSRoute', 'TCPRoute', 'UDPRoute'].map(plain),
  {
    object: route('TLSRoute', { hostnames: ['tls.example.com'], rules: [{ backendRefs: [{ name: 'web', port: 443 }] }] }),
    pointers: [
      'gateway-route-backend spec.rules[0].backendRefs[0].name → Service shop/web',
      'gateway-route-host spec.hostnames[0] → Host.external tls.example.com',
    ],
  },
  {
    object: policy(`${GROUP}/v1`, 'BackendTLSPolicy', {
      targetRefs: [{ group: '', kind: 'Service', name: 'web', sectionName: 'https' }],
      validation: {
        hostname: 'web.example.com',
        caCertificateRefs: [
          { group: '', kind: 'ConfigMap', name: 'ca' },
          { group: '', kind: 'Secret', name: 'ca' },
          { name: 'without-kind' },
        ],
      },
    }),
    pointers: [
      'gateway-policy-target spec.targetRefs[0].name → Service shop/web',
      'backend-tls-policy-ca-certificate spec.validation.caCertificateRefs[0].name → ConfigMap shop/ca',
      'backend-tls-policy-ca-certificate spec.validation.caCertificateRefs[1].name → Secret shop/ca',
    ],
  },
  {
    object: policy(`${GROUP}/v1alpha2`, 'BackendTLSPolicy', {
      targetRef: { group: '', kind: 'Service', name: 'web', namespace: 'data' },
      tls: { hostname: 'web.example.com', caCertRefs: [{ group: '', kind: 'ConfigMap', name: 'ca' }] },
    }),
    pointers: [
      'gateway-policy-target spec.targetRef.name → Service data/web',
      'backend-tls-policy-ca-certificate spec.tls.caCertRefs[0].name → ConfigMap shop/ca',
    ],
  },
  {
    object: policy('gateway.networking.x-k8s.io/v1alpha1', 'XBackendTrafficPolicy', {
      targetRefs: [{ group: '', kind: 'Service', name: 'web' }],
      retryConstraint: {},
    }),
    pointers: ['gateway-policy-target spec.targetRefs[0].name → Service shop/web'],
  },
  {
    object: policy(`${GROUP}/v1`, 'UnknownRoute', {
      parentRefs: [{ name: 'edge' }],
      targetRefs: [{ group: '', kind: 'Service', name: 'web' }],
    }),
    pointers: [],
  },
];

import type { Example } from '../../../../test/support/relation-rules.ts';
import type { JsonObject } from '../../../records/record.ts';

const GROUP = 'gateway.networking.k8s.io';
const listenerSet = (apiVersion: string, kind: string, parentRef: JsonObject): JsonObject => ({
  apiVersion,
  kind,
  metadata: { name: 'more', namespace: 'shop' },
  spec: {
    parentRef,
    listeners: [
      { name: 'a', port: 8443, protocol: 'HTTPS', hostname: 'a.example.com', tls: { certificateRefs: [{ name: 'a-tls' }] } },
      { name: 'b', port: 80, protocol: 'HTTP' },
    ],
  },
});

export const gatewayExamples: readonly Example[] = [
  {
    object: {
      apiVersion: `${GROUP}/v1`,
      kind: 'Gateway',
      metadata: { name: 'edge', namespace: 'infra' },
      spec: {
        gatewayClassName: 'envoy',
        infrastructure: { parametersRef: { group: '', kind: 'ConfigMap', name: 'edge-parameters' } },
        tls: {
          backend: { clientCertificateRef: { name: 'client', namespace: 'certs' } },
          frontend: {
            default: { validation: { caCertificateRefs: [{ group: '', kind: 'ConfigMap', name: 'ca' }] } },
            perPort: [
              { port: 443, tls: { validation: { caCertificateRefs: [{ group: '', kind: 'Secret', name: 'ca', namespace: 'certs' }] } } },
            ],
          },
        },
        listeners: [
          {
            name: 'https',
            port: 443,
            protocol: 'HTTPS',
            hostname: '*.example.com',
            tls: {
              mode: 'Terminate',
              certificateRefs: [
                { name: 'wildcard' },
                { group: '', kind: 'Secret', namespace: 'certs', name: 'other' },
                { group: 'example.com', kind: 'Certificate', name: 'special' },
              ],
            },
          },
          { name: 'http', port: 80, protocol: 'HTTP' },
        ],
      },
      status: {
        addresses: [
          { type: 'IPAddress', value: '198.51.100.20' },
          { type: 'example.com/named', value: 'no-host' },
        ],
      },
    },
    pointers: [
      'gateway-gateway-class spec.gatewayClassName → GatewayClass.gateway.networking.k8s.io envoy',
      'gateway-parameters spec.infrastructure.parametersRef.name → ConfigMap infra/edge-parameters',
      'gateway-certificate spec.tls.backend.clientCertificateRef.name → Secret certs/client',
      'gateway-ca-certificate spec.tls.frontend.default.validation.caCertificateRefs[0].name → ConfigMap infra/ca',
      'gateway-ca-certificate spec.tls.frontend.perPort[0].tls.validation.caCertificateRefs[0].name → Secret certs/ca',
      'gateway-certificate spec.listeners[0].tls.certificateRefs[0].name → Secret infra/wildcard',
      'gateway-certificate spec.listeners[0].tls.certificateRefs[1].name → Secret certs/other',
      'gateway-certificate spec.listeners[0].tls.certificateRefs[2].name → Certificate.example.com infra/special',
      'gateway-host spec.listeners[0].hostname → Host.external *.example.com',
      'gateway-address status.addresses[0].value → Host.external 198.51.100.20 [weak]',
    ],
  },
  {
    object: {
      apiVersion: `${GROUP}/v1beta1`,
      kind: 'Gateway',
      metadata: { name: 'older', namespace: 'infra' },
      spec: {
        gatewayClassName: 'envoy',
        backendTLS: { clientCertificateRef: { name: 'client' } },
        listeners: [
          {
            name: 'https',
            port: 443,
            protocol: 'HTTPS',
            tls: {
              certificateRefs: [{ name: 'wildcard', namespace: 7 }],
              frontendValidation: { caCertificateRefs: [{ group: '', kind: 'ConfigMap', name: 'ca' }, { name: 'without-kind' }] },
            },
          },
        ],
      },
    },
    pointers: [
      'gateway-gateway-class spec.gatewayClassName → GatewayClass.gateway.networking.k8s.io envoy',
      'gateway-certificate spec.backendTLS.clientCertificateRef.name → Secret infra/client',
      'gateway-ca-certificate spec.listeners[0].tls.frontendValidation.caCertificateRefs[0].name → ConfigMap infra/ca',
    ],
  },
  {
    object: {
      apiVersion: `${GROUP}/v1`,
      kind: 'GatewayClass',
      metadata: { name: 'envoy' },
      spec: {
        controllerName: 'example.com/controller',
        parametersRef: { group: 'gateway.envoyproxy.io', kind: 'EnvoyProxy', namespace: 'infra', name: 'proxy' },
      },
    },
    pointers: ['gateway-parameters spec.parametersRef.name → EnvoyProxy.gateway.envoyproxy.io infra/proxy'],
  },
  {
    object: {
      apiVersion: 'gateway.networking.x-k8s.io/v1alpha1',
      kind: 'XMesh',
      metadata: { name: 'mesh' },
      spec: { controllerName: 'example.com/mesh', parametersRef: { group: 'example.com', kind: 'MeshParameters', name: 'all' } },
    },
    pointers: ['gateway-parameters spec.parametersRef.name → MeshParameters.example.com all'],
  },
  {
    object: listenerSet(`${GROUP}/v1`, 'ListenerSet', { name: 'edge', namespace: 'infra' }),
    pointers: [
      'listener-set-gateway spec.parentRef.name → Gateway.gateway.networking.k8s.io infra/edge',
      'gateway-certificate spec.listeners[0].tls.certificateRefs[0].name → Secret shop/a-tls',
      'gateway-host spec.listeners[0].hostname → Host.external a.example.com',
    ],
  },
  {
    object: listenerSet('gateway.networking.x-k8s.io/v1alpha1', 'XListenerSet', { group: GROUP, kind: 'Gateway', name: 'own' }),
    pointers: [
      'listener-set-gateway spec.parentRef.name → Gateway.gateway.networking.k8s.io shop/own',
      'gateway-certificate spec.listeners[0].tls.certificateRefs[0].name → Secret shop/a-tls',
      'gateway-host spec.listeners[0].hostname → Host.external a.example.com',
    ],
  },
  ...[
    { apiVersion: `${GROUP}/v1`, kind: 'ListenerSet' },
    { apiVersion: 'gateway.networking.x-k8s.io/v1alpha1', kind: 'XListenerSet' },
  ].map(
    ({ apiVersion, kind }): Example => ({
      object: {
        apiVersion,
        kind,
        metadata: { name: 'authorities', namespace: 'shop' },
        spec: {
          parentRef: { name: 'edge' },
          listeners: [
            {
              name: 'a',
              port: 443,
              protocol: 'HTTPS',
              tls: { mode: 'Terminate', frontendValidation: { caCertificateRefs: [{ group: '', kind: 'ConfigMap', name: 'ca' }] } },
            },
          ],
        },
      },
      pointers: [
        'listener-set-gateway spec.parentRef.name → Gateway.gateway.networking.k8s.io shop/edge',
        'gateway-ca-certificate spec.listeners[0].tls.frontendValidation.caCertificateRefs[0].name → ConfigMap shop/ca',
      ],
    }),
  ),
  {
    object: {
      apiVersion: 'networking.istio.io/v1',
      kind: 'Gateway',
      metadata: { name: 'of-another-group', namespace: 'infra' },
      spec: { selector: { istio: 'ingressgateway' }, gatewayClassName: 'envoy' },
    },
    pointers: [],
  },
];

import type { Example } from '../../../../test/support/relation-rules.ts';
import type { JsonObject } from '../../../records/record.ts';

const selector = { matchLabels: { team: 'shop' } };
const listener = (name: string, port: number, namespaces?: JsonObject): JsonObject => ({
  name,
  port,
  protocol: 'HTTP',
  ...(namespaces === undefined ? {} : { allowedRoutes: { namespaces } }),
});
const gateway = (name: string, spec: JsonObject): JsonObject => ({
  apiVersion: 'gateway.networking.k8s.io/v1',
  kind: 'Gateway',
  metadata: { name, namespace: 'infra' },
  spec: { gatewayClassName: 'envoy', ...spec },
});
const listenerSet = (apiVersion: string, kind: string, name: string, listeners: JsonObject[]): JsonObject => ({
  apiVersion,
  kind,
  metadata: { name, namespace: 'shop' },
  spec: { parentRef: { name: 'edge', namespace: 'infra' }, listeners },
});
const sets = [
  ['gateway.networking.k8s.io/v1', 'ListenerSet'],
  ['gateway.networking.x-k8s.io/v1alpha1', 'XListenerSet'],
] as const;

/** It says that there is a selector, and has none. */
const BARE = listener('without-selector', 82, { from: 'Selector' });
const SAME = 'gateway-route-namespace spec.listeners[0].allowedRoutes.namespaces → Namespace infra [defaulted weak]';

export const gatewayNamespaceExamples: readonly Example[] = [
  {
    object: gateway('of-all-sorts', {
      listeners: [
        listener('none-said', 80),
        listener('same', 81, { from: 'Same' }),
        listener('some', 82, { from: 'Selector', selector }),
        listener('all', 83, { from: 'All' }),
      ],
    }),
    pointers: [
      SAME,
      'gateway-route-namespace spec.listeners[1].allowedRoutes.namespaces → Namespace infra [weak]',
      'gateway-route-namespace spec.listeners[2].allowedRoutes.namespaces → Namespace {team In shop}',
      'gateway-route-namespace spec.listeners[3].allowedRoutes.namespaces → Namespace {}',
    ],
    stored: [
      SAME.replace('defaulted ', ''),
      'gateway-route-namespace spec.listeners[1].allowedRoutes.namespaces → Namespace infra [weak]',
      'gateway-route-namespace spec.listeners[2].allowedRoutes.namespaces → Namespace {team In shop}',
      'gateway-route-namespace spec.listeners[3].allowedRoutes.namespaces → Namespace {}',
    ],
  },
  ...(['Selector', 'All', 'Same'] as const).map((from): Example => {
    const namespaces = from === 'Selector' ? { from, selector } : { from };
    const target = { Selector: 'Namespace {team In shop}', All: 'Namespace {}', Same: 'Namespace infra [weak]' }[from];
    const pointer = `gateway-listener-set-namespace spec.allowedListeners.namespaces → ${target}`;
    const pointers = [SAME, pointer];
    return {
      object: gateway(`sets-of-${from.toLowerCase()}`, { listeners: [listener('a', 80)], allowedListeners: { namespaces } }),
      pointers,
      stored: pointers.map((line) => line.replace('defaulted ', '')),
    };
  }),
  { object: gateway('without-selector', { listeners: [BARE], allowedListeners: { namespaces: { from: 'None' } } }), pointers: [] },
  ...sets.flatMap(([apiVersion, kind]): Example[] => [
    {
      object: listenerSet(apiVersion, kind, 'of-some', [listener('some', 82, { from: 'Selector', selector })]),
      pointers: ['gateway-route-namespace spec.listeners[0].allowedRoutes.namespaces → Namespace {team In shop}'],
    },
    { object: listenerSet(apiVersion, kind, 'without-selector', [BARE]), pointers: [] },
  ]),
];

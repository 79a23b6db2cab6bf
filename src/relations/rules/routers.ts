/** Routers and load balancers of vendors: OpenShift's Route, the TargetGroupBinding of AWS. */
import type { KindKey } from '../../kube/kind.ts';
import { host, secret, service } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';
import { atPaths } from './at-paths.ts';

const route: KindKey = { group: 'route.openshift.io', kind: 'Route' };
const targetGroupBinding: KindKey = { group: 'elbv2.k8s.aws', kind: 'TargetGroupBinding' };

const toHost = { relation: 'route-host', from: route, target: host, namespace: 'cluster' } as const;

export const routerRules: readonly RelationRule[] = [
  ...atPaths(['spec.to.name', 'spec.alternateBackends[].name'], {
    relation: 'route-service',
    from: route,
    target: service,
    namespace: 'source',
    when: [{ path: 'kind', in: ['', 'Service'] }],
    forward: { name: 'services' },
    reverse: { name: 'openShiftRoutes' },
    source: 'openshift route/v1 RouteTargetReference: only the kind Service is allowed, and it is the default',
  }),
  {
    relation: 'route-certificate',
    from: route,
    path: 'spec.tls.externalCertificate.name',
    target: secret,
    namespace: 'source',
    forward: { name: 'secrets' },
    reverse: { name: 'openShiftRoutes' },
    source: 'openshift route/v1 TLSConfig.externalCertificate',
  },
  { ...toHost, path: 'spec.host', source: 'openshift route/v1 RouteSpec.host' },
  ...atPaths(['status.ingress[].host', 'status.ingress[].routerCanonicalHostname'], {
    ...toHost,
    weak: true,
    source: 'openshift route/v1 RouteIngress',
  }),
  {
    relation: 'target-group-binding-service',
    from: targetGroupBinding,
    path: 'spec.serviceRef.name',
    target: service,
    namespace: 'source',
    forward: { name: 'service', one: true },
    reverse: { name: 'targetGroupBindings' },
    source: 'aws-load-balancer-controller elbv2/v1beta1 ServiceReference: name and port, in the namespace of the binding',
  },
];

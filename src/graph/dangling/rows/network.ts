/** Traffic that leads nowhere. */
import type { DanglingRow } from '../row.ts';

const INGRESS = 'https://kubernetes.io/docs/concepts/services-networking/ingress/';
const SLICES = 'https://kubernetes.io/docs/concepts/services-networking/endpoint-slices/';

export const networkRows: readonly DanglingRow[] = [
  {
    relations: ['gateway-route-parent', 'listener-set-gateway'],
    statuses: ['NOT_PERMITTED'],
    severity: 'ERROR',
    consequence: 'no listener takes it: its rules are not served',
    source: 'https://gateway-api.sigs.k8s.io/concepts/security-model/',
  },
  {
    relations: ['ingress-service', 'ingress-resource-backend'],
    severity: 'ERROR',
    consequence: 'requests that this rule matches are answered with an error',
    source: INGRESS,
  },
  {
    relations: ['ingress-tls-secret'],
    severity: 'ERROR',
    consequence: 'its hosts are served with another certificate, or not over TLS',
    source: `${INGRESS}#tls`,
  },
  {
    relations: ['ingress-ingress-class'],
    severity: 'ERROR',
    consequence: 'no controller serves the Ingress by its class',
    source: `${INGRESS}#ingress-class`,
  },
  {
    relations: ['ingress-class-parameters'],
    severity: 'WARNING',
    consequence: 'the controller of the class lacks its parameters',
    source: `${INGRESS}#ingress-class-scope`,
  },
  {
    relations: ['endpoint-slice-service', 'endpoints-service'],
    severity: 'WARNING',
    consequence: 'the endpoints are left over: no Service leads to them',
    source: SLICES,
  },
  {
    relations: ['endpoint-slice-target', 'endpoint-slice-node', 'endpoints-target', 'endpoints-node'],
    severity: 'WARNING',
    consequence: 'the address is left over: what had it is gone, and traffic may still be sent there',
    source: SLICES,
  },
];

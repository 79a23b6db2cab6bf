/** Bindings that grant nothing. */
import type { DanglingRow } from '../row.ts';

const RBAC = 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/';

export const accessRows: readonly DanglingRow[] = [
  {
    relations: ['binding-role'],
    severity: 'ERROR',
    consequence: 'the binding grants nothing',
    source: `${RBAC}#rolebinding-and-clusterrolebinding`,
  },
  {
    relations: ['binding-subject', 'binding-user-service-account'],
    when: [{ path: "metadata.labels['kubernetes.io/bootstrapping']", in: ['rbac-defaults'] }],
    severity: 'INFO',
    consequence: 'part of the policy that every API server makes, whichever of these components there are',
    source: `${RBAC}#default-roles-and-role-bindings`,
  },
  {
    relations: ['binding-subject', 'binding-user-service-account'],
    severity: 'WARNING',
    consequence: 'the binding grants nothing to it; whoever makes a ServiceAccount of that name has what it grants',
    source: `${RBAC}#referring-to-subjects`,
  },
  {
    relations: ['service-account-secret'],
    severity: 'WARNING',
    consequence: 'the ServiceAccount lists a Secret that its Pods cannot use',
    source: 'core/v1 ServiceAccount.secrets, ServiceAccount.imagePullSecrets',
  },
];

/** `dangling` on the demo bundles: the whole answer, line by line, and its other forms. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DemoHome, makeDemoHome } from '../support/demo-home.ts';

let home: DemoHome;
beforeAll(() => {
  home = makeDemoHome();
});
afterAll(() => home.remove());
const run: DemoHome['run'] = (...args) => home.run(...args);

test('the whole demo', async () => {
  const { code, stdout, stderr } = await run('dangling', 'demo.tar.gz');
  expect(code).toBe(0);
  expect(stdout.split('\n')).toEqual([
    'ERROR no Pod can be created: the API server refuses one without its ServiceAccount',
    '  Deployment payments/ledger   spec.template.spec.serviceAccountName   ServiceAccount payments/ledger   missing   and 1 ReplicaSet',
    '',
    'ERROR no container that needs this key can start',
    '  Deployment shop/checkout   spec.template.spec.containers[0].env[1].valueFrom.configMapKeyRef.name   ConfigMap shop/checkout-config   has no key PAYMENT_URL   and 2 Pods, 1 ReplicaSet',
    '',
    'ERROR nothing is scaled',
    '  HorizontalPodAutoscaler shop/wishlist   spec.scaleTargetRef.name   Deployment shop/wishlist   missing',
    '',
    'ERROR requests that this rule matches are answered with an error',
    '  Ingress shop/web   spec.rules[0].http.paths[3].backend.service.name   Service shop/legacy-web   missing',
    '',
    'ERROR the binding grants nothing',
    '  RoleBinding payments/auditor-read   roleRef.name   Role payments/auditor   missing',
    '',
    'ERROR the garbage collector deletes the object: none of its owners is there',
    '  ConfigMap payments/cart-config-copy   metadata.ownerReferences[0].name   ConfigMap payments/cart-config   lies in another namespace',
    '  ConfigMap shop/cart-snapshot          metadata.ownerReferences[0].name   Deployment shop/cart             another object has that name now',
    '  Secret shop/old-session-key           metadata.ownerReferences[0].name   Deployment shop/session-store    missing',
    '',
    'WARNING an object in no namespace cannot have an owner in one: the garbage collector keeps it for ever and reports it',
    '  ClusterRole shop-storefront-extra   metadata.ownerReferences[0].name   Deployment storefront   lies in a namespace',
    '',
    'WARNING the binding grants nothing to it; whoever makes a ServiceAccount of that name has what it grants',
    '  RoleBinding payments/deployer   subjects[0].name   ServiceAccount shop-system/ci-deployer   missing',
    '',
    'WARNING the garbage collector cannot ask for such an owner and keeps the object for ever',
    '  ConfigMap shop/campaign-banner   metadata.ownerReferences[0].name   Campaign.marketing.example.com shop/autumn   the cluster knows no such kind',
  ]);
  expect(stderr).toContain('8 findings of severity info not shown: --severity info shows them.');
});

test('a capture that was denied much', async () => {
  const { code, stdout } = await run('dangling', 'demo-partial.tar.gz');
  expect(code).toBe(0);
  expect(stdout.replaceAll(/\d+ pointers/g, '… pointers').split('\n')).toEqual([
    'ERROR no Pod can be created: the API server refuses one without its ServiceAccount',
    '  Deployment payments/ledger   spec.template.spec.serviceAccountName   ServiceAccount payments/ledger   missing   and 1 ReplicaSet',
    '',
    'ERROR no container that needs this key can start',
    '  Deployment shop/checkout   spec.template.spec.containers[0].env[1].valueFrom.configMapKeyRef.name   ConfigMap shop/checkout-config   has no key PAYMENT_URL   and 2 Pods, 1 ReplicaSet',
    '',
    'ERROR nothing is scaled',
    '  HorizontalPodAutoscaler shop/wishlist   spec.scaleTargetRef.name   Deployment shop/wishlist   missing',
    '',
    'ERROR requests that this rule matches are answered with an error',
    '  Ingress shop/web   spec.rules[0].http.paths[3].backend.service.name   Service shop/legacy-web   missing',
    '',
    'ERROR the binding grants nothing',
    '  RoleBinding payments/auditor-read   roleRef.name   Role payments/auditor   missing',
    '',
    'ERROR the garbage collector deletes the object: none of its owners is there',
    '  ConfigMap shop/cart-snapshot   metadata.ownerReferences[0].name   Deployment shop/cart   another object has that name now',
    '',
    'WARNING an object in no namespace cannot have an owner in one: the garbage collector keeps it for ever and reports it',
    '  ClusterRole shop-storefront-extra   metadata.ownerReferences[0].name   Deployment storefront   lies in a namespace',
    '',
    'WARNING the binding grants nothing to it; whoever makes a ServiceAccount of that name has what it grants',
    '  RoleBinding payments/deployer   subjects[0].name   ServiceAccount shop-system/ci-deployer   missing',
    '',
    'WARNING the garbage collector cannot ask for such an owner and keeps the object for ever',
    '  ConfigMap shop/campaign-banner   metadata.ownerReferences[0].name   Campaign.marketing.example.com shop/autumn   the cluster knows no such kind',
    '',
    'Not judged, for what is named was not captured: … pointers to ConfigMap, … pointers to Node, … pointers to Secret.',
  ]);
});

test('a lost Secret, with all that name it in one line', async () => {
  const { stdout } = await run('dangling', 'demo-later.tar.gz', '-n', 'payments', '--status', 'missing', '-o', 'wide');
  expect(stdout.split('\n')).toEqual([
    'ERROR no Pod can be created: the API server refuses one without its ServiceAccount',
    '  Deployment payments/ledger   spec.template.spec.serviceAccountName   ServiceAccount payments/ledger   missing   pod-service-account   and 1 ReplicaSet',
    '',
    'ERROR no container that needs it can start; one that runs does not survive a restart of its Pod',
    '  Deployment payments/api   spec.template.spec.volumes[0].secret.secretName   Secret payments/stripe-credentials   missing   pod-secret   and 3 Pods, 3 ReplicaSets',
    '',
    'ERROR the binding grants nothing',
    '  RoleBinding payments/auditor-read   roleRef.name   Role payments/auditor   missing   binding-role',
    '',
    'WARNING the binding grants nothing to it; whoever makes a ServiceAccount of that name has what it grants',
    '  RoleBinding payments/deployer   subjects[0].name   ServiceAccount shop-system/ci-deployer   missing   binding-subject',
  ]);
});

test('for programs', async () => {
  const { stdout } = await run('dangling', 'demo-later.tar.gz', '-n', 'payments', 'deploy,po', '-o', 'json');
  const { items, notJudged } = JSON.parse(stdout) as {
    items: { severity: string; sources: { kind: string; name: string }[] }[];
    notJudged: unknown[];
  };
  expect(items.map(({ severity, sources }) => `${severity} ${sources.map(({ kind }) => kind).join(' ')}`)).toEqual([
    'error Deployment',
    'error Deployment Pod Pod Pod',
  ]);
  expect(notJudged).toEqual([]);
  const names = await run('dangling', 'demo.tar.gz', 'rolebindings', '--severity', 'info', '-o', 'name');
  expect(names.stdout.split('\n')).toEqual([
    'rolebinding.rbac.authorization.k8s.io/system::leader-locking-kube-controller-manager',
    'rolebinding.rbac.authorization.k8s.io/system::leader-locking-kube-scheduler',
    'rolebinding.rbac.authorization.k8s.io/system:controller:cloud-provider',
  ]);
});

test('what cannot be asked', async () => {
  for (const [args, message] of [
    [['deploy/web'], /names an object: give kinds/],
    [['-A', '-n', 'shop'], /-n and -A do not go together/],
    [['pods', 'svc'], /"svc" is too much here/],
    [['--severity', 'errors'], /Did you mean "error"/],
    [['-n', 'shopp'], /no namespace "shopp".*Did you mean "shop"/],
  ] as const) {
    const { code, stderr } = await run('dangling', 'demo.tar.gz', ...args);
    expect(stderr).toMatch(message);
    expect(code).toBe(2);
  }
});

/** deploy/ applied to a real API server: who may read what, what becomes of a Job, and captures with the account that it makes. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Api, ControlPlane } from '../../scripts/cluster/index.mjs';
import { describeCluster, useCluster } from '../cluster/cluster-test.ts';
import { type CliRun, PROJECT, runCli } from '../support/run-cli.ts';

const deploy = join(PROJECT, 'deploy');
const home = mkdtempSync(join(tmpdir(), 'snapgraph-in-cluster-'));
afterAll(() => rmSync(home, { recursive: true }));

async function capture({ tokenFor, kubeconfigWith }: ControlPlane, ...args: readonly string[]): Promise<CliRun> {
  const kubeconfig = kubeconfigWith({ token: await tokenFor('snapgraph', 'snapgraph-capture') });
  return await runCli({ args: ['capture', '--kubeconfig', kubeconfig, ...args], home });
}

/** A controller makes it; before it there is no Pod without one of its own. */
const DEFAULT_ACCOUNT = '/api/v1/namespaces/snapgraph/serviceaccounts/default';

const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'door', namespace: 'default' }, stringData: { code: 'open-sesame' } };

describeCluster('kubectl apply -k deploy', () => {
  const cluster = useCluster({ components: ['etcd', 'apiserver', 'controller-manager'] });

  test('is applied, strictly, and again without a change', async () => {
    const { kubectl, api } = cluster();
    await kubectl(['apply', '-k', deploy, '--validate=strict']);
    const again = await kubectl(['apply', '-k', deploy, '--validate=strict']);
    expect(
      again
        .trim()
        .split('\n')
        .filter((line) => !line.endsWith(' unchanged')),
    ).toEqual([]);
    await expect.poll(async () => (await api.request({ path: DEFAULT_ACCOUNT })).status, { timeout: 30_000 }).toBe(200);
    await kubectl(['apply', '--validate=strict', '-f', join(deploy, 'network-policy.yaml'), '-f', join(deploy, 'reader.yaml')]);
  });

  test('its account may read everything', async () => {
    await cluster().api.create(secret);
    expect(await capture(cluster(), '--check')).toMatchObject({ code: 0, stdout: expect.stringContaining('everything may be read') });
    const as = ['--as', 'system:serviceaccount:snapgraph:snapgraph-capture'];
    const impersonated = await runCli({ args: ['capture', '--kubeconfig', cluster().kubeconfig, '--check', ...as], home });
    expect(impersonated).toMatchObject({ code: 0, stdout: expect.stringContaining('everything may be read') });
    const { code, stdout, stderr } = await capture(cluster(), '-o', 'all.tar.gz');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('all.tar.gz');
    const shown = await runCli({ args: ['get', 'all.tar.gz', 'secret/door', '-o', 'yaml'], home });
    expect(shown.stdout).toContain('REDACTED bytes=11');
    expect(shown.stdout).not.toContain(Buffer.from('open-sesame').toString('base64'));
  });

  test.each([
    { exitCode: 3, reason: 'PodFailurePolicy', says: /exit code 3/ },
    { exitCode: 1, reason: 'BackoffLimitExceeded', says: /backoff limit/ },
  ])('exit code $exitCode fails the Job with the reason $reason, and no other Pod is made', async ({ exitCode, reason, says }) => {
    const { kubectl, api } = cluster();
    const name = `ends-with-${exitCode}`;
    await kubectl(['-n', 'snapgraph', 'create', 'job', name, '--from=cronjob/snapgraph-capture']);
    const pod = await podOf(api, name);
    await endPod({ api, pod, exitCode });
    await expect.poll(() => failureOf(api, name), { timeout: 30_000 }).toMatchObject({ reason, message: expect.stringMatching(says) });
    expect(await podsOf(api, name)).toHaveLength(1);
  });
});

describeCluster('rbac-without-secrets.yaml', () => {
  const cluster = useCluster({ components: ['etcd', 'apiserver', 'controller-manager'] });

  test('all but Secrets may be read, and what is left out on purpose counts as complete', async () => {
    await cluster().kubectl(['apply', '--validate=strict', '-f', join(deploy, 'rbac-without-secrets.yaml')]);
    // A controller gathers the rules, then the API server learns of them.
    await expect.poll(() => deniedResources(cluster()), { timeout: 60_000 }).toEqual(['secrets']);
    const { code, stderr } = await capture(cluster(), '-o', 'most.tar.gz', '--no-statistics', '--exclude', 'secrets.core');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  test('applying it again leaves the gathered rules alone', async () => {
    const { kubectl, api } = cluster();
    const rules = async (): Promise<unknown> =>
      (await api.get('/apis/rbac.authorization.k8s.io/v1/clusterroles/snapgraph-capture'))['rules'];
    const before = await rules();
    expect(await kubectl(['apply', '-f', join(deploy, 'rbac-without-secrets.yaml')])).not.toContain('configured');
    expect(await rules()).toEqual(before);
  });
});

/** What `--check` says, by name. */
async function deniedResources(cluster: ControlPlane): Promise<string[]> {
  const { code, stdout } = await capture(cluster, '--check', '--no-statistics');
  const rows = stdout.split('\n').slice(2);
  return code === 3 ? rows.flatMap((row) => row.split(' ')[0] ?? []) : [`exit code ${code}`];
}

interface Condition {
  readonly type: string;
  readonly reason: string;
  readonly message: string;
}

async function podsOf(api: Api, job: string): Promise<string[]> {
  const pods = await api.list('/api/v1/namespaces/snapgraph/pods', { labelSelector: `batch.kubernetes.io/job-name=${job}` });
  return pods.map(({ metadata }) => metadata.name);
}

/** The Pod is made in a namespace that enforces the restricted profile. */
async function podOf(api: Api, job: string): Promise<string> {
  await expect.poll(() => podsOf(api, job), { timeout: 30_000 }).toHaveLength(1);
  const [name = ''] = await podsOf(api, job);
  return name;
}

/** As a kubelet would tell it. */
async function endPod({ api, pod, exitCode }: { readonly api: Api; readonly pod: string; readonly exitCode: number }): Promise<void> {
  const state = { terminated: { exitCode, reason: 'Error' } };
  const containerStatuses = [{ name: 'capture', image: 'x', imageID: 'x', ready: false, restartCount: 0, state }];
  await api.patch(`/api/v1/namespaces/snapgraph/pods/${pod}/status`, { status: { phase: 'Failed', containerStatuses } });
}

async function failureOf(api: Api, job: string): Promise<Condition | undefined> {
  const { status } = await api.get(`/apis/batch/v1/namespaces/snapgraph/jobs/${job}`);
  return (status as { conditions?: Condition[] }).conditions?.find(({ type }) => type === 'Failed');
}

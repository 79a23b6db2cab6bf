/** The files of deploy/, against the API server's schemas, the command line and each other. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { captureSettings } from '../../cli/capture/settings.ts';
import { commands } from '../../cli/commands.ts';
import { globalFlags } from '../../cli/flag-spec.ts';
import { createFlags } from '../../cli/flags.ts';
import { parseArguments } from '../../cli/parse-arguments.ts';
import { PROJECT } from '../support/run-cli.ts';
import { deployFile, type Manifest, manifestsOf, onlyOf } from './manifests.ts';
import { type OpenApiCheck, openApiCheck } from './openapi-check.ts';

const files = ['rbac.yaml', 'rbac-without-secrets.yaml', 'cronjob.yaml', 'network-policy.yaml', 'reader.yaml'];

let check: OpenApiCheck;
beforeAll(async () => {
  check = await openApiCheck();
});

test('every file is known here', () => {
  const there = readdirSync(join(PROJECT, 'deploy')).filter((name) => name.endsWith('.yaml') && name !== 'kustomization.yaml');
  expect(there.sort()).toEqual([...files].sort());
});

describe.each(files)('%s', (name) => {
  test.each(manifestsOf(name).map((manifest) => [`${manifest.kind} ${manifest.metadata.name}`, manifest] as const))(
    '%s is what the API server takes',
    (_, manifest) => {
      expect(check.faultsOf(manifest)).toEqual([]);
    },
  );
});

test('the check finds what is misspelt, misplaced or of another type', () => {
  const broken = (change: (pod: Record<string, unknown>) => void): string[] => {
    const manifest = structuredClone(onlyOf(manifestsOf('cronjob.yaml'), 'CronJob'));
    change(podOf(manifest) as unknown as Record<string, unknown>);
    return check.faultsOf(manifest);
  };
  expect(broken((pod) => Object.assign(pod, { restartpolicy: 'Never' }))).toEqual([expect.stringContaining('restartpolicy')]);
  expect(broken((pod) => Object.assign(pod, { terminationGracePeriodSeconds: '60' }))).toEqual([
    expect.stringContaining('must be integer'),
  ]);
  expect(broken((pod) => Object.assign(pod['securityContext'] as object, { readOnlyRootFilesystem: true }))).toHaveLength(1);
  expect(() => check.faultsOf({ apiVersion: 'batch/v1', kind: 'CronJobb', metadata: { name: 'x' } })).toThrow('no schema');
});

interface Container {
  readonly name: string;
  readonly image: string;
  readonly args?: readonly string[];
  readonly command?: readonly string[];
}

interface Pod {
  readonly serviceAccountName?: string;
  readonly securityContext: { readonly runAsUser: number; readonly fsGroup: number };
  readonly containers: readonly [Container];
  readonly initContainers: readonly [Container];
  readonly volumes: readonly [{ readonly persistentVolumeClaim: { readonly claimName: string } }];
}

interface Job {
  readonly activeDeadlineSeconds: number;
  readonly podFailurePolicy: { readonly rules: readonly [{ readonly onExitCodes: { readonly containerName: string } }] };
}

const cronJob = onlyOf(manifestsOf('cronjob.yaml'), 'CronJob');
const reader = onlyOf(manifestsOf('reader.yaml'), 'Pod');

function jobOf(manifest: Manifest): Job {
  return (manifest['spec'] as { jobTemplate: { spec: Job } }).jobTemplate.spec;
}

function podOf(manifest: Manifest): Pod {
  if (manifest.kind === 'Pod') return manifest['spec'] as Pod;
  return (jobOf(manifest) as unknown as { template: { spec: Pod } }).template.spec;
}

test('the arguments are those of capture, and its deadline comes before that of the Job', () => {
  const [{ args = [], name }] = podOf(cronJob).containers;
  const { command, positionals, given } = parseArguments({ words: args, commands });
  expect({ command: command?.name, positionals }).toEqual({ command: 'capture', positionals: [] });
  const { deadline } = captureSettings(createFlags({ specs: [...globalFlags, ...(command?.flags ?? [])], given }));
  expect(jobOf(cronJob).activeDeadlineSeconds * 1000).toBeGreaterThanOrEqual(deadline + 60_000);
  expect(jobOf(cronJob).podFailurePolicy.rules[0].onExitCodes.containerName).toBe(name);
});

test('the files fit together', () => {
  const claim = onlyOf(manifestsOf('cronjob.yaml'), 'PersistentVolumeClaim').metadata;
  for (const manifest of [cronJob, reader]) {
    expect(podOf(manifest).volumes[0].persistentVolumeClaim.claimName).toBe(claim.name);
    expect(manifest.metadata.namespace).toBe(claim.namespace);
    expect(podOf(manifest).securityContext.fsGroup).toBe(podOf(cronJob).securityContext.fsGroup);
  }
  for (const name of ['rbac.yaml', 'rbac-without-secrets.yaml']) {
    const account = onlyOf(manifestsOf(name), 'ServiceAccount').metadata;
    expect(podOf(cronJob).serviceAccountName).toBe(account.name);
    expect([cronJob.metadata.namespace, onlyOf(manifestsOf(name), 'Namespace').metadata.name]).toEqual([
      account.namespace,
      account.namespace,
    ]);
  }
  const { resources, images } = load(deployFile('kustomization.yaml')) as { resources: string[]; images: { name: string }[] };
  expect(resources.filter((name) => !files.includes(name))).toEqual([]);
  const used = [cronJob, reader].flatMap((manifest) => [...podOf(manifest).containers, ...(podOf(manifest).initContainers ?? [])]);
  expect([...new Set(used.map(({ image }) => image))]).toEqual(images.map(({ name }) => name));
});

test('the image has what the Pods run, for the user that they run as', () => {
  const dockerfile = deployFile('Dockerfile');
  const { runAsUser } = podOf(cronJob).securityContext;
  expect(dockerfile).toContain(`\nUSER ${runAsUser}:`);
  const { engines, bin, version } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as {
    engines: { node: string };
    bin: Record<string, string>;
    version: string;
  };
  expect(dockerfile).toContain(`ENTRYPOINT ["node", "/app/${bin['snapgraph']}"]`);
  const majors = [...dockerfile.matchAll(/^FROM node:(\d+)-(\w+)/gm)].map(([, major, debian]) => `${major} ${debian}`);
  expect(new Set(majors).size).toBe(1);
  expect(Number.parseInt(majors[0] ?? '', 10)).toBeGreaterThanOrEqual(Number.parseInt(engines.node.replace(/\D+/, ''), 10));
  expect(dockerfile).toContain(`--build-arg VERSION=${version} `);
});

test.skipIf(process.platform === 'win32')('old bundles and leftovers are pruned, and nothing else', () => {
  const folder = mkdtempSync(join(tmpdir(), 'snapgraph-prune-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const daysOld = { 'old.tar.gz': 15, 'old.tar.gz.partial': 20, 'young.tar.gz': 13, 'old.txt': 100, 'now.tar.gz.partial': 0 };
  for (const [name, days] of Object.entries(daysOld)) {
    writeFileSync(join(folder, name), '');
    const time = new Date(Date.now() - days * 86_400_000);
    utimesSync(join(folder, name), time, time);
  }
  const [program = '', ...args] = (podOf(cronJob).initContainers[0].command ?? []).map((word) => (word === '/bundles' ? folder : word));
  const { status, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(Object.keys(daysOld).filter((name) => existsSync(join(folder, name)))).toEqual(['young.tar.gz', 'old.txt', 'now.tar.gz.partial']);
});

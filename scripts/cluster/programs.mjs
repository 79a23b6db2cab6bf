/** What the cluster for tests is built from: a row a program. Their modules, with the versions and the checksums, are in test/cluster/components. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { root } from '../set-up/folders.mjs';

/**
 * @typedef {object} Program
 * @property {string} name of the binary
 * @property {string} module the folder of its Go module, from the clone's
 * @property {string} package as Go names it
 * @property {string} [versionOf] the required module whose version the program is told: without it, it calls itself v0.0.0-master
 */

const controlPlane = 'test/cluster/components';
const kubernetes = 'k8s.io/kubernetes';

/** @type {readonly Program[]} */
export const programs = [
  { name: 'etcd', module: controlPlane, package: 'go.etcd.io/etcd/server/v3' },
  { name: 'kube-apiserver', module: controlPlane, package: `${kubernetes}/cmd/kube-apiserver`, versionOf: kubernetes },
  { name: 'kube-controller-manager', module: controlPlane, package: `${kubernetes}/cmd/kube-controller-manager`, versionOf: kubernetes },
  { name: 'kube-scheduler', module: controlPlane, package: `${kubernetes}/cmd/kube-scheduler`, versionOf: kubernetes },
  { name: 'kubectl', module: controlPlane, package: `${kubernetes}/cmd/kubectl`, versionOf: kubernetes },
  { name: 'kwok', module: `${controlPlane}/kwok`, package: 'sigs.k8s.io/kwok/cmd/kwok' },
];

const moduleFiles = ['go.mod', 'go.sum', 'tools.go'];

/** Changes with everything that the binaries are made from. @param {string} platform Go's */
export function hashOfPrograms(platform) {
  const files = [...new Set(programs.map(({ module }) => module))].flatMap((module) => moduleFiles.map((file) => `${module}/${file}`));
  const hash = createHash('sha256').update(JSON.stringify({ platform, programs }));
  for (const file of files) hash.update(`${file}\n`).update(readFileSync(`${root}/${file}`));
  return hash.digest('hex').slice(0, 16);
}

/** The arguments of `go build`. @param {Program} program @param {string} folder for the binary */
export function goBuildArguments(program, folder) {
  const version = program.versionOf === undefined ? [] : versionFlags(requiredVersion(program.module, program.versionOf));
  const flags = ['-s', '-w', ...version].join(' ');
  return ['build', '-v', '-trimpath', '-buildvcs=false', '-ldflags', flags, '-o', `${folder}/${program.name}`, program.package];
}

/** @param {string} version like v1.37.2 */
function versionFlags(version) {
  const [major, minor] = version.slice(1).split('.');
  const values = { gitVersion: version, gitMajor: major, gitMinor: minor };
  return Object.entries(values).map(([name, value]) => `-X k8s.io/component-base/version.${name}=${value}`);
}

/** @param {string} module @param {string} required */
function requiredVersion(module, required) {
  const line = readFileSync(`${root}/${module}/go.mod`, 'utf8')
    .split('\n')
    .find((text) => text.trim().startsWith(`${required} v`));
  if (line === undefined) throw new Error(`${module}/go.mod requires no ${required}.`);
  return line.trim().split(' ')[1] ?? '';
}

/** ConfigMaps and Secrets of an app; what is secret stands in them in all the places where it stands in real clusters. */
import { lastApplied } from './last-applied.mjs';

/** @typedef {import('./app.mjs').App} App */

/** @param {App} app @returns {import('../types.ts').NewObject[]} */
export function configMaps({ name, namespace, labels, random }) {
  const lines = Array.from({ length: 5 + random.below(30) }, () => `${random.word()}.${random.word()}=${random.hex(12)}`);
  const files = { 'app.properties': lines.join('\n'), 'README.txt': random.text(200 + random.below(1500)) };
  const features = { featureFlags: JSON.stringify({ [random.word()]: random.chance(0.5) }) };
  return [
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: `${name}-config`, namespace, labels }, data: files },
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: `${name}-features`, namespace, labels }, data: features },
  ];
}

/** @param {App} app @returns {import('../types.ts').NewObject[]} */
export function secrets({ name, namespace, labels, random, certificate }) {
  const password = random.hex(24);
  const credentials = {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: `${name}-credentials`, namespace, labels },
    type: 'Opaque',
    data: base64({ username: name, password, 'database-url': `postgres://${name}:${password}@db.${namespace}:5432/${name}` }),
  };
  const registry = {
    auths: { 'registry.example.com': { username: name, password, auth: Buffer.from(`${name}:${password}`).toString('base64') } },
  };
  const other = random.chance(0.5)
    ? { name: `${name}-tls`, type: 'kubernetes.io/tls', data: { 'tls.crt': certificate.certificate, 'tls.key': certificate.key } }
    : { name: `${name}-registry`, type: 'kubernetes.io/dockerconfigjson', data: { '.dockerconfigjson': JSON.stringify(registry) } };
  return [
    random.chance(0.3) ? lastApplied(credentials) : credentials,
    { apiVersion: 'v1', kind: 'Secret', metadata: { name: other.name, namespace, labels }, type: other.type, data: base64(other.data) },
  ];
}

/** @param {Readonly<Record<string, string>>} values */
function base64(values) {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, Buffer.from(value).toString('base64')]));
}

/** The keys and certificates of one cluster, as files in its folder; those of an earlier start are used again. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createAuthority, createKeyPair } from './certificates.mjs';

const loopback = { dnsNames: ['localhost'], ipAddresses: ['127.0.0.1'] };
const service = ['kubernetes', 'kubernetes.default', 'kubernetes.default.svc', 'kubernetes.default.svc.cluster.local'];

/** @type {Readonly<Record<string, import('./types.ts').CertificateRequest>>} by the name of the files */
const certificates = {
  apiserver: { subject: 'CN=kube-apiserver', dnsNames: [...loopback.dnsNames, ...service], ipAddresses: ['127.0.0.1', '10.96.0.1'] },
  admin: { subject: 'O=system:masters, CN=admin' },
  'front-proxy': { subject: 'CN=front-proxy-client' },
  kubelet: { subject: 'O=system:masters, CN=kube-apiserver-kubelet-client', ...loopback },
};

/** @param {string} folder @returns {Promise<{ ca: string, admin: import('./types.ts').KeyPair }>} PEM */
export async function ensurePki(folder) {
  if (!existsSync(`${folder}/complete`)) await writePki(folder);
  const read = /** @param {string} name */ (name) => readFileSync(`${folder}/${name}`, 'utf8');
  return { ca: read('ca.crt'), admin: { certificate: read('admin.crt'), key: read('admin.key') } };
}

/** @param {string} folder */
async function writePki(folder) {
  mkdirSync(folder, { recursive: true });
  const write = /** @param {string} name @param {string} text */ (name, text) =>
    writeFileSync(`${folder}/${name}`, text, { mode: name.endsWith('.key') ? 0o600 : 0o644 });
  const authority = await createAuthority('CN=kubernetes-ca');
  write('ca.crt', authority.certificate);
  write('ca.key', authority.key);
  for (const [name, request] of Object.entries(certificates)) {
    const { certificate, key } = await authority.issue(request);
    write(`${name}.crt`, certificate);
    write(`${name}.key`, key);
  }
  const accounts = await createKeyPair();
  write('service-accounts.pub', accounts.publicKey);
  write('service-accounts.key', accounts.key);
  write('complete', '');
}

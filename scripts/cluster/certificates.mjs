/** A certificate authority in memory, and the certificates that it signs. */
import 'reflect-metadata';
import { KeyObject, webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const dayMs = 24 * 3600_000;

/** @typedef {import('./types.ts').CertificateRequest} CertificateRequest */

/** @param {string} subject @returns {Promise<import('./types.ts').Authority>} */
export async function createAuthority(subject) {
  const keys = await generateKeys();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: subject,
    keys,
    signingAlgorithm: algorithm,
    ...validity(3650),
    extensions: [
      new x509.BasicConstraintsExtension(true, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign | x509.KeyUsageFlags.digitalSignature, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return {
    certificate: pem(certificate),
    key: privatePem(keys.privateKey),
    issue: (request) => issue({ request, authority: certificate, signingKey: keys.privateKey }),
  };
}

/** For what is signed without a certificate. @returns {Promise<{ publicKey: string, key: string }>} PEM */
export async function createKeyPair() {
  const keys = await generateKeys();
  return { publicKey: String(KeyObject.from(keys.publicKey).export({ type: 'spki', format: 'pem' })), key: privatePem(keys.privateKey) };
}

/** @param {{ request: CertificateRequest, authority: x509.X509Certificate, signingKey: webcrypto.CryptoKey }} options */
async function issue({ request, authority, signingKey }) {
  const { subject, dnsNames = [], ipAddresses = [], days = 3650 } = request;
  const keys = await generateKeys();
  const names = [
    ...dnsNames.map((value) => ({ type: /** @type {const} */ ('dns'), value })),
    ...ipAddresses.map((value) => ({ type: /** @type {const} */ ('ip'), value })),
  ];
  const certificate = await x509.X509CertificateGenerator.create({
    subject,
    issuer: authority.subject,
    publicKey: keys.publicKey,
    signingKey,
    signingAlgorithm: algorithm,
    ...validity(days),
    extensions: [
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth, x509.ExtendedKeyUsage.clientAuth]),
      await x509.AuthorityKeyIdentifierExtension.create(authority),
      ...(names.length === 0 ? [] : [new x509.SubjectAlternativeNameExtension(names)]),
    ],
  });
  return { certificate: pem(certificate), key: privatePem(keys.privateKey) };
}

function generateKeys() {
  return webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
}

/** From a little before now: clocks of test machines step back. @param {number} days */
function validity(days) {
  const notBefore = new Date(Date.now() - 60_000);
  return { notBefore, notAfter: new Date(notBefore.getTime() + days * dayMs) };
}

/** @param {x509.X509Certificate} certificate */
function pem(certificate) {
  return `${certificate.toString('pem')}\n`;
}

/** @param {webcrypto.CryptoKey} key */
function privatePem(key) {
  return String(KeyObject.from(key).export({ type: 'pkcs8', format: 'pem' }));
}

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A certificate or key that pem/make.sh made. */
export function pem(name: string): string {
  return readFileSync(pemPath(name), 'utf8');
}

export function pemPath(name: string): string {
  return fileURLToPath(new URL(`pem/${name}`, import.meta.url));
}

/** As a kubeconfig holds it. */
export function pemData(name: string): string {
  return Buffer.from(pem(name)).toString('base64');
}

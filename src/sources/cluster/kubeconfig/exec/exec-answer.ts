/** What a plugin prints: an ExecCredential with a status. Source: client-go, plugin/pkg/client/auth/exec/exec.go, refreshCredsLocked. */
import { objectField, stringField } from '../../../../records/json-fields.ts';
import type { Credentials } from '../credentials.ts';

export interface ExecAnswer {
  readonly credentials: Credentials;
  /** Milliseconds since 1970; null: as long as this program runs. */
  readonly expires: number | null;
}

/** Throws an Error with what is wrong with it, to stand behind the plugin's name. */
export function readExecAnswer(options: { readonly text: string; readonly apiVersion: string }): ExecAnswer {
  const answer = parse(options.text);
  const [kind, apiVersion] = [stringField(answer, 'kind'), stringField(answer, 'apiVersion')];
  if (kind !== 'ExecCredential')
    throw new Error(`printed no ExecCredential, but ${kind === undefined ? 'JSON without a kind' : `a ${kind}`}`);
  if (apiVersion !== options.apiVersion) {
    throw new Error(`printed ${apiVersion ?? 'no apiVersion'}, but its kubeconfig says ${options.apiVersion}: they must be the same`);
  }
  const status = objectField(answer, 'status');
  if (status === undefined) throw new Error('printed no status');
  return { credentials: credentialsIn(status), expires: expiryIn(status) };
}

/** Its output may hold half a token: it is not repeated in a message. */
function parse(text: string): unknown {
  if (text.trim() === '') throw new Error('printed nothing');
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('printed something that is no JSON');
  }
}

function credentialsIn(status: unknown): Credentials {
  const token = filled(status, 'token');
  const certificate = filled(status, 'clientCertificateData');
  const key = filled(status, 'clientKeyData');
  if ((certificate === undefined) !== (key === undefined))
    throw new Error('printed one of clientCertificateData and clientKeyData, and both are needed');
  if (token === undefined && certificate === undefined) throw new Error('printed neither a token nor a client certificate');
  return { token, certificate, key };
}

function expiryIn(status: unknown): number | null {
  const text = filled(status, 'expirationTimestamp');
  if (text === undefined) return null;
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw new Error('printed an expirationTimestamp that is no time');
  return time;
}

function filled(status: unknown, name: string): string | undefined {
  const text = stringField(status, name);
  return text === '' ? undefined : text;
}

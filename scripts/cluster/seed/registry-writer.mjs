/**
 * Objects written where the API server keeps them: thirty times as fast as through it, and with uids and times that are the same each time.
 * The server reads JSON there as well as its own encoding, and sets defaults when it reads. What it would refuse must not be written.
 */
import { request as httpRequest } from 'node:http';

/** etcd takes 128 operations and 1.5 MB at once. */
const longestBatch = 100;
const largestBatch = 500_000;

/** By kind; a custom resource has its group before its plural. */
/** @type {Readonly<Record<string, string>>} */
const folders = {
  ConfigMap: 'configmaps',
  Deployment: 'deployments',
  EndpointSlice: 'endpointslices',
  Event: 'events',
  IPAddress: 'ipaddresses',
  Node: 'minions',
  Pod: 'pods',
  PodDisruptionBudget: 'poddisruptionbudgets',
  Region: 'shop.example.com/regions',
  ReplicaSet: 'replicasets',
  Role: 'roles',
  RoleBinding: 'rolebindings',
  Secret: 'secrets',
  Service: 'services/specs',
  ServiceAccount: 'serviceaccounts',
  Widget: 'shop.example.com/widgets',
};

/** @param {string} etcd its address */
export function createRegistryWriter(etcd) {
  /** @type {{ key: string, value: string }[]} */
  let batch = [];
  let bytes = 0;
  const send = async () => {
    const puts = batch;
    batch = [];
    bytes = 0;
    if (puts.length > 0) await putAll(etcd, puts);
  };
  return {
    /** @param {import('../types.ts').NewObject} object whole, with its uid and status */
    async write(object) {
      const value = JSON.stringify(object);
      batch.push({ key: keyOf(object), value });
      bytes += value.length;
      if (batch.length >= longestBatch || bytes >= largestBatch) await send();
    },
    /**
     * Writes what is left, then one key more, in a revision of its own. All puts of a batch have one revision, which no write through the
     * server does: the server's cache takes them one by one, and calls itself as new as the batch after the first. A list that asks for
     * a newer revision waits for all of them.
     */
    async finish() {
      await send();
      await putAll(etcd, [{ key: '/seeded', value: '' }]);
    },
  };
}

/** @param {import('../types.ts').NewObject} object */
function keyOf({ kind, metadata }) {
  const folder = folders[kind];
  if (folder === undefined) throw new Error(`Where ${kind} objects lie in etcd is not known: add them to folders.`);
  return `/registry/${folder}/${metadata.namespace === undefined ? '' : `${metadata.namespace}/`}${metadata.name}`;
}

/** @param {string} etcd @param {readonly { key: string, value: string }[]} puts @returns {Promise<void>} */
function putAll(etcd, puts) {
  const base64 = /** @param {string} text */ (text) => Buffer.from(text).toString('base64');
  const success = puts.map(({ key, value }) => ({ request_put: { key: base64(key), value: base64(value) } }));
  return new Promise((resolve, reject) => {
    const request = httpRequest(`${etcd}/v3/kv/txn`, { method: 'POST', headers: { 'content-type': 'application/json' } }, (response) => {
      /** @type {Buffer[]} */
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () => {
        if (response.statusCode === 200) resolve();
        else reject(new Error(`etcd took no ${puts[0]?.key} … : ${Buffer.concat(chunks)}`));
      });
    });
    request.once('error', reject);
    request.end(JSON.stringify({ success }));
  });
}

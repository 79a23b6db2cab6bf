/** Where objects of a kind live, from the server's own discovery: CRDs of the tests are found like anything else. */

/** @typedef {{ name: string, kind: string, namespaced: boolean }} Resource */

/** @param {(path: string) => Promise<import('../types.ts').KubeObject>} get */
export function createResources(get) {
  /** @type {Map<string, Promise<Resource[]>>} by apiVersion */
  const known = new Map();
  /** @param {string} apiVersion */
  const load = (apiVersion) => {
    const listed = get(rootOf(apiVersion)).then(({ resources }) => /** @type {Resource[]} */ (resources));
    known.set(apiVersion, listed);
    listed.catch(() => known.delete(apiVersion));
    return listed;
  };
  /** @param {string} apiVersion @param {string} kind */
  const find = async (apiVersion, kind) => {
    const isIt = /** @param {Resource} resource */ (resource) => resource.kind === kind && !resource.name.includes('/');
    // A CRD may have come since.
    const found = (await (known.get(apiVersion) ?? load(apiVersion))).find(isIt) ?? (await load(apiVersion)).find(isIt);
    if (found === undefined) throw new Error(`The server has no ${kind} in ${apiVersion}.`);
    return found;
  };
  return {
    /** The path of the collection that the object is in. @param {import('../types.ts').NewObject} object */
    async collectionOf({ apiVersion, kind, metadata }) {
      const { name, namespaced } = await find(apiVersion, kind);
      const namespace = namespaced ? `/namespaces/${metadata.namespace ?? 'default'}` : '';
      return `${rootOf(apiVersion)}${namespace}/${name}`;
    },
  };
}

/** @param {string} apiVersion */
function rootOf(apiVersion) {
  return apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
}

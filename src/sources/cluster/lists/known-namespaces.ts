/** The names of the namespaces, for resources whose list over all of them is denied, and what else the Namespace objects say. */
import { isJsonObject, objectField, parseJson, stringField } from '../../../records/json-fields.ts';
import type { ResourceOutcome } from '../../../records/record.ts';
import { type ApiResource, resourceText } from '../discovery/api-resource.ts';
import { ApiFault } from '../http/fault.ts';
import { type ListOptions, listPages } from './list-pages.ts';

type QuietList = Pick<ListOptions, 'server' | 'pageSize' | 'temporaryPath'>;

export class KnownNamespaces {
  /** The uid of kube-system: that of the cluster. */
  clusterId: string | null = null;
  readonly #otherwise: readonly string[];
  readonly #names = new Set<string>();
  #asked: Promise<void> | null = null;

  /** `otherwise`: those there are where nobody may list them. */
  constructor(otherwise: readonly string[]) {
    this.#otherwise = otherwise;
  }

  /** `areAll`: these items are of a list that nothing narrowed. */
  learn(items: readonly Uint8Array[], areAll: boolean): void {
    for (const item of items) {
      const metadata = objectField(parseJson(item), 'metadata');
      const name = stringField(metadata, 'name');
      if (name !== undefined && areAll) this.#names.add(name);
      if (name === 'kube-system') this.clusterId = stringField(metadata, 'uid') ?? null;
    }
  }

  /** Where they were not to be captured they are listed for this, once. */
  async names(list: QuietList): Promise<readonly string[]> {
    this.#asked ??= this.#names.size === 0 ? this.#list(list) : Promise.resolve();
    await this.#asked;
    return this.#names.size === 0 ? this.#otherwise : [...this.#names];
  }

  /**
   * Whoever may not list them may be allowed to get their own: the built-in role `view`, bound in a namespace, allows that.
   * Takes `denied`, the row of the list, and returns that row with what came all the same.
   */
  async readByName(options: Pick<ListOptions, 'server' | 'take'> & { readonly denied: ResourceOutcome }): Promise<ResourceOutcome> {
    const { server, take, denied } = options;
    const read: string[] = [];
    for (const name of this.#otherwise) {
      const value = await server.json({ path: `/api/v1/namespaces/${name}`, retry: 'connection' }).catch(nothingOfFault);
      if (!isJsonObject(value)) continue;
      await take([Buffer.from(JSON.stringify(value))]);
      read.push(name);
    }
    if (read.length === 0) return denied;
    const message = `only ${read.join(', ')}, read by name; the list: ${denied.message ?? 'denied'}`;
    return { ...denied, outcome: 'partial', items: read.length, message };
  }

  async #list(list: QuietList): Promise<void> {
    const take = async (items: readonly Uint8Array[]): Promise<void> => this.learn(items, true);
    await listPages({ ...list, resource: NAMESPACES, namespace: null, labelSelector: undefined, take });
  }
}

export function isNamespaces(resource: ApiResource): boolean {
  return resourceText(resource) === resourceText(NAMESPACES);
}

const NAMESPACES: ApiResource = {
  group: '',
  version: 'v1',
  resource: 'namespaces',
  kind: 'Namespace',
  namespaced: false,
  singular: 'namespace',
  shortNames: [],
  categories: [],
  verbs: ['list'],
};

function nothingOfFault(error: unknown): null {
  if (error instanceof ApiFault) return null;
  throw error;
}

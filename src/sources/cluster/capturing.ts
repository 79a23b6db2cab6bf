/** What a capture does, phase by phase. What is least certain to come again goes first. */
import { objectField, parseJson, stringField } from '../../records/json-fields.ts';
import type { ResourceOutcome, SnapshotRecord } from '../../records/record.ts';
import type { CaptureOptions } from './capture-options.ts';
import { type ApiResource, resourceText } from './discovery/api-resource.ts';
import type { Discovery } from './discovery/discover.ts';
import { discoveryDocument, unansweredOutcome } from './discovery/discovery-records.ts';
import { isMeasurement, readMeasurements } from './documents/measurements.ts';
import { readNodeStatistics } from './documents/node-statistics.ts';
import { OpenApiReading } from './documents/openapi-reading.ts';
import type { ApiServer } from './http/api-server.ts';
import { captureResource } from './lists/capture-resource.ts';
import { isNamespaces, KnownNamespaces } from './lists/known-namespaces.ts';
import { excludedOutcome } from './lists/list-outcome.ts';
import { objectRecords } from './lists/object-records.ts';
import type { ResourcePlan } from './lists/resource-plan.ts';
import { Kubelets } from './logs/kubelets.ts';
import { logsOfPods, type PodLog } from './logs/logs-of-pod.ts';
import { readLog } from './logs/read-log.ts';
import type { Outlet } from './outlet.ts';
import type { ProgressMeter } from './progress.ts';
import { WorkQueue } from './work-queue.ts';

export interface CapturingOptions {
  readonly options: CaptureOptions;
  readonly server: ApiServer;
  /** One that asks no longer than until the signal is aborted. */
  readonly serverUntil: (signal: AbortSignal) => ApiServer;
  readonly outlet: Outlet;
  readonly meter: ProgressMeter;
  readonly discovery: Discovery;
  readonly plans: readonly ResourcePlan[];
  readonly temporaryPath: () => string;
}

export class Capturing {
  readonly #given: CapturingOptions;
  readonly #queue: WorkQueue;
  readonly #namespaces: KnownNamespaces;
  readonly #nodes: string[] = [];
  readonly #logs: PodLog[] = [];
  readonly #kubelets = new Kubelets();
  /** Resources of which a list came, whole or in part. */
  readonly #listed = new Set<string>();

  constructor(given: CapturingOptions) {
    this.#given = given;
    this.#queue = new WorkQueue(given.options.concurrency);
    const { namespaces, identity } = given.options;
    this.#namespaces = new KnownNamespaces(namespaces.length > 0 ? namespaces : [identity.namespace ?? 'default']);
  }

  /** The uid of the Namespace kube-system, once that was listed. */
  get clusterId(): string | null {
    return this.#namespaces.clusterId;
  }

  async run(): Promise<void> {
    const { options, meter } = this.#given;
    const schemas = new OpenApiReading({ ...this.#given, queue: this.#queue, hand: (records) => this.#hand(records) });
    await this.#discovery();
    meter.enter('openapi');
    if (options.openapi) await schemas.soon();
    meter.enter('objects');
    await this.#objects();
    meter.enter('logs');
    await this.#readLogs();
    meter.enter('statistics');
    await this.#statistics();
    if (options.openapi) await schemas.later();
  }

  async #discovery(): Promise<void> {
    const { discovery } = this.#given;
    await this.#hand(discoveryDocument(discovery));
    await this.#hand(discovery.failures.map(unansweredOutcome));
  }

  async #objects(): Promise<void> {
    const { meter } = this.#given;
    const plans = this.#given.plans.filter((plan) => !isMeasured(plan));
    const others = plans.filter(({ resource }) => !isNamespaces(resource));
    meter.expect('resources', plans.length);
    // Lists of one namespace each need their names.
    for (const plan of plans.filter(({ resource }) => isNamespaces(resource))) await this.#list(plan);
    await this.#queue.all(
      others.filter(({ twin }) => twin === null),
      (plan) => this.#list(plan),
    );
    await this.#queue.all(
      others.filter(({ twin }) => twin !== null),
      (plan) => this.#list(plan),
    );
  }

  async #list(plan: ResourcePlan): Promise<void> {
    const { meter } = this.#given;
    const rows = await meter.during('resources', resourceText(plan.resource), () => this.#rowsOf(plan));
    if (isSomeThere(rows)) this.#listed.add(resourceText(plan.resource));
    await this.#hand(rows);
  }

  /** Where the resource that holds the same objects could not be listed, this one may be; that neither could be is said there. */
  async #rowsOf(plan: ResourcePlan): Promise<readonly ResourceOutcome[]> {
    const isNeeded = plan.twin !== null && !this.#listed.has(plan.twin);
    const instead = isNeeded ? await this.#capture({ ...plan, excluded: null }) : [];
    return isSomeThere(instead) ? instead : await this.#capture(plan);
  }

  async #capture(plan: ResourcePlan): Promise<readonly ResourceOutcome[]> {
    const { options, server, temporaryPath } = this.#given;
    return await captureResource({
      plan,
      server,
      temporaryPath,
      namespaces: options.namespaces,
      labelSelector: options.labelSelector,
      pageSize: options.pageSize,
      known: this.#namespaces,
      take: (resource, items) => this.#takeItems(resource, items),
    });
  }

  async #takeItems(resource: ApiResource, items: readonly Uint8Array[]): Promise<void> {
    this.#learn(resource, items);
    this.#given.meter.took({ objects: items.length, bytes: items.reduce((sum, item) => sum + item.length + 1, 0) });
    await this.#hand(objectRecords(resource, items));
  }

  /** Later phases rest on the names of namespaces and nodes, and on what Pods say of their containers. */
  #learn({ group, resource }: ApiResource, items: readonly Uint8Array[]): void {
    if (group !== '') return;
    if (resource === 'namespaces') this.#namespaces.learn(items, this.#given.options.labelSelector === undefined);
    else if (resource === 'nodes') this.#nodes.push(...items.flatMap(nameOf));
    else if (resource === 'pods') this.#logs.push(...logsOfPods(items, this.#given.options.logs.which));
  }

  async #readLogs(): Promise<void> {
    const { server, meter, options } = this.#given;
    meter.expect('logs', this.#logs.length);
    await this.#queue.all(this.#logs, (log) =>
      meter.during('logs', `${log.namespace}/${log.pod}/${log.container}`, () =>
        readLog({
          server,
          log,
          choice: options.logs,
          kubelets: this.#kubelets,
          take: async (chunk) => {
            meter.took({ bytes: chunk.chunk.length });
            await this.#hand([chunk]);
          },
        }),
      ),
    );
  }

  async #statistics(): Promise<void> {
    const { server, meter, options, plans, temporaryPath } = this.#given;
    const measured = plans.filter(isMeasured);
    if (!options.statistics) return await this.#hand(measured.map(({ resource }) => excludedOutcome(resource, '--no-statistics')));
    await this.#queue.all(this.#nodes, (node) =>
      meter.during(null, `node ${node}`, async () => {
        for await (const chunks of readNodeStatistics({ server, node, kubelets: this.#kubelets })) await this.#hand(chunks);
      }),
    );
    for (const { resource } of measured) {
      const { documents, rows } = await readMeasurements({ server, resource, namespaces: options.namespaces, temporaryPath });
      await this.#hand(documents);
      await this.#hand(rows);
    }
  }

  async #hand(records: readonly SnapshotRecord[] | readonly ResourceOutcome[]): Promise<void> {
    if (records.length > 0) await this.#given.outlet.push(records);
  }
}

function isSomeThere(rows: readonly ResourceOutcome[]): boolean {
  return rows.some(({ outcome }) => outcome === 'ok' || outcome === 'partial');
}

/** What is no object of the bundle, but a document. */
function isMeasured({ resource, excluded }: ResourcePlan): boolean {
  return excluded === null && isMeasurement(resource);
}

function nameOf(item: Uint8Array): string[] {
  const name = stringField(objectField(parseJson(item), 'metadata'), 'name');
  return name === undefined ? [] : [name];
}

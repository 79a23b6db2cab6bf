/** Who must take a finalizer away, and whether it runs: by the catalogue, else by managedFields, else by RBAC on the finalizer's domain. */
import { kindName } from '../../../kube/kind.ts';
import { clusterRole, role } from '../../../relations/kinds.ts';
import type { ObjectRow } from '../../../store/reader.ts';
import { groupBy } from '../../group-by.ts';
import { type BlockerController, objectName } from '../blocker.ts';
import type { FinalizerRule } from '../catalogue/finalizer-rule.ts';
import type { DeletionContext } from '../context.ts';
import { gapTexts } from '../waits/wait.ts';
import { controlPlanePart } from './control-plane.ts';
import { finalizerManagers, isTelling } from './managers.ts';
import { handlersOf } from './permissions.ts';
import { controllerKinds, indexWorkloads, type WorkloadIndex, type WorkloadState, workloadStates } from './workload-index.ts';

export interface HeldBy {
  readonly object: ObjectRow;
  readonly finalizer: string;
  readonly rule: FinalizerRule | undefined;
}

export interface Attribution {
  /** null where nothing tells who it is. */
  readonly controller: BlockerController | null;
  readonly evidence: readonly string[];
  /** What was not captured and might tell who it is. */
  readonly gaps: readonly string[];
}

/** Looks at so many objects of a kind with the finalizer: they all have the same controller. */
const SAMPLE = 20;

/** One finder serves one question: what it read of the workloads serves all its finalizers. */
export class ControllerFinder {
  readonly #context: DeletionContext;
  readonly #found = new Map<string, Attribution>();
  #workloads: WorkloadIndex | undefined;

  constructor(context: DeletionContext) {
    this.#context = context;
  }

  /** Of each group of objects with one finalizer and one kind: who takes it away. */
  async find<Held extends HeldBy>(held: readonly Held[]): Promise<ReadonlyMap<Attribution, readonly Held[]>> {
    const found = new Map<Attribution, readonly Held[]>();
    for (const [key, group] of groupBy(held, attributionKey)) {
      const attribution = this.#found.get(key) ?? (await this.#attribute(group.slice(0, SAMPLE)));
      this.#found.set(key, attribution);
      found.set(attribution, group);
    }
    return found;
  }

  async #attribute(sample: readonly HeldBy[]): Promise<Attribution> {
    const [first] = sample;
    if (first === undefined) return attributed(null);
    if (first.rule === undefined) return this.#unlisted(sample, first);
    const { controller } = first.rule;
    if (controller.runs === 'control-plane') return attributed(await controlPlanePart(this.#context, controller));
    const { name, programs = [] } = controller;
    const workloads = await this.#index();
    const found = await workloads.find(programs);
    if (found.length > 0) return attributed(await this.#running({ name, found }));
    const isProved = controller.runs === 'workload' && workloads.complete;
    const absent = `no workload in the snapshot runs ${[name, ...programs].join(' or ')}`;
    return attributed(absentController({ name, isProved, evidence: absent }));
  }

  async #unlisted(sample: readonly HeldBy[], { finalizer, object }: HeldBy): Promise<Attribution> {
    const workloads = await this.#index();
    const contents = await this.#context.contents(sample.map((one) => one.object));
    const managers = new Set(
      sample.flatMap((one) => {
        const content = contents.get(one.object.id);
        return content === undefined ? [] : finalizerManagers(content, finalizer);
      }),
    );
    const telling = [...managers].filter(isTelling);
    const wrote = [...managers].map(
      (manager) =>
        `managedFields: "${manager}" wrote the finalizer${isTelling(manager) ? '' : ', which copies or applies what others made'}`,
    );
    const byManager = await workloads.find(telling);
    if (byManager.length > 0) return attributed(await this.#running({ found: byManager }), wrote);
    const handlers = await handlersOf({ context: this.#context, finalizer, kind: object });
    const may = `by RBAC it may update ${kindName(object)} and handles the domain of the finalizer`;
    if (handlers.permitted.length > 0) return attributed(await this.#running({ found: handlers.permitted, evidence: [may] }), wrote);
    const evidence = [
      ...wrote,
      ...handlers.others.map((other) => `${objectName(other)} handles the domain of the finalizer, but may not update ${kindName(object)}`),
      ...handlers.absentAccounts.map((account) => `${objectName(account)}, which might update it, is not there any more`),
    ];
    const name = telling[0] ?? handlers.absentAccounts[0]?.name;
    const gaps = gapTexts(await this.#context.uncaptured(tellingKinds, null));
    if (name === undefined) return { controller: null, evidence, gaps };
    const absent = workloads.complete ? `no workload in the snapshot runs ${name}` : `no workload that was captured runs ${name}`;
    // A program may have another name in managedFields than its image and its workload: what may update the object may be it.
    const [able] = handlers.able;
    const other = able === undefined ? [] : [`${objectName(able)} may update ${kindName(object)}, and may be it under another name`];
    const isProved = workloads.complete && gaps.length === 0 && able === undefined;
    return attributed(absentController({ name, isProved, evidence: absent }), [...evidence, ...other]);
  }

  /** Of several that it may be, the first that runs: a former one that was scaled to zero proves nothing while another is there. */
  async #running(options: {
    readonly name?: string;
    readonly found: readonly ObjectRow[];
    readonly evidence?: readonly string[];
  }): Promise<BlockerController> {
    const { found, evidence = [] } = options;
    const states = await workloadStates(this.#context, found.slice(0, SAMPLE));
    const isWorkload = ({ object }: WorkloadState): boolean => controllerKinds.some((kind) => kindName(kind) === kindName(object));
    const state =
      states.find((one) => isWorkload(one) && one.state === 'RUNNING') ??
      states.find((one) => isWorkload(one) && one.state === 'NOT_READY') ??
      states.find((one) => one.state === 'RUNNING') ??
      states[0];
    if (state === undefined) throw new Error('One workload at least is there.');
    const { object, desired, ready } = state;
    const name = options.name ?? object.name;
    const counted = `${objectName(object)}: ${ready} of ${desired} replicas ready`;
    return { name, ...state, evidence: [...evidence, counted, ...(state.state === 'NOT_READY' ? await this.#illness(object) : [])] };
  }

  /** Why it does not run, as its health says: what is to be mended first. */
  async #illness({ id, health }: ObjectRow): Promise<readonly string[]> {
    if (health === null || health === 'HEALTHY') return [];
    const [said] = await this.#context.reader.health([id]);
    return said?.message == null ? [] : [said.message];
  }

  async #index(): Promise<WorkloadIndex> {
    this.#workloads ??= await indexWorkloads(this.#context);
    return this.#workloads;
  }
}

/** What must have been captured before nobody being known proves anything. */
const tellingKinds = [...controllerKinds, role, clusterRole];

function attributed(controller: BlockerController | null, evidence: readonly string[] = []): Attribution {
  return { controller, evidence, gaps: [] };
}

function absentController(options: { readonly name: string; readonly isProved: boolean; readonly evidence: string }): BlockerController {
  const { name, isProved, evidence } = options;
  return { name, object: null, desired: null, ready: null, state: isProved ? 'ABSENT' : 'UNKNOWN', evidence: [evidence] };
}

function attributionKey({ object, finalizer }: HeldBy): string {
  return `${finalizer} ${kindName(object)}`;
}

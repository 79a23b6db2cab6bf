import type { ServedResource } from '../../bundle/discovery.ts';
import { ProblemLog } from '../../bundle/problem-log.ts';
import type { InputLimits } from '../../records/input-limits.ts';
import { optional } from '../../records/json-fields.ts';
import type { JsonObject, RecordBatch, SnapshotStart } from '../../records/record.ts';
import type { LayoutInput } from '../layout.ts';
import { Coverage, type KindCoverage } from './coverage.ts';
import type { Definition } from './definitions.ts';
import { HeldCopies } from './held-copies.ts';
import { troubleshootOutcomes } from './outcomes.ts';
import { parsePath, type TroubleshootPath } from './paths.ts';
import { PodsSeen } from './pods-seen.ts';

/** What the tool's redactors write in place of a value. */
export const REDACTION_MARK = '***HIDDEN***';

/** What is known while a support bundle is read; its entries come in any order. */
export class TroubleshootReading {
  readonly limits: InputLimits;
  readonly problems: ProblemLog = new ProblemLog();
  readonly coverage: Coverage = new Coverage();
  readonly copies: HeldCopies = new HeldCopies();
  readonly pods: PodsSeen = new PodsSeen();
  readonly definitions: Definition[] = [];
  readonly namespaces: Set<string> = new Set();
  /** Joined names of logs whose pods may still come. */
  readonly waitingLogs: {
    readonly namespace: string;
    readonly name: string;
    readonly path: string;
    readonly chunks: readonly Uint8Array[];
  }[] = [];
  served: ServedResource[] | null = null;
  failedGroups: readonly { readonly group: string; readonly version: string; readonly message: string }[] = [];
  tool: string | null = null;
  serverVersion: JsonObject | null = null;
  /** Objects that hold the redaction mark. */
  redacted = 0;
  readonly #name: string;
  readonly #paths = new Set<string>();
  readonly #links = new Map<string, string>();
  #cut: string | null = null;

  constructor({ capture, limits }: LayoutInput) {
    this.#name = capture.name;
    this.limits = limits;
  }

  start(): SnapshotStart {
    return {
      type: 'snapshot',
      snapshot: 0,
      format: 'troubleshoot',
      name: this.#name,
      ...optional('tool', this.tool),
      ...optional('serverVersion', this.serverVersion),
      ...(this.redacted === 0 ? {} : { redaction: { tool: 'troubleshoot', mark: REDACTION_MARK, counts: { objects: this.redacted } } }),
    };
  }

  isFirst(path: string): boolean {
    const first = !this.#paths.has(path);
    this.#paths.add(path);
    if (!first) this.skipped('ENTRY_DUPLICATE', path, 'the bundle holds an entry of this name already');
    return first;
  }

  /** The logs collector's links lead to files that are read where they lie. */
  link(path: string, target: string): void {
    this.#links.set(path, target);
  }

  cutOff(message: string): void {
    this.#cut = message;
    this.problems.add({ severity: 'error', code: 'CUT', message: `${this.#name} is cut: ${message}. What came before was kept.` });
  }

  entryCut(path: string, message: string): void {
    this.unread(path);
    this.problems.add({ severity: 'error', code: 'ENTRY_CUT', message: `${path} was dropped: ${message}.`, origin: { entry: path } });
  }

  /** An entry that was refused or cut: what it holds of a kind proves no absence. */
  unread(path: string): void {
    const coverage = this.#coverageOf(parsePath(path));
    if (coverage !== null && !coverage.kind.files.has(coverage.namespace))
      coverage.kind.files.set(coverage.namespace, { list: {}, items: 0, whole: false });
  }

  listCut(path: string, message: string): void {
    this.problems.add({
      severity: 'error',
      code: 'ENTRY_CUT',
      message: `${path} is incomplete: ${message}. What came before was kept.`,
      origin: { entry: path },
    });
  }

  skipped(code: string, path: string, reason: string): void {
    this.problems.add({ severity: 'warning', code, message: `${path} was skipped: ${reason}.`, origin: { entry: path } });
  }

  close(): RecordBatch {
    for (const [path, target] of this.#links) {
      if (!this.#paths.has(target) && !this.#links.has(target))
        this.skipped('LINK_TARGET_MISSING', path, `it is a link to ${target}, which is not in the bundle`);
    }
    const outcomes = troubleshootOutcomes({
      coverage: this.coverage,
      definitions: this.definitions,
      served: this.served,
      failedGroups: this.failedGroups,
      namespaces: this.#allNamespaces(),
      cut: this.#cut !== null,
    });
    const cut = this.#cut;
    const end = { type: 'end' as const, snapshot: 0, finished: cut === null, ...(cut === null ? {} : { complete: false, reason: cut }) };
    return [this.start(), ...outcomes, ...this.problems.take(), ...this.problems.summaries(), end];
  }

  #coverageOf(path: TroubleshootPath): { readonly kind: KindCoverage; readonly namespace: string } | null {
    if (path.holds === 'objects') return { kind: this.coverage.ofKind(path.kind), namespace: path.namespace ?? '' };
    if (path.holds === 'customResources') return { kind: this.coverage.ofDefinition(path.definition), namespace: path.namespace ?? '' };
    return null;
  }

  /** Only a NamespaceList names all; an array or a single one are those that were asked for. */
  #allNamespaces(): ReadonlySet<string> | null {
    for (const [kind, { files }] of this.coverage.kinds) {
      const file = kind.kind === 'Namespace' ? files.get('') : undefined;
      if (file?.whole === true && file.list.kind !== undefined) return this.namespaces;
    }
    return null;
  }
}

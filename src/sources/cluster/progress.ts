/** How far a capture is. */
export interface CaptureProgress {
  readonly phase: 'connecting' | 'discovery' | 'openapi' | 'objects' | 'logs' | 'statistics' | 'done';
  readonly resources: Share;
  readonly logs: Share;
  readonly objects: number;
  /** Of objects and logs, as they go to the bundle. */
  readonly bytes: number;
  /** What is under way, the slowest first: its name, and since when (epoch milliseconds). */
  readonly underWay: readonly { readonly name: string; readonly since: number }[];
}

export interface Share {
  readonly done: number;
  readonly total: number;
}

/** Counts, and tells after each change. */
export class ProgressMeter {
  readonly #tell: (progress: CaptureProgress) => void;
  readonly #underWay = new Map<symbol, { readonly name: string; readonly since: number }>();
  #phase: CaptureProgress['phase'] = 'connecting';
  #resources: Share = { done: 0, total: 0 };
  #logs: Share = { done: 0, total: 0 };
  #objects = 0;
  #bytes = 0;

  constructor(tell: (progress: CaptureProgress) => void = () => undefined) {
    this.#tell = tell;
  }

  enter(phase: CaptureProgress['phase']): void {
    this.#phase = phase;
    this.#changed();
  }

  expect(what: 'resources' | 'logs', more: number): void {
    this.#add(what, { done: 0, total: more });
  }

  took(counts: { readonly objects?: number; readonly bytes?: number }): void {
    this.#objects += counts.objects ?? 0;
    this.#bytes += counts.bytes ?? 0;
    this.#changed();
  }

  /** Runs the work as one of `what`, under its name. */
  async during<Result>(what: 'resources' | 'logs' | null, name: string, work: () => Promise<Result>): Promise<Result> {
    const key = Symbol(name);
    this.#underWay.set(key, { name, since: Date.now() });
    this.#changed();
    try {
      return await work();
    } finally {
      this.#underWay.delete(key);
      if (what !== null) this.#add(what, { done: 1, total: 0 });
    }
  }

  #add(what: 'resources' | 'logs', more: Share): void {
    const sum = (before: Share): Share => ({ done: before.done + more.done, total: before.total + more.total });
    if (what === 'resources') this.#resources = sum(this.#resources);
    else this.#logs = sum(this.#logs);
    this.#changed();
  }

  #changed(): void {
    this.#tell({
      phase: this.#phase,
      resources: this.#resources,
      logs: this.#logs,
      objects: this.#objects,
      bytes: this.#bytes,
      // The order of a Map is that of insertion: the oldest is the slowest.
      underWay: [...this.#underWay.values()],
    });
  }
}

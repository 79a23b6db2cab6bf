/** A resource that is followed: all of it, or where that is denied, or not asked for, namespace by namespace. */
import type { ResourceOutcome } from '../../../records/record.ts';
import type { ApiResource } from '../discovery/api-resource.ts';
import { excludedOutcome, goneOutcome } from '../lists/list-outcome.ts';
import type { FollowContext, FollowHooks } from './follow-context.ts';
import { Follower } from './follower.ts';

export interface FollowedResourceOptions {
  readonly resource: ApiResource;
  readonly context: FollowContext;
  readonly hooks: FollowHooks;
  /** Those there are, as far as anybody told. */
  readonly namespaces: () => readonly string[];
  /** Told what no retry can mend. */
  readonly onError: (error: unknown) => void;
}

interface Running {
  readonly follower: Follower;
  readonly done: Promise<void>;
  /** Resolves when it has ended. */
  stop(reason: unknown): Promise<void>;
}

export class FollowedResource {
  readonly resource: ApiResource;
  readonly #given: FollowedResourceOptions;
  #whole: Running | null = null;
  readonly #single = new Map<string, Running>();
  /** The list over all namespaces is denied: each is tried. */
  #isDenied = false;

  constructor(given: FollowedResourceOptions) {
    this.resource = given.resource;
    this.#given = given;
  }

  /** Resolves when the first lists have ended, well or not. */
  async start(): Promise<void> {
    const { context, hooks } = this.#given;
    const { resource } = this;
    const asked = context.options.namespaces;
    if (resource.namespaced && asked.length > 0) {
      await context.outlet.push([excludedOutcome(resource, `-n ${asked.join(' -n ')}`)]);
      for (const namespace of asked) this.#single.set(namespace, this.#run(namespace, {}));
    } else {
      this.#whole = this.#run(null, {
        ...hooks,
        onDenied: () => this.#denied(),
        onListed: (keys) => {
          this.#allowed();
          hooks.onListed?.(keys);
        },
      });
    }
    await this.#whole?.follower.first;
    await Promise.all([...this.#single.values()].map(({ follower }) => follower.first));
  }

  /** Namespaces have come or gone. */
  namespacesChanged(): void {
    if (!this.#isDenied || !this.resource.namespaced) return;
    const names = new Set(this.#given.namespaces());
    for (const name of names) if (!this.#single.has(name)) this.#single.set(name, this.#run(name, {}));
    for (const [name, running] of this.#single) if (!names.has(name)) this.#end(name, running);
  }

  /** Resolves when nothing of it is under way any more. */
  async stop(reason: unknown): Promise<void> {
    const running = [...(this.#whole === null ? [] : [this.#whole]), ...this.#single.values()];
    await Promise.all(running.map((one) => one.stop(reason)));
  }

  /** After a stop: the server has no such resource any more, and nothing of it. */
  async gone(): Promise<void> {
    const { context } = this.#given;
    const { group, version, resource } = this.resource;
    for (const { follower } of this.#single.values()) await follower.forget();
    const row: ResourceOutcome = goneOutcome(this.resource);
    await context.outlet.push([{ type: 'sync', snapshot: 0, resource: { group, version, resource }, resourceVersion: '' }, row]);
    context.options.onStanding?.({ group, version, resource, namespace: null, state: 'gone', since: Date.now() });
  }

  #denied(): void {
    this.#isDenied = true;
    this.#given.hooks.onDenied?.();
    this.namespacesChanged();
  }

  /** What was tried for each namespace is not needed any more: the list over all of them tells more. */
  #allowed(): void {
    this.#isDenied = false;
    for (const [name, running] of this.#single) {
      this.#single.delete(name);
      void running.stop(new Error('the list over all namespaces is allowed'));
    }
  }

  #end(name: string, running: Running): void {
    this.#single.delete(name);
    running.stop(new Error(`namespace ${name} is gone`)).then(() => running.follower.forget(), this.#given.onError);
  }

  #run(namespace: string | null, hooks: FollowHooks): Running {
    const { context, onError } = this.#given;
    const controller = new AbortController();
    const follower = new Follower({ resource: this.resource, namespace, context, hooks, signal: controller.signal });
    const done = follower.run().catch(onError);
    const stop = async (reason: unknown): Promise<void> => {
      controller.abort(reason);
      await done;
    };
    return { follower, done, stop };
  }
}

/** Follows one collection, all of a resource or what one namespace has of it: a list, then a watch from there, and again where that is lost. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { ResourceOutcome, SnapshotRecord } from '../../../records/record.ts';
import type { ApiResource } from '../discovery/api-resource.ts';
import { ApiFault } from '../http/fault.ts';
import { keyOf } from '../lists/handed-keys.ts';
import { listOutcome } from '../lists/list-outcome.ts';
import { type ListEnd, listPages } from '../lists/list-pages.ts';
import { objectRecords } from '../lists/object-records.ts';
import { stepAfter } from './after-watch.ts';
import { BackOff, spread } from './back-off.ts';
import { changeRecords, deletedRecords } from './change-records.ts';
import type { FollowContext, FollowHooks } from './follow-context.ts';
import { ListedKeys } from './listed-keys.ts';
import { CollectionStanding } from './standing.ts';
import { type WatchEnd, watchCollection } from './watch-collection.ts';
import type { ObjectEvent } from './watch-event.ts';

export interface FollowerOptions {
  readonly resource: ApiResource;
  /** Null: all namespaces, or the cluster's scope. */
  readonly namespace: string | null;
  readonly context: FollowContext;
  readonly hooks: FollowHooks;
  /** Aborted: it is not followed any more. */
  readonly signal: AbortSignal;
}

/** A list that took long is not made again before this many times as long. */
const REST_AFTER_LIST = 10;
/** A watch that lasted for so many milliseconds was none that fails again and again. */
const GOOD_WHILE = 5_000;

export class Follower {
  readonly #given: FollowerOptions;
  readonly #keys = new ListedKeys();
  readonly #standing: CollectionStanding;
  readonly #backOff = new BackOff();
  readonly #first: Promise<void>;
  #endFirst: () => void = () => undefined;
  /** Watches in a row that brought nothing that could be read. */
  #fruitless = 0;
  /** Why it is not watched for now, and until when (milliseconds as `performance.now` counts them). */
  #unwatched: { readonly why: string; readonly until: number } | null = null;

  constructor(given: FollowerOptions) {
    const { resource, namespace, context } = given;
    const tell = context.options.onStanding ?? ((): undefined => undefined);
    this.#given = given;
    this.#standing = new CollectionStanding({ resource, namespace, hand: (row) => this.#push([row]), tell });
    this.#first = new Promise((resolve) => (this.#endFirst = resolve));
  }

  /** The first list has ended, well or not. */
  get first(): Promise<void> {
    return this.#first;
  }

  /** Until the signal is aborted; rejects with what no retry can mend: the disk is full. */
  async run(): Promise<void> {
    const { signal } = this.#given;
    try {
      while (!signal.aborted) await this.#round();
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      this.#endFirst();
    }
  }

  /** After the end: tells that nothing of it is there any more. */
  async forget(): Promise<void> {
    this.#keys.abandon();
    await this.#push(deletedRecords(this.#given.resource, this.#keys.complete()));
  }

  async #round(): Promise<void> {
    const begun = performance.now();
    const list = await this.#list();
    if (list === null) return;
    const pollPause = Math.max(spread(this.#given.context.options.pollEvery), REST_AFTER_LIST * (performance.now() - begun));
    if (list.isWatchable) await this.#watchFrom(list.resourceVersion);
    else await this.#pause(pollPause);
  }

  /** Null where there is none, after the pause that this asks for. */
  async #list(): Promise<{ readonly resourceVersion: string; readonly isWatchable: boolean } | null> {
    const { resource, namespace, context, hooks, signal } = this.#given;
    const listedFrom = Date.now();
    this.#keys.abandon();
    const end = await context.lists.add(() => this.#pages());
    const row = listOutcome({ resource, namespace, end, listedFrom, labelSelector: undefined });
    if (end.error !== null) {
      // What ended us is no news of the server; how far the list had come is.
      await this.#standing.notListed(row);
      signal.throwIfAborted();
      if (end.error instanceof ApiFault && end.error.httpStatus === FORBIDDEN) hooks.onDenied?.();
      this.#endFirst();
      return await this.#notListed(row, end.error);
    }
    const resourceVersion = end.resourceVersion ?? '';
    const why = this.#whyNotWatched(resourceVersion);
    await this.#whole(row, resourceVersion, why);
    this.#endFirst();
    return { resourceVersion, isWatchable: why === null };
  }

  async #pages(): Promise<ListEnd> {
    const { resource, namespace, context } = this.#given;
    const { server, options, temporaryPath, meter } = context;
    return await listPages({
      server: server.current,
      resource,
      namespace,
      labelSelector: undefined,
      pageSize: options.pageSize,
      temporaryPath,
      onRestart: () => this.#keys.abandon(),
      take: async (items) => {
        for (const item of items) this.#keys.add(keyOf(item));
        meter.add('objects', items.length);
        await this.#push(objectRecords(resource, items));
      },
    });
  }

  async #notListed({ outcome }: ResourceOutcome, error: unknown): Promise<null> {
    const { hooks, context } = this.#given;
    if (outcome === 'not_served') hooks.onNotServed?.();
    const retryAfter = error instanceof ApiFault ? error.retryAfter : undefined;
    await this.#pause(outcome === 'denied' ? spread(context.options.retryRefused) : this.#backOff.next(retryAfter));
    return null;
  }

  /** The mark behind a list says that it named all there is. It speaks of all namespaces: of one alone, what is gone is told one by one. */
  async #whole(row: ResourceOutcome, resourceVersion: string, why: string | null): Promise<void> {
    const { resource, namespace, hooks } = this.#given;
    const { group, version, resource: name } = resource;
    const gone: SnapshotRecord[] = deletedRecords(resource, this.#keys.complete());
    if (namespace === null) gone.push({ type: 'sync', snapshot: 0, resource: { group, version, resource: name }, resourceVersion });
    await this.#push(gone);
    hooks.onListed?.(this.#keys.keys);
    if (namespace === null) this.#keys.forget();
    await this.#standing.listed(row, why);
  }

  #whyNotWatched(resourceVersion: string): string | null {
    const { verbs } = this.#given.resource;
    if (!verbs.includes('watch')) return 'it cannot be watched';
    if (resourceVersion === '') return 'its lists do not say from where to watch';
    const unwatched = this.#unwatched;
    return unwatched !== null && performance.now() < unwatched.until ? unwatched.why : null;
  }

  /** Until what came meanwhile is not known any more, or it cannot be watched. */
  async #watchFrom(listedAt: string): Promise<void> {
    const { context } = this.#given;
    if (!context.watches.take()) return void (await this.#poll('there are as many watches as there may be'));
    try {
      let from: string | null = listedAt;
      while (from !== null) from = await this.#watchOnce(from);
    } finally {
      context.watches.give();
    }
  }

  /** From where to go on; null where that is not known. */
  async #watchOnce(resourceVersion: string): Promise<string | null> {
    const { resource, namespace, context, signal } = this.#given;
    const end = await watchCollection({
      server: context.server.current,
      resource,
      namespace,
      resourceVersion,
      idle: context.options.silence,
      signal,
      onAlive: () => this.#standing.alive(),
      take: (changes) => this.#take(changes),
    });
    const step = stepAfter(end, this.#fruitless);
    this.#fruitless = end.wasAlive ? 0 : this.#fruitless + 1;
    if (step === 'poll') return await this.#poll(end.fault?.message ?? '');
    await this.#rest(end);
    return step === 'resume' ? end.resourceVersion : null;
  }

  /** A watch that was alive and is lost is made again soon: only where that fails what is known grows old. */
  async #rest({ wasAlive, lasted, fault }: WatchEnd): Promise<void> {
    if (lasted >= GOOD_WHILE) this.#backOff.reset();
    if (fault === null && lasted >= GOOD_WHILE) return;
    if (fault !== null && !wasAlive && fault.httpStatus !== GONE) await this.#standing.notWatched(fault);
    await this.#pause(this.#backOff.next(fault?.retryAfter));
  }

  async #poll(why: string): Promise<null> {
    const { pollEvery, retryRefused } = this.#given.context.options;
    this.#unwatched = { why, until: performance.now() + spread(retryRefused) };
    this.#fruitless = 0;
    this.#standing.polled(why);
    await this.#pause(spread(pollEvery));
    return null;
  }

  async #take(changes: readonly ObjectEvent[]): Promise<void> {
    const { resource, namespace, context, hooks } = this.#given;
    context.meter.add('changes', changes.length);
    await this.#push(changeRecords(resource, changes));
    for (const { key, operation } of changes) {
      const exists = operation !== 'deleted';
      hooks.onChange?.(key, exists);
      if (namespace === null) continue;
      if (exists) this.#keys.add(key);
      else this.#keys.delete(key);
    }
  }

  async #push(records: readonly SnapshotRecord[]): Promise<void> {
    if (records.length > 0) await this.#given.context.outlet.push(records);
  }

  /** Rejects with the signal's reason where that is aborted. */
  async #pause(milliseconds: number): Promise<void> {
    const { signal } = this.#given;
    await sleep(milliseconds, undefined, { signal });
  }
}

const FORBIDDEN = 403;
const GONE = 410;

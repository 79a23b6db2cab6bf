/** All that is followed of a cluster: which resources there are, as that changes, each followed for itself. */
import type { SnapshotRecord } from '../../../records/record.ts';
import { type ApiResource, groupVersionText, resourceText } from '../discovery/api-resource.ts';
import { type Discovery, discover } from '../discovery/discover.ts';
import { answeredOutcome, discoveryDocument, unansweredOutcome } from '../discovery/discovery-records.ts';
import type { GroupVersion } from '../discovery/group-version.ts';
import { isMeasurement } from '../documents/measurements.ts';
import { ApiFault } from '../http/fault.ts';
import { isNamespaces } from '../lists/known-namespaces.ts';
import { excludedOutcome, failedOutcome } from '../lists/list-outcome.ts';
import { planResources, type ResourcePlan } from '../lists/resource-plan.ts';
import type { FollowContext, FollowHooks } from './follow-context.ts';
import { FollowedResource } from './followed-resource.ts';
import type { LastingServer } from './lasting-server.ts';
import { Rediscovery } from './rediscovery.ts';

export interface FollowingOptions {
  readonly context: FollowContext;
  readonly discovery: Discovery;
  readonly plans: readonly ResourcePlan[];
  /** For discovery that is asked again: with little patience, for it is asked again anyhow. */
  readonly hasty: LastingServer;
  /** Aborted: nothing is followed any more. */
  readonly signal: AbortSignal;
}

/** What is served changes with these. Sources: apiextensions, CustomResourceDefinition; kube-aggregator, APIService. */
const DEFINITIONS: ReadonlySet<string> = new Set(['customresourcedefinitions.apiextensions.k8s.io', 'apiservices.apiregistration.k8s.io']);

export class Following {
  readonly #given: FollowingOptions;
  /** By `group/resource`. */
  readonly #followed = new Map<string, FollowedResource>();
  readonly #excluded = new Set<string>();
  #unanswered: ReadonlyMap<string, GroupVersion> = new Map();
  /** Null: nobody told. */
  #namespaces: Set<string> | null = null;
  readonly #rediscovery: Rediscovery;
  #fail: (error: unknown) => void = () => undefined;

  constructor(given: FollowingOptions) {
    this.#given = given;
    const { signal, context } = given;
    this.#rediscovery = new Rediscovery({ signal, every: context.options.discoverEvery, discover: () => this.#discoverAgain() });
  }

  /** Until the signal is aborted; rejects with what no retry can mend. */
  async run(): Promise<void> {
    const { signal, discovery, plans } = this.#given;
    const failed = new Promise<never>((_, reject) => (this.#fail = reject));
    try {
      await Promise.race([this.#begin(discovery, plans).then(() => this.#rediscovery.run()), failed]);
    } finally {
      await Promise.all([...this.#followed.values()].map((one) => one.stop(signal.reason)));
    }
  }

  /** Lists of one namespace each need their names. */
  async #begin(discovery: Discovery, plans: readonly ResourcePlan[]): Promise<void> {
    await this.#hand(discoveryDocument(discovery));
    await this.#tellUnanswered(discovery);
    const isFirst = ({ resource }: ResourcePlan): boolean => isNamespaces(resource);
    this.#given.context.meter.add('resources', plans.filter((plan) => reasonAgainst(plan) === null).length);
    await Promise.all(plans.filter(isFirst).map((plan) => this.#follow(plan)));
    // They go on for as long as they are followed.
    for (const plan of plans.filter((one) => !isFirst(one))) this.#follow(plan).catch(this.#fail);
  }

  /** Resolves when its first list has ended. */
  async #follow(plan: ResourcePlan): Promise<void> {
    const { context, signal } = this.#given;
    const { resource } = plan;
    const reason = reasonAgainst(plan);
    if (reason !== null) return await this.#exclude(resource, reason);
    const followed = new FollowedResource({
      resource,
      context,
      hooks: this.#hooksOf(resource),
      namespaces: () => [...(this.#namespaces ?? [context.options.identity.namespace ?? 'default'])],
      onError: (error) => this.#fail(error),
    });
    if (signal.aborted) return await this.#hand([failedOutcome({ resource, namespace: null, error: signal.reason })]);
    this.#followed.set(resourceText(resource), followed);
    await followed.start();
    // What ends because all ends has not come to the end of its list.
    if (!signal.aborted) context.meter.add('listed', 1);
  }

  async #exclude(resource: ApiResource, reason: string): Promise<void> {
    const name = `${resource.version} ${resourceText(resource)}`;
    if (this.#excluded.has(name)) return;
    this.#excluded.add(name);
    await this.#hand([excludedOutcome(resource, reason)]);
  }

  #hooksOf(resource: ApiResource): FollowHooks {
    const onNotServed = (): void => this.#rediscovery.news();
    if (isNamespaces(resource)) return { onNotServed, ...this.#namespaceHooks() };
    if (!DEFINITIONS.has(resourceText(resource))) return { onNotServed };
    return { onNotServed, onListed: onNotServed, onChange: onNotServed };
  }

  #namespaceHooks(): FollowHooks {
    return {
      onListed: (keys) => this.#namespacesAre(new Set([...keys].map((key) => key.slice(1)))),
      onChange: (key, exists) => {
        const names = this.#namespaces ?? new Set();
        const isNews = exists ? !names.has(key.slice(1)) : names.has(key.slice(1));
        if (exists) names.add(key.slice(1));
        else names.delete(key.slice(1));
        if (isNews) this.#namespacesAre(names);
      },
    };
  }

  #namespacesAre(names: Set<string>): void {
    this.#namespaces = names;
    for (const followed of this.#followed.values()) followed.namespacesChanged();
  }

  /** A server that is away is noticed by all else. */
  async #discoverAgain(): Promise<void> {
    const { hasty, context } = this.#given;
    try {
      const discovery = await discover(hasty.current);
      const plans = planResources(discovery.resources, { ...context.options, isTolerant: true });
      await this.#tellUnanswered(discovery);
      await this.#leave(discovery, plans);
      this.#followNew(plans);
    } catch (error) {
      if (!(error instanceof ApiFault) && !this.#given.signal.aborted) throw error;
    }
  }

  /** What a group serves that does not answer is not known: it is followed still. */
  async #leave(discovery: Discovery, plans: readonly ResourcePlan[]): Promise<void> {
    const unanswered = new Set(discovery.failures.map(groupVersionText));
    for (const [name, followed] of this.#followed) {
      const now = plans.find(({ resource }) => resourceText(resource) === name)?.resource;
      if (now === undefined && unanswered.has(groupVersionText(followed.resource))) continue;
      if (now !== undefined && isSame(now, followed.resource)) continue;
      this.#followed.delete(name);
      await followed.stop(new Error('it is not served any more'));
      // In another version the same objects are listed at once.
      if (now === undefined) await followed.gone();
      else if (now.version !== followed.resource.version)
        await this.#hand([excludedOutcome(followed.resource, `the same objects as in version ${now.version}`)]);
    }
  }

  #followNew(plans: readonly ResourcePlan[]): void {
    for (const plan of plans) {
      if (this.#followed.has(resourceText(plan.resource))) continue;
      if (reasonAgainst(plan) === null) this.#given.context.meter.add('resources', 1);
      this.#follow(plan).catch(this.#fail);
    }
  }

  /** A group that did not answer has a row; when it answers again, that row says so. */
  async #tellUnanswered({ failures }: Discovery): Promise<void> {
    const before = this.#unanswered;
    const now = new Map(failures.map((failure) => [groupVersionText(failure), failure]));
    this.#unanswered = now;
    const news = failures.filter((failure) => !before.has(groupVersionText(failure)));
    const answered = [...before.entries()].flatMap(([name, failure]) => (now.has(name) ? [] : [failure]));
    await this.#hand([...news.map(unansweredOutcome), ...answered.map(answeredOutcome)]);
  }

  async #hand(records: readonly SnapshotRecord[]): Promise<void> {
    if (records.length > 0) await this.#given.context.outlet.push(records);
  }
}

/** Why a resource is not followed; null where it is. */
function reasonAgainst({ resource, excluded }: ResourcePlan): string | null {
  return excluded ?? (isMeasurement(resource) ? 'measured on each call, and not followed' : null);
}

/** Followed in the same way. */
function isSame(a: ApiResource, b: ApiResource): boolean {
  return (
    a.version === b.version && a.kind === b.kind && a.namespaced === b.namespaced && a.verbs.includes('watch') === b.verbs.includes('watch')
  );
}

/** What scripts/cluster offers to tests, in types; index.d.mts names the functions. */
import type { IncomingHttpHeaders } from 'node:http';

export type ComponentName = 'etcd' | 'apiserver' | 'controller-manager' | 'scheduler';

export type KwokName = 'kwok' | `kwok-${string}`;

/** By the name of the flag without its dashes; `null` takes out one of ours, an array gives a flag several times. */
export type Flags = Readonly<Record<string, string | readonly string[] | null>>;

export interface ControlPlaneOptions {
  /** Kept at the end, and continued where a cluster was in it; else a new folder for temporary files, gone at the end. */
  readonly folder?: string;
  /** etcd and the API server where left out: then nothing changes by itself. */
  readonly components?: readonly ComponentName[];
  readonly flags?: Readonly<Partial<Record<ComponentName, Flags>>>;
  /** How long a component may take until it is ready; a minute where left out. */
  readonly deadlineMs?: number;
}

export interface KwokOptions {
  /** Several may share the nodes of one cluster, each under a name of its own; `kwok` where left out. */
  readonly name?: KwokName;
  /** A file of Stage objects, ours where left out. */
  readonly stages?: string;
  /** Over ours, by which it manages all nodes. */
  readonly flags?: Flags;
}

/** PEM. */
export interface KeyPair {
  readonly certificate: string;
  readonly key: string;
}

export interface CertificateRequest {
  /** Like `O=system:masters, CN=admin`. */
  readonly subject: string;
  readonly dnsNames?: readonly string[];
  readonly ipAddresses?: readonly string[];
  /** Of validity; ten years where left out. */
  readonly days?: number;
}

export interface Authority extends KeyPair {
  issue(request: CertificateRequest): Promise<KeyPair>;
}

export interface KubeconfigOptions {
  /** Of the API server where left out: name a proxy here. */
  readonly server?: string;
  /** PEM; of the cluster where left out. */
  readonly ca?: string;
  /** A bearer token; the admin's certificate where left out. */
  readonly token?: string;
  readonly namespace?: string;
}

export interface ControlPlane {
  /** https://127.0.0.1:PORT */
  readonly server: string;
  /** http://127.0.0.1:PORT, without a password. */
  readonly etcd: string;
  /** The certificate of the cluster's authority, PEM. */
  readonly ca: string;
  /** Client certificate of the group system:masters. */
  readonly admin: KeyPair;
  /** Path of the admin's kubeconfig. */
  readonly kubeconfig: string;
  readonly folder: string;
  /** As the admin. */
  readonly api: Api;
  /** kubectl of the server's version, as the admin; rejects where it fails. */
  kubectl(args: readonly string[], options?: { readonly input?: string }): Promise<string>;
  /** The end of a component's log. */
  log(component: ComponentName | KwokName): string;
  /** Starts a component, again or for the first time, and waits until it is ready. */
  start(component: ComponentName): Promise<void>;
  /** Ends a component and waits until it is gone; SIGTERM where left out. */
  stop(component: ComponentName | KwokName, signal?: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): Promise<void>;
  /** kwok plays the kubelets of all nodes, or of those that its flags name. */
  startKwok(options?: KwokOptions): Promise<void>;
  /** A token of a ServiceAccount, by TokenRequest; the account is made where it is absent. */
  tokenFor(namespace: string, name: string): Promise<string>;
  /** Writes a kubeconfig into the cluster's folder and answers its path. */
  kubeconfigWith(options: KubeconfigOptions): string;
  /** Ends all components at once, as a crash does; the folder stays until `close`. */
  kill(): Promise<void>;
  /** Ends everything; a folder of our own is removed. */
  close(): Promise<void>;
}

/** As the server answers it; lists and Status too, as far as they have these fields. */
export interface KubeObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly uid: string;
    readonly resourceVersion: string;
    readonly continue?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly [field: string]: unknown;
  };
  readonly [field: string]: unknown;
}

export interface ApiRequest {
  readonly method?: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  /** Of silence until it is given up; two minutes where left out. */
  readonly timeoutMs?: number;
}

export interface ApiResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export type Patch = 'apply' | 'json' | 'merge' | 'strategic';

export interface ApiOptions {
  readonly server: string;
  /** PEM. */
  readonly ca: string;
  readonly token?: string;
  readonly admin?: KeyPair;
  /** Connections at once; 16 where left out. */
  readonly connections?: number;
  /** Also the name that stands in managedFields. */
  readonly userAgent?: string;
}

export interface NewObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name?: string; readonly namespace?: string; readonly [field: string]: unknown };
  readonly [field: string]: unknown;
}

export interface Api {
  /** Any answer, an error's too. */
  request(request: ApiRequest): Promise<ApiResponse>;
  /** The methods below reject with an ApiError where the server refuses. */
  get(path: string, query?: ApiRequest['query']): Promise<KubeObject>;
  /** All items, page after page, of 500 where no limit is given. */
  list(path: string, query?: ApiRequest['query']): Promise<KubeObject[]>;
  /** Its path, from the server's own discovery. */
  pathOf(object: NewObject): Promise<string>;
  create(object: NewObject, query?: ApiRequest['query']): Promise<KubeObject>;
  /** Server-side apply. */
  apply(object: NewObject, fieldManager?: string): Promise<KubeObject>;
  patch(path: string, patch: unknown, type?: Patch): Promise<KubeObject>;
  delete(path: string, options?: unknown): Promise<KubeObject>;
  close(): void;
}

export type FaultAction =
  /** No answer, or none after so many bytes of the body, until the client or the proxy gives up. */
  | { readonly type: 'hang'; readonly afterBytes?: number }
  /** The connection is destroyed: before the answer where `afterBytes` is left out, else after its head and so many bytes of the body. */
  | { readonly type: 'cut'; readonly afterBytes?: number }
  /** The API server is not asked. A body that is no string goes out as JSON. */
  | { readonly type: 'answer'; readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: unknown }
  /** The API server is asked that much later. */
  | { readonly type: 'delay'; readonly ms: number }
  /** The body comes no faster than this. */
  | { readonly type: 'drip'; readonly bytesPerSecond: number };

export interface FaultMatch {
  readonly method?: string;
  /** The whole path without the query, or a pattern of it. */
  readonly path: string | RegExp;
  /** Parameters as they must be; `null`: must not be there. */
  readonly query?: Readonly<Record<string, string | RegExp | null>>;
}

export interface Fault {
  readonly match: FaultMatch;
  /** So many matching requests pass first; 0 where left out. */
  readonly after?: number;
  /** For so many it then happens; for all where left out. */
  readonly times?: number;
  readonly action: FaultAction;
}

/** A request as the proxy saw it; what is `null` has not come yet. */
export interface ProxiedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** `null` too where it never got an answer. */
  readonly status: number | null;
  /** Milliseconds since the epoch. */
  readonly begun: number;
  readonly ended: number | null;
  /** Of the body, as sent to the client. */
  readonly bytes: number;
  /** True where the whole answer went out. */
  readonly finished: boolean;
  /** What was done to it. */
  readonly fault: FaultAction['type'] | null;
}

export interface FaultProxyOptions {
  readonly controlPlane: Pick<ControlPlane, 'server' | 'ca' | 'admin' | 'folder'>;
  /** The first that applies to a request is the one. */
  readonly faults?: readonly Fault[];
  /** Asks the API server for bodies that are not compressed, so that numbers of bytes are places in the JSON. */
  readonly uncompressed?: boolean;
}

export interface FaultProxy {
  /** https://127.0.0.1:PORT, with a certificate of the cluster's authority. */
  readonly server: string;
  /** In the order in which they came; each changes until it has ended. */
  readonly requests: readonly ProxiedRequest[];
  /** Requests under way keep the fault that they have; counting begins anew. */
  setFaults(faults: readonly Fault[]): void;
  /** Ends hanging connections too. */
  close(): Promise<void>;
}

export interface SeedOptions {
  /** One that was not seeded before. */
  readonly cluster: Pick<ControlPlane, 'api' | 'etcd'>;
  /** How many, all kinds together; 20,000 where left out. */
  readonly objects?: number;
  readonly seed?: string | number;
}

export interface Seeded {
  readonly objects: number;
  readonly byKind: Readonly<Record<string, number>>;
  readonly seconds: number;
}

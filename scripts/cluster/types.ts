/** What scripts/cluster offers to tests, in types; index.d.mts names the functions. */
import type { IncomingHttpHeaders } from 'node:http';

export type ComponentName = 'etcd' | 'apiserver' | 'controller-manager' | 'scheduler';

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

/** PEM. */
export interface KeyPair {
  readonly certificate: string;
  readonly key: string;
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
  log(component: ComponentName | 'kwok'): string;
  /** Starts a component, again or for the first time, and waits until it is ready. */
  start(component: ComponentName): Promise<void>;
  /** Ends a component and waits until it is gone; SIGTERM where left out. */
  stop(component: ComponentName, signal?: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): Promise<void>;
  /** kwok plays the kubelets of all nodes; `stages` is a file of Stage objects, ours where left out. */
  startKwok(options?: { readonly stages?: string }): Promise<void>;
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
  readonly headers?: Readonly<Record<string, string>>;
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

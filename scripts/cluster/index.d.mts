/** The same for TypeScript: the types that scripts/cluster/*.mjs are checked against. */
import type { CrdModule } from './crds/types.ts';
import type {
  Api,
  ApiOptions,
  ApiRequest,
  ApiResponse,
  Authority,
  ControlPlane,
  ControlPlaneOptions,
  FaultProxy,
  FaultProxyOptions,
  Seeded,
  SeedOptions,
} from './types.ts';

export type * from './types.ts';

/** The API server refused: its Status says why. */
export declare class ApiError extends Error {
  constructor(refused: { readonly request: ApiRequest; readonly response: ApiResponse });
  readonly status: number;
  readonly text: string;
}

export declare function createApi(options: ApiOptions): Api;

/** The path of one of the programs: `kubectl`. Throws where it is not built. */
export declare function binary(name: string): string;

/** A certificate authority of its own, in memory. */
export declare function createAuthority(subject: string): Promise<Authority>;

/** False where `npm run cluster:build` has not been run. */
export declare function isBuilt(): boolean;

/** The Go modules that CRDs of the ecosystem come from. */
export declare const crdModules: readonly CrdModule[];

/** False where `npm run cluster:build` has not fetched all of them. */
export declare function hasCrds(): boolean;

/** Paths of the CRD files; throws where they are not there. */
export declare function crdFiles(): readonly string[];

/** Starts a real control plane on the loopback address; several can run side by side. */
export declare function startControlPlane(options?: ControlPlaneOptions): Promise<ControlPlane>;

/** A proxy in front of the API server that does what the server cannot be made to do. Without an Authorization header a request is the admin's. */
export declare function startFaultProxy(options: FaultProxyOptions): Promise<FaultProxy>;

/** Fills a cluster with a realistic mix, written into etcd past the API server's admission, which then serves it; the same for the same seed. */
export declare function seedCluster(options: SeedOptions): Promise<Seeded>;

/** Works through a sequence, so many at once; the first failure ends it. Answers how many there were. */
export declare function each<Item>(options: {
  readonly items: Iterable<Item>;
  readonly atOnce?: number;
  readonly work: (item: Item) => Promise<unknown>;
}): Promise<number>;

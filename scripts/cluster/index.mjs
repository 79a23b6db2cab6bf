/** What tests use of the cluster. */
export { ApiError } from './api/api-error.mjs';
export { createApi } from './api/create-api.mjs';
export { each } from './api/each.mjs';
export { binary, isBuilt } from './binaries.mjs';
export { createAuthority } from './certificates.mjs';
export { startControlPlane } from './control-plane.mjs';
export { crdModules } from './crds/modules.mjs';
export { crdFiles, hasCrds } from './crds/store.mjs';
export { startFaultProxy } from './fault-proxy/start-fault-proxy.mjs';
export { seedCluster } from './seed/seed.mjs';

/** With what each component is started: data, overridden flag by flag. */

/** @typedef {import('./types.ts').ComponentName} ComponentName */
/** @typedef {{ etcd: number, etcdPeer: number, apiserver: number, 'controller-manager': number, scheduler: number }} Ports */

/** @param {{ component: ComponentName, folder: string, ports: Ports, flags?: import('./types.ts').Flags }} options @returns {string[]} */
export function argumentsOf({ component, folder, ports, flags = {} }) {
  return asArguments({ ...defaults[component]({ folder, ports }), ...flags });
}

/** @param {import('./types.ts').Flags} flags @returns {string[]} */
export function asArguments(flags) {
  return Object.entries(flags).flatMap(([name, value]) => (value === null ? [] : [value].flat().map((one) => `--${name}=${one}`)));
}

/** @param {number} port */
const http = (port) => `http://127.0.0.1:${port}`;

/** @type {Readonly<Record<ComponentName, (place: { folder: string, ports: Ports }) => Record<string, string>>>} */
const defaults = {
  etcd: ({ folder, ports }) => ({
    'data-dir': `${folder}/etcd`,
    'listen-client-urls': http(ports.etcd),
    'advertise-client-urls': http(ports.etcd),
    'listen-peer-urls': http(ports.etcdPeer),
    'initial-advertise-peer-urls': http(ports.etcdPeer),
    'initial-cluster': `default=${http(ports.etcdPeer)}`,
    // Nobody needs these data after a power cut.
    'unsafe-no-fsync': 'true',
    'log-level': 'warn',
    'quota-backend-bytes': '8589934592',
  }),
  apiserver: ({ folder, ports }) => ({
    'etcd-servers': http(ports.etcd),
    'secure-port': String(ports.apiserver),
    'bind-address': '127.0.0.1',
    // It refuses a loopback address here; nothing dials this one, which is reserved for documentation.
    'advertise-address': '203.0.113.10',
    'tls-cert-file': `${folder}/pki/apiserver.crt`,
    'tls-private-key-file': `${folder}/pki/apiserver.key`,
    'client-ca-file': `${folder}/pki/ca.crt`,
    'service-account-issuer': 'https://kubernetes.default.svc',
    'service-account-key-file': `${folder}/pki/service-accounts.pub`,
    'service-account-signing-key-file': `${folder}/pki/service-accounts.key`,
    'service-cluster-ip-range': '10.96.0.0/16',
    'authorization-mode': 'Node,RBAC',
    'kubelet-client-certificate': `${folder}/pki/kubelet.crt`,
    'kubelet-client-key': `${folder}/pki/kubelet.key`,
    'kubelet-preferred-address-types': 'InternalIP',
    'requestheader-client-ca-file': `${folder}/pki/ca.crt`,
    'requestheader-allowed-names': 'front-proxy-client',
    'requestheader-extra-headers-prefix': 'X-Remote-Extra-',
    'requestheader-group-headers': 'X-Remote-Group',
    'requestheader-username-headers': 'X-Remote-User',
    'proxy-client-cert-file': `${folder}/pki/front-proxy.crt`,
    'proxy-client-key-file': `${folder}/pki/front-proxy.key`,
    // An aggregated API without endpoints fails at once, with the words of a real cluster.
    'enable-aggregator-routing': 'true',
    'allow-privileged': 'true',
  }),
  'controller-manager': ({ folder, ports }) => ({
    ...asAdmin(folder),
    'secure-port': String(ports['controller-manager']),
    'service-account-private-key-file': `${folder}/pki/service-accounts.key`,
    'root-ca-file': `${folder}/pki/ca.crt`,
    'cluster-signing-cert-file': `${folder}/pki/ca.crt`,
    'cluster-signing-key-file': `${folder}/pki/ca.key`,
    'use-service-account-credentials': 'true',
    'allocate-node-cidrs': 'true',
    'cluster-cidr': '10.244.0.0/16',
    'service-cluster-ip-range': '10.96.0.0/16',
    'node-monitor-grace-period': '900s',
    controllers: '*,bootstrapsigner,tokencleaner',
  }),
  scheduler: ({ folder, ports }) => ({ ...asAdmin(folder), 'secure-port': String(ports.scheduler) }),
};

/** @param {string} folder */
function asAdmin(folder) {
  const kubeconfig = `${folder}/kubeconfig`;
  return {
    kubeconfig,
    'authentication-kubeconfig': kubeconfig,
    'authorization-kubeconfig': kubeconfig,
    'bind-address': '127.0.0.1',
    // There is one of it, and after a kill the next should not wait for the old lease.
    'leader-elect': 'false',
  };
}

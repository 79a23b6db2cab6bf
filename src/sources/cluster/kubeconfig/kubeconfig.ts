/** A kubeconfig's content under our names. Source: client-go, tools/clientcmd/api/v1/types.go. */
export interface Kubeconfig {
  /** Undefined where no file names one. */
  readonly currentContext: string | undefined;
  readonly contexts: ReadonlyMap<string, Entry<Context>>;
  readonly clusters: ReadonlyMap<string, Entry<Cluster>>;
  readonly users: ReadonlyMap<string, Entry<User>>;
}

/** With the file that it stands in, for messages. */
export interface Entry<Value> {
  readonly file: string;
  readonly value: Value;
}

/** Names are '' where they are left out. */
export interface Context {
  readonly cluster: string;
  readonly user: string;
  readonly namespace: string | undefined;
}

/** Paths are absolute, data is base64. */
export interface Cluster {
  readonly server: string;
  readonly certificateAuthority?: string | undefined;
  readonly certificateAuthorityData?: string | undefined;
  readonly insecureSkipTlsVerify?: boolean | undefined;
  readonly tlsServerName?: string | undefined;
  readonly proxyUrl?: string | undefined;
  readonly disableCompression?: boolean | undefined;
  /** What the extension client.authentication.k8s.io/exec holds for plugins. */
  readonly pluginConfig?: unknown;
}

export interface User {
  readonly clientCertificate?: string | undefined;
  readonly clientCertificateData?: string | undefined;
  readonly clientKey?: string | undefined;
  readonly clientKeyData?: string | undefined;
  readonly token?: string | undefined;
  readonly tokenFile?: string | undefined;
  readonly username?: string | undefined;
  readonly password?: string | undefined;
  readonly impersonation?: Impersonation | undefined;
  readonly exec?: ExecConfig | undefined;
  readonly authProvider?: AuthProvider | undefined;
}

export interface Impersonation {
  readonly user?: string | undefined;
  readonly uid?: string | undefined;
  readonly groups?: readonly string[] | undefined;
  readonly extra?: ReadonlyMap<string, readonly string[]> | undefined;
}

export interface ExecConfig {
  readonly apiVersion: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: readonly { readonly name: string; readonly value: string }[];
  readonly installHint: string | undefined;
  readonly interactiveMode: string | undefined;
  readonly provideClusterInfo: boolean;
}

export interface AuthProvider {
  readonly name: string;
  readonly config: ReadonlyMap<string, string>;
}

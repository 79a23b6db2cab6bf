/** The one door to @kubernetes/client-node: its KubeConfig, for identity providers and SOCKS. It takes most of a second to load, so it is when it is needed. */
import type { KubeConfig } from '@kubernetes/client-node';

/** What client-node gets to see: what it would get wrong is settled before. Data is base64. */
interface ClientNodeSettings {
  readonly cluster: {
    readonly server: string;
    readonly authorityData?: string | undefined;
    /** Of a SOCKS proxy. */
    readonly proxyUrl?: string | undefined;
  };
  readonly user: {
    readonly certificateData?: string | undefined;
    readonly keyData?: string | undefined;
    readonly authProvider?: unknown;
  };
}

export async function createKubeConfig({ cluster, user }: ClientNodeSettings): Promise<KubeConfig> {
  const clientNode = await import('@kubernetes/client-node');
  const kubeConfig = new clientNode.KubeConfig();
  kubeConfig.loadFromClusterAndUser(
    present({
      name: 'cluster',
      server: cluster.server,
      caData: cluster.authorityData,
      skipTLSVerify: false,
      proxyUrl: cluster.proxyUrl,
    }),
    present({
      name: 'user',
      certData: user.certificateData,
      keyData: user.keyData,
      authProvider: user.authProvider,
    }),
  );
  return kubeConfig;
}

type Present<Type> = { [Key in keyof Type as undefined extends Type[Key] ? never : Key]: Type[Key] } & {
  [Key in keyof Type as undefined extends Type[Key] ? Key : never]?: Exclude<Type[Key], undefined>;
};

/** client-node's types know absent fields, not undefined ones. */
function present<Type extends object>(fields: Type): Present<Type> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<Type>;
}

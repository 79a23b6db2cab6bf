import { homedir } from 'node:os';

/** Of the kubeconfig's contexts. None where it cannot be read: whoever completes a word is not told so, whoever runs the command is. */
export async function contextNames(options: {
  readonly kubeconfig: string | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
}): Promise<readonly string[]> {
  const { listContexts } = await import('../../src/sources/cluster/kubeconfig/list-contexts.ts');
  try {
    return listContexts({ ...options, home: homedir() }).map(({ name }) => name);
  } catch {
    return [];
  }
}

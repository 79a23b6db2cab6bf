/** The custom kinds that have bare names in GraphQL, in the order in which projects take them. It only grows, at its end. */
import type { KindKey } from './kind.ts';

const LIST = `
gateway.networking.k8s.io: GatewayClass Gateway HTTPRoute GRPCRoute TCPRoute TLSRoute UDPRoute ReferenceGrant BackendTLSPolicy
`;

export const wellKnownKinds: readonly KindKey[] = LIST.split('\n')
  .filter((line) => line !== '')
  .flatMap(readLine);

function readLine(line: string): KindKey[] {
  const [group = '', kinds = ''] = line.split(': ');
  return kinds.split(' ').map((kind) => ({ group, kind }));
}

/** A container that runs and is not ready: starting, or failing its probes. Source: Kubernetes, core/v1 types.go, Probe. */
import { integer, member, word } from '../../kube/fixed-keys.ts';
import type { JsonValue } from '../../records/record.ts';
import { timeText } from '../common.ts';
import { changingAt, type Health, health } from '../health.ts';
import { containerName } from './container-health.ts';
import type { ContainerReport } from './containers.ts';

export function readinessTrouble(container: ContainerReport, now: number): Health {
  const startedAt = container.running?.startedAt ?? null;
  const probe = probeOf(container);
  const runs = `${containerName(container)} runs${startedAt === null ? '' : ` since ${timeText(startedAt)}`}`;
  if (probe === null) return health('PROGRESSING', 'NotReady', `${runs} and is not ready yet.`);
  return changingAt({
    at: startedAt === null ? null : startedAt + probe.budget,
    now,
    first: health('PROGRESSING', 'Starting', `${runs}, and has until now not passed its ${probe.name}, ${probe.text}.`),
    after: health('DEGRADED', 'NotReady', `${runs} and does not pass its ${probe.name}, ${probe.text}.`),
  });
}

/** The probe that it has to pass next, and the milliseconds in which it may. */
function probeOf({ spec, isStarted }: ContainerReport): { name: string; text: string; budget: number } | null {
  const startup = member(spec, 'startupProbe');
  const readiness = member(spec, 'readinessProbe');
  if (!isStarted && isProbe(startup)) return { name: 'startup probe', text: probeText(startup), budget: budgetOf(startup) };
  if (!isProbe(readiness)) return null;
  // After a startup probe the readiness probe begins: it has the time of both.
  const before = isProbe(startup) ? budgetOf(startup) : 0;
  return { name: 'readiness probe', text: probeText(readiness), budget: before + budgetOf(readiness) };
}

function isProbe(value: JsonValue | undefined): value is JsonValue {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Where a field is absent or absurd its default holds. */
function budgetOf(probe: JsonValue): number {
  const at = (key: string, fallback: number): number => {
    const value = integer(member(probe, key));
    return value === null || value < 0 || value > 1_000_000 ? fallback : value;
  };
  return 1000 * (at('initialDelaySeconds', 0) + at('periodSeconds', 10) * at('failureThreshold', 3) + at('timeoutSeconds', 1));
}

function probeText(probe: JsonValue): string {
  const [http, tcp, grpc, exec] = ['httpGet', 'tcpSocket', 'grpc', 'exec'].map((key) => member(probe, key));
  const port = (action: JsonValue | undefined): string => String(word(member(action, 'port')) ?? integer(member(action, 'port')) ?? '?');
  if (isProbe(http)) return `HTTP GET ${word(member(http, 'path')) ?? '/'} on port ${port(http)}`;
  if (isProbe(tcp)) return `a connection to port ${port(tcp)}`;
  if (isProbe(grpc)) return `gRPC on port ${port(grpc)}`;
  return isProbe(exec) ? 'a command in the container' : 'whose kind cannot be read';
}

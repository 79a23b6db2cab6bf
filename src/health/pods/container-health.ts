/** A container as one that holds its Pod up, or null where it does not. */
import { member, word } from '../../kube/fixed-keys.ts';
import type { JsonObject } from '../../records/record.ts';
import { sentence } from '../conditions.ts';
import { changingAt, HEALTHY, type Health, health } from '../health.ts';
import type { ContainerReport, Termination } from './containers.ts';
import { memoryText, terminationText } from './exit-codes.ts';
import { ADVICE, PULL_REASONS, pullAdvice, WELL_REASONS } from './waiting-reasons.ts';

/** A container that ran so long is taken for well, and its back-off begins anew. Source: pkg/kubelet/kubelet.go, MaxCrashLoopBackOff twice. */
const BACK_OFF_RESET = 600_000;

/** From so many restarts on, a run shorter than that is one of a loop. */
const RESTARTS_OF_A_LOOP = 3;

export function containerTrouble(container: ContainerReport, pod: JsonObject, now: number): Health | null {
  const { waiting, terminated, running } = container;
  if (waiting !== null) return waitingTrouble(container);
  if (terminated !== null) return terminationTrouble(container, terminated, pod);
  return running === null ? null : restartTrouble(container, running.startedAt, now);
}

/** `Container web`, `Init container 2 of 3, migrate,` */
export function containerName({ name, isInit, isSidecar, ordinal, of }: ContainerReport): string {
  if (isSidecar) return `Sidecar ${name}`;
  return isInit ? `Init container ${ordinal} of ${of}, ${name},` : `Container ${name}`;
}

function waitingTrouble(container: ContainerReport): Health | null {
  const { reason, message } = container.waiting ?? { reason: null, message: null };
  if (reason === null || WELL_REASONS.has(reason)) return null;
  const said = message === null || reason === 'CrashLoopBackOff' ? `${reason}.` : `${reason}: ${sentence(message)}`;
  const advice = PULL_REASONS.has(reason) ? pullAdvice(message) : (ADVICE.get(reason) ?? '');
  return health(
    'DEGRADED',
    reason,
    `${containerName(container)} waits: ${said}${lastText(container)}${memoryText(container.spec, container.last)} ${advice}`.trimEnd(),
  );
}

function lastText({ last, restarts }: ContainerReport): string {
  if (last === null) return '';
  const message = last.message === null ? '' : ` It left the words: ${sentence(last.message.trim().slice(-300))}`;
  const times = restarts === 0 ? '' : ` after ${restarts} ${restarts === 1 ? 'restart' : 'restarts'}`;
  return ` Its last run ended with ${terminationText(last)}${times}.${message}`;
}

/** Ended, and not to be left so: it will be started again, or nobody will. */
function terminationTrouble(container: ContainerReport, terminated: Termination, pod: JsonObject): Health | null {
  const failed = terminated.exitCode !== 0;
  const policy = container.isSidecar
    ? 'Always'
    : (word(member(container.spec, 'restartPolicy')) ?? word(member(pod['spec'], 'restartPolicy')) ?? 'Always');
  if (!failed && (container.isInit || policy !== 'Always')) return null;
  const again = policy === 'Never' ? 'It is not started again.' : 'It will be started again.';
  const message = terminated.message === null ? '' : ` It left the words: ${sentence(terminated.message.trim().slice(-300))}`;
  return health(
    'DEGRADED',
    terminated.reason ?? 'Terminated',
    `${containerName(container)} ended with ${terminationText(terminated)}.${memoryText(container.spec, terminated)}${message} ${again}`,
  );
}

/** Running now, as it did before it ended again and again. */
function restartTrouble(container: ContainerReport, startedAt: number | null, now: number): Health | null {
  const { last, restarts } = container;
  if (last === null || startedAt === null || restarts < RESTARTS_OF_A_LOOP || last.exitCode === 0) return null;
  const { startedAt: began, finishedAt: ended } = last;
  if (began === null || ended === null || ended - began >= BACK_OFF_RESET) return null;
  const loop = health(
    'DEGRADED',
    'Restarting',
    `${containerName(container)} runs, and was restarted ${restarts} times.${lastText(container)}${memoryText(container.spec, last)}`,
  );
  const judged = changingAt({ at: startedAt + BACK_OFF_RESET, now, first: loop, after: HEALTHY });
  return judged === HEALTHY ? null : judged;
}

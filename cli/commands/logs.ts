import { parseDuration } from '../../src/kube/duration.ts';
import { parseTime } from '../../src/kube/time.ts';
import type { Reader } from '../../src/store/reader.ts';
import { numberFlag } from '../capture/number-flag.ts';
import type { Invocation } from '../command.ts';
import { UsageError } from '../errors.ts';
import { ExitCode } from '../exit-codes.ts';
import type { FoundObject } from '../get/fetch-objects.ts';
import { absentText } from '../logs/absent-text.ts';
import { containersOf } from '../logs/containers-of.ts';
import { gapText, podsOf } from '../logs/pods-of.ts';
import { type LogForm, printLog } from '../logs/print-log.ts';
import { checkNoMore } from '../sources/check-no-more.ts';
import { chooseSnapshot } from '../sources/choose-snapshot.ts';
import { withSnapshots } from '../sources/open-snapshots.ts';
import { takeSource } from '../sources/source-arguments.ts';
import { sourceOptions } from '../sources/source-options.ts';

export async function run(invocation: Invocation): Promise<number> {
  const { flags, output, environment, positionals } = invocation;
  const selector = flags.value('selector');
  const { source, rest } = takeSource({ words: positionals, environment, needed: selector === undefined ? 1 : 0 });
  const { word, container } = readWords(invocation, rest);
  const form = readForm(invocation);
  return await withSnapshots({ source, output, ...(await sourceOptions(flags)) }, async (readers) => {
    const reader = chooseSnapshot({ readers, wanted: flags.value('snapshot'), output });
    const namespace = flags.value('namespace') ?? 'default';
    const allPods = flags.on('all-pods');
    const pods = await podsOf({ reader, word, selector, namespace, allPods, note: output.note });
    if (pods.length === 0) output.note(`No resources found in ${namespace} namespace.${await gapText({ reader, namespace })}`);
    let missing = 0;
    for (const pod of pods) {
      const names = containersOf({ pod, container, all: flags.on('all-containers'), note: allPods ? () => undefined : output.note });
      for (const name of names) missing += Number(!(await printOne({ invocation, reader, pod, container: name, form: form(reader) })));
    }
    return missing > 0 ? ExitCode.failed : ExitCode.done;
  });
}

function readWords(
  { flags }: Invocation,
  rest: readonly string[],
): { readonly word: string | undefined; readonly container: string | undefined } {
  const selector = flags.value('selector');
  const [word, inline, ...more] = rest;
  checkNoMore(more);
  if (selector !== undefined && word !== undefined) throw new UsageError('a selector and a name do not go together.');
  const named = flags.value('container');
  if (named !== undefined && inline !== undefined) throw new UsageError('only one of -c or an inline [CONTAINER] arg is allowed.');
  const container = named ?? inline;
  if (container !== undefined && flags.on('all-containers')) throw new UsageError('--all-containers and a container do not go together.');
  return { word, container };
}

/** Of a snapshot: durations count back from its time. The prefix comes with each log. */
function readForm({ flags }: Invocation): (reader: Reader) => Omit<LogForm, 'prefix'> {
  const isSelected = flags.value('selector') !== undefined;
  const tail = numberFlag({ flags, name: 'tail', least: 0, most: 2 ** 40, otherwise: isSelected ? 10 : 2 ** 40, unlimited: '-1' });
  const limit = numberFlag({ flags, name: 'limit-bytes', least: 0, most: 2 ** 50, otherwise: 0 });
  const since = flags.value('since');
  const sinceTime = flags.value('since-time');
  if (since !== undefined && sinceTime !== undefined) throw new UsageError('at most one of --since-time and --since may be given.');
  const duration = since === undefined ? null : parseDuration(since);
  if (since !== undefined && (duration === null || duration < 0))
    throw new UsageError(`--since is "${since}", but must be a duration: 30s, 10m, 1h30m.`);
  const time = sinceTime === undefined ? null : parseTime(sinceTime);
  if (sinceTime !== undefined && time === null)
    throw new UsageError(`--since-time is "${sinceTime}", but must be a time: 2026-11-23T05:00:00Z.`);
  return (reader) => {
    const now = reader.info.capturedTo;
    if (duration !== null && now === null)
      throw new UsageError('the time of this snapshot is not known: give --since-time instead of --since.');
    return {
      tail: tail === 2 ** 40 ? null : tail,
      since: duration === null ? time : (now ?? 0) - duration,
      timestamps: flags.on('timestamps'),
      limitBytes: limit === 0 ? null : limit,
    };
  };
}

/** False where there is nothing of it. */
async function printOne(options: {
  readonly invocation: Invocation;
  readonly reader: Reader;
  readonly pod: FoundObject;
  readonly container: string;
  readonly form: Omit<LogForm, 'prefix'>;
}): Promise<boolean> {
  const { invocation, reader, pod, container, form } = options;
  const { flags, output } = invocation;
  const previous = flags.on('previous');
  const [log = null] = await reader.logs([{ namespace: pod.row.namespace ?? '', pod: pod.row.name, container, previous }]);
  const absent = await absentText({ reader, pod, container, previous, log });
  if (absent !== null || log === null) {
    output.warn(`Error: ${absent ?? 'there is no log'}.`);
    return false;
  }
  const isPrefixed = flags.on('prefix') || flags.on('all-pods');
  await printLog({ reader, log: log.id, output, form: { ...form, prefix: isPrefixed ? `[pod/${pod.row.name}/${container}] ` : '' } });
  if (log.truncated) output.note(`Note: of the log of container "${container}" in pod "${pod.row.name}" only the end was captured.`);
  if (log.outcome === 'partial')
    output.warn(
      `Note: reading the log of container "${container}" in pod "${pod.row.name}" broke off${log.message === null ? '' : `: ${log.message}`}.`,
    );
  return true;
}

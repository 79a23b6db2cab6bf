/** Counts what one operation reads and answers, and stops it at the limits. */
import { LimitError, type Meter } from '../store/reader.ts';
import { type Limits, limitSetting } from './limits.ts';

/** What an operation cost, as `extensions.cost`. */
export interface Cost {
  readonly rows: number;
  readonly bytes: number;
  readonly ms: number;
}

export interface OperationMeter extends Meter {
  /** Objects that the answer will hold, and the text in them: counted apart from what is read, for one row may be answered many times. */
  answer(objects: number, bytes: number): void;
  cost(): Cost;
}

/** `now` is a monotonic clock in milliseconds. Once a limit is passed every further call throws the same error: the operation is over. */
export function createMeter(options: { limits: Limits; signal?: AbortSignal | undefined; now?: () => number }): OperationMeter {
  const { limits, signal, now = () => performance.now() } = options;
  const start = now();
  const counted = { rows: 0, bytes: 0, objects: 0, text: 0 };
  let passed: LimitError | null = null;

  const hold = (name: 'rows' | 'bytes', value: number, what: string): void => {
    if (passed === null && value > limits[name]) passed = limitError(limits, name, value, what);
    if (passed !== null) throw passed;
  };
  return {
    rows(count) {
      counted.rows += count;
      hold('rows', counted.rows, 'The query reads too many rows.');
    },
    bytes(count) {
      counted.bytes += count;
      hold('bytes', counted.bytes, 'The query reads too many bytes of JSON and logs.');
    },
    answer(objects, bytes) {
      counted.objects += objects;
      counted.text += bytes;
      hold('rows', counted.objects, 'The answer holds too many objects.');
      hold('bytes', counted.text, 'The answer holds too much text.');
    },
    checkTime() {
      signal?.throwIfAborted();
      const elapsed = Math.round(now() - start);
      if (passed === null && elapsed > limits.milliseconds)
        passed = limitError(limits, 'milliseconds', elapsed, 'The query takes too long.');
      if (passed !== null) throw passed;
    },
    cost: () => ({ rows: counted.rows, bytes: counted.bytes, ms: Math.round((now() - start) * 10) / 10 }),
  };
}

function limitError(limits: Limits, name: 'rows' | 'bytes' | 'milliseconds', value: number, what: string): LimitError {
  const setting = limitSetting(name);
  const limit = limits[name];
  const code = setting.code as LimitError['code'];
  return new LimitError({
    code,
    limit,
    value,
    setting: setting.environment,
    message: `${what} The limit is ${limit} (${setting.environment}). ${setting.hint}`,
  });
}

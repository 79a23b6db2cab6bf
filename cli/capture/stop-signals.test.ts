import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { recordingOutput } from '../output/testing/recording-output.ts';
import { stoppable } from './stop-signals.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** Work that does not end, as where a disk hangs. Signals are emitted, not sent: the runner itself must live. */
function running(deadline: number): { readonly told: readonly string[]; readonly reason: () => unknown } {
  const { output, written } = recordingOutput();
  vi.spyOn(process, 'exit').mockImplementation((code) => {
    throw new Error(`exit ${code}`);
  });
  let stop: AbortSignal | undefined;
  const atOnce = (): string => {
    output.warn('the display is gone');
    return 'ended at once';
  };
  void stoppable({ deadline, output, inOrder: 'stopping', atOnce }, (signal) => {
    stop = signal;
    return new Promise<void>((resolve) => onTestFinished(() => resolve()));
  });
  return { told: written, reason: () => (stop?.reason as Error | undefined)?.message };
}

test('a second signal leaves the terminal as it was, says what is left and ends the program', () => {
  const { told, reason } = running(60_000);
  process.emit('SIGINT', 'SIGINT');
  expect([told, reason()]).toEqual([['stopping\n'], 'stopped by SIGINT']);
  expect(() => process.emit('SIGTERM', 'SIGTERM')).toThrow('exit 130');
  expect(told).toEqual(['stopping\n', 'the display is gone\n', 'ended at once\n']);
});

test('after the deadline too', () => {
  vi.useFakeTimers();
  const { told, reason } = running(1_000);
  vi.advanceTimersByTime(1_000);
  expect([told, reason()]).toEqual([[], 'the deadline of 1s was over']);
  process.emit('SIGINT', 'SIGINT');
  expect(told).toEqual(['stopping\n']);
  expect(() => process.emit('SIGINT', 'SIGINT')).toThrow('exit 130');
  expect(told).toEqual(['stopping\n', 'the display is gone\n', 'ended at once\n']);
});

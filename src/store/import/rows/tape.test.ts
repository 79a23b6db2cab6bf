import { expect, test } from 'vitest';
import { TapeReader, TapeWriter } from './tape.ts';

test('values come back in their order, a list with its length before it; taking begins a new tape', () => {
  const writer = new TapeWriter();
  writer.add('a');
  writer.addList(['b', null]);
  const tape = new TapeReader(writer.take());
  expect([tape.text(), tape.number(), tape.textOrNull(), tape.textOrNull()]).toEqual(['a', 2, 'b', null]);
  expect(() => tape.value()).toThrow('ends too early');
  expect(writer.take()).toEqual([]);
});

test('a reader that asks for something else is told so', () => {
  expect(() => new TapeReader([1]).text()).toThrow('holds 1 where a text should be');
  expect(() => new TapeReader([1]).textOrNull()).toThrow('holds 1');
  expect(() => new TapeReader([null]).number()).toThrow('holds null where a number should be');
});

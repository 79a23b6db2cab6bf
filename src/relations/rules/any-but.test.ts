import { expect, test } from 'vitest';
import { compilePattern } from '../pattern.ts';
import { anyBut } from './any-but.ts';

test.each(['s', 'sv', 'svcs', 'mesh', 'xsvc', 'svx', 'sxc', '*'])('%s is another word', (text) => {
  expect(compilePattern(`(?<name>${anyBut('svc', '.')})`).read(text)?.name).toBe(text);
});

test.each(['svc', '', 'a.b', 'svc.', 's.c'])('"%s" is not', (text) => {
  expect(compilePattern(`(?<name>${anyBut('svc', '.')})`).read(text)).toBeNull();
});

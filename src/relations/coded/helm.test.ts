import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { checkCoded } from '../../../test/support/relation-rules.ts';
import { helmExamples, storedRelease } from '../testing/examples/helm.ts';
import { helmRelations } from './helm.ts';
import { helmReleaseObjects } from './helm-release.ts';

checkCoded(helmRelations, helmExamples);

describe('a release that is made to harm, or was cut, has no objects', () => {
  const packed = (text: string | Buffer): string => gzipSync(text).toString('base64');
  const whole = storedRelease('apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n');

  test.each<[string, string]>([
    ['nothing', ''],
    ['what is no base64', '\u0000\u0001'],
    ['what is not packed', Buffer.from('{"manifest":"kind: A"}').toString('base64')],
    ['what is cut', whole.slice(0, whole.length / 2)],
    ['what is no JSON', packed('kind: A')],
    ['what has no manifest', packed('{"manifest":7}')],
    ['null', packed('null')],
    ['what unpacks to more than a release can be', packed(Buffer.alloc(80 << 20, 0x20))],
    ['what is too long', 'A'.repeat(5 << 20)],
  ])('%s', (_, stored) => {
    expect(helmReleaseObjects(stored)).toEqual([]);
  });

  test('a document that is no YAML does not hide the others', () => {
    const documents = ['{{ broken', 'kind: A\nmetadata: {name: a}', '&a [*a]', '- 7', 'kind: List\nitems: [7, {kind: B}]'];
    expect(helmReleaseObjects(storedRelease(documents.join('\n---\n')))).toEqual([{ kind: 'A', metadata: { name: 'a' } }, { kind: 'B' }]);
  });

  test('aliases that multiply are refused', () => {
    const lines = ['a0: &a0 [x,x,x,x,x,x,x,x,x,x]'];
    for (let level = 1; level < 9; level++)
      lines.push(
        `a${level}: &a${level} [${Array(10)
          .fill(`*a${level - 1}`)
          .join(',')}]`,
      );
    expect(helmReleaseObjects(storedRelease(lines.join('\n')))).toEqual([]);
  });

  test('of very many objects only so many are read', () => {
    const items = Array.from({ length: 12_000 }, () => '{}').join(',');
    expect(helmReleaseObjects(storedRelease(`kind: List\nitems: [${items}]`))).toHaveLength(10_000);
  });
});

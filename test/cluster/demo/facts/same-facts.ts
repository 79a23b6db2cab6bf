/** The tests of one capture of the played demo: it yields the facts of the handed-out capture's truth file. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Asked, askFixture } from '../../../truth/ask.ts';
import { FACTS } from '../../../truth/facts.ts';
import { POINTER_SECTIONS } from '../../../truth/pointer-sections.ts';
import { countPointers, notOk, type Pointer, pointersOf } from '../../../truth/pointers.ts';
import { FIXTURES, readTruth, truthAt } from '../../../truth/truth-file.ts';
import { field } from '../field.ts';
import { type Captured, nameOf, readCaptured } from './captured.ts';
import { comparable, numbersOf } from './compared.ts';
import { FURTHER_FACTS } from './further-facts.ts';
import { isLeftOut } from './left-out.ts';
import { withoutGenerated, withoutGeneratedNames } from './without-generated.ts';

/** `capture` answers where the bundle is; it is called once, before the tests. */
export function describeSameFacts(name: string, capture: () => Promise<string>): void {
  describe(name, () => {
    const truth = readTruth(name);
    let captured: Captured;
    let handedOut: Captured;
    let asked: Asked;
    let pointers: readonly Pointer[];

    beforeAll(async () => {
      const location = await capture();
      captured = await readCaptured(location);
      handedOut = await readCaptured(join(FIXTURES, `${name}.tar.gz`));
      asked = await askFixture({ location });
      pointers = await pointersOf(asked);
    }, 420_000);
    afterAll(() => asked?.close());

    const told = (section: string): unknown => comparable(section, truthAt(truth, section));
    const isTold = ({ section }: { readonly section: string }): boolean => truthAt(truth, section) !== undefined && !isLeftOut(section);

    test('the same objects by name, but for Events', () => {
      expect(namesOf(captured)).toEqual(namesOf(handedOut));
    });

    test('the same logs', () => {
      expect(logsOf(captured)).toEqual(logsOf(handedOut));
    });

    test('the statistics of the same nodes', () => {
      const statistics = ({ documents }: Captured): readonly string[] =>
        documents.filter((document) => document.endsWith('stats-summary.json'));
      expect(statistics(captured).toSorted()).toEqual(statistics(handedOut).toSorted());
    });

    test.each(FACTS.filter(isTold))('$section', async ({ section, find, expected }) => {
      const value = truthAt(truth, section);
      expect(comparable(section, await find(asked))).toEqual(comparable(section, expected === undefined ? value : expected(value)));
    });

    test.each(POINTER_SECTIONS.filter(isTold))('pointers of $section', ({ section, kinds, counts }) => {
      const counted = pointers.filter((pointer) => (kinds.length === 0 || kinds.includes(pointer.source.kind)) && counts(pointer));
      expect(comparable(section, countPointers(counted))).toEqual(numbersOf(told(section)));
      const { notOk: broken = [], notOkTotal = 0 } = truthAt(truth, section) as {
        notOk?: { from: string; status: string }[];
        notOkTotal?: number;
      };
      // The truth files do not tell all of a long list.
      if (broken.length === notOkTotal)
        expect(withoutGeneratedNames(notOk(counted))).toEqual(withoutGeneratedNames(broken.map(({ from, status }) => `${from} ${status}`)));
    });

    test.each(FURTHER_FACTS.filter(isTold))('$section', ({ section, find }) => {
      expect(comparable(section, find(captured, pointers))).toEqual(told(section));
    });
  });
}

function namesOf({ objects }: Captured): readonly string[] {
  return objects
    .filter(({ kind }) => kind !== 'Event')
    .map((object) => withoutGenerated(`${object.apiVersion} ${nameOf(object)}`))
    .sort();
}

/**
 * A log whose kubelet is gone may not even be asked for, after others of it: in both cases it was not read.
 * Of pods without a node the handed-out captures say nothing; ours say of each container that it never ran.
 */
function logsOf({ logs, objects }: Captured): readonly string[] {
  const withNode = new Set(objects.filter((object) => field(object, 'spec', 'nodeName') !== undefined).map(nameOf));
  return logs
    .map(({ namespace, pod, ...log }) => ({ ...log, name: `Pod/${namespace}/${pod}` }))
    .filter(({ name }) => withNode.has(name))
    .map(({ name, container, previous, outcome }) => {
      const how = outcome === 'unavailable' ? 'failed' : outcome;
      return `${withoutGenerated(name)} ${container}${previous ? ' previous' : ''} ${how}`;
    })
    .sort();
}

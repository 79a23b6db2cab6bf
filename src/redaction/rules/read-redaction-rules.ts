/** A user's rules, from a YAML file: `rules:`, a list of {name, kinds, namespaces, names, path, pattern}. docs/redaction.md */
import { InputError } from '../../records/input-error.ts';
import { isJsonObject } from '../../records/json-fields.ts';
import { parseRulesFile } from '../../records/rules-file/parse-rules-file.ts';
import { RuleFields } from '../../records/rules-file/rule-fields.ts';
import type { RedactionRule } from '../rule.ts';
import { builtInRules } from './built-in-rules.ts';
import { readRule } from './read-rule.ts';

const MOST_RULES = 1_000;

export interface RulesToRead {
  readonly text: string;
  readonly file: string;
  /** Those that there are already: a name stands for one rule, or its count would be of several. */
  readonly before?: readonly RedactionRule[];
}

/** Throws InputError that names the file, the rule by its number and name, and the field. */
export function readRedactionRules({ text, file, before = builtInRules }: RulesToRead): readonly RedactionRule[] {
  const { document } = parseRulesFile({ text, file });
  if (!isJsonObject(document))
    throw fault(file, 'it holds no rules. It begins with "rules:", and below it each rule begins with "- name: …".');
  const rules = new RuleFields({ fields: document, known: ['rules'], fail: (problem) => fault(file, problem) }).list('rules');
  if (rules.length > MOST_RULES) throw fault(file, `it has ${rules.length} rules; the most is ${MOST_RULES}.`);
  const taken = new Set(before.map(({ name }) => name));
  return rules.map((fields, index) => {
    const rule = readRule({
      fields,
      fail: (problem, name) => fault(file, `rule ${index + 1}${name === undefined ? '' : ` (${name})`}: ${problem}`),
    });
    if (taken.has(rule.name))
      throw fault(file, `rule ${index + 1} (${rule.name}): there is another rule of this name. Give it a name of its own.`);
    taken.add(rule.name);
    return rule;
  });
}

function fault(file: string, problem: string): InputError {
  return new InputError('UNREADABLE', `${file}: ${problem}`);
}

/** Names for the cursor in a code string: flags in an equation's brackets, units after its colon, else names. */
import type { EquationType } from '../../../grammars/equations/tree.ts';
import { flagDocumentation, stringConstant, variableDocumentation } from '../../documentation/index.ts';
import { DEFAULT_CONSTANTS } from '../../functions/defaults.ts';
import type { Resolved } from '../../namespaces/resolved.ts';
import { describeName } from '../describe/names.ts';
import { unitWord, valueText } from '../describe/values.ts';
import type { CodeString, ScriptModel } from '../model.ts';
import {
  type Candidate,
  definedNames,
  equationUnitCandidates,
  flagCandidates,
  functionCandidates,
  stringUnitCandidates,
} from './candidate.ts';

/** `before` is the text of the string up to the cursor. */
export function stringCandidates(model: ScriptModel, codeString: CodeString, before: string): Candidate[] {
  const line = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf(';')) + 1);
  if (line.includes('#')) return [];
  if (codeString.tree.kind !== 'equations') return nameCandidates(model, codeString);
  const colon = line.indexOf(':');
  if (colon < 0) return startsEquation(before, line) ? [] : nameCandidates(model, codeString);
  if (!line.slice(colon).includes('(')) return equationUnitCandidates();
  return allowedFlags(model, codeString, line);
}

/** A new name is being made up: nothing can be offered. */
function startsEquation(before: string, line: string): boolean {
  const earlier = before.slice(0, before.length - line.length).trimEnd();
  const last = earlier.slice(earlier.lastIndexOf('\n') + 1).replace(/#.*/, '');
  return /^\s*\w*$/.test(line) && (earlier === '' || last.includes(':'));
}

/** Flags for the type of the equation and the class of its group, those that are there already left out. */
function allowedFlags(model: ScriptModel, codeString: CodeString, line: string): Candidate[] {
  const type = typeOfLine(line);
  const group = model.objects.get(codeString.owner)?.className;
  const given = line
    .slice(line.indexOf('(', line.indexOf(':')) + 1)
    .split(',')
    .map((flag) => flag.trim());
  return flagCandidates().filter(({ name }) => {
    if (given.slice(0, -1).includes(name)) return false;
    const { allowed } = flagDocumentation(name)!;
    const here = allowed.filter((one) => group === undefined || one.group === group);
    return here.some(({ types }) => types.includes(type));
  });
}

function typeOfLine(line: string): EquationType {
  if (/^\s*d\s*\w+\s*\/\s*dt\s*=/.test(line)) return 'differential equation';
  return line.slice(0, line.indexOf(':')).includes('=') ? 'subexpression' : 'parameter';
}

/** Only names that resolve are offered, so a completion never makes an error. */
function nameCandidates(model: ScriptModel, codeString: CodeString): Candidate[] {
  const variables = model.objects.get(codeString.owner)?.variables ?? [];
  const own =
    codeString.tree.kind === 'equations' ? codeString.tree.equations.map(({ name }) => name.name) : [];
  const noise = codeString.role === 'model' ? ['xi'] : [];
  const known = new Set([
    ...own,
    ...variables,
    ...definedNames(model),
    ...DEFAULT_CONSTANTS.keys(),
    ...noise,
  ]);
  const names = [...known].flatMap((name) => nameCandidate(model, codeString, name));
  return [
    ...names,
    ...functionCandidates((name) => describeName(model, codeString, name)),
    ...stringUnitCandidates(),
  ];
}

function nameCandidate(model: ScriptModel, codeString: CodeString, name: string): Candidate[] {
  const documentation = () => describeName(model, codeString, name);
  const resolved = codeString.resolve(name);
  if (name === 'xi') return [{ name, kind: 'variable', detail: 'second**-0.5', documentation }];
  if (resolved === undefined) return [];
  const candidate = { name, ...kindAndDetail(resolved), documentation };
  // Units have a list of their own.
  return resolved.kind === 'constant' && resolved.source === 'unit' ? [] : [candidate];
}

function kindAndDetail(resolved: Resolved): Pick<Candidate, 'kind' | 'detail'> {
  switch (resolved.kind) {
    case 'variable':
      return { kind: 'variable', detail: detailOf(unitWord(resolved.variable), resolved.variable.name) };
    case 'constant': {
      const meaning = resolved.source === 'constant' ? stringConstant(resolved.name)?.text : undefined;
      return { kind: 'constant', detail: meaning ?? valueText(resolved.value, resolved.dimension) };
    }
    case 'function':
      return { kind: 'function', detail: `(${resolved.function.argNames.join(', ')})` };
    case 'unknown':
      return { kind: 'constant', detail: '' };
  }
}

function detailOf(unit: string, name: string): string {
  const meaning = variableDocumentation(name)?.text;
  return meaning === undefined ? unit : `${unit} · ${meaning}`;
}

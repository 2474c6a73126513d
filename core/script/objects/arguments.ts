import { didYouMean } from '../../namespaces/nearest.ts';
import type { Location } from '../../text/range.ts';
import { type CallArguments, PyStr, type PyValue } from '../values.ts';
import { pythonError, typeError } from './errors.ts';

const NO_KEYWORDS: ReadonlyMap<string, PyValue> = new Map();

/** Plain arguments, for natives that call back into the script. */
export function callArguments(
  positional: readonly PyValue[],
  keywords: ReadonlyMap<string, PyValue> = NO_KEYWORDS,
): CallArguments {
  return { positional, keywords };
}

/** The same call with `value` in front: how a method gets its `self`. */
export function withSelf(value: PyValue, args: CallArguments): CallArguments {
  return {
    ...args,
    positional: [value, ...args.positional],
    positionalLocations: args.positionalLocations && [undefined, ...args.positionalLocations],
  };
}

type Default = PyValue | undefined | 'required';

interface Parameter {
  readonly name: string;
  readonly kind: 'positional' | 'keyword' | 'rest' | 'keywordRest';
  readonly default: Default;
}

/** What a call gave for each parameter, in the order of the signature. `*rest` gives an array, `**rest` a map. */
export interface BoundArguments {
  readonly values: readonly (PyValue | undefined)[];
  readonly rest: readonly PyValue[];
  readonly keywordRest: ReadonlyMap<string, PyValue>;
}

/**
 * Binds a call to a signature such as `['a', 'b=None', 'n=0', 'x=', '*', 'flag=True', '**options']`; `x=` is an
 * optional parameter that is undefined where absent. `*args` and `**options` give `rest` and `keywordRest`.
 * Raises Python's TypeError for missing, surplus, doubled and unknown arguments.
 */
export function bindSignature(
  name: string,
  args: CallArguments,
  signature: readonly string[],
): BoundArguments {
  const parameters = parsedSignature(signature);
  const named = parameters.filter((p) => p.kind === 'positional' || p.kind === 'keyword');
  const positional = named.filter((p) => p.kind === 'positional');
  const hasRest = parameters.some((p) => p.kind === 'rest');
  const hasKeywordRest = parameters.some((p) => p.kind === 'keywordRest');
  if (args.positional.length > positional.length && !hasRest)
    throw surplusError(name, positional, args.positional.length);
  const values: (PyValue | undefined)[] = positional.map((_, i) => args.positional[i]);
  while (values.length < named.length) values.push(undefined);
  const keywordRest = new Map<string, PyValue>();
  for (const [keyword, value] of args.keywords) {
    const index = named.findIndex((p) => p.name === keyword);
    if (index < 0) {
      if (!hasKeywordRest) {
        const known = named.map((p) => p.name);
        throw unexpectedKeyword(name, keyword, known, args.locateKeyword?.(keyword));
      }
      keywordRest.set(keyword, value);
      continue;
    }
    if (values[index] !== undefined)
      throw typeError(`${name}() got multiple values for argument '${keyword}'`);
    values[index] = value;
  }
  fillDefaults(name, named, values);
  return { values, rest: args.positional.slice(positional.length), keywordRest };
}

/** Python's TypeError. */
export function unexpectedKeyword(
  name: string,
  keyword: string,
  known: readonly string[],
  location?: Location,
): Error {
  const message = `${name}() got an unexpected keyword argument '${keyword}'`;
  return pythonError('TypeError', message, location, didYouMean(keyword, known));
}

/** As `bindSignature`, giving just the values of the named parameters. */
export function bindArguments(
  name: string,
  args: CallArguments,
  signature: readonly string[],
): readonly (PyValue | undefined)[] {
  return bindSignature(name, args, signature).values;
}

/** Raises TypeError where keywords were given to a function that takes none. */
export function refuseKeywords(name: string, args: CallArguments): void {
  if (args.keywords.size > 0) throw typeError(`${name}() takes no keyword arguments`);
}

/** Signatures are constants of the program, so each is read once. */
const PARSED = new WeakMap<readonly string[], readonly Parameter[]>();

function parsedSignature(signature: readonly string[]): readonly Parameter[] {
  const known = PARSED.get(signature);
  if (known) return known;
  const parameters = readSignature(signature);
  PARSED.set(signature, parameters);
  return parameters;
}

function readSignature(signature: readonly string[]): Parameter[] {
  let keywordOnly = false;
  const parameters: Parameter[] = [];
  for (const text of signature) {
    if (text.startsWith('**')) {
      parameters.push({ name: text.slice(2), kind: 'keywordRest', default: undefined });
    } else if (text.startsWith('*')) {
      keywordOnly = true;
      if (text.length > 1) parameters.push({ name: text.slice(1), kind: 'rest', default: undefined });
    } else {
      const [name, value] = splitDefault(text);
      parameters.push({ name, kind: keywordOnly ? 'keyword' : 'positional', default: value });
    }
  }
  return parameters;
}

function splitDefault(text: string): [string, Default] {
  const equals = text.indexOf('=');
  if (equals < 0) return [text, 'required'];
  return [text.slice(0, equals), literal(text.slice(equals + 1))];
}

function literal(text: string): PyValue | undefined {
  if (text === '') return undefined;
  if (text === 'None') return null;
  if (text === 'True' || text === 'False') return text === 'True';
  if (/^-?\d+$/.test(text)) return BigInt(text);
  if (/^["']/.test(text)) return new PyStr(text.slice(1, -1));
  return Number(text);
}

function fillDefaults(name: string, named: readonly Parameter[], values: (PyValue | undefined)[]): void {
  const missing: Parameter[] = [];
  named.forEach((parameter, i) => {
    if (values[i] !== undefined) return;
    if (parameter.default === 'required') missing.push(parameter);
    else values[i] = parameter.default;
  });
  const first = missing[0];
  if (first === undefined) return;
  const same = missing.filter((p) => p.kind === first.kind);
  throw missingError(
    name,
    first.kind === 'keyword' ? 'keyword-only' : 'positional',
    same.map((p) => p.name),
  );
}

/** `f() missing 2 required positional arguments: 'a' and 'b'` */
export function missingError(
  name: string,
  kind: 'positional' | 'keyword-only',
  missing: readonly string[],
): Error {
  const quoted = missing.map((n) => `'${n}'`);
  const plural = missing.length > 1 ? 's' : '';
  return typeError(
    `${name}() missing ${missing.length} required ${kind} argument${plural}: ${listed(quoted)}`,
  );
}

function listed(words: readonly string[]): string {
  if (words.length < 3) return words.join(' and ');
  return `${words.slice(0, -1).join(', ')}, and ${words[words.length - 1]}`;
}

function surplusError(name: string, positional: readonly Parameter[], given: number): Error {
  const required = positional.filter((p) => p.default === 'required').length;
  return takesError(name, required, positional.length, given);
}

/** `f() takes from 1 to 2 positional arguments but 3 were given` */
export function takesError(name: string, least: number, most: number, given: number): Error {
  const range = least === most ? `${most}` : `from ${least} to ${most}`;
  const plural = most === 1 && least === most ? '' : 's';
  const verb = given === 1 ? 'was' : 'were';
  return typeError(`${name}() takes ${range} positional argument${plural} but ${given} ${verb} given`);
}

/** What hovers and completions say of Brian's classes, functions, their members and arguments. */
import { type ApiEntry, membersOf, type Parameter } from '../../documentation/index.ts';
import { code, inline, list, paragraphs } from '../markdown.ts';
import { example } from './words.ts';

/** Longer signatures show only what has to be given. */
const LINE = 72;

/** A class, function or object of Brian; `owner` is the class of a member. */
export function describeEntry(entry: ApiEntry, owner?: string): string {
  return paragraphs(
    code(`(${entry.kind}) ${shortSignature(entry, owner)}`),
    entry.text,
    parameterList(entry.parameters),
    example(entry.example),
    memberList(entry),
  );
}

/** `NeuronGroup(N, model, threshold=None, ...)`, whole. */
export function entrySignature(entry: ApiEntry, owner?: string): string {
  return signatureOf(entry, entry.parameters.map(parameterText), owner);
}

/** As a header: of a long list of arguments those with defaults are left out, the text below has them all. */
function shortSignature(entry: ApiEntry, owner?: string): string {
  const whole = entrySignature(entry, owner);
  if (whole.length <= LINE) return whole;
  const required = entry.parameters.filter((parameter) => parameter.default === undefined);
  return signatureOf(entry, [...required.map(parameterText), '...'], owner);
}

function signatureOf(entry: ApiEntry, args: readonly string[], owner: string | undefined): string {
  const name = owner === undefined ? entry.name : `${owner}.${entry.name}`;
  return isCallable(entry) ? `${name}(${args.join(', ')})` : name;
}

export function parameterText({ name, default: usual }: Parameter): string {
  return usual === undefined ? name : `${name}=${usual}`;
}

/** A keyword argument of a call. */
export function describeParameter(entry: ApiEntry, parameter: Parameter, owner?: string): string {
  const callee = owner === undefined ? entry.name : `${owner}.${entry.name}`;
  const usual =
    parameter.default === undefined ? 'Has to be given.' : `Default: ${inline(parameter.default)}.`;
  return paragraphs(
    code(`(argument) ${parameterText(parameter)}`),
    parameter.text,
    usual,
    `Of ${inline(callee)}.`,
  );
}

/** The parameter that a keyword names. */
export function parameterNamed(entry: ApiEntry, name: string): Parameter | undefined {
  return entry.parameters.find((parameter) => parameter.name === name);
}

function parameterList(parameters: readonly Parameter[]): string {
  return list(parameters.map((parameter) => `${inline(parameterText(parameter))} ${parameter.text}`));
}

/** Names of what instances have, methods first. */
function memberList({ kind, name, members }: ApiEntry): string {
  if (kind !== 'class' || members.size === 0) return '';
  const names = [...membersOf(name).values()].map((member) =>
    inline(isCallable(member) ? `${member.name}()` : member.name),
  );
  return `Members: ${[...new Set(names)].sort().join(', ')}`;
}

export function isCallable({ kind }: ApiEntry): boolean {
  return kind === 'class' || kind === 'function' || kind === 'method';
}

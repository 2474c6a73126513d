import { Equations } from '../../../equations/equations.ts';
import type { Replacement } from '../../../equations/replace.ts';
import type { SingleEquation } from '../../../equations/singleEquation.ts';
import { reportTo } from '../../../groups/report.ts';
import type { Session } from '../../../network/session.ts';
import { unitRegistryOf } from '../../../units/displayUnits.ts';
import type { Interpreter } from '../../interpreter.ts';
import { bindSignature } from '../../objects/arguments.ts';
import { NativeFunction } from '../../objects/functions.ts';
import { PyDict } from '../../objects/mappings.ts';
import { PyList, PyTuple } from '../../objects/sequences.ts';
import { typeName } from '../../operations/numbers.ts';
import {
  type BinaryOp,
  type CallArguments,
  type CompareOp,
  PyObject,
  PyStr,
  type PyValue,
  Unknown,
} from '../../values.ts';
import { dimensionObject } from '../numpy/dimensionObject.ts';
import { CodeStringObject, stringSet } from './codeStringObject.ts';
import { isSameEquation, SingleEquationObject } from './singleEquationObject.ts';

/** Attributes that Brian's object has and ours lacks. */
const MISSING = new Set(
  (
    'dependencies get_substituted_expressions check_units check_flags check_identifier check_identifiers ' +
    'identifier_checks register_identifier_check'
  ).split(' '),
);

/** `Equations(...)` as scripts see it: a mapping of names to single equations. */
export class EquationsObject extends PyObject {
  readonly typeName = 'Equations';

  /** The units of its equations are known to the session from here on, as Python's own are. */
  constructor(
    readonly equations: Equations,
    session: Session,
  ) {
    super();
    registerUnits(equations, session);
  }

  override binary(op: BinaryOp, other: PyValue, reflected: boolean, ctx: Interpreter): PyValue | undefined {
    if (op !== '+' || reflected) return undefined;
    if (other instanceof Unknown) return new Unknown();
    const report = reportTo(ctx.session.problems, ctx.location());
    if (other instanceof EquationsObject)
      return new EquationsObject(this.equations.plus(other.equations, report), ctx.session);
    if (other instanceof PyStr)
      return new EquationsObject(this.equations.plus(Equations.parse(other, report), report), ctx.session);
    return undefined;
  }

  override getAttribute(name: string, ctx: Interpreter): PyValue | undefined {
    const method = METHODS[name];
    if (method !== undefined) return new NativeFunction(name, (args, inner) => method(this, args, inner));
    const property = PROPERTIES[name];
    if (property !== undefined) return property(this.equations);
    if (!MISSING.has(name)) return undefined;
    return ctx.mode === 'analysis'
      ? new Unknown()
      : ctx.raise('NotImplementedError', `Spikelens doesn't support Equations.${name} yet.`);
  }

  override getItem(key: PyValue, ctx: Interpreter): PyValue {
    if (key instanceof Unknown) return new Unknown();
    return this.find(key) ?? (this.equations.complete ? ctx.raise('KeyError', ctx.repr(key)) : new Unknown());
  }

  find(key: PyValue): SingleEquationObject | undefined {
    const equation = key instanceof PyStr ? this.equations.get(key.value) : undefined;
    return equation && new SingleEquationObject(equation);
  }

  override contains(value: PyValue): boolean | undefined {
    if (value instanceof Unknown) return undefined;
    return value instanceof PyStr && this.equations.has(value.value);
  }

  override iterate(): Iterable<PyValue> {
    return this.equations.names().map((name) => new PyStr(name));
  }

  override length(): number {
    return this.equations.size;
  }

  override compare(op: CompareOp, other: PyValue): PyValue | undefined {
    if ((op !== '==' && op !== '!=') || !(other instanceof EquationsObject)) return undefined;
    return isSameModel(this.equations, other.equations) === (op === '==');
  }

  override str(ctx: Interpreter): string {
    return this.equations.toString(unitRegistryOf(ctx.session));
  }

  override repr(): string {
    return this.equations.repr();
  }
}

/** Brian makes a unit of the text after the colon; what a script makes, later quantities are shown in. */
export function registerUnits(equations: Equations, session: Session): void {
  const registry = unitRegistryOf(session);
  for (const { unit } of equations.values()) if (unit !== undefined) registry.add(unit);
}

function isSameModel(a: Equations, b: Equations): boolean {
  if (a.size !== b.size) return false;
  return [...a.values()].every((equation) => {
    const other = b.get(equation.name);
    return other !== undefined && isSameEquation(equation, other);
  });
}

type Method = (object: EquationsObject, args: CallArguments, ctx: Interpreter) => PyValue;

const METHODS: Readonly<Record<string, Method>> = {
  substitute: ({ equations }, args, ctx) => {
    const by = replacements(args.keywords, ctx);
    const report = reportTo(ctx.session.problems, args.location);
    return by === undefined
      ? new Unknown()
      : new EquationsObject(equations.substitute(by, report), ctx.session);
  },
  get: (object, args) => {
    const [key = null, otherwise = null] = bindSignature('get', args, ['key', 'default=None']).values;
    return object.find(key) ?? otherwise;
  },
  keys: (object) => new PyList([...object.iterate()]),
  values: ({ equations }) => new PyList([...equations.values()].map(objectOf)),
  items: ({ equations }) =>
    new PyList([...equations.values()].map((one) => new PyTuple([new PyStr(one.name), objectOf(one)]))),
};

const PROPERTIES: Readonly<Record<string, (equations: Equations) => PyValue>> = {
  names: (equations) => stringSet(equations.names()),
  diff_eq_names: (equations) => stringSet(equations.namesOf('differential equation')),
  subexpr_names: (equations) => stringSet(equations.namesOf('subexpression')),
  eq_names: (equations) => stringSet(equations.namesOf('differential equation', 'subexpression')),
  parameter_names: (equations) => stringSet(equations.namesOf('parameter')),
  identifiers: (equations) => stringSet(equations.identifiers),
  stochastic_variables: (equations) => stringSet(equations.stochasticVariables),
  is_stochastic: (equations) => equations.isStochastic,
  stochastic_type: ({ stochasticType }) => (stochasticType === undefined ? null : new PyStr(stochasticType)),
  diff_eq_expressions: (equations) => expressions(equations, 'differential equation'),
  eq_expressions: (equations) => expressions(equations, 'differential equation', 'subexpression'),
  ordered: ({ ordered }) => new PyList(ordered.map(objectOf)),
  dimensions: (equations) =>
    new PyDict(
      [...equations.values()].map(({ name, dimension }) => [new PyStr(name), dimensionObject(dimension)]),
    ),
};

function expressions(equations: Equations, ...types: readonly SingleEquation['type'][]): PyValue {
  const defined = [...equations.values()].filter(({ type }) => types.includes(type));
  return new PyList(
    defined.map(({ name, exprText, expr }) => {
      return new PyTuple([new PyStr(name), new CodeStringObject('Expression', exprText, expr)]);
    }),
  );
}

function objectOf(equation: SingleEquation): SingleEquationObject {
  return new SingleEquationObject(equation);
}

/** `Equations(text, name=replacement, ...)`. */
export function makeEquations(args: CallArguments, ctx: Interpreter): PyValue {
  const { values, keywordRest } = bindSignature('Equations.__init__', args, ['eqns', '**kwds']);
  const [text = null] = values;
  const by = replacements(keywordRest, ctx);
  if (text instanceof Unknown || by === undefined) return new Unknown();
  const report = reportTo(ctx.session.problems, args.location);
  if (text instanceof PyStr) return new EquationsObject(Equations.parse(text, report, by), ctx.session);
  const listed = [...ctx.iterate(text)];
  const wrong = listed.find((item) => !(item instanceof SingleEquationObject));
  if (wrong !== undefined)
    return ctx.raise(
      'TypeError',
      `The list should only contain SingleEquation objects, not <class '${typeName(wrong)}'>`,
    );
  const equations = listed.map((item) => (item as SingleEquationObject).equation);
  return new EquationsObject(Equations.of(equations, report), ctx.session);
}

/** Undefined where a value is not known: then nothing is known of the equations. */
function replacements(
  keywords: ReadonlyMap<string, PyValue>,
  ctx: Interpreter,
): Map<string, Replacement> | undefined {
  const found = new Map<string, Replacement>();
  for (const [name, value] of keywords) {
    if (value instanceof Unknown) return undefined;
    const isText = value instanceof PyStr;
    found.set(name, isText ? { kind: 'text', text: value } : { kind: 'value', text: `(${ctx.repr(value)})` });
  }
  return found;
}

/** Brian's `Function`: what strings may call. */
import type { ArgumentType, BrianFunction, ReturnType } from '../../../../functions/function.ts';
import { DIMENSIONLESS } from '../../../../units/dimension.ts';
import type { Interpreter } from '../../../interpreter.ts';
import { bindArguments } from '../../../objects/arguments.ts';
import { typeError, valueError } from '../../../objects/errors.ts';
import { PyList, PySequence, PyTuple } from '../../../objects/sequences.ts';
import { findAttribute } from '../../../operations/attributes.ts';
import { type CallArguments, PyObject, PyStr, type PyValue, Unknown } from '../../../values.ts';
import { nameOf } from './checkUnits.ts';
import { ARGUMENT_TYPES, RETURN_TYPES } from './declareTypes.ts';
import { Implementations } from './implementations.ts';
import { callWithNumpy } from './numpyCall.ts';
import { argumentUnit, dimensionOfSpec, returnUnit } from './unitSpecs.ts';

/** How a function was made: `Function(pyfunc, ...)`, with what its Python function itself says filled in. */
export interface FunctionSpec {
  readonly pyfunc: PyValue;
  readonly argUnits: readonly PyValue[];
  readonly argNames: readonly string[] | undefined;
  readonly returnUnit: PyValue;
  readonly argTypes: readonly PyValue[];
  readonly returnType: PyValue;
  readonly stateless: boolean;
  readonly autoVectorise: boolean;
}

export class BrianFunctionObject extends PyObject {
  readonly typeName: string = 'Function';
  readonly implementations: Implementations;

  constructor(
    readonly fn: BrianFunction,
    readonly python: PyValue,
    implementations?: Implementations,
  ) {
    super();
    this.implementations = implementations ?? new Implementations();
  }

  override call(args: CallArguments, ctx: Interpreter): PyValue {
    const [keyword] = args.keywords.keys();
    if (keyword !== undefined)
      throw typeError(`Function.__call__() got an unexpected keyword argument '${keyword}'`);
    return ctx.call(this.python, args);
  }

  override getAttribute(name: string, _ctx: Interpreter): PyValue | undefined {
    switch (name) {
      case 'pyfunc':
        return this.python;
      case 'stateless':
        return this.fn.stateless;
      case 'auto_vectorise':
        return this.fn.autoVectorise ?? false;
      case 'implementations':
        return this.implementations;
      default:
        return undefined;
    }
  }
}

const SIGNATURE = [
  'pyfunc',
  'sympy_func=None',
  'arg_units=None',
  'arg_names=None',
  'return_unit=None',
  'arg_types=None',
  'return_type=None',
  'stateless=True',
  'auto_vectorise=False',
];

/** `Function(pyfunc, ...)`. */
export function makeFunction(call: CallArguments, ctx: Interpreter): PyValue {
  const values = bindArguments('Function.__init__', call, SIGNATURE);
  if (values.some((value) => value instanceof Unknown)) return new Unknown();
  const [pyfunc = null, , argUnits = null, argNames = null, returns = null, argTypes = null] = values;
  const [returnType = null, stateless = true, autoVectorise = false] = values.slice(6);
  const spec = completedSpec(
    pyfunc,
    { argUnits, argNames, returns, argTypes, returnType },
    { stateless: ctx.truth(stateless), autoVectorise: ctx.truth(autoVectorise) },
    ctx,
  );
  return functionOf(spec, returns, ctx);
}

/** The function that wraps a decorated Python function; stateless unless Brian can't know. */
export function wrappedFunction(pyfunc: PyValue, stateless: boolean, ctx: Interpreter): BrianFunctionObject {
  const attribute = (name: string) => findAttribute(pyfunc, name, ctx) ?? null;
  // Names and a truth value as result are seen only where Brian wraps a function that it finds in a namespace.
  const found = !stateless;
  const returns = found ? attribute('_return_unit') : null;
  const given = {
    argUnits: null,
    argNames: attribute('_arg_names'),
    returns,
    argTypes: null,
    returnType: null,
  };
  return functionOf(completedSpec(pyfunc, given, { stateless, autoVectorise: false }, ctx), returns, ctx);
}

interface GivenSpec {
  readonly argUnits: PyValue;
  readonly argNames: PyValue;
  readonly returns: PyValue;
  readonly argTypes: PyValue;
  readonly returnType: PyValue;
}

/** Fills in what the Python function says of itself. Raises Brian's ValueErrors and TypeErrors. */
function completedSpec(
  pyfunc: PyValue,
  given: GivenSpec,
  flags: { readonly stateless: boolean; readonly autoVectorise: boolean },
  ctx: Interpreter,
): FunctionSpec {
  const attribute = (name: string) => findAttribute(pyfunc, name, ctx);
  const missing = (parameter: string) =>
    valueError(
      `The Python function '${nameOf(pyfunc, ctx)}' does not specify how it deals with units, need to specify ` +
        `'${parameter}' or use the '@check_units' decorator.`,
    );
  const units = given.argUnits ?? attribute('_arg_units');
  if (units === undefined) throw missing('arg_units');
  const argUnits = itemsOf(units, ctx);
  const argNames = given.argNames === null ? undefined : itemsOf(given.argNames, ctx).map((n) => ctx.str(n));
  if (given.argUnits !== null) checkNames(argUnits, argNames);
  const result = given.returns ?? attribute('_return_unit');
  if (result === undefined) throw missing('return_unit');
  if (result === null)
    throw valueError(
      `The Python function '${nameOf(pyfunc, ctx)}' does not specify the unit for its return value.`,
    );
  const types = given.argTypes ?? attribute('_arg_types');
  const argTypes = types === undefined ? argUnits.map(() => new PyStr('any')) : itemsOf(types, ctx);
  const returnType = given.returnType ?? attribute('_return_type') ?? new PyStr('float');
  const spec = { pyfunc, argUnits, argNames, returnUnit: result, argTypes, returnType, ...flags };
  checkTypes(spec, ctx);
  return spec;
}

function checkNames(argUnits: readonly PyValue[], argNames: readonly string[] | undefined): void {
  if (!argUnits.some((unit) => unit instanceof PyStr)) return;
  if (argNames === undefined) throw typeError('Need to specify the names of the arguments.');
  if (argNames.length !== argUnits.length)
    throw typeError(
      `arg_names and arg_units need to have the same length (${argNames.length} != (${argUnits.length})`,
    );
}

function checkTypes({ pyfunc, argTypes, argUnits, returnType }: FunctionSpec, ctx: Interpreter): void {
  const name = nameOf(pyfunc, ctx);
  const invalid = (kind: string, type: PyValue, valid: readonly string[]) => {
    const list = valid.map((one) => `'${one}'`).join(', ');
    return valueError(
      `${kind} type ${ctx.str(type)} is not valid, must be one of [${list}], in function '${name}'.`,
    );
  };
  for (const [k, type] of argTypes.entries()) {
    if (type instanceof Unknown) continue;
    const text = ctx.str(type);
    const dimension = dimensionOfSpec(argUnits[k] ?? null, ctx);
    if (text !== 'float' && text !== 'any' && dimension !== undefined && dimension !== DIMENSIONLESS)
      throw typeError(`Non-float arguments must be dimensionless in function ${name}`);
    if (!(ARGUMENT_TYPES as readonly string[]).includes(text))
      throw invalid('Argument', type, ARGUMENT_TYPES);
  }
  const known =
    returnType instanceof Unknown || (RETURN_TYPES as readonly string[]).includes(ctx.str(returnType));
  if (!known) throw invalid('Return', returnType, RETURN_TYPES);
}

/** `returns`: the unit that was given for the result; Brian takes only that for a truth value. */
function functionOf(spec: FunctionSpec, returns: PyValue, ctx: Interpreter): BrianFunctionObject {
  const implementations = new Implementations();
  const names = spec.argNames ?? spec.argUnits.map((_, k) => `x${k + 1}`);
  const unit = returnUnit(spec.returnUnit, ctx);
  const fn: BrianFunction = {
    name: nameOf(spec.pyfunc, ctx),
    argNames: names,
    argUnits: spec.argUnits.map((one) => argumentUnit(one, names, ctx)),
    argTypes: spec.argTypes.map((type) => typeName(type, ARGUMENT_TYPES, 'any', ctx)),
    returnUnit: unit === 'boolean' && returns === null ? DIMENSIONLESS : unit,
    returnType: typeName(spec.returnType, RETURN_TYPES, 'float', ctx),
    stateless: spec.stateless,
    autoVectorise: spec.autoVectorise,
    implementation: {
      kind: 'script',
      call: (args) => callWithNumpy(fn, spec, implementations, args, ctx),
      code: (target) => implementations.code(target, ctx),
      targets: () => implementations.targets(),
    },
  };
  return new BrianFunctionObject(fn, spec.pyfunc, implementations);
}

function typeName<T extends ArgumentType | ReturnType>(
  type: PyValue,
  valid: readonly T[],
  otherwise: T,
  ctx: Interpreter,
): T {
  const text = type instanceof Unknown ? '' : ctx.str(type);
  return valid.find((one) => one === text) ?? otherwise;
}

function itemsOf(value: PyValue, ctx: Interpreter): readonly PyValue[] {
  if (value instanceof PyList || value instanceof PyTuple || value instanceof PySequence) return value.items;
  return [...ctx.iterate(value)];
}

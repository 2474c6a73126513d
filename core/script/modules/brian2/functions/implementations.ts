/** `f.implementations` and `@implementation(...)`: what a function is in the languages that code is generated for. */
import { kindOf } from '../../../../arrays/dtype.ts';
import { NdArray } from '../../../../arrays/ndarray.ts';
import type { BrianFunction, TargetCode } from '../../../../functions/function.ts';
import type { Interpreter } from '../../../interpreter.ts';
import { bindSignature } from '../../../objects/arguments.ts';
import { pythonError, typeError } from '../../../objects/errors.ts';
import { NativeFunction } from '../../../objects/functions.ts';
import { PyDict } from '../../../objects/mappings.ts';
import { typeName } from '../../../operations/numbers.ts';
import { type CallArguments, PyObject, PyStr, type PyValue, Unknown } from '../../../values.ts';
import { asNumeric } from '../../numpy/index.ts';
import { compilerOptions } from './compilerOptions.ts';

/** One implementation, as the script gave it. */
export interface Implementation {
  /** Text, a dictionary of texts, or for 'numpy' a Python function. */
  readonly code: PyValue;
  readonly namespace?: PyValue;
  readonly dependencies?: PyValue;
  readonly name?: PyValue;
  readonly compiler?: ReadonlyMap<string, PyValue>;
  /** Only for 'numpy': whether the function gets units; 'nothing' where it is called as it is. */
  readonly discard?: boolean | 'nothing';
  /** The code is a function of the group that uses it. */
  readonly dynamic?: boolean;
}

/** The implementations of a function, by target. */
export class Implementations extends PyObject {
  readonly typeName = 'FunctionImplementationContainer';
  private readonly byTarget = new Map<string, Implementation>();
  private readonly codes = new Map<Implementation, TargetCode>();

  add(target: string, implementation: Implementation): void {
    this.byTarget.set(target, implementation);
  }

  targets(): string[] {
    return [...this.byTarget.keys()];
  }

  /** The Python function to call, by default the one that `otherwise` gives. */
  numpy(otherwise: () => Implementation): {
    readonly python: PyValue;
    readonly discard: boolean | 'nothing';
  } {
    const given = this.byTarget.get('numpy') ?? otherwise();
    if (given.dynamic) throw dynamicProblem();
    this.add('numpy', given);
    return { python: given.code, discard: given.discard ?? 'nothing' };
  }

  code(target: string, ctx: Interpreter): TargetCode | undefined {
    const given = this.byTarget.get(target);
    if (given === undefined) return undefined;
    if (given.dynamic) throw dynamicProblem();
    const known = this.codes.get(given) ?? targetCode(given, ctx);
    this.codes.set(given, known);
    return known;
  }

  override getAttribute(name: string): PyValue | undefined {
    const method = METHODS.get(name);
    return method && new NativeFunction(name, (args, ctx) => method(this, args, ctx));
  }

  override getItem(key: PyValue): PyValue | undefined {
    const found = this.byTarget.get(targetName(key));
    return found === undefined ? undefined : new ImplementationObject(found);
  }

  override contains(key: PyValue): boolean {
    return this.byTarget.has(targetName(key));
  }

  override iterate(): Iterable<PyValue> {
    return this.targets().map((target) => new PyStr(target));
  }

  override length(): number {
    return this.byTarget.size;
  }
}

/** What `f.implementations['cpp']` gives. */
class ImplementationObject extends PyObject {
  readonly typeName = 'FunctionImplementation';

  constructor(private readonly given: Implementation) {
    super();
  }

  override getAttribute(name: string): PyValue | undefined {
    if (name === 'name') return this.given.name ?? null;
    if (name === 'dependencies') return this.given.dependencies ?? new PyDict();
    if (name === 'get_code') return new NativeFunction(name, () => this.given.code);
    return name === 'get_namespace'
      ? new NativeFunction(name, () => this.given.namespace ?? null)
      : undefined;
  }
}

type Method = (self: Implementations, args: CallArguments, ctx: Interpreter) => PyValue;

const METHODS: ReadonlyMap<string, Method> = new Map<string, Method>([
  ['add_implementation', (self, args) => addFrom(self, args, false)],
  ['add_dynamic_implementation', (self, args) => addFrom(self, args, true)],
  ['add_numpy_implementation', addNumpy],
  ['keys', (self) => new PyDict(self.targets().map((target) => [new PyStr(target), null] as const))],
]);

const ADD_SIGNATURE = [
  'target',
  'code',
  'namespace=None',
  'dependencies=None',
  'availability_check=None',
  'name=None',
  'compiler_kwds=None',
];

function addFrom(self: Implementations, args: CallArguments, dynamic: boolean): PyValue {
  const { values } = bindSignature('add_implementation', args, ADD_SIGNATURE);
  const [target = null, code = null, namespace = null, dependencies = null, , name = null, kwds] = values;
  if (dynamic && (!(code instanceof PyObject) || code instanceof PyStr))
    throw typeError(`code argument has to be a callable, is type <class '${typeName(code)}'> instead`);
  const compiler =
    kwds instanceof PyDict
      ? new Map([...kwds.entries()].map(([key, value]) => [targetName(key), value] as const))
      : new Map<string, PyValue>();
  self.add(targetName(target), { code, namespace, dependencies, name, compiler, dynamic });
  return null;
}

function addNumpy(self: Implementations, args: CallArguments, ctx: Interpreter): PyValue {
  const signature = ['wrapped_func', 'dependencies=None', 'discard_units=None', 'compiler_kwds=None'];
  const [code = null, dependencies = null, discard = null] = bindSignature(
    'add_numpy_implementation',
    args,
    signature,
  ).values;
  self.add('numpy', { code, dependencies, discard: discardUnits(discard, ctx) });
  return null;
}

/** None leaves it to the preference. */
export function discardUnits(given: PyValue, ctx: Interpreter): boolean {
  if (given !== null) return ctx.truth(given);
  return ctx.session.preferences.get('codegen.runtime.numpy.discard_units') === true;
}

/** Scripts may name a target by a class too. */
function targetName(target: PyValue): string {
  if (target instanceof PyStr) return target.value;
  const name = target instanceof PyObject && 'name' in target ? String(target.name) : '';
  return /^(\w+?)(Code(Generator|Object))$/.exec(name)?.[1]?.toLowerCase() ?? name;
}

/** Raises TypeError, ValueError and NotImplementedError for what a compiler can't be given. */
function targetCode(given: Implementation, ctx: Interpreter): TargetCode {
  const { code } = given;
  const part = (name: string) => (code instanceof PyDict ? code.get(new PyStr(name)) : undefined);
  const text = code instanceof PyStr ? code : part('support_code');
  const definitions = part('hashdefine_code');
  return {
    ...(given.name instanceof PyStr && { name: given.name.value }),
    text: text instanceof PyStr ? text.value : '',
    definitions: definitions instanceof PyStr ? definitions.value : '',
    namespace: namespaceArrays(given.namespace ?? null, ctx),
    dependencies: dependenciesOf(given.dependencies ?? null),
    compiler: compilerOptions(given.compiler ?? new Map(), ctx),
  };
}

function namespaceArrays(namespace: PyValue, ctx: Interpreter): TargetCode['namespace'] {
  const arrays = new Map<string, Float64Array | Float32Array | Int32Array>();
  if (!(namespace instanceof PyDict)) return arrays;
  for (const [key, value] of namespace.entries()) {
    const array = asNumeric(value, ctx)?.value;
    if (!(array instanceof NdArray) || array.ndim === 0)
      throw pythonError(
        'NotImplementedError',
        'Directly replace scalar values in the function instead of providing them via the namespace',
      );
    arrays.set(ctx.str(key), typedArray(array));
  }
  return arrays;
}

function typedArray(array: NdArray): Float64Array | Float32Array | Int32Array {
  const flat = array.flat();
  if (array.dtype === 'float32') return Float32Array.from(flat);
  return kindOf(array.dtype) === 'float' ? Float64Array.from(flat) : Int32Array.from(flat);
}

function dependenciesOf(dependencies: PyValue): ReadonlyMap<string, BrianFunction> {
  const functions = new Map<string, BrianFunction>();
  if (!(dependencies instanceof PyDict)) return functions;
  for (const [key, value] of dependencies.entries())
    if (key instanceof PyStr && hasFunction(value)) functions.set(key.value, value.fn);
  return functions;
}

function hasFunction(value: PyValue): value is PyObject & { readonly fn: BrianFunction } {
  return value instanceof PyObject && 'fn' in value && !(value instanceof Unknown);
}

function dynamicProblem(): Error {
  return pythonError(
    'NotImplementedError',
    "Spikelens doesn't support implementations that depend on the group (add_dynamic_implementation) yet.",
  );
}

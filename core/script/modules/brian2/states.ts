/** `get_states` and `set_states`: the values of all variables of an object, as a dictionary of copies. */
import { NdArray } from '../../../arrays/ndarray.ts';
import type { Interpreter } from '../../interpreter.ts';
import { NativeFunction } from '../../objects/functions.ts';
import { PyDict } from '../../objects/mappings.ts';
import { PyObject, PyStr, type PyValue, Unknown } from '../../values.ts';
import { asNumeric, fromNumeric } from '../numpy/objects.ts';
import { Arguments } from './arguments.ts';
import { settled } from './variableView.ts';

export interface StateSelection {
  readonly subexpressions: boolean;
  readonly readOnly: boolean;
}

/** An object whose variables can be listed, read and set by name. */
export interface StateHolder {
  stateNames(selection: StateSelection): readonly string[];
  /** Undefined where there is no such variable. */
  stateValue(name: string, units: boolean, ctx: Interpreter): PyValue | undefined;
  setState(name: string, value: PyValue, units: boolean, ctx: Interpreter): void;
}

export function isStateHolder(value: PyValue): value is PyObject & StateHolder {
  return value instanceof PyObject && 'stateNames' in value;
}

const SELECTING = [
  'units=True',
  "format='dict'",
  'subexpressions=False',
  'read_only_variables=True',
  'level=0',
];
const SETTING = ['values', 'units=True', "format='dict'", 'level=0'];

/** The methods of one object; undefined for other names. */
export function stateMethod(name: string, holder: StateHolder): PyValue | undefined {
  if (name === 'get_states')
    return method(name, ['vars=None', ...SELECTING], (args) => {
      const wanted = args.get('vars');
      const names = wanted === undefined ? holder.stateNames(selection(args)) : namesIn(wanted, args.ctx);
      return statesOf(holder, names, flag(args, 'units', true), args.ctx);
    });
  if (name === 'set_states')
    return method(name, SETTING, (args) => {
      setStates(holder, args.get('values') ?? null, flag(args, 'units', true), args.ctx);
      return null;
    });
  return undefined;
}

/** The same for a network: dictionaries by the names of its objects. */
export function networkStateMethod(
  name: string,
  holders: () => ReadonlyMap<string, StateHolder>,
): PyValue | undefined {
  if (name === 'get_states')
    return method(name, SELECTING, (args) => {
      const states = new PyDict();
      for (const [object, holder] of holders())
        states.set(
          new PyStr(object),
          statesOf(holder, holder.stateNames(selection(args)), flag(args, 'units', true), args.ctx),
        );
      return states;
    });
  if (name === 'set_states')
    return method(name, SETTING, (args) => {
      setNetworkStates(holders(), args);
      return null;
    });
  return undefined;
}

function setNetworkStates(holders: ReadonlyMap<string, StateHolder>, args: Arguments): void {
  const { ctx } = args;
  const values = args.get('values');
  if (!(values instanceof PyDict)) return;
  for (const [key, states] of values.entries()) {
    const name = ctx.str(key);
    const holder = holders.get(name);
    if (holder !== undefined) setStates(holder, states, flag(args, 'units', true), ctx);
    else if (!ctx.session.hasOpenNetwork)
      ctx.raise('KeyError', `"Network does not include a network with name '${name}'."`);
  }
}

/** Raises NotImplementedError for formats that nobody has registered. */
function method(name: string, signature: readonly string[], body: (args: Arguments) => PyValue): PyValue {
  return new NativeFunction(name, (call, ctx) => {
    const args = new Arguments(name, call, signature, ctx);
    const format = args.text('format') ?? 'dict';
    if (format === 'pandas') args.raise('ImportError', NO_PANDAS, 'format');
    if (format !== 'dict') args.raise('NotImplementedError', `Format '${format}' is not supported`, 'format');
    return body(args);
  });
}

const NO_PANDAS =
  "Exporting to pandas needs a working installation of pandas. Importing pandas failed: No module named 'pandas'";

function flag(args: Arguments, name: string, usual: boolean): boolean {
  const value = args.get(name);
  return value === undefined || value instanceof Unknown ? usual : args.ctx.truth(value);
}

function selection(args: Arguments): StateSelection {
  return {
    subexpressions: flag(args, 'subexpressions', false),
    readOnly: flag(args, 'read_only_variables', true),
  };
}

function namesIn(wanted: PyValue, ctx: Interpreter): string[] {
  if (wanted instanceof Unknown) return [];
  return [...ctx.iterate(wanted)].flatMap((name) => (name instanceof PyStr ? [name.value] : []));
}

function statesOf(holder: StateHolder, names: readonly string[], units: boolean, ctx: Interpreter): PyDict {
  const states = new PyDict();
  for (const name of names) {
    const value = holder.stateValue(name, units, ctx);
    if (value === undefined) ctx.raise('KeyError', `'State variable ${name} not found.'`);
    states.set(new PyStr(name), copied(value, ctx));
  }
  return states;
}

/** As an array of its own; what has no axes is an array without axes. */
function copied(value: PyValue, ctx: Interpreter): PyValue {
  const values = settled(value, ctx);
  const numeric = values instanceof Unknown ? undefined : asNumeric(values, ctx);
  if (numeric === undefined) return values;
  const array = numeric.value instanceof NdArray ? numeric.value : NdArray.scalar(numeric.value);
  return fromNumeric({ ...numeric, value: array, isArray: true });
}

function setStates(holder: StateHolder, values: PyValue, units: boolean, ctx: Interpreter): void {
  if (!(values instanceof PyDict)) return;
  for (const [key, value] of values.entries())
    if (!(key instanceof Unknown)) holder.setState(ctx.str(key), value, units, ctx);
}

/** Calls. */
import type { Location } from '../../text/range.ts';
import { typeOf } from '../builtins/types.ts';
import { PyInstance } from '../objects/classes.ts';
import { typeError } from '../objects/errors.ts';
import { NativeMethod } from '../objects/functions.ts';
import { PyDict } from '../objects/mappings.ts';
import { PyList } from '../objects/sequences.ts';
import { getAttribute } from '../operations/attributes.ts';
import { typeName } from '../operations/numbers.ts';
import type { Argument, ExprOf } from '../syntax/ast.ts';
import { type CallArguments, PyStr, type PyValue, Unknown } from '../values.ts';
import type { Compiler } from './compiler.ts';
import type { Eval, Frame } from './frame.ts';

const NO_KEYWORDS: ReadonlyMap<string, PyValue> = new Map();

/** The arguments of a call; undefined where nobody knows how many there are, so that the call is unknown, too. */
type Gather = (frame: Frame) => CallArguments | undefined;

export function compileCall(c: Compiler, expr: ExprOf<'call'>): Eval {
  const gather = compileArguments(c, expr.args, c.locationOf(expr));
  if (expr.callee.kind === 'attribute') return methodCall(c, expr, expr.callee, gather);
  const callee = c.expr(expr.callee);
  const { evaluator } = c;
  return (frame) => {
    const target = callee(frame);
    const args = gather(frame);
    frame.at = expr;
    return args ? evaluator.call(target, args) : new Unknown();
  };
}

/** Calls a method of a builtin class without making the bound method. */
function methodCall(c: Compiler, expr: ExprOf<'call'>, callee: ExprOf<'attribute'>, gather: Gather): Eval {
  const object = c.expr(callee.object);
  const { name } = callee;
  const { evaluator } = c;
  return (frame) => {
    const self = object(frame);
    const method = isBuiltinValue(self) ? typeOf(self).lookup(name) : undefined;
    if (method instanceof NativeMethod) {
      const args = gather(frame);
      frame.at = expr;
      return args ? method.body(self, args, evaluator) : new Unknown();
    }
    frame.at = callee;
    const target = getAttribute(self, name, evaluator);
    const args = gather(frame);
    frame.at = expr;
    return args ? evaluator.call(target, args) : new Unknown();
  };
}

/** Values whose attributes are those of their class alone. */
function isBuiltinValue(value: PyValue): boolean {
  if (value instanceof PyStr || value instanceof PyList) return true;
  return value instanceof PyDict && value.typeName === 'dict';
}

export function compileArguments(c: Compiler, args: readonly Argument[], location: Location): Gather {
  const simple = args.every((argument) => argument.form === 'plain' || argument.form === 'keyword');
  return simple ? simpleArguments(c, args, location) : unpackedArguments(c, args, location);
}

function simpleArguments(c: Compiler, args: readonly Argument[], location: Location): Gather {
  const positional = args.filter((argument) => argument.form === 'plain');
  const named = args.filter((argument) => argument.form === 'keyword');
  const values = positional.map((argument) => c.expr(argument.value));
  const positionalLocations = positional.map((argument) => c.locationOf(argument.value));
  const keywordValues = named.map((argument) => [argument.name ?? '', c.expr(argument.value)] as const);
  const keywordLocations = new Map(
    named.map((argument) => [argument.name ?? '', c.locationOf(argument.value)] as const),
  );
  const locateKeyword = keywordLocator(c, args);
  return (frame) => {
    const given = values.map((value) => value(frame));
    let keywords = NO_KEYWORDS;
    if (keywordValues.length > 0) {
      const map = new Map<string, PyValue>();
      for (const [name, value] of keywordValues) map.set(name, value(frame));
      keywords = map;
    }
    return { positional: given, keywords, location, positionalLocations, keywordLocations, locateKeyword };
  };
}

function keywordLocator(c: Compiler, args: readonly Argument[]): (name: string) => Location | undefined {
  return (name) => {
    const argument = args.find((one) => one.form === 'keyword' && one.name === name);
    return argument && c.locationOf({ start: argument.start, end: argument.start + name.length });
  };
}

function unpackedArguments(c: Compiler, args: readonly Argument[], location: Location): Gather {
  const parts = args.map((argument) => ({
    form: argument.form,
    name: argument.name ?? '',
    value: c.expr(argument.value),
    location: c.locationOf(argument.value),
    span: argument.value,
  }));
  const locateKeyword = keywordLocator(c, args);
  return (frame) => {
    const positional: PyValue[] = [];
    const positionalLocations: Location[] = [];
    const keywords = new Map<string, PyValue>();
    const keywordLocations = new Map<string, Location>();
    for (const part of parts) {
      const value = part.value(frame);
      frame.at = part.span;
      if (isUncountable(value) && (part.form === 'star' || part.form === 'doubleStar')) return undefined;
      if (part.form === 'keyword' || part.form === 'doubleStar') {
        for (const [name, item] of part.form === 'keyword'
          ? [[part.name, value] as const]
          : mappingEntries(value, c)) {
          if (keywords.has(name)) throw typeError(`got multiple values for keyword argument '${name}'`);
          keywords.set(name, item);
          keywordLocations.set(name, part.location);
        }
        continue;
      }
      for (const item of part.form === 'star' ? c.evaluator.iterate(value) : [value]) {
        positional.push(item);
        positionalLocations.push(part.location);
      }
    }
    return { positional, keywords, location, positionalLocations, keywordLocations, locateKeyword };
  };
}

/** Analysis does not know what unpacking it gives. */
function isUncountable(value: PyValue): boolean {
  return value instanceof Unknown || (value instanceof PyDict && value.hasUnknownKeys);
}

function mappingEntries(value: PyValue, c: Compiler): (readonly [string, PyValue])[] {
  const native = value instanceof PyInstance ? value.native : value;
  if (!(native instanceof PyDict))
    throw typeError(`argument after ** must be a mapping, not ${typeName(value)}`);
  return [...native.entries()].map(([key, item]) => {
    if (!(key instanceof PyStr)) throw typeError('keywords must be strings');
    return [c.evaluator.str(key), item] as const;
  });
}

/** NumPy's print options, which belong to a session, and the functions that print with options of their own. */
import type { Kind } from '../../../arrays/dtype.ts';
import { positional, roundFixed, scientific } from '../../../arrays/floats.ts';
import { asArray } from '../../../arrays/ndarray.ts';
import {
  arrayRepr,
  arrayStr,
  arrayToString,
  PRINT_DEFAULTS,
  type PrintOptions,
} from '../../../arrays/print.ts';
import type { Interpreter } from '../../interpreter.ts';
import { callArguments } from '../../objects/arguments.ts';
import { valueError } from '../../objects/errors.ts';
import { NativeFunction } from '../../objects/functions.ts';
import { PyDict } from '../../objects/mappings.ts';
import { PyObject, PyStr, type PyValue } from '../../values.ts';
import { type Argument, integerArgument, numberArgument } from './arguments.ts';
import { define, type FunctionTable } from './define.ts';
import type { NumericEnvironment } from './environment.ts';
import { printOptionsOf, setPrintOptions } from './printSettings.ts';

const SIGNATURE =
  'precision=None threshold=None edgeitems=None linewidth=None suppress=None nanstr=None infstr=None ' +
  'formatter=None sign=None floatmode=None';

/** What a call states, on top of what held. */
function changed(known: PrintOptions, values: readonly Argument[], ctx: Interpreter): PrintOptions {
  const [precision, threshold, edgeItems, lineWidth, suppress, nan, infinity, formatter, sign, mode] = values;
  const text = (value: Argument, other: string) => (value instanceof PyStr ? value.value : other);
  const all = { ...PRINT_DEFAULTS, ...known };
  return {
    precision: integerArgument(precision, all.precision),
    threshold: numberArgument(threshold, all.threshold),
    edgeItems: integerArgument(edgeItems, all.edgeItems),
    lineWidth: numberArgument(lineWidth, all.lineWidth),
    suppressSmall: suppress === undefined || suppress === null ? all.suppressSmall : ctx.truth(suppress),
    nan: text(nan, all.nan),
    infinity: text(infinity, all.infinity),
    sign: oneOf(text(sign, all.sign), SIGNS, 'sign'),
    floatMode: oneOf(text(mode, all.floatMode), FLOAT_MODES, 'floatmode'),
    element: formatter instanceof PyDict ? elementTexts(formatter, ctx) : undefined,
  };
}

const SIGNS = ['-', '+', ' '] as const;
const FLOAT_MODES = ['fixed', 'unique', 'maxprec', 'maxprec_equal'] as const;

function oneOf<T extends string>(value: string, choices: readonly T[], name: string): T {
  const found = choices.find((choice) => choice === value);
  if (found !== undefined) return found;
  const listed = choices.map((choice) => `'${choice}'`).join(', ');
  throw valueError(`${name} option must be one of ${listed}`);
}

const FORMATTER_KEYS: Readonly<Record<Kind, readonly string[]>> = {
  float: ['float', 'float_kind', 'all'],
  integer: ['int', 'int_kind', 'all'],
  bool: ['bool', 'all'],
};

/** A script's functions for elements, by their kind. */
function elementTexts(formatter: PyDict, ctx: Interpreter): PrintOptions['element'] {
  const find = (kind: Kind) =>
    FORMATTER_KEYS[kind].map((key) => formatter.get(new PyStr(key))).find((value) => value !== undefined);
  return (kind, x) => {
    const write = find(kind);
    if (write === undefined || write === null) return undefined;
    const value = kind === 'float' ? x : kind === 'bool' ? x !== 0 : BigInt(x);
    return ctx.str(ctx.call(write, callArguments([value])));
  };
}

/** `with np.printoptions(precision=3):` */
class PrintOptionsContext extends PyObject {
  readonly typeName = 'contextlib._GeneratorContextManager';

  constructor(private readonly values: readonly Argument[]) {
    super();
  }

  override getAttribute(name: string): PyValue | undefined {
    if (name === '__enter__')
      return new NativeFunction(name, (_args, ctx) => {
        const before = printOptionsOf(ctx.session);
        this.before = before;
        setPrintOptions(ctx.session, changed(before, this.values, ctx));
        return optionsDict(printOptionsOf(ctx.session));
      });
    if (name !== '__exit__') return undefined;
    return new NativeFunction(name, (_args, ctx) => {
      setPrintOptions(ctx.session, this.before);
      return null;
    });
  }

  private before: PrintOptions = PRINT_DEFAULTS;
}

function optionsDict(options: PrintOptions): PyDict {
  const all = { ...PRINT_DEFAULTS, ...options };
  const integer = (x: number): PyValue => (Number.isInteger(x) ? BigInt(x) : x);
  const entries: readonly (readonly [string, PyValue])[] = [
    ['edgeitems', integer(all.edgeItems)],
    ['threshold', integer(all.threshold)],
    ['floatmode', new PyStr(all.floatMode)],
    ['precision', integer(all.precision)],
    ['suppress', all.suppressSmall],
    ['linewidth', integer(all.lineWidth)],
    ['nanstr', new PyStr(all.nan)],
    ['infstr', new PyStr(all.infinity)],
    ['sign', new PyStr(all.sign)],
    ['formatter', null],
    ['legacy', false],
  ];
  return new PyDict(entries.map(([key, value]) => [new PyStr(key), value] as const));
}

type ArrayText = (array: Parameters<typeof arrayStr>[0], options: PrintOptions) => string;

/** `array_str(a, max_line_width, precision, suppress_small)` and `array_repr`. */
function printing(write: ArrayText): FunctionTable[string] {
  return define(
    'a max_line_width=None precision=None suppress_small=None',
    ([a, width, precision, small], env) => {
      const given = [precision, undefined, undefined, width, small];
      const options = changed(printOptionsOf(env.ctx.session), given, env.ctx);
      return new PyStr(write(asArray(env.plain(a ?? null).value), options));
    },
  );
}

function arrayToText(values: readonly Argument[], env: NumericEnvironment): PyValue {
  const [
    a,
    width,
    precision,
    small,
    separator,
    prefix,
    ,
    formatter,
    threshold,
    edgeItems,
    sign,
    mode,
    suffix,
  ] = values;
  const given = [precision, threshold, edgeItems, width, small, undefined, undefined, formatter, sign, mode];
  const options = { ...PRINT_DEFAULTS, ...changed(printOptionsOf(env.ctx.session), given, env.ctx) };
  const array = asArray(env.plain(a ?? null).value);
  const text = (value: Argument, other: string) => (value instanceof PyStr ? value.value : other);
  if (array.ndim === 0) return new PyStr(arrayStr(array, options));
  return new PyStr(arrayToString(array, text(separator, ' '), text(prefix, ''), text(suffix, ''), options));
}

/** `format_float_positional(x, precision=None, unique=True, fractional=True, trim='k')`. */
function positionalText([x, precision, , , trim]: readonly Argument[]): PyValue {
  const number = numberArgument(x, 0);
  const places = integerArgument(precision, Number.POSITIVE_INFINITY);
  const { digits, exponent } = roundFixed(number, places, 'float64');
  const text = digits === '0' ? '0.' : positional(digits, exponent);
  const cut = trim instanceof PyStr && trim.value === '-' ? text.replace(/\.$/, '') : text;
  return new PyStr((number < 0 ? '-' : '') + cut);
}

function scientificText([x, precision]: readonly Argument[]): PyValue {
  const number = numberArgument(x, 0);
  const [mantissa, exponent] = Math.abs(number)
    .toExponential(precision === undefined || precision === null ? undefined : integerArgument(precision, 8))
    .split('e');
  const text = scientific(mantissa!.replace('.', ''), Number(exponent), '.');
  return new PyStr((number < 0 ? '-' : '') + text);
}

export const PRINTING: FunctionTable = {
  set_printoptions: define(`${SIGNATURE} legacy=None`, (values, env) => {
    const { ctx } = env;
    setPrintOptions(ctx.session, changed(printOptionsOf(ctx.session), values, ctx));
    return null;
  }),
  get_printoptions: define('', (_values, env) => optionsDict(printOptionsOf(env.ctx.session))),
  printoptions: define(SIGNATURE, (values) => new PrintOptionsContext(values)),
  array_str: printing(arrayStr),
  array_repr: printing(arrayRepr),
  array2string: define(
    'a max_line_width=None precision=None suppress_small=None separator=None prefix="" style=None formatter=None threshold=None edgeitems=None sign=None floatmode=None suffix=""',
    arrayToText,
  ),
  format_float_positional: define('x precision=None unique=True fractional=True trim="k"', positionalText),
  format_float_scientific: define('x precision=None unique=True trim="k"', scientificText),
};

/** Calls pyplot as a script would, without a script. */
import { NdArray } from '../../../../core/arrays/ndarray.ts';
import type { Figure } from '../../../../core/figures/figure.ts';
import { FigureManager } from '../../../../core/figures/manager.ts';
import type { Session } from '../../../../core/network/session.ts';
import type { Interpreter } from '../../../../core/script/interpreter.ts';
import { pyplotModule } from '../../../../core/script/modules/matplotlib/index.ts';
import { PyArray } from '../../../../core/script/modules/numpy/objects.ts';
import type { PyModule } from '../../../../core/script/objects/module.ts';
import { PyList } from '../../../../core/script/objects/sequences.ts';
import { PyObject, PyStr, type PyValue } from '../../../../core/script/values.ts';

export type Plain = null | boolean | bigint | number | string | Float64Array | PyObject | readonly Plain[];
export type Keywords = Readonly<Record<string, Plain>>;

export function toPython(value: Plain): PyValue {
  if (typeof value === 'string') return new PyStr(value);
  if (value instanceof Float64Array) return new PyArray(NdArray.of(value));
  if (Array.isArray(value)) return new PyList(value.map(toPython));
  return value as PyValue;
}

/** An interpreter that can do what pyplot asks of one. */
export function testInterpreter(mode: 'analysis' | 'run' = 'run'): Interpreter {
  const session = { mode, figures: new FigureManager() } as unknown as Session;
  const ctx: Interpreter = {
    mode,
    session,
    isExact: true,
    frame: () => {
      throw new Error('no frame');
    },
    location: () => undefined,
    assignedLocation: () => undefined,
    raise: (errorClass, message) => {
      throw Object.assign(new Error(message), { name: errorClass });
    },
    call: (callee, args) => (callee as PyObject).call(args, ctx)!,
    tick: () => {},
    repr: (value) => (value instanceof PyStr ? `'${value.value}'` : text(value, ctx)),
    str: (value) => (value instanceof PyStr ? value.value : text(value, ctx)),
    truth: (value) => (value instanceof PyObject ? value.truth(ctx) : Boolean(value)),
    iterate: (value) => (value as PyObject).iterate(ctx)!,
    evaluateText: () => null,
    mayHaveRun: () => {},
  };
  return ctx;
}

function text(value: PyValue, ctx: Interpreter): string {
  return value instanceof PyObject ? value.repr(ctx) : value === null ? 'None' : String(value);
}

export class Plotting {
  readonly ctx: Interpreter;
  readonly module: PyModule;

  constructor(mode: 'analysis' | 'run' = 'run') {
    this.ctx = testInterpreter(mode);
    this.module = pyplotModule(this.ctx);
  }

  /** `plt.name(*positional, **keywords)`; keywords are the last argument where that is a plain object. */
  plt(name: string, ...args: (Plain | Keywords)[]): PyValue {
    return this.call(this.module, name, ...args);
  }

  /** `owner.name(...)`. */
  call(owner: PyValue, name: string, ...args: (Plain | Keywords)[]): PyValue {
    const last = args.at(-1);
    const named = isKeywords(last) ? last : undefined;
    const positional = (named ? args.slice(0, -1) : args) as Plain[];
    const callee = (owner as PyObject).getAttribute(name, this.ctx);
    if (callee === undefined) throw new Error(`no attribute ${name}`);
    return this.ctx.call(callee, {
      positional: positional.map(toPython),
      keywords: new Map(Object.entries(named ?? {}).map(([key, value]) => [key, toPython(value)])),
    });
  }

  get figures(): readonly Figure[] {
    return this.ctx.session.figures.figures;
  }

  get figure(): Figure {
    return this.figures[0]!;
  }
}

function isKeywords(value: Plain | Keywords | undefined): value is Keywords {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** Runs generated JavaScript over plain arrays, without a device. */
import type { StatementBlock } from '../../core/codegen/codeObject.ts';
import { supportCode, supportEnvironment } from '../../core/codegen/javascriptSupport.ts';
import { type GeneratedCode, type RenderOptions, renderBlock } from '../../core/codegen/render.ts';
import type { TypedArray } from '../../core/devices/plan.ts';
import { DEFAULT_CONSTANTS, DEFAULT_FUNCTIONS } from '../../core/functions/defaults.ts';
import type { BrianFunction, ScriptImplementation } from '../../core/functions/function.ts';
import type { Names, Resolved } from '../../core/namespaces/resolved.ts';
import { DIMENSIONLESS } from '../../core/units/dimension.ts';
import type { DataType } from '../../core/variables/variable.ts';
import { parseExpression } from '../../grammars/equations/index.ts';
import type { Expression, ValueType } from '../../grammars/equations/tree.ts';

export function expression(text: string): Expression {
  const { tree, problems } = parseExpression(text);
  if (problems.length > 0) throw new Error(`${text}: ${problems[0]!.message}`);
  return tree;
}

interface ArrayShape {
  readonly dataType?: DataType;
  readonly scalar?: boolean;
  readonly index?: string;
  readonly arrayName?: string;
  readonly owner?: string;
  readonly conditionalWrite?: string;
  /** Name of the variable where it differs from the name that the code uses. */
  readonly variable?: string;
}

/** Builds what the names of a piece of code stand for; Brian's functions are always known. */
export class CodeNames {
  private readonly names = new Map<string, Resolved>();

  constructor() {
    for (const [name, called] of DEFAULT_FUNCTIONS) this.function(called, name);
    for (const [name, value] of DEFAULT_CONSTANTS) this.constant(name, value);
  }

  array(name: string, shape: ArrayShape = {}): this {
    const scalar = shape.scalar ?? false;
    this.names.set(name, {
      kind: 'variable',
      index: shape.index ?? (scalar ? '0' : '_idx'),
      variable: {
        kind: 'array',
        ...variableBase(shape.variable ?? name, shape.dataType ?? 'float64', scalar, shape.owner),
        arrayName: shape.arrayName ?? `_array_${name}`,
        size: scalar ? 1 : 8,
        dynamic: false,
        ...(shape.conditionalWrite !== undefined && { conditionalWrite: shape.conditionalWrite }),
      },
    });
    return this;
  }

  subexpression(name: string, text: string, shape: { scalar?: boolean; dataType?: DataType } = {}): this {
    const base = variableBase(name, shape.dataType ?? 'float64', shape.scalar ?? false);
    this.names.set(name, {
      kind: 'variable',
      index: '_idx',
      variable: { kind: 'subexpression', ...base, expr: expression(text) },
    });
    return this;
  }

  constant(name: string, value: number, valueType: ValueType = 'float'): this {
    this.names.set(name, {
      kind: 'constant',
      name,
      value,
      dimension: DIMENSIONLESS,
      valueType,
      source: 'run namespace',
    });
    return this;
  }

  function(called: BrianFunction, name: string = called.name): this {
    this.names.set(name, { kind: 'function', function: called });
    return this;
  }

  get resolved(): Names {
    return this.names;
  }
}

function variableBase(name: string, dataType: DataType, scalar: boolean, owner = 'group') {
  return { name, dimension: DIMENSIONLESS, owner, dataType, scalar, constant: false, readOnly: false };
}

/** A function of a script: its Python, and its C++ if it has one. */
export function scriptImplementation(call: ScriptImplementation['call'], cpp?: string): ScriptImplementation {
  const compiler = { headers: [], sources: [], flags: [], linkFlags: [] };
  const none = new Map<string, never>();
  const code =
    cpp === undefined
      ? undefined
      : { text: cpp, definitions: '', namespace: none, dependencies: none, compiler };
  return { kind: 'script', call, code: (target) => (target === 'cpp' ? code : undefined), targets: () => [] };
}

export type RandomFunctions = Readonly<Record<string, (...args: number[]) => number>>;

/** Runs a block once for elements 0 to N-1. */
export function runJavascript(
  block: StatementBlock,
  names: Names,
  arrays: Readonly<Record<string, TypedArray>>,
  N: number,
  options: RenderOptions & { readonly random?: RandomFunctions; readonly before?: string } = {},
): GeneratedCode {
  const code = renderBlock('javascript', block, names, options);
  const environment = { ...supportEnvironment([code]), ...options.random, _seed: 1, _tick: 0 };
  const streams = Array.from({ length: code.randomSites }, (_, k) => `const _stream${k} = ${k};`);
  const text = `"use strict";
${supportCode(code)}
${streams.join('\n')}
${code.scalarCode.join('\n')}
${code.callSetup.join('\n')}
for (const _pass of [${[...code.passes, -1].join(', ')}]) {
${code.passes.length > 0 ? '_calls.begin();' : ''}
for (let _idx = 0; _idx < ${N}; _idx++) {
${options.before ?? ''}
${code.vectorCode.join('\n')}
}
${code.passes.length > 0 ? '_calls.end(_pass);' : ''}
}`;
  const given = { ...arrays, ...environment };
  new Function(...Object.keys(given), text)(...Object.values(given));
  return code;
}

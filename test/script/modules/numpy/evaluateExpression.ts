/** Evaluates one Python expression with NumPy's and Brian's names, for tables of expressions. */
import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/python';
import type { Interpreter } from '../../../../core/script/interpreter.ts';
import { brianNumpyModule, brianNumpyNames } from '../../../../core/script/modules/numpy/index.ts';
import { pythonUnitNames } from '../../../../core/script/modules/units/index.ts';
import { ELLIPSIS, PyClass } from '../../../../core/script/objects/classes.ts';
import { PyList, PyTuple } from '../../../../core/script/objects/sequences.ts';
import { PySlice } from '../../../../core/script/objects/slice.ts';
import { binaryOperation, unaryOperation } from '../../../../core/script/operations/arithmetic.ts';
import { getAttribute } from '../../../../core/script/operations/attributes.ts';
import { compareValues } from '../../../../core/script/operations/comparison.ts';
import { reprOf, strOf } from '../../../../core/script/operations/formatting.ts';
import { getItem } from '../../../../core/script/operations/items.ts';
import {
  type BinaryOp,
  type CompareOp,
  PyObject,
  PyStr,
  type PyValue,
  type UnaryOp,
} from '../../../../core/script/values.ts';

const COMPARISONS = ['==', '!=', '<', '<=', '>', '>='];

export function newContext(mode: 'run' | 'analysis' = 'run'): Interpreter {
  const ctx = {
    mode,
    session: { mode, random: { seed: 1 } },
    call: (callee: PyValue, args: Parameters<PyObject['call']>[0]) =>
      (callee as PyObject).call(args, ctx as unknown as Interpreter),
    iterate: (value: PyValue) => (value as PyObject).iterate(ctx as unknown as Interpreter),
    repr: (value: PyValue) => reprOf(value, ctx as unknown as Interpreter),
    str: (value: PyValue) => strOf(value, ctx as unknown as Interpreter),
    truth: (value: PyValue) =>
      value instanceof PyObject ? value.truth(ctx as unknown as Interpreter) : Boolean(value),
    tick: () => {},
  };
  return ctx as unknown as Interpreter;
}

export function evaluateExpression(
  text: string,
  ctx: Interpreter,
  names = new Map<string, PyValue>(),
): PyValue {
  // The Lezer grammar does not know `5.`, which the evaluator of scripts handles elsewhere.
  const source = text.replace(/(\d)\.(?![\d\w])/g, '$1.0');
  const top = parser.parse(source).topNode.firstChild!.firstChild!;
  return new Evaluator(source, ctx, names).value(top);
}

class Evaluator {
  private readonly units;
  private readonly numpy;

  constructor(
    private readonly source: string,
    private readonly ctx: Interpreter,
    private readonly names: ReadonlyMap<string, PyValue>,
  ) {
    this.units = pythonUnitNames(ctx);
    this.numpy = brianNumpyNames(ctx);
  }

  value(node: SyntaxNode): PyValue {
    const text = this.source.slice(node.from, node.to);
    switch (node.name) {
      case 'Number':
        return /^\d+$/.test(text) ? BigInt(text) : Number(text);
      case 'String':
        return new PyStr(text.slice(1, -1));
      case 'Boolean':
        return text === 'True';
      case 'None':
        return null;
      case 'Ellipsis':
        return ELLIPSIS;
      case 'VariableName':
        return this.lookup(text);
      case 'ParenthesizedExpression':
        return this.value(this.parts(node)[0]!);
      case 'TupleExpression':
        return new PyTuple(this.parts(node).map((part) => this.value(part)));
      case 'ArrayExpression':
        return new PyList(this.parts(node).map((part) => this.value(part)));
      case 'UnaryExpression':
        return unaryOperation(text[0] as UnaryOp, this.value(node.lastChild!), this.ctx);
      case 'BinaryExpression':
        return this.binary(node);
      case 'MemberExpression':
        return this.member(node);
      case 'CallExpression':
        return this.call(node);
      default:
        throw new Error(`no ${node.name} in tables of expressions`);
    }
  }

  private binary(node: SyntaxNode): PyValue {
    const [left, right] = [node.firstChild!, node.lastChild!];
    const op = this.source.slice(left.nextSibling!.from, left.nextSibling!.to);
    const [a, b] = [this.value(left), this.value(right)];
    if (COMPARISONS.includes(op)) return compareValues(op as CompareOp, a, b, this.ctx);
    return binaryOperation(op as BinaryOp, a, b, this.ctx);
  }

  private member(node: SyntaxNode): PyValue {
    const object = this.value(node.firstChild!);
    const last = node.lastChild!;
    if (last.name === 'PropertyName')
      return getAttribute(object, this.source.slice(last.from, last.to), this.ctx);
    return getItem(object, this.index(node.firstChild!.nextSibling!), this.ctx);
  }

  /** What stands in brackets: parts separated by commas, each an expression or a slice. */
  private index(open: SyntaxNode): PyValue {
    const parts: PyValue[] = [];
    let bounds: PyValue[] = [null];
    let colons = 0;
    let commas = 0;
    const finish = () => parts.push(colons === 0 ? bounds[0]! : slice(bounds));
    for (let node = open.nextSibling; node !== null; node = node.nextSibling) {
      const text = this.source.slice(node.from, node.to);
      if (text === ']') break;
      if (text === ',') {
        finish();
        [bounds, colons] = [[null], 0];
        commas++;
      } else if (text === ':') {
        colons++;
        bounds[colons] = null;
      } else bounds[colons] = this.value(node);
    }
    finish();
    return commas === 0 ? parts[0]! : new PyTuple(parts);
  }

  private call(node: SyntaxNode): PyValue {
    const callee = this.value(node.firstChild!);
    const positional: PyValue[] = [];
    const keywords = new Map<string, PyValue>();
    let keyword: string | undefined;
    for (const part of this.parts(node.lastChild!)) {
      const text = this.source.slice(part.from, part.to);
      if (part.name === 'AssignOp') continue;
      if (part.nextSibling?.name === 'AssignOp') keyword = text;
      else if (keyword !== undefined) {
        keywords.set(keyword, this.value(part));
        keyword = undefined;
      } else positional.push(this.value(part));
    }
    const result = (callee as PyObject).call({ positional, keywords }, this.ctx);
    if (result === undefined) throw new Error('not callable');
    return result;
  }

  private parts(node: SyntaxNode): SyntaxNode[] {
    const parts: SyntaxNode[] = [];
    for (let child = node.firstChild; child !== null; child = child.nextSibling)
      if (!['(', ')', '[', ']', ','].includes(child.name)) parts.push(child);
    return parts;
  }

  private lookup(name: string): PyValue {
    if (name === 'np') return brianNumpyModule(this.ctx);
    if (['float', 'int', 'bool'].includes(name)) return new PyClass(name);
    const value = this.names.get(name) ?? this.units.lookup(name) ?? this.numpy.lookup(name);
    if (value === undefined) throw new Error(`no name ${name}`);
    return value;
  }
}

function slice(bounds: readonly PyValue[]): PySlice {
  return new PySlice(bounds[0] ?? null, bounds[1] ?? null, bounds[2] ?? null);
}

import type { Location } from '../../text/range.ts';
import type { Interpreter } from '../interpreter.ts';
import { pythonError, typeError, valueError } from '../objects/errors.ts';
import { typeName } from '../operations/numbers.ts';
import { type CallArguments, PyObject, PyStr, type PyValue } from '../values.ts';
import { type Conversion, interpolated } from './interpolation.ts';
import { concatenated, substring } from './strings.ts';

/** `template.format(*args, **kwargs)`. Raises IndexError, KeyError and ValueError as Python does. */
export function strFormat(template: PyStr, args: CallArguments, ctx: Interpreter): PyStr {
  return new Formatter(args, ctx).format(template);
}

class Formatter {
  private automatic = 0;

  constructor(
    private readonly args: CallArguments,
    private readonly ctx: Interpreter,
  ) {}

  format(template: PyStr): PyStr {
    const text = template.value;
    const parts: PyStr[] = [];
    let position = 0;
    while (position < text.length) {
      const brace = nextBrace(text, position);
      parts.push(substring(template, position, brace));
      if (brace >= text.length) break;
      this.ctx.tick();
      if (text[brace + 1] === text[brace]) {
        parts.push(substring(template, brace, brace + 1));
        position = brace + 2;
        continue;
      }
      if (text[brace] === '}') throw valueError("Single '}' encountered in format string");
      const end = closingBrace(text, brace);
      parts.push(this.field(template, brace + 1, end));
      position = end + 1;
    }
    return concatenated(parts.length === 0 ? [new PyStr('')] : parts);
  }

  private field(template: PyStr, start: number, end: number): PyStr {
    const text = template.value.slice(start, end);
    const match = /^([^!:[]*(?:\[[^\]]*\][^!:[]*)*)(?:!([rsa]))?(?::(.*))?$/s.exec(text);
    if (match === null) throw valueError("expected ':' after conversion specifier");
    const [, name = '', conversion = '', spec = ''] = match;
    const place = template.provenance?.locate({ start: start - 1, end: end + 1 });
    const [value, given] = this.value(name);
    const fullSpec = spec.includes('{') ? this.format(new PyStr(spec)).value : spec;
    return interpolated(value, conversion as Conversion, fullSpec, given ?? place, this.ctx);
  }

  /** The value of a field such as `0.name[key]`, and the place of a plain argument. */
  private value(name: string): [PyValue, Location | undefined] {
    const first = /^[^.[]*/.exec(name)?.[0] ?? '';
    let value = this.argument(first);
    for (const step of name.slice(first.length).matchAll(/\.([^.[]+)|\[([^\]]*)\]/g)) {
      value = step[1] !== undefined ? this.attribute(value, step[1]) : this.item(value, step[2] ?? '');
    }
    return [value, undefined];
  }

  private item(value: PyValue, key: string): PyValue {
    const index = /^\d+$/.test(key) ? BigInt(key) : new PyStr(key);
    const item = value instanceof PyObject ? value.getItem(index, this.ctx) : undefined;
    if (item === undefined) throw typeError(`'${typeName(value)}' object is not subscriptable`);
    return item;
  }

  private attribute(value: PyValue, name: string): PyValue {
    const attribute = value instanceof PyObject ? value.getAttribute(name, this.ctx) : undefined;
    if (attribute === undefined)
      throw pythonError('AttributeError', `'${typeName(value)}' object has no attribute '${name}'`);
    return attribute;
  }

  private argument(name: string): PyValue {
    if (name !== '' && !/^\d+$/.test(name)) {
      const value = this.args.keywords.get(name);
      if (value === undefined) throw pythonError('KeyError', `'${name}'`);
      return value;
    }
    const index = name === '' ? this.automatic++ : Number(name);
    const value = this.args.positional[index];
    if (value === undefined)
      throw pythonError('IndexError', `Replacement index ${index} out of range for positional args tuple`);
    return value;
  }
}

function nextBrace(text: string, from: number): number {
  const pattern = /[{}]/g;
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? text.length;
}

function closingBrace(text: string, open: number): number {
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    if (text[i] === '{') depth += 1;
    if (text[i] === '}') depth -= 1;
    if (depth === 0) return i;
  }
  throw valueError(
    open === text.length - 1
      ? "Single '{' encountered in format string"
      : "expected '}' before end of string",
  );
}

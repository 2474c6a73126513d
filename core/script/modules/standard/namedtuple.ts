/** `collections.namedtuple`: tuples of which the items have names. */
import { OBJECT, TUPLE } from '../../builtins/types.ts';
import type { Interpreter } from '../../interpreter.ts';
import { bindArguments } from '../../objects/arguments.ts';
import { ClassMethod, PyClass } from '../../objects/classes.ts';
import { typeError, valueError } from '../../objects/errors.ts';
import { NativeFunction } from '../../objects/functions.ts';
import { PyDict } from '../../objects/mappings.ts';
import { PyTuple } from '../../objects/sequences.ts';
import { PyStr, type PyValue } from '../../values.ts';
import { type Argument, method } from './define.ts';

export class NamedTuple extends PyTuple {
  constructor(
    readonly pyClass: NamedTupleClass,
    items: PyValue[],
  ) {
    super(items);
  }
  override getAttribute(name: string): PyValue | undefined {
    const index = this.pyClass.fields.indexOf(name);
    return index < 0 ? undefined : this.items[index];
  }
  override repr(ctx: Interpreter): string {
    const parts = this.pyClass.fields.map((name, i) => `${name}=${ctx.repr(this.items[i] ?? null)}`);
    return `${this.pyClass.name}(${parts.join(', ')})`;
  }
}

export class NamedTupleClass extends PyClass {
  constructor(
    name: string,
    readonly fields: readonly string[],
    defaults: readonly PyValue[],
    module: string,
  ) {
    super(name, [TUPLE, OBJECT], new Map(METHODS), {
      module,
      construct: (args) => new NamedTuple(this, this.bound(args, defaults)),
    });
    this.members.set('_fields', new PyTuple(fields.map((field) => new PyStr(field))));
    this.members.set(
      '_make',
      new ClassMethod(
        new NativeFunction(
          '_make',
          (args, ctx) => new NamedTuple(this, [...ctx.iterate(args.positional[1] ?? null)]),
        ),
      ),
    );
  }

  private bound(args: Parameters<typeof bindArguments>[1], defaults: readonly PyValue[]): PyValue[] {
    const required = this.fields.length - defaults.length;
    const signature = this.fields.map((field, i) => (i < required ? field : `${field}=`));
    const values = bindArguments(`${this.name}.__new__`, args, signature);
    return values.map((value, i) => value ?? defaults[i - required] ?? null);
  }
}

const METHODS = [
  method(
    NamedTuple,
    '_asdict',
    '',
    (self) =>
      new PyDict(self.pyClass.fields.map((name, i) => [new PyStr(name), self.items[i] ?? null] as const)),
  ),
  method(
    NamedTuple,
    '_replace',
    '**changes',
    (self, _values, _ctx, { keywordRest }) => {
      for (const name of keywordRest.keys())
        if (!self.pyClass.fields.includes(name)) throw valueError(`Got unexpected field names: ['${name}']`);
      const items = self.pyClass.fields.map((name, i) => keywordRest.get(name) ?? self.items[i] ?? null);
      return new NamedTuple(self.pyClass, items);
    },
    { takesUnknown: true },
  ),
].map((made) => [made.name, made] as const);

export function makeNamedTuple(
  name: string,
  fields: readonly string[],
  defaults: readonly PyValue[] = [],
  module = '__main__',
): NamedTupleClass {
  checkFields(fields);
  if (defaults.length > fields.length) throw typeError('Got more default values than field names');
  return new NamedTupleClass(name, fields, defaults, module);
}

/** Raises ValueError for names that no attribute can have. */
function checkFields(fields: readonly string[]): void {
  const bad = fields.find((field) => !/^\p{L}[\p{L}\p{N}_]*$/u.test(field));
  if (bad?.startsWith('_')) throw valueError(`Field names cannot start with an underscore: '${bad}'`);
  if (bad !== undefined) throw valueError(`Type names and field names must be valid identifiers: '${bad}'`);
  const doubled = fields.find((field, i) => fields.indexOf(field) !== i);
  if (doubled !== undefined) throw valueError(`Encountered duplicate field name: '${doubled}'`);
}

/** `namedtuple(typename, field_names, *, defaults=None)`; names in a list or in one text. */
export function namedtuple([name, fields, , defaults]: readonly Argument[], ctx: Interpreter): PyValue {
  const names =
    fields instanceof PyStr
      ? fields.value.split(/[\s,]+/).filter((field) => field !== '')
      : [...ctx.iterate(fields ?? null)].map((field) => ctx.str(field));
  const values = defaults === null || defaults === undefined ? [] : [...ctx.iterate(defaults)];
  return makeNamedTuple(ctx.str(name ?? null), names, values);
}

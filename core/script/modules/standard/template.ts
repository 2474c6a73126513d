/** `string.Template`: `$name` and `${name}` are replaced, and every other character keeps its place. */
import type { Interpreter } from '../../interpreter.ts';
import { bindArguments } from '../../objects/arguments.ts';
import { PyClass } from '../../objects/classes.ts';
import { valueError } from '../../objects/errors.ts';
import { keyError } from '../../objects/mappings.ts';
import { getItem } from '../../operations/items.ts';
import { concatenated, substring } from '../../text/strings.ts';
import { PyObject, PyStr, type PyValue, Unknown } from '../../values.ts';
import { type Call, methods, textOf } from './define.ts';

const PLACEHOLDER = /\$(?:(\$)|([a-z_]\w*)|\{([a-z_]\w*)\}|())/gi;

class Template extends PyObject {
  readonly typeName = 'Template';

  constructor(readonly template: PyStr) {
    super();
  }

  get pyClass(): PyClass {
    return TEMPLATE;
  }

  override getAttribute(name: string): PyValue | undefined {
    return name === 'template' ? this.template : undefined;
  }
}

/** Raises KeyError for names without a value and ValueError for stray dollars, unless `safe`. */
function substituted(template: PyStr, lookUp: (name: string) => PyStr | undefined, safe: boolean): PyStr {
  const parts: PyStr[] = [];
  let end = 0;
  for (const match of template.value.matchAll(PLACEHOLDER)) {
    const [whole, dollar, plain, braced] = match;
    const name = plain ?? braced;
    if (name === undefined && dollar === undefined && !safe) throw invalid(template.value, match.index);
    const value = name === undefined ? undefined : lookUp(name);
    parts.push(substring(template, end, match.index));
    end = match.index + whole.length;
    if (dollar !== undefined) parts.push(substring(template, end - 1, end));
    else parts.push(value ?? substring(template, match.index, end));
  }
  return concatenated([...parts, substring(template, end, template.value.length)]);
}

function invalid(text: string, at: number): Error {
  const before = text.slice(0, at).split('\n');
  const column = before[before.length - 1]!.length + 1;
  return valueError(`Invalid placeholder in string: line ${before.length}, col ${column}`);
}

function substitute(safe: boolean) {
  return (
    self: Template,
    [mapping = null]: readonly (PyValue | undefined)[],
    ctx: Interpreter,
    call: Call,
  ): PyValue => {
    let isUnknown = false;
    const lookUp = (name: string): PyStr | undefined => {
      const value = call.keywordRest.get(name) ?? fromMapping(mapping, name, safe, ctx);
      if (value instanceof Unknown) isUnknown = true;
      if (value === undefined) return undefined;
      return value instanceof PyStr ? value : new PyStr(ctx.str(value));
    };
    const text = substituted(self.template, lookUp, safe);
    return isUnknown ? new Unknown() : text;
  };
}

function fromMapping(mapping: PyValue, name: string, safe: boolean, ctx: Interpreter): PyValue | undefined {
  const key = new PyStr(name);
  if (mapping === null) {
    if (safe) return undefined;
    throw keyError(key, ctx);
  }
  if (!safe) return getItem(mapping, key, ctx);
  const isThere = mapping instanceof PyObject && mapping.contains(key, ctx) !== false;
  return isThere ? getItem(mapping, key, ctx) : undefined;
}

const METHODS = methods(Template, [
  ['substitute', 'mapping=None **kwds', substitute(false), { takesUnknown: true }],
  ['safe_substitute', 'mapping=None **kwds', substitute(true), { takesUnknown: true }],
]);

export const TEMPLATE: PyClass = new PyClass('Template', [], METHODS, {
  module: 'string',
  isInstance: (value) => value instanceof Template,
  construct: (args) => {
    const [template] = bindArguments('Template', args, ['template']);
    return template instanceof Unknown ? new Unknown() : new Template(textOf(template, 'Template()'));
  },
});

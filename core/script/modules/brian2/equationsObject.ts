import { Equations } from '../../../equations/equations.ts';
import type { Replacement } from '../../../equations/replace.ts';
import { reportTo } from '../../../groups/report.ts';
import type { Interpreter } from '../../interpreter.ts';
import { bindSignature } from '../../objects/arguments.ts';
import { NativeFunction } from '../../objects/functions.ts';
import { PySet } from '../../objects/sets.ts';
import { type BinaryOp, type CallArguments, PyObject, PyStr, type PyValue, Unknown } from '../../values.ts';

/** `Equations(...)` as scripts see it. */
export class EquationsObject extends PyObject {
  readonly typeName = 'Equations';

  constructor(readonly equations: Equations) {
    super();
  }

  override binary(op: BinaryOp, other: PyValue, reflected: boolean, ctx: Interpreter): PyValue | undefined {
    if (op !== '+' || reflected) return undefined;
    const report = reportTo(ctx.session.problems, ctx.location());
    if (other instanceof EquationsObject)
      return new EquationsObject(this.equations.plus(other.equations, report));
    if (other instanceof PyStr)
      return new EquationsObject(this.equations.plus(Equations.parse(other, report), report));
    return undefined;
  }

  override getAttribute(name: string, ctx: Interpreter): PyValue | undefined {
    if (name === 'substitute')
      return new NativeFunction(name, (args) => {
        const report = reportTo(ctx.session.problems, args.location);
        return new EquationsObject(this.equations.substitute(replacements(args.keywords, ctx), report));
      });
    const names = this.namesOf(name);
    return names && new PySet(names.map((one) => new PyStr(one)));
  }

  /** `names`, `diff_eq_names`, ...: the variables of some kinds. */
  private namesOf(attribute: string): readonly string[] | undefined {
    const { equations } = this;
    switch (attribute) {
      case 'names':
        return equations.names();
      case 'diff_eq_names':
        return equations.namesOf('differential equation');
      case 'subexpr_names':
        return equations.namesOf('subexpression');
      case 'eq_names':
        return equations.namesOf('differential equation', 'subexpression');
      case 'parameter_names':
        return equations.namesOf('parameter');
      default:
        return undefined;
    }
  }

  override length(): number {
    return this.equations.size;
  }

  override str(): string {
    return this.equations.toString();
  }

  override repr(): string {
    return this.equations.repr();
  }
}

/** `Equations(text, name=replacement, ...)`. */
export function makeEquations(args: CallArguments, ctx: Interpreter): PyValue {
  const { values, keywordRest } = bindSignature('Equations', args, ['eqns', '**kwds']);
  const [text] = values;
  if (text instanceof Unknown) return new Unknown();
  if (!(text instanceof PyStr))
    return ctx.raise(
      'TypeError',
      `eqns has to be a string or an Equations object, is '${ctx.repr(text ?? null)}'`,
    );
  const report = reportTo(ctx.session.problems, args.location);
  return new EquationsObject(Equations.parse(text, report, replacements(keywordRest, ctx)));
}

function replacements(keywords: ReadonlyMap<string, PyValue>, ctx: Interpreter): Map<string, Replacement> {
  const found = new Map<string, Replacement>();
  for (const [name, value] of keywords) {
    if (value instanceof Unknown) continue;
    found.set(
      name,
      value instanceof PyStr
        ? { kind: 'text', text: value }
        : { kind: 'value', text: `(${ctx.repr(value)})` },
    );
  }
  return found;
}

/** Python's `warnings`: shown in a run, of no interest to the editor. */
import type { Interpreter } from '../../interpreter.ts';
import { PyClass, PyInstance } from '../../objects/classes.ts';
import { codeOfErrorClass } from '../../objects/errors.ts';
import { NativeFunction } from '../../objects/functions.ts';
import type { PyModule } from '../../objects/module.ts';
import { PyList } from '../../objects/sequences.ts';
import { PyObject, PyStr, type PyValue } from '../../values.ts';
import { fn, members, moduleOf } from './define.ts';

/** What one evaluation's filters say, and what it has shown: each warning once per place. */
class Warnings {
  ignoring = false;
  private readonly shown = new Set<string>();

  warn(message: PyValue, category: PyValue, ctx: Interpreter): void {
    if (this.ignoring || ctx.mode === 'analysis') return;
    const location = ctx.location();
    const errorClass = categoryName(message, category);
    const text = ctx.str(message);
    const key = `${errorClass} ${text} ${location?.document} ${location?.range.start}`;
    if (this.shown.has(key)) return;
    this.shown.add(key);
    const code = codeOfErrorClass(errorClass);
    ctx.session.problems.report({ code, severity: 'warning', errorClass, message: text, location });
  }

  /** `simplefilter` and `filterwarnings`; a filter that names a message or a module is not looked at. */
  filter(action: PyValue, isGeneral: boolean, ctx: Interpreter): void {
    if (isGeneral) this.ignoring = ctx.str(action) === 'ignore';
  }
}

function categoryName(message: PyValue, category: PyValue): string {
  if (message instanceof PyInstance) return message.cls.name;
  return category instanceof PyClass ? category.name : 'UserWarning';
}

/** `with catch_warnings():` puts the filters back at its end. */
class WarningsGuard extends PyObject {
  readonly typeName = 'catch_warnings';
  private kept = false;
  constructor(
    private readonly warnings: Warnings,
    private readonly record: boolean,
  ) {
    super();
  }
  override getAttribute(name: string): PyValue | undefined {
    if (name === '__enter__') return new NativeFunction(name, () => this.enter());
    return name === '__exit__' ? new NativeFunction(name, () => this.leave()) : undefined;
  }
  private enter(): PyValue {
    this.kept = this.warnings.ignoring;
    return this.record ? new PyList([]) : null;
  }
  private leave(): null {
    this.warnings.ignoring = this.kept;
    return null;
  }
}

export function warningsModule(): PyModule {
  const warnings = new Warnings();
  const functions = [
    fn('warn', 'message category=None stacklevel=1 source=None', ([message = null, category = null], ctx) => {
      warnings.warn(message, category, ctx);
      return null;
    }),
    fn('simplefilter', 'action category=None lineno=0 append=False', ([action = null], ctx) => {
      warnings.filter(action, true, ctx);
      return null;
    }),
    fn(
      'filterwarnings',
      'action message= category=None module= lineno=0 append=False',
      ([action = null, message, , module], ctx) => {
        warnings.filter(action, message === undefined && module === undefined, ctx);
        return null;
      },
    ),
    fn('resetwarnings', '', (_values, ctx) => {
      warnings.filter(new PyStr('default'), true, ctx);
      return null;
    }),
    fn(
      'catch_warnings',
      '* record=False module=None **options',
      ([record], ctx) => new WarningsGuard(warnings, ctx.truth(record ?? false)),
    ),
  ];
  return moduleOf('warnings', members(...functions));
}

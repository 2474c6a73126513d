/** Preferences of a script's own: `BrianPreference` and `register_preferences`. */
import type { Accepts, PreferenceDefinition } from '../../../../preferences/definition.ts';
import type { Preferences } from '../../../../preferences/preferences.ts';
import { sameClassAs } from '../../../../preferences/validators.ts';
import type { PreferenceValue } from '../../../../preferences/values.ts';
import { DIMENSIONLESS } from '../../../../units/dimension.ts';
import type { Interpreter } from '../../../interpreter.ts';
import { callArguments } from '../../../objects/arguments.ts';
import { NativeFunction } from '../../../objects/functions.ts';
import { type CallArguments, PyObject, PyStr, type PyValue, Unknown } from '../../../values.ts';
import { asQuantity, PyQuantity } from '../../numpy/objects.ts';
import { Arguments } from '../arguments.ts';
import { fromPython, toPython } from './values.ts';

/** `BrianPreference(default, docs, validator=None, representor=repr)` */
export class BrianPreferenceObject extends PyObject {
  readonly typeName = 'BrianPreference';

  constructor(
    private readonly usual: PyValue,
    private readonly docs: PyValue,
    private readonly validator: PyValue | undefined,
    private readonly representor: PyValue | undefined,
  ) {
    super();
  }

  override getAttribute(name: string, ctx: Interpreter): PyValue | undefined {
    switch (name) {
      case 'default':
        return this.usual;
      case 'docs':
        return this.docs;
      case 'validator':
        return (
          this.validator ??
          new NativeFunction(name, ({ positional: [value = null] }) => this.accepts(value, ctx))
        );
      case 'representor':
        return this.representor;
      default:
        return undefined;
    }
  }

  /** The definition that it stands for. */
  define(ctx: Interpreter): PreferenceDefinition {
    const accepts: Accepts = (value) => this.accepts(toPython(value, ctx), ctx);
    const meaning = this.docs instanceof PyStr ? this.docs.value : '';
    return { default: fromPython(this.usual, ctx), meaning, accepts };
  }

  private accepts(value: PyValue, ctx: Interpreter): boolean {
    if (value instanceof Unknown || this.usual instanceof Unknown) return true;
    if (this.validator !== undefined) return truthOf(ctx.call(this.validator, callArguments([value])), ctx);
    if (this.usual instanceof PyQuantity && value instanceof PyQuantity)
      return dimensionOf(this.usual, ctx) === dimensionOf(value, ctx);
    const usual: PreferenceValue = fromPython(this.usual, ctx);
    return sameClassAs(usual)(fromPython(value, ctx)) === true;
  }
}

/** What analysis cannot know is no reason to refuse a value. */
function truthOf(verdict: PyValue, ctx: Interpreter): boolean {
  return verdict instanceof Unknown || ctx.truth(verdict);
}

function dimensionOf(value: PyQuantity, ctx: Interpreter) {
  return asQuantity(value, ctx)?.dimension ?? DIMENSIONLESS;
}

export function makeBrianPreference(call: CallArguments, ctx: Interpreter): PyValue {
  const signature = ['default', 'docs', 'validator=None', 'representor='];
  const args = new Arguments('BrianPreference', call, signature, ctx);
  return new BrianPreferenceObject(
    args.get('default') ?? null,
    args.get('docs') ?? null,
    args.get('validator'),
    args.get('representor'),
  );
}

/** `prefs.register_preferences(prefbasename, prefbasedoc, **prefs)` */
export function registerPreferences(
  preferences: Preferences,
  call: CallArguments,
  ctx: Interpreter,
): undefined {
  const signature = ['prefbasename', 'prefbasedoc', '**prefs'];
  const args = new Arguments('register_preferences', call, signature, ctx);
  const name = args.text('prefbasename');
  if (name === undefined) return;
  const own = [...call.keywords].filter(([, value]) => value instanceof BrianPreferenceObject);
  const defined = own.map(([key, value]) => [key, (value as BrianPreferenceObject).define(ctx)] as const);
  preferences.register({
    name,
    meaning: args.text('prefbasedoc') ?? '',
    preferences: Object.fromEntries(defined),
  });
}

import type { Preferences } from '../../../../preferences/preferences.ts';
import { ProblemError } from '../../../../problems/problem.ts';
import type { Interpreter } from '../../../interpreter.ts';
import { PyObject, PyStr, type PyValue, Unknown } from '../../../values.ts';
import { PreferenceMapping } from './mapping.ts';
import { preferencesMethod } from './methods.ts';
import { HeldValue, isChangeable, toPython } from './values.ts';

/** What `prefs` and its categories share: preferences under a prefix. */
abstract class PreferencesUnder extends PreferenceMapping {
  constructor(
    readonly preferences: Preferences,
    /** Of all names under this object: `''`, or `codegen.`. */
    protected readonly prefix: string,
  ) {
    super();
  }

  protected names(): readonly string[] {
    const { prefix } = this;
    const names = this.preferences.names().filter((name) => name.startsWith(prefix));
    return names.map((name) => name.slice(prefix.length));
  }

  protected value(name: string, ctx: Interpreter): PyValue {
    const { preferences } = this;
    const full = this.prefix + name;
    if (preferences.isCategory(full)) return new PreferenceCategoryObject(preferences, full);
    const shared = preferences.shared(full);
    if (shared instanceof HeldValue) return shared.object;
    const value = preferences.get(full);
    const object = toPython(value, ctx);
    if (isChangeable(value)) preferences.share(full, new HeldValue(object, ctx, value));
    return object;
  }

  protected assign(name: string, value: PyValue, ctx: Interpreter): void {
    const { preferences } = this;
    const full = this.prefix + name;
    const definition = preferences.definition(full);
    const certain = ctx.mode === 'run' || ctx.isExact;
    const held = new HeldValue(value, ctx, definition?.default ?? null, ctx.assignedLocation(), certain);
    if (value instanceof Unknown && definition !== undefined) preferences.share(full, held);
    else if (definition === undefined) preferences.set(full, held, () => ctx.str(value));
    else atValue(ctx, () => preferences.set(full, held, () => ctx.str(value)));
  }
}

/** What is wrong with a value is shown at the value. */
function atValue(ctx: Interpreter, set: () => void): void {
  try {
    set();
  } catch (error) {
    const location = ctx.assignedLocation();
    const isUnplaced = error instanceof ProblemError && error.problem.location === undefined;
    throw isUnplaced ? new ProblemError({ ...error.problem, location }) : error;
  }
}

/** `prefs` */
export class PreferencesObject extends PreferencesUnder {
  readonly typeName = 'BrianGlobalPreferences';
  /** Attributes that are no preferences: Brian takes any name at the top for one. */
  private readonly attributes = new Map<string, PyValue>();

  constructor(preferences: Preferences) {
    super(preferences, '');
  }

  override getAttribute(name: string, ctx: Interpreter): PyValue | undefined {
    if (name.startsWith('__')) return undefined;
    return (
      this.attributes.get(name) ??
      this.mappingMethod(name) ??
      preferencesMethod(this.preferences, name, ctx) ??
      this.value(name, ctx)
    );
  }

  override setAttribute(name: string, value: PyValue): boolean {
    if (this.preferences.isCategory(name)) this.preferences.refuseCategory();
    this.attributes.set(name, value);
    return true;
  }

  override repr(): string {
    const top = [...this.preferences.categories]
      .map(({ name }) => name)
      .filter((name) => !name.includes('.'));
    return `<${this.typeName} with top-level categories: ${top.map((name) => `"${name}"`).join(', ')}>`;
  }
}

/** A category, such as `prefs.codegen.cpp`. */
export class PreferenceCategoryObject extends PreferencesUnder {
  readonly typeName = 'BrianGlobalPreferencesView';

  constructor(
    preferences: Preferences,
    private readonly name: string,
  ) {
    super(preferences, `${name}.`);
  }

  override getAttribute(name: string, ctx: Interpreter): PyValue | undefined {
    if (name.startsWith('__')) return undefined;
    if (name === '_basename') return new PyStr(this.name);
    return this.mappingMethod(name) ?? this.value(name, ctx);
  }

  override setAttribute(name: string, value: PyValue, ctx: Interpreter): boolean {
    // In Brian such names are attributes of a view that is made anew for each use.
    if (!name.startsWith('_')) this.assign(name, value, ctx);
    return true;
  }

  override compare(op: string, other: PyValue): PyValue | undefined {
    const same = other instanceof PreferenceCategoryObject && other.name === this.name;
    return op === '==' ? same : op === '!=' ? !same : undefined;
  }

  override repr(): string {
    return `<${this.typeName} for preference category "${this.name}">`;
  }
}

/** `brian_prefs`, the old name of `prefs`. */
export class RenamedPreferences extends PyObject {
  readonly typeName = 'ErrorRaiser';

  override getAttribute(name: string, ctx: Interpreter): PyValue | undefined {
    return name.startsWith('__') ? undefined : this.refuse(ctx);
  }

  override getItem(_key: PyValue, ctx: Interpreter): PyValue {
    return this.refuse(ctx);
  }

  private refuse(ctx: Interpreter): never {
    const message = "The global preferences object has been renamed from 'brian_prefs' to 'prefs'";
    return ctx.raise('AttributeError', message, undefined, 'Write prefs.');
  }
}

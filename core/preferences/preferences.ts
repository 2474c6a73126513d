import { didYouMean } from '../namespaces/nearest.ts';
import { type Problem, ProblemError } from '../problems/problem.ts';
import type { Location } from '../text/range.ts';
import type { PreferenceCategory, PreferenceDefinition } from './definition.ts';
import { PREFERENCE_CATEGORIES } from './definitions/index.ts';
import { sameClassAs } from './validators.ts';
import { type PreferenceValue, pythonText } from './values.ts';

/** The code of problems with a name that nobody registered. */
export const UNKNOWN_NAME = 'unknown-preference';

/** A value that the script holds as well, and may change in place: a list, a dictionary. */
export interface SharedValue {
  read(): PreferenceValue;
  /** True where an analysis does not know what the script has set. */
  readonly isUnknown?: boolean;
  /** Where the script says it. */
  readonly location?: Location;
}

/**
 * Brian's `prefs`: named settings with defaults. Wrong names and values raise PreferenceError; reading an
 * unknown name raises KeyError.
 */
export class Preferences {
  private readonly categoryByName = new Map<string, PreferenceCategory>();
  private readonly definitions = new Map<string, PreferenceDefinition>();
  /** Grows with every change. */
  revision = 0;
  private values = new Map<string, PreferenceValue | SharedValue>();
  private saved = new Map<string, PreferenceValue | SharedValue>();
  /** Set by a file, and not known to any category yet. */
  private readonly unregistered = new Map<string, PreferenceValue | SharedValue>();

  private filesWanted = true;

  constructor() {
    for (const category of PREFERENCE_CATEGORIES) this.add(category);
  }

  has(name: string): boolean {
    return this.definitions.has(name);
  }

  isCategory(name: string): boolean {
    return this.categoryByName.has(name);
  }

  get categories(): Iterable<PreferenceCategory> {
    return this.categoryByName.values();
  }

  /** Full names, in Brian's order. */
  names(): readonly string[] {
    return [...this.definitions.keys()];
  }

  definition(name: string): PreferenceDefinition | undefined {
    return this.definitions.get(name);
  }

  get(name: string): PreferenceValue {
    const value = this.values.get(name);
    if (value !== undefined) return isShared(value) ? value.read() : value;
    const definition = this.definitions.get(name);
    if (definition === undefined) throw this.unknown(name);
    return definition.default;
  }

  isUnknown(name: string): boolean {
    return this.shared(name)?.isUnknown ?? false;
  }

  flag(name: string): boolean {
    return this.get(name) === true;
  }

  integer(name: string): number {
    return Number(this.get(name));
  }

  /** The texts of a list; none where it is no list. */
  texts(name: string): readonly string[] {
    const value = this.get(name);
    return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
  }

  /** `shown` is how Python's `str` shows the value, for the message. */
  set(name: string, value: PreferenceValue | SharedValue, shown: () => string): void {
    const definition = this.registered(name);
    const accepts = definition.accepts ?? sameClassAs(definition.default);
    const verdict = accepts(isShared(value) ? value.read() : value);
    if (verdict === false)
      throw failure(
        'PreferenceError',
        `Value '${shown()}' for preference '${name}' is invalid.`,
        definition.values && `It takes ${definition.values.replaceAll('`', '')}.`,
      );
    if (verdict !== true) throw failure(verdict.errorClass, verdict.message);
    this.revision++;
    this.values.set(name, value);
    this.unregistered.delete(name);
  }

  /** As `set`, but a name of an unknown category waits until somebody registers it. */
  setFromFile(name: string, value: PreferenceValue | SharedValue, shown: () => string): void {
    if (this.isCategory(categoryOf(name))) this.set(name, value, shown);
    else this.unregistered.set(name, value);
  }

  /** What the script holds of the value, if it does. */
  shared(name: string): SharedValue | undefined {
    const value = this.values.get(name);
    return value !== undefined && isShared(value) ? value : undefined;
  }

  /** Makes the value one that the script shares, without a check. */
  share(name: string, value: SharedValue): void {
    this.revision++;
    this.values.set(name, value);
  }

  /** True the first time: preference files are read once. */
  filesPending(): boolean {
    const pending = this.filesWanted;
    this.filesWanted = false;
    return pending;
  }

  /** What assigning to a category raises. */
  refuseCategory(): never {
    throw failure('PreferenceError', 'Cannot set a preference category.');
  }

  /** Adds the preferences of a category. Raises PreferenceError for names that are taken or illegal. */
  register(category: PreferenceCategory): void {
    this.checkRegistration(category);
    this.add(category);
    for (const [name, { default: usual }] of Object.entries(category.preferences)) {
      const full = `${category.name}.${name}`;
      this.set(full, this.unregistered.get(full) ?? usual, () =>
        typeof usual === 'string' ? usual : pythonText(usual),
      );
    }
  }

  /** The warning about preferences of files that nobody registered: every run shows it, if there are any. */
  unregisteredWarning(location?: Location): Problem | undefined {
    if (this.unregistered.size === 0) return undefined;
    const names = [...this.unregistered.keys()].join(', ');
    const message = `The following preferences values have been set but are not registered preferences:\n${names}\nThis is usually because of a spelling mistake or missing library import.`;
    return {
      code: 'unregistered-preference',
      severity: 'warning',
      errorClass: 'Warning',
      message,
      location,
    };
  }

  resetToDefaults(): void {
    this.revision++;
    this.values.clear();
  }

  backup(): void {
    this.saved = new Map(this.names().map((name) => [name, this.get(name)]));
  }

  restore(): void {
    this.revision++;
    this.values = new Map([...this.values, ...this.saved]);
  }

  private add(category: PreferenceCategory): void {
    this.categoryByName.set(category.name, category);
    for (const [name, definition] of Object.entries(category.preferences))
      this.definitions.set(`${category.name}.${name}`, definition);
  }

  private checkRegistration({ name: category, preferences }: PreferenceCategory): void {
    if (this.isCategory(category))
      throw failure('PreferenceError', `Base name ${category} already registered.`);
    if (this.has(category)) {
      const parent = categoryOf(category);
      const name = category.slice(parent.length + 1);
      throw failure(
        'PreferenceError',
        `Cannot register category '${category}', parent category '${parent}' already has a preference named '${name}'.`,
      );
    }
    for (const name of Object.keys(preferences)) {
      const full = `${category}.${name}`;
      if (this.isCategory(full))
        throw failure(
          'PreferenceError',
          `Cannot register '${full}' as a preference, it is already registered as a preference category.`,
        );
      checkName(name);
    }
  }

  private registered(name: string): PreferenceDefinition {
    const definition = this.definitions.get(name);
    if (definition !== undefined) return definition;
    const category = categoryOf(name);
    const what = this.isCategory(category) ? `Preference '${name}'` : `Preference category ${category}`;
    throw unknownName('PreferenceError', `${what} is unregistered. Spelling error?`, this.nearest(name));
  }

  /** What reading a name that nobody registered raises. */
  unknown(name: string): ProblemError {
    return unknownName('KeyError', `'${name}'`, this.nearest(name));
  }

  private nearest(name: string): string | undefined {
    const parts = name.split('.').length;
    const known = [...this.definitions.keys(), ...this.categoryByName.keys()];
    return didYouMean(
      name,
      known.filter((one) => one.split('.').length === parts),
    );
  }
}

/** The name in front of the last dot. */
export function categoryOf(name: string): string {
  return name.slice(0, Math.max(0, name.lastIndexOf('.')));
}

const METHODS = new Set([
  'clear',
  'get',
  'items',
  'keys',
  'pop',
  'popitem',
  'setdefault',
  'update',
  'values',
]);

function checkName(name: string): void {
  const illegal = `Illegal preference name '${name}': `;
  if (!/^[A-Za-z]\w*$/.test(name))
    throw failure(
      'PreferenceError',
      `${illegal}A preference name can only start with a letter and only contain letters, digits or underscore.`,
    );
  if (METHODS.has(name)) throw failure('PreferenceError', `${illegal}This is also the name of a method.`);
}

function isShared(value: PreferenceValue | SharedValue): value is SharedValue {
  return typeof value === 'object' && value !== null && 'read' in value;
}

export function failure(errorClass: string, message: string, hint?: string): ProblemError {
  return new ProblemError({ code: 'preference', severity: 'error', errorClass, message, hint });
}

/** There is no preference, or category, of that name. */
export function unknownName(errorClass: string, message: string, hint?: string): ProblemError {
  return new ProblemError({ code: UNKNOWN_NAME, severity: 'error', errorClass, message, hint });
}

/** What editors tell of preferences. */
import type { PreferenceCategory } from './definition.ts';
import { PREFERENCE_CATEGORIES, PREFERENCE_DEFINITIONS } from './definitions/index.ts';
import { failure, type Preferences } from './preferences.ts';
import { pythonText } from './values.ts';

export interface PreferenceDocumentation {
  readonly name: string;
  /** What it is for. */
  readonly text: string;
  /** The default, as Python writes it. */
  readonly default: string;
  /** Which values it takes, in Markdown; absent where any of the default's class will do. */
  readonly values?: string;
  /** Whether Spikelens does what Brian does, or why not. */
  readonly effect: string;
  readonly example: string;
}

export function preferenceDocumentation(name: string): PreferenceDocumentation | undefined {
  const definition = PREFERENCE_DEFINITIONS.get(name);
  if (definition === undefined) return undefined;
  const usual = pythonText(definition.default);
  return {
    name,
    text: definition.meaning,
    default: usual,
    ...(definition.values && { values: definition.values }),
    effect: definition.ignored
      ? `Accepted, and without effect: ${definition.ignored}`
      : 'Spikelens does the same.',
    example: `prefs.${name} = ${usual}`,
  };
}

export function documentedPreferences(): readonly string[] {
  return [...PREFERENCE_DEFINITIONS.keys()];
}

/** `codegen.cpp` and the like, also those that only hold others. */
export function preferenceCategory(name: string): PreferenceCategory | undefined {
  return PREFERENCE_CATEGORIES.find((category) => category.name === name);
}

/** What stands one level under a category, `''` being the top: preferences and categories. */
export function preferencesUnder(category: string): readonly string[] {
  const prefix = category === '' ? '' : `${category}.`;
  const names = [...documentedPreferences(), ...PREFERENCE_CATEGORIES.map(({ name }) => name)];
  const below = names.filter((name) => name.startsWith(prefix) && name !== category);
  return [...new Set(below.map((name) => name.slice(prefix.length).split('.')[0]!))];
}

/** `prefs.get_documentation()`: all preferences, or those of a category. Raises ValueError for an unknown one. */
export function documentationText(
  preferences: Preferences,
  category: string | undefined,
  linkTargets: boolean,
): string {
  const categories = [...preferences.categories];
  if (category !== undefined) {
    const one = categories.find(({ name }) => name === category);
    if (one) return categoryText(one, linkTargets);
    throw failure('ValueError', `No preferences under the name '${category}' are registered`);
  }
  const sorted = categories.sort((a, b) => (a.name < b.name ? -1 : 1));
  return sorted.map((one) => heading(one.name) + categoryText(one, linkTargets)).join('');
}

function heading(name: string): string {
  return name.includes('.') ? `**${name}**\n\n` : `${name}\n${'"'.repeat(name.length)}\n\n`;
}

function categoryText(
  { name: category, meaning, preferences }: PreferenceCategory,
  linkTargets: boolean,
): string {
  const texts = Object.keys(preferences)
    .sort()
    .map((key) => {
      const name = `${category}.${key}`;
      const link = linkTargets ? `.. _brian-pref-${name.replace(/[._]/g, '-')}:\n\n` : '';
      const definition = preferences[key]!;
      return `${link}\`\`${name}\`\` = \`\`${pythonText(definition.default)}\`\`\n    ${definition.meaning}\n\n`;
    });
  return `${meaning}\n\n${texts.join('')}`;
}

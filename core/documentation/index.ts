/** What there is to say about everything that Brian brings. */

export {
  documentedPreferences,
  type PreferenceDocumentation,
  preferenceCategory,
  preferenceDocumentation,
  preferencesUnder,
} from '../preferences/documentation.ts';
export { apiEntry, apiNames, arrayFunction, exportedNames, membersOf } from './api/index.ts';
export { type ConstantDocumentation, physicalConstant, stringConstant } from './constants.ts';
export type { ApiEntry, Parameter } from './entry.ts';
export { documentedFlags, type FlagDocumentation, flagDocumentation } from './flags.ts';
export { documentedMethods, type MethodDocumentation, methodDocumentation } from './integration.ts';
export { documentedSlots, type SlotDocumentation, slotDocumentation } from './schedule.ts';
export { typeWords, type UnitDocumentation, unitDocumentation } from './units.ts';
export { documentedVariables, type VariableDocumentation, variableDocumentation } from './variables.ts';

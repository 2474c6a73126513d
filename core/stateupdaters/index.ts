export * from './choose.ts';
export { exactUpdate } from './exact.ts';
export { ExplicitStateUpdater, type NoiseSupport } from './explicit.ts';
export { linearSystem } from './linearSystem.ts';
export type {
  Integration,
  IntegrationContext,
  ModelEquations,
  NamedExpression,
  StateUpdateMethod,
} from './method.ts';

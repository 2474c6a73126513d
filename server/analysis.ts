import { analyse } from '../core/script/analyse.ts';
import { DEFAULT_DEBOUNCE, type ServerOptions } from './options.ts';

/** Longest time that one analysis may take before it gives up and says so. */
const BUDGET_MILLISECONDS = 2000;

/** The server as users get it: real analysis under a budget. */
export const SERVER_OPTIONS: ServerOptions = {
  debounce: DEFAULT_DEBOUNCE,
  analyse: (text, document, request) =>
    analyse(text, document, {
      ...request,
      budgetMilliseconds: BUDGET_MILLISECONDS,
      now: () => performance.now(),
    }),
};

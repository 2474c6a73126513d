import { PRINT_DEFAULTS, type PrintOptions } from '../../../arrays/print.ts';

const settings = new WeakMap<object, PrintOptions>();

/** The print options that hold in a session. */
export function printOptionsOf(session: object): PrintOptions {
  return settings.get(session) ?? PRINT_DEFAULTS;
}

export function setPrintOptions(session: object, options: PrintOptions): void {
  settings.set(session, options);
}

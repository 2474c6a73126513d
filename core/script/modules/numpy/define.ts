/** How functions of NumPy and Brian's units are written down and become Python functions. */
import type { Interpreter } from '../../interpreter.ts';
import { NativeFunction } from '../../objects/functions.ts';
import { type PyValue, Unknown } from '../../values.ts';
import { type Argument, hasUnknown, orUnknown, settledArguments } from './arguments.ts';
import type { NumericEnvironment } from './environment.ts';
import { environment } from './objects.ts';
import { bindOptions } from './options.ts';

export interface FunctionDefinition {
  /** Parameters, separated by blanks: `a axis=None *rest`. */
  readonly signature: string;
  /** `values` in the order of the signature; `rest` what `*rest` took. */
  readonly body: (values: readonly Argument[], env: NumericEnvironment, rest: readonly PyValue[]) => PyValue;
  /** What is known of the result where an argument is unknown. */
  readonly unknown?: Unknown;
}

export type FunctionTable = Readonly<Record<string, FunctionDefinition>>;

export function define(
  signature: string,
  body: FunctionDefinition['body'],
  unknown?: Unknown,
): FunctionDefinition {
  return { signature, body, unknown };
}

/** The Python function. With an unknown argument it gives an unknown, whatever it would check. */
export function pythonFunction(name: string, definition: FunctionDefinition): NativeFunction {
  const signature = definition.signature === '' ? [] : definition.signature.split(' ');
  return new NativeFunction(name, (call, ctx: Interpreter) => {
    const args = settledArguments(call, ctx);
    if (hasUnknown([...args.positional, ...args.keywords.values()]))
      return definition.unknown ?? new Unknown();
    const apply = () => {
      const { values, rest } = bindOptions(name, args, signature);
      return definition.body(values, environment(ctx), rest);
    };
    return orUnknown(ctx, apply, definition.unknown);
  });
}

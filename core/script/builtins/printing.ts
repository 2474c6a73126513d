import type { Interpreter } from '../interpreter.ts';
import { bindSignature, callArguments } from '../objects/arguments.ts';
import { NativeFunction } from '../objects/functions.ts';
import { getAttribute } from '../operations/attributes.ts';
import { type CallArguments, PyObject, PyStr, type PyValue, Unknown } from '../values.ts';

/** A stream that a script may write to: `sys.stdout` or `sys.stderr`. */
export class OutputStream extends PyObject {
  readonly typeName = 'TextIOWrapper';
  constructor(readonly kind: 'stdout' | 'stderr') {
    super();
  }

  write(text: string, ctx: Interpreter): void {
    if (ctx.mode === 'analysis') return;
    if (this.kind === 'stdout') ctx.host?.writeOutput(text);
    else ctx.host?.writeMessage(text);
  }

  override getAttribute(name: string): PyValue | undefined {
    if (name === 'write')
      return new NativeFunction(name, ({ positional: [text = null] }, ctx) => {
        this.write(ctx.str(text), ctx);
        return BigInt(ctx.str(text).length);
      });
    if (name === 'flush') return new NativeFunction(name, () => null);
    if (name === 'isatty') return new NativeFunction(name, () => false);
    return name === 'name' ? new PyStr(`<${this.kind}>`) : undefined;
  }
}

export const STDOUT = new OutputStream('stdout');
export const STDERR = new OutputStream('stderr');

/** `print(*values, sep=' ', end='\n', file=None, flush=False)`; silent in analysis. */
export function print(args: CallArguments, ctx: Interpreter): PyValue {
  const { rest, values } = bindSignature('print', args, [
    '*values',
    'sep=None',
    'end=None',
    'file=None',
    'flush=False',
  ]);
  if (ctx.mode === 'analysis') return null;
  const [sep = null, end = null, file = null] = values;
  const text = rest.map((value) => ctx.str(value)).join(sep === null ? ' ' : ctx.str(sep));
  const line = text + (end === null ? '\n' : ctx.str(end));
  if (file === null || file instanceof OutputStream) (file ?? STDOUT).write(line, ctx);
  else if (!(file instanceof Unknown))
    ctx.call(getAttribute(file, 'write', ctx), callArguments([new PyStr(line)]));
  return null;
}

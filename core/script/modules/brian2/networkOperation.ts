import { BrianObject, type Operation } from '../../../network/object.ts';
import type { Location } from '../../../text/range.ts';
import { PyFunction } from '../../evaluator/functions.ts';
import type { Interpreter } from '../../interpreter.ts';
import { callArguments } from '../../objects/arguments.ts';
import { BoundMethod } from '../../objects/classes.ts';
import { NativeFunction } from '../../objects/functions.ts';
import { type CallArguments, PyObject, PyStr, type PyValue } from '../../values.ts';
import { Arguments } from './arguments.ts';
import { BrianPyObject } from './brianObject.ts';
import { ClockView } from './clockObject.ts';

/** A function of the script that runs in every step of a clock. */
class NetworkOperation extends BrianObject implements Operation {
  readonly kind = 'operation';
  readonly className = 'NetworkOperation';
  readonly owner = this;

  constructor(
    options: ConstructorParameters<typeof BrianObject>[0],
    private readonly fn: PyValue,
    private readonly takesTime: boolean,
    private readonly ctx: Interpreter,
  ) {
    super(options);
    this.parts.push(this);
  }

  override beforeRun(): void {
    this.ctx.mayHaveRun(this.fn);
  }

  call(): void {
    const time = new ClockView(this.clock, 't', this.session.storage);
    this.ctx.call(this.fn, callArguments(this.takesTime ? [time] : []));
  }
}

const OPERATION_SIGNATURE = [
  'function=None',
  'dt=None',
  'clock=None',
  "when='start'",
  'order=0',
  "name='networkoperation*'",
];

/** `NetworkOperation(f)`, `@network_operation`, `@network_operation(dt=...)`. */
export function networkOperation(call: CallArguments, ctx: Interpreter): PyValue {
  const args = new Arguments('network_operation', call, OPERATION_SIGNATURE, ctx);
  const make = (fn: PyValue, location: Location | undefined): PyValue => {
    const options = {
      session: ctx.session,
      name: args.objectName('networkoperation*'),
      clock: args.clock('networkoperation'),
      when: args.slot(),
      order: args.integer('order'),
      location,
    };
    if (fn instanceof PyFunction && fn.parameters[0] === 'self')
      args.raise('TypeError', METHOD, undefined, WRAP);
    const parameters = parameterCount(fn);
    if (parameters > 1) args.raise('TypeError', tooManyArguments(fn, parameters, ctx));
    return new BrianPyObjectOf(new NetworkOperation(options, fn, parameters === 1, ctx));
  };
  const fn = args.get('function');
  if (fn !== undefined) return make(fn, args.callLocation);
  return new NativeFunction('network_operation', (inner) =>
    make(inner.positional[0] ?? null, inner.location),
  );
}

/** The braces are Brian's own. */
const METHOD =
  "The first argument of the function '{function.__name__}' is 'self', suggesting it is an instance method and not a " +
  'function. Did you use @network_operation on a class method? This will not work, explicitly create a NetworkOperation ' +
  'object instead -- see the documentation for more details.';
const WRAP = 'Write NetworkOperation(self.method) in the constructor of the class.';

class BrianPyObjectOf extends BrianPyObject {}

function parameterCount(fn: PyValue): number {
  if (fn instanceof BoundMethod) return Math.max(0, parameterCount(fn.callee) - 1);
  return fn instanceof PyFunction ? fn.parameters.length : 0;
}

function tooManyArguments(fn: PyValue, count: number, ctx: Interpreter): string {
  const name = fn instanceof PyObject ? fn.getAttribute('__name__', ctx) : undefined;
  const shown = name instanceof PyStr ? name.value : 'function';
  return `Function '${shown}' cannot be used as a network operation, it needs to have either only 't' as an argument or have no arguments, but it has ${count} arguments.`;
}

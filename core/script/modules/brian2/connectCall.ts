import { connect } from '../../../synapses/connect.ts';
import type { Indices } from '../../../synapses/connectRequest.ts';
import type { Synapses } from '../../../synapses/synapses.ts';
import type { Interpreter } from '../../interpreter.ts';
import { type CallArguments, PyStr, type PyValue, Unknown } from '../../values.ts';
import { asNumeric, asQuantity } from '../numpy/objects.ts';
import { Arguments } from './arguments.ts';
import { callNamespace } from './namespaces.ts';

const CONNECT_SIGNATURE = [
  'condition=None',
  'i=None',
  'j=None',
  'p=1.0',
  'n=1',
  'skip_if_invalid=False',
  'namespace=None',
  'level=0',
];

/** `S.connect(...)`. */
export function connectCall(synapses: Synapses, call: CallArguments, ctx: Interpreter): PyValue {
  const args = new Arguments('connect', call, CONNECT_SIGNATURE, ctx);
  if (args.isUnknown('condition') || args.isUnknown('i') || args.isUnknown('j')) {
    synapses.connected = true;
    return null;
  }
  const condition = args.get('condition');
  if (condition !== undefined && typeof condition !== 'boolean' && !(condition instanceof PyStr))
    args.raise(
      'TypeError',
      'condition argument must be bool or string. If you want to connect based on indices, use connect(i=..., j=...).',
      'condition',
    );
  connect(synapses, {
    condition: condition instanceof PyStr || typeof condition === 'boolean' ? condition : undefined,
    i: indicesArgument(args, 'i'),
    j: indicesArgument(args, 'j'),
    p: args.string('p') ?? numberArgument(args, 'p') ?? 1,
    n: args.string('n') ?? numberArgument(args, 'n') ?? 1,
    skipIfInvalid: args.get('skip_if_invalid') === true,
    externals: callNamespace(args),
    ...args.place,
  });
  return null;
}

function numberArgument(args: Arguments, name: 'p' | 'n'): number | undefined {
  const value = args.given(name);
  if (value === undefined || value instanceof Unknown) return undefined;
  const quantity = asQuantity(value, args.ctx);
  const isInteger = typeof value === 'bigint' || typeof value === 'boolean';
  const isNumber = typeof quantity?.value === 'number' && quantity.dimension.isDimensionless;
  if (isNumber && (isInteger || name === 'p')) return quantity.value as number;
  return args.raise('TypeError', `${name} must be ${name === 'p' ? 'float' : 'int'} or string`, name);
}

function indicesArgument(args: Arguments, name: 'i' | 'j'): Indices | undefined {
  const value = args.get(name);
  if (value === undefined || value instanceof PyStr) return value;
  const indices = asNumeric(value, args.ctx)?.value;
  if (indices === undefined || typeof indices === 'boolean')
    return args.raise('TypeError', `${name} argument must be int, array or string`, name);
  if (typeof indices === 'bigint') return Int32Array.of(Number(indices));
  const isArray = typeof indices === 'object';
  if (isArray && (indices.size === 0 || !indices.dtype.startsWith('float')))
    return Int32Array.from(indices.toFloat64());
  const end = name === 'i' ? 'Presynaptic' : 'Postsynaptic';
  const type = isArray ? indices.dtype : 'float64';
  return args.raise(
    'TypeError',
    `${end} indices have to be given as integers, are type ${type} instead.`,
    name,
  );
}

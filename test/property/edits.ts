/** Random damage to a script: what a typing user, a bad merge or a stray paste leave behind. */
import fc from 'fast-check';

/** Places are fractions of the text, so that one edit means something for a text of any length. */
export type Edit =
  | { readonly kind: 'prefix'; readonly at: number }
  | { readonly kind: 'delete' | 'duplicate'; readonly at: number; readonly length: number }
  | { readonly kind: 'insert'; readonly at: number; readonly text: string }
  | { readonly kind: 'replace'; readonly at: number; readonly length: number; readonly text: string }
  | { readonly kind: 'swap'; readonly at: number; readonly other: number; readonly length: number }
  | { readonly kind: 'deleteLine' | 'duplicateLine' | 'indentLine'; readonly at: number };

/** Fragments that have a meaning to Python or to Brian, in places where they should not stand. */
const FRAGMENTS = [
  ...'\'"()[]{}:;,.=+-*/%@~^&|<>!#\\\n\t 0123456789eEjJ_abcxyz',
  ...[
    '"""',
    "'''",
    'f"{',
    '{{',
    '}}',
    '\r\n',
    '\r',
    '\f',
    '\0',
    '\ufeff',
    '\u2028',
    '\ud800',
    '😀',
    'µ',
    'π',
    'ﬁ',
  ],
  ...['**', '//', '==', ':=', '->', '...', 'lambda: ', 'yield ', 'await ', 'async ', 'not ', ' in ', ' is '],
  ...[
    'if ',
    'else:',
    'elif x:',
    'for i in ',
    'while True:',
    'def f(',
    'class A:',
    'return ',
    'import ',
    'from ',
  ],
  ...[
    'try:',
    'except:',
    'finally:',
    'with ',
    'as ',
    'global v',
    'nonlocal v',
    'del ',
    'raise',
    'assert ',
    'pass',
  ],
  ...[
    'None',
    'True',
    'self',
    '10**10**10',
    "'x'*10**9",
    'range(10**12)',
    'zeros(10**9)',
    '1e400',
    '-1',
    '[]*3',
  ],
  ...[
    'dv/dt = ',
    ' : volt',
    ' : 1',
    '(unless refractory)',
    'xi',
    '*mV',
    '/ms',
    '%s',
    '%(a)s',
    '{0}',
    '{a.b[0]!r:>{w}}',
  ],
  ...[
    'run(1*ms)',
    'NeuronGroup(',
    'Synapses(',
    '.connect(',
    'print(',
    'exit()',
    'super()',
    '__init__',
    '@',
    '*args',
  ],
];

const fraction = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const length = fc.oneof(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 300 }));
const text = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...FRAGMENTS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
);

export const anEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant('prefix' as const), at: fraction }),
  fc.record({ kind: fc.constantFrom('delete' as const, 'duplicate' as const), at: fraction, length }),
  fc.record({ kind: fc.constant('insert' as const), at: fraction, text }),
  fc.record({ kind: fc.constant('replace' as const), at: fraction, length, text }),
  fc.record({ kind: fc.constant('swap' as const), at: fraction, other: fraction, length }),
  fc.record({
    kind: fc.constantFrom('deleteLine' as const, 'duplicateLine' as const, 'indentLine' as const),
    at: fraction,
  }),
);

export function edited(source: string, edit: Edit): string {
  const at = Math.floor(edit.at * (source.length + 1));
  const before = source.slice(0, at);
  switch (edit.kind) {
    case 'prefix':
      return before;
    case 'delete':
      return before + source.slice(at + edit.length);
    case 'duplicate':
      return source.slice(0, at + edit.length) + source.slice(at);
    case 'insert':
      return before + edit.text + source.slice(at);
    case 'replace':
      return before + edit.text + source.slice(at + edit.length);
    case 'swap':
      return swapped(source, at, Math.floor(edit.other * (source.length + 1)), edit.length);
    default:
      return withLine(source, at, edit.kind);
  }
}

function swapped(source: string, one: number, other: number, size: number): string {
  const [a, b] = one < other ? [one, other] : [other, one];
  const n = Math.min(size, b - a);
  const parts = [source.slice(b, b + n), source.slice(a + n, b), source.slice(a, a + n)];
  return source.slice(0, a) + parts.join('') + source.slice(b + n);
}

function withLine(source: string, at: number, kind: 'deleteLine' | 'duplicateLine' | 'indentLine'): string {
  const start = source.lastIndexOf('\n', at - 1) + 1;
  const newline = source.indexOf('\n', at);
  const end = newline < 0 ? source.length : newline + 1;
  const line = source.slice(start, end);
  const instead = { deleteLine: '', duplicateLine: line + line, indentLine: `  ${line}` }[kind];
  return source.slice(0, start) + instead + source.slice(end);
}

import fc from 'fast-check';

/** Texts of expressions over two floats, an integer, a truth value, a scalar and a constant. */
export const { text: randomExpression } = fc.letrec<{ text: string; condition: string }>((tie) => ({
  text: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom('x', 'y', 'i', 's', 'p', '2', '0', '1', '0.5', '3.25'),
    fc
      .tuple(tie('text'), fc.constantFrom('+', '-', '*'), tie('text'))
      .map(([a, op, b]) => `(${a} ${op} ${b})`),
    fc.tuple(tie('text'), fc.constantFrom('s', 'p', 'y', '4', '0.5')).map(([a, b]) => `${a}/${b}`),
    fc
      .tuple(tie('text'), fc.constantFrom('3', '-2', '0.75'))
      .map(([a, b]) => `(${a} // ${b}) + (${a} % ${b})`),
    tie('text').map((a) => `-(${a})`),
    tie('text').map((a) => `(${a})**2`),
    tie('text').map((a) => `exp(-abs(${a}))`),
    tie('condition').map((a) => `int(${a})`),
    fc.constant('int(b)'),
  ),
  condition: fc.oneof(
    fc.constant('b'),
    fc.tuple(tie('text'), fc.constantFrom('<', '>='), tie('text')).map(([a, op, b]) => `(${a} ${op} ${b})`),
    fc
      .tuple(tie('condition'), fc.constantFrom('and', 'or'), tie('condition'))
      .map(([a, op, b]) => `(${a} ${op} ${b})`),
    tie('condition').map((a) => `not ${a}`),
  ),
}));

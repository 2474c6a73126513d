/** What slips put in the place of the parts of equations and code strings. */

export const FLAGS = [
  ...[
    'unless refractory',
    'constant',
    'shared',
    'constant over dt',
    'event-driven',
    'clock-driven',
    'summed',
  ],
  ...['linked', 'point current', 'constant, shared', 'frozen'],
];

export const FUNCTIONS = [
  'exp',
  'sqrt',
  'sin',
  'abs',
  'int',
  'rand',
  'log',
  'clip',
  'floor',
  'tanh',
  'timestep',
];

export const TYPES = ['boolean', 'integer', 'bool', 'int', 'float', 'real'];

/** Names that no equation may define. */
export const RESERVED = ['t', 'dt', 'i', 'N', 'xi', 'pi', 'exp', 'volt', 'v_pre', '_v'];

/** Names that mean something without being defined. */
export const KNOWN_NAMES = ['t', 'dt', 'i', 'N', 'mV', 'ms', 'e', 'rand', 'v', 'lastspike', 'not_refractory'];

export const ASSIGNMENTS = [' = ', ' += ', ' -= ', ' *= ', ' == ', ' := ', ' /= ', ' =+ ', ' ** '];

/** What a statement can't assign to, as a rule. */
export const TARGETS = ['t', 'dt', 'i', 'N', 'exp', 'undefined_name', 'ms', '2', 'v[0]', 'self.v'];

export const NOISE = [' + xi', ' + xi*second**-0.5', '*xi*second**0.5', ' + xi*volt/second**0.5'];

/** Operators that people take for each other, or hit instead. */
export const OPERATORS: Readonly<Record<string, readonly string[]>> = {
  '+': ['*', '-', '/', '&', '++'],
  '-': ['/', '*', '+'],
  '*': ['+', '/', '**', '^'],
  '/': ['*', '-', '//', '%'],
  '**': ['^', '*', '+'],
  '%': ['+', '//', '*'],
  '//': ['%', '/'],
  '>': ['+', '<', '=', '==', '>>', '*'],
  '>=': ['+', '=>', '>', '='],
  '<': ['-', '>', '=', '<<'],
  '<=': ['=<', '<', '='],
  '==': ['=', '!=', '===', '+'],
  '!=': ['<>', '==', '='],
  and: ['or', '&', '&&', '+', '*'],
  or: ['and', '|', '||', '+'],
};

/** Expressions that can be read, in the place of one. */
export function otherExpressions(text: string): string[] {
  return [
    '0',
    '1',
    'True',
    `${text} > 0`,
    `(${text})*mV`,
    `int(${text})`,
    `not ${text}`,
    `${text} if i else 0`,
  ];
}

/** What Brian can't read. */
export function brokenExpressions(text: string): string[] {
  const cut = [`${text} +`, `(${text}`, `${text})`, `${text};`, `${text}?`, ''];
  const python = [`${text}[0]`, `self.${text}`, `${text} < 1 < 2`, `${text} & 1`, `lambda: ${text}`];
  return [...cut, ...python, `${text} ${text}`, `${text}, 1`, `'${text}'`];
}

export function otherNumbers(text: string): string[] {
  return ['0', `${text}*mV`, `${text}*ms`, `${text}.5`, `-${text}`, `${text}x`, `1e${text}`];
}

export function misspeltFlag(flag: string): string {
  if (flag.includes('-')) return flag.replace('-', ' ');
  return flag.includes(' ') ? flag.replace(' ', '-') : flag.slice(0, -1);
}

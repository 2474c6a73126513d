/** Where we say something else than Brian 2.5.1 with its NumPy target, and why. */

export interface Difference {
  readonly why: string;
  readonly texts: readonly string[];
  /** The only thing that differs; all may where absent. `words`: a run fails with other words. */
  readonly only?: 'run' | 'check' | 'words';
}

/** What only the values in a run tell. */
export const FOUND_BY_RUNS = /^!IndexError: (?:index \d+ is out of bounds for axis|Requested sample size)/;

/** By context. */
export const DIFFERENT: Readonly<Record<string, readonly Difference[]>> = {
  assign: [
    {
      why: 'blanks before a statement are not counted',
      only: 'words',
      texts: ['w; s'],
    },
    {
      why: 'told as any text that Python can not read',
      only: 'words',
      texts: ['lambda x: x'],
    },
  ],
  assign_integer: [
    {
      why: 'numbers that NumPy, or Python when it folds constants, refuses; C++ does not',
      texts: ['inf'],
    },
  ],
  assign_number: [
    {
      why: 'numbers that NumPy, or Python when it folds constants, refuses; C++ does not',
      texts: ['b % b', 'y / b', 'n**-1', '(n+1)**-1', '1/0', '0/0', 'n/0', 'n%0', '1e400', 'arcsin(2)'],
    },
    {
      why: 'what the symbolic form makes of the order of factors is not followed',
      texts: ['y - b', 'True + True'],
    },
    {
      why: 'whole numbers have no negative zero in NumPy',
      only: 'run',
      texts: ['-n%2'],
    },
    {
      why: 'not simplified before it is checked',
      texts: ['y and y'],
    },
  ],
  connect_condition: [
    {
      why: 'the string is shown as the script has it, without the iterator that Brian adds',
      only: 'words',
      texts: ['i == j # c'],
    },
    {
      why: 'the first of two faults of one expression is told',
      only: 'words',
      texts: ['i == 1 | j == 2'],
    },
  ],
  connect_j: [
    {
      why: 'strings are refused where they stand',
      texts: ["'i'", "k for k in sample(N_post, p='a')"],
    },
    {
      why: 'the string is shown as the script has it, without the iterator that Brian adds',
      only: 'words',
      texts: [
        '',
        '  ',
        '[k for k in range(3)]',
        '(k for k in range(3))',
        'i if',
        'i if else',
        'i + ',
        'lambda: 3',
        'i; j',
        'i = 3',
      ],
    },
    {
      why: 'only a run draws samples',
      only: 'check',
      texts: ['k for k in sample(5, 0, -1, p=1)'],
    },
  ],
  connect_n: [
    {
      why: 'a failure of the NumPy target alone',
      texts: ['j', '-1', 'rand()', 'int(rand()*0)+1', 'b_post', 'w'],
    },
  ],
  connect_p: [
    {
      why: 'a failure of the NumPy target alone',
      texts: ['rand()'],
    },
  ],
  equations_object: [
    {
      why: 'told as any text that Python can not read',
      only: 'words',
      texts: ['x =  a \\n + b : 1'],
    },
  ],
  index: [
    {
      why: 'NumPy counts with numbers that C++ takes for truth values; one truth value adds a dimension there',
      only: 'run',
      texts: [
        '1',
        '3',
        'n',
        'i',
        's == 0*volt',
        'm == 0',
        'i % 2',
        't == 0*ms',
        'ta(t) > 0*volt',
        'int(b)',
        '(v > 1*volt)*2',
      ],
    },
  ],
  monitor: [
    {
      why: 'recording what each monitor has anyway does no harm',
      texts: ['N', 't'],
    },
  ],
  neuron_model: [
    {
      why: 'told in the words of the choice of a method',
      only: 'words',
      texts: ['dv/dt = -v/tau + xi**2*mV : volt'],
    },
    {
      why: 'fails when the variable is read',
      texts: ['x = xi_a : second**-0.5'],
    },
    {
      why: 'with NumPy, what is the same for all neurons is read as one number',
      only: 'run',
      texts: [
        'x = 2*y : 1\ny = 3*z : 1\nz = 2 : 1',
        'x = 2.5 : integer',
        'x = 3 : boolean',
        'x = t > 1*ms : boolean',
        'x = t > 1*ms : 1',
        'x = not True : boolean',
        'x = 2**-1 : 1',
        'x = 5 // 2 : 1',
        'x = -5 % 3 : 1',
        'x = mV % volt : volt',
        'x = abs(-3*mV) : volt',
        'x = sqrt(4*volt**2) : volt',
        'x = int(2.7) : integer',
        'x = timestep(t, dt) : integer',
        'x = exprel(0) : 1',
        'x = volt : volt',
        'x = volt2 : volt**2',
        'x = 3 + + 3 : 1',
        'x = 3 - - 3 : 1',
        'x = 3 ** - 2 : 1',
        'x = 3 # : 1\n : 1',
        'x = 3 : 1 # : 2',
        'x =\n3*mV : volt',
        'x = 3*mV\n: volt',
        'x = t_in_timesteps : integer',
        'x = dt : second',
        'x = dt/t : 1',
        'x = -inf : 1',
        'x = 0*volt : volt',
        'x = (El < 3*mV) : boolean',
        'x = k**2 : 1',
        'x = volt**k : volt**4',
        'x = volt**c : volt**0.5',
        'x = volt**True : volt',
        'x = volt**(k/4) : volt',
        'x = 2**volt : 1',
      ],
    },
    {
      why: 'values have the type that the model says',
      only: 'run',
      texts: ['x = i/2 : integer', 'x = i : boolean'],
    },
    {
      why: 'the words for unknown names say more',
      only: 'words',
      texts: ['x = é : 1'],
    },
    {
      why: 'a failure of the NumPy target alone',
      texts: ['x = True : 1', 'x = volt**n : volt**2\nn : integer (constant, shared)'],
    },
    {
      why: 'numbers that NumPy, or Python when it folds constants, refuses; C++ does not',
      texts: ['x = 1e400 : 1'],
    },
    {
      why: 'told with the equation',
      only: 'words',
      texts: ['x = poisson(3*ms) : 1 (constant over dt)'],
    },
    {
      why: 'a comment ends at the line, also within quotes',
      texts: ['x = "#" : 1'],
    },
    {
      why: 'told as any text that Python can not read',
      only: 'words',
      texts: ['dv/dt = -v/tau \\\n : volt'],
    },
    {
      why: 'the words of later versions: 2.5.1 fails to make a message',
      only: 'words',
      texts: ['x = v(3) : 1\nv : 1', 'x = mV(3) : 1'],
    },
    {
      why: 'what the symbolic form makes of the order of factors is not followed',
      texts: ['dx/dt = -x*b/ms : 1\nb : boolean'],
    },
  ],
  on_post: [
    {
      why: 'the words for unknown names say more',
      only: 'words',
      texts: ['a += w', 'foo += 3'],
    },
  ],
  on_pre: [
    {
      why: 'the words for unknown names say more',
      only: 'words',
      texts: ['a += w', 'foo += w', 'q += 1', 'v_pre += w', 'w_syn += 1', 'spikes += 1'],
    },
    {
      why: 'synapse by synapse, as generated C++ does it; NumPy adds up all first',
      only: 'run',
      texts: ['v += w; w = v', 'v += w\nw = v'],
    },
    {
      why: 'internal names stay internal',
      texts: ['p = _spikespace'],
    },
  ],
  rates: [
    {
      why: 'rates that refer to themselves fail at the first step',
      texts: ['rates', 'rates*2'],
    },
  ],
  refractory: [
    {
      why: 'blanks before a statement are not counted',
      only: 'words',
      texts: ['(1*ms\n + 2*ms)'],
    },
  ],
  reset: [
    {
      why: 'blanks before a statement are not counted',
      only: 'words',
      texts: ['v = 0*volt # a; b'],
    },
    {
      why: 'told as any text that Python can not read',
      only: 'words',
      texts: ['v = w \\\n + w', 'v = lambda: 3', 'v = w + \\\n w'],
    },
    {
      why: 'a failure of the NumPy target alone',
      texts: ['n += 0.5', 'n /= 2'],
    },
    {
      why: 'the words for unknown names say more',
      only: 'words',
      texts: ['foo += 3', 'v = é', 'q += 1'],
    },
    {
      why: 'the words of later versions: 2.5.1 fails to make a message',
      only: 'words',
      texts: ['v = w(3)'],
    },
  ],
  run_on_event: [
    {
      why: 'the words for unknown names say more',
      only: 'words',
      texts: ['foo += 1'],
    },
  ],
  summed: [
    {
      why: 'a failure of the NumPy target alone',
      texts: ['s_post = w : volt (summed)'],
    },
  ],
  synapses_index: [
    {
      why: 'NumPy counts with numbers that C++ takes for truth values; one truth value adds a dimension there',
      only: 'run',
      texts: ['i', 'N > 2'],
    },
    {
      why: 'a failure of the NumPy target alone',
      texts: ['p'],
    },
  ],
  synapses_model: [
    {
      why: 'a flag that later versions of Brian accept: a warning',
      texts: [
        'q : volt (linked)',
        'q : volt (linked, shared)',
        'q : volt (linked, constant)',
        'w : volt (linked)',
      ],
    },
    {
      why: 'the unknown flag is told first',
      only: 'words',
      texts: ['q : volt (shared, constant over dt)'],
    },
    {
      why: 'with NumPy, what is the same for all neurons is read as one number',
      only: 'run',
      texts: ['w = N_pre : 1', 'w = t_pre : second'],
    },
  ],
  threshold: [
    {
      why: 'blanks before a statement are not counted',
      only: 'words',
      texts: ['(v >\n 0*volt)', '(v > w and\n b)'],
    },
    {
      why: 'chained comparisons and strings are refused before units are looked at',
      texts: ['v > 0*volt > b', 'v < 1*volt == b', "v > '1'"],
    },
    {
      why: 'the words for unknown names say more',
      only: 'words',
      texts: ['v if b else w'],
    },
  ],
};

import assert from 'node:assert/strict';
import { Subgroup } from '../../core/groups/subgroup.ts';
import { ProblemError } from '../../core/problems/problem.ts';
import { code, connectWith, group, newSession, pairs, synapses } from '../support/session.ts';

function setUp(n = 4, m = n) {
  const { session } = newSession();
  const source = group(session, n, 'x : 1', { threshold: code('False'), reset: code('') });
  const target = group(session, m, 'y : 1');
  return { session, source, target, object: synapses(session, source, target, { pre: 'y += 1' }) };
}

function failure(action: () => void): string {
  try {
    action();
  } catch (error) {
    if (error instanceof ProblemError) return `${error.problem.errorClass}: ${error.problem.message}`;
    throw error;
  }
  return 'no error';
}

describe('connect', () => {
  it('makes all pairs, by source then target', () => {
    assert.deepEqual(connectWith(setUp(2).object), [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ]);
  });

  for (const [condition, expected] of [
    [
      'i==j',
      [
        [0, 0],
        [1, 1],
        [2, 2],
        [3, 3],
      ],
    ],
    [
      'i<2 and j>2',
      [
        [0, 3],
        [1, 3],
      ],
    ],
    [
      'abs(i-j)==3',
      [
        [0, 3],
        [3, 0],
      ],
    ],
    ['False', []],
  ] as const)
    it(`by the condition ${condition}`, () => {
      assert.deepEqual(connectWith(setUp().object, { condition: code(condition) }), expected);
    });

  for (const [j, expected] of [
    [
      'i',
      [
        [0, 0],
        [1, 1],
        [2, 2],
        [3, 3],
      ],
    ],
    [
      'k for k in range(i)',
      [
        [1, 0],
        [2, 0],
        [2, 1],
        [3, 0],
        [3, 1],
        [3, 2],
      ],
    ],
    [
      'k for k in range(0, 4, 3) if i == 1',
      [
        [1, 0],
        [1, 3],
      ],
    ],
    [
      'int(i/2) if i % 2 == 0',
      [
        [0, 0],
        [2, 1],
      ],
    ],
    ['k for k in range(i-1, i+2) if k != j + 9 and k >= 0 and k < N_post', undefined],
  ] as const)
    it(`by j='${j}'`, () => {
      const made = connectWith(setUp().object, { j: code(j), skipIfInvalid: true });
      if (expected !== undefined) assert.deepEqual(made, expected);
      else assert.equal(made.length, 10);
    });

  it("by i='...' for every target", () => {
    assert.deepEqual(connectWith(setUp(4, 2).object, { i: code('j+1') }), [
      [1, 0],
      [2, 1],
    ]);
  });

  it('by index arrays, repeated n times', () => {
    const { object } = setUp();
    const request = { i: Int32Array.of(3), j: Int32Array.of(0, 1), n: 2 };
    assert.deepEqual(connectWith(object, request), [
      [3, 0],
      [3, 0],
      [3, 1],
      [3, 1],
    ]);
  });

  it('appends', () => {
    const { object } = setUp();
    connectWith(object, { condition: code('i==0 and j==0') });
    assert.deepEqual(connectWith(object, { condition: code('i==1 and j==1') }), [
      [0, 0],
      [1, 1],
    ]);
  });

  it('counts from the start of subgroups', () => {
    const { session, source, target } = setUp(6);
    const object = synapses(session, new Subgroup(source, 2, 5), new Subgroup(target, 3, 6), {
      pre: 'y_post += 1',
    });
    connectWith(object, { j: code('i') });
    assert.deepEqual(pairs(object), [
      [0, 0],
      [1, 1],
      [2, 2],
    ]);
    assert.deepEqual([...session.storage.array(object.ends.pre)], [2, 3, 4]);
    assert.deepEqual([...session.storage.array(object.ends.post)], [3, 4, 5]);
  });

  // 400 * 300 pairs at p = 0.1: sd = sqrt(n p (1-p)) = 104; the bounds are five of these.
  for (const condition of [undefined, 'i < 1000 and j < 1000'])
    it(`with a probability makes the expected number (${condition ?? 'no condition'})`, () => {
      const { object } = setUp(400, 300);
      const made = connectWith(object, {
        p: 0.1,
        condition: condition === undefined ? undefined : code(condition),
      });
      assert.ok(Math.abs(made.length - 12000) < 520, `${made.length}`);
      assert.equal(new Set(made.map(([i, j]) => i * 300 + j)).size, made.length);
    });

  it('with a probability that depends on the pair', () => {
    const { object } = setUp(400, 300);
    const made = connectWith(object, { p: code('0.2*int(j >= 150)') });
    assert.ok(Math.abs(made.length - 12000) < 520, `${made.length}`);
    assert.ok(made.every(([, j]) => j >= 150));
  });

  it('draws anew at each call, the same for the same seed', () => {
    const first = setUp(50).object;
    const a = connectWith(first, { p: 0.3 }).length;
    const both = connectWith(first, { p: 0.3 });
    const again = connectWith(setUp(50).object, { p: 0.3 });
    assert.deepEqual(both.slice(0, a), again);
    assert.notDeepEqual(both.slice(a), again);
  });

  for (const [name, request, expected] of [
    [
      'an index beyond the target',
      { j: code('i') },
      'IndexError: index _j=3 outside allowed range from 0 to 2',
    ],
    [
      'arrays out of range',
      { i: Int32Array.of(4), j: Int32Array.of(0) },
      'IndexError: Tried to create synapse indices outside valid range. Original error message: The given source indices contain values outside of the range [0, 3] allowed for the source group "neurongroup"',
    ],
    [
      'a condition with indices',
      { condition: code('i==j'), i: Int32Array.of(0) },
      'ValueError: Cannot combine condition with i or j arguments',
    ],
    [
      'a generator as condition',
      { condition: code('k for k in range(3)') },
      "ValueError: Generator expression given for condition, write connect(j='k for k in range(3)'...) instead of connect('k for k in range(3)'...).",
    ],
  ] as const)
    it(`refuses ${name}`, () => {
      const { object } = setUp(4, 3);
      assert.equal(
        failure(() => connectWith(object, request)),
        expected,
      );
    });
});

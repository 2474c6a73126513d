import assert from 'node:assert/strict';
import type { Session } from '../../../../core/network/session.ts';
import { PyStr, Unknown } from '../../../../core/script/values.ts';
import { DIMENSIONLESS } from '../../../../core/units/dimension.ts';
import { analysePython } from '../../support.ts';

const session = { random: { seed: 1 } } as Session;

function analysed(source: string) {
  const { globals, problems, ctx } = analysePython(source, { session });
  assert.deepEqual(
    problems.map((problem) => problem.message),
    [],
  );
  return { value: globals.lookup('x'), ctx };
}

describe('the standard library in the editor', () => {
  const numbers: readonly string[] = [
    'import random; x = random.random()',
    'import random; random.seed(3); x = random.randint(1, 6)',
    'import random; x = random.gauss(0, 1)',
    'import time; x = time.time()',
    'import time; x = time.perf_counter()',
    'import random, math; x = math.exp(random.random())',
    'import math, random; x = math.hypot(random.random(), 1)',
  ];
  for (const source of numbers)
    it(`knows only that it is a number: ${source}`, () => {
      const { value } = analysed(source);
      assert.ok(value instanceof Unknown);
      assert.equal(value.dimension, DIMENSIONLESS);
    });

  const unknown: readonly string[] = [
    'import random; x = random.choice([1, 2])',
    'import random; x = random.sample(range(3), 2)',
    'import random; items = [1, 2, 3]; random.shuffle(items); x = items[0]',
    'import os; x = os.path.exists("a")',
    'import os; x = os.listdir("a")',
    'import os; x = os.makedirs("a", exist_ok=True)',
    'from pathlib import Path; x = Path("a").exists()',
    'import sys; x = sys.argv[1]',
    'import datetime; x = datetime.datetime.now() - datetime.datetime.now()',
    'import random, json; x = json.dumps([random.random()])',
    'import random, collections; x = collections.Counter(random.random())',
    'import random, functools; x = functools.reduce(max, random.random())',
    'import random, re; x = re.sub("a", "b", random.choice("ab"))',
    'import random, datetime; x = datetime.timedelta(days=random.random())',
    'import math; x = math.tooNew(3)',
    'import argparse; p = argparse.ArgumentParser(); p.add_argument("a"); x = p.parse_args().a',
  ];
  for (const source of unknown)
    it(`knows nothing: ${source}`, () => assert.ok(analysed(source).value instanceof Unknown));

  const known: readonly (readonly [string, string])[] = [
    ['import math; x = math.sqrt(16)', '4.0'],
    [
      'import argparse; p = argparse.ArgumentParser(); p.add_argument("--n", type=int, default=5); x = p.parse_args().n',
      '5',
    ],
    ['import itertools; x = list(itertools.product([1, 2], repeat=1))', '[(1,), (2,)]'],
    ['from collections import defaultdict; x = defaultdict(int)["a"]', '0'],
    ['import os; x = os.path.join("a", "b")', "'a/b'"],
    ['import warnings; warnings.warn("careful"); x = 1', '1'],
    ['import logging; logging.warning("careful"); x = 1', '1'],
    ['from typing import List; x = 1', '1'],
  ];
  for (const [source, repr] of known)
    it(`knows ${repr}: ${source}`, () => {
      const { value, ctx } = analysed(source);
      assert.equal(ctx.repr(value ?? null), repr);
    });

  it('ends with endless iterators', () => {
    const source = 'import itertools\nfor i in itertools.count():\n    x = i\n';
    const { problems } = analysePython(source, { session, budget: { steps: 2000 } });
    assert.deepEqual(
      problems.map((problem) => problem.code),
      ['analysis-budget'],
    );
  });
});

describe('strings keep their places', () => {
  const source = "import textwrap, re\neqs = '''\n    dv/dt = -v/tau : 1\n    tau : second\n'''\n";

  function placeOf(statement: string, part: string): string | undefined {
    const script = `${source}x = ${statement}\n`;
    const { value } = analysed(script);
    assert.ok(value instanceof PyStr);
    const start = value.value.indexOf(part);
    const range = value.provenance?.locate({ start, end: start + part.length })?.range;
    return range && script.slice(range.start, range.end);
  }

  it('when dedented', () => assert.equal(placeOf('textwrap.dedent(eqs)', '-v/tau'), '-v/tau'));
  it('when dedented: second line', () =>
    assert.equal(placeOf('textwrap.dedent(eqs)', 'tau : second'), 'tau : second'));
  it('when indented', () => assert.equal(placeOf('textwrap.indent(eqs, "  ")', 'second'), 'second'));
  it('when something else is substituted', () => {
    assert.equal(placeOf('re.sub("volt|1", "amp", eqs)', 'tau : second'), 'tau : second');
  });
  it('as group of a match', () =>
    assert.equal(placeOf('re.search(r"dv/dt = (.*)", eqs).group(1)', '-v'), '-v'));
});

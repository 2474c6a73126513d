import { ProblemError } from '../problems/problem.ts';

/** Gives objects their unique names: `foo*` becomes foo, foo_1, foo_2, ... */
export class NameRegistry {
  private readonly taken = new Set<string>();

  claim(pattern: string): string {
    const starred = pattern.endsWith('*');
    const stem = starred ? pattern.slice(0, -1) : pattern;
    if (!/^[_A-Za-z][_a-zA-Z0-9]*$/.test(stem)) throw invalidName(stem);
    let name = stem;
    for (let k = 1; starred && this.taken.has(name); k++) name = `${stem}_${k}`;
    this.taken.add(name);
    return name;
  }
}

function invalidName(name: string): ProblemError {
  const message = `Name ${name} not valid variable name`;
  return new ProblemError({ code: 'value-error', severity: 'error', errorClass: 'ValueError', message });
}

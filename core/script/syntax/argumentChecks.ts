/** What CPython refuses in argument and parameter lists that are otherwise well formed. */
import type { Argument, Parameter } from './ast.ts';
import { Unreadable } from './treeNodes.ts';

export function checkArguments(args: readonly Argument[]): void {
  const seen = new Set<string>();
  let keyword = false;
  let unpacked = false;
  for (const argument of args) {
    if (argument.form === 'keyword' && argument.name !== undefined) {
      if (seen.has(argument.name))
        throw new Unreadable(`keyword argument repeated: ${argument.name}`, argument);
      seen.add(argument.name);
      keyword = true;
    } else if (argument.form === 'doubleStar') unpacked = true;
    else if (argument.form === 'plain' && unpacked)
      throw new Unreadable('positional argument follows keyword argument unpacking', argument);
    else if (argument.form === 'plain' && keyword)
      throw new Unreadable('positional argument follows keyword argument', argument);
  }
}

export function checkParameters(parameters: readonly Parameter[]): void {
  const seen = new Set<string>();
  let hasDefault = false;
  for (const parameter of parameters) {
    if (seen.has(parameter.name))
      throw new Unreadable(`duplicate argument '${parameter.name}' in function definition`, parameter);
    seen.add(parameter.name);
    if (parameter.kind !== 'positional') continue;
    if (parameter.default) hasDefault = true;
    else if (hasDefault) throw new Unreadable('non-default argument follows default argument', parameter);
  }
}

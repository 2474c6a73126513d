import { analyse } from '../../core/script/analyse.ts';
import { parseScript } from '../../core/script/syntax/parse.ts';
import { mutateCode } from './codeMutations.ts';
import { type Mutation, MutationList } from './mutation.ts';
import { mutatePython } from './pythonMutations.ts';

/** All one-place changes of a script that we know to make; which form a change takes depends on the seed. */
export function mutationsOf(text: string, document: string, seed: number): Mutation[] {
  const list = new MutationList(text, seed);
  const { codeStrings } = analyse(text, document, { anyScript: true });
  for (const code of codeStrings) mutateCode(list, document, code);
  const isCode = (offset: number) =>
    codeStrings.some(({ source }) => source.provenance?.offsetOf(document, offset) !== undefined);
  mutatePython(list, parseScript(text, document).statements, isCode);
  return list.mutations;
}

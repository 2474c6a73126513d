/** Binding the arguments of NumPy's functions, which have more options than are known here. */
import { type BoundArguments, bindSignature } from '../../objects/arguments.ts';
import { unsupportedError } from '../../objects/errors.ts';
import type { CallArguments } from '../../values.ts';

/** As `bindSignature`, but an option that is not known here is unsupported, and no mistake of the script. */
export function bindOptions(name: string, args: CallArguments, signature: readonly string[]): BoundArguments {
  if (args.keywords.size > 0) {
    const known = new Set(signature.map((part) => part.replace(/^\*+/, '').split('=')[0]));
    const isOpen = signature.some((part) => part.startsWith('**'));
    for (const keyword of args.keywords.keys())
      if (!isOpen && !known.has(keyword)) throw unsupportedError(`the argument '${keyword}' of ${name}`);
  }
  return bindSignature(name, args, signature);
}

/**
 * What a check makes of plotting: the calls are made as in a run, with numbers in the place of data that only a run
 * has. Of what goes wrong only that counts which no data can mend: misspelt keywords, words, counts of arguments.
 */
import { NdArray } from '../../../arrays/ndarray.ts';
import { surelyMeant } from '../../../namespaces/nearest.ts';
import { type Problem, ProblemError } from '../../../problems/problem.ts';
import { DIMENSIONLESS } from '../../../units/dimension.ts';
import type { Interpreter } from '../../interpreter.ts';
import { PySequence, PyTuple } from '../../objects/sequences.ts';
import { type CallArguments, PyObject, type PyValue, Unknown } from '../../values.ts';
import { hasUnknown, settledArguments } from '../numpy/arguments.ts';
import { asNumeric, fromQuantity } from '../numpy/objects.ts';
import { AxesArray } from './axesArray.ts';
import { KEYWORDS } from './names.ts';
import { pyplotOf } from './state.ts';

/** Calls that make figures and axes: with arguments that are not known, so is what they make. */
const MAKERS = /^(figure|subplots?|subplot2grid|axes|add_subplot|add_axes|twinx|twiny|gca|gcf|inset_axes)$/;

/** Axes of another projection have methods of their own. */
const PROJECTIONS = ['projection', 'polar', 'subplot_kw', 'subplot_kws'];

/** Longer data would only take time. */
const LONGEST = 10_000;

export function checkedCall(
  name: string,
  call: (args: CallArguments) => PyValue,
  given: CallArguments,
  ctx: Interpreter,
): PyValue {
  const pyplot = pyplotOf(ctx);
  const settled = settledArguments(given, ctx);
  const isUnknown = hasUnknown([...settled.positional, ...settled.keywords.values()]);
  if (PROJECTIONS.some((keyword) => settled.keywords.has(keyword))) pyplot.otherProjections = true;
  if (MAKERS.test(name) && (isUnknown || pyplot.otherProjections)) return new Unknown();
  try {
    return kept(call(withStandIns(settled, ctx)));
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    if (isCertain(error.problem, isUnknown)) throw error;
    return new Unknown();
  }
}

function withStandIns(args: CallArguments, ctx: Interpreter): CallArguments {
  const keywords = new Map([...args.keywords].filter(([, value]) => !hasUnknown([value])));
  const positional = args.positional.map((value) => {
    const isData = hasUnknown([value]) || isLong(value, ctx);
    return isData ? fromQuantity({ value: NdArray.of([0, 1]), dimension: DIMENSIONLESS }) : value;
  });
  return { ...args, positional, keywords };
}

function isLong(value: PyValue, ctx: Interpreter): boolean {
  if (value instanceof PySequence) return value.items.length > LONGEST;
  if (!(value instanceof PyObject)) return false;
  const numbers = asNumeric(value, ctx)?.value;
  return typeof numbers === 'object' && numbers.size > LONGEST;
}

/** Figures and axes go on being known; what was drawn on them is a run's affair. */
function kept(value: PyValue): PyValue {
  const items = value instanceof PyTuple ? value.items : [value];
  return items.every((item) => item instanceof AxesArray || isFrame(item)) ? value : new Unknown();
}

/** Whether a value is a figure or axes. */
export function isFrame(value: PyValue): boolean {
  return value instanceof PyObject && (value.typeName === 'AxesSubplot' || value.typeName === 'Figure');
}

const KEYWORD = /(?:unexpected keyword argument|has no property) '(\w+)'/;
const WORDS =
  /is not a valid (format string|value for)|Unrecognized marker|takes .* positional argument|must be a three-digit integer|num must be 1 <=/;
const DATA = /must have same first dimension|must be the same size|missing \d+ required positional/;

function isCertain({ message }: Problem, isUnknown: boolean): boolean {
  const keyword = KEYWORD.exec(message)?.[1];
  if (keyword !== undefined) return !KEYWORDS.has(keyword) && surelyMeant(keyword, KEYWORDS) !== undefined;
  return WORDS.test(message) || (!isUnknown && DATA.test(message));
}

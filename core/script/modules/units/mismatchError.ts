/** Brian's DimensionMismatchError as scripts make, catch and ask it: a description, then dimensions. */
import { unitRegistryOf } from '../../../units/displayUnits.ts';
import { mismatchMessage } from '../../../units/errors.ts';
import { Property, type PyClass, PyInstance } from '../../objects/classes.ts';
import { BRIAN_EXCEPTIONS } from '../../objects/exceptions.ts';
import { methodTable, NativeFunction } from '../../objects/functions.ts';
import { PySequence, PyTuple } from '../../objects/sequences.ts';
import { PyStr, type PyValue } from '../../values.ts';
import { PyDimension } from '../numpy/dimensionObject.ts';

/** What Brian puts behind the description; errors of natives carry it in their text. */
const SUFFIX = / \((unit is|units are) .*\)\.$/;

function argumentsOf(self: PyValue): readonly PyValue[] {
  const args = self instanceof PyInstance ? self.attributes.get('args') : undefined;
  return args instanceof PySequence ? args.items : [];
}

function dimensionsOf(self: PyValue): readonly PyDimension[] {
  return argumentsOf(self).filter((value) => value instanceof PyDimension);
}

function descriptionOf(self: PyValue): string {
  const [text] = argumentsOf(self);
  return text instanceof PyStr ? text.value.replace(SUFFIX, '') : '';
}

const METHODS = methodTable({
  __str__: (self, _args, ctx) => {
    const [text] = argumentsOf(self);
    const dimensions = dimensionsOf(self).map(({ dimension }) => dimension);
    const description = text === undefined ? '' : ctx.str(text);
    return new PyStr(mismatchMessage(description, dimensions, unitRegistryOf(ctx.session)));
  },
  __repr__: (self, _args, ctx) => {
    const dimensions = dimensionsOf(self).map((dimension) => ctx.repr(dimension));
    const description = ctx.repr(new PyStr(descriptionOf(self)));
    return new PyStr(`DimensionMismatchError(${description}, ${dimensions.join(', ')})`);
  },
});

function property(name: string, read: (self: PyValue) => PyValue): readonly [string, PyValue] {
  return [name, new Property(new NativeFunction(name, ({ positional }) => read(positional[0] ?? null)))];
}

const PROPERTIES = [
  property('desc', (self) => new PyStr(descriptionOf(self))),
  property('dims', (self) => new PyTuple([...dimensionsOf(self)])),
];

export const DIMENSION_MISMATCH_ERROR: PyClass = BRIAN_EXCEPTIONS.get('DimensionMismatchError')!;

for (const [name, member] of [...METHODS, ...PROPERTIES]) DIMENSION_MISMATCH_ERROR.members.set(name, member);

import { elements, type Owner } from '../../../groups/stateAccess.ts';
import { DIMENSIONLESS } from '../../../units/dimension.ts';
import type { Interpreter } from '../../interpreter.ts';
import { PyObject, type PyValue, Unknown } from '../../values.ts';
import { fromQuantity } from '../numpy/objects.ts';
import { itemOf } from './items.ts';
import { accessOf } from './stateView.ts';
import { arrayOf } from './variableView.ts';

/** `G.indices[...]`: the numbers of the elements that an index means. */
export class IndicesObject extends PyObject {
  readonly typeName = 'IndexWrapper';

  constructor(private readonly owner: Owner) {
    super();
  }

  override getItem(key: PyValue, ctx: Interpreter): PyValue {
    if (ctx.mode === 'analysis') return new Unknown();
    const indices = elements(this.owner, itemOf(this.owner, key, ctx), accessOf(ctx));
    return fromQuantity({ value: arrayOf(indices), dimension: DIMENSIONLESS });
  }
}

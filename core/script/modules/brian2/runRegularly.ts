import { RunRegularly } from '../../../groups/runRegularly.ts';
import type { Owner } from '../../../groups/stateAccess.ts';
import type { BrianObject } from '../../../network/object.ts';
import { NativeFunction } from '../../objects/functions.ts';
import { type PyValue, Unknown } from '../../values.ts';
import { Arguments } from './arguments.ts';
import { BrianPyObject } from './brianObject.ts';

/** What `run_regularly` returns. */
export class OperationObject extends BrianPyObject {}

/** `G.run_regularly(code, dt=..., when='start')`. */
export function runRegularlyMethod(owner: BrianObject & Owner): PyValue {
  return new NativeFunction('run_regularly', (call, ctx) => {
    const signature = [
      'code',
      'dt=None',
      'clock=None',
      "when='start'",
      'order=0',
      'name=None',
      'codeobj_class=None',
    ];
    const args = new Arguments('run_regularly', call, signature, ctx);
    const code = args.string('code');
    if (code === undefined) return new Unknown();
    const operation = new RunRegularly(owner, code, {
      clock: args.clock(owner.name),
      when: args.slot(),
      order: args.integer('order'),
      name: args.text('name'),
      ...args.place,
    });
    return new OperationObject(operation);
  });
}

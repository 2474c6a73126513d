import { groupProblem } from '../../../groups/group.ts';
import type { Owner } from '../../../groups/stateAccess.ts';
import type { SynapticPathway } from '../../../synapses/pathway.ts';
import type { Synapses } from '../../../synapses/synapses.ts';
import type { Interpreter } from '../../interpreter.ts';
import { PyObject, PyStr, type PyValue } from '../../values.ts';
import { ContainedObject } from './containedObject.ts';
import type { itemOf } from './items.ts';
import { StateView } from './stateView.ts';

/** Some synapses, as `S[1, :]` gives them for monitors. */
export class SynapticSubset extends PyObject {
  readonly typeName = 'SynapticSubgroup';
  constructor(
    readonly synapses: Synapses,
    readonly item: ReturnType<typeof itemOf> | undefined,
  ) {
    super();
  }
}

/** `S.w`: as any variable, but refused before there are synapses. */
export class SynapticView extends StateView {
  override assign(item: Parameters<StateView['assign']>[0], value: PyValue, ctx: Interpreter): void {
    const synapses = this.owner as Owner & Synapses;
    const variable = synapses.variables.get(this.name);
    const own = variable?.owner === synapses.name && !variable.scalar && !variable.readOnly;
    if (own && !synapses.connected) {
      const message = `Cannot write to synaptic variable '${this.name}', you need to call connect(...) first`;
      ctx.session.problems.report({
        ...groupProblem(synapses, 'not-connected', 'TypeError', message, ctx.location()),
        hint: 'There are no synapses yet: move this after connect(...).',
      });
      return;
    }
    super.assign(item, value, ctx);
  }
}

/** `S.pre.delay`: shown as the pathway's own. */
class DelayView extends SynapticView {
  constructor(
    synapses: Synapses,
    name: string,
    private readonly pathway: string,
  ) {
    super(synapses, name);
  }

  override repr(ctx: Interpreter): string {
    return `<${this.pathway}.delay: ${ctx.repr(this.values(ctx))}>`;
  }
}

/** `S.pre`, `S.post`, `S.up`: a pathway with its delay and order. */
export class PathwayObject extends PyObject {
  readonly typeName = 'SynapticPathway';
  constructor(
    private readonly synapses: Synapses,
    private readonly pathway: SynapticPathway,
    private readonly key: string,
    /** As the script knows them. */
    private readonly ends: { readonly synapses: PyValue; readonly source: PyValue; readonly target: PyValue },
  ) {
    super();
  }

  override getAttribute(name: string, ctx: Interpreter): PyValue | undefined {
    const { pathway } = this;
    switch (name) {
      case 'delay':
        return this.delay();
      case 'event':
        return new PyStr(pathway.event);
      case 'prepost':
        return new PyStr(pathway.side);
      case 'code':
        return pathway.code instanceof PyStr ? pathway.code : new PyStr(pathway.code.value);
      case 'synapses':
        return this.ends.synapses;
      case 'source':
        return this.ends[pathway.side === 'pre' ? 'source' : 'target'];
      case 'target':
        return this.ends[pathway.side === 'pre' ? 'target' : 'source'];
      default:
        return new ContainedObject(pathway).getAttribute(name, ctx);
    }
  }

  override setAttribute(name: string, value: PyValue, ctx: Interpreter): boolean {
    if (name === 'delay') {
      this.delay().assign({ kind: 'all' }, value, ctx);
      return true;
    }
    if (name !== 'order' || typeof value !== 'bigint') return false;
    this.pathway.order = Number(value);
    return true;
  }

  private delay(): StateView {
    return new DelayView(
      this.synapses,
      this.key === 'pre' ? 'delay' : `_${this.key}_delay`,
      this.pathway.name,
    );
  }
}

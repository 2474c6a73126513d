import { membersOf } from '../../../documentation/index.ts';
import { groupProblem, nearestVariables, UNKNOWN_SIZE } from '../../../groups/group.ts';
import type { Owner } from '../../../groups/stateAccess.ts';
import { didYouMean, nearestNames } from '../../../namespaces/nearest.ts';
import type { BrianObject } from '../../../network/object.ts';
import type { Interpreter } from '../../interpreter.ts';
import { NativeFunction } from '../../objects/functions.ts';
import { PyRange } from '../../objects/iterators.ts';
import { PyDict } from '../../objects/mappings.ts';
import { PyList } from '../../objects/sequences.ts';
import { type CallArguments, PyStr, type PyValue, Unknown } from '../../values.ts';
import { Arguments } from './arguments.ts';
import { BrianPyObject } from './brianObject.ts';
import { ContainedObject } from './containedObject.ts';
import { DictExternals } from './externals.ts';
import { IndicesObject } from './indicesObject.ts';
import { runRegularlyMethod } from './runRegularly.ts';
import { type StateHolder, type StateSelection, stateMethod } from './states.ts';
import { constantValue, StateView, variableObject } from './stateView.ts';

/** A Brian object that owns variables: `G.v`, `G.v_`, and what may be set. */
export abstract class OwnerObject<T extends BrianObject & Owner = BrianObject & Owner>
  extends BrianPyObject<T>
  implements StateHolder
{
  override getAttribute(name: string, ctx: Interpreter): PyValue | undefined {
    const own = this.ownAttribute(name, ctx);
    if (own !== undefined) return own;
    if (this.extra.has(name)) return this.extra.get(name);
    const view = this.view(name);
    if (view !== undefined) return plainIfConstant(view);
    const general = super.getAttribute(name, ctx);
    if (general !== undefined) return general;
    if (name.startsWith('__')) return undefined;
    if (this.object.variables.open) return new Unknown();
    return ctx.raise('AttributeError', `No attribute with name ${name}`, undefined, this.attributeHint(name));
  }

  override setAttribute(name: string, value: PyValue, ctx: Interpreter): boolean {
    const { groupNamespace } = this.object;
    if (name === 'namespace' && groupNamespace instanceof DictExternals) {
      groupNamespace.values = value instanceof PyDict ? value : new Unknown();
      return true;
    }
    const view = this.view(name);
    if (view !== undefined) {
      view.assign({ kind: 'all' }, value, ctx);
      return true;
    }
    if (super.setAttribute(name, value, ctx) || this.setOwnAttribute(name, value, ctx)) return true;
    if (name.startsWith('_') || this.extra.has(name)) {
      this.extra.set(name, value);
      return true;
    }
    if (this.object.variables.open) return true;
    this.object.session.problems.report({
      ...groupProblem(
        this.object,
        'unknown-attribute',
        'AttributeError',
        this.unknownMessage(name),
        ctx.location(),
      ),
      hint: this.attributeHint(name),
    });
    return true;
  }

  /** All of its elements, numbered as in the group that it is part of. */
  override asIndices(): PyValue {
    const { start, N } = this.object;
    return N === UNKNOWN_SIZE ? new Unknown() : new PyRange(BigInt(start), BigInt(start + N), 1n);
  }

  override length(ctx: Interpreter): number {
    // How many synapses there are shows only in a run.
    const { N, ends } = this.object;
    return N === UNKNOWN_SIZE || (ctx.mode === 'analysis' && ends !== undefined) ? Number.NaN : N;
  }

  override truth(): boolean {
    return true;
  }

  /** Attributes of the class, which win over variables. */
  protected ownAttribute(name: string, _ctx: Interpreter): PyValue | undefined {
    if (name === 'N') return sizeValue(this.object.N);
    if (name === 'run_regularly') return runRegularlyMethod(this.object);
    if (name === 'indices') return new IndicesObject(this.object);
    if (name === 'namespace') return namespaceOf(this.object);
    if (name === 'state') return new NativeFunction(name, (call, ctx) => this.state(call, ctx));
    if (name === 'variables') return variablesOf(this.object);
    if (name === 'contained_objects')
      return new PyList(this.object.listedParts.map((part) => new ContainedObject(part)));
    return stateMethod(name, this);
  }

  stateNames({ subexpressions, readOnly }: StateSelection): string[] {
    const { variables } = this.object;
    return [...variables.names()].filter((name) => {
      const variable = variables.get(name)!;
      const isWanted = subexpressions || variable.kind !== 'subexpression';
      return isVisible(name, this.object) && isWanted && (readOnly || !variable.readOnly);
    });
  }

  stateValue(name: string, units: boolean): PyValue | undefined {
    const view = this.view(units ? name : `${name}_`);
    if (view === undefined) return this.object.variables.open ? new Unknown() : undefined;
    return plainIfConstant(view);
  }

  setState(name: string, value: PyValue, units: boolean, ctx: Interpreter): void {
    const view = this.view(units ? name : `${name}_`);
    if (view !== undefined) view.assign({ kind: 'all' }, value, ctx);
    else if (!this.object.variables.open) ctx.raise('KeyError', `'${name}'`);
  }

  /** `G.state('v')`: the same as `G.v`. Raises KeyError for what is no variable. */
  private state(call: CallArguments, ctx: Interpreter): PyValue {
    const args = new Arguments('state', call, ['name', 'use_units=True', 'level=0'], ctx);
    const name = args.text('name');
    if (name === undefined) return new Unknown();
    const units = args.get('use_units') ?? true;
    return (
      this.stateValue(name, units instanceof Unknown || ctx.truth(units)) ??
      args.raise('KeyError', `'State variable ${name} not found.'`, 'name')
    );
  }

  protected override setOther(): boolean {
    return false;
  }

  protected setOwnAttribute(_name: string, _value: PyValue, _ctx: Interpreter): boolean {
    return false;
  }

  protected view(name: string): StateView | undefined {
    const { variables } = this.object;
    if (name.startsWith('_')) return undefined;
    if (isVisible(name, this.object)) return new StateView(this.object, name);
    if (!name.endsWith('_')) return undefined;
    const plain = name.slice(0, -1);
    return variables.has(plain) && isVisible(plain, this.object)
      ? new StateView(this.object, plain, false)
      : undefined;
  }

  private attributeHint(name: string): string | undefined {
    const { variables } = this.object;
    const known = [...variables.names(), ...membersOf(this.typeName).keys()];
    return didYouMean(name, known) ?? nearestVariables(this.object, name);
  }

  private unknownMessage(name: string): string {
    const known = [...this.object.variables.names()].filter((n) => isVisible(n, this.object));
    const nearest = nearestNames(name, known, 1)[0];
    const hint = nearest === undefined ? '' : ` Did you mean to write "${nearest}"?`;
    return `Could not find a state variable with name "${name}".${hint} Use the add_attribute method if you intend to add a new attribute to the object.`;
  }
}

/** `G.variables`: all variables by name, those with a leading underscore too. */
function variablesOf(owner: Owner): PyValue {
  const { variables } = owner;
  if (variables.open) return new Unknown();
  return new PyDict(
    [...variables.names()].map((name) => [
      new PyStr(name),
      variableObject(owner, name, variables.get(name)!),
    ]),
  );
}

function namespaceOf({ groupNamespace }: Owner): PyValue {
  return groupNamespace instanceof DictExternals ? groupNamespace.values : new PyDict();
}

/** A number of elements as scripts see it. */
export function sizeValue(N: number): PyValue {
  return N === UNKNOWN_SIZE ? new Unknown() : BigInt(N);
}

/** What never changes needs no view. */
function plainIfConstant(view: StateView): PyValue {
  const variable = view.owner.variables.get(view.name);
  return variable?.kind === 'constant' ? constantValue(variable, view.withUnits) : view;
}

function isVisible(name: string, owner: Owner): boolean {
  const variable = owner.variables.get(name);
  return variable !== undefined && variable.kind !== 'auxiliary' && !name.startsWith('_');
}

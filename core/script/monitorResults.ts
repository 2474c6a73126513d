import { PopulationRateMonitor } from '../monitors/rateMonitor.ts';
import { EventMonitor } from '../monitors/spikeMonitor.ts';
import { StateMonitor } from '../monitors/stateMonitor.ts';
import type { BrianObject } from '../network/object.ts';
import type { Session } from '../network/session.ts';
import type { ScriptFrame } from './interpreter.ts';
import { BrianPyObject } from './modules/brian2/brianObject.ts';
import { PyDict } from './objects/mappings.ts';
import { PySequence } from './objects/sequences.ts';
import type { ArrayResult, MonitorResult } from './results.ts';
import { PyStr, type PyValue } from './values.ts';

/** What all monitors of a session recorded, named by the variables that hold them. */
export function monitorResults(session: Session, globals: ScriptFrame): MonitorResult[] {
  const names = pythonNames(globals);
  const results: MonitorResult[] = [];
  for (const object of session.objects.filter(isComplete)) {
    for (const name of names.get(object) ?? [object.name]) {
      if (object instanceof EventMonitor) results.push(eventResult(object, name));
      else if (object instanceof StateMonitor) results.push(stateResult(object, name));
      else if (object instanceof PopulationRateMonitor) results.push(rateResult(object, name));
    }
  }
  return results;
}

/** False for a monitor whose construction ended in an error. */
function isComplete(object: BrianObject): boolean {
  return 'record' in object && object.record !== undefined;
}

/**
 * `M`, or `monitors[0]` and `monitors['exc']` for those in lists and dictionaries. A monitor that a variable
 * holds and a list as well has both names, so that whoever reads the list finds all of it.
 */
function pythonNames(globals: ScriptFrame): Map<BrianObject, readonly string[]> {
  const names = new Map<BrianObject, readonly string[]>();
  const take = (value: PyValue, name: string) => {
    if (!(value instanceof BrianPyObject)) return;
    const known = names.get(value.object) ?? [];
    const isElement = name.endsWith(']');
    if (!known.some((other) => other.endsWith(']') === isElement)) names.set(value.object, [...known, name]);
  };
  for (const [name, value] of globals.scriptEntries()) {
    take(value, name);
    if (value instanceof PySequence)
      for (const [k, item] of value.items.entries()) take(item, `${name}[${k}]`);
    else if (value instanceof PyDict)
      for (const [key, item] of value.entries())
        take(item, `${name}[${key instanceof PyStr ? `'${key.value}'` : String(key)}]`);
  }
  return names;
}

function flat(data: ArrayResult['data']): ArrayResult {
  return { data, shape: [data.length] };
}

function eventResult(monitor: EventMonitor, name: string): MonitorResult {
  const { record, source } = monitor;
  const arrays = new Map<string, ArrayResult>();
  if (record.recordTrains) {
    arrays.set('t', flat(record.t.values)).set('i', flat(record.i.values));
    for (const [variable, values] of record.variables) arrays.set(variable, flat(values.values));
  }
  arrays.set('count', flat(record.count));
  const events = record.count.reduce((a, b) => a + b, 0);
  const kind = monitor.className === 'SpikeMonitor' ? 'SpikeMonitor' : 'EventMonitor';
  return { name, kind, source: source.name, events, elements: source.N, arrays };
}

function stateResult(monitor: StateMonitor, name: string): MonitorResult {
  const { record, recorded, source } = monitor;
  const times = record.t.length;
  const arrays = new Map<string, ArrayResult>([['t', flat(record.t.values)]]);
  for (const [variable, { values }] of record.variables)
    arrays.set(variable, { data: turned(values, recorded.length, times), shape: [recorded.length, times] });
  return { name, kind: 'StateMonitor', source: source.name, elements: recorded.length, arrays };
}

/** (time x index) to (index x time). */
function turned(values: ArrayResult['data'], width: number, times: number): ArrayResult['data'] {
  const result = values.slice();
  for (let k = 0; k < times; k++)
    for (let r = 0; r < width; r++) result[r * times + k] = values[k * width + r]!;
  return result;
}

function rateResult(monitor: PopulationRateMonitor, name: string): MonitorResult {
  const { record, source } = monitor;
  const arrays = new Map([
    ['t', flat(record.t.values)],
    ['rate', flat(record.rate.values)],
  ]);
  return { name, kind: 'PopulationRateMonitor', source: source.name, elements: source.N, arrays };
}

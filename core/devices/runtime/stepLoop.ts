import { TIME_EPSILON } from '../../network/clock.ts';
import type { PlanClock, RunPlan, TickCounter } from '../plan.ts';
import type { RuntimeStorage } from '../runtimeStorage.ts';
import type { RunnableCode } from './compile.ts';

/** One thing that happens whenever its clock is due. */
export interface DueItem {
  readonly clock: number;
  readonly ticks?: TickCounter;
  call(tick: number, t: number, timestep: number): void;
  /** Set for generated code, which must follow its arrays when the memory grows. */
  readonly code?: RunnableCode;
}

interface ClockState {
  readonly clock: PlanClock;
  readonly items: { readonly item: DueItem; readonly position: number }[];
  step: number;
}

/** How many steps pass between two looks at the progress and at the user's wish to stop. */
const STEPS_PER_REPORT = 64;

/**
 * Executes a plan: at every time all clocks that show the smallest time are due (times within 1e-4 of the
 * smaller step are equal), and of the items those whose clock is due, in the plan's order.
 */
export function runSteps(plan: RunPlan, items: readonly DueItem[], storage: RuntimeStorage): void {
  const clocks = plan.clocks.map((clock): ClockState => ({ clock, items: [], step: clock.startStep }));
  for (const [position, item] of items.entries()) clocks[item.clock]!.items.push({ item, position });
  const [only] = clocks;
  const due = clocks.length === 1 && only ? () => [only] : () => dueClocks(clocks);
  const total = Math.max(...clocks.map((c) => c.clock.endStep * c.clock.step));
  const start = Math.min(...clocks.map((c) => c.clock.startStep * c.clock.step));
  const orders = new Map<string, DueItem[]>();
  let generation = storage.generation;
  for (let count = 0; ; count++) {
    const now = due();
    if (now.length === 0 || now.every((c) => c.step >= c.clock.endStep)) break;
    for (const state of now) publish(state, storage);
    for (const item of itemsOf(now, clocks, orders)) runItem(item, clocks[item.clock]!);
    for (const state of now) state.step++;
    if (count % STEPS_PER_REPORT === 0)
      plan.progress((now[0]!.step * now[0]!.clock.step - start) / (total - start));
    if (storage.generation !== generation) {
      for (const item of items) item.code?.bind();
      generation = storage.generation;
    }
    if (plan.stopRequested()) break;
  }
  for (const state of clocks) publish(state, storage);
}

function runItem(item: DueItem, state: ClockState): void {
  const tick = item.ticks ? item.ticks.value++ : 0;
  item.call(tick, state.step * state.clock.step, state.step);
}

function publish({ clock, step }: ClockState, storage: RuntimeStorage): void {
  storage.array(clock.t)[0] = step * clock.step;
  storage.array(clock.timestep)[0] = step;
}

function dueClocks(clocks: readonly ClockState[]): ClockState[] {
  const running = clocks.filter((c) => c.step < c.clock.endStep);
  let first = running[0];
  if (first === undefined) return [];
  for (const state of running) if (timeOf(state) < timeOf(first)) first = state;
  const earliest = first;
  return running.filter((state) => {
    const smaller = Math.min(state.clock.step, earliest.clock.step);
    return Math.abs(timeOf(state) - timeOf(earliest)) < TIME_EPSILON * smaller;
  });
}

function timeOf(state: ClockState): number {
  return state.step * state.clock.step;
}

/** The items of the due clocks in plan order; remembered by the set of clocks. */
function itemsOf(
  now: readonly ClockState[],
  all: readonly ClockState[],
  orders: Map<string, DueItem[]>,
): DueItem[] {
  const key = now.map((state) => all.indexOf(state)).join();
  let order = orders.get(key);
  if (order === undefined) {
    const entries = now.flatMap((state) => state.items).sort((a, b) => a.position - b.position);
    order = entries.map((entry) => entry.item);
    orders.set(key, order);
  }
  return order;
}

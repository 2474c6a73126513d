/** `matplotlib.style`: sheets of settings. Only the default one is known; others are accepted. */
import type { Interpreter } from '../../interpreter.ts';
import { NativeFunction } from '../../objects/functions.ts';
import { PyDict } from '../../objects/mappings.ts';
import { PyModule } from '../../objects/module.ts';
import { PyList } from '../../objects/sequences.ts';
import { PyStr, type PyValue } from '../../values.ts';
import { isText } from './convert.ts';
import { NotDrawn } from './handle.ts';
import { pyplotOf } from './state.ts';

export function styleModule(ctx: Interpreter): PyModule {
  const use = new NativeFunction('use', (args) => useStyle(args.positional[0] ?? null, ctx));
  const members = new Map<string, PyValue>([
    ['use', use],
    ['available', new PyList([new PyStr('default')])],
    ['context', new NotDrawn('style.context')],
  ]);
  return new PyModule('matplotlib.style', members);
}

function useStyle(style: PyValue, ctx: Interpreter): PyValue {
  const { settings } = pyplotOf(ctx);
  if (style instanceof PyDict) {
    for (const key of style.keys()) if (isText(key)) settings.set(key.value, style.get(key) ?? null);
  } else if (isText(style) && style.value === 'default') settings.reset();
  else pyplotOf(ctx).note(ctx, `style ${ctx.repr(style)}`);
  return null;
}

import nunjucks from 'nunjucks/browser/nunjucks-slim.js';
import { TEMPLATES } from '../../templates/generated.ts';

/** Finds compiled templates in the gathered record; the core has no file system. */
class RecordLoader extends nunjucks.Loader {
  getSource(name: string) {
    const obj = TEMPLATES[name];
    if (obj === undefined) throw new Error(`no template ${name}`);
    return { src: { type: 'code', obj }, path: name, noCache: false };
  }
}

const environment = new nunjucks.Environment(new RecordLoader() as unknown as nunjucks.ILoader, {
  autoescape: false,
  throwOnUndefined: false,
});

/** Renders `templates/NAME.njk`. */
export function renderTemplate(name: string, context: object): string {
  return environment.render(name, context);
}

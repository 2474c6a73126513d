import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ScriptModel } from '../../core/language/model.ts';
import { analyse } from '../../core/script/analyse.ts';
import { Models } from '../../server/models.ts';
import { DEFAULT_DEBOUNCE } from '../../server/options.ts';

const URI = 'file:///script.py';

function recorded() {
  const previous: (ScriptModel | undefined)[] = [];
  const options = {
    debounce: DEFAULT_DEBOUNCE,
    analyse: (text: string, document: string, request: { readonly previous?: ScriptModel }) => {
      previous.push(request.previous);
      return analyse(text, document, { previous: request.previous });
    },
  };
  const models = new Models(
    options,
    () => undefined,
    (message) => assert.fail(message),
  );
  return { models, previous };
}

function version(number: number) {
  return TextDocument.create(URI, 'python', number, `from brian2 import *\nx = ${number}*ms\n`);
}

describe('models of documents', () => {
  it('are made once for each version, each going on from the last', () => {
    const { models, previous } = recorded();
    const first = models.of(version(1));
    assert.equal(models.of(version(1)), first);
    const second = models.of(version(2));
    models.of(version(3));
    assert.deepEqual(previous, [undefined, first, second]);
  });

  it('are forgotten with their document', () => {
    const { models, previous } = recorded();
    models.of(version(1));
    models.forget(URI);
    models.of(version(2));
    assert.deepEqual(previous, [undefined, undefined]);
  });
});

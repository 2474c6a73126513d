import type { TextDocument } from 'vscode-languageserver-textdocument';
import { mayUseBrian } from '../core/language/mayUseBrian.ts';
import type { ScriptModel } from '../core/language/model.ts';
import type { ServerOptions, SiblingText } from './options.ts';

interface CachedModel {
  readonly version: number;
  readonly model: ScriptModel;
}

/** The models of the open documents, each made at most once per version of its text. */
export class Models {
  private readonly cache = new Map<string, CachedModel>();

  constructor(
    private readonly options: ServerOptions,
    private readonly openDocument: (uri: string) => TextDocument | undefined,
    private readonly logError: (message: string) => void,
  ) {}

  /** The model of the document's present text. An error in the analysis is logged and gives an empty model. */
  of(document: TextDocument): ScriptModel {
    const cached = this.cache.get(document.uri);
    if (cached?.version === document.version) return cached.model;
    const model = this.analyse(document, cached?.model);
    this.cache.set(document.uri, { version: document.version, model });
    return model;
  }

  forget(uri: string): void {
    this.cache.delete(uri);
  }

  private analyse(document: TextDocument, previous: ScriptModel | undefined): ScriptModel {
    const text = document.getText();
    if (!mayUseBrian(text)) return emptyModel(document.uri, text);
    try {
      const readSibling = (name: string) => this.sibling(document.uri, name);
      return this.options.analyse(text, document.uri, { readSibling, previous });
    } catch (error) {
      const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
      this.logError(`The analysis of ${document.uri} failed: ${reason}`);
      return emptyModel(document.uri, text);
    }
  }

  /** A module beside the script, if it is open in the editor. */
  private sibling(uri: string, name: string): SiblingText | undefined {
    const sibling = `${uri.slice(0, uri.lastIndexOf('/') + 1)}${name.replaceAll('.', '/')}.py`;
    const document = this.openDocument(sibling);
    return document && { document: sibling, text: document.getText() };
  }
}

function emptyModel(document: string, text: string): ScriptModel {
  return {
    document,
    text,
    usesBrian: false,
    problems: [],
    codeStrings: [],
    runCalls: [],
    definitions: [],
    objects: new Map(),
  };
}

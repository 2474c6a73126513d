import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeSource, readSourceFile } from '../../client/cli/sourceFile.ts';

const bytes = (...parts: (string | number)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from([part]))));

describe('reading a script', () => {
  const texts: [string, Uint8Array, string][] = [
    ['UTF-8', bytes('x = "é😀"'), 'x = "é😀"'],
    ['a byte order mark', bytes(0xef, 0xbb, 0xbf, 'x'), 'x'],
    ['nothing', bytes(), ''],
    [
      'a declared encoding',
      bytes('# -*- coding: latin-1 -*-\nx="', 0xe9, '"'),
      '# -*- coding: latin-1 -*-\nx="é"',
    ],
    [
      'a declaration in the second line',
      bytes('#!/usr/bin/python\n# coding=iso_8859_1\n', 0xe9),
      '#!/usr/bin/python\n# coding=iso_8859_1\né',
    ],
  ];
  for (const [what, data, text] of texts) {
    it(`decodes ${what}`, () => assert.deepEqual(decodeSource(data, 'a.py'), { kind: 'text', text }));
  }

  const broken: [string, Uint8Array, line: number, offset: number, start: number][] = [
    ['a byte that starts nothing', bytes('a\nb = ', 0xff, 'c'), 2, 6, 6],
    ['a lone continuation byte', bytes('é\n', 0x80, 'c'), 2, 3, 2],
    ['an unfinished character at the end', bytes('ab', 0xe2, 0x82), 1, 2, 2],
    ['an unfinished character before another', bytes('ab', 0xe2, 0x82, 'cd'), 1, 2, 2],
    ['the first byte', bytes(0xff), 1, 0, 0],
    ['an encoding declared too late', bytes('x = 1\n# coding: latin-1\n', 0xe9), 3, 24, 24],
  ];
  for (const [what, data, line, offset, start] of broken) {
    it(`says where ${what} is`, () => {
      const source = decodeSource(data, 'a.py');
      assert.equal(source.kind, 'undecodable');
      if (source.kind !== 'undecodable') return;
      assert.equal(source.problem.errorClass, 'SyntaxError');
      assert.match(source.problem.message, new RegExp(`on line ${line} \\(byte offset ${offset}\\)`));
      assert.equal(source.problem.location?.range.start, start);
    });
  }

  it('refuses an encoding that does not exist', () => {
    const source = decodeSource(bytes('# coding: klingon\n'), 'a.py');
    assert.match(source.kind === 'undecodable' ? source.problem.message : '', /unknown encoding: klingon/);
  });

  const unreadable: [string, string, RegExp][] = [
    [
      'a missing file',
      join(tmpdir(), 'no-such-script.py'),
      /^can't open file '.*no-such-script.py': \[Errno 2\]/,
    ],
    ['a directory', tmpdir(), /\[Errno 21\] Is a directory/],
  ];
  for (const [what, path, message] of unreadable) {
    it(`explains ${what}`, () => {
      const source = readSourceFile(path);
      assert.match(source.kind === 'unreadable' ? source.message : '', message);
    });
  }
});

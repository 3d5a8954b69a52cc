import { layOut } from '@crossover/model';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kernel } from './kernel.ts';
import { LONGEST } from './params.ts';

const ANY = { pairs: 1, longest: 0 };

/** The pairs that `--input` makes of a file, and the parameters. */
function read(file: string | Uint8Array) {
  const bytes = typeof file === 'string' ? Buffer.from(file) : file;
  const { inputs, parameters } = kernel.read!(bytes, ANY);
  expect(layOut(kernel, parameters, inputs).items).toBe(parameters['pairs']);
  const [lefts, rights] = (['left', 'right'] as const).map((side) => {
    const [units, boundaries] = [inputs[`${side}s`]!, inputs[`${side}Boundaries`]!];
    return Array.from({ length: boundaries.length - 1 }, (_, i) =>
      String.fromCharCode(...units.subarray(boundaries[i], boundaries[i + 1])),
    );
  });
  return { pairs: lefts!.map((left, i) => [left, rights![i]!]), parameters };
}

describe('a text file', () => {
  it.each([
    ['', [['', '']]],
    ['\n', [['', '']]],
    ['a', [['a', '']]],
    ['kitten\nsitting\n', [['kitten', 'sitting']]],
    [
      'kitten\r\nsitting\r\nflaw',
      [
        ['kitten', 'sitting'],
        ['flaw', ''],
      ],
    ],
    [
      '\n\n\nx\n',
      [
        ['', ''],
        ['', 'x'],
      ],
    ],
    ['\0\u{1F600}\nü', [['\0\u{1F600}', 'ü']]],
  ])('%j is cut into pairs of lines', (text, pairs) => {
    expect(read(text).pairs).toStrictEqual(pairs);
  });

  it('tells its parameters by its lines', () => {
    expect(read('abc\nd\n\u{1F600}\u{1F600}\n').parameters).toStrictEqual({ pairs: 2, longest: 4 });
  });

  it('of any bytes gives strings of UTF-16 code units', () => {
    const bytes = fc.uint8Array({ maxLength: 200 });
    fc.assert(
      fc.property(bytes, (file) => {
        const text = new TextDecoder().decode(file).replaceAll('\r\n', '\n');
        const lines = read(file).pairs.flat();
        expect(lines.join('\n').replace(/\n*$/, '')).toBe(text.replace(/\n*$/, ''));
      }),
    );
  });

  it('with a line that is too long is refused, and named by that line', () => {
    expect(read(`${'a'.repeat(LONGEST)}\n${'b'.repeat(LONGEST)}`).parameters['longest']).toBe(LONGEST);
    const failure = expect.objectContaining({
      code: 'usage',
      message: expect.stringContaining(`line 2 has ${LONGEST + 1} UTF-16 code units`),
    });
    expect(() => read(`a\n${'b'.repeat(LONGEST + 1)}\n`)).toThrow(expect.objectContaining({ failure }));
  });
});

const EXPORT_SECTION = 7;
const HEADER_BYTES = 8;
const FUNCTION_SECTION = 3;
const FUNCTION_KIND = 0;

interface Section {
  readonly id: number;
  readonly body: Uint8Array;
}

/**
 * A WebAssembly module that also exports each function of its own, as `#0`, `#1` and so on, so that V8 can be asked
 * about it. The code stays as it is. (WebAssembly Core Specification, 5.5)
 */
export function withAllExported(module: Uint8Array): Uint8Array<ArrayBuffer> {
  const sections = sectionsOf(module);
  const ownFunctions = sections.find(({ id }) => id === FUNCTION_SECTION);
  const [count] = ownFunctions === undefined ? [0] : readNumber(ownFunctions.body, 0);
  const imports = WebAssembly.Module.imports(new WebAssembly.Module(new Uint8Array(module)));
  const first = imports.filter(({ kind }) => kind === 'function').length;
  const added = Array.from({ length: count }, (_, index) => {
    const name = new TextEncoder().encode(`#${index}`);
    return [...written(name.length), ...name, FUNCTION_KIND, ...written(first + index)];
  });
  const parts = sections.flatMap(({ id, body }) => {
    const whole = id === EXPORT_SECTION ? extended(body, added) : body;
    return [Uint8Array.of(id, ...written(whole.length)), whole];
  });
  return new Uint8Array(Buffer.concat([module.subarray(0, HEADER_BYTES), ...parts]));
}

function sectionsOf(module: Uint8Array): readonly Section[] {
  const sections: Section[] = [];
  for (let at = HEADER_BYTES; at < module.length;) {
    const [length, start] = readNumber(module, at + 1);
    sections.push({ id: module[at]!, body: module.subarray(start, start + length) });
    at = start + length;
  }
  return sections;
}

function extended(vector: Uint8Array, added: readonly (readonly number[])[]): Uint8Array {
  const [count, start] = readNumber(vector, 0);
  return Uint8Array.of(...written(count + added.length), ...vector.subarray(start), ...added.flat());
}

/** A number in LEB128, and where it ends. */
function readNumber(bytes: Uint8Array, from: number): readonly [value: number, end: number] {
  let value = 0;
  let at = from;
  let byte: number;
  do {
    byte = bytes[at]!;
    value |= (byte & 0x7f) << (7 * (at - from));
    at++;
  } while (byte >= 0x80);
  return [value >>> 0, at];
}

function written(value: number): readonly number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...written(value >>> 7)];
}

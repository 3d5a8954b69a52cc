/** A node and all that hangs from it; a leaf has nothing on either side. */
interface Tree {
  readonly left: Tree | null;
  readonly right: Tree | null;
}

export function binaryTrees(depths: Uint8Array, counts: Uint32Array, start: number, end: number): void {
  for (let item = start; item < end; item++) counts[item] = nodes(grow(depths[item]!));
}

function grow(depth: number): Tree {
  if (depth === 0) return { left: null, right: null };
  return { left: grow(depth - 1), right: grow(depth - 1) };
}

function nodes({ left, right }: Tree): number {
  return left === null || right === null ? 1 : 1 + nodes(left) + nodes(right);
}

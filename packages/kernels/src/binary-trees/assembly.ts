/** What `ASC_RUNTIME` is when the module is compiled with the minimal runtime. */
const MINIMAL: i32 = 1;

/** A node and all that hangs from it; a leaf has nothing on either side. */
class Tree {
  constructor(
    readonly left: Tree | null,
    readonly right: Tree | null,
  ) {}
}

export function binaryTrees(depths: usize, counts: usize, start: u32, end: u32): void {
  for (let item: u32 = start; item < end; item++) {
    store<u32>(counts + (<usize>item << 2), nodes(grow(load<u8>(depths + item))));
    // The tree is dropped. The minimal runtime collects when it is told to, and only then.
    if (ASC_RUNTIME == MINIMAL) __collect();
  }
}

function grow(depth: u32): Tree {
  if (depth == 0) return new Tree(null, null);
  return new Tree(grow(depth - 1), grow(depth - 1));
}

function nodes(tree: Tree): u32 {
  const left: Tree | null = tree.left;
  const right: Tree | null = tree.right;
  return left == null || right == null ? 1 : 1 + nodes(left) + nodes(right);
}

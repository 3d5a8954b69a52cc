// The packages that carry the pinned Node declare `os` and `cpu` as strings, which pnpm does not match:
// it would install the build of every platform. As arrays they are matched, and only one is installed.
const NODE_BUILD = /^node-(?:bin-)?(linux|darwin|win)-/;

function readPackage(manifest) {
  const platform = NODE_BUILD.exec(manifest.name ?? '')?.[1];
  if (platform === undefined) return manifest;
  if (manifest.os !== undefined) manifest.os = [manifest.os].flat();
  if (manifest.cpu !== undefined) manifest.cpu = [manifest.cpu].flat();
  if (platform === 'linux') manifest.libc = ['glibc'];
  return manifest;
}

export const hooks = { readPackage };

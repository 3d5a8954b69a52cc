import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { ROOT } from './repository.ts';

it('generated files are what `pnpm generate` would write now', () => {
  const args = ['--conditions=source', 'scripts/generate.ts', '--check'];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonForScript } from './json-script.ts';
import type { PageData } from '@crossover/report';

/** What vite makes of `src/browser`; seen from the sources as from what was built of them. */
const BUILT = join(import.meta.dirname, '../dist/browser');

/**
 * The page of a run: one HTML document with everything in it, which asks no network for anything and opens from disk.
 * Data is only ever text in it: its policy allows this one script, by its hash, and no other.
 */
export function renderPage(data: PageData): string {
  const script = readFileSync(join(BUILT, 'page.js'), 'utf8').replaceAll('</script', String.raw`<\/script`);
  const styles = readFileSync(join(BUILT, 'page.css'), 'utf8').replaceAll('</style', String.raw`<\/style`);
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`,
    // Charts place their marks by inline styles.
    "style-src 'unsafe-inline'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>Crossover: is it the language or is it the cores?</title>
<link rel="icon" href="data:,">
<style>${styles}</style>
</head>
<body>
<noscript><p>This page draws itself, and needs JavaScript for it. <code>crossover report RUN --format markdown</code> shows the same without.</p></noscript>
<script type="application/json" id="data">${jsonForScript(data)}</script>
<script>${script}</script>
</body>
</html>
`;
}

export { renderCsv } from './csv.ts';
export { renderJson } from './json.ts';
export { renderKernel } from './kernel-report.ts';
export { renderMarkdown } from './markdown.ts';
export { renderNoise } from './noise-report.ts';
export type { Style } from './style.ts';
export { renderSummary, renderTerminal } from './terminal.ts';
export type { Origin } from './next-commands.ts';
export { renderVerification } from './verification.ts';

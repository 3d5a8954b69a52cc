import type { Tone } from '@crossover/report';

/** Colours of the style sheet, which change with the theme. */
export const INK = 'var(--ink)';
export const FAINT = 'var(--faint)';
export const RULE = 'var(--rule)';
export const PAPER = 'var(--paper)';
export const ACCENT = 'var(--accent)';

export function toneColour(tone: Tone | undefined): string {
  switch (tone) {
    case 'good':
      return ACCENT;
    case 'bad':
      return 'var(--bad)';
    case 'same':
      return INK;
    case 'open':
    case 'none':
    case undefined:
      return FAINT;
  }
}

/** Colours of lanes in charts with a line for each, by the order in which lanes appear. */
const LANE_COLOURS = [
  'var(--ink)',
  'var(--lane-2)',
  'var(--accent)',
  'var(--lane-4)',
  'var(--lane-5)',
  'var(--lane-6)',
];

export function laneColours(lanes: readonly string[]): (lane: string) => string {
  const distinct = [...new Set(lanes)];
  return (lane) => LANE_COLOURS[distinct.indexOf(lane) % LANE_COLOURS.length] ?? INK;
}

/** Dashes of modes, by the order in which they appear: colour is never the only difference. */
const MODE_DASHES = ['none', '6 3', '2 3', '8 3 2 3', '1 5'];

export function modeDashes(modes: readonly string[]): (mode: string) => string {
  const distinct = [...new Set(modes)];
  return (mode) => MODE_DASHES[distinct.indexOf(mode) % MODE_DASHES.length] ?? 'none';
}

/** What stands over a mark that is pointed at. */
export const TIP = { fill: PAPER, stroke: RULE, textPadding: 8, lineWidth: 40, fontSize: 12 } as const;

/** What all charts have in common. */
export const BASE_STYLE = { background: 'none', overflow: 'visible', fontSize: '12px' } as const;

/** Where names in a margin end: they are cut before they push the drawing out of its place. */
export function nameMargin(names: readonly string[], width: number): number {
  const longest = names.reduce((most, { length }) => Math.max(most, length), 0);
  return Math.min(Math.round(longest * 6.4) + 12, Math.round(width * 0.42));
}

import { paintOf } from '../style.ts';
import { paragraph } from '../paragraph.ts';
import { plainText } from '../plain-text.ts';
import { symbolsOf } from '../symbols.ts';
import type { Deoptimisation, FunctionTiers, Tier, TierTrace } from '@crossover/model';
import type { Style } from '../style.ts';

/** So many functions and deoptimisations are listed. */
const MOST_LINES = 40;

const TITLE = 'Tiers of V8';

/** Which functions of a lane reached which of V8's tiers after how many operations, and what V8 gave up again. */
export function renderTiers(trace: TierTrace, style: Style): string {
  const paint = paintOf(style);
  const wrapped = (text: string): string => paragraph(plainText(text, style), style.width, '    ', '  ');
  const { functions, deoptimisations, operations, warmAfter } = trace;
  const passes = functions.filter(({ isPass }) => isPass);
  const others = functions.filter(({ isPass, steps }) => !isPass && ran(steps));
  const idle = functions.length - passes.length - others.length;
  const shown = [...passes, ...others].slice(0, MOST_LINES);
  const hidden = passes.length + others.length - shown.length;
  const about = `${trace.kernel} in ${trace.lane}, by itself in one thread: ${operations} operations, warm after ${warmAfter}. Each tier with the operations after which it was first seen. Not a measurement: to be watched changes what it does.`;
  return [
    paint.heading(TITLE),
    paint.aside(paragraph(plainText(about, style), style.width)),
    ...shown.map((one) => wrapped(functionText(one))),
    ...(hidden > 0 ? [wrapped(`and ${hidden} more functions`)] : []),
    ...(idle > 0 ? [wrapped(`${idle} ${idle === 1 ? 'function' : 'functions'} never called`)] : []),
    ...deoptimisationLines(deoptimisations, style),
  ].join('\n');
}

/** In place of the tiers of a lane that V8 does not compile. */
export function renderCompiledAhead(lane: string, instructions: string | undefined, style: Style): string {
  const paint = paintOf(style);
  const path = instructions === undefined ? '' : `; on this machine it takes the path for ${instructions}`;
  const text = `${lane} was compiled to machine code before it ran, and stays as it is${path}`;
  return `${paint.heading(TITLE)}\n${paragraph(plainText(text, style), style.width, '  ', '  ')}`;
}

function functionText({ name, isPass, steps }: FunctionTiers): string {
  const called = steps.filter(({ tier }) => tier !== 'uncompiled');
  const texts = called.map(({ tier, operations }) => `${tierName(tier)} ${after(operations)}`);
  return `${name}${isPass ? ' (pass)' : ''}: ${texts.length === 0 ? 'never called' : texts.join(', ')}`;
}

function after(operations: number): string {
  return operations === 0 ? 'from the start' : `after ${operations}`;
}

/** Whether V8 had a reason to compile the function at all. */
function ran(steps: FunctionTiers['steps']): boolean {
  return steps.some(({ tier }) => tier !== 'uncompiled');
}

function deoptimisationLines(all: readonly Deoptimisation[], style: Style): readonly string[] {
  const paint = paintOf(style);
  const { bullet } = symbolsOf(style);
  if (all.length === 0) return [paint.aside('  no deoptimisation')];
  const lines = all.slice(0, MOST_LINES).map(({ function: name, kind, reason, operations }) => {
    const how = kind.replace(/^deopt-/, '');
    const text = `${bullet} ${name} was deoptimised (${how}) ${operations === 0 ? 'in the first operation' : `after ${operations}`}: ${reason}`;
    return paint.bad(paragraph(plainText(text, style), style.width, '    ', '  '));
  });
  const left = all.length - lines.length;
  return left > 0 ? [...lines, paint.bad(`  and ${left} more deoptimisations`)] : lines;
}

function tierName(tier: Tier): string {
  switch (tier) {
    case 'uncompiled':
      return 'uncompiled';
    case 'ignition':
      return 'Ignition';
    case 'sparkplug':
      return 'Sparkplug';
    case 'maglev':
      return 'Maglev';
    case 'liftoff':
      return 'Liftoff';
    case 'turbofan':
      return 'TurboFan';
  }
}

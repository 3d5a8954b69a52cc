import type { ClaimVerdict, Verdict } from '@crossover/model';

/**
 * What a verdict means for whoever waits for it, and so how it is emphasised, in a terminal as on a page: `good` and `bad`
 * are decided; `same` is decided too, or goes both ways; `open` is not; of `none` there is nothing to say.
 */
export type Tone = 'good' | 'bad' | 'same' | 'open' | 'none';

export function toneOf(verdict: Verdict): Tone {
  switch (verdict) {
    case 'faster':
    case 'slightly-faster':
      return 'good';
    case 'slower':
    case 'slightly-slower':
      return 'bad';
    case 'same':
      return 'same';
    case 'inconclusive':
    case 'withheld':
      return 'open';
  }
}

export function claimToneOf(verdict: ClaimVerdict): Tone {
  switch (verdict) {
    case 'supported':
      return 'good';
    case 'refuted':
      return 'bad';
    case 'mixed':
      return 'same';
    case 'inconclusive':
      return 'open';
    case 'not-measured':
      return 'none';
  }
}

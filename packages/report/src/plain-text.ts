import type { Style } from './style.ts';

/**
 * Text from outside (titles, reasons, messages) on one line and without control characters,
 * which could move the cursor or forge a line. Where only ASCII is shown, other characters become `?`.
 */
export function plainText(text: string, { unicode }: Pick<Style, 'unicode'>): string {
  const line = text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  return unicode ? line : line.replaceAll(/[^\u0020-\u007E]/gu, '?');
}

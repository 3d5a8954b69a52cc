import { filesOf, textOf } from '../architecture/repository.ts';

/** All documents of the repository, by path from its root; what a new kernel starts from is not one yet. */
export const DOCUMENTS: readonly string[] = filesOf('.').filter((file) => file.endsWith('.md'));

/** A link as it stands in a document. */
export interface Link {
  readonly document: string;
  readonly target: string;
}

/** Links of the form `[text](target)`, but for those within code. */
export function linksOf(document: string): readonly Link[] {
  const prose = textOf(document)
    .replaceAll(/^```[^]*?^```$/gm, '')
    .replaceAll(/(`+)(?!`)[^]*?[^`]\1(?!`)/g, (code) => (code.includes('\n\n') ? code : '`code`'));
  return [...prose.matchAll(/\]\((?<target>[^)\s]+)\)/g)].map(({ groups }) => ({
    document,
    target: groups!['target']!,
  }));
}

/** The anchors that GitHub gives a document's headings. */
export function anchorsOf(document: string): ReadonlySet<string> {
  const anchors = new Set<string>();
  const text = textOf(document).replaceAll(/^```[^]*?^```$/gm, '');
  for (const { groups } of text.matchAll(/^#{1,6} +(?<title>.+)$/gm)) {
    const title = groups?.['title'] ?? '';
    const slug = title
      .replaceAll(/\[(?<text>[^\]]*)\]\([^)]*\)/g, '$<text>')
      .trim()
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\p{M} _-]/gu, '')
      .replaceAll(' ', '-');
    let anchor = slug;
    for (let repeat = 1; anchors.has(anchor); repeat++) anchor = `${slug}-${repeat}`;
    anchors.add(anchor);
  }
  return anchors;
}

/** The rows below the table's head whose first column has this title, cell by cell. */
export function tableOf(document: string, title: string): readonly (readonly string[])[] {
  const lines = textOf(document).split('\n');
  const head = lines.findIndex((line) => line.startsWith(`| ${title} |`));
  if (head < 0) throw new Error(`${document} has no table that starts with ${title}`);
  const rows = lines.slice(head + 2);
  const end = rows.findIndex((line) => !line.startsWith('|'));
  return rows.slice(0, end < 0 ? rows.length : end).map((row) =>
    row
      .slice(1, -1)
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim()),
  );
}

/** What a table's cell names in backticks. */
export function namesIn(cell: string): readonly string[] {
  return [...cell.matchAll(/`(?<name>[^`]+)`/g)].map(({ groups }) => groups!['name']!);
}

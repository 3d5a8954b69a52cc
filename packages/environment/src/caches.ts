import { namesIn as namesInFolder, readText } from './system-files.ts';
import type { Cache } from '@crossover/model';
import type { ReadText } from './system-files.ts';

const FOLDER = '/sys/devices/system/cpu/cpu0';

const UNITS: Readonly<Record<string, number>> = { K: 2 ** 10, M: 2 ** 20, G: 2 ** 30 };

/**
 * The caches that data of the first core go through, nearest first (kernel: Documentation/ABI/testing/sysfs-devices-system-cpu).
 * None where the platform does not tell.
 */
export function dataCaches(
  read: ReadText = readText,
  namesIn: (folder: string) => readonly string[] = namesInFolder,
): readonly Cache[] {
  const threadsOfCore = read(`${FOLDER}/topology/thread_siblings_list`)?.trim();
  const caches = namesIn(`${FOLDER}/cache`)
    .filter((name) => /^index\d+$/.test(name))
    .flatMap((name): readonly Cache[] => {
      const fact = (file: string): string => read(`${FOLDER}/cache/${name}/${file}`)?.trim() ?? '';
      const level = levelOf(fact('level'));
      const bytes = bytesOf(fact('size'));
      if (level === undefined || bytes === undefined || fact('type') === 'Instruction') return [];
      const sharers = fact('shared_cpu_list');
      return [{ level, bytes, own: sharers === threadsOfCore || /^\d+$/.test(sharers) }];
    });
  return caches.toSorted((a, b) => a.level.localeCompare(b.level));
}

function levelOf(text: string): Cache['level'] | undefined {
  switch (text) {
    case '1':
      return 'L1';
    case '2':
      return 'L2';
    case '3':
      return 'L3';
    default:
      return undefined;
  }
}

/** `512K` is 524 288. */
function bytesOf(text: string): number | undefined {
  const { count, unit } = /^(?<count>[1-9]\d*)(?<unit>[KMG])$/.exec(text)?.groups ?? {};
  return count === undefined || unit === undefined ? undefined : Number(count) * UNITS[unit]!;
}

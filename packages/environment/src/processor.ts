import type { ReadText } from './system-files.ts';

/**
 * Names of the processor's features, each once and sorted: `flags` in `/proc/cpuinfo` on x86, `Features` on ARM.
 * Those of all cores together, as there are machines whose cores differ. Undefined where the platform does not tell.
 */
export function cpuFlags(read: ReadText): readonly string[] | undefined {
  const lines = [...(read('/proc/cpuinfo') ?? '').matchAll(/^(?:flags|Features)[^\S\n]*:(?<names>.*)$/gm)];
  const names = new Set(lines.flatMap(({ groups }) => groups?.['names']?.match(/\S+/g) ?? []));
  return names.size === 0 ? undefined : [...names].toSorted();
}

/**
 * The frequency governor of the cores, as in `schedutil`; several, sorted, if they differ (kernel: cpufreq).
 * Undefined where nothing governs, as on most virtual machines.
 */
export function governor(read: ReadText, namesIn: (folder: string) => readonly string[]): string | undefined {
  const folder = '/sys/devices/system/cpu/cpufreq';
  const governors = namesIn(folder)
    .filter((name) => name.startsWith('policy'))
    .flatMap((policy) => read(`${folder}/${policy}/scaling_governor`)?.trim() || []);
  return governors.length === 0 ? undefined : [...new Set(governors)].toSorted().join(', ');
}

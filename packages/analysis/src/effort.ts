import type { BlockRecord, CompletedTrial, Effort, RunRecord } from '@crossover/model';

/** What a run cost; undefined where its trials do not tell how long their processes lasted. */
export function effortOf(records: readonly RunRecord[]): Effort | undefined {
  const told = records.filter(
    (record): record is CompletedTrial & { readonly processNs: number } =>
      record.kind === 'trial' && record.status === 'ok' && record.processNs !== undefined,
  );
  const processNs = sum(told.map((trial) => trial.processNs));
  if (processNs === 0) return undefined;
  const blocks = records.filter((record): record is BlockRecord => record.kind === 'block');
  return {
    processNs,
    sampledShare: sum(told.map((trial) => sum(trial.samplesNs) * trial.operationsPerSample)) / processNs,
    blocks: blocks.length,
    disturbedBlocks: blocks.filter(({ disturbances }) => disturbances.length > 0).length,
    replacedBlocks: blocks.filter(({ replaces }) => replaces !== undefined).length,
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

export { layOut, regionOf, spanIn, viewsOf, REGION_ALIGNMENT } from './arena.ts';
export type { ArenaLayout } from './arena.ts';
export type { Bill, BillRow, SourceBill } from './bill.ts';
export type { BreakEven, BreakEvenResult, CostLine, Crossing, SizePoint } from './break-even.ts';
export { cellOf, isStandard, mayHeadline, placeOf } from './cell.ts';
export type { Cell, CellWorkload } from './cell.ts';
export type {
  CellDetails,
  FailedTrialDetails,
  LeftOut,
  MeasuredTrialDetails,
  Spread,
  TrialDetails,
} from './cell-details.ts';
export { CHUNKINGS } from './chunking.ts';
export type { Chunking } from './chunking.ts';
export { CLAIM_RELATIONS, CLAIM_VERDICTS, CLAIMS_SCHEMA, METRICS } from './claim.ts';
export type {
  CaseOutcome,
  ClaimCase,
  ClaimRelation,
  ClaimResult,
  ClaimsDocument,
  ClaimVerdict,
  JudgedCase,
  Metric,
  PlaceCase,
  SizeCase,
  UnmeasuredCase,
} from './claim.ts';
export { isBounded, LEVERS, UNBOUNDED, VERDICTS } from './estimate.ts';
export type { Estimate, Lever, Verdict } from './estimate.ts';
export { BASE_MODE, MODE_STANDINGS } from './executor.ts';
export type {
  Executor,
  ExecutorCounters,
  Job,
  Mode,
  ModeId,
  ModeStanding,
  OperationPhases,
  OperationTimes,
  StartupPhases,
} from './executor.ts';
export { CrossoverError, failureOf } from './failure.ts';
export type { Failure, FailureCode } from './failure.ts';
export type { Thrown } from './thrown.ts';
export { fingerprintDifferences, identityOf } from './fingerprint.ts';
export type { Fingerprint } from './fingerprint.ts';
export { FLOORS_FOR } from './floor.ts';
export type { FailedFloor, Floor, FloorRecord, MeasuredFloor, Place } from './floor.ts';
export { assemblyRuntimeOf, defineKernel } from './kernel.ts';
export type {
  AssemblyRuntime,
  ChunkPassSpec,
  DivisionSpec,
  Held,
  HeldSpec,
  ItemPassSpec,
  KernelSpec,
  Parameters,
  ParameterSpec,
  PassSpec,
  Random,
  Read,
  RegionSpec,
  RegionSpecs,
  ViewsOf,
} from './kernel.ts';
export { BASE_LANE, isPlain, standingOf, STANDINGS } from './lane.ts';
export type {
  BoundKernel,
  Cut,
  Lane,
  LaneArena,
  LaneId,
  LaneMeans,
  SharedMemory,
  Standing,
  SweepTimes,
  ThreadedKernel,
  ThreadsRequest,
  Unavailable,
  Work,
} from './lane.ts';
export { MEMORY_LEVELS } from './peaks.ts';
export type {
  ArithmeticPeak,
  BandwidthPeak,
  Cache,
  FailedPeaks,
  MeasuredPeaks,
  MemoryLevel,
  PeakRate,
  Peaks,
  PeaksRecord,
  UnavailablePeaks,
} from './peaks.ts';
export { DEFAULT_PLACEMENT } from './placement.ts';
export type { PlacementChoice, PlacementId } from './placement.ts';
export { ELEMENT_BYTES, ownSpan, viewOf } from './region.ts';
export type { Division, ElementType, PlacedRegion, Span, View, ViewOf, Views } from './region.ts';
export { RESULT_SCHEMA } from './result.ts';
export type {
  Attribution,
  CellResult,
  Comparison,
  Effort,
  FailedCell,
  KernelResult,
  LeverResult,
  MeasuredCell,
  Noise,
  OverallEffect,
  PassResult,
  Result,
  TimeMode,
  TwinResult,
  UnavailableCell,
  VerdictFamily,
} from './result.ts';
export type { KernelWork, Roof, Roofline, RooflinePoint } from './roofline.ts';
export { COMPARISON_SCHEMA } from './run-comparison.ts';
export type {
  CellTime,
  Change,
  ComparedRun,
  FingerprintDifference,
  RunComparison,
  UnmatchedCell,
} from './run-comparison.ts';
export { PROFILE_NAMES } from './run.ts';
export type {
  MergedPart,
  OperationLimit,
  Plan,
  PlannedCell,
  PlannedKernel,
  PlannedPass,
  ProfileName,
  RunHead,
  Settings,
  WarmUp,
} from './run.ts';
export type { ScalingLaw, ScalingLoss, ScalingPoint, ScalingResult } from './scaling.ts';
export { tierAfter } from './tier.ts';
export type { Deoptimisation, FunctionTiers, Tier, TierStep, TierTrace } from './tier.ts';
export { OPERATION_PHASES, TRIAL_PHASES } from './trial.ts';
export type {
  BlockRecord,
  Calibration,
  Capacity,
  CompletedTrial,
  CovariateColumns,
  Covariates,
  Disturbance,
  FailedTrial,
  RunRecord,
  Trial,
  TrialPhase,
  Turn,
  Twin,
} from './trial.ts';
export { tuningOf } from './tuning.ts';
export type { Tuning } from './tuning.ts';
export { bytes, nanoseconds } from './units.ts';
export type { Bytes, Nanoseconds } from './units.ts';
export type { OpenQuestion } from './open-question.ts';
export type { CellCheck } from './verification.ts';
export { WAIT_POLICIES } from './wait-policy.ts';
export type { WaitPolicy } from './wait-policy.ts';
export type {
  CountedWork,
  Numbers,
  PlannedTraffic,
  PlannedWork,
  UncountedWork,
  WorkCount,
} from './work-count.ts';
export { WORKLOAD_NAMES } from './workload.ts';
export type { Workload, WorkloadName } from './workload.ts';
export { TIMING_SETTINGS } from './timing-settings.ts';

import type {
  CovariateColumns,
  Covariates,
  Failure,
  LaneId,
  MeasuredFloor,
  ModeId,
  OperationPhases,
  Parameters,
  Peaks,
  PlacementId,
  StartupPhases,
  Tuning,
  WarmUp,
} from '@crossover/model';

/** What is computed: a kernel with its parameters and where its input comes from. */
export interface HostWork {
  readonly kernel: string;
  readonly parameters: Parameters;
  readonly inputSeed: number;
  readonly inputFile?: string;
  /** The right answer; absent where it is still to be found. */
  readonly digest?: string;
}

/** How it is computed: the other half of a cell. */
export interface HostCell {
  readonly lane: LaneId;
  readonly mode: ModeId;
  readonly workers: number;
  readonly processes?: number;
  readonly placement?: PlacementId;
}

/**
 * What a trial host is asked to do, as one JSON argument:
 * `node trial-host.js '{"kind":"trial",…}'` repeats any trial by hand.
 * An operation may take `operationLimitMs`, any time when absent; then those workers who have not answered are ended.
 */
export type HostRequest = PeaksRequest | WorkRequest;

/** What the machine can do at most, whatever the work. */
export interface PeaksRequest {
  readonly kind: 'peaks';
  /** Numbers of threads to measure with, ascending. */
  readonly threads: readonly number[];
}

/** What is done with a kernel's work. */
export type WorkRequest =
  | {
      readonly kind: 'floor';
      readonly work: HostWork;
      readonly cell: HostCell;
      readonly tuning?: Tuning;
      /** How long to warm up with empty regions, and then to time them. */
      readonly eachNs: number;
    }
  | {
      readonly kind: 'calibrate';
      readonly work: HostWork;
      readonly cells: readonly HostCell[];
      readonly tuning?: Tuning;
      readonly operationLimitMs?: number;
    }
  | {
      readonly kind: 'trial';
      readonly work: HostWork;
      readonly cell: HostCell;
      readonly tuning?: Tuning;
      readonly operationLimitMs?: number;
      readonly warmUp: WarmUp;
      readonly samples: number;
      readonly operationsPerSample: number;
      /** Collect garbage before each sample: Node must have been started with `--expose-gc`. */
      readonly forceGc?: true;
    }
  | {
      readonly kind: 'verify';
      readonly work: HostWork;
      readonly cells: readonly HostCell[];
      readonly tuning?: Tuning;
      readonly operationLimitMs?: number;
      /** Where to keep the output regions' bytes of the first cell. */
      readonly outputFile?: string;
    };

/** What a host that waits is told, if it was started by a program. */
export interface HostGo {
  readonly kind: 'go';
}

/** What a host answers, `finished` last; `index` counts the cells of a calibration or verification. */
export type HostReply =
  /**
   * It does nothing until it is told to go on: once its code is loaded and its input made, when nothing of a cell has been
   * started; and in a trial after warm-up and after each sample.
   */
  | { readonly kind: 'waiting' }
  | ({ readonly kind: 'floor' } & FloorMeasurement)
  | { readonly kind: 'peaks'; readonly peaks: Peaks }
  | {
      readonly kind: 'calibrated';
      readonly index: number;
      readonly operationNs: number;
      /** What checking and clearing take, once per sample. */
      readonly aroundSampleNs: number;
    }
  | ({ readonly kind: 'measured' } & Measurement)
  | { readonly kind: 'checked'; readonly index: number; readonly digest: string }
  | { readonly kind: 'failed'; readonly index: number; readonly failure: Failure }
  /** Everything is answered, and whatever the host had started has ended. */
  | { readonly kind: 'finished' };

/** What was measured of a floor. */
export type FloorMeasurement = Pick<
  MeasuredFloor,
  'waitPolicy' | 'regions' | 'emptyNs' | 'readyNs' | 'workerRssBytes' | 'workerPssBytes'
>;

/** What one trial measured, in nanoseconds per operation. */
export interface Measurement {
  readonly samplesNs: readonly number[];
  readonly cpuNs: readonly number[];
  readonly warmupNs: readonly number[];
  readonly steady: boolean;
  readonly phasesNs: Readonly<Record<keyof StartupPhases | keyof OperationPhases, number>>;
  readonly passesNs: readonly number[];
  readonly digest: string;
  readonly peakRssBytes: number;
  readonly pssBytes?: number;
  readonly covariates: Covariates;
  readonly samplesCovariates: CovariateColumns;
}

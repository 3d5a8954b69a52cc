/** How much code a lane's source is: without comments, tests, blank lines and indentation. */
export interface SourceSize {
  readonly lines: number;
  /** Bytes that gzip makes of those lines at its highest level. */
  readonly gzipBytes: number;
}

/** What a kernel threw, as plain data: between threads and processes an error loses its class, code and more. */
export interface Thrown {
  /** Name of its class; for what is no error, its type. */
  readonly name: string;
  readonly message: string;
  /** Such as `ERR_OUT_OF_RANGE`. */
  readonly code?: string;
  readonly cause?: Thrown;
}

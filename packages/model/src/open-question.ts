/** A comparison whose verdict more blocks could still settle. */
export interface OpenQuestion {
  /** Id of the cell that is compared with the base. */
  readonly subject: string;
  /** Base time ÷ subject time, as far as it is known. */
  readonly speedUp: number;
  /** How far the interval reaches from there, as a share (0.1: 10 %). */
  readonly halfWidth: number;
}

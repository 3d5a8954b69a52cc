/** Sun, Jupiter, Saturn, Uranus, Neptune. */
export const BODIES: u32 = 5;
/** Numbers that describe a body: x, y, z in astronomical units, vx, vy, vz per year, mass. */
export const NUMBERS: u32 = 7;
/** Length of a step in years. */
export const TIME_STEP: f64 = 0.01;

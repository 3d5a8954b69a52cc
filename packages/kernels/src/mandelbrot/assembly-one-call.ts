// The plain lane's module under another name: what differs is how it is called.
export { mandelbrot } from './assembly';

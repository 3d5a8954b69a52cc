/** Style sheets, which vite joins to one. */
declare module '*.css';

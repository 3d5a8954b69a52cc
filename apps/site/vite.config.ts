import { defineConfig } from 'vite';

// One script and one style sheet, which the page has inside itself.
export default defineConfig({
  build: {
    outDir: 'dist/browser',
    target: 'es2023',
    lib: {
      entry: 'src/browser/main.ts',
      formats: ['iife'],
      name: 'crossover',
      fileName: () => 'page.js',
      cssFileName: 'page',
    },
  },
});

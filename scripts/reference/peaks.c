/*
 * A second witness for the peaks of a run: STREAM's triad, and multiplications and additions in registers.
 *
 *   gcc -O3 -march=native -fopenmp scripts/reference/peaks.c -o /tmp/peaks
 *   OMP_NUM_THREADS=1 /tmp/peaks; OMP_NUM_THREADS=2 /tmp/peaks
 *
 * Prints the best of several repeats: GB/s of arrays of 64 MiB each, two read and one written; and thousand million
 * operations per second, by vectors as wide as the compiler knows them to be here.
 */
#include <omp.h>
#include <stdio.h>
#include <stdlib.h>

enum { ELEMENTS = 8 << 20, REPEATS = 10, CHAINS = 12, STEPS = 2000000 };

/* As GCC makes vectors of any length; it fuses a product and a sum where the machine can. */
#ifdef __AVX512F__
#define LANES 8
#elif defined(__AVX__)
#define LANES 4
#else
#define LANES 2
#endif
typedef double vector __attribute__((vector_size(LANES * sizeof(double))));

static double *a, *b, *c;

static double triad(void) {
  double best = 0;
  for (int repeat = 0; repeat < REPEATS; repeat++) {
    const double start = omp_get_wtime();
#pragma omp parallel for schedule(static)
    for (long i = 0; i < ELEMENTS; i++) a[i] = b[i] + 3.0 * c[i];
    const double rate = 24.0 * ELEMENTS / (omp_get_wtime() - start);
    if (rate > best) best = rate;
  }
  return best;
}

static double chains(void) {
  vector x[CHAINS];
  for (int i = 0; i < CHAINS; i++) x[i] = (vector){0.25};
  const vector half = {0.5};
  for (int step = 0; step < STEPS; step++) {
    for (int i = 0; i < CHAINS; i++) x[i] = x[i] * half + half;
  }
  double sum = 0;
  for (int i = 0; i < CHAINS; i++) sum += x[i][0];
  return sum;
}

static double arithmetic(void) {
  double best = 0;
  for (int repeat = 0; repeat < REPEATS; repeat++) {
    double sum = 0;
    int threads = 1;
    const double start = omp_get_wtime();
#pragma omp parallel reduction(+ : sum)
    {
#pragma omp single
      threads = omp_get_num_threads();
      sum += chains();
    }
    const double rate = 2.0 * LANES * CHAINS * STEPS * threads / (omp_get_wtime() - start);
    if (rate > best && sum > 0) best = rate;
  }
  return best;
}

int main(void) {
  a = aligned_alloc(64, ELEMENTS * sizeof(double));
  b = aligned_alloc(64, ELEMENTS * sizeof(double));
  c = aligned_alloc(64, ELEMENTS * sizeof(double));
  if (!a || !b || !c) return 1;
#pragma omp parallel for schedule(static)
  for (long i = 0; i < ELEMENTS; i++) a[i] = 0, b[i] = 1, c[i] = 2;
  printf("triad %.1f GB/s, arithmetic %.1f G/s\n", triad() / 1e9, arithmetic() / 1e9);
  return a[7] == 7 ? 0 : 1;
}

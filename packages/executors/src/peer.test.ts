import { expect, test } from 'vitest';
import { CrossoverError } from '@crossover/model';
import { Peer } from './peer.ts';

const ended = new CrossoverError({ code: 'worker-ended', message: 'gone' });

test('answers reach those who wait for them in order, whether they came before or after', async () => {
  const peer = new Peer('worker 1 of 1');
  peer.receive({ kind: 'up' });
  await expect(peer.next('up')).resolves.toEqual({ kind: 'up' });
  const bound = peer.next('bound');
  peer.receive({ kind: 'bound' });
  await expect(bound).resolves.toEqual({ kind: 'bound' });
});

test('a failure is thrown where the answer was expected, and says which worker it came from', async () => {
  const peer = new Peer('worker 2 of 3');
  peer.receive({
    kind: 'failed',
    failure: { code: 'lane-unavailable', message: 'no addon', where: 'nbody' },
  });
  const failure = { code: 'lane-unavailable', message: 'no addon', where: 'worker 2 of 3, nbody' };
  await expect(peer.next('bound')).rejects.toMatchObject({ failure });
});

test('an answer of another kind is an internal failure', async () => {
  const peer = new Peer('worker 1 of 1');
  peer.receive({ kind: 'up' });
  await expect(peer.next('bound')).rejects.toThrow('expected bound, got up');
});

test('who waits for a peer that ends is told so, and so is who asks later', async () => {
  const peer = new Peer('worker 1 of 1');
  const waiting = peer.next('done');
  peer.end(ended);
  await expect(waiting).rejects.toBe(ended);
  await expect(peer.next('done')).rejects.toBe(ended);
});

test('what a peer said before it ended still counts', async () => {
  const peer = new Peer('worker 1 of 1');
  peer.receive({ kind: 'bound' });
  peer.end(ended);
  await expect(peer.next('bound')).resolves.toEqual({ kind: 'bound' });
});

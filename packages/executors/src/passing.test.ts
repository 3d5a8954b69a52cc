import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { notYetBusy } from './phase-clock.ts';
import { postReply, postRequest } from './passing.ts';
import type { ChunkRequest } from './protocol.ts';

const PASSINGS = ['transfer', 'clone'] as const;

/** A chunk whose input is a part of an arena. */
function chunkOf(arena: Float64Array<ArrayBuffer>): ChunkRequest {
  const inputs = [{ region: 'values', from: 2, elements: arena.subarray(2, 5) }];
  return { kind: 'chunk', start: 2, end: 5, pass: 0, first: true, inputs };
}

test.each(PASSINGS)('what arrives by %s is a part of the arena, and the arena stays', (passing) => {
  const arena = Float64Array.of(0, 1, 2, 3, 4, 5);
  const { port1, port2 } = new MessageChannel();
  const { message, moved } = postRequest(chunkOf(arena), passing);
  port1.postMessage(message, moved);
  const received = receiveMessageOnPort(port2)?.message as ChunkRequest;
  const [parcel] = received.inputs;
  expect(parcel).toEqual({ region: 'values', from: 2, elements: Float64Array.of(2, 3, 4) });
  expect(parcel!.elements.buffer.byteLength).toBe(3 * 8);
  expect(arena).toEqual(Float64Array.of(0, 1, 2, 3, 4, 5));
  port1.close();
});

test('what is transferred is lost here, and what is cloned is not', () => {
  const arena = Float64Array.of(0, 1, 2, 3, 4, 5);
  const sizes = PASSINGS.map((passing) => {
    const { port1 } = new MessageChannel();
    const { message, moved } = postReply(
      { kind: 'done', outputs: chunkOf(arena).inputs, busy: notYetBusy() },
      passing,
    );
    port1.postMessage(message, moved);
    port1.close();
    return message.kind === 'done' ? message.outputs[0]!.elements.byteLength : undefined;
  });
  expect(sizes).toEqual([0, 24]);
});

test('messages without parcels go as they are', () => {
  expect(postRequest({ kind: 'nothing' }, 'transfer')).toEqual({ message: { kind: 'nothing' }, moved: [] });
  expect(postReply({ kind: 'bound' }, 'transfer')).toEqual({ message: { kind: 'bound' }, moved: [] });
});

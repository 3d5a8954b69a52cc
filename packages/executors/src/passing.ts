import type { Parcel } from './parcel.ts';
import type { Reply, Request } from './protocol.ts';

/** How buffers go from one thread to another by message: they are moved, or copied. */
export type Passing = 'transfer' | 'clone';

/** A message as it is posted, and the buffers that are moved with it and lost here. */
export interface Post<Message> {
  readonly message: Message;
  readonly moved: ArrayBuffer[];
}

/** A request with its inputs ready to be posted. */
export function postRequest(request: Request, passing: Passing): Post<Request> {
  if (request.kind !== 'chunk') return { message: request, moved: [] };
  const { parcels, moved } = pack(request.inputs, passing);
  return { message: { ...request, inputs: parcels }, moved };
}

/** An answer with its outputs ready to be posted. */
export function postReply(reply: Reply, passing: Passing): Post<Reply> {
  if (reply.kind !== 'done') return { message: reply, moved: [] };
  const { parcels, moved } = pack(reply.outputs, passing);
  return { message: { ...reply, outputs: parcels }, moved };
}

/**
 * Gives each parcel a buffer of its own. Also where it is copied once more on the way: with a view goes the whole buffer
 * that it is on, which is the arena.
 */
function pack(
  views: readonly Parcel[],
  passing: Passing,
): { readonly parcels: readonly Parcel[]; readonly moved: ArrayBuffer[] } {
  const moved: ArrayBuffer[] = [];
  const parcels = views.map(({ region, from, elements }): Parcel => {
    const own = elements.slice();
    if (passing === 'transfer') moved.push(own.buffer);
    return { region, from, elements: own };
  });
  return { parcels, moved };
}

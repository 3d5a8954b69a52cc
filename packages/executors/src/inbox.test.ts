import { expect, test } from 'vitest';
import { Inbox } from './inbox.ts';

test('messages are taken in the order in which they came, before and after somebody waits for one', async () => {
  const inbox = new Inbox<number>();
  inbox.put(1);
  inbox.put(2);
  expect([await inbox.next(), await inbox.next()]).toEqual([1, 2]);
  const third = inbox.next();
  inbox.put(3);
  inbox.put(4);
  expect([await third, await inbox.next()]).toEqual([3, 4]);
});

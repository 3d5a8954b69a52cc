import { perform } from '../perform.ts';
import type { Task } from '../task.ts';

process.on('disconnect', () => process.exit());
process.on('message', (task: Task) => {
  const done = perform(task);
  if (typeof done === 'number') process.send?.(done);
  else void done.then((answer) => process.send?.(answer));
});

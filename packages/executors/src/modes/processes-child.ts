// First lines of a child's code: everything else is imported after it has reported, and all of it as one file.
import { openChannel } from '../parent-channel.ts';

const report = openChannel();

const { work } = await import('./processes-work.ts');
work(report);

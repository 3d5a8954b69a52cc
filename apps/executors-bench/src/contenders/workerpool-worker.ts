import { worker } from 'workerpool';
import { perform } from '../perform.ts';

worker({ perform });

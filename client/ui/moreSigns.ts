/* The signs that phones draw only in parts that come later (boards, tables): fetched with those parts, so that a first page does not
   carry them. Imported for what it does, once, by each such part. Safe for phones. */
import { signs as onPhones } from './signs.phone.ts';
// Not './signs.ts': on phones that name means the few.
import { signs as all } from '../ui/signs.ts';

Object.assign(onPhones, all);

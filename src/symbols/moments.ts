/** Deadlines that name no anchor count from the moment that their sentence gives before them. */
import { SIGNATURE } from './anchors.ts';
import type { Words } from './phrases.ts';
import type { Time } from './times.ts';

/**
 * "Upon the signing, the Board shall be formed within 15 days": a deadline that names no anchor counts from the moment
 * its sentence gives before it; "immediately" otherwise from the signature.
 */
export const withMoments = (words: Words, times: readonly Time[]): Time[] => {
  let moment: Time | null = null;
  return times.map((time) => {
    if (moment?.sentence !== time.sentence) moment = null;
    if (time.kind !== 'deadline') return time;
    if (time.anchor !== '') {
      if (time.days === 0 && words.ends('at', time.first) > 0) moment = time;
      return time;
    }
    return { ...time, anchor: moment?.anchor ?? (time.days === 0 ? SIGNATURE : '') };
  });
};

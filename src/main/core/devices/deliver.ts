/**
 * Sign-ins that a kiosk took while the host was away. They are registered as any other, as of the instant the
 * visitor signed in and with the notice that was on screen, whatever has been published since.
 */
import { longestWaitDays } from '../../../shared/contract/devices.ts';
import type { Handlers } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { day } from '../time.ts';
import { createVisits, type VisitParts } from '../visits/visits.ts';

/** Longer than a message can be on its way. */
const rememberedMs = 2 * longestWaitDays * day;

export function createDeliver(parts: VisitParts): Handlers<'visits.deliver'> {
  const { stores } = parts;
  const { 'visits.arrive': arrive } = createVisits({
    ...parts,
    notices: {
      ...parts.notices,
      shown(noticeId, language) {
        const shown = stores.notices.byId(noticeId);
        if (shown === undefined || shown.language !== language) throw new Refusal('notice-outdated');
        return shown;
      },
    },
  });
  if (typeof arrive !== 'function') throw new Error('visits.arrive waits for nothing');

  return {
    'visits.deliver'({ waitedMs, ...input }, context) {
      if (context.deviceId === null) throw new Refusal('not-allowed');
      if (stores.devices.isDelivered(input.visitId)) {
        context.note(input.visitId, 'repeated');
        return { visitId: input.visitId };
      }
      const { visitId } = arrive(input, { ...context, at: context.at - waitedMs });
      stores.devices.setDelivered(visitId, context.at, context.at - rememberedMs);
      return { visitId };
    },
  };
}

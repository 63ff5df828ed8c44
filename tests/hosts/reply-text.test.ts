import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReplyWriter, readReply, refusalIn } from '../../src/main/hosts/reply-text.ts';
import type { Reply } from '../../src/shared/reply.ts';

describe('replies as text', () => {
  it('are read as they were given, whatever they hold, the second time too', () => {
    const write = createReplyWriter();
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const reply: Reply<unknown> = { ok: true, value };
        for (const text of [write(reply), write(reply)]) {
          expect(text).toBe(JSON.stringify(reply));
          expect(readReply(text)).toEqual(JSON.parse(JSON.stringify(reply)));
          expect(refusalIn(text)).toBeNull();
        }
      }),
    );
  });

  it('are written once for one value, however many ask', () => {
    const write = createReplyWriter();
    let written = 0;
    const value = {
      toJSON() {
        written += 1;
        return { written };
      },
    };
    expect([write({ ok: true, value }), write({ ok: true, value })]).toEqual([
      '{"ok":true,"value":{"written":1}}',
      '{"ok":true,"value":{"written":1}}',
    ]);
  });

  it('say that they are refusals', () => {
    const write = createReplyWriter();
    const refused: Reply<unknown> = { ok: false, code: 'throttled', retryAfterSeconds: 7 };
    expect(refusalIn(write(refused))).toEqual(refused);
    expect(refusalIn('{"ok":true}')).toBeNull();
  });
});

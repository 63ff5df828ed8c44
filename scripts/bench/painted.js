/**
 * In the page: when calls leave and are answered, and when something is painted. All instants are milliseconds since
 * the epoch, so that they compare with those of the bench on the same machine. It looks only when something has
 * changed: whoever asked for every frame would measure frames that nobody else needs.
 */
{
  const now = () => performance.timeOrigin + performance.now();
  const send = globalThis.fetch;
  const waiting = new Set();
  let changedAt = 0;
  const look = () => {
    for (const check of waiting) check();
  };
  new MutationObserver(() => {
    changedAt = now();
    look();
  }).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: ['aria-busy'],
  });
  globalThis.foyerCalls = new Map();
  globalThis.fetch = async (address, options) => {
    const call = { name: String(address).split('/').at(-1), sentAt: now(), answeredAt: 0 };
    const response = await send(address, options);
    const read = response.json.bind(response);
    response.json = async () => {
      const reply = await read();
      call.answeredAt = now();
      globalThis.foyerCalls.set(call.name, call);
      look();
      return reply;
    };
    return response;
  };
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      globalThis.foyerKeyAt = performance.timeOrigin + timeStamp;
    },
    true,
  );
  /** The instant after the frame that shows `is`: a message posted before a frame is painted comes behind it. */
  globalThis.foyerPainted = (is, limitMs = 20_000) =>
    new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error('it was not painted')), limitMs);
      const check = () => {
        if (!is({ changedAt })) return;
        waiting.delete(check);
        clearTimeout(late);
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(now());
          port2.postMessage(null);
        });
      };
      waiting.add(check);
      check();
    });
}

/**
 * In the page: when calls leave and are answered, and when something is painted. All instants are milliseconds since
 * the epoch, so that they compare with those of the bench on the same machine.
 */
{
  const now = () => performance.timeOrigin + performance.now();
  const send = globalThis.fetch;
  let changedAt = 0;
  new MutationObserver(() => {
    changedAt = now();
  }).observe(document, { subtree: true, childList: true, characterData: true });
  globalThis.foyerCalls = new Map();
  globalThis.fetch = async (address, options) => {
    const call = { name: String(address).split('/').at(-1), sentAt: now(), answeredAt: 0 };
    const response = await send(address, options);
    const text = await response.clone().text();
    call.answeredAt = now();
    globalThis.foyerCalls.set(call.name, call);
    return new Response(text, response);
  };
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      globalThis.foyerKeyAt = performance.timeOrigin + timeStamp;
    },
    true,
  );
  /** The instant after the frame in which `is` holds: a message posted before a frame is painted comes behind it. */
  globalThis.foyerPainted = (is, limitMs = 20_000) =>
    new Promise((resolve, reject) => {
      const end = now() + limitMs;
      const look = () => {
        if (now() > end) return reject(new Error('it was not painted'));
        if (!is({ changedAt, at: now() })) return requestAnimationFrame(look);
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(now());
        port2.postMessage(null);
      };
      requestAnimationFrame(look);
    });
}

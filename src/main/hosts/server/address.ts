/** Whom tries of an address are counted for. One machine has a whole /64 of IPv6: its tries are counted together. */
export function addressOf(remote: string): string {
  const mapped = /^::ffff:([\d.]+)$/.exec(remote)?.[1];
  if (mapped !== undefined || !remote.includes(':')) return mapped ?? remote;
  const [head = ''] = remote.split('::');
  return head.split(':').slice(0, 4).join(':');
}

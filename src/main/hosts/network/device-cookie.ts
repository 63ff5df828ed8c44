/**
 * The cookie a paired device shows. `__Host-` is taken by browsers only with `Secure`, without `Domain` and for the
 * whole host (RFC 6265bis, 4.1.3.2), so no other machine of the domain can plant one. Readable by no script, sent by
 * no other site.
 */
export const deviceCookie = '__Host-foyer-device';

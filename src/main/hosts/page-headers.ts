/** Headers of everything Foyer serves to a page, whichever host serves it. */

const contentSecurityPolicyWith = (script: string, ...also: readonly string[]): string =>
  [
    "default-src 'none'",
    `script-src ${script}`,
    ...also,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/**
 * Nothing but Foyer's own files, and no way to send anything elsewhere; the text is the requirement's
 * (docs/privacy.md).
 */
export const contentSecurityPolicy = contentSecurityPolicyWith("'self'");

/** Features of a browser that a page of Foyer asks for never (Permissions Policy, W3C). */
const neverAsked = [
  'accelerometer',
  'clipboard-read',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'local-fonts',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'serial',
  'usb',
];

/** `camera`: the origins that may open one; `()` for none, `(self)` for Foyer's own. */
function permissionsPolicy(camera: '()' | '(self)'): string {
  return [`camera=${camera}`, ...neverAsked.map((feature) => `${feature}=()`)].join(', ');
}

export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'permissions-policy': permissionsPolicy('()'),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

/**
 * Headers of the kiosk's page, and of the worker that reads codes for it: they open a camera and compile the reader,
 * which is WebAssembly. A worker obeys the policy it came with, not that of its page (CSP 3, 4.2.4).
 */
export const cameraHeaders: Readonly<Record<string, string>> = {
  ...securityHeaders,
  'content-security-policy': contentSecurityPolicyWith("'self' 'wasm-unsafe-eval'", "worker-src 'self'"),
  'permissions-policy': permissionsPolicy('(self)'),
};

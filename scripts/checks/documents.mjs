/** Documents: links lead somewhere, and docs/contract.md and docs/openapi.json say what the contract says. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { filesUnder } from '../bootstrap/fingerprint.mjs';
import { run } from '../bootstrap/run.mjs';
import { repository } from '../bootstrap/speak.mjs';

/**
 * @param {string} [base] the folder that holds README.md and `docs`
 * @returns {string[]} one line for each link that leads nowhere
 */
export function checkLinks(base = repository) {
  const documents = ['README.md', ...filesUnder(base, 'docs')].filter(
    (file) => file.endsWith('.md') && existsSync(join(base, file)),
  );
  return documents.flatMap((document) =>
    linksOf(readFileSync(join(base, document), 'utf8'))
      .filter((link) => !/^[a-z]+:/.test(link))
      .flatMap((link) => {
        const fault = faultOf(base, document, link);
        return fault === null ? [] : [`${document}: ${link} ${fault}`];
      }),
  );
}

/** @param {string} text */
function linksOf(text) {
  const prose = text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g)].map(([, link]) => link ?? '');
}

/**
 * @param {string} base
 * @param {string} document
 * @param {string} link
 */
function faultOf(base, document, link) {
  const [path = '', anchor] = link.split('#');
  const file = path === '' ? document : normalize(join(dirname(document), decodeURI(path)));
  if (!existsSync(join(base, file))) return 'does not exist';
  if (anchor === undefined || !file.endsWith('.md')) return null;
  return anchorsOf(readFileSync(join(base, file), 'utf8')).includes(anchor) ? null : 'names no heading';
}

/**
 * Headings as anchors: lower case, punctuation dropped, spaces to dashes.
 * @param {string} text
 */
function anchorsOf(text) {
  return [...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-'),
  );
}

/**
 * @param {string} node
 * @returns {Promise<string[]>}
 */
export async function checkContractDocument(node) {
  const faults = [];
  for (const name of ['contract-docs.ts', 'openapi-docs.ts']) {
    const maker = join(repository, 'scripts', name);
    const { code, output } = await run(node, [
      '--experimental-strip-types',
      '--no-warnings',
      maker,
      '--check',
    ]);
    if (code !== 0) faults.push(...output.trim().split('\n'));
  }
  return faults;
}

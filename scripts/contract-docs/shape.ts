/** A JSON schema in the notation of a TypeScript type: what a person can read at a glance. */
import type { z } from 'zod';

type Schema = z.core.JSONSchema.BaseSchema;

const widest = 100;

/** `indent` is the column at which the shape begins; long objects and unions are broken over lines. */
export function shapeOf(schema: Schema, indent: number): string {
  const union = schema.anyOf ?? schema.oneOf;
  if (union !== undefined)
    return unionOf(
      union.map((one) => shapeOf(one as Schema, indent)),
      indent,
    );
  if (schema.const !== undefined) return JSON.stringify(schema.const).replaceAll('"', "'");
  if (schema.enum !== undefined)
    return unionOf(
      schema.enum.map((one) => `'${String(one)}'`),
      indent,
    );
  if (schema.type === 'array') return listOf(shapeOf((schema.items ?? {}) as Schema, indent));
  if (schema.type === 'object') return objectOf(schema, indent);
  return String(schema.type ?? 'any');
}

function listOf(item: string): string {
  return item.includes(' | ') && !item.startsWith('{') ? `(${item})[]` : `${item}[]`;
}

/** As many parts on a line as fit. */
function unionOf(parts: readonly string[], indent: number): string {
  const whole = parts.join(' | ');
  if (whole.length + indent <= widest || whole.includes('\n')) return whole;
  const lines = [''];
  for (const part of parts) {
    const line = lines.at(-1) ?? '';
    if (line.length + part.length + indent + 3 > widest && line !== '') lines.push(`| ${part}`);
    else lines[lines.length - 1] = line === '' ? part : `${line} | ${part}`;
  }
  return lines.join(`\n${' '.repeat(indent)}`);
}

function objectOf(schema: Schema, indent: number): string {
  const required = new Set(schema.required ?? []);
  const fields = Object.entries(schema.properties ?? {}).map(
    ([name, value]) => `${name}${required.has(name) ? '' : '?'}: ${shapeOf(value as Schema, indent + 2)}`,
  );
  if (fields.length === 0) return '{}';
  const line = `{ ${fields.join(', ')} }`;
  if (line.length + indent <= widest && !line.includes('\n')) return line;
  const space = ' '.repeat(indent);
  return `{\n${fields.map((field) => `${space}  ${field},\n`).join('')}${space}}`;
}

/** Whoever started Foyer and sits at the terminal. */
import { createInterface } from 'node:readline';

/** A sentence for a person, on standard error. */
export function say(sentence: string): void {
  process.stderr.write(`foyer: ${sentence}\n`);
}

/** A line that others read, on standard output. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** One line from the terminal; null where there is none. */
export async function ask(question: string): Promise<string | null> {
  process.stderr.write(`foyer: ${question}`);
  const lines = createInterface({ input: process.stdin });
  try {
    for await (const line of lines) return line;
    return null;
  } finally {
    lines.close();
    process.stdin.unref();
  }
}

/** One line for every check, and the sum at the end. */

export interface Checks {
  /** Runs the check; a check that throws has failed, and the next one runs all the same. */
  check(name: string, body: () => Promise<void>): Promise<void>;
  /** Something measured, which is neither right nor wrong. */
  note(text: string): void;
  /** Prints the sum; true when nothing failed. */
  end(): boolean;
}

/** `only`: checks whose name holds this text; all of them without it. */
export function createChecks(print: (line: string) => void, only = ''): Checks {
  let passed = 0;
  let failed = 0;
  return {
    async check(name, body) {
      if (!name.includes(only)) return;
      const start = performance.now();
      try {
        await body();
        passed += 1;
        print(`ok      ${name} (${((performance.now() - start) / 1_000).toFixed(1)} s)`);
      } catch (error) {
        failed += 1;
        print(`FAILED  ${name}`);
        const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
        for (const line of words.split('\n')) print(`          ${line}`);
      }
    },
    note: (text) => print(`        ${text}`),
    end() {
      print(`${passed} passed, ${failed} failed`);
      return failed === 0 && passed > 0;
    },
  };
}

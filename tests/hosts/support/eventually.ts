/** Waits for something that happens in another process; fails with the last error when it never does. */

const patienceMs = 15_000;

export async function eventually<Result>(check: () => Result | Promise<Result>): Promise<Result> {
  const until = performance.now() + patienceMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (performance.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}

import 'reflect-metadata';

const since = (start: number): number => Math.round(performance.now() - start);

/** How long it takes to read the program, and then to build the schema. */
async function timed(): Promise<{ reading: number; building: number }> {
  const start = performance.now();
  const { buildGraphqlSchema } = await import('../src/schema.ts');
  const read = performance.now();
  await buildGraphqlSchema();
  return { reading: Math.round(read - start), building: since(read) };
}

process.once('disconnect', () => process.exit());
process.once('message', () => {
  timed().then(
    (times) => process.send?.(times),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exit(1);
    },
  );
});

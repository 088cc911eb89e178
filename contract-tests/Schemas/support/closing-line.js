/** A reporter that ends the output with one line that a build can read. */
export default async function* closingLine(events) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of events) {
    // A file that cannot be loaded has no tests of its own: its failure is the only sign of it.
    if (type === 'test:pass') counts[data.skip ? 'skipped' : 'passed']++;
    else if (type === 'test:fail') counts.failed++;
  }
  yield `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`;
}

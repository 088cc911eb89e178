// Adds up the counts of all test results in a folder (*.trx of dotnet test, *.tap of node's runner) and prints them as the closing line.
// Exits with 1 when a test failed or when none ran, so that an empty run is never taken for a green one.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
const total = { passed: 0, failed: 0, skipped: 0 };

for (const file of readdirSync(folder)) {
  const text = readFileSync(join(folder, file), 'utf8');
  if (file.endsWith('.trx')) {
    const counters = /<Counters ([^>]*)\/>/.exec(text);
    if (!counters) throw new Error(`${file} has no counters`);
    const count = name => Number(new RegExp(`\\b${name}="(\\d+)"`).exec(counters[1])?.[1] ?? 0);
    const passed = count('passed');
    const failed = count('failed') + count('error') + count('timeout') + count('aborted');
    total.passed += passed;
    total.failed += failed;
    total.skipped += count('total') - passed - failed;
    // What contract tests have verified: no test fails when an interaction is lost, so people shall see how many there are.
    for (const [line] of text.matchAll(/\S+: \d+ pact\(s\) verified, .*messages\./g)) console.log(line);
  } else if (file.endsWith('.tap')) {
    const count = name => Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
    total.passed += count('pass');
    total.failed += count('fail') + count('cancelled');
    total.skipped += count('skipped') + count('todo');
  }
}

console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);

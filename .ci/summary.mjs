// Adds up the counts of all test results in a folder (*.trx of dotnet test, *.tap of node's runner) and prints them as the closing line.
// Failures are told once more just before it: whoever has only the end of a pipeline's log must be able to see what failed, and where.
// Exits with 1 when a test failed or when none ran, so that an empty run is never taken for a green one.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
const total = { passed: 0, failed: 0, skipped: 0 };
const failures = [];
const linesOfAFailure = 30;

function unescapeXml(text) {
  const named = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return text.replace(/&(?:#x([0-9A-Fa-f]+)|#(\d+)|(\w+));/g, (whole, hex, decimal, name) =>
    hex ? String.fromCodePoint(parseInt(hex, 16)) : decimal ? String.fromCodePoint(Number(decimal)) : named[name] ?? whole);
}

/** The failed results of one .trx file: name, message, stack, in that order. */
function* failedInTrx(text) {
  for (const [, attributes, body] of text.matchAll(/<UnitTestResult ([^>]*[^/])>(.*?)<\/UnitTestResult>/gs)) {
    if (!/\boutcome="(?:Failed|Error|Timeout|Aborted)"/.test(attributes)) continue;
    const part = name => unescapeXml(new RegExp(`<${name}>(.*?)</${name}>`, 's').exec(body)?.[1] ?? '');
    yield `${unescapeXml(/\btestName="([^"]*)"/.exec(attributes)[1])}\n${part('Message')}\n${part('StackTrace')}`;
  }
}

/** The failed tests of one .tap file, each with the block of facts below it. */
function* failedInTap(text) {
  for (const [, indent, name, facts] of text.matchAll(/^( *)not ok \d+ - (.*)\n((?:\1  .*\n)*)/gm)) {
    // A test that failed only because one inside it did has nothing of its own to tell.
    if (!facts.includes("failureType: 'subtestsFailed'")) yield `${name}\n${facts.replaceAll(`\n${indent}`, '\n')}`;
  }
}

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
    failures.push(...failedInTrx(text));
    // What contract tests have verified: no test fails when an interaction is lost, so people shall see how many there are.
    for (const [line] of text.matchAll(/\S+: \d+ pact\(s\) verified, .*messages\.[^<\r\n]*/g)) console.log(line);
  } else if (file.endsWith('.tap')) {
    const count = name => Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
    total.passed += count('pass');
    total.failed += count('fail') + count('cancelled');
    total.skipped += count('skipped') + count('todo');
    failures.push(...failedInTap(text));
  }
}

for (const failure of failures) {
  const lines = failure.trimEnd().split(/\r?\n/);
  console.log(`Failed: ${lines.slice(0, linesOfAFailure).join('\n  ')}${lines.length > linesOfAFailure ? '\n  …' : ''}`);
}
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);

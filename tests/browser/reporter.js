// Prints a line for each test, what failed in full, and the count last.
export default async function* report(source) {
  const counts = {passed: 0, failed: 0, skipped: 0};
  for await (const {type, data} of source) {
    if (type === 'test:stderr' || type === 'test:stdout') yield data.message;
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    // A file or a suite that runs well is no test of its own.
    const isFile = data.nesting === 0 && data.name.endsWith('.js');
    const isSuite = data.details.type === 'suite';
    if ((isFile || isSuite) && type === 'test:pass') continue;
    const isSkipped = data.skip !== undefined;
    const outcome = type === 'test:fail' ? 'failed' : isSkipped ? 'skipped' : 'passed';
    counts[outcome]++;
    const sign = {passed: '✔', failed: '✖', skipped: '–'}[outcome];
    yield `${sign} ${data.name} (${Math.round(data.details.duration_ms)} ms)\n`;
    if (outcome === 'failed') yield `${explain(data.details.error)}\n`;
  }
  const skipped = counts.skipped ? `, ${counts.skipped} skipped` : '';
  yield `browser: ${counts.passed} passed, ${counts.failed} failed${skipped}\n`;
}

function explain(error) {
  const cause = error.cause ?? error;
  const text = cause.code === 'ERR_ASSERTION' ? cause.message : cause.stack ?? String(cause);
  return text.replace(/^/gm, '    ');
}

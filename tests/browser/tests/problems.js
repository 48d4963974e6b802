import assert from 'node:assert/strict';

// Fails with all of PROBLEMS, a line each.
export function expectNone(problems) {
  const shown = problems.slice(0, 40);
  if (problems.length > shown.length) shown.push(`… and ${problems.length - shown.length} more`);
  assert.ok(problems.length === 0, shown.join('\n'));
}

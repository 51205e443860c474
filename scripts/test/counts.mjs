export const NONE = { passed: 0, failed: 0, skipped: 0 }
export const PASSED = { ...NONE, passed: 1 }
export const FAILED = { ...NONE, failed: 1 }

export const add = (a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped })

/** "12 passed, 0 failed", and how many were skipped where there are any. */
export const inWords = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`

const brokenFile = (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')

/**
 * The counts of a vitest run from its JSON report. A file that could not be loaded, a run that ended badly though every test
 * passed, a run without any test and a run without a report each count as one failure.
 */
export const fromVitest = (report, exitCode) => {
  if (!report) return FAILED
  const broken = report.testResults.filter(brokenFile).length
  const counts = { passed: report.numPassedTests, failed: report.numFailedTests + broken, skipped: report.numPendingTests + (report.numTodoTests ?? 0) }
  const isOdd = counts.failed === 0 && (exitCode !== 0 || counts.passed === 0)
  return isOdd ? add(counts, FAILED) : counts
}

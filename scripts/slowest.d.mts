interface Report {
  testResults: {
    name: string
    assertionResults: { fullName: string; duration?: number | null }[]
  }[]
}
interface TestTime {
  title: string
  ms: number
}
export function timesOf(report: Report): TestTime[]
export function slowestOf(times: readonly TestTime[], count: number): string[]

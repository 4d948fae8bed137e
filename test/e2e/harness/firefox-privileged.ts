import type { Browser } from 'puppeteer-core'

/** The part of the driver's connection that is not public. */
interface Connection {
  send(
    method: 'browsingContext.getTree',
    parameters: { 'moz:scope': 'chrome' },
  ): Promise<{ result: { contexts: { context: string }[] } }>
  send(
    method: 'script.evaluate',
    parameters: { expression: string; target: { context: string }; awaitPromise: boolean },
  ): Promise<{ result: { result: { value?: unknown }; exceptionDetails?: { text: string } } }>
}

/** Evaluates an expression in Firefox's privileged window, which can inspect extensions without waking them. */
export async function evaluatePrivileged(driver: Browser, expression: string): Promise<unknown> {
  const { connection } = driver as unknown as { connection: Connection }
  const { result: tree } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })
  const context = tree.contexts[0]?.context
  if (context === undefined) throw new Error('Firefox has no window.')
  const { result } = await connection.send('script.evaluate', {
    expression,
    target: { context },
    awaitPromise: true,
  })
  if (result.exceptionDetails) throw new Error(result.exceptionDetails.text)
  return result.result.value
}

/** Our own code for a page to run: what is measured is the product's, not a copy of it. */
import { fileURLToPath } from 'node:url'
import type { Page } from 'puppeteer-core'
import { build, type Rolldown } from 'vite'

const IN_PAGE = fileURLToPath(new URL('../in-page', import.meta.url))

/** A file of `in-page/` with all that it imports, as a script that leaves its exports under a name. */
async function bundle(name: string): Promise<string> {
  const outputs = (await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: `${IN_PAGE}/${name}.ts`, name: 'bench', formats: ['iife'] },
    },
  })) as Rolldown.RolldownOutput[]
  const code = outputs[0]?.output[0].code
  if (!code) throw new Error(`Nothing came of in-page/${name}.ts.`)
  return code
}

/** Loads a file of `in-page/` into a page and calls one of its functions with what JSON can carry. */
export async function runInPage<Result>(
  page: Page,
  name: string,
  call: string,
  ...input: unknown[]
): Promise<Result> {
  const code = await bundle(name)
  const words = input.map((value) => JSON.stringify(value)).join(', ')
  return (await page.evaluate(`(() => { ${code}; return bench.${call}(${words}) })()`)) as Result
}

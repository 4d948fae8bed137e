/** Runs the product's own code in a page, so that the benchmark measures no copy of it. */
import { fileURLToPath } from 'node:url'
import type { Page } from 'puppeteer-core'
import { build, type Rolldown } from 'vite'

const IN_PAGE = fileURLToPath(new URL('../in-page', import.meta.url))

/** Bundles a file of `in-page/` with its imports into a script that assigns its exports to `bench`. */
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
  if (!code) throw new Error(`The bundle of in-page/${name}.ts is empty.`)
  return code
}

/** Loads a file of `in-page/` into a page and calls one of its functions with JSON values. */
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

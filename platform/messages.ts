/** The one typed map of commands: request, response and handlers follow from it. */
import { type Browser, browser } from 'wxt/browser'
import type { OpinionChange } from '../domain/opinion'
import { ownError } from '../domain/own-error'
import type { Settings } from '../domain/settings'
import type { Rate } from '../domain/valuation'

export interface Commands {
  /** Something was changed that the next look must know; nothing that waits may bring back a forgotten site. */
  look: { input: { forgotten: string } | null; output: null }
  changeSettings: { input: Partial<Settings>; output: Settings }
  changeSurface: { input: { surface: string; change: OpinionChange }; output: null }
  putRate: { input: { rate: Rate; replaces: string | null }; output: null }
  removeRate: { input: { from: string }; output: null }
}

export type CommandName = keyof Commands

export type Handlers = {
  [Name in CommandName]: (input: Commands[Name]['input']) => Promise<Commands[Name]['output']>
}

interface Request {
  command: CommandName
  input: unknown
}

type Answer = { done: unknown } | { failed: string }

/** Asks the worker to carry out a command; rejects with the sentence that the worker gave. */
export async function send<Name extends CommandName>(
  command: Name,
  input: Commands[Name]['input'],
): Promise<Commands[Name]['output']> {
  const answer = (await browser.runtime.sendMessage({ command, input } satisfies Request)) as
    Answer | undefined
  if (!answer) throw ownError('error_worker_silent')
  if ('failed' in answer) throw new Error(answer.failed)
  return answer.done as Commands[Name]['output']
}

const isOurPage = ({ id, url }: Browser.runtime.MessageSender): boolean =>
  id === browser.runtime.id && url !== undefined && new URL(url).origin === location.origin

/** Answers commands, to our own pages only. A handler's error becomes the sender's. */
export function serve(handlers: Handlers, onError: (error: unknown) => void): void {
  browser.runtime.onMessage.addListener((message: unknown, sender, sendResponse) => {
    const { command, input } = (message ?? {}) as Partial<Request>
    if (!isOurPage(sender) || command === undefined || !Object.hasOwn(handlers, command)) return undefined
    const handle = handlers[command] as (input: unknown) => Promise<unknown>
    const answer = (value: Answer) => (sendResponse as (value: Answer) => void)(value)
    handle(input).then(
      (done) => answer({ done }),
      (error: unknown) => {
        onError(error)
        answer({ failed: error instanceof Error ? error.message : String(error) })
      },
    )
    return true
  })
}

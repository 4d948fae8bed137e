/** The one typed map of commands: request, response and handlers follow from it. */
import { type Browser, browser } from 'wxt/browser'
import type { FirewallStatus, Judgement, RulePreview, WallFacts } from '../domain/firewall/firewall-status'
import type { PassOffer } from '../domain/firewall/pass'
import type { OpinionChange } from '../domain/surface/opinion'
import { ownError } from '../domain/own-error'
import type { Rule } from '../domain/firewall/rule'
import type { Settings } from '../domain/settings/settings'
import type { Rate } from '../domain/value/valuation'

export interface Commands {
  /** A page changed the record: the next look reads it again, and spans of a forgotten site that wait are dropped. */
  recordChanged: { input: { forgotten: string } | null; output: null }
  changeSettings: { input: Partial<Settings>; output: Settings }
  changeSurface: { input: { surface: string; change: OpinionChange }; output: null }
  putRate: { input: { rate: Rate; replaces: string | null }; output: null }
  removeRate: { input: { from: string }; output: null }

  /** How all rules stand. */
  firewall: { input: null; output: FirewallStatus }
  /** What a rule would do; an empty id is a new rule’s. */
  previewRule: { input: { rule: Rule }; output: RulePreview }
  /** Answers from when the change holds; null for at once. A wrong PIN is refused with `error_pin_wrong`. */
  putRule: { input: { rule: Rule; pin: string | null }; output: { from: number | null } }
  removeRule: { input: { id: string; pin: string | null }; output: { from: number | null } }
  /** Takes a loosening back that has still to come. */
  takeBackChange: { input: { id: string }; output: null }
  /** A weaker rule that was to heal stays as it is. */
  keepRule: { input: { id: string; pin: string | null }; output: null }
  judge: { input: { address: string }; output: Judgement | null }
  setPin: { input: { pin: string; old: string | null }; output: null }
  /** Without the PIN it goes after 24 hours. */
  removePin: { input: { pin: string | null }; output: { removedAt: number | null } }
  keepPin: { input: null; output: null }

  /** What the wall in the asking tab stands for; null for one from before the browser was started. */
  wall: { input: null; output: WallFacts | null }
  leave: { input: null; output: null }
  /** Back to where the tab was: the pause was sat through, or the way is free again. */
  enter: { input: null; output: null }
  /** A pass, with the price that was shown. */
  pass: { input: Pick<PassOffer, 'type' | 'priceMinor'>; output: null }
  /** Begins the wait for the emergency passage. */
  askForEmergency: { input: null; output: null }
}

export type CommandName = keyof Commands

/** The page that asks; `tabId` is null for one that is in no tab. */
export interface Asker {
  tabId: number | null
}

export type Handlers = {
  [Name in CommandName]: (input: Commands[Name]['input'], from: Asker) => Promise<Commands[Name]['output']>
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
    const handle = handlers[command] as (input: unknown, from: Asker) => Promise<unknown>
    const answer = (value: Answer) => (sendResponse as (value: Answer) => void)(value)
    handle(input, { tabId: sender.tab?.id ?? null }).then(
      (done) => answer({ done }),
      (error: unknown) => {
        onError(error)
        answer({ failed: error instanceof Error ? error.message : String(error) })
      },
    )
    return true
  })
}

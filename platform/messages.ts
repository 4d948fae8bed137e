/** The typed map of commands from pages to the worker. Request, response and handler types derive from it. */
import { type Browser, browser } from 'wxt/browser'
import type { AreaHead } from '../domain/devices/area-head'
import type { FirewallStatus, Judgement, RulePreview, WallFacts } from '../domain/firewall/firewall-status'
import type { FocusWish } from '../domain/firewall/focus'
import type { PassOffer } from '../domain/firewall/pass'
import type { WaitedPass } from '../domain/firewall/passes'
import type { OpinionChange } from '../domain/surface/opinion'
import { explained, instantIn, ownError } from '../domain/own-error'
import type { Rule } from '../domain/firewall/rule'
import type { Settings } from '../domain/settings/settings'
import type { CommitmentTerms, Settlement } from '../domain/statement/commitment'
import type { Goal } from '../domain/statement/commitment-progress'
import type { UnknownSite } from '../domain/statement/unknown-site'
import type { VisitQuestion, VisitAnswer } from '../domain/statement/sampling'
import type { Rate } from '../domain/value/hour-price'

/** Whose recent visits are to be forgotten: those of a site, or all. */
export type Forgotten = { site: string } | 'all'

export interface Commands {
  /** A page changed the record: the next look reads it again. The names of recent visits go with what was deleted. */
  recordChanged: { input: { forgotten: Forgotten } | null; output: null }
  changeSettings: { input: Partial<Settings>; output: Settings }
  changeSurface: { input: { surface: string; change: OpinionChange }; output: null }
  /** The visit to ask about now, drawn if none waits; null if there is none or the person did not want questions. */
  question: { input: null; output: VisitQuestion | null }
  /** Answers the waiting question, or drops it with null. Returns it while another answer is missing. */
  answerQuestion: { input: VisitAnswer; output: VisitQuestion | null }
  /** The site whose kind to ask about now; null if there is none. An answer is an opinion: its kind, or `asked`. */
  unknownSite: { input: null; output: UnknownSite | null }
  putRate: { input: { rate: Rate; replaces: string | null }; output: null }
  removeRate: { input: { from: string }; output: null }

  /** The state of all rules. Given the surface in front, it says which of them cover it. */
  firewall: { input: { surface: string } | null; output: FirewallStatus }
  /** What a rule would do; a new rule has an empty id. */
  previewRule: { input: { rule: Rule }; output: RulePreview }
  /** Returns when the change takes effect; null for at once. A wrong PIN is refused with `error_pin_wrong`. */
  putRule: { input: { rule: Rule; pin: string | null }; output: { from: number | null } }
  removeRule: { input: { id: string; pin: string | null }; output: { from: number | null } }
  /** Cancels a pending loosening. */
  takeBackChange: { input: { id: string }; output: null }
  /** Keeps a weakened rule as it is, so that it does not heal. */
  keepRule: { input: { id: string; pin: string | null }; output: null }
  /** Begins a focus hour. Refused with `error_focus_runs` while one runs. */
  startFocus: { input: FocusWish; output: null }
  /** Lets the running focus hour go on longer. */
  lengthenFocus: { input: { minutes: number }; output: null }
  /** Takes back a focus hour with a wall in its first minute; refused with `error_focus_runs` after that. */
  takeBackFocus: { input: null; output: null }
  judge: { input: { address: string }; output: Judgement | null }

  /** Joins the person's other devices, or begins if there are none. Refused with `error_passphrase_wrong` or `_short`. */
  connectDevices: { input: { name: string; passphrase: string }; output: null }
  /** The same with a new passphrase, which the other devices have to be told. */
  startDevicesAnew: { input: { name: string; passphrase: string }; output: null }
  /** Joins with the head and the passphrase of a file. Refused as above, and with `error_area_in_use`. */
  joinByFile: { input: { name: string; passphrase: string; head: AreaHead }; output: null }
  /** Exchanges with opened items of a file, too, by their keys. Refused with `error_not_connected`. */
  takeItems: { input: { texts: Readonly<Record<string, string>> }; output: null }
  renameDevice: { input: { name: string }; output: null }
  disconnectDevices: { input: null; output: null }
  /** Ends exchanging because everything here is erased, and tells the other devices so. */
  eraseDevice: { input: null; output: null }
  /** Removes what a device that is gone has sent. */
  removeDevice: { input: { id: string }; output: null }
  exchangeNow: { input: null; output: null }

  setPin: { input: { pin: string; old: string | null }; output: null }
  /** Removes the PIN at once if it is given, otherwise after 24 hours. */
  removePin: { input: { pin: string | null }; output: { removedAt: number | null } }
  keepPin: { input: null; output: null }

  /** Promises about a week, made or changed; refused with `error_promise_fixed` once the week has begun. */
  promise: { input: { terms: readonly CommitmentTerms[] }; output: null }
  dropPromise: { input: { id: string }; output: null }
  /** Settles a promise before its week is over. */
  settlePromise: { input: { id: string }; output: Settlement }
  /** The goals of this week. */
  goals: { input: null; output: Goal[] }

  /** Why the calling tab shows a wall; null for a wall restored from an earlier run of the browser. */
  wall: { input: null; output: WallFacts | null }
  leave: { input: null; output: null }
  /** Returns the tab to its page after a pause, or once the rule no longer blocks it. */
  enter: { input: null; output: null }
  /** Takes a pass at the price that was shown. */
  pass: { input: Pick<PassOffer, 'type' | 'priceMinor' | 'currency'>; output: null }
  /** Starts the wait for a pass. */
  askForPass: { input: { type: WaitedPass }; output: null }
  /** Ends the wait for a pass. */
  dropPass: { input: { type: WaitedPass }; output: null }
  /** Keeps, once for each pause, whether the person meant to come. */
  answerPause: { input: { drifted: boolean }; output: null }
}

export type CommandName = keyof Commands

/** The page that sent a command; `tabId` is null if it is not in a tab. */
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

/** Sends a command to the worker. Rejects with the error of our own that the worker names. */
export async function send<Name extends CommandName>(
  command: Name,
  input: Commands[Name]['input'],
): Promise<Commands[Name]['output']> {
  const answer = (await browser.runtime.sendMessage({ command, input } satisfies Request)) as
    | Answer
    | undefined
  if (!answer) throw ownError('error_worker_silent')
  if ('failed' in answer) throw new Error(answer.failed)
  return answer.done as Commands[Name]['output']
}

const isOurPage = ({ id, url }: Browser.runtime.MessageSender): boolean =>
  id === browser.runtime.id && url !== undefined && new URL(url).origin === location.origin

/** Answers commands from our own pages only. A handler's error is reported, and its meaning goes to the sender. */
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
        answer({ failed: ownError(explained(error), instantIn(error) ?? undefined).message })
      },
    )
    return true
  })
}

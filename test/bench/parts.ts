/** The parts of the benchmark, by the names that `npm run bench` takes. */
import { beatCost } from './parts/beat-cost.ts'
import { data } from './parts/data.ts'
import { frontPage } from './parts/front-page.ts'
import { insights } from './parts/insights.ts'
import { killedBrowser } from './parts/killed-browser.ts'
import { killedWorker } from './parts/killed-worker.ts'
import { memory } from './parts/memory.ts'
import { nobodyThere } from './parts/nobody-there.ts'
import { popup } from './parts/popup.ts'
import { processor } from './parts/processor.ts'
import { size } from './parts/size.ts'
import { switching } from './parts/switching.ts'
import { today } from './parts/today.ts'
import { trends } from './parts/trends.ts'
import { wallReaction } from './parts/wall-reaction.ts'
import { valuation } from './parts/valuation.ts'
import { whileImporting } from './parts/while-importing.ts'
import { workerStart } from './parts/worker-start.ts'
import { writes } from './parts/writes.ts'
import type { Part } from './report/row.ts'

export const PARTS: Record<string, Part> = {
  switching,
  'killed-worker': killedWorker,
  'killed-browser': killedBrowser,
  beat: beatCost,
  'front-page': frontPage,
  'nobody-there': nobodyThere,
  popup,
  today,
  trends,
  insights,
  'worker-start': workerStart,
  processor,
  memory,
  writes,
  wall: wallReaction,
  valuation,
  data,
  'while-importing': whileImporting,
  size,
}

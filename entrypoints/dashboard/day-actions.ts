import type { DayActions } from '../../components/day/day-actions'
import { localOffset } from '../../platform/local-offset'
import { send } from '../../platform/messages'
import { deleteSpans, enterSpans, moveEdges, reassignSpans, restore } from '../../storage/bulk/corrections'
import { siteActions } from './site-actions'

/** Corrections run in the page. Afterwards `tell` makes the worker look again and continue from the new record. */
export const dayActions: DayActions = {
  remove: deleteSpans,
  give: reassignSpans,
  move: (change) => moveEdges(change, localOffset),
  enter: (parts) => enterSpans(parts, localOffset),
  undo: restore,
  tell: () => send('recordChanged', null),
  placeOf: siteActions.placeOf,
}

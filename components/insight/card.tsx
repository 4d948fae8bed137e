import type { ComponentChildren } from 'preact'
import { useContext, useEffect } from 'preact/hooks'
import type { Missing } from '../../domain/insight/finding'
import { t } from '../../platform/i18n'
import { Answered } from './answered'
import { type FindingWords, FindingSentence } from './finding-sentence'
import { missingWords } from './missing-words'
import './insight.css'
import './lacking.css'

interface Props {
  id: string
  title: string
  finding: FindingWords | Missing
  /** How sure the figure is and where it is from, in a few words. */
  basis: string
  /** Formula, the numbers that went in, how sure, source and date. */
  why: ComponentChildren
  /** Shown while there is no finding: what the person can say to get one, or what is known without it. */
  ask?: ComponentChildren
  /** The picture of the finding; not shown without one. */
  children?: ComponentChildren
  /** Shown with or without a finding. */
  controls?: ComponentChildren
}

/** What is missing. That it appears once there is enough, the list says for all of its lines. */
const lackWords = (missing: Missing): string =>
  missing.when.by === 'enough' ? missingWords({ ...missing, when: { by: 'setting' } }) : missingWords(missing)

/**
 * One question: its finding in a sentence, a small picture of it, and why the figure is what it is. Without a finding it
 * is a line of the list of those that are still to come, which appears once it is complete.
 */
export const InsightCard = ({ id, title, finding, basis, why, ask, children, controls }: Props) => {
  const isFound = !('lacks' in finding)
  const { found, tell } = useContext(Answered)
  useEffect(() => {
    tell(id, isFound)
    return () => tell(id, null)
  }, [id, isFound])
  return (
    <section
      id={id}
      class={isFound ? 'insight' : 'insight lacking'}
      aria-labelledby={`${id}-title`}
      hidden={!isFound && found === null}
    >
      <div class="insight-body">
        <h2 id={`${id}-title`} tabIndex={-1}>
          {title}
        </h2>
        {isFound ? <FindingSentence words={finding} /> : <p class="finding missing">{lackWords(finding)}</p>}
        {isFound ? children : ask}
        {controls}
      </div>
      <details class="why">
        <summary>
          <span>{t(isFound ? 'insight_why' : 'insight_how')}</span>
          {isFound && <span class="soft basis">{basis}</span>}
        </summary>
        <div class="why-body">{why}</div>
      </details>
    </section>
  )
}

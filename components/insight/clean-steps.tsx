import { Fragment } from 'preact'
import { type CleanFeed, linkOn } from '../../domain/insight/clean-feeds'
import { type MessageKey, t } from '../../platform/i18n'
import { shortDay } from '../figure/numbers'

/** `youtube.com/feed/history`, which may break after each slash. */
const ShownLink = ({ link }: { link: string }) => {
  const parts = link.replace(/^https:\/\/(?:www\.)?/, '').split('/')
  return (
    <span>
      {parts.map((part, index) => (
        <Fragment key={index}>
          {index > 0 && (
            <>
              /<wbr />
            </>
          )}
          {part}
        </Fragment>
      ))}
    </span>
  )
}

/** How to clean a feed, the strongest step first. */
export const CleanSteps = ({ feed }: { feed: CleanFeed }) => (
  <div class="clean-steps">
    <p class="soft">{t(`insight_clean_reach_${feed.guide.reach}`)}</p>
    <ol>
      {feed.guide.steps.map(({ name, ways }) => (
        <li key={name}>
          <p>{t(`insight_clean_step_${name}` as MessageKey)}</p>
          <p class="ways">
            {ways.map((way) => {
              const link = linkOn(way, feed)
              return (
                <span key={way.menu}>
                  <span class="soft" lang="en">
                    {way.menu}
                  </span>
                  {link !== null && (
                    <a href={link} target="_blank" rel="noreferrer">
                      <ShownLink link={link} />
                    </a>
                  )}
                </span>
              )
            })}
          </p>
        </li>
      ))}
    </ol>
    <p class="soft">{t('insight_clean_checked', shortDay(feed.guide.checked))}</p>
  </div>
)

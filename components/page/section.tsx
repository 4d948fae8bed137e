import type { ComponentChildren } from 'preact'
import '../settings/settings.css'

interface Props {
  id: string
  title: string
  about?: string
  children: ComponentChildren
}

/** A part of the settings that a link can lead to: what it is about, and beside it what can be set. */
export const Section = ({ id, title, about, children }: Props) => (
  <section id={id} class="setting-section" aria-labelledby={`${id}-title`}>
    <div class="about">
      <h2 id={`${id}-title`} tabIndex={-1}>
        {title}
      </h2>
      {about && <p class="soft">{about}</p>}
    </div>
    <div>{children}</div>
  </section>
)

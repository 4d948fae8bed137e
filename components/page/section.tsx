import type { ComponentChildren } from 'preact'
import '../settings/settings.css'

interface Props {
  id: string
  title: string
  about?: string
  children: ComponentChildren
}

/** A section that a link can lead to: its description, and its controls beside it. */
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

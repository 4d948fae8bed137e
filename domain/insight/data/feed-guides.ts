/**
 * How to clean the recommendations of platforms. Collected 2026-11-22, checked again 2026-11-28. Links were not
 * opened, so the way through the menus stands beside each. Menus are named as in English.
 */
import type { Kind } from '../../surface/kind'
import type { Day } from '../../time/local-time'

/**
 * The strength of steps, the strongest first: a reset, or history or suggestions off; then blocking sources; then
 * taking single things out of the history; then thumbs. Source: `PREVENTED`.
 */
export const STRENGTHS = ['reset', 'block', 'single', 'thumbs'] as const
export type Strength = (typeof STRENGTHS)[number]

/** What the steps reach: the whole feed, the history it is made of, most of it, a part, a switch, or only ads. */
export const REACHES = ['full', 'history', 'most', 'partial', 'switch', 'ads'] as const
export type Reach = (typeof REACHES)[number]

/** Where a step is done. */
export interface Way {
  /** Through the menus, in English. */
  menu: string
  link?: string
}

export interface GuideStep {
  /** Names the words of the step. */
  name: string
  strength: Strength
  ways: readonly Way[]
}

export interface FeedGuide {
  /** The main site of the platform. */
  site: string
  /** Its other sites, besides country versions. */
  also?: readonly string[]
  /** The kinds of its parts that the recommendations fill. */
  fills: readonly Kind[]
  reach: Reach
  steps: readonly GuideStep[]
  source: string
  /** When the steps were last checked. */
  checked: Day
}

const CHECKED: Day = '2026-11-28'
const FEED = ['feed', 'video'] as const satisfies Kind[]

export const FEED_GUIDES: readonly FeedGuide[] = [
  {
    site: 'youtube.com',
    fills: FEED,
    reach: 'full',
    steps: [
      {
        name: 'youtube_history',
        strength: 'reset',
        ways: [
          { menu: 'History', link: 'https://www.youtube.com/feed/history' },
          { menu: 'My Activity › YouTube', link: 'https://myactivity.google.com/product/youtube' },
        ],
      },
      { name: 'youtube_channel', strength: 'block', ways: [{ menu: '⋮ › Don’t recommend channel' }] },
      { name: 'youtube_single', strength: 'single', ways: [{ menu: 'History › Remove' }] },
      { name: 'youtube_thumbs', strength: 'thumbs', ways: [{ menu: '⋮ › Not interested' }] },
    ],
    source: 'YouTube, its history and the menu of a video',
    checked: CHECKED,
  },
  {
    site: 'instagram.com',
    fills: FEED,
    reach: 'full',
    steps: [
      {
        name: 'instagram_reset',
        strength: 'reset',
        ways: [{ menu: 'Settings › Content preferences › Reset suggested content' }],
      },
    ],
    source: 'Instagram, its settings',
    checked: CHECKED,
  },
  {
    site: 'tiktok.com',
    fills: FEED,
    reach: 'full',
    steps: [
      {
        name: 'tiktok_refresh',
        strength: 'reset',
        ways: [{ menu: 'Settings and privacy › Content preferences › Refresh your For You feed' }],
      },
      {
        name: 'tiktok_keywords',
        strength: 'block',
        ways: [{ menu: 'Settings and privacy › Content preferences' }],
      },
    ],
    source: 'TikTok, its settings',
    checked: CHECKED,
  },
  {
    site: 'netflix.com',
    fills: ['video'],
    reach: 'full',
    steps: [
      {
        name: 'netflix_all',
        strength: 'reset',
        ways: [{ menu: 'Viewing activity', link: 'https://www.netflix.com/viewingactivity' }],
      },
      { name: 'netflix_single', strength: 'single', ways: [{ menu: 'Viewing activity' }] },
    ],
    source: 'Netflix, its viewing activity',
    checked: CHECKED,
  },
  {
    site: 'facebook.com',
    fills: FEED,
    reach: 'partial',
    steps: [
      { name: 'facebook_friends', strength: 'reset', ways: [{ menu: 'Feeds › Friends' }] },
      {
        name: 'facebook_sources',
        strength: 'block',
        ways: [{ menu: 'Settings & privacy › Content preferences' }],
      },
    ],
    source: 'Facebook, its settings',
    checked: CHECKED,
  },
  {
    site: 'x.com',
    also: ['twitter.com'],
    fills: FEED,
    reach: 'partial',
    steps: [
      {
        name: 'x_interests',
        strength: 'reset',
        ways: [{ menu: 'Settings › Privacy › Content you see › Interests' }],
      },
      { name: 'x_following', strength: 'reset', ways: [{ menu: 'Home › Following' }] },
    ],
    source: 'X, its settings',
    checked: CHECKED,
  },
  {
    site: 'reddit.com',
    fills: FEED,
    reach: 'switch',
    steps: [
      { name: 'reddit_suggestions', strength: 'reset', ways: [{ menu: 'User settings › Preferences' }] },
      { name: 'reddit_mute', strength: 'block', ways: [{ menu: 'User settings › Preferences' }] },
    ],
    source: 'Reddit, its user settings',
    checked: CHECKED,
  },
  {
    site: 'pinterest.com',
    fills: FEED,
    reach: 'most',
    steps: [
      { name: 'pinterest_tune', strength: 'reset', ways: [{ menu: 'Settings › Tune your home feed' }] },
    ],
    source: 'Pinterest, its settings',
    checked: CHECKED,
  },
  {
    site: 'linkedin.com',
    fills: FEED,
    reach: 'partial',
    steps: [
      {
        name: 'linkedin_recent',
        strength: 'reset',
        ways: [{ menu: 'Settings › Account preferences › Feed preferences' }],
      },
      { name: 'linkedin_thumbs', strength: 'thumbs', ways: [{ menu: '⋯ › Don’t want to see this' }] },
    ],
    source: 'LinkedIn, its settings',
    checked: CHECKED,
  },
  {
    site: 'amazon.com',
    fills: ['shopping'],
    reach: 'history',
    steps: [
      {
        name: 'amazon_history',
        strength: 'reset',
        ways: [{ menu: 'Browsing history', link: 'https://www.amazon.com/gp/history' }],
      },
      { name: 'amazon_single', strength: 'single', ways: [{ menu: 'Browsing history' }] },
    ],
    source: 'Amazon, its browsing history',
    checked: CHECKED,
  },
  {
    site: 'spotify.com',
    fills: ['other'],
    reach: 'partial',
    steps: [
      {
        name: 'spotify_taste',
        strength: 'block',
        ways: [{ menu: '⋯ › Exclude from your taste profile' }],
      },
    ],
    source: 'Spotify, the menu of a playlist or track',
    checked: CHECKED,
  },
  {
    site: 'twitch.tv',
    fills: FEED,
    reach: 'partial',
    steps: [{ name: 'twitch_list', strength: 'thumbs', ways: [{ menu: 'Settings › Recommendations' }] }],
    source: 'Twitch, its settings',
    checked: CHECKED,
  },
  {
    site: 'google.com',
    fills: ['other', 'news', 'shopping'],
    reach: 'ads',
    steps: [
      {
        name: 'google_ads',
        strength: 'reset',
        ways: [{ menu: 'My Ad Center', link: 'https://myadcenter.google.com' }],
      },
    ],
    source: 'Google, its ad centre',
    checked: CHECKED,
  },
]

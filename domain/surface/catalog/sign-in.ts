/**
 * Sign-in and consent pages: a part of every site in the catalogue. Other sites send people through them, so no rule
 * covers the part unless it names it. As of November 2026; from the addresses that each site itself leads to.
 */
export const SIGN_IN = 'sign-in'

/** Patterns (see entry.ts) for every site. `id.` is not among them: it is Indonesian on some sites. */
const ANYWHERE =
  'accounts. login. signin. sso. auth. oauth. authorize. passport. consent. /login /login.php /log-in /log_in /signin /sign-in /sign_in /oauth /oauth2 /auth/login /auth/signin /auth/sign_in'

/** More patterns, by the head of the site's group. */
const alsoAt: Readonly<Record<string, string>> = {
  'amazon.com': '/ap /-/*/ap',
  'apple.com': 'idmsa. appleid.',
  'bilibili.com': 'account./*/oauth account./*/*/oauth account./*/*/*/oauth',
  'chatgpt.com': '/auth',
  'daum.net': 'logins.',
  'discord.com': '/register',
  'douyin.com': 'open./platform/oauth',
  'epicgames.com': '/id',
  'facebook.com':
    '/auth_platform /dialog/oauth /*/dialog/oauth /checkpoint /recover /two_step_verification /privacy/consent /privacy/consent_framework /consent',
  'github.com': '/session /sessions',
  'google.com': 'myaccount.',
  'icloud.com': 'idmsa. appleid.',
  'instagram.com':
    '/accounts/login /accounts/onetap /accounts/emailsignup /accounts/password /challenge /consent /auth_platform accountscenter.',
  'line.me': 'access.',
  'linkedin.com': '/uas /checkpoint',
  'mail.ru': 'account. o2. id.',
  'medium.com': '/m/signin /m/oauth',
  'naver.com': 'nid.',
  'nytimes.com': '/auth',
  'qq.com': 'ptlogin2. graph./oauth2.0 open.weixin./connect',
  'reddit.com': '/api/v1/authorize /api/v1/authorize.compact /register',
  'spotify.com': '/authorize',
  'steamcommunity.com': '/openid',
  'tiktok.com': '/auth /v2/auth /passport',
  'twitch.tv': 'id.',
  'vk.com': 'id. /auth',
  'wechat.com': 'open./connect',
  'x.com': '/i/oauth2 /i/flow /i/jf/onboarding /account/access /account/login_verification',
  'yahoo.com': 'guce.',
  'yandex.ru': 'id.',
  'zalo.me': 'id.',
}

/** The patterns of the sign-in part of a group. */
export const signInPatterns = (head: string): string => `${ANYWHERE} ${alsoAt[head] ?? ''}`.trim()

/** The heads with patterns of their own. */
export const signInHeads = (): readonly string[] => Object.keys(alsoAt)

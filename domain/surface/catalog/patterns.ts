/**
 * The addresses of the parts of sites (see surfaces.ts), apart from their names and kinds because only the worker looks
 * at addresses. Patterns (see entry.ts) by the head of the group and the part, separated by spaces. A part that is not
 * here is the path that begins with its slug: `/shorts`.
 */
export const patterns: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '163.com': {
    mail: 'mail.',
    music: 'music.',
  },
  'abc.net.au': {
    iview: 'iview.',
  },
  'adobe.com': {
    firefly: 'firefly.',
    help: 'helpx.',
    stock: 'stock.',
  },
  'amazon.com': {
    aws: 'aws.',
    business: 'sellercentral. advertising. kdp. developer.',
    music: 'music.',
    kindle: 'read.',
    luna: 'luna. /luna',
    video: '/gp/video /-/*/gp/video /prime-video /amazon-video',
  },
  'apple.com': {
    docs: 'developer./documentation developer./tutorials',
    developer: 'developer. appstoreconnect.',
    tv: 'tv.',
    music: 'music.',
    podcasts: 'podcasts.',
    support: 'support. discussions.',
    maps: 'maps.',
  },
  'baidu.com': {
    tieba: 'tieba.',
    news: 'news. baijiahao. mbd.',
    video: 'haokan.',
    baike: 'baike. zhidao. wenku. xueshu.',
    ai: 'yiyan. chat.',
    pan: 'pan.',
    maps: 'map.',
    search: '/s image.',
  },
  'bbc.com': {
    sounds: '/sounds /audio',
  },
  'bilibili.com': {
    live: 'live.',
    feed: 't. /v/popular',
    messages: 'message.',
    studio: 'member.',
    games: 'game.',
    reading: 'manga. /read',
  },
  'bing.com': {
    chat: '/chat /copilotsearch',
    search: '/search /images',
  },
  'bsky.app': {
    post: '/profile/*/post',
  },
  'cbc.ca': {
    gem: 'gem.',
  },
  'chatgpt.com': {
    sora: 'sora.',
  },
  'chess.com': {
    learn: '/lessons /learn',
  },
  'civitai.com': {
    gallery: '/images /videos',
  },
  'cloud.microsoft': {
    copilot: 'copilot. m365./chat',
    teams: 'teams.',
    outlook: 'outlook.',
  },
  'daum.net': {
    mail: 'mail.',
    cafe: 'cafe.',
    search: 'search.',
  },
  'discord.com': {
    messages: '/channels/@me',
    discover: '/discovery /servers',
  },
  'douban.com': {
    reviews: 'movie. book. music.',
  },
  'douyin.com': {
    live: 'live.',
  },
  'dw.com': {
    learn: 'learngerman.',
  },
  'ebay.com': {
    messages: 'mesg.',
  },
  'epicgames.com': {
    store: 'store.',
  },
  'facebook.com': {
    business: 'business. adsmanager. developers. /adsmanager',
    reels: '/reel /reels',
    watch: '/watch /live',
    gaming: '/gaming /games',
  },
  'finn.no': {
    jobs: '/job',
  },
  'github.com': {
    gist: 'gist.',
    docs: 'docs. skills.',
    explore: '/explore /trending /feed',
  },
  'gitlab.com': {
    docs: 'docs.',
  },
  'globo.com': {
    globoplay: 'globoplay.',
    g1: 'g1.',
    ge: 'ge.',
  },
  'gmx.net': {
    mail: 'navigator. bap. 3c. 3c-bap. mail.',
  },
  'google.com': {
    chat: 'chat. mail./chat',
    mail: 'mail. /gmail',
    docs: 'docs. sheets. slides. forms. sites.',
    drive: 'drive.',
    calendar: 'calendar.',
    meet: 'meet.',
    keep: 'keep. tasks. contacts.',
    messages: 'messages. voice.',
    gemini: 'gemini. bard.',
    notebooklm: 'notebooklm.',
    'ai-studio': 'aistudio. labs.',
    colab: 'colab. colab.research.',
    scholar: 'scholar.',
    classroom: 'classroom.',
    books: 'books. play./books /books',
    arts: 'artsandculture.',
    developers: 'developers.',
    cloud: 'cloud. firebase. admin.',
    business: 'ads. analytics. tagmanager. lookerstudio. search. business.',
    news: 'news.',
    play: 'play.',
    shopping: 'shopping. /shopping store.',
    travel: '/travel /flights',
    photos: 'photos.',
    translate: 'translate.',
    maps: 'maps. /maps earth.',
    search: '/search /webhp /imghp images.',
  },
  'habr.com': {
    feed: '/feed /*/feed',
    news: '/news /*/news',
    jobs: 'career.',
  },
  'heise.de': {
    prices: '/preisvergleich',
  },
  'huggingface.co': {
    learn: '/learn /docs /papers',
  },
  'icloud.com': {
    photos: '/photos /find',
  },
  'instagram.com': {
    reels: '/reels /reel /*/reels /*/reel',
  },
  'kleinanzeigen.de': {
    messages: '/m-nachrichten.html',
  },
  'libero.it': {
    mail: 'mail.',
  },
  'lichess.org': {
    learn: '/learn /practice /study',
  },
  'linkedin.com': {
    post: '/feed/update /posts',
    news: '/news /pulse',
  },
  'live.com': {
    outlook: 'outlook.',
    onedrive: 'onedrive.',
    teams: 'teams.',
    account: 'account.',
  },
  'mail.ru': {
    mail: 'e. cloud. calendar.',
    feed: 'my.',
    learn: 'otvet.',
  },
  'mastodon.social': {
    messages: '/conversations',
    explore: '/explore /public',
  },
  'medium.com': {
    explore: '/tag /explore-topics',
  },
  'microsoft.com': {
    copilot: 'copilot. designer.',
    teams: 'teams.',
    learn: 'learn. answers. techcommunity.',
    support: 'support.',
    store: 'apps. /store /*/store',
  },
  'mozilla.org': {
    developer: 'developer.',
    bugzilla: 'bugzilla.',
    addons: 'addons.',
    support: 'support.',
  },
  'msn.com': {
    play: '/play /*/play',
    shopping: '/shopping /*/shopping',
  },
  'naver.com': {
    news: 'news. sports. entertain. finance.',
    cafe: 'cafe.',
    blog: 'blog.',
    mail: 'mail.',
    shopping: 'shopping. smartstore. brand.',
    video: 'chzzk. tv.',
    webtoon: 'comic. novel.',
    learn: 'dict. kin. terms.',
    maps: 'map.',
    search: 'search.',
  },
  'netflix.com': {
    browse: '/browse /latest /search',
    help: 'help.',
  },
  'nrk.no': {
    tv: 'tv.',
    radio: 'radio.',
  },
  'nytimes.com': {
    games: '/games /crosswords /puzzles',
    cooking: 'cooking.',
  },
  'office.com': {
    outlook: 'outlook.',
    copilot: '/chat',
  },
  'ok.ru': {
    games: '/games /vitrine',
  },
  'onet.pl': {
    mail: 'poczta.',
  },
  'orf.at': {
    on: 'on. tvthek.',
    sound: 'sound.',
    weather: 'wetter.',
  },
  'perplexity.ai': {
    discover: '/discover /finance',
  },
  'pinterest.com': {
    business: 'ads. business. analytics. /business',
  },
  'playstation.com': {
    store: 'store.',
  },
  'qq.com': {
    mail: 'mail. docs.',
    news: 'news. new.',
    video: 'v.',
    music: 'y.',
    weixin: 'wx. wx2. weixin.',
    qzone: 'qzone.',
  },
  'reddit.com': {
    chat: 'chat. /chat /message /messages',
    business: 'ads. developers.',
    thread: '/r/*/comments /comments /user/*/comments/*',
    popular: '/r/popular /r/all',
  },
  'rtl.de': {
    plus: 'plus.',
  },
  'seznam.cz': {
    mail: 'email.',
    search: 'search.',
  },
  'snapchat.com': {
    web: 'web. /web',
    spotlight: '/spotlight /*/spotlight',
    map: 'map.',
    business: 'ads.',
  },
  'soundcloud.com': {
    feed: '/feed /discover',
  },
  'spotify.com': {
    artists: 'artists. creators. developer.',
    podcasts: 'open./show open./episode open./*/show open./*/episode',
  },
  'steampowered.com': {
    store: 'store.',
  },
  'strava.com': {
    feed: '/dashboard',
  },
  'substack.com': {
    notes: '/home /notes /explore',
  },
  't-online.de': {
    mail: 'email.',
  },
  't.me': {
    channels: '/s',
  },
  'telegram.org': {
    web: 'web.',
  },
  'threads.com': {
    post: '/*/post',
  },
  'tiktok.com': {
    business: 'ads. seller. /tiktokstudio',
    live: '/live /*/live',
    shop: 'shop. /shop',
  },
  'tumblr.com': {
    messages: '/messaging',
  },
  'tvp.pl': {
    vod: 'vod.',
  },
  'twitch.tv': {
    studio: 'dashboard. dev.',
    chat: '/popout/*/chat /moderator',
    clips: 'clips. /*/clip /*/clips',
  },
  'uol.com.br': {
    mail: 'email.',
    folha: 'folha.',
  },
  'vinted.com': {
    messages: '/inbox',
  },
  'vk.com': {
    messages: '/im /mail',
    video: '/video /videos',
    music: '/audio /music',
  },
  'vrt.be': {
    max: '/vrtmax /vrtnu',
  },
  'web.de': {
    mail: 'navigator. bap. 3c. 3c-bap. mail.',
  },
  'weibo.com': {
    video: '/tv',
  },
  'whatsapp.com': {
    web: 'web.',
    business: 'business.',
    channels: '/channel',
  },
  'wordpress.com': {
    reader: '/reader /read /discover',
  },
  'wp.pl': {
    mail: 'poczta.',
  },
  'x.com': {
    business: 'ads. business. developer.',
    messages: '/messages /i/chat',
    grok: '/i/grok',
    post: '/*/status /i/web/status',
  },
  'xbox.com': {
    store: '/games/store /*/games/store /*/microsoft-store',
  },
  'yahoo.co.jp': {
    mail: 'mail.',
    shopping: 'shopping. auctions. paypaymall.',
    answers: 'chiebukuro.',
    finance: 'finance.',
    weather: 'weather. transit. map.',
    search: 'search.',
  },
  'yahoo.com': {
    mail: 'mail. calendar.',
    finance: 'finance.',
    sports: 'sports.',
    search: 'search.',
  },
  'yandex.ru': {
    mail: 'mail. disk. calendar. 360.',
    alice: 'alice. /alice',
    music: 'music.',
    market: 'market.',
    learn: 'practicum. praktikum.',
    direct: 'direct. metrika. cloud. tracker.',
    translate: 'translate.',
    maps: 'maps. /maps',
    search: '/search /images',
  },
  'ycombinator.com': {
    thread: 'news./item',
    news: 'news.',
  },
  'yle.fi': {
    areena: 'areena.',
  },
  'youtube.com': {
    studio: 'studio.',
    music: 'music.',
    tv: 'tv.',
    shorts: '/shorts /hashtag/*/shorts',
    watch: '/watch /live /playlist /embed',
    'live-chat': '/live_chat',
  },
  'zdf.de': {
    news: '/nachrichten',
  },
  'zeit.de': {
    games: 'spiele. /spiele',
  },
  'zhihu.com': {
    reading: '/question zhuanlan.',
  },
}

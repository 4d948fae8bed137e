/**
 * The thirty sites of each region on which most hours are spent: what is large everywhere, and what is large there.
 * A judgement of November 2026, not a measurement, so the order means nothing.
 */

/** Among the most used in every region but China. */
const EVERYWHERE =
  'google.com youtube.com facebook.com instagram.com whatsapp.com wikipedia.org chatgpt.com reddit.com x.com tiktok.com pornhub.com netflix.com'

const withEverywhere = (own: string): string[] => `${EVERYWHERE} ${own}`.split(' ')

/** By region, ISO 3166-1. */
export const MOST_USED: Readonly<Record<string, readonly string[]>> = {
  AR: withEverywhere(
    'mercadolibre.com.ar infobae.com clarin.com lanacion.com.ar ole.com.ar tn.com.ar pagina12.com.ar twitch.tv kick.com bet365.com xvideos.com spotify.com linkedin.com live.com disneyplus.com fandom.com google.com.ar temu.com',
  ),
  AT: withEverywhere(
    'orf.at willhaben.at derstandard.at krone.at kurier.at heute.at oe24.at kleinezeitung.at diepresse.com geizhals.at amazon.de gmx.at laola1.at oebb.at karriere.at temu.com kicker.de win2day.at',
  ),
  AU: withEverywhere(
    'news.com.au abc.net.au 9now.com.au realestate.com.au domain.com.au smh.com.au ebay.com.au amazon.com.au gumtree.com.au bunnings.com.au kayosports.com.au stan.com.au sportsbet.com.au tab.com.au seek.com.au ozbargain.com.au whirlpool.net.au nine.com.au',
  ),
  BE: withEverywhere(
    'hln.be nieuwsblad.be vrt.be standaard.be rtl.be lesoir.be rtbf.be vtm.be 2dehands.be sporza.be bol.com immoweb.be discord.com live.com linkedin.com temu.com spotify.com xhamster.com',
  ),
  BR: withEverywhere(
    'globo.com uol.com.br mercadolivre.com.br metropoles.com terra.com.br ig.com.br r7.com olx.com.br magazineluiza.com.br shopee.com.br amazon.com.br ifood.com.br twitch.tv xvideos.com bet365.com betano.com estadao.com.br www.gov.br',
  ),
  CA: withEverywhere(
    'cbc.ca ctvnews.ca globalnews.ca theglobeandmail.com thestar.com nationalpost.com tsn.ca sportsnet.ca kijiji.ca amazon.ca realtor.ca theweathernetwork.com canada.ca linkedin.com discord.com twitch.tv indeed.com autotrader.ca',
  ),
  CH: withEverywhere(
    '20min.ch blick.ch watson.ch nau.ch srf.ch rts.ch tagesanzeiger.ch nzz.ch galaxus.ch digitec.ch ricardo.ch tutti.ch sbb.ch postfinance.ch swisslos.ch homegate.ch bluewin.ch zalando.ch',
  ),
  CL: withEverywhere(
    'emol.com latercera.com biobiochile.cl mercadolibre.cl falabella.com yapo.cl marca.com bet365.com xvideos.com twitch.tv spotify.com live.com roblox.com disneyplus.com linkedin.com temu.com rappi.com discord.com',
  ),
  CN: 'baidu.com bilibili.com douyin.com weibo.com zhihu.com taobao.com tmall.com jd.com qq.com 163.com sohu.com sina.com.cn iqiyi.com youku.com mgtv.com kuaishou.com xiaohongshu.com douban.com csdn.net toutiao.com doubao.com deepseek.com kimi.com hupu.com huya.com douyu.com alipay.com ctrip.com 1688.com feishu.cn'.split(
    ' ',
  ),
  CO: withEverywhere(
    'eltiempo.com elespectador.com semana.com mercadolibre.com.co rappi.com clarin.com caracoltv.com pulzo.com xvideos.com twitch.tv spotify.com live.com roblox.com disneyplus.com linkedin.com temu.com discord.com fandom.com',
  ),
  CZ: withEverywhere(
    'seznam.cz novinky.cz idnes.cz aktualne.cz blesk.cz denik.cz csfd.cz ceskatelevize.cz alza.cz heureka.cz bazos.cz discord.com tipsport.cz mapy.com sport.cz temu.com nova.cz lidl.cz',
  ),
  DE: withEverywhere(
    'amazon.de kleinanzeigen.de ebay.de web.de gmx.net t-online.de bild.de spiegel.de n-tv.de focus.de welt.de kicker.de twitch.tv zdf.de ardmediathek.de otto.de xhamster.com temu.com',
  ),
  DK: withEverywhere(
    'dr.dk tv2.dk ekstrabladet.dk bt.dk politiken.dk berlingske.dk jp.dk dba.dk bilbasen.dk borger.dk dmi.dk pricerunner.dk discord.com danskespil.dk twitch.tv temu.com live.com linkedin.com',
  ),
  ES: withEverywhere(
    'elmundo.es elpais.com marca.com as.com abc.es 20minutos.es lavanguardia.com eldiario.es elconfidencial.com rtve.es amazon.es aliexpress.com wallapop.com milanuncios.com idealista.com elcorteingles.es forocoches.com twitch.tv',
  ),
  FI: withEverywhere(
    'yle.fi iltalehti.fi is.fi hs.fi tori.fi mtvuutiset.fi suomi24.fi veikkaus.fi ilmatieteenlaitos.fi vauva.fi ruutu.fi ylilauta.org temu.com nettiauto.com verkkokauppa.com twitch.tv discord.com spotify.com',
  ),
  FR: withEverywhere(
    'amazon.fr leboncoin.fr lemonde.fr lefigaro.fr franceinfo.fr bfmtv.com leparisien.fr ouest-france.fr lequipe.fr 20minutes.fr tf1.fr france.tv orange.fr vinted.fr cdiscount.com twitch.tv jeuxvideo.com dealabs.com',
  ),
  GB: withEverywhere(
    'bbc.co.uk dailymail.co.uk theguardian.com thesun.co.uk mirror.co.uk skysports.com amazon.co.uk ebay.co.uk rightmove.co.uk autotrader.co.uk www.gov.uk www.nhs.uk itv.com channel4.com twitch.tv linkedin.com bet365.com tesco.com',
  ),
  GR: withEverywhere(
    'skroutz.gr protothema.gr iefimerida.gr in.gr newsit.gr gazzetta.gr sport24.gr kathimerini.gr lifo.gr temu.com insomnia.gr linkedin.com car.gr stoiximan.gr xvideos.com ert.gr xhamster.com viber.com',
  ),
  HU: withEverywhere(
    'index.hu telex.hu 24.hu origo.hu 444.hu hvg.hu blikk.hu portfolio.hu xvideos.com xhamster.com hasznaltauto.hu jofogas.hu ingatlan.com arukereso.hu emag.hu videa.hu idokep.hu temu.com',
  ),
  ID: withEverywhere(
    'detik.com kompas.com tribunnews.com liputan6.com okezone.com cnnindonesia.com shopee.co.id tokopedia.com lazada.co.id linkedin.com kaskus.co.id vidio.com roblox.com twitter.com canva.com cnbcindonesia.com idntimes.com blibli.com',
  ),
  IE: withEverywhere(
    'rte.ie independent.ie irishtimes.com thejournal.ie irishmirror.ie rip.ie boards.ie donedeal.ie daft.ie adverts.ie amazon.ie bbc.co.uk paddypower.com live.com linkedin.com twitch.tv skysports.com sky.com',
  ),
  IL: withEverywhere(
    'ynet.co.il walla.co.il mako.co.il maariv.co.il haaretz.co.il israelhayom.co.il booking.com sport5.co.il one.co.il yad2.co.il temu.com globes.co.il spotify.com twitch.tv telegram.org aliexpress.com linkedin.com discord.com',
  ),
  IN: withEverywhere(
    'indiatimes.com hindustantimes.com ndtv.com hotstar.com cricbuzz.com flipkart.com amazon.in moneycontrol.com bhaskar.com jagran.com irctc.co.in myntra.com meesho.com dream11.com naukri.com news18.com aajtak.in sharechat.com',
  ),
  IT: withEverywhere(
    'amazon.it repubblica.it corriere.it gazzetta.it ansa.it libero.it subito.it ilmeteo.it fanpage.it mediaset.it raiplay.it ilfattoquotidiano.it tuttomercatoweb.com corrieredellosport.it immobiliare.it twitch.tv telegram.org virgilio.it',
  ),
  JP: withEverywhere(
    'yahoo.co.jp amazon.co.jp rakuten.co.jp nicovideo.jp ameblo.jp note.com line.me 5ch.net pixiv.net kakaku.com nikkei.com asahi.com yomiuri.co.jp tver.jp dmm.co.jp syosetu.com mercari.com togetter.com',
  ),
  KR: withEverywhere(
    'naver.com daum.net coupang.com dcinside.com fmkorea.com namu.wiki arca.live theqoo.net ruliweb.com inven.co.kr ppomppu.co.kr clien.net tistory.com nate.com gmarket.co.kr 11st.co.kr sooplive.co.kr tving.com',
  ),
  MX: withEverywhere(
    'mercadolibre.com.mx eluniversal.com.mx milenio.com excelsior.com.mx infobae.com msn.com liverpool.com.mx coppel.com amazon.com.mx vix.com caliente.mx xvideos.com twitch.tv record.com.mx marca.com live.com roblox.com spotify.com',
  ),
  NG: withEverywhere(
    'punchng.com vanguardngr.com nairaland.com jumia.com.ng jiji.ng sofascore.com sportybet.com bet9ja.com opera.com goal.com livescore.com xvideos.com telegram.org linkedin.com canva.com xnxx.com bbc.com flashscore.com',
  ),
  NL: withEverywhere(
    'nu.nl nos.nl ad.nl telegraaf.nl marktplaats.nl bol.com coolblue.nl funda.nl buienradar.nl amazon.nl tweakers.net rtl.nl volkskrant.nl nrc.nl dumpert.nl npo.nl videoland.com toto.nl',
  ),
  NO: withEverywhere(
    'vg.no nrk.no finn.no dagbladet.no aftenposten.no tv2.no yr.no nettavisen.no temu.com komplett.no spotify.com prisjakt.no norsk-tipping.no altinn.no live.com snapchat.com twitch.tv discord.com',
  ),
  NZ: withEverywhere(
    'stuff.co.nz nzherald.co.nz trademe.co.nz tvnz.co.nz rnz.co.nz msn.com metservice.com paypal.com aliexpress.com live.com linkedin.com twitch.tv discord.com temu.com bbc.com bet365.com spotify.com amazon.com.au',
  ),
  PH: withEverywhere(
    'inquirer.net abs-cbn.com gmanetwork.com rappler.com philstar.com shopee.ph lazada.com.ph roblox.com canva.com twitter.com messenger.com mangadex.org spotify.com bilibili.tv wattpad.com linkedin.com discord.com twitch.tv',
  ),
  PL: withEverywhere(
    'allegro.pl onet.pl wp.pl interia.pl o2.pl gazeta.pl tvn24.pl olx.pl wykop.pl filmweb.pl cda.pl otomoto.pl ceneo.pl pudelek.pl fakt.pl pepper.pl sport.pl twitch.tv',
  ),
  PT: withEverywhere(
    'sapo.pt publico.pt cmjornal.pt jn.pt observador.pt record.pt abola.pt temu.com olx.pt standvirtual.com worten.pt idealista.pt rtp.pt sic.pt iol.pt noticiasaominuto.com amazon.es betano.pt',
  ),
  RO: withEverywhere(
    'emag.ro digi24.ro stirileprotv.ro libertatea.ro adevarul.ro hotnews.ro olx.ro gsp.ro temu.com autovit.ro xvideos.com flashscore.com superbet.ro altex.ro yahoo.com xhamster.com roblox.com discord.com',
  ),
  RU: 'yandex.ru vk.com mail.ru ok.ru dzen.ru rutube.ru youtube.com google.com ozon.ru wildberries.ru avito.ru kinopoisk.ru lenta.ru rbc.ru ria.ru gosuslugi.ru rambler.ru pikabu.ru telegram.org vkvideo.ru hh.ru drom.ru drive2.ru gismeteo.ru sberbank.ru championat.com sports.ru 4pda.to ivi.ru chatgpt.com'.split(
    ' ',
  ),
  SE: withEverywhere(
    'aftonbladet.se expressen.se svt.se dn.se blocket.se svtplay.se tv4play.se hemnet.se prisjakt.nu avanza.se flashback.org svenskaspel.se atg.se tradera.com amazon.se temu.com 1177.se tv4.se',
  ),
  TH: withEverywhere(
    'sanook.com pantip.com thairath.co.th kapook.com khaosod.co.th shopee.co.th lazada.co.th line.me roblox.com twitter.com canva.com mgronline.com discord.com bilibili.tv spotify.com xvideos.com linkedin.com temu.com',
  ),
  TR: withEverywhere(
    'hurriyet.com.tr sabah.com.tr sozcu.com.tr milliyet.com.tr ensonhaber.com haberler.com mynet.com trendyol.com hepsiburada.com n11.com sahibinden.com eksisozluk.com donanimhaber.com turkiye.gov.tr nesine.com twitch.tv kick.com exxen.com',
  ),
  TW: withEverywhere(
    'yahoo.com ptt.cc dcard.tw gamer.com.tw mobile01.com udn.com ettoday.net ltn.com.tw linkedin.com pchome.com.tw momoshop.com.tw shopee.tw 104.com.tw pixnet.net line.me plurk.com threads.com bilibili.com',
  ),
  UA: withEverywhere(
    'ukr.net pravda.com.ua unian.net tsn.ua olx.ua rozetka.com.ua prom.ua telegram.org censor.net temu.com twitch.tv privatbank.ua work.ua dou.ua rbc.ua ria.com sinoptik.ua discord.com',
  ),
  US: withEverywhere(
    'amazon.com yahoo.com bing.com twitch.tv discord.com linkedin.com pinterest.com espn.com nytimes.com cnn.com foxnews.com ebay.com walmart.com roblox.com xvideos.com onlyfans.com draftkings.com weather.com',
  ),
  VN: withEverywhere(
    'vnexpress.net dantri.com.vn tuoitre.vn 24h.com.vn znews.vn vietnamnet.vn kenh14.vn shopee.vn tiki.vn lazada.vn thegioididong.com chotot.com zalo.me voz.vn tinhte.vn fptplay.vn cafef.vn discord.com',
  ),
  ZA: withEverywhere(
    'news24.com iol.co.za takealot.com gumtree.co.za property24.com autotrader.co.za hollywoodbets.net betway.com dailymaverick.co.za thesouthafrican.com flashscore.com xvideos.com live.com linkedin.com amazon.co.za temu.com showmax.com dstv.com',
  ),
}

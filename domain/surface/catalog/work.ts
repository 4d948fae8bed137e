export const work = `
.app
linear
.at
karriere karriere.at
.cn
feishu
.com
adobe
airtable
asana
atlassian
calendly
canva
CapCut
ClickUp
cloudflare
DingTalk
doodle
dropbox
figma
fiverr
GitHub
GitLab
glassdoor
gmail
HubSpot
iCloud
indeed
LinkedIn
live Microsoft Live
microsoft
miro
monday monday.com
naukri
notion Notion.com
npmjs npm
office
outlook
overleaf
replit
salesforce
SharePoint
shopify
slack
todoist
trello
upwork
vercel
Visual_Studio
wix
wordpress WordPress.com
xing
zendesk
ZipRecruiter
zoho
.com.au
SEEK
.com.tw
104
.de
arbeitsagentur
DATEV
IONOS
personio
stepstone
.me
proton
.microsoft
cloud Microsoft 365
.net
atlassian Jira
.org
bitbucket
.pl
pracuj
.ru
hh HeadHunter
.so
notion
.ua
work Work.ua
.us
zoom
`

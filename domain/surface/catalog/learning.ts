export const learning = `
.app
ANTON
.cc
dict dict.cc
.cn
juejin
.com
babbel
brainly
britannica
duolingo
habr
howtogeek How-To Geek
instructure Canvas LMS
investopedia
kaggle
LeetCode
Merriam-Webster
National_Geographic
nature
PONS
qiita
quizlet
ScienceDirect
scribd
simpleclub simpleclub
springer
Stack_Exchange
Stack_Overflow
TED
The_Conversation
udemy
W3Schools
WebMD
wikiHow
Wolfram_Alpha
WordReference
.de
bpb bpb
duden
LEIFIphysik
linguee
studyflix
.edu
MIT
.gov
NIH
.net
AnkiWeb
CSDN
ResearchGate
reverso
.org
archive Internet Archive
arXiv
brilliant
code Code.org
coursera
edX
freeCodeCamp
GeeksforGeeks
GeoGebra
gutenberg Project Gutenberg
JSTOR
Khan_Academy
LEO
moodle
Python
serlo
wikimedia
wikipedia
wiktionary
.to
DEV
.wiki
namu NamuWiki
`

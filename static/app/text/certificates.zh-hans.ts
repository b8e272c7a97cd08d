// Sentences of certificates and of the challenges for sellers in Simplified Chinese.

import type { CertificatesWords } from "./certificates.en.ts";

export const words: CertificatesWords = {
  needsNetwork: "这一步要连网。到有信号的地方再试。",
  moment: "稍等一下",
  certificates: "证书",
  noCertificates: "还没有证书。到课程库选一门课，证明你学会了。",
  toLibrary: "去课程库",
  byQuestions: "答题证明",
  byTrainer: "老师亲眼看过",
  claim: "领证书",
  claimTitle: "你的证书",
  nameOn: "印在证书上的名字",
  nameWhy: "这个名字只用在证书上。",
  nameFirst: "先写上名字",
  mayShow: "扫码的人可以看到我的名字",
  mayShowMore: "不选的话，只看得到学了什么、哪天学会的。",
  open: "打开证书",
  verify: "想核对的人，打开这个网址：",
  changeName: "改名字",
  revoked: "这张证书收回了。原因可以问中心。",

  challenges: "给已经在卖货的你",
  challengesSay: "10件事，在自己的店里试试。打的勾只留在这个手机里。",
  challengesDone: (done) => `10件做了${done}件`,
  challengeList: [
    "把上个月的真实包裹记下来，找出赔钱的那样货。",
    "让破损少一半：换个包法，写一张新的打包卡。",
    "给一样货写3个标题，问5位买家会搜什么。",
    "挑2样货，算算广告最高出价多少还不赔。",
    "做一张运费表，分3个地区。",
    "每周开个短会，说好谁做什么。",
    "找个帮手练一遍坏批次：停卖、告知、收回。",
    "读一条平台新改的规则，用2分钟讲给别人听。",
    "跟2位邻居商量，一起叫快递上门取件。",
    "搭一个组合，一单赚的至少是单卖的2倍。",
  ],
};

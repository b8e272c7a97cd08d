// Sentences of certificates and of the challenges for sellers in English.

export const words = {
  needsNetwork: "This needs the network. Try again where there is a signal.",
  moment: "One moment",
  certificates: "Certificates",
  noCertificates: "None yet. Choose a module in the library and show what you can.",
  toLibrary: "To the library",
  byQuestions: "shown with questions",
  byTrainer: "seen by your trainer",
  claim: "Make my certificate",
  claimTitle: "Your certificate",
  nameOn: "Name to print on it",
  nameWhy: "The name is kept for the certificate alone.",
  nameFirst: "Write the name first",
  mayShow: "Whoever scans the code may see my name",
  mayShowMore: "Else they see what was learned and when, not by whom.",
  open: "Open it",
  verify: "Whoever wants to check it opens this page:",
  changeName: "Change the name",
  revoked: "This certificate was taken back. Your centre can tell you why.",

  challenges: "For those who sell already",
  challengesSay: "Ten things to try in your own shop. What you tick stays on this phone.",
  challengesDone: (done: number) => `${done} of 10 done`,
  challengeList: [
    "Write down last month's real parcels. Find the product that loses money.",
    "Halve your breakage: pack another way, and write a new packing card.",
    "Write three titles for one product. Ask five buyers what they would search for.",
    "For two products, work out the highest ad bid that still leaves something.",
    "Make a table of freight for three areas.",
    "Hold a short talk every week: who does what.",
    "Practise a bad batch with a helper: stop, tell, take back.",
    "Read one changed rule of your platform. Explain it in two minutes.",
    "Plan a shared pick-up with two neighbours.",
    "Put together a bundle that earns at least twice a single order.",
  ],
};

export type CertificatesWords = typeof words;

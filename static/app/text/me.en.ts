// Sentences of Me and of joining a group in English.

export const words = {
  nickname: "Your name here",
  picture: "Your picture",
  save: "Save",
  saved: "Saved on this phone",
  notNow: "Not now",
  yourCentre: (centre: string, group: string) => `${centre} · ${group}`,
  joinTitle: "Join your group",
  joinSay: "Your trainer has a code of 8 letters and digits for you.",
  code: "Code",
  join: "Join",
  joined: (group: string) => `You are in: ${group}`,
  joinedMore: "Your trainer sees how far you are and can help.",
  joinOffline: "Joining needs the network. What you learn meanwhile counts.",
  messages: "Messages",
  noMessages: "No messages yet.",
  aboutData: "What is kept where",
  aboutDataMore:
    "Your answers stay on this phone and a copy goes to your centre, so that nothing is lost. Your centre sees your name here, your picture and how far you are. Nobody asks for your phone number.",
  installTitle: "Keep Xiangke at hand",
  installMore: "Put it on the first screen of your phone, like any other app.",
  install: "Put it there",
  surveyMine: "My answers and my path",
  sendNow: "Try to send now",
  pictures: {
    mushroom: "Mushroom",
    kiwi: "Kiwi",
    persimmon: "Persimmon",
    maize: "Maize",
    fish: "Fish",
    rooster: "Rooster",
    teapot: "Teapot",
    lantern: "Lantern",
    umbrella: "Umbrella",
    bicycle: "Bicycle",
    boat: "Boat",
    moon: "Moon",
  },
};

export type MeWords = typeof words;

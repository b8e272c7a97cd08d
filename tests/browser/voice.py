"""Two voices that say nothing: `said` holds what it was given; it has spoken when a test says `end()`."""

VOICE = """
    window.said = [];
    speechSynthesis.getVoices = () => [{ lang: "en-GB", name: "Test" }, { lang: "zh-CN", name: "Test" }];
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
    speechSynthesis.speak = (speech) => { said.push(speech.text); window.end = () => speech.onend(); };
"""

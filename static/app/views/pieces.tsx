// A photo and a spoken note, shown and played from what lies on this phone.

import { Component } from "preact";
import type { Piece } from "../lesson/trainer.ts";
import type { TrainerWords } from "../text/trainer.ts";
import { Drawn } from "./drawn.tsx";
import { Icon } from "./parts.tsx";

const addressOf = ({ type, bytes }: Piece) => URL.createObjectURL(new Blob([bytes], { type }));

/** One piece for its whole life: another one needs another key. */
export class Photo extends Component<{ piece: Piece; alt: string }> {
  address = addressOf(this.props.piece);

  override componentWillUnmount() {
    URL.revokeObjectURL(this.address);
  }

  override render() {
    return <img class="photo" src={this.address} alt={this.props.alt} />;
  }
}

interface Playing {
  piece: Piece;
  words: TrainerWords;
}

export class Play extends Component<Playing, { is: "still" | "playing" | "unheard" }> {
  override state = { is: "still" as "still" | "playing" | "unheard" };
  address = addressOf(this.props.piece);
  sound = new Audio(this.address);

  override componentDidMount() {
    this.sound.onended = () => this.setState({ is: "still" });
    this.sound.onerror = () => this.setState({ is: "unheard" });
  }

  override componentWillUnmount() {
    this.sound.onended = this.sound.onerror = null;
    this.sound.pause();
    URL.revokeObjectURL(this.address);
  }

  turn = () => {
    const isPlaying = this.state.is === "playing";
    this.setState({ is: isPlaying ? "still" : "playing" });
    if (isPlaying) this.sound.pause();
    else {
      this.sound.currentTime = 0;
      void this.sound.play().catch(() => this.setState({ is: "unheard" }));
    }
  };

  override render({ words }: Playing, { is }: { is: "still" | "playing" | "unheard" }) {
    return (
      <>
        <button class="btn" type="button" onClick={this.turn}>
          {is === "playing" ? <Drawn of="stop" /> : <Icon name="listen" />}
          {is === "playing" ? words.hearStop : words.hear}
        </button>
        <div role="status">{is === "unheard" && <p class="small soft">{words.unheard}</p>}</div>
      </>
    );
  }
}

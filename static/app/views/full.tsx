// No room on the phone for what she does next: above every screen, with what can go at one tap.

import { Component } from "preact";
import { openLibrary } from "../lesson/library.ts";
import { size } from "../text/amounts.ts";
import { Icon, type RoomScreen } from "./parts.tsx";

/** `pictures`: bytes of those that can go; null: nobody looked yet. */
class NoRoom extends Component<RoomScreen, { pictures: number | null }> {
  override state = { pictures: null as number | null };

  override componentDidMount() {
    void this.look();
  }

  async look() {
    const { pictures } = await this.props.model.lend(openLibrary).look();
    this.setState({ pictures });
  }

  free = async () => {
    const getting = await this.props.model.getting();
    await getting.makeRoom().catch(() => undefined);
    await this.look();
  };

  override render({ words }: RoomScreen, { pictures }: { pictures: number | null }) {
    return (
      <aside class="no-room">
        <section class="say hint">
          <Icon name="phone" />
          <div class="grow" role="status">
            <p>
              <b>{words.noRoom}</b>
            </p>
            {pictures === null ? null : pictures ? (
              <>
                <p>{words.fullMore}</p>
                <button class="btn" type="button" onClick={() => void this.free()}>
                  {words.makeRoomOf(size(words, pictures))}
                </button>
              </>
            ) : (
              <>
                <p>{words.noRoomMore}</p>
                <button class="btn" type="button" onClick={() => void this.free()}>
                  {words.joinAgain}
                </button>
              </>
            )}
          </div>
        </section>
      </aside>
    );
  }
}

export const Full = (screen: RoomScreen) => <NoRoom {...screen} />;

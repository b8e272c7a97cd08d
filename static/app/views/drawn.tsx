// Icons that one room alone needs. They come with it: those of the sprite cost the shell bytes.

const paths = {
  bubble: "M4 5h16v11h-9l-5 4v-4H4z",
  camera: "M4 8h4l2-3h4l2 3h4v11H4zM12 10a3 3 0 1 0 0 6 3 3 0 0 0 0-6",
  gallery: "M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15 9h1",
  mic: "M12 3a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3M6 11a6 6 0 0 0 12 0M12 17v4M9 21h6",
  stop: "M7 7h10v10H7z",
  remove: "M5 7h14M10 4h4M7 7l1 13h8l1-13",
};

export const Drawn = ({ of }: { of: keyof typeof paths }) => (
  <svg class="i" viewBox="0 0 24 24" aria-hidden="true">
    <path d={paths[of]} />
  </svg>
);

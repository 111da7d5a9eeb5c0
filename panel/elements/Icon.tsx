import "./icon.css";

const paths = {
  record: "M8 3.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Z",
  stop: "M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM6.5 6.5h3v3h-3zM8 6.5v3",
  clear: "M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM4.2 4.2l7.6 7.6",
  open: "M8 10.5v-8M5 5.2l3-2.9 3 2.9M2.5 9.5v4h11v-4",
  export: "M8 2.5v8M5 7.6l3 2.9 3-2.9M2.5 9.5v4h11v-4",
  settings:
    "M8 5.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4ZM6.9 1.8h2.2l.4 1.8 1.2.7 1.8-.6 1.1 2-1.4 1.2v1.4l1.4 1.2-1.1 2-1.8-.6-1.2.7-.4 1.8H6.9l-.4-1.8-1.2-.7-1.8.6-1.1-2 1.4-1.2V7l-1.4-1.2 1.1-2 1.8.6 1.2-.7Z",
  filter: "M2.5 3.5h11L9.3 8.5v4l-2.6 1v-5Z",
  close: "M4 4l8 8M12 4l-8 8",
  copy: "M5.5 5.5h7v8h-7zM10.5 5.5v-3h-7v8h2",
  reload: "M13 8a5 5 0 1 1-1.6-3.7M13 2.5v2.6h-2.6",
  tick: "M3.5 8.5l3 3 6-7",
  warning: "M8 2.5l6 11H2ZM8 6.5v3.5M8 11.4v.6",
  network: "M2.5 5.5h11M10.5 2.5l3 3-3 3M13.5 10.5h-11M5.5 7.5l-3 3 3 3",
  external: "M6.5 3.5h-3v9h9v-3M9 3h4v4M13 3L7.5 8.5",
  fold: "M6 4l4 4-4 4",
  ascending: "M4 9.5l4-4 4 4",
  descending: "M4 6.5l4 4 4-4",
  group: "M2.5 3.5h11M5.5 8h8M5.5 12.5h8",
  help: "M5.5 6a2.5 2.5 0 1 1 3.6 2.2Q8 8.8 8 10M8 12.4v.3",
  example: "M3.5 2.5h6l3 3v8h-9ZM9.5 2.5v3h3M6 8.5h4M6 11h4",
  blocked: "M4 2.5v6.5h8M9 6l3 3-3 3",
  back: "M7 3.5L2.5 8L7 12.5M2.5 8h11",
  request: "M2.5 4h11M2.5 8h5M2.5 12h5M10 10l3 0M11.5 8.5L13.2 10l-1.7 1.5",
  spot: "M8 2v2.5M8 11.5V14M2 8h2.5M11.5 8H14M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6Z",
  terminal: "M2.5 3.5h11v9h-11zM5 6.5l2 1.7-2 1.7M8.5 10.2h3",
} as const;

export type IconName = keyof typeof paths;

/** A 16 px line icon. It is decoration: its button or its neighbour carries the words. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}

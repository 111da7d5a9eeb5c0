import type { ComponentChildren, TargetedKeyboardEvent, TargetedPointerEvent } from "preact";
import { useRef, useState } from "preact/hooks";
import "./split.css";

/** Limits of the first part's share, in percent. */
const least = 20;
const most = 80;

interface Props {
  readonly first: ComponentChildren;
  readonly second: ComponentChildren;
}

/** Two parts with a movable edge between them: side by side, or one above the other where the panel is narrow. */
export function Split({ first, second }: Props) {
  const [share, setShare] = useState(48);
  const box = useRef<HTMLDivElement>(null);
  const move = (to: number) => setShare(Math.min(most, Math.max(least, to)));
  const onPointerDown = (event: TargetedPointerEvent<HTMLDivElement>) => {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: TargetedPointerEvent<HTMLDivElement>) => {
    if (box.current === null || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const room = box.current.getBoundingClientRect();
    const across = (event.clientX - room.left) / room.width;
    const down = (event.clientY - room.top) / room.height;
    move(Math.round(100 * (isStacked(box.current) ? down : across)));
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLDivElement>) => {
    const step = { ArrowLeft: -5, ArrowUp: -5, ArrowRight: 5, ArrowDown: 5 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    move(share + step);
  };
  return (
    <div ref={box} class="split" style={{ "--share": `${share}%` }}>
      <div class="split-first">{first}</div>
      {/* biome-ignore lint/a11y/useSemanticElements: an hr cannot be moved; this is a window splitter */}
      <div
        class="split-edge"
        role="separator"
        tabIndex={0}
        aria-label="Size of the list"
        aria-valuenow={share}
        aria-valuemin={least}
        aria-valuemax={most}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onKeyDown={onKeyDown}
      />
      <div class="split-second">{second}</div>
    </div>
  );
}

function isStacked(box: HTMLElement): boolean {
  return getComputedStyle(box).flexDirection === "column";
}

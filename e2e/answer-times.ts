import type { Frame, Page } from "playwright";

/** What the panel's user does while the page makes requests. */
const keys = ["ArrowDown", "ArrowDown", "ArrowUp", "End", "Home"] as const;

/** Milliseconds between two things that the user does. */
const pace = 100;

/** The user of a panel, who presses keys in its list and moves over its rows until told to stop. */
export interface User {
  /** Milliseconds from each key press or move to the frame that it led to. */
  stop(): Promise<readonly number[]>;
}

/** Lets somebody use the panel, and notes how long it takes to respond. Its list must have rows. */
export async function usePanel(frontend: Page, panel: Frame): Promise<User> {
  await panel.evaluate(noteAnswers);
  const list = panel.getByRole("treegrid");
  await list.focus();
  const box = await list.boundingBox();
  let isStopped = false;
  const act = async () => {
    for (let turn = 0; !isStopped; turn++) {
      await frontend.keyboard.press(keys[turn % keys.length] ?? "End");
      if (box !== null) await frontend.mouse.move(box.x + 40, box.y + 40 + 24 * (turn % 6));
      await frontend.waitForTimeout(pace);
    }
  };
  const acting = act();
  return {
    async stop() {
      isStopped = true;
      await acting;
      return panel.evaluate(() => (globalThis as unknown as Noted).answers);
    },
  };
}

interface Noted {
  answers: number[];
}

/** Runs in the panel. What a frame's callback posts arrives once the frame is painted. */
function noteAnswers(): void {
  const answers: number[] = [];
  Object.assign(globalThis, { answers });
  const note = ({ timeStamp }: Event) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      answers.push(performance.now() - timeStamp);
      port1.close();
    };
    requestAnimationFrame(() => port2.postMessage(null));
  };
  for (const type of ["keydown", "mousemove"]) addEventListener(type, note, { capture: true });
}

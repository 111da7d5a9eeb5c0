import { expose } from "comlink";
import { rules } from "../../rules/index.ts";
import { Examiner } from "./examiner.ts";
import { othersTurn } from "./turn.ts";

/** The Worker that holds one examiner. Whoever wants to ask it posts a port, and speaks through that. */
const examiner = new Examiner(rules, {
  now: () => performance.now(),
  later: (goOn, milliseconds) => (milliseconds > 0 ? setTimeout(goOn, milliseconds) : othersTurn().then(goOn)),
});

addEventListener("message", ({ data }: MessageEvent<unknown>) => {
  if (data instanceof MessagePort) expose(examiner, data);
});

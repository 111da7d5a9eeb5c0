/**
 * Resolves when everything else that waited for this thread had its turn. Unlike a timer it is not held up: browsers make
 * timers that follow each other wait for 4 ms each (HTML standard, 8.7).
 */
export function othersTurn(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

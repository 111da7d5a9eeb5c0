/**
 * No event is sent when a Worker is ended or runs out of memory. But browsers release its locks then
 * (Web Locks, 2.5 "agent termination"), so who waits for one learns of the end.
 */

/** In the Worker: holds a lock as long as it lives, and posts its name. Posts nothing where the browser has no locks. */
export function holdLock(port: MessagePort): void {
  if (!("locks" in navigator)) return;
  const name = crypto.randomUUID();
  const forever = () => {
    port.postMessage(name);
    return new Promise<never>(() => {});
  };
  navigator.locks.request(name, forever).catch(() => port.close());
}

/** Elsewhere: resolves once the lock, whose name comes through the port, is held no longer. */
export async function lockReleased(port: MessagePort): Promise<void> {
  const name = await new Promise<string>((resolve) => {
    port.onmessage = ({ data }: MessageEvent<string>) => resolve(data);
  });
  await navigator.locks.request(name, () => {});
}

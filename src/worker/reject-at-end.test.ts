import { expect, it } from "vitest";
import { rejectAtEnd, WorkerEndedError } from "./reject-at-end.ts";

function open() {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const api = {
    double: async (value: number) => value * 2,
    fails: async () => Promise.reject(new Error("no such file")),
    neverAnswers: () => new Promise<void>(() => {}),
  };
  return { api: rejectAtEnd(api, ended), end: () => end() };
}

it("passes on what a call resolves to, and what it rejects with", async () => {
  const { api } = open();
  expect(await api.double(2)).toBe(4);
  await expect(api.fails()).rejects.toThrow("no such file");
});

it("rejects the calls that wait when the Worker ends, and all later ones", async () => {
  const { api, end } = open();
  const waiting = api.neverAnswers();
  end();
  await expect(waiting).rejects.toThrow(WorkerEndedError);
  await expect(api.double(2)).rejects.toThrow(WorkerEndedError);
});

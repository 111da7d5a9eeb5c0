import { execFile } from "node:child_process";

/** The AWS CLI of this machine, run with credentials that are nobody's. */

interface Run {
  /** Exit code. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `aws` with these words against the endpoint alone, which takes the place of one that the words name. */
export function aws(words: readonly string[], endpoint: string, cwd: string): Promise<Run> {
  const own = words.indexOf("--endpoint-url");
  const others = own < 0 ? words : words.toSpliced(own, 2);
  const options = { cwd, env: environment(cwd), timeout: 50_000 };
  return new Promise((resolve) => {
    execFile("aws", [...others, "--endpoint-url", endpoint], options, (error, stdout, stderr) => {
      const code = typeof error?.code === "number" ? error.code : 1;
      resolve({ code: error === null ? 0 : code, stdout, stderr });
    });
  });
}

/** Nothing of the user's own settings, no pager, no second try. */
function environment(folder: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env["PATH"],
    HOME: folder,
    AWS_CONFIG_FILE: `${folder}/no-config`,
    AWS_SHARED_CREDENTIALS_FILE: `${folder}/no-credentials`,
    AWS_ACCESS_KEY_ID: "AKIAIOSFODNN7EXAMPLE",
    AWS_SECRET_ACCESS_KEY: "nobody's",
    AWS_DEFAULT_REGION: "eu-west-1",
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_MAX_ATTEMPTS: "1",
    AWS_PAGER: "",
  };
}

import { expect, test } from "vitest";
import { ConfigError, findMisspelt, readConfig } from "../src/config.ts";

test("levels and switches are read in any case", () => {
  expect(
    readConfig({
      LOG_LEVEL: "INFO",
      RLVEGYM_EXPOSE_ANSWERS: "True",
      RLVEGYM_MCP_HIDE_REWARDS: "ON",
    }),
  ).toMatchObject({ logLevel: "info", exposeAnswers: true, mcpHideRewards: true });
  expect(readConfig({ RLVEGYM_EXPOSE_ANSWERS: "FALSE" }).exposeAnswers).toBe(false);
});

test.each(["schlüssel", "two\nlines", "tab\tin it", "ключ", "😀"])(
  "a key that no header can carry is refused, and not repeated: %j",
  (key) => {
    const read = () => readConfig({ RLVEGYM_API_KEY: key });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(
      "RLVEGYM_API_KEY is not fit to be sent, but must be printable ASCII, which a header can carry",
    );
  },
);

test("a key may hold blanks, which a header carries", () => {
  expect(readConfig({ RLVEGYM_API_KEY: "a secret: ~!" }).apiKey).toBe("a secret: ~!");
});

test("variables that look like settings are told with the nearest one", () => {
  const variables = {
    RLVEGYM_EXPOSE_ANSWER: "true",
    RLVEGYM_Max_Batch_: "3",
    RLVEGYM_API_KEY: "secret",
    RLVEGYM_BASE_URL: "http://localhost",
    HOME: "/",
  };
  expect(findMisspelt(variables)).toEqual([
    { variable: "RLVEGYM_EXPOSE_ANSWER", nearest: "RLVEGYM_EXPOSE_ANSWERS" },
    { variable: "RLVEGYM_Max_Batch_", nearest: "RLVEGYM_MAX_BATCH" },
  ]);
});

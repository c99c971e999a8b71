import { packageInfo } from "../../package-info.ts";

/** What `initialize` says of this server, whatever the transport. */
export const SERVER_INFO = {
  name: packageInfo.name,
  title: "RLVE-Gym",
  version: packageInfo.version,
};

export const CAPABILITIES = { tools: {} };

export const INSTRUCTIONS =
  "This server poses a problem and verifies answers to it. Call get_problem, solve what it says, and call submit_answer with the answer.";

/** Versions of MCP that know sessions, the newest first. */
export const PROTOCOL_VERSIONS = [
  "2025-11-25",
  "2025-06-18",
  "2025-03-26",
  "2024-11-05",
  "2024-10-07",
] as const;

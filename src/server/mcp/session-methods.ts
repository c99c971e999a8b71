import { z } from "zod";
import type { Session } from "../../session/session.ts";
import type { HeldSession } from "../held-session.ts";
import type { Sessions } from "../sessions.ts";
import { RPC_CODES, RpcError, toRefusal } from "./rpc-error.ts";

const CREATE = "openenv/session/create";
const CLOSE = "openenv/session/close";

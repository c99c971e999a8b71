import { MESSAGES } from "./column.ts";
import { type Format, GOLD_COLUMNS, REFERENCE_COLUMNS, toGold, toReference } from "./format.ts";

/**
 * Rows of NeMo Gym: the parameters of a request of the Responses API, and fields for the resources
 * server's /verify; `gym dataset collate` adds `agent_ref`. (https://docs.nvidia.com/nemo/gym/data)
 */
export const nemoGym: Format = {
  columns: { responses_create_params: { fields: { input: MESSAGES } }, ...REFERENCE_COLUMNS },
  goldColumns: GOLD_COLUMNS,
  toRow: (sample) => ({
    responses_create_params: { input: sample.messages },
    ...toReference(sample),
    ...toGold(sample),
  }),
};

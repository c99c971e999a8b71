"""One of several processes of a run: prints what its share of each step was."""

from __future__ import annotations

import sys
from pathlib import Path

from RLVE_Gym.integrations.datasets import stream_curriculum
from test_grpo import RecordedReward, train

if __name__ == "__main__":
    base_url, folder = sys.argv[1:]
    reward = RecordedReward(base_url)
    dataset = stream_curriculum(base_url, "shared", group="the run", draws_ahead=2)
    trainer = train(reward, Path(folder), dataset)
    share = "\n".join(" ".join(ids) for ids in reward.calls)
    Path(folder, f"{trainer.args.process_index}.txt").write_text(share)
